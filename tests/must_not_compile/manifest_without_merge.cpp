// expects: from '<brace-enclosed initializer list>' to 'kit::Feature'
// Every feature passes what it holds of one account to the other of the same person.

#include "platform/kit/feature.h"

void routes(web::Routes& site);

kit::Feature feature() {
    return {.name = "notes",
            .routes = &routes,
            .forget = [](const record::Floor&, identity::PersonId) {},
            .hold = [](const record::Floor&) { return std::vector<identity::Holding>{}; },
            .check = [](sql::Tx&) { return std::vector<std::string>{}; }};
}
