#pragma once
// The schema as numbered steps, room by room; each step in its own transaction, recorded with its
// checksum. A step that was released is never edited: a changed checksum refuses to start.

#include "platform/sql/database.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sql {

struct Migration {
    std::string_view room;  // "forum"
    std::string_view name;  // "0001_topics"
    std::string_view sqlite;
    std::string_view postgres;
};

struct SchemaState {
    std::vector<std::string> missing;   // "forum/0002_drafts": not yet carried out
    std::vector<std::string> unknown;   // carried out by a newer program
    std::vector<std::string> changed;   // carried out with another text
    bool is_current() const { return missing.empty() && unknown.empty() && changed.empty(); }
};

SchemaState schema_state(Database& database, std::span<const Migration> migrations);

// Carries out what is missing, in the order given. Throws std::runtime_error with a sentence when
// the stored schema is newer or was changed.
std::vector<std::string> migrate(Database& database, std::span<const Migration> migrations);

}  // namespace sql
