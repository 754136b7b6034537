#include "features/people/feature.h"

#include "features/people/pages.h"
#include "features/people/store.h"

namespace people {

namespace {

void forget(const record::Floor& floor, identity::PersonId person) {
    store::forget(floor.tx, person);
}

}  // namespace

kit::Feature feature(const Mailing& mailing) {
    const auto index = std::make_shared<Index>();
    return {
        .name = "people",
        .routes =
            [index](web::Routes& site) {
                own_routes(site);
                finding_routes(site, index);
            },
        .forget = &forget,
        .check = [](sql::Tx&) { return std::vector<std::string>{}; },
        .listeners = listeners(mailing),
        .menu = &menu,
        .today = &today_parts,
    };
}

}  // namespace people
