#include "features/rule/feature.h"

#include "features/rule/facts.h"
#include "features/rule/listeners.h"
#include "features/rule/pages.h"
#include "features/rule/store.h"
#include "platform/identity/store.h"

namespace rule {

namespace {

void forget(const record::Floor& floor, PersonId person) {
    store::forget(floor.tx, person, floor.now);
}

base::Verdict merge(const record::Floor& floor, const identity::Merger& merger) {
    store::merge(floor.tx, merger, floor.now);
    return base::allowed;
}

// A version that asks from a day on begins to in the night: what is remembered of the database is
// remembered by its version, and no clock changes that.
std::int64_t let_hold(sql::Tx& tx, base::Instant now) {
    return identity::store::let_terms_hold(tx, std::chrono::floor<base::days>(now));
}

std::vector<kit::Retention> retained() {
    return {{.name = "rule.acceptances",
             .what = "Which version of the Rule you accepted, and when you withdrew it",
             .from = "As long as the community lasts; without your name once you are erased",
             .why = "We must be able to show it."},
            {.name = "rule.texts",
             .what = "The text of the Rule, with all its versions",
             .from = "As long as the community lasts",
             .why = "What people accepted stays readable word for word."},
            {.name = "rule.announced",
             .what = "That a version of the Rule was announced for a day",
             .from = "after that day has begun",
             .why = "From then on it asks everybody.",
             .kept = std::chrono::seconds{0},
             .purge = &let_hold}};
}

}  // namespace

kit::Feature feature() {
    return {
        .name = "rule",
        .routes = &routes,
        .forget = &forget,
        .merge = &merge,
        .hold =
            [](const record::Floor& floor) { return store::holdings(floor.tx, floor.actor.id()); },
        .check = &store::broken,
        .keeps = {"Which version of the Rule you accepted, and when, stays as a number without "
                  "your name: we must be able to show it."},
        .retains = retained(),
        .about_persons = {TextAccepted::kind, AcceptanceWithdrawn::kind},
        .grants = {{set_rule, {"administrator"}},
                   {write_rule_text, {"administrator", "community_manager", "chair"}}},
        .listeners = listeners(),
        .banner = &asking_banner,
        .signposts = {.help = {{"/help/rule", "The Chatham House Rule"}},
                      .asking = "/rule/acceptance"},
    };
}

}  // namespace rule
