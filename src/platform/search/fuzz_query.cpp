// Any bytes as a query and as a text: within the limits, nothing but letters in a word, and what is
// handed to an engine keeps its quotes and brackets in pairs.

#include "platform/search/query.h"
#include "platform/search/words.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void check_phrase(const search::Phrase& phrase) {
    require(!phrase.words.empty());
    for (const std::string& word : phrase.words) {
        require(!word.empty() && word.size() <= search::word_bytes_max);
        require(word.find_first_of("\"'\\ ()*:^-+<>&|!#") == std::string::npos);
    }
}

void check_match(const std::string& text) {
    require(std::ranges::count(text, '(') == std::ranges::count(text, ')'));
    require(std::ranges::count(text, '"') % 2 == 0);
    require(std::ranges::count(text, '\'') % 2 == 0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(bytes), size);
    const search::Query query = search::parse(text);
    std::size_t words = 0;
    for (const auto* list : {&query.wanted, &query.excluded}) {
        for (const search::Phrase& phrase : *list) {
            check_phrase(phrase);
            words += phrase.words.size();
        }
    }
    require(words <= search::query_words_max);
    if (!query.wanted.empty()) {
        const search::Match match = search::match_for(query, {1, 22});
        check_match(match.fts5);
        check_match(match.tsquery);
    }
    const std::string shown = search::snippet(text, text.substr(0, size / 2)).text();
    require(std::ranges::count(shown, '<') == std::ranges::count(shown, '>'));
    return 0;
}
