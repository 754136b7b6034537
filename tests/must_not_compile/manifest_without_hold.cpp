// expects: from '<brace-enclosed initializer list>' to 'kit::Feature'
// Every feature hands over what it holds of a person.

#include "platform/kit/feature.h"

void routes(web::Routes& site);

kit::Feature feature() {
    return {.name = "notes",
            .routes = &routes,
            .forget = [](const record::Floor&, identity::PersonId) {},
            .merge = kit::nothing_to_merge,
            .check = [](sql::Tx&) { return std::vector<std::string>{}; }};
}
