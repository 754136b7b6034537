#pragma once
// All rows of all tables, to see that nothing has changed.

#include "platform/sql/database.h"

#include <map>
#include <string>
#include <vector>

namespace testing_site {

// The rows of each table, in no order of their own.
using Snapshot = std::map<std::string, std::vector<std::string>>;

Snapshot snapshot(sql::Database& database);

// The tables that differ, with their numbers of rows; "" where nothing does.
std::string difference(const Snapshot& earlier, const Snapshot& later);

}  // namespace testing_site
