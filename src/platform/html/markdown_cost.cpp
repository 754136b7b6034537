#include "platform/html/markdown_cost.h"

#include <algorithm>

namespace html {

namespace {

// Each line costs a look at each quote and list item that is open.
constexpr std::size_t openings_max = 64;

// Each use of a definition ("[a]: /address") costs a walk through its address and title.
constexpr std::size_t definition_bytes_walked_max = 4'000'000;

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

// Each pair of brackets may cost a walk through its whole paragraph.
constexpr std::size_t bracket_bytes_walked_max = 16'000'000;

// Below this nothing is slow: the times grow with the square of the length.
constexpr std::size_t harmless_bytes_max = 4'000;

// How many quotes and list items a line opens before its first word; 0 for a rule ("* * *").
std::size_t openings_of(std::string_view line) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const char c = line[at];
        if (is_blank(c) || (c >= '0' && c <= '9')) continue;
        const bool is_item = std::string_view("-+*.)").contains(c) &&
                             (at + 1 == line.size() || is_blank(line[at + 1]));
        if (c != '>' && !is_item) return count;
        ++count;
    }
    const bool is_rule = line.find_first_not_of("*- \t\r") == std::string_view::npos;
    return is_rule ? 0 : count;
}

bool opens_too_much(std::string_view markdown) {
    for (std::size_t at = 0; at < markdown.size();) {
        const std::size_t end = std::min(markdown.find('\n', at), markdown.size());
        if (openings_of(markdown.substr(at, end - at)) > openings_max) return true;
        at = end + 1;
    }
    return false;
}

// The end of the paragraph around `at`: a line without words follows, or nothing.
std::size_t paragraph_end(std::string_view markdown, std::size_t at) {
    while (true) {
        at = markdown.find('\n', at);
        if (at == std::string_view::npos) return markdown.size();
        const std::size_t next = markdown.find_first_not_of(" \t\r", at + 1);
        if (next == std::string_view::npos || markdown[next] == '\n') return at;
        at = next;
    }
}

bool brackets_too_much(std::string_view markdown) {
    for (std::size_t at = 0; at < markdown.size();) {
        const std::size_t end = paragraph_end(markdown, at);
        const auto pairs = std::count(markdown.begin() + static_cast<std::ptrdiff_t>(at),
                                      markdown.begin() + static_cast<std::ptrdiff_t>(end), ']');
        if (static_cast<std::size_t>(pairs) * (end - at) > bracket_bytes_walked_max) return true;
        at = end + 1;
    }
    return false;
}

// A definition ends with its paragraph at the latest, and each "]" may use the longest.
bool defines_too_much(std::string_view markdown) {
    std::size_t longest = 0;
    for (std::size_t at = markdown.find("]:"); at != std::string_view::npos;) {
        const std::size_t end = paragraph_end(markdown, at);
        longest = std::max(longest, end - at);
        at = markdown.find("]:", end);
    }
    if (longest == 0) return false;
    const auto uses = static_cast<std::size_t>(std::ranges::count(markdown, ']'));
    return uses * longest > definition_bytes_walked_max;
}

std::size_t count_of(std::string_view markdown, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = markdown.find(part); at != std::string_view::npos;
         at = markdown.find(part, at + part.size())) {
        ++count;
    }
    return count;
}

}  // namespace

bool is_too_costly(std::string_view markdown) {
    if (markdown.size() <= harmless_bytes_max) return false;
    return opens_too_much(markdown) || brackets_too_much(markdown) || defines_too_much(markdown);
}

std::size_t bare_addresses(std::string_view markdown) {
    return count_of(markdown, "://") + count_of(markdown, "www.");
}

}  // namespace html
