#include "features/offices/feature.h"

#include "features/offices/facts.h"
#include "features/offices/listeners.h"
#include "features/offices/pages.h"
#include "features/offices/store.h"

namespace offices {

namespace {

// The roles themselves are the account's, and go with it.
void forget(const record::Floor& floor, identity::PersonId person) {
    store::forget(floor.tx, person);
}

base::Verdict merge(const record::Floor& floor, const identity::Merger& merger) {
    store::merge(floor.tx, merger);
    return base::allowed;
}

}  // namespace

kit::Feature feature(const Mailing& mailing) {
    return {
        .name = "offices",
        .routes = &routes,
        .forget = &forget,
        .merge = &merge,
        .hold =
            [](const record::Floor& floor) { return store::holdings(floor.tx, floor.actor.id()); },
        .check = &store::broken,
        .keeps = {"That somebody held an office, and who appointed them, stays in the record as a "
                  "number: without it nobody could answer for what was decided."},
        .retains = {{.name = "offices.appointments",
                     .what = "Offices you hold or held, with why they ended",
                     .from = "As long as you have an account",
                     .why = "So that it can be answered for who held which office."}},
        .about_persons = {OfficeGiven::kind, OfficeEnded::kind},
        .grants = {{appoint_leaders, {"administrator", "community_manager"}},
                   {appoint_officers, {"administrator"}}},
        .listeners = listeners(mailing),
        .menu = &menu,
        .today = &today,
    };
}

}  // namespace offices
