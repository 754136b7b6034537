#include "platform/sql/migrations.h"

#include "platform/sql/migration_steps.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <sodium.h>
#include <stdexcept>

namespace sql {

namespace {

const Query<std::int64_t()> table_on_sqlite("schema_table_sqlite", R"(
    SELECT count(*) FROM sqlite_schema
     WHERE type = 'table' AND name = 'schema_steps')");

const Query<std::int64_t()> table_on_postgres("schema_table_postgresql", R"(
    SELECT count(*) WHERE to_regclass('schema_steps') IS NOT NULL)");

const Query<CarriedOut()> all_steps("schema_steps", R"(
    SELECT room, name, checksum FROM schema_steps ORDER BY at, room, name)");

const Query<std::int64_t(std::string, std::string)> count_of_step("schema_step", R"(
    SELECT count(*) FROM schema_steps WHERE room = $1 AND name = $2)");

const Query<Nothing(std::string, std::string, std::string, std::int64_t)> add_step(
    "schema_step_add", R"(
    INSERT INTO schema_steps (room, name, checksum, at) VALUES ($1, $2, $3, $4))");

// Another node's migration may take minutes; nothing is locked but this number.
const Statement one_at_a_time{"schema_lock", R"(
    SET LOCAL lock_timeout = 0;
    SET LOCAL statement_timeout = 0;
    SET LOCAL idle_in_transaction_session_timeout = 0;
    SELECT pg_advisory_xact_lock(7239054882317716462);)"};

std::string path(const Migration& migration) {
    return std::string(migration.room) + "/" + std::string(migration.name);
}

std::string list(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

SchemaState compare(Engine engine, const std::vector<CarriedOut>& done,
                    std::span<const Migration> migrations) {
    SchemaState state;
    const auto is_of = [](const Migration& m, const CarriedOut& c) {
        return m.room == c.room && m.name == c.name;
    };
    for (const Migration& migration : migrations) {
        const auto found = std::ranges::find_if(
            done, [&](const CarriedOut& each) { return is_of(migration, each); });
        if (found == done.end()) state.missing.push_back(path(migration));
        else if (found->checksum != checksum(text_of(migration, engine))) {
            state.changed.push_back(path(migration));
        }
    }
    for (const CarriedOut& each : done) {
        const bool is_known = std::ranges::any_of(
            migrations, [&](const Migration& migration) { return is_of(migration, each); });
        if (!is_known) state.unknown.push_back(each.room + "/" + each.name);
    }
    return state;
}

void refuse_what_cannot_be_mended(const SchemaState& state) {
    if (!state.unknown.empty()) {
        throw std::runtime_error("The database was made by a newer version of this program (" +
                                 list(state.unknown) + "). Install that version.");
    }
    if (!state.changed.empty()) {
        throw std::runtime_error("Steps of the schema that were already carried out have changed "
                                 "since (" + list(state.changed) + "). They must be restored.");
    }
}

// In a transaction of its own. False when another node has done it in the meantime.
bool carry_out(Database& database, const Migration& migration) {
    bool is_done_by_us = false;
    database.write([&](Tx& tx) {
        prepare_for_steps(tx);
        is_done_by_us = tx.one(count_of_step, std::string(migration.room),
                               std::string(migration.name)) == 0;
        if (is_done_by_us) carry_out_step(tx, migration);
    });
    return is_done_by_us;
}

std::vector<std::string> migrate_alone(Database& database, std::span<const Migration> migrations) {
    const SchemaState state = schema_state(database, migrations);
    refuse_what_cannot_be_mended(state);
    std::vector<std::string> done;
    for (const Migration& migration : migrations) {
        const bool is_missing = std::ranges::count(state.missing, path(migration)) > 0;
        if (is_missing && carry_out(database, migration)) done.push_back(path(migration));
    }
    return done;
}

}  // namespace

std::string checksum(std::string_view text) {
    std::array<unsigned char, crypto_generichash_BYTES> sum;
    std::array<char, 2 * sum.size() + 1> hex;
    crypto_generichash(sum.data(), sum.size(), reinterpret_cast<const unsigned char*>(text.data()),
                       text.size(), nullptr, 0);
    return sodium_bin2hex(hex.data(), hex.size(), sum.data(), sum.size());
}

std::string_view text_of(const Migration& migration, Engine engine) {
    return engine == Engine::sqlite ? migration.sqlite : migration.postgres;
}

std::vector<CarriedOut> carried_out(Tx& tx) {
    const auto& has_table = tx.engine() == Engine::sqlite ? table_on_sqlite : table_on_postgres;
    return tx.one(has_table) == 0 ? std::vector<CarriedOut>() : tx.all(all_steps);
}

void prepare_for_steps(Tx& tx) {
    static const Statement on_sqlite{"schema_steps_create", R"(
        CREATE TABLE IF NOT EXISTS schema_steps (
            room TEXT NOT NULL, name TEXT NOT NULL, checksum TEXT NOT NULL, at INTEGER NOT NULL,
            PRIMARY KEY (room, name)) STRICT)"};
    static const Statement on_postgres{"schema_steps_create", R"(
        SET LOCAL statement_timeout = 0;
        SET LOCAL idle_in_transaction_session_timeout = 0;
        CREATE TABLE IF NOT EXISTS schema_steps (
            room TEXT NOT NULL, name TEXT NOT NULL, checksum TEXT NOT NULL, at BIGINT NOT NULL,
            PRIMARY KEY (room, name)))"};
    tx.run_script(tx.engine() == Engine::sqlite ? on_sqlite : on_postgres);
}

void carry_out_step(Tx& tx, const Migration& migration) {
    const std::string_view text = text_of(migration, tx.engine());
    tx.run_script({path(migration), std::string(text)});
    tx.run(add_step, std::string(migration.room), std::string(migration.name), checksum(text),
           base::SystemClock().now().time_since_epoch().count());
}

SchemaState schema_state(Database& database, std::span<const Migration> migrations) {
    std::vector<CarriedOut> done;
    database.read([&done](Tx& tx) { done = carried_out(tx); });
    return compare(database.engine(), done, migrations);
}

std::vector<std::string> migrate(Database& database, std::span<const Migration> migrations) {
    // SQLite's single writer is lock enough: each step looks again whether it is still missing.
    if (database.engine() == Engine::sqlite) return migrate_alone(database, migrations);
    std::vector<std::string> done;
    database.read([&](Tx& tx) {
        tx.run_script(one_at_a_time);  // held until this read ends, while others do the writing
        done = migrate_alone(database, migrations);
    });
    return done;
}

}  // namespace sql
