#include "features/sealing/store.h"

namespace sealing::store {

namespace {

using identity::Holding;
using identity::with_rows_of;
using sql::Query;

struct KeyHeld {
    KeyId id;
    base::Instant made;
    std::optional<base::Instant> retired;
    std::string why;
};
const Query<KeyHeld(PersonId, int)> keys_held{"sealing_keys_held", R"(
    SELECT id, made_at, retired_at, retired_why
      FROM sealing_keys
     WHERE holder_id = $1 OR deposited_by = $1
     ORDER BY id
     LIMIT $2)"};

struct RecoveryHeld {
    base::Instant decided;
    std::string way, keeper;
};
const Query<RecoveryHeld(PersonId, int)> recoveries_held{"recoveries_held", R"(
    SELECT decided_at, CASE way WHEN 1 THEN 'nothing' ELSE 'a deposited key' END, keeper
      FROM recoveries
     WHERE decided_by = $1
     ORDER BY id
     LIMIT $2)"};

struct OpeningHeld {
    OpeningId id;
    std::string part;
    base::Instant asked;
    std::string words, reason;
    std::optional<base::Instant> ended;
};
const Query<OpeningHeld(PersonId, int)> openings_held{"openings_held", R"(
    SELECT id,
           CASE WHEN found_id = $1 THEN 'your name was opened'
                WHEN asked_by = $1 THEN 'you asked' ELSE 'you ended it' END,
           asked_at, CASE WHEN found_id = $1 OR asked_by = $1 THEN words ELSE '' END,
           CASE WHEN ended_by = $1 THEN reason ELSE '' END, ended_at
      FROM openings
     WHERE found_id = $1 OR asked_by = $1 OR ended_by = $1
     ORDER BY id
     LIMIT $2)"};

}  // namespace

std::vector<Holding> holdings(sql::Tx& tx, PersonId person) {
    return {
        with_rows_of(tx,
                     {.name = "sealing_keys",
                      .title = "Keys to sealed names that you made",
                      .why = "So that names can be sealed to them, and to a deposited one that you "
                             "made without one of yours. The secret half is on paper alone.",
                      .tables = {"sealing_keys"},
                      .columns = {"Key", "Made", "Retired", "Why"}},
                     keys_held, person),
        with_rows_of(tx,
                     {.name = "recoveries",
                      .title = "What you decided of lost keys",
                      .why = "So that it stands before a key is lost.",
                      .tables = {"recoveries"},
                      .columns = {"Decided", "What happens", "Who keeps the paper"}},
                     recoveries_held, person),
        with_rows_of(
            tx,
            {.name = "openings",
             .title = "Openings of sealed names with a part of yours",
             .why = "So that each can be answered for, for two years after it ended.",
             .tables = {"openings"},
             .columns = {"Opening", "Your part", "Asked", "Why", "What you said of it", "Ended"}},
            openings_held, person),
    };
}

}  // namespace sealing::store
