#include "features/notices/feature.h"

#include "features/notices/facts.h"
#include "features/notices/pages.h"
#include "features/notices/store.h"
#include "features/privacy/privacy.h"
#include "platform/identity/store.h"

namespace notices {

namespace {

void forget(const record::Floor& floor, identity::PersonId person) {
    store::forget(floor.tx, person);
}

base::Verdict merge(const record::Floor& floor, const identity::Merger& merger) {
    store::merge(floor.tx, merger);
    return base::allowed;
}

// Who does not want letters from chairs at all has said so of every network.
void follow(const record::Floor& floor, const record::StoredFact& fact) {
    const bool is_theirs = fact.kind == "privacy.consent_withdrawn" &&
                           fact.details.text("text") == privacy::letters_from_chairs;
    if (is_theirs) {
        const auto person = identity::store::present_account(floor.tx,
                                                             identity::PersonId{fact.subject});
        store::unsubscribe_everywhere(floor.tx, person, floor.now);
    }
}

std::vector<kit::Retention> retained() {
    return {{.name = "notices.letters",
             .what = "Which notice was mailed to whom, with the mark of the link that stops them",
             .from = "after it was mailed",
             .why = "So that nobody gets a notice twice, and the link of a letter works.",
             .kept = links_kept,
             .purge = &store::purge},
            {.name = "notices.unsubscriptions",
             .what = "That somebody wants no notices of a network by email",
             .from = "Until they want them again, or as long as they have an account",
             .why = "So that they get none."},
            {.name = "notices.written",
             .what = "Notices that were sent",
             .from = "As long as there is the network",
             .why = "Its members look up what was written to them."}};
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
        .merge = &merge,
        .hold = [](const record::Floor& floor) { return store::held(floor.tx, floor.actor.id()); },
        .check = &store::miscounted,
        .keeps = {"A notice that you sent to a network stays with its members, from “Former "
                  "member”: it was written for the network."},
        .retains = retained(),
        .about_persons = {Unsubscribed::kind, Subscribed::kind},
        .grants = {{write_notices, {"administrator", "community_manager", "chair", "vice_chair"}}},
        .listeners = {{"notices.consents", &follow}},
        .menu = &menu,
    };
}

}  // namespace notices
