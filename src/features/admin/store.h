#pragma once
// All SQL of administration.

#include "features/admin/admin.h"

namespace admin::store {

void add_backup(sql::Tx& tx, const Backup& backup);
std::optional<Backup> find_last_backup(sql::Tx& tx);
std::optional<Backup> find_last_good_backup(sql::Tx& tx);

}  // namespace admin::store
