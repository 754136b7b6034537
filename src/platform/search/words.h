#pragma once
// How text becomes words, the same for entries, queries and snippets and on both engines: folded
// (case, marks), split at whatever is neither letter nor digit. And what a query asks for.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace search {

inline constexpr std::size_t word_bytes_max = 64;    // the rest of a longer word is left out
inline constexpr std::size_t query_bytes_max = 400;  // the rest of a longer query is not read
inline constexpr std::size_t query_words_max = 24;

// Walks the words of a text as it stands, unfolded. Reads any bytes.
class WordWalk {
public:
    struct Span {
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    explicit WordWalk(std::string_view text) : text_(text) {}
    std::optional<Span> next();

private:
    const std::string_view text_;
    std::size_t at_ = 0;
};

// The longest beginning of so many bytes that ends between two characters.
std::string_view cut_at_character(std::string_view text, std::size_t bytes_max);
std::size_t count_characters(std::string_view text);
std::string_view first_characters(std::string_view text, std::size_t characters);

std::vector<std::string> words_of(std::string_view text);
// " ambient voice in outpatients": a space before each, none behind the last. Where that would have
// more bytes, the words behind are left out.
std::string word_line(std::string_view text, std::size_t bytes_max = std::string::npos);

// Words that stand side by side; most have one.
struct Phrase {
    std::vector<std::string> words;  // never empty
    bool is_prefix = false;          // the last word may go on

    std::string line() const;  // as in word_line
};

struct Query {
    std::vector<Phrase> wanted;  // all of them; empty: nothing is found
    std::vector<Phrase> excluded;
};

// query  = { [ "-" ] ( '"' text '"' | text without space ) }, the closing quote may be missing.
// The last item may be unfinished, unless it is quoted or excluded, or shorter than three letters.
Query parse(std::string_view text);

// Both engines keep lists for the beginnings of words that are so many characters long (FTS5 by its
// `prefix`, see the migration); longer ones are looked up by those and then checked in the row.
inline constexpr std::array<std::size_t, 2> prefix_sizes = {3, 5};

// What `$1` of a MATCH in FTS5 and of `@@` in PostgreSQL must be: any such audience, these words.
struct Match {
    std::string fts5;
    std::string fts5_anywhere;  // the same, of whatever audience
    std::string tsquery;
    bool names_audiences = false;  // both texts find entries of these audiences only
    std::string check;  // a line that title or text must hold besides; "": none
};
Match match_for(const Query& query, const std::vector<std::int64_t>& audiences);

}  // namespace search
