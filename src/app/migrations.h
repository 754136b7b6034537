#pragma once
// Every migration of every room, in order; the table is made by the build.

#include "platform/sql/migrations.h"

#include <span>

namespace app {

std::span<const sql::Migration> migrations();

}  // namespace app
