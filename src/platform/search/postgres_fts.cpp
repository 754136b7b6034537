#include "platform/search/fts.h"

#include <algorithm>
#include <string_view>

namespace search {

namespace {

using Ids = std::vector<std::int64_t>;
using sql::Nothing;
using sql::Query;

constexpr int first_window_rows = 4'000;

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
const Query<std::int64_t(std::string_view, Ids, std::int64_t, std::int64_t, int)> newest_in_window{
    "fts_newest_in_window", R"(
    SELECT r.id
      FROM search_text_rows r
     WHERE r.words @@ CAST($1 AS tsquery) AND r.audience_id IN ($2) AND r.id > $3 AND r.id <= $4
     ORDER BY r.id DESC
     LIMIT $5)"};

// 'ambient':1 'voice':2 …; the text's words begin two places after the title's, so that no phrase
// runs from one into the other.
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
    void add_place(std::int64_t audience) {
        text_.append("'#").append(std::to_string(audience)).append("'");
    }
    const std::string& text() const { return text_; }

private:
    void add_word(std::string_view word, int position) {
        text_.append("'").append(word).append("':");
        text_.append(std::to_string(std::min(position, position_max))).append(" ");
    }

    static constexpr int position_max = 16'383;  // PostgreSQL's
    std::string text_;
    int position_ = 0;
};

// Where the next window ends, if matches go on being as dense as they were: half as wide again as
// is needed. Without a match so far, everything: what is so rare is quickly read.
std::int64_t next_end(std::int64_t highest, std::int64_t end, std::size_t found, std::size_t count) {
    if (found == 0) return INT64_MIN;
    const double looked_at = static_cast<double>(highest) - static_cast<double>(end);
    const double wanted = static_cast<double>(count - found) / static_cast<double>(found);
    const double next = static_cast<double>(end) - looked_at * wanted * 1.5 - 1;
    return next <= 0 ? INT64_MIN : static_cast<std::int64_t>(next);
}

class PostgresFts final : public FullText {
public:
    void add(sql::Tx& tx, const EntryWords& words) const override {
        VectorText vector;
        vector.add(words.title);
        vector.add(words.text);
        vector.add_place(words.audience);
        tx.run(row_added, words.id, words.audience, words.title, words.text, vector.text());
    }

    void drop(sql::Tx& tx, std::int64_t id) const override { tx.run(row_dropped, id); }
    void clear(sql::Tx& tx) const override { tx.run(rows_cleared); }

    // GIN gives its rows in no order. So the newest stretch is asked first, and a further one only
    // as far as it is needed: the cost follows the count, not the size of the table.
    std::vector<std::int64_t> newest(sql::Tx& tx, const Match& match,
                                     const std::vector<std::int64_t>& audiences,
                                     int count) const override {
        const std::int64_t highest = tx.one(highest_id);
        std::int64_t begin = INT64_MAX;
        std::int64_t end = tx.find(window_end, first_window_rows).value_or(INT64_MIN);
        std::vector<std::int64_t> ids;
        for (;;) {
            const int missing = count - static_cast<int>(ids.size());
            const auto more =
                tx.all(newest_in_window, match.tsquery, audiences, end, begin, missing);
            ids.insert(ids.end(), more.begin(), more.end());
            if (end == INT64_MIN || ids.size() >= static_cast<std::size_t>(count)) return ids;
            begin = end;
            end = next_end(highest, end, ids.size(), static_cast<std::size_t>(count));
        }
    }
};

}  // namespace

const FullText& postgres_fts() {
    static const PostgresFts made;
    return made;
}

}  // namespace search
