#pragma once
// A backup is one file that either engine restores: a gzip-compressed stream of every table's rows
// in one consistent snapshot, with the list of migrations it was made under and a checksum.
//
// Tables named `search_text…` are derived and left out, and so are generated columns and those of
// type tsvector. Columns named `transaction_number` are moved below zero by restore(), their order
// kept: the next server counts its transactions anew, and every new one must be above the old.

#include "platform/sql/migrations.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace sql {

struct BackupReport {
    std::int64_t tables = 0;
    std::int64_t rows = 0;
    std::int64_t bytes = 0;
};

using Progress = std::function<void(std::string_view table, std::int64_t rows)>;

// Written beside the place and renamed when it is whole and synced; serving goes on.
BackupReport back_up(Database& database, const std::string& file, const Progress& progress = {});

// Into an empty place only (a database without any of our tables); migrates it as far as the
// backup's own schema, loads, then checks counts, checksum and foreign keys. One transaction: where
// it throws std::runtime_error with a sentence, the place is as empty as before.
BackupReport restore(Database& database, const std::string& file,
                     std::span<const Migration> migrations, const Progress& progress = {});

// Reads the whole file and verifies its checksum; throws std::runtime_error with a sentence.
BackupReport verify_backup(const std::string& file);

}  // namespace sql
