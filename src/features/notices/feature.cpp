#include "features/notices/feature.h"

#include "features/notices/pages.h"
#include "features/notices/store.h"

namespace notices {

namespace {

void forget(const record::Floor& floor, identity::PersonId person) {
    store::forget(floor.tx, person);
}

}  // namespace

kit::Feature feature(const Mailing& mailing) {
    return {
        .name = "notices",
        .routes =
            [mailing](web::Routes& site) {
                stopping_routes(site);  // what has a name of its own comes before {notice}
                writing_routes(site, mailing);
                reading_routes(site);
            },
        .forget = &forget,
        .check = &store::miscounted,
        .keeps = {"A notice that you sent to a network stays with its members, from “Former "
                  "member”: it was written for the network."},
        .grants = {{write_notices, {"administrator", "community_manager", "chair", "vice_chair"}}},
        .menu = &menu,
    };
}

void purge(sql::Tx& tx, base::Instant now) {
    store::purge(tx, now - links_kept);
}

}  // namespace notices
