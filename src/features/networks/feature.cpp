#include "features/networks/feature.h"

#include "features/networks/pages.h"
#include "platform/identity/store.h"

namespace networks {

kit::Feature feature(std::vector<Activity> activities, MayApply may_apply) {
    return {
        .name = "networks",
        .routes =
            [activities = std::move(activities),
             may_apply = std::move(may_apply)](web::Routes& site) {
                routes(site, activities, may_apply);
            },
        .forget =
            [](const record::Floor& floor, identity::PersonId person) {
                for (const auto audience : identity::store::audiences_of(floor.tx, person)) {
                    identity::store::leave_audience(floor.tx, person,
                                                    identity::AudienceId{audience});
                }
            },
        // Who belongs where, the audiences say: the account passes them on, and hands them over.
        .merge = kit::nothing_to_merge,
        .hold = [](const record::Floor&) { return std::vector<identity::Holding>{}; },
        .check = [](sql::Tx&) { return std::vector<std::string>{}; },
        .grants = {{found_networks, {"administrator", "community_manager"}}},
    };
}

html::Html sign_of(const Network& network) {
    return web::glyph("g-" + network.glyph, tone_of(network));
}

}  // namespace networks
