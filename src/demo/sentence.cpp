#include "demo/sentence.h"

namespace demo {
namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '*')) text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

bool ends_here(std::string_view line, std::size_t at) {
    if (line[at] != '.' && line[at] != '?' && line[at] != '!') return false;
    return at + 1 == line.size() || line[at + 1] == ' ';
}

void cut(std::string_view line, std::vector<std::string_view>& into) {
    std::size_t from = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (!ends_here(line, i)) continue;
        into.push_back(trimmed(line.substr(from, i + 1 - from)));
        from = i + 1;
    }
    std::string_view rest = trimmed(line.substr(from));
    if (!rest.empty()) into.push_back(rest);
}

bool stands_alone(std::string_view sentence) {
    if (sentence.size() < 44 || sentence.size() > 170) return false;
    if (sentence[0] < 'A' || sentence[0] > 'Z') return false;
    char last = sentence.back();
    if (last != '.' && last != '?') return false;
    return sentence.find_first_of("*[`@|<>\"") == std::string_view::npos;
}

}  // namespace

std::vector<std::string_view> sentences(std::string_view markdown) {
    std::vector<std::string_view> made;
    while (!markdown.empty()) {
        auto end = markdown.find('\n');
        std::string_view line = markdown.substr(0, end);
        if (!line.starts_with(">") && !line.empty()) cut(line, made);
        if (end == std::string_view::npos) break;
        markdown.remove_prefix(end + 1);
    }
    return made;
}

std::string_view excerpt(std::string_view markdown, Dice& dice) {
    std::vector<std::string_view> worthy;
    for (std::string_view sentence : sentences(markdown))
        if (stands_alone(sentence)) worthy.push_back(sentence);
    return worthy.empty() ? std::string_view() : dice.pick(worthy);
}

}  // namespace demo
