#include "platform/search/store.h"

namespace search::store {

namespace {

using Ids = std::vector<std::int64_t>;
using sql::Nothing;
using sql::Query;

// An id is the second of the entry's moment, and its number within it: the order of ids is the
// order of time, and a list by id walks from the newest without sorting. More than these in one
// second run over into the next.
constexpr std::int64_t ids_a_second = 1024;
constexpr std::int64_t microseconds_a_second = 1'000'000;

const std::string entry_columns = R"(
    SELECT id, kind, subject, part, audience_id, at, title, text
      FROM search_entries)";
const Query<Row(std::string_view, std::int64_t)> entry_by_part{
    "entry_by_part", entry_columns + " WHERE kind = $1 AND part = $2"};
const Query<Row(Ids, Ids)> entries_visible{
    "entries_visible", entry_columns + " WHERE id IN ($1) AND audience_id IN ($2)"};
const Query<std::int64_t(std::string_view, std::int64_t)> entry_ids_by_subject{
    "entry_ids_by_subject", "SELECT id FROM search_entries WHERE kind = $1 AND subject = $2"};
const Query<std::optional<std::int64_t>(std::int64_t, std::int64_t)> entry_id_highest{
    "entry_id_highest", "SELECT max(id) FROM search_entries WHERE id >= $1 AND id < $2"};
const Query<Nothing(std::int64_t, std::string_view, std::int64_t, std::int64_t, std::int64_t,
                    base::Instant, std::string_view, std::string_view)>
    entry_added{"entry_added", R"(
    INSERT INTO search_entries (id, kind, subject, part, audience_id, at, title, text)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))"};
const Query<Nothing(std::int64_t)> entry_removed{"entry_removed",
                                                 "DELETE FROM search_entries WHERE id = $1"};
const Query<Row(std::int64_t, int)> entries_without_words{"entries_without_words", R"(
    SELECT e.id, e.kind, e.subject, e.part, e.audience_id, e.at, e.title, e.text
      FROM search_entries e
      LEFT JOIN search_text_rows r ON r.id = e.id
     WHERE e.id > $1 AND r.id IS NULL
     ORDER BY e.id
     LIMIT $2)"};
// Of a very long text, the beginning decides its rank.
const Query<Words(Ids)> words_by_ids{"words_by_ids", R"(
    SELECT id, title, substr(text, 1, 8000)
      FROM search_text_rows
     WHERE id IN ($1))"};

std::int64_t free_id(sql::Tx& tx, base::Instant at) {
    const std::int64_t microseconds = at.time_since_epoch().count();
    std::int64_t first = microseconds / microseconds_a_second * ids_a_second;
    for (;; first += ids_a_second) {
        const auto highest = tx.one(entry_id_highest, first, first + ids_a_second);
        if (!highest) return first;
        if (*highest + 1 < first + ids_a_second) return *highest + 1;
    }
}

}  // namespace

std::optional<Row> find(sql::Tx& tx, std::string_view kind, std::int64_t part) {
    return tx.find(entry_by_part, kind, part);
}

std::vector<std::int64_t> ids_of(sql::Tx& tx, std::string_view kind, std::int64_t subject) {
    return tx.all(entry_ids_by_subject, kind, subject);
}

std::int64_t add(sql::Tx& tx, const Entry& entry) {
    const std::int64_t id = free_id(tx, entry.at);
    tx.run(entry_added, id, entry.kind, entry.subject, entry.part, entry.audience, entry.at,
           entry.title, entry.text);
    return id;
}

void remove(sql::Tx& tx, std::int64_t id) { tx.run(entry_removed, id); }

std::vector<Row> visible(sql::Tx& tx, const std::vector<std::int64_t>& ids,
                         const std::vector<std::int64_t>& audiences) {
    return tx.all(entries_visible, ids, audiences);
}

std::vector<Row> without_words(sql::Tx& tx, std::int64_t after_id, int rows_max) {
    return tx.all(entries_without_words, after_id, rows_max);
}

std::vector<Words> words_of(sql::Tx& tx, const std::vector<std::int64_t>& ids) {
    return tx.all(words_by_ids, ids);
}

}  // namespace search::store
