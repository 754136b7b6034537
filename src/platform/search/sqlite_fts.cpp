#include "platform/search/fts.h"

#include <algorithm>
#include <functional>

namespace search {

namespace {

using Ids = std::vector<std::int64_t>;
using sql::Nothing;
using sql::Query;

const Query<Nothing(std::int64_t, std::string_view, std::string_view, std::string_view)> row_added{
    "fts_row_added", R"(
    INSERT INTO search_text_rows (id, place, title, text)
    VALUES ($1, $2, $3, $4))"};
const Query<Nothing(std::int64_t, std::string_view, std::string_view, std::string_view)>
    words_added{"fts_words_added", R"(
    INSERT INTO search_text (rowid, place, title, text)
    VALUES ($1, $2, $3, $4))"};
// FTS5 keeps no text: to forget a row's words it must be told them.
const Query<Nothing(std::int64_t)> words_dropped{"fts_words_dropped", R"(
    INSERT INTO search_text (search_text, rowid, place, title, text)
    SELECT 'delete', id, place, title, text
      FROM search_text_rows
     WHERE id = $1)"};
const Query<Nothing(std::int64_t)> row_dropped{"fts_row_dropped",
                                               "DELETE FROM search_text_rows WHERE id = $1"};
const Query<Nothing()> words_cleared{"fts_words_cleared",
                                     "INSERT INTO search_text (search_text) VALUES ('delete-all')"};
// https://www.sqlite.org/fts5.html, 6.8: a negative number begins to merge all segments into one
// and writes so many pages of it; positive ones go on. One that changes fewer than two rows has
// nothing left to do.
constexpr int pages_at_once = 64;  // some 3 ms, in which nobody else can write
const Query<Nothing(int)> segments_merged{
    "fts_segments_merged", "INSERT INTO search_text (search_text, rank) VALUES ('merge', $1)"};
const Query<std::int64_t()> changes_so_far{"fts_changes", "SELECT total_changes()"};
const Query<Nothing()> rows_cleared{"fts_rows_cleared", "DELETE FROM search_text_rows"};

// The word index is walked from its newest row and left at the limit; CROSS JOIN keeps that order.
// What members search they mostly may see: so first the newest matches of whatever audience are
// looked through, with an index that tells each one's. Where too few of them are the actor's, the
// match itself names the audiences, and their lists are gone through as well. The plus: one look
// into the index for each match, and not one for each match and audience.
constexpr int looked_through_max = 5'000;

const Query<std::int64_t(std::string_view, int, Ids, int)> newest_near{"fts_newest_near", R"(
    SELECT e.id
      FROM (SELECT rowid AS id
              FROM search_text
             WHERE search_text MATCH $1
             ORDER BY rowid DESC
             LIMIT $2) t
     CROSS JOIN search_entries e INDEXED BY search_entries_places ON e.id = t.id
     WHERE +e.audience_id IN ($3)
     LIMIT $4)"};
const Query<std::int64_t(std::string_view, int)> match_after{"fts_match_after", R"(
    SELECT rowid
      FROM search_text
     WHERE search_text MATCH $1
     ORDER BY rowid DESC
     LIMIT 1 OFFSET $2)"};
const Query<std::int64_t(std::string_view, int)> newest_matches{"fts_newest", R"(
    SELECT rowid
      FROM search_text
     WHERE search_text MATCH $1
     ORDER BY rowid DESC
     LIMIT $2)"};
const std::string walk = R"(
    SELECT e.id
      FROM search_text t
     CROSS JOIN search_entries e ON e.id = t.rowid
     CROSS JOIN search_text_rows r ON r.id = t.rowid
     WHERE t.search_text MATCH $1 AND e.audience_id IN ($3))";
const std::string newest_first = R"(
     ORDER BY t.rowid DESC
     LIMIT $2)";
const Query<std::int64_t(std::string_view, int, Ids)> newest_among{"fts_newest_among",
                                                                   walk + newest_first};
const Query<std::int64_t(std::string_view, int, Ids, std::string_view)> newest_checked{
    "fts_newest_checked",
    walk + " AND (instr(r.title, $4) > 0 OR instr(r.text, $4) > 0)" + newest_first};

class SqliteFts final : public FullText {
public:
    void add(sql::Tx& tx, const EntryWords& words) const override {
        const std::string place = "#" + std::to_string(words.audience);
        tx.run(row_added, words.id, place, words.title, words.text);
        tx.run(words_added, words.id, place, words.title, words.text);
    }

    void drop(sql::Tx& tx, std::int64_t id) const override {
        tx.run(words_dropped, id);
        tx.run(row_dropped, id);
    }

    void clear(sql::Tx& tx) const override {
        tx.run(words_cleared);
        tx.run(rows_cleared);
    }

    bool tidy(sql::Tx& tx, bool is_first) const override {
        const std::int64_t before = tx.one(changes_so_far);
        tx.run(segments_merged, is_first ? -pages_at_once : pages_at_once);
        return tx.one(changes_so_far) - before >= 2;
    }

    std::vector<std::int64_t> newest(sql::Tx& tx, const Match& match,
                                     const std::vector<std::int64_t>& audiences,
                                     int count) const override {
        if (!match.check.empty()) {
            return tx.all(newest_checked, match.fts5, count, audiences, match.check);
        }
        if (!match.names_audiences) return tx.all(newest_among, match.fts5, count, audiences);
        const int most = looked_through_max;
        auto near = tx.all(newest_near, match.fts5_anywhere, most, audiences, count);
        std::ranges::sort(near, std::greater{});  // as they came, though no ORDER BY promises it
        const bool is_enough = static_cast<int>(near.size()) == count ||
                               !tx.find(match_after, match.fts5_anywhere, most);
        return is_enough ? near : tx.all(newest_matches, match.fts5, count);
    }
};

}  // namespace

const FullText& sqlite_fts() {
    static const SqliteFts made;
    return made;
}

}  // namespace search
