#include "platform/search/words.h"

#include <cstdint>

namespace search {

namespace {

// Beyond this the audiences are left to the rows' own column; the list of each costs its share.
constexpr std::size_t audiences_in_match_max = 64;

// FTS5 has lists for the beginnings of three and of five characters (see the migration); a longer
// beginning is looked up by those and then checked in the row.
std::size_t indexed_prefix(std::size_t characters) { return characters >= 5 ? 5 : 3; }

std::string_view first_characters(std::string_view word, std::size_t characters) {
    std::size_t end = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const bool begins = (static_cast<unsigned char>(word[i]) & 0xC0U) != 0x80;
        if (begins && characters-- == 0) break;
        end = i + 1;
    }
    return word.substr(0, end);
}

// Words hold letters and digits alone, so quotes need no escaping.
std::string fts5_phrase(const Phrase& phrase) {
    std::string text = "\"";
    for (std::size_t i = 0; i < phrase.words.size(); ++i) {
        const std::string& word = phrase.words[i];
        const bool is_open = phrase.is_prefix && i + 1 == phrase.words.size();
        if (i > 0) text += ' ';
        text += is_open ? first_characters(word, indexed_prefix(count_characters(word)))
                        : std::string_view(word);
    }
    text += '"';
    if (phrase.is_prefix) text += " *";
    return text;
}

std::string tsquery_phrase(const Phrase& phrase) {
    std::string text = "(";
    for (std::size_t i = 0; i < phrase.words.size(); ++i) {
        if (i > 0) text += " <-> ";
        text.append("'").append(phrase.words[i]).append("'");
    }
    if (phrase.is_prefix) text += ":*";
    return text + ')';
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
    match.fts5 = "{title text} : (" + joined(query.wanted, " AND ", fts5_phrase) + ")";
    match.tsquery = joined(query.wanted, " & ", tsquery_phrase);
    if (audiences.size() <= audiences_in_match_max) {
        match.fts5 += " AND place : (" + joined(audiences, " OR ", [](std::int64_t audience) {
            return "\"#" + std::to_string(audience) + '"';
        }) + ")";
        match.tsquery += " & (" + joined(audiences, " | ", [](std::int64_t audience) {
            return "'#" + std::to_string(audience) + '\'';
        }) + ")";
    }
    if (!query.excluded.empty()) {
        match.fts5 = "(" + match.fts5 + ") NOT {title text} : (" +
                     joined(query.excluded, " OR ", fts5_phrase) + ")";
        match.tsquery += " & !(" + joined(query.excluded, " | ", tsquery_phrase) + ")";
    }
    const Phrase& last = query.wanted.back();
    const std::size_t characters = count_characters(last.words.back());
    if (last.is_prefix && indexed_prefix(characters) != characters) {
        match.fts5_check = last.line();
    }
    return match;
}

}  // namespace search
