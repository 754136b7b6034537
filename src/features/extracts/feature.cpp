#include "features/extracts/feature.h"

#include "features/extracts/extracts.h"
#include "features/extracts/listeners.h"
#include "features/extracts/pages.h"
#include "features/extracts/store.h"

namespace extracts {

namespace {

void forget(const record::Floor& floor, identity::PersonId person) {
    store::forget(floor.tx, person);
}

base::Verdict merge(const record::Floor& floor, const identity::Merger& merger) {
    if (store::met(floor.tx, merger)) {
        return base::Refusal{
            "One of the two accounts took an extract that the other let go out as the second "
            "person. They stay two."};
    }
    store::merge(floor.tx, merger);
    return base::allowed;
}

std::vector<kit::Retention> retained() {
    return {{.name = "extracts.drafts",
             .what = "Extracts that are drafts, or were given up",
             .from = "after they were last changed",
             .why = "So that what is not taken outside does not lie about.",
             .kept = drafts_kept,
             .purge = &store::purge_drafts},
            {.name = "extracts.handed_on",
             .what = "Extracts that were handed on and never published, and what was answered",
             .from = "after they were handed on",
             .why = "So that what cannot go out does not lie about.",
             .kept = answer_within + drafts_kept,
             .purge = &store::purge_handed_on},
            {.name = "extracts.hand_ons",
             .what = "When somebody handed an extract on",
             .from = "after it",
             .why = "So that whoever is asked has a rest.",
             .kept = hand_ons_counted_for,
             .purge = &store::purge_hand_ons},
            {.name = "extracts.published",
             .what = "Extracts that were published, and from which posts they were taken",
             .from = "As long as the community lasts",
             .why = "So that it can be answered for what went out. They name nobody."},
            {.name = "extracts.answers",
             .what = "What authors answered when they were asked for an extract",
             .from = "after it was published",
             .why = "So that it can be answered for that they agreed.",
             .kept = answers_kept,
             .purge = &store::purge_answers},
            {.name = "extracts.copies",
             .what = "Who took a copy of an extract, and when",
             .from = "after it was taken",
             .why = "So that members know who took what.",
             .kept = answers_kept,
             .purge = &store::purge_copies}};
}

// "moothall.example:8080" of "https://moothall.example:8080".
std::string host_of(std::string_view base_url) {
    const auto begin = base_url.find("://");
    if (begin == base_url.npos) return {};
    base_url.remove_prefix(begin + 3);
    return std::string(base_url.substr(0, base_url.find('/')));
}

}  // namespace

kit::Feature feature(const Mailing& mailing, Thresholds thresholds) {
    const auto workshop = std::make_shared<Workshop>(host_of(mailing.base_url), thresholds);
    return {
        .name = "extracts",
        .routes = [workshop,
                   gate = mailing.gate](web::Routes& site) { routes(site, {workshop, gate}); },
        .forget = &forget,
        .merge = &merge,
        .hold =
            [](const record::Floor& floor) { return store::holdings(floor.tx, floor.actor.id()); },
        .check = &store::broken,
        .keeps = {"An extract that was published stays, with your words in it and nobody’s name. "
                  "One that waits for your consent cannot go out any more."},
        .retains = retained(),
        .listeners = listeners(mailing, workshop),
        .menu = &menu,
        .today = [workshop](web::Call& call) { return today(call, *workshop); },
    };
}

}  // namespace extracts
