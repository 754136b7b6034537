#include "platform/search/words.h"

#include <cstdint>

namespace search {

namespace {

// Beyond this the audiences are left to the rows' own column; the list of each costs its share.
constexpr std::size_t audiences_in_match_max = 64;

std::size_t indexed_prefix(std::size_t characters) {
    return characters >= prefix_sizes[1] ? prefix_sizes[1] : prefix_sizes[0];
}

std::string_view indexed_beginning(const std::string& word) {
    return first_characters(word, indexed_prefix(count_characters(word)));
}

// Words hold letters and digits alone, so quotes need no escaping.
std::string fts5_phrase(const Phrase& phrase) {
    std::string text = "\"";
    for (std::size_t i = 0; i < phrase.words.size(); ++i) {
        const std::string& word = phrase.words[i];
        const bool is_open = phrase.is_prefix && i + 1 == phrase.words.size();
        if (i > 0) text += ' ';
        text += is_open ? indexed_beginning(word) : std::string_view(word);
    }
    text += '"';
    if (phrase.is_prefix) text += " *";
    return text;
}

// An unfinished word has no place of its own among the lexemes: it stands apart from its phrase.
std::string tsquery_phrase(const Phrase& phrase) {
    const std::size_t whole = phrase.words.size() - (phrase.is_prefix ? 1 : 0);
    std::string text = "(";
    for (std::size_t i = 0; i < whole; ++i) {
        if (i > 0) text += " <-> ";
        text.append("'").append(phrase.words[i]).append("'");
    }
    if (!phrase.is_prefix) return text + ')';
    if (whole > 0) text += " & ";
    return text.append("'=").append(indexed_beginning(phrase.words.back())).append("')");
}

template <class List, class Write>
std::string joined(const List& list, std::string_view between, Write&& write) {
    std::string text;
    for (const auto& thing : list) {
        if (!text.empty()) text += between;
        text += write(thing);
    }
    return text;
}

}  // namespace

Match match_for(const Query& query, const std::vector<std::int64_t>& audiences) {
    Match match;
    match.fts5_anywhere = "{title text} : (" + joined(query.wanted, " AND ", fts5_phrase) + ")";
    match.fts5 = match.fts5_anywhere;
    match.tsquery = joined(query.wanted, " & ", tsquery_phrase);
    match.names_audiences = audiences.size() <= audiences_in_match_max;
    if (match.names_audiences) {
        match.fts5 += " AND place : (" + joined(audiences, " OR ", [](std::int64_t audience) {
            return "\"#" + std::to_string(audience) + '"';
        }) + ")";
        match.tsquery += " & (" + joined(audiences, " | ", [](std::int64_t audience) {
            return "'#" + std::to_string(audience) + '\'';
        }) + ")";
    }
    if (!query.excluded.empty()) {
        const std::string without =
            " NOT {title text} : (" + joined(query.excluded, " OR ", fts5_phrase) + ")";
        for (std::string* text : {&match.fts5, &match.fts5_anywhere}) {
            *text = "(" + *text + ")" + without;
        }
        match.tsquery += " & !(" + joined(query.excluded, " | ", tsquery_phrase) + ")";
    }
    const Phrase& last = query.wanted.back();
    const std::string& word = last.words.back();
    const bool is_indexed = last.words.size() == 1 && indexed_beginning(word) == word;
    if (last.is_prefix && !is_indexed) match.check = last.line();
    return match;
}

}  // namespace search
