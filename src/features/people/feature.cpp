#include "features/people/feature.h"

#include "features/people/facts.h"
#include "features/people/pages.h"
#include "features/people/store.h"

namespace people {

namespace {

void forget(const record::Floor& floor, identity::PersonId person) {
    store::forget(floor.tx, person);
}

base::Verdict merge(const record::Floor& floor, const identity::Merger& merger) {
    store::merge(floor.tx, merger);  // the listing of who is kept follows what the roll says
    return base::allowed;
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
        .merge = &merge,
        .hold = [](const record::Floor& floor) { return store::held(floor.tx, floor.actor.id()); },
        .check = &store::broken_choices,
        .retains = {{.name = "people.profile",
                     .what = "What you say of yourself in the directory, and introductions",
                     .from = "As long as you have an account, or until you take it out",
                     .why = "So that members find each other."}},
        .about_persons = {ProfileSaved::kind},
        .listeners = listeners(mailing),
        .menu = &menu,
        .today = &today_parts,
    };
}

}  // namespace people
