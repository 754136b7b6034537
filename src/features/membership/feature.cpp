#include "features/membership/feature.h"

#include "features/membership/listeners.h"
#include "features/membership/pages.h"
#include "features/membership/store.h"

namespace membership {

namespace {

void forget(const record::Floor& floor, identity::PersonId person) {
    store::forget(floor.tx, person);
}

}  // namespace

kit::Feature feature(const organisations::DirectoryPtr& directory, const Mailing& mailing) {
    return {
        .name = "membership",
        .routes =
            [directory, mailing](web::Routes& site) {
                joining_routes(site, mailing);
                invitation_routes(site);
                deciding_routes(site);
                document_routes(site);
                applying_routes(site, directory);
                roll_routes(site);
                position_routes(site, directory);
            },
        .forget = &forget,
        .check = &store::broken_memberships,
        .keeps = {"That somebody was admitted or refused, and by whom, stays in the record as a "
                  "number: without it nobody could answer for the roll."},
        .grants = {{verify_positions,
                    {"administrator", "community_manager", "chair", "vice_chair"}}},
        .listeners = listeners(mailing),
        .menu = &menu,
        .today = &today_parts,
    };
}

}  // namespace membership
