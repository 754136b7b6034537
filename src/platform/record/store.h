#pragma once
// All SQL of the record: append, read after a cursor, keep the cursors and what they passed by
// unheard.

#include "platform/record/fact.h"
#include "platform/sql/tx.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace record::store {

// Where a listener stands. On PostgreSQL a transaction that took a lower id may commit later, so
// the order is (transaction, id) and only settled transactions are read; on SQLite it is the id.
struct Cursor {
    std::int64_t transaction = 0;
    std::int64_t id = 0;
};

struct FactRow {
    FactId id;
    std::int64_t transaction = 0;
    base::Instant at;
    std::optional<identity::PersonId> actor;
    std::string kind;
    std::int64_t subject = 0;
    std::string details;
};

// As it is told to a reader.
struct ToldRow {
    FactId id;
    base::Instant at;
    std::string actor_name;
    std::string kind;
    std::string details;
};

void append(sql::Tx& tx, const FactRow& fact);
std::vector<FactRow> facts_after(sql::Tx& tx, Cursor cursor, int rows_max);
std::vector<ToldRow> facts_about(sql::Tx& tx, std::string_view kind_prefix, std::int64_t subject,
                                 int rows_max);
// Of this actor, or about this person: those whose kind stands between commas in `kinds`.
struct OwnRow {
    base::Instant at;
    std::string kind;
    std::int64_t subject = 0;
    bool is_actor = false;
};
std::vector<OwnRow> facts_of(sql::Tx& tx, identity::PersonId person, std::string_view kinds,
                             int rows_max);
std::optional<FactRow> find_fact(sql::Tx& tx, FactId id);
Cursor newest(sql::Tx& tx);

Cursor cursor_of(sql::Tx& tx, std::string_view listener);  // the beginning, if it is new
void move_cursor(sql::Tx& tx, std::string_view listener, Cursor cursor);

// A fact that a listener could not follow.
struct SetAside {
    std::string listener;
    FactId fact;
    base::Instant at;
    std::string reason;  // one line
};
void set_aside(sql::Tx& tx, const SetAside& aside);
bool take_back(sql::Tx& tx, std::string_view listener, FactId fact);  // false: it was not there
std::int64_t count_set_aside(sql::Tx& tx);
// By listener and fact, those behind this one: ("", 0) is in front of all.
std::vector<SetAside> set_aside_after(sql::Tx& tx, std::string_view listener, FactId fact,
                                      int rows_max);

}  // namespace record::store
