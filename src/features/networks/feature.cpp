#include "features/networks/feature.h"

#include "features/networks/networks.h"
#include "platform/identity/store.h"

namespace networks {

// Networks show through the forum's pages until they have pages of their own.
kit::Feature feature() {
    return {
        .name = "networks",
        .routes = [](web::Routes&) {},
        .forget = [](const record::Floor& floor, identity::PersonId person) {
            for (const auto audience : identity::store::audiences_of(floor.tx, person)) {
                identity::store::leave_audience(floor.tx, person, identity::AudienceId{audience});
            }
            return std::vector<std::string>{};
        },
        .check = [](sql::Tx&) { return std::vector<std::string>{}; },
        .grants = {{found_networks, {"administrator"}}},
    };
}

}  // namespace networks
