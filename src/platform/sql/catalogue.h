#pragma once
// Which tables there are and what is in them, asked of the engine; and how a table is filled
// before its triggers and foreign keys look. For backups.

#include "platform/sql/backup_stream.h"
#include "platform/sql/tx.h"

#include <string>
#include <vector>

namespace sql {

struct ColumnEntry {
    std::string name;
    Cell::Kind kind = Cell::Kind::text;
};

struct TableEntry {
    std::string name;
    std::vector<ColumnEntry> columns;  // without generated ones
    std::string identity;              // the column that numbers new rows, if one does
};

// By name; without derived ones, and without what this room keeps for itself. Throws
// std::runtime_error for a column that could not be told faithfully.
std::vector<TableEntry> tables(Tx& tx);

std::string quoted(std::string_view name);

// The highest id given out so far; 0 where nobody counts.
std::int64_t last_id(Tx& tx, const TableEntry& table);
// So that the next id is above it and above every row's.
void set_last_id(Tx& tx, const TableEntry& table, std::int64_t id);

// Takes triggers and foreign keys away until the transaction's end, empties all tables; `restore`
// brings them back, and throws when a foreign key leads nowhere.
class Suspended {
public:
    Suspended(Tx& tx, const std::vector<TableEntry>& tables);
    void restore();

private:
    Tx& tx_;
    std::vector<std::string> again_;  // the statements that bring them back
};

}  // namespace sql
