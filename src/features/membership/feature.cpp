#include "features/membership/feature.h"

#include "features/membership/pages.h"
#include "features/membership/store.h"

namespace membership {

namespace {

std::vector<std::string> forget(const record::Floor& floor, identity::PersonId person) {
    store::forget(floor.tx, person);
    return {};
}

}  // namespace

kit::Feature feature(const organisations::DirectoryPtr& directory) {
    return {
        .name = "membership",
        .routes = [directory](web::Routes& site) { routes(site, directory); },
        .forget = &forget,
        .check = [](sql::Tx&) { return std::vector<std::string>{}; },
        .grants = {{verify_positions, {"administrator", "community_manager", "chair"}}},
        .menu = &menu,
        .today = &today_parts,
    };
}

}  // namespace membership
