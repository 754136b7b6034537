#include "features/extracts/sheet.h"

#include <algorithm>
#include <cctype>

namespace extracts {

namespace {

bool is_digit(char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

// A fence of more of them than stand in the text.
std::string fence_for(std::string_view text, std::size_t at_least) {
    std::size_t longest = 0, run = 0;
    for (const char c : text) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return std::string(std::max(at_least, longest + 1), '`');
}

std::string code_of(std::string_view text) {
    const std::string fence = fence_for(text, 1);
    const bool needs_room = text.contains('`') || (text.starts_with(' ') && text.ends_with(' '));
    const std::string room = needs_room ? " " : "";
    return fence + room + std::string(text) + room + fence;
}

// Styles hold words: room at their ends stands outside.
std::string set_in_style(const pdf::Run& run) {
    const bool is_code = (run.style & pdf::code) != 0;
    const auto from = is_code ? 0 : run.text.find_first_not_of(' ');
    if (from == run.text.npos) return run.text;
    const auto to = is_code ? run.text.size() : run.text.find_last_not_of(' ') + 1;
    const auto words = std::string_view(run.text).substr(from, to - from);
    std::string open;
    if (run.style & pdf::strong) open += "**";
    if (run.style & pdf::emphasised) open += "*";
    if (run.style & pdf::struck) open += "~~";
    std::string close(open.rbegin(), open.rend());
    return std::string(from, ' ') + open + (is_code ? code_of(words) : as_markdown(words)) + close +
           std::string(run.text.size() - to, ' ');
}

// What would make a list, a rule or a heading of a paragraph.
std::string begun_plainly(std::string line) {
    if (line.empty()) return line;
    if (std::string_view("-+=").contains(line.front())) return "\\" + line;
    std::size_t digits = 0;
    while (digits < line.size() && is_digit(line[digits])) ++digits;
    if (digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')')) {
        line.insert(digits, "\\");
    }
    return line;
}

std::string words_of(const pdf::Block& block) {
    std::string line;
    for (const auto& run : block.runs) line += set_in_style(run);
    return begun_plainly(std::move(line));
}

std::string listing_of(const pdf::Block& block) {
    std::string text;
    for (const auto& run : block.runs) text += run.text;
    if (!text.ends_with('\n')) text += '\n';
    const std::string fence = fence_for(text, 3);
    return fence + "\n" + text + fence;
}

std::string repeated(std::string_view piece, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += piece;
    return all;
}

std::string block_of(const pdf::Block& block) {
    switch (block.role) {
        case pdf::Role::heading: return repeated("#", block.level) + " " + words_of(block);
        case pdf::Role::quotation:
            return repeated("> ", std::max(block.level, 1)) + words_of(block);
        case pdf::Role::item: {
            const int depth = std::max(block.level, 1) - (block.label.empty() ? 0 : 1);
            const std::string label = block.label == "•"    ? "- "
                                      : block.label.empty() ? ""
                                                            : block.label + " ";
            return repeated("    ", depth) + label + words_of(block);
        }
        case pdf::Role::listing: return listing_of(block);
        case pdf::Role::paragraph: break;
    }
    return words_of(block);
}

}  // namespace

std::string as_markdown(std::string_view words) {
    constexpr std::string_view special = "\\`*_[]<>#&!|~";
    std::string out;
    for (const char c : words) {
        if (special.contains(c)) out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return out;
}

std::string as_markdown(const std::vector<pdf::Block>& blocks) {
    const auto is_item = [](const pdf::Block& block) {
        return block.role == pdf::Role::item && !block.label.empty();
    };
    std::string all;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const bool goes_on = i > 0 && is_item(blocks[i]) && is_item(blocks[i - 1]);
        if (i > 0) all += goes_on ? "\n" : "\n\n";
        all += block_of(blocks[i]);
    }
    return all;
}

}  // namespace extracts
