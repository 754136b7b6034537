#include "features/breaches/feature.h"

#include "features/breaches/breaches.h"
#include "features/breaches/listeners.h"
#include "features/breaches/pages.h"
#include "features/breaches/store.h"
#include "platform/identity/store.h"

namespace breaches {

namespace {

void forget(const record::Floor& floor, identity::PersonId person) {
    store::forget(floor.tx, person);
}

base::Verdict merge(const record::Floor& floor, const identity::Merger& merger) {
    if (store::met_in_a_case(floor.tx, merger)) {
        return base::Refusal{
            "The two accounts have different parts in one case of a breach of the "
            "Rule. They can become one when it is no longer kept."};
    }
    store::merge(floor.tx, merger);
    return base::allowed;
}

std::vector<kit::Retention> retained() {
    return {{.name = "breaches.cases",
             .what = "Cases of breaches of the Rule: reports, words, notes, decisions",
             .from = "after the case was closed",
             .why = "So that what was decided can be answered for, and a second breach is seen.",
             .kept = kept_for,
             .purge = &store::purge},
            {.name = "breaches.suspensions",
             .what = "That a network's forum is closed to somebody",
             .from = "after the day on which it is over",
             .why = "So that a suspension holds until then.",
             .kept = std::chrono::seconds{0},
             .purge = &identity::store::purge_suspensions},
            {.name = "breaches.tallies",
             .what = "How many cases ended how, as numbers",
             .from = "As long as the community lasts",
             .why = "So that everybody can see how the Rule is kept."}};
}

}  // namespace

kit::Feature feature(const Mailing& mailing) {
    return {
        .name = "breaches",
        .routes = &routes,
        .forget = &forget,
        .merge = &merge,
        .hold =
            [](const record::Floor& floor) { return store::holdings(floor.tx, floor.actor.id()); },
        .check = &store::broken,
        .keeps = {"A breach of the Rule that you reported is looked into without your name. What "
                  "others wrote of a case stays with it for two years after it was closed; your "
                  "own word in it goes."},
        .retains = retained(),
        .listeners = listeners(mailing),
        .menu = &menu,
        .signposts = {.help = {{"/rule/breaches", "Breaches of the Rule"}}},
        .today = &today,
    };
}

}  // namespace breaches
