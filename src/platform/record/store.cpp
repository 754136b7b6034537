#include "platform/record/store.h"

namespace record::store {

namespace {

using sql::Nothing;
using sql::Query;

const Query<Nothing(std::int64_t, base::Instant, std::optional<identity::PersonId>,
                    std::string_view, std::int64_t, std::string_view)>
    fact_added{"fact_added", R"(
    INSERT INTO facts (transaction_number, at, actor_id, kind, subject_id, details)
    VALUES ($1, $2, $3, $4, $5, $6))"};

const std::string fact_columns = R"(
    SELECT id, transaction_number, at, actor_id, kind, subject_id, details
      FROM facts)";
// Two arms instead of one comparison of pairs, for which SQLite would use the first column only and
// read every fact at each look. Each has a limit, or PostgreSQL would sort all that is to come.
const Query<FactRow(std::int64_t, std::int64_t, std::int64_t, int)> facts_next{
    "facts_next", "SELECT * FROM (" + fact_columns + R"(
     WHERE transaction_number = $1 AND id > $2 AND transaction_number < $3
     ORDER BY id
     LIMIT $4) AS same
     UNION ALL
    SELECT * FROM ()" + fact_columns + R"(
     WHERE transaction_number > $1 AND transaction_number < $3
     ORDER BY transaction_number, id
     LIMIT $4) AS later
     ORDER BY transaction_number, id
     LIMIT $4)"};
const Query<ToldRow(std::string_view, std::int64_t, int)> facts_by_subject{"facts_by_subject", R"(
    SELECT f.id, f.at, coalesce(p.name, ''), f.kind, f.details
      FROM facts f
      LEFT JOIN persons p ON p.id = f.actor_id
     WHERE f.subject_id = $2 AND substr(f.kind, 1, length($1)) = $1
     ORDER BY f.id DESC
     LIMIT $3)"};
// Two arms, each of which walks an index of its own. What was done under an account that was merged
// into this person's is theirs.
const std::string own_accounts = "(SELECT id FROM persons WHERE id = $1 OR merged_into = $1)";
const std::string own_columns = R"(
    SELECT at, kind, subject_id, CASE WHEN actor_id IN )" + own_accounts +
                                R"( THEN 1 ELSE 0 END
      FROM facts)";
const Query<OwnRow(identity::PersonId, std::string_view, int)> facts_by_person{
    "facts_by_person", own_columns + R"(
     WHERE actor_id IN )" + own_accounts + R"(
     UNION ALL)" + own_columns + R"(
     WHERE subject_id IN )" + own_accounts + R"(
       AND (actor_id IS NULL OR actor_id NOT IN )" + own_accounts + R"()
       AND $2 LIKE '%,' || kind || ',%'
     ORDER BY 1
     LIMIT $3)"};
const Query<FactRow(FactId)> fact_by_id{"fact_by_id", fact_columns + " WHERE id = $1"};
const Query<Cursor(std::int64_t)> fact_newest{"fact_newest", R"(
    SELECT transaction_number, id
      FROM facts
     WHERE transaction_number < $1
     ORDER BY transaction_number DESC, id DESC
     LIMIT 1)"};

const Query<Cursor(std::string_view)> cursor_by_name{
    "cursor_by_name", "SELECT transaction_number, fact_id FROM listeners WHERE name = $1"};
const Query<Nothing(std::string_view, std::int64_t, std::int64_t)> cursor_moved{"cursor_moved", R"(
    INSERT INTO listeners (name, transaction_number, fact_id)
    VALUES ($1, $2, $3)
        ON CONFLICT (name) DO UPDATE
       SET transaction_number = excluded.transaction_number, fact_id = excluded.fact_id)"};

const Query<Nothing(std::string_view, FactId, base::Instant, std::string_view)> aside_added{
    "aside_added", R"(
    INSERT INTO facts_set_aside (listener, fact_id, at, reason)
    VALUES ($1, $2, $3, $4)
        ON CONFLICT (listener, fact_id) DO NOTHING)"};
const Query<Nothing(std::string_view, FactId)> aside_removed{"aside_removed", R"(
    DELETE FROM facts_set_aside
     WHERE listener = $1 AND fact_id = $2)"};
const Query<std::int64_t()> aside_counted{"aside_counted", "SELECT count(*) FROM facts_set_aside"};
const Query<SetAside(std::string_view, FactId, int)> aside_after{"aside_after", R"(
    SELECT listener, fact_id, at, reason
      FROM facts_set_aside
     WHERE listener > $1 OR (listener = $1 AND fact_id > $2)
     ORDER BY listener, fact_id
     LIMIT $3)"};

}  // namespace

void append(sql::Tx& tx, const FactRow& fact) {
    tx.run(fact_added, tx.transaction_number(), fact.at, fact.actor, fact.kind, fact.subject,
           fact.details);
}

std::vector<FactRow> facts_after(sql::Tx& tx, Cursor cursor, int rows_max) {
    return tx.all(facts_next, cursor.transaction, cursor.id, tx.settled_below(), rows_max);
}

std::vector<ToldRow> facts_about(sql::Tx& tx, std::string_view kind_prefix, std::int64_t subject,
                                 int rows_max) {
    return tx.all(facts_by_subject, kind_prefix, subject, rows_max);
}

std::vector<OwnRow> facts_of(sql::Tx& tx, identity::PersonId person, std::string_view kinds,
                             int rows_max) {
    return tx.all(facts_by_person, person, kinds, rows_max);
}

std::optional<FactRow> find_fact(sql::Tx& tx, FactId id) { return tx.find(fact_by_id, id); }

Cursor newest(sql::Tx& tx) {
    return tx.find(fact_newest, tx.settled_below()).value_or(Cursor{});
}

Cursor cursor_of(sql::Tx& tx, std::string_view listener) {
    return tx.find(cursor_by_name, listener).value_or(Cursor{});
}

void move_cursor(sql::Tx& tx, std::string_view listener, Cursor cursor) {
    tx.run(cursor_moved, listener, cursor.transaction, cursor.id);
}

void set_aside(sql::Tx& tx, const SetAside& aside) {
    tx.run(aside_added, aside.listener, aside.fact, aside.at, aside.reason);
}

bool take_back(sql::Tx& tx, std::string_view listener, FactId fact) {
    return tx.run(aside_removed, listener, fact) > 0;
}

std::int64_t count_set_aside(sql::Tx& tx) { return tx.one(aside_counted); }

std::vector<SetAside> set_aside_after(sql::Tx& tx, std::string_view listener, FactId fact,
                                      int rows_max) {
    return tx.all(aside_after, listener, fact, rows_max);
}

}  // namespace record::store
