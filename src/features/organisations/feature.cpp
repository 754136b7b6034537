#include "features/organisations/feature.h"

#include "features/organisations/pages.h"
#include "features/organisations/store.h"

namespace organisations {

namespace {

void forget(const record::Floor& floor, identity::PersonId person) {
    store::forget(floor.tx, person);
}

base::Verdict merge(const record::Floor& floor, const identity::Merger& merger) {
    store::merge(floor.tx, merger);
    return base::allowed;
}

}  // namespace

kit::Feature feature(const DirectoryPtr& directory) {
    return {
        .name = "organisations",
        .routes =
            [directory](web::Routes& site) {
                keeping_routes(site, directory);
                directory_routes(site, directory);
            },
        .forget = &forget,
        .merge = &merge,
        .hold = [](const record::Floor& floor) {
            return store::held(floor.tx, floor.actor.id());
        },
        .check = &store::broken_states,
        .grants = {{keep_organisations, {"administrator", "community_manager"}}},
        .menu = &menu,
    };
}

}  // namespace organisations
