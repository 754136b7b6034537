#include "tests/support/snapshot.h"

#include "platform/sql/catalogue.h"

#include <algorithm>

namespace testing_site {

namespace {

std::string text_of(const sql::Row& row, const std::vector<sql::ColumnEntry>& columns) {
    std::string text;
    for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
        const auto kind = columns[static_cast<std::size_t>(i)].kind;
        if (row.is_null(i)) text += "∅";
        else if (kind == sql::Cell::Kind::integer) text += std::to_string(row.integer(i));
        else text += kind == sql::Cell::Kind::bytes ? row.bytes(i) : row.text(i);
        text += '|';
    }
    return text;
}

std::vector<std::string> rows_of(sql::Tx& tx, const sql::TableEntry& table) {
    std::string columns;
    for (const auto& column : table.columns) {
        columns += (columns.empty() ? "" : ", ") + sql::quoted(column.name);
    }
    std::vector<std::string> rows;
    const sql::Statement all{"snapshot", "SELECT " + columns + " FROM " + sql::quoted(table.name)};
    tx.run_text(all, {}, [&](const sql::Row& row) {
        rows.push_back(text_of(row, table.columns));
        return true;
    });
    std::ranges::sort(rows);
    return rows;
}

}  // namespace

Snapshot snapshot(sql::Database& database) {
    Snapshot taken;
    database.read([&](sql::Tx& tx) {
        taken.clear();
        for (const auto& table : sql::tables(tx)) taken[table.name] = rows_of(tx, table);
    });
    return taken;
}

std::string difference(const Snapshot& earlier, const Snapshot& later) {
    std::string words;
    for (const auto& [table, rows] : later) {
        const auto before = earlier.find(table);
        if (before != earlier.end() && before->second == rows) continue;
        const auto count = before == earlier.end() ? 0 : before->second.size();
        words += table + " (" + std::to_string(count) + " rows, then " +
                 std::to_string(rows.size()) + ") ";
    }
    return words;
}

}  // namespace testing_site
