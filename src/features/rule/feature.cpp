#include "features/rule/feature.h"

#include "features/rule/pages.h"
#include "features/rule/rule.h"

namespace rule {

kit::Feature feature() {
    return {
        .name = "rule",
        .routes = &routes,
        // Nothing is held of a person here yet.
        .forget = [](const record::Floor&, identity::PersonId) {},
        .merge = kit::nothing_to_merge,
        .hold = [](const record::Floor&) { return std::vector<identity::Holding>{}; },
        .check = [](sql::Tx&) { return std::vector<std::string>{}; },
        .grants = {{set_rule, {"administrator"}}},
        .signposts = {.help = {{"/help/rule", "The Chatham House Rule"}}},
    };
}

}  // namespace rule
