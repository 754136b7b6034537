// Published names come in capitals; people do not write so.

#include "features/organisations/organisations.h"

#include <algorithm>
#include <array>

namespace organisations {

namespace {

constexpr std::array<std::string_view, 10> kept_words = {"NHS", "CIC", "UK",  "ICB", "II",
                                                         "III", "USA", "BMI", "HCA", "GP"};
constexpr std::array<std::string_view, 10> small_words = {"and", "of", "the", "for",  "in",
                                                          "on",  "at", "to",  "with", "upon"};

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_small(char c) {
    return c >= 'a' && c <= 'z';
}
char to_small(char c) {
    return is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

template <class Words>
bool is_among(const Words& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

// "GUY'S" is "Guy's", "O'BRIEN" is "O'Brien", "STOKE-ON-TRENT" is "Stoke-on-Trent".
std::string word_shown(std::string_view word, bool is_first) {
    if (is_among(kept_words, word)) return std::string(word);
    std::string small(word);
    std::ranges::transform(small, small.begin(), to_small);
    if (!is_first && is_among(small_words, small)) return small;
    bool begins = true;
    for (std::size_t i = 0; i < small.size(); ++i) {
        const bool is_letter = is_capital(word[i]) || is_small(word[i]);
        if (begins && is_letter) small[i] = word[i];
        const bool is_name_mark = small[i] == '\'' && i == 1 && small.size() > 4;
        begins = is_letter ? false : is_name_mark || small[i] == '(' || begins;
    }
    return small;
}

}  // namespace

std::string display_name(std::string_view published) {
    if (std::ranges::any_of(published, is_small)) return std::string(published);
    std::string shown;
    for (std::size_t at = 0; at < published.size();) {
        const std::size_t end = std::min(published.find_first_of(" -", at), published.size());
        shown += word_shown(published.substr(at, end - at), at == 0);
        if (end < published.size()) shown += published[end];
        at = end + 1;
    }
    return shown;
}

}  // namespace organisations
