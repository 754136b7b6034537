#include "platform/sql/check.h"

namespace sql {

namespace {

struct BrokenReference {
    std::string table;
    std::optional<std::int64_t> row;
    std::string parent;
};

const Query<std::string()> integrity{"integrity", "PRAGMA integrity_check(100)"};
const Query<BrokenReference()> references{
    "references", R"(SELECT "table", rowid, parent FROM pragma_foreign_key_check LIMIT 100)"};

}  // namespace

// PostgreSQL enforces its references and checks its pages by itself.
std::vector<std::string> broken_references(Database& database) {
    std::vector<std::string> broken;
    if (database.engine() == Engine::postgresql) return broken;
    database.read([&](Tx& tx) {
        for (auto& sentence : tx.all(integrity)) {
            if (sentence != "ok") broken.push_back(std::move(sentence));
        }
        for (const auto& row : tx.all(references)) {
            broken.push_back("a row of " + row.table + " refers to a row of " + row.parent +
                             " that is not there");
        }
    });
    return broken;
}

}  // namespace sql
