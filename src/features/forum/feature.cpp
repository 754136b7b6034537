#include "features/forum/feature.h"

#include "features/forum/listeners.h"
#include "features/forum/pages.h"
#include "features/forum/store.h"
#include "platform/identity/store.h"

namespace forum {

namespace {

void forget(const record::Floor& floor, identity::PersonId person) {
    store::forget(floor.tx, person);
    store::forget_rule(floor.tx, person, floor.now);
    store::bump_topics_of(floor.tx, person);
}

base::Instant caught_up(const record::Floor& floor, identity::PersonId person) {
    const auto row = store::find_caught_up(floor.tx, person);
    return row ? row->at : identity::store::find_person(floor.tx, person)->joined;
}

base::Verdict merge(const record::Floor& floor, const identity::Merger& merger) {
    store::merge(floor.tx, merger,
                 {caught_up(floor, merger.gone), caught_up(floor, merger.kept)});
    store::merge_rule(floor.tx, merger);
    return base::allowed;
}

}  // namespace

kit::Feature feature(Hint hint, const Mailing& mailing, const std::shared_ptr<Batch>& batch) {
    const auto shelf = std::make_shared<Shelf>();
    return {
        .name = "forum",
        .routes =
            [shelf, batch](web::Routes& site) {
                // Literal paths before those with a name in the same place.
                list_routes(site, shelf);
                writing_routes(site, shelf);
                search_routes(site, shelf);
                topic_routes(site, shelf);
                moderation_routes(site, shelf);
                ruling_routes(site);
                voice_routes(site, batch);
            },
        .forget = &forget,
        .merge = &merge,
        .hold = [](const record::Floor& floor) {
            return store::held(floor.tx, floor.actor.id());
        },
        .check = &store::broken_counts,
        .keeps = {"Your posts stay, because others answered them; they carry no name any more. "
                  "Where others wrote your name into their own posts, it stays theirs.",
                  "What you said unattributed stays: nothing in the database says that it is "
                  "yours, so nothing can be found by your name. Whoever has the phrase can hide "
                  "nothing either; ask a moderator."},
        .retains = {{.name = "forum.posts",
                     .what = "Topics, posts and their earlier texts",
                     .from = "As long as the community lasts; without your name once you are "
                             "erased",
                     .why = "Others answered them."},
                    {.name = "forum.marks",
                     .what = "Drafts, reactions, what you read and follow",
                     .from = "As long as you have an account",
                     .why = "They are yours alone."}},
        .grants = {{moderate_forum, {"moderator", "administrator", "chair"}}},
        .listeners = listeners(mailing),
        .watchers = {watcher(std::move(hint))},
        .menu = [shelf](web::Call& call) { return menu(call, *shelf); },
        .bar = [shelf](web::Call& call) { return bar(call, *shelf); },
        .signposts = signposts(),
        .today = [shelf](web::Call& call) { return today(call, *shelf); },
    };
}

}  // namespace forum
