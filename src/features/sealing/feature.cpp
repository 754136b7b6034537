#include "features/sealing/feature.h"

#include "features/sealing/listeners.h"
#include "features/sealing/pages.h"
#include "features/sealing/store.h"

namespace sealing {

namespace {

void forget(const record::Floor& floor, PersonId person) {
    store::forget(floor.tx, person, floor.now);
}

base::Verdict merge(const record::Floor& floor, const identity::Merger& merger) {
    if (store::met_in_an_opening(floor.tx, merger)) {
        return base::Refusal{
            "The two accounts opened a sealed name as two officers. They can "
            "become one when that is no longer kept."};
    }
    store::merge(floor.tx, merger, floor.now);
    return base::allowed;
}

}  // namespace

kit::Feature feature(const Mailing& mailing) {
    return {
        .name = "sealing",
        .routes = &routes,
        .forget = &forget,
        .merge = &merge,
        .hold =
            [](const record::Floor& floor) { return store::holdings(floor.tx, floor.actor.id()); },
        .check = &store::broken,
        .keeps = {"A sealed name of yours stays closed: no row says that it is yours, so none can "
                  "be found to be removed. Opened by two officers it would name nobody any more."},
        .retains = {{.name = "sealing.waiting",
                     .what = "A wish of one officer to open a sealed name",
                     .from = "until it lapses",
                     .why = "So that another officer can agree to it or decline.",
                     .kept = waits_for,
                     .purge = &store::lapse},
                    {.name = "sealing.openings",
                     .what = "Openings of sealed names: ground, words, whose it was",
                     .from = "after they ended",
                     .why = "So that each can be answered for.",
                     .kept = kept_for,
                     .purge = &store::purge},
                    {.name = "sealing.names",
                     .what = "Sealed names, and how many were opened on which ground, as numbers",
                     .from = "As long as the community lasts",
                     .why = "So that what is said unattributed can be answered for, and everybody "
                            "sees how often that was asked."}},
        .grants = {{open_sealed_names, {"administrator", "community_manager"}}},
        .listeners = listeners(mailing),
        .menu = &menu,
        .today = &today,
    };
}

}  // namespace sealing
