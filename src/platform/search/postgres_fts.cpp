#include "platform/search/fts.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace search {

namespace {

using Ids = std::vector<std::int64_t>;
using sql::Nothing;
using sql::Query;

// GIN gives its rows in no order, and reads the whole list of a word. So each row also carries the
// stretches of time it lies in, as lexemes of their own ("@0.6866": about three days, "@1.858": 24,
// and so on by eights); a search names the newest stretches it needs, and GIN reads no more of a
// word's list than lies in those. The beginnings of words are lexemes too ("=hos", "=hospi"), for
// the same reason: `'hos':*` would read the list of every word that begins so.
constexpr std::int64_t ids_a_second = 1024;  // as in store.cpp
constexpr int stretch_levels = 4;
constexpr int first_window_rows = 2'000;

std::int64_t stretch_width(int level) { return ids_a_second << (18 + 3 * level); }

std::string stretch_lexeme(int level, std::int64_t id) {
    return "'@" + std::to_string(level) + '.' + std::to_string(id / stretch_width(level)) + '\'';
}

const Query<Nothing(std::int64_t, std::int64_t, std::string_view, std::string_view,
                    std::string_view)>
    row_added{"fts_row_added", R"(
    INSERT INTO search_text_rows (id, audience_id, title, text, words)
    VALUES ($1, $2, $3, $4, CAST($5 AS tsvector)))"};
const Query<Nothing(std::int64_t)> row_dropped{"fts_row_dropped",
                                               "DELETE FROM search_text_rows WHERE id = $1"};
const Query<Nothing()> rows_cleared{"fts_rows_cleared", "DELETE FROM search_text_rows"};

const Query<std::int64_t()> highest_id{"fts_highest_id",
                                       "SELECT coalesce(max(id), 0) FROM search_text_rows"};
const Query<std::int64_t(int)> window_end{"fts_window_end", R"(
    SELECT id
      FROM search_text_rows
     ORDER BY id DESC
    OFFSET $1
     LIMIT 1)"};
// "+ 0" keeps the planner from walking the primary key and reading every row's words on the way.
const std::string matches = R"(
    SELECT r.id
      FROM search_text_rows r
     WHERE r.words @@ CAST($1 AS tsquery) AND r.audience_id IN ($2) AND r.id + 0 < $3)";
const std::string newest_first = R"(
     ORDER BY r.id + 0 DESC
     LIMIT $4)";
const Query<std::int64_t(std::string_view, Ids, std::int64_t, int)> newest_in_window{
    "fts_newest_in_window", matches + newest_first};
const Query<std::int64_t(std::string_view, Ids, std::int64_t, int, std::string_view)>
    newest_checked{"fts_newest_checked",
                   matches + " AND (strpos(r.title, $5) > 0 OR strpos(r.text, $5) > 0)" +
                       newest_first};

// 'ambient':1 'voice':2 … '=amb' '=ambie' …; the text's words begin two places after the title's,
// so that no phrase runs from one into the other.
class VectorText {
public:
    void add(std::string_view line) {
        for (std::size_t at = 0; at < line.size();) {
            const std::size_t end = std::min(line.find(' ', at + 1), line.size());
            add_word(line.substr(at + 1, end - at - 1), ++position_);
            at = end;
        }
        ++position_;
    }
    void add_place(std::int64_t audience, std::int64_t id) {
        text_.append("'#").append(std::to_string(audience)).append("'");
        for (int level = 0; level < stretch_levels; ++level) {
            text_ += " " + stretch_lexeme(level, id);
        }
        for (const std::string& beginning : beginnings_) {
            text_.append(" '=").append(beginning).append("'");
        }
    }
    const std::string& text() const { return text_; }

private:
    void add_word(std::string_view word, int position) {
        text_.append("'").append(word).append("':");
        text_.append(std::to_string(std::min(position, position_max))).append(" ");
        const std::size_t characters = count_characters(word);
        for (const std::size_t size : prefix_sizes) {
            if (characters >= size) beginnings_.emplace(first_characters(word, size));
        }
    }

    static constexpr int position_max = 16'383;  // PostgreSQL's
    std::string text_;
    std::set<std::string, std::less<>> beginnings_;
    int position_ = 0;
};

// The stretches from `begin` up to `end`, the largest that fit; both are ends of the smallest ones.
std::string stretches(std::int64_t begin, std::int64_t end) {
    std::string text;
    for (std::int64_t at = end; at > begin;) {
        int level = stretch_levels - 1;
        while (level > 0 && (at % stretch_width(level) != 0 || at - stretch_width(level) < begin)) {
            --level;
        }
        at -= stretch_width(level);
        if (!text.empty()) text += " | ";
        text += stretch_lexeme(level, at);
    }
    return text;
}

std::int64_t rounded_down(std::int64_t id) { return id - id % stretch_width(0); }

// A window ends at an id, and reaches back to `begin`; 0: to the first entry.
struct Window {
    std::int64_t begin = 0;
    std::int64_t end = 0;
};

// The window behind this one, if matches go on being as dense as they were since `highest`: half as
// wide again as is needed. Without a match so far, the rest: what is so rare is quickly read.
Window next_window(const Window& window, std::int64_t highest, std::size_t found,
                   std::size_t count) {
    if (found == 0) return {0, window.begin};
    const double looked_at = static_cast<double>(highest - window.begin);
    const double missing = static_cast<double>(count - found) / static_cast<double>(found);
    const double begin = static_cast<double>(window.begin) - looked_at * missing * 1.5;
    if (begin <= 0) return {0, window.begin};
    return {rounded_down(static_cast<std::int64_t>(begin)), window.begin};
}

class PostgresFts final : public FullText {
public:
    void add(sql::Tx& tx, const EntryWords& words) const override {
        VectorText vector;
        vector.add(words.title);
        vector.add(words.text);
        vector.add_place(words.audience, words.id);
        tx.run(row_added, words.id, words.audience, words.title, words.text, vector.text());
    }

    void drop(sql::Tx& tx, std::int64_t id) const override { tx.run(row_dropped, id); }
    void clear(sql::Tx& tx) const override { tx.run(rows_cleared); }
    bool tidy(sql::Tx&, bool) const override { return false; }  // autovacuum does it

    // The newest stretch is asked first, and a further one only as far as it is needed: the cost
    // follows the count, not the size of the table.
    std::vector<std::int64_t> newest(sql::Tx& tx, const Match& match,
                                     const std::vector<std::int64_t>& audiences,
                                     int count) const override {
        const std::int64_t highest = tx.one(highest_id);
        const std::int64_t first = tx.find(window_end, first_window_rows).value_or(0);
        Window window{rounded_down(first), rounded_down(highest) + stretch_width(0)};
        std::vector<std::int64_t> ids;
        for (;;) {
            const int missing = count - static_cast<int>(ids.size());
            const auto more = matches_in(tx, match, audiences, window, missing);
            ids.insert(ids.end(), more.begin(), more.end());
            if (window.begin <= 0 || ids.size() >= static_cast<std::size_t>(count)) return ids;
            window = next_window(window, highest, ids.size(), static_cast<std::size_t>(count));
        }
    }

private:
    static std::vector<std::int64_t> matches_in(sql::Tx& tx, const Match& match,
                                                const std::vector<std::int64_t>& audiences,
                                                const Window& window, int count) {
        std::string asked = match.tsquery;
        if (window.begin > 0) asked += " & (" + stretches(window.begin, window.end) + ")";
        if (match.check.empty()) {
            return tx.all(newest_in_window, asked, audiences, window.end, count);
        }
        return tx.all(newest_checked, asked, audiences, window.end, count, match.check);
    }
};

}  // namespace

const FullText& postgres_fts() {
    static const PostgresFts made;
    return made;
}

}  // namespace search
