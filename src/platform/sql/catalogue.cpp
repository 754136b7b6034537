#include "platform/sql/catalogue.h"

#include <algorithm>
#include <stdexcept>

namespace sql {

namespace {

// Left out: what is derived, what the engine keeps, and what this room keeps (schema_steps travels
// as the backup's steps).
struct ColumnLine {
    std::string table;
    std::string column;
    std::string type;
    std::int64_t is_strict = 0;
};

const Query<ColumnLine()> columns_on_sqlite("backup_columns_sqlite", R"(
    SELECT t.name, c.name, upper(c.type), t.strict
      FROM pragma_table_list AS t, pragma_table_xinfo(t.name) AS c
     WHERE t.schema = 'main' AND t.type = 'table' AND c.hidden = 0
       AND substr(t.name, 1, 7) <> 'sqlite_' AND substr(t.name, 1, 11) <> 'search_text'
       AND t.name NOT IN ('schema_steps', 'commit_marks')
     ORDER BY t.name, c.cid)");

const Query<ColumnLine()> columns_on_postgres("backup_columns_postgresql", R"(
    SELECT c.relname, a.attname, format_type(a.atttypid, NULL), 1
      FROM pg_class AS c
      JOIN pg_namespace AS n ON n.oid = c.relnamespace
      JOIN pg_attribute AS a ON a.attrelid = c.oid
     WHERE n.nspname = current_schema() AND c.relkind = 'r' AND a.attnum > 0
       AND NOT a.attisdropped AND a.attgenerated = '' AND a.atttypid <> 'tsvector'::regtype
       AND substr(c.relname, 1, 11) <> 'search_text'
       AND c.relname NOT IN ('schema_steps', 'commit_marks')
     ORDER BY c.relname COLLATE "C", a.attnum)");

struct Identity {
    std::string table;
    std::string column;
};

const Query<Identity()> identities_on_sqlite("backup_identities_sqlite", R"(
    SELECT t.name, c.name
      FROM sqlite_schema AS t, pragma_table_info(t.name) AS c
     WHERE t.type = 'table' AND upper(t.sql) LIKE '%AUTOINCREMENT%' AND c.pk = 1)");

// With its schema, for the engine may ask of tables that it has not yet left out.
const Query<Identity()> identities_on_postgres("backup_identities_postgresql", R"(
    SELECT c.relname, a.attname
      FROM pg_class AS c
      JOIN pg_namespace AS n ON n.oid = c.relnamespace
      JOIN pg_attribute AS a ON a.attrelid = c.oid
     WHERE n.nspname = current_schema() AND c.relkind = 'r' AND a.attnum > 0
       AND NOT a.attisdropped
       AND pg_get_serial_sequence(quote_ident(n.nspname) || '.' || quote_ident(c.relname),
                                  a.attname) IS NOT NULL)");

const Query<std::string()> triggers_on_sqlite("backup_triggers", R"(
    SELECT name FROM sqlite_schema WHERE type = 'trigger')");
const Query<std::string()> trigger_texts_on_sqlite("backup_trigger_texts", R"(
    SELECT sql FROM sqlite_schema WHERE type = 'trigger')");

struct Key {
    std::string table;
    std::string name;
    std::string text;
};

const Query<Key()> keys_on_postgres("backup_keys", R"(
    SELECT c.relname, k.conname, pg_get_constraintdef(k.oid)
      FROM pg_constraint AS k
      JOIN pg_class AS c ON c.oid = k.conrelid
      JOIN pg_namespace AS n ON n.oid = c.relnamespace
     WHERE n.nspname = current_schema() AND k.contype = 'f' AND k.conparentid = 0
     ORDER BY c.relname, k.conname)");

const Query<std::string()> broken_keys_on_sqlite("backup_broken_keys", R"(
    SELECT DISTINCT "table" || ' → ' || parent FROM pragma_foreign_key_check LIMIT 5)");

const Query<std::int64_t(std::string)> sequence_on_sqlite("backup_sequence", R"(
    SELECT seq FROM sqlite_sequence WHERE name = $1)");
const Query<Nothing(std::string, std::int64_t)> move_sequence_on_sqlite("backup_sequence_move", R"(
    UPDATE sqlite_sequence SET seq = max(seq, $2) WHERE name = $1)");
const Query<Nothing(std::string, std::int64_t)> add_sequence_on_sqlite("backup_sequence_add", R"(
    INSERT INTO sqlite_sequence (name, seq) VALUES ($1, $2))");

// What each engine calls our three; anything else travels as the text that the engine writes.
Cell::Kind kind_of(std::string_view type) {
    for (const char* name : {"INTEGER", "INT", "bigint", "integer", "smallint", "boolean"}) {
        if (type == name) return Cell::Kind::integer;
    }
    return type == "BLOB" || type == "bytea" ? Cell::Kind::bytes : Cell::Kind::text;
}

// A column without a fixed type could hold what would be told wrong.
void refuse_loose(const ColumnLine& line) {
    if (line.is_strict != 0 && line.type != "ANY") return;
    throw std::runtime_error("The table " + line.table +
                             " is not STRICT, so a backup could not tell its values faithfully.");
}

void run(Tx& tx, const std::string& name, const std::string& text) {
    tx.run_script({name, text});
}

std::int64_t single_number(Tx& tx, const std::string& name, const std::string& text) {
    std::int64_t number = 0;
    tx.run_text({name, text}, {}, [&number](const Row& row) {
        number = row.integer(0);
        return false;
    });
    return number;
}

std::string text_literal(std::string_view text) {
    std::string literal = "'";
    for (const char c : text) literal.append(c == '\'' ? 2 : 1, c);
    return literal + "'";
}

// The sequence behind an identity column, as an SQL expression.
std::string sequence_of(const TableEntry& table) {
    return "pg_get_serial_sequence(" + text_literal(quoted(table.name)) + ", " +
           text_literal(table.identity) + ")";
}

}  // namespace

std::string quoted(std::string_view name) {
    std::string text = "\"";
    for (const char c : name) text.append(c == '"' ? 2 : 1, c);
    return text + "\"";
}

std::vector<TableEntry> tables(Tx& tx) {
    const bool is_sqlite = tx.engine() == Engine::sqlite;
    std::vector<TableEntry> found;
    for (ColumnLine& line : tx.all(is_sqlite ? columns_on_sqlite : columns_on_postgres)) {
        refuse_loose(line);
        if (found.empty() || found.back().name != line.table) {
            found.push_back({.name = line.table, .columns = {}, .identity = {}});
        }
        found.back().columns.push_back({std::move(line.column), kind_of(line.type)});
    }
    for (Identity& identity : tx.all(is_sqlite ? identities_on_sqlite : identities_on_postgres)) {
        const auto table = std::ranges::find(found, identity.table, &TableEntry::name);
        if (table != found.end()) table->identity = std::move(identity.column);
    }
    return found;
}

std::int64_t last_id(Tx& tx, const TableEntry& table) {
    if (table.identity.empty()) return 0;
    if (tx.engine() == Engine::sqlite) return tx.find(sequence_on_sqlite, table.name).value_or(0);
    // What follows CREATE DATABASE … TEMPLATE or setval(…, false) was not given out yet.
    std::string sequence;
    tx.run_text({"backup_sequence_name", "SELECT " + sequence_of(table)}, {},
                [&sequence](const Row& row) {
                    sequence = row.text(0);
                    return false;
                });
    const std::string last = "CASE WHEN is_called THEN last_value ELSE last_value - 1 END";
    return single_number(tx, "backup_sequence_postgresql", "SELECT " + last + " FROM " + sequence);
}

void set_last_id(Tx& tx, const TableEntry& table, std::int64_t id) {
    if (table.identity.empty()) return;
    if (tx.engine() == Engine::sqlite) {
        // Rows that were inserted have moved it as far as themselves.
        if (tx.run(move_sequence_on_sqlite, table.name, id) == 0 && id > 0) {
            tx.run(add_sequence_on_sqlite, table.name, id);
        }
        return;
    }
    const std::string column = quoted(table.identity);
    const std::int64_t highest = single_number(
        tx, "backup_highest",
        "SELECT coalesce(max(" + column + "), 0) FROM " + quoted(table.name));
    id = std::max(id, highest);
    if (id < 1) return;
    single_number(tx, "backup_sequence_set",
                  "SELECT setval(" + sequence_of(table) + ", " + std::to_string(id) + ")");
}

Suspended::Suspended(Tx& tx, const std::vector<TableEntry>& tables) : tx_(tx) {
    if (tx.engine() == Engine::sqlite) {
        run(tx, "restore_defer", "PRAGMA defer_foreign_keys = ON");
        again_ = tx.all(trigger_texts_on_sqlite);
        for (const std::string& name : tx.all(triggers_on_sqlite)) {
            run(tx, "restore_trigger", "DROP TRIGGER " + quoted(name));
        }
        for (const TableEntry& table : tables) {
            run(tx, "restore_empty", "DELETE FROM " + quoted(table.name));
        }
        return;
    }
    for (const Key& key : tx.all(keys_on_postgres)) {
        const std::string table = "ALTER TABLE " + quoted(key.table);
        run(tx, "restore_key", table + " DROP CONSTRAINT " + quoted(key.name));
        again_.push_back(table + " ADD CONSTRAINT " + quoted(key.name) + " " + key.text);
    }
    for (const TableEntry& table : tables) {
        run(tx, "restore_trigger", "ALTER TABLE " + quoted(table.name) + " DISABLE TRIGGER USER");
        again_.push_back("ALTER TABLE " + quoted(table.name) + " ENABLE TRIGGER USER");
        run(tx, "restore_empty", "DELETE FROM " + quoted(table.name));
    }
}

void Suspended::restore() {
    for (const std::string& text : again_) run(tx_, "restore_again", text);
    if (tx_.engine() != Engine::sqlite) return;  // PostgreSQL has checked them as they came back
    const auto broken = tx_.all(broken_keys_on_sqlite);
    if (broken.empty()) return;
    throw std::runtime_error("The backup has rows whose foreign keys lead nowhere (" + broken[0] +
                             ").");
}

}  // namespace sql
