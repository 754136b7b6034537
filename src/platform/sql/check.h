#pragma once
// What an engine itself knows to be wrong with its data: broken pages, references that lead
// nowhere.

#include "platform/sql/database.h"

#include <string>
#include <vector>

namespace sql {

std::vector<std::string> broken_references(Database& database);

}  // namespace sql
