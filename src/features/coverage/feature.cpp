#include "features/coverage/feature.h"

#include "features/coverage/coverage.h"
#include "features/coverage/pages.h"

namespace coverage {

kit::Feature feature() {
    return {
        .name = "coverage",
        .routes = &routes,
        // Figures hold nobody's name; a consent is an organisation's.
        .forget = [](const record::Floor&, identity::PersonId) {},
        .check = [](sql::Tx&) { return std::vector<std::string>{}; },
        .grants = {{keep_coverage, {"administrator", "community_manager"}}},
        .menu = &menu,
    };
}

}  // namespace coverage
