#include "features/admin/store.h"

namespace admin::store {

namespace {

using sql::Query;

const Query<sql::Nothing(base::Instant, std::int64_t, std::int64_t, std::string)> backup_added{
    "backup_added", R"(
    INSERT INTO backups (at, row_count, bytes, trouble)
    VALUES ($1, $2, $3, $4))"};
const std::string backup_columns = "SELECT at, row_count, bytes, trouble FROM backups";
const Query<Backup()> backup_last{"backup_last", backup_columns + " ORDER BY at DESC LIMIT 1"};
const Query<Backup()> backup_last_good{
    "backup_last_good", backup_columns + " WHERE trouble = '' ORDER BY at DESC LIMIT 1"};

}  // namespace

void add_backup(sql::Tx& tx, const Backup& backup) {
    tx.run(backup_added, backup.at, backup.rows, backup.bytes, backup.trouble);
}

std::optional<Backup> find_last_backup(sql::Tx& tx) { return tx.find(backup_last); }

std::optional<Backup> find_last_good_backup(sql::Tx& tx) { return tx.find(backup_last_good); }

}  // namespace admin::store
