#include "features/extracts/wording.h"

#include "platform/base/text.h"
#include "platform/html/markdown_entities.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <vector>

namespace extracts {

namespace {

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        std::string line(text.substr(0, end));
        if (line.ends_with('\r')) line.pop_back();
        lines.push_back(std::move(line));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text += line + "\n";
    return text;
}

std::string small(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

// ---- quotations ----

// Behind what begins a list: "- ", "3. ", one within the other.
std::string_view behind_list_signs(std::string_view line) {
    for (;;) {
        line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
        std::size_t sign = 0;
        while (sign < line.size() && std::isdigit(static_cast<unsigned char>(line[sign])) != 0) {
            ++sign;
        }
        const std::string_view signs = sign > 0 ? ".)" : "-+*";
        if (sign >= line.size() || !signs.contains(line[sign])) return line;
        if (sign + 1 >= line.size() || (line[sign + 1] != ' ' && line[sign + 1] != '\t'))
            return line;
        line.remove_prefix(sign + 1);
    }
}

bool is_quote(std::string_view line) {
    return behind_list_signs(line).starts_with('>');
}

// "> #12": whose words follow.
bool names_a_post(std::string_view line) {
    line = behind_list_signs(line);
    const bool is_quoted = line.starts_with('>');
    const auto mark = line.find_first_not_of("> \t");
    return is_quoted && mark != line.npos && line[mark] == '#' && mark + 1 < line.size() &&
           std::isdigit(static_cast<unsigned char>(line[mark + 1])) != 0;
}

// What others wrote is theirs to consent to: it stands in its own passage, or nowhere.
void drop_quotations(std::vector<std::string>& lines) {
    std::vector<std::string> kept;
    for (auto from = lines.begin(); from != lines.end();) {
        const auto to = std::find_if_not(from, lines.end(), is_quote);
        if (std::none_of(from, to, names_a_post)) kept.insert(kept.end(), from, to);
        if (to == lines.end()) break;
        kept.push_back(*to);
        from = to + 1;
    }
    lines = std::move(kept);
}

// ---- signatures ----

bool is_closing(std::string_view line) {
    constexpr std::array<std::string_view, 12> closings = {
        "best",   "best wishes",  "kind regards", "regards", "thanks",      "many thanks",
        "cheers", "all the best", "warm wishes",  "yours",   "with thanks", "best regards"};
    std::string words = small(base::trim(line));
    while (!words.empty() && (words.back() == ',' || words.back() == '.' || words.back() == '!')) {
        words.pop_back();
    }
    return std::ranges::find(closings, words) != closings.end();
}

// "-- " and all below; "Best wishes," and a few short lines below.
void drop_signature(std::vector<std::string>& lines) {
    constexpr std::size_t lines_max = 5, line_bytes_max = 80;
    while (!lines.empty() && base::trim(lines.back()).empty()) lines.pop_back();
    const std::size_t first = lines.size() > lines_max ? lines.size() - lines_max : 0;
    for (std::size_t at = first; at < lines.size(); ++at) {
        const bool is_rule = lines[at] == "-- " || lines[at] == "--";
        const bool is_short = std::all_of(
            lines.begin() + static_cast<std::ptrdiff_t>(at), lines.end(),
            [](const std::string& line) { return line.size() <= line_bytes_max; });
        if (is_rule || (is_closing(lines[at]) && is_short)) {
            lines.resize(at);
            return;
        }
    }
}

// ---- mentions ----

bool is_handle(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' || c == '.';
}

std::string without_mentions(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const bool begins = at == 0 || (!is_handle(text[at - 1]) && text[at - 1] != '@' &&
                                        text[at - 1] != '/');
        std::size_t end = at + 1;
        while (end < text.size() && is_handle(text[end])) ++end;
        while (end > at + 1 && text[end - 1] == '.') --end;  // of the sentence
        if (text[at] != '@' || !begins || end == at + 1) {
            out += text[at++];
            continue;
        }
        out += "a colleague";
        at = end;
    }
    return out;
}

// ---- what leads back ----

class Links {
public:
    Links(std::string_view text, std::string_view host) : text_(text), host_(small(host)) {}

    std::string without() {
        while (at_ < text_.size()) {
            if (!pass_link() && !pass_address()) out_ += text_[at_++];
        }
        return std::move(out_);
    }

private:
    bool leads_back(std::string_view address) const {
        if (address.empty()) return true;
        if (std::string_view("/#?.").find(address.front()) != std::string_view::npos) return true;
        return !host_.empty() && small(address).contains(host_);
    }

    // "[words](address)", "![words](address)": a picture is never shown, whatever it shows.
    bool pass_link() {
        const bool is_picture = text_[at_] == '!' && at_ + 1 < text_.size() &&
                                text_[at_ + 1] == '[';
        const std::size_t open = at_ + (is_picture ? 1 : 0);
        if (text_[open] != '[' || open < no_bracket_before_) return false;
        const auto close = std::min(text_.find_first_of("]\n", open), text_.size());
        if (close == text_.size() || text_[close] != ']') {
            no_bracket_before_ = close;
            return false;
        }
        const auto words = text_.substr(open + 1, close - open - 1);
        if (close + 1 < text_.size() && text_[close + 1] == ':') return pass_definition(close + 2);
        if (close + 1 >= text_.size() || text_[close + 1] != '(') return false;
        if (close < no_parenthesis_before_) return false;
        const auto end = std::min(text_.find_first_of(")\n", close + 2), text_.size());
        if (end == text_.size() || text_[end] != ')') {
            no_parenthesis_before_ = end;
            return false;
        }
        auto address = base::trim(text_.substr(close + 2, end - close - 2));
        if (address.starts_with('<')) address.erase(0, 1);
        if (!is_picture && !leads_back(address)) return false;
        out_ += words;
        at_ = end + 1;
        return true;
    }

    // "[words]: address", on a line of its own.
    bool pass_definition(std::size_t from) {
        const auto end = std::min(text_.find('\n', from), text_.size());
        if (!leads_back(base::trim(text_.substr(from, end - from)))) return false;
        at_ = end;
        return true;
    }

    bool pass_address() {
        const auto rest = text_.substr(at_);
        const std::string begin = small(rest.substr(0, 8));
        if (!begin.starts_with("http://") && !begin.starts_with("https://")) return false;
        const auto size = std::min(rest.find_first_of(" \t\n<>()[]\""), rest.size());
        if (!leads_back(rest.substr(0, size))) {
            out_ += rest.substr(0, size);
        } else {
            out_ += "a page";
        }
        at_ += size;
        return true;
    }

    std::string_view text_;
    const std::string host_;
    std::size_t at_ = 0;
    std::size_t no_bracket_before_ = 0, no_parenthesis_before_ = 0;  // so that one pass is linear
    std::string out_;
};

// ---- what is not seen ----

char32_t point_at(std::string_view text, std::size_t at, std::size_t& bytes) {
    const auto byte = [&](std::size_t ahead) -> char32_t {
        return at + ahead < text.size() ? static_cast<unsigned char>(text[at + ahead]) : 0U;
    };
    const char32_t first = byte(0);
    bytes = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    bytes = std::min(bytes, text.size() - at);
    if (bytes == 1) return first;
    char32_t point = first & (0x7FU >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) point = (point << 6U) | (byte(i) & 0x3FU);
    return point;
}

struct Range {
    char32_t from, to;
};
// Carry nothing to read, and could carry a mark or part a name: of width zero, turning the
// direction of writing, choosing a variant, blank letters, controls, tags.
constexpr Range unseen[] = {
    {0x00, 0x08},       {0x0B, 0x1F},       {0x7F, 0x9F},     {0xAD, 0xAD},     {0x34F, 0x34F},
    {0x61C, 0x61C},     {0x115F, 0x1160},   {0x17B4, 0x17B5}, {0x180B, 0x180F}, {0x200B, 0x200B},
    {0x200E, 0x200F},   {0x202A, 0x202E},   {0x2060, 0x206F}, {0x2800, 0x2800}, {0x3164, 0x3164},
    {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0}, {0xFFF9, 0xFFFB}, {0x1BCA0, 0x1BCA3},
    {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
};

bool is_unseen(char32_t point) {
    return std::ranges::any_of(
        unseen, [&](const Range& range) { return range.from <= point && point <= range.to; });
}

// Of scripts and pictures whose characters joiners join or part: Hebrew to Myanmar, Khmer and
// Mongolian; emoji.
bool is_joined(char32_t point) {
    return (point >= 0x590 && point < 0x10A0) || (point >= 0x1780 && point < 0x18B0) ||
           (point >= 0x2600 && point < 0x27C0) || (point >= 0x1F000 && point < 0x1FB00);
}

std::string without_unseen(std::string_view text) {
    std::string out;
    char32_t last = 0;
    for (std::size_t at = 0, bytes = 1; at < text.size(); at += bytes) {
        const char32_t point = point_at(text, at, bytes);
        if (is_unseen(point)) continue;
        if (point == 0x200C || point == 0x200D) {
            std::size_t of_next = 0;
            const std::size_t next = at + bytes;
            const bool joins = is_joined(last) && next < text.size() &&
                               is_joined(point_at(text, next, of_next));
            if (!joins) continue;
        }
        out += text.substr(at, bytes);
        last = point;
    }
    return out;
}

// "&omicron;" is the letter, before anybody reads it. What Markdown needs to be written so, stays.
std::string without_entities(std::string_view text) {
    constexpr std::size_t bytes_max = 12;
    std::string out;
    while (!text.empty()) {
        const auto end = text.substr(0, bytes_max).find(';');
        std::string decoded;
        if (text.front() == '&' && end != text.npos) {
            html::append_decoded(decoded, text.substr(0, end + 1));
        }
        constexpr std::array<std::string_view, 5> needed = {"<", ">", "&", "\"", "\uFFFD"};
        const bool is_kept = decoded.empty() || decoded == text.substr(0, end + 1) ||
                             std::ranges::find(needed, decoded) != needed.end();
        out += is_kept ? text.substr(0, 1) : std::string_view(decoded);
        text.remove_prefix(is_kept ? 1 : end + 1);
    }
    return out;
}

// A fence that is left open would swallow the passages behind it.
void close_fence(std::string& text) {
    std::string open;
    for (const auto& line : lines_of(text)) {
        const auto mark = line.find_first_not_of(' ');
        if (mark == line.npos || mark > 3) continue;
        const auto fence = std::string_view(line).substr(mark);
        const std::string three = fence.starts_with("```")   ? "```"
                                  : fence.starts_with("~~~") ? "~~~"
                                                             : "";
        if (three.empty()) continue;
        if (open.empty())
            open = fence.substr(0, fence.find_first_not_of(three.front()));
        else if (fence.starts_with(open))
            open.clear();
    }
    if (!open.empty()) text += "\n" + open;
}

}  // namespace

std::string tidied(std::string_view text, std::string_view host) {
    std::string seen = without_unseen(without_entities(text));
    constexpr int rounds_max = 20;  // what is taken away may leave another
    for (int round = 0; round < rounds_max; ++round) {
        const std::string before = std::move(seen);
        seen = without_unseen(without_entities(Links(before, host).without()));
        if (seen == before) break;
    }
    seen = base::trim(seen);
    close_fence(seen);
    return seen;
}

std::string passage_from(std::string_view markdown, std::string_view host) {
    auto lines = lines_of(without_unseen(without_entities(markdown)));
    drop_quotations(lines);
    drop_signature(lines);
    return tidied(without_mentions(joined(lines)), host);
}

}  // namespace extracts
