#include "features/organisations/store.h"

namespace organisations::store {

namespace {

using identity::PersonId;

struct ImportHeld {
    base::Day as_of;
    base::Instant imported;
    std::int64_t total = 0;
};
const sql::Query<ImportHeld(PersonId, int)> imports_held{"organisation_imports_held", R"(
    SELECT as_of, imported_at, total
      FROM organisation_imports
     WHERE person_id = $1
     ORDER BY id
     LIMIT $2)"};

}  // namespace

std::vector<identity::Holding> held(sql::Tx& tx, PersonId person) {
    return {identity::with_rows_of(tx,
                                   {.name = "organisation_imports",
                                    .title = "Lists of trusts that you imported",
                                    .why = "So that a change of the directory can be explained.",
                                    .tables = {"organisation_imports"},
                                    .columns = {"As of", "Imported", "Organisations in it"}},
                                   imports_held, person)};
}

}  // namespace organisations::store
