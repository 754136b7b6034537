// expects: from '<brace-enclosed initializer list>' to 'kit::Feature'
// Every feature says how its data is looked through.

#include "platform/kit/feature.h"

void routes(web::Routes& site);

kit::Feature feature() {
    return {.name = "notes",
            .routes = &routes,
            .forget = [](const record::Floor&, identity::PersonId) {
                return std::vector<std::string>{};
            },
            .merge = kit::nothing_to_merge,
            .hold = [](const record::Floor&) { return std::vector<identity::Holding>{}; }};
}
