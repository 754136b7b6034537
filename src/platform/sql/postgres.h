#pragma once
// The engine for several machines: a PostgreSQL server. Only database.cpp includes this.

#include "platform/sql/database.h"

namespace sql {

std::unique_ptr<Database> open_postgres(const std::string& url, const Options& options);

}  // namespace sql
