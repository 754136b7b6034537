#pragma once
// The engine for one machine: a file, many readers, one writer. Only database.cpp includes this.

#include "platform/sql/database.h"

namespace sql {

std::unique_ptr<Database> open_sqlite(const std::string& path, const Options& options);

}  // namespace sql
