#pragma once
// What a string may hold where: SQL in stores, elements in platform/html.

#include "tests/house/rule.h"

#include <set>

namespace house {

inline std::string upper(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return out;
}

// ---- SQL ----

inline bool may_hold_sql(std::string_view path) {
    const auto stem = stem_of(path);
    return stem == "store" || stem.starts_with("store_") || path.starts_with("platform/sql/") ||
           (path.starts_with("platform/search/") && stem.ends_with("_fts")) ||
           path.find("/migrations/") != path.npos;
}

// Keywords are written in capitals; a whole statement is known in any case.
inline bool is_sql(std::string_view text) {
    static const std::set<std::string_view> keywords = {
        "SELECT", "INSERT", "UPDATE", "DELETE", "FROM", "WHERE", "JOIN", "PRAGMA", "RETURNING",
        "VALUES", "HAVING"};
    if (text == "DELETE") return false;  // the method of HTTP
    bool found = false;
    each_word(text, [&](std::size_t, std::string_view word) {
        if (keywords.contains(word)) found = true;
    });
    // "Select an area from the list" is not a statement; "select id from areas" is.
    const auto begin = skip_blanks(text, 0);
    const auto shouted = upper(text.substr(begin));
    const bool is_sentence = begin + 1 < text.size() && shouted[0] == text[begin] &&
                             shouted[1] != text[begin + 1];
    const auto begins = [&](std::string_view words) {
        return !is_sentence && shouted.starts_with(words);
    };
    return found || begins("INSERT INTO ") || begins("DELETE FROM ") || begins("ORDER BY ") ||
           begins("CREATE TABLE ") || begins("DROP TABLE ") || begins("ALTER TABLE ") ||
           (begins("SELECT ") && shouted.find(" FROM ") != shouted.npos) ||
           (begins("UPDATE ") && shouted.find(" SET ") != shouted.npos);
}

// Tests look into tables behind the stores' back, and are left alone.
inline void stray_sql(const Source& source, Findings& findings) {
    if (may_hold_sql(source.path) || is_test(source.path)) return;
    for (const Literal& literal : source.literals) {
        if (!is_sql(literal.text)) continue;
        findings.push_back({source.path, source.line_of(literal.at), "SQL outside a store"});
    }
}

// ---- elements ----

inline bool has_element(std::string_view text) {
    for (std::size_t at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
        const auto rest = text.substr(at + 1);
        const auto name = rest.substr(rest.starts_with('/') ? 1 : 0);
        if (rest.starts_with('!')) return true;  // a comment, a doctype
        if (!name.empty() && std::isalpha(static_cast<unsigned char>(name[0]))) return true;
    }
    return false;
}

// Markup for the builder ("<li>"_h) is platform/html's own type, checked when it is compiled. Tests
// say what must come out, and are left alone; the demo writes its choices as <this|that>.
inline void stray_elements(const Source& source, Findings& findings) {
    if (source.path.starts_with("platform/html/") || is_test(source.path)) return;
    if (source.path.starts_with("demo/material_")) return;
    for (const Literal& literal : source.literals) {
        if (literal.suffix == "_h" || !has_element(literal.text)) continue;
        findings.push_back({source.path, source.line_of(literal.at),
                            "an element in a string: platform/html makes them"});
    }
}

inline std::vector<Rule> string_rules() {
    return {
        {.name = "SqlStaysInStores",
         .check = in_each_file(stray_sql),
         .accepts = {{{"features/forum/store_reading.cpp", "query = \"SELECT id FROM posts\";"}},
                     {{"platform/search/sqlite_fts.cpp", "query = R\"(DELETE FROM words)\";"}},
                     {{"platform/sql/tx.cpp", "run(\"PRAGMA optimize\");"}},
                     {{"features/forum/pages.cpp",
                       "p(\"Select an area, update your text or delete it from there.\");"}},
                     {{"platform/http/head.cpp", "for (auto method : {\"PUT\", \"DELETE\"})"}},
                     {{"features/forum/forum_test.cpp", "run(\"SELECT id FROM posts\");"}},
                     {{"app/a.cpp", "// SELECT is said here\nconst int FROM = 1;"}}},
         .refuses = {{{"features/forum/forum.cpp", "query = \"SELECT id FROM posts\";"}},
                     {{"features/forum/pages.cpp", "query = R\"(\n  delete from posts)\";"}},
                     {{"platform/search/query.cpp", "text + \" WHERE id = $1\""}},
                     {{"app/a.cpp", "run(\"update persons set name = 'a'\");"}}}},
        {.name = "ElementsComeFromTheHtmlRoom",
         .check = in_each_file(stray_elements),
         .accepts = {{{"platform/html/markdown_writer.cpp", "out += \"<p>\";"}},
                     {{"features/forum/pages_test.cpp", "EXPECT_EQ(body, \"<em>\");"}},
                     {{"demo/material_talk.cpp", "said(\"<Well|So>, what next?\");"}},
                     {{"features/forum/pages.cpp", "out << \"<li>\"_h << title;"}},
                     {{"app/a.cpp", "words = \"3 < 4, 4 <5, <- and <1>\";"}},
                     {{"app/a.cpp", "std::vector<int> a; // <p> is a paragraph\n"}}},
         .refuses = {{{"features/forum/pages.cpp", "out += \"<p>\";"}},
                     {{"features/forum/pages.cpp", "out << \"<p>\"s << \"<li>\"_h;"}},
                     {{"features/forum/pages.cpp", "out += \"words</strong>\";"}},
                     {{"platform/web/page.cpp", "out = R\"(<!DOCTYPE html>)\";"}}}},
    };
}

}  // namespace house
