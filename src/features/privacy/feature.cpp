#include "features/privacy/feature.h"

#include "features/privacy/facts.h"
#include "features/privacy/pages.h"
#include "features/privacy/store.h"
#include "features/privacy/texts.h"
#include "platform/jobs/queue.h"
#include "platform/record/history.h"
#include "platform/web/store.h"

#include <algorithm>

namespace privacy {

namespace {

// The rows of the ledger stay: that somebody consented has to be shown even then, by number.
void forget(const record::Floor& floor, identity::PersonId person) {
    store::withdraw_all(floor.tx, person, floor.now);
}

base::Verdict merge(const record::Floor& floor, const identity::Merger& merger) {
    for (const auto& key : store::merge(floor.tx, merger, floor.now)) {
        floor.record().add(ConsentWithdrawn{merger.kept, key});
    }
    return base::allowed;
}

// The ledger, and what the machinery holds that belongs to no feature.
std::vector<identity::Holding> held(const record::Floor& floor, const Whole& whole) {
    const auto me = floor.actor.id();
    auto all = store::held(floor.tx, me);
    for (auto& holding : record::held(floor.tx, me, whole.about_persons)) {
        all.push_back(std::move(holding));
    }
    return all;
}

std::vector<kit::Retention> retained() {
    return {
        {.name = "privacy.consents",
         .what = "What you consented to, and when you withdrew it",
         .from = "As long as the community lasts; without your name once you are erased",
         .why = "We must be able to show it."},
        {.name = "privacy.record",
         .what = "The record of what was done",
         .from = "As long as the community lasts; without your name once you are erased",
         .why = "What happened here must be told and answered for."},
        {.name = "privacy.runs",
         .what = "How much the nightly purge removed, in numbers",
         .from = "after that night",
         .why = "So that it can be seen that it works.",
         .kept = purge_runs_kept,
         .purge = &store::purge_runs},
        {.name = "web.receipts",
         .what = "That a form was sent",
         .from = "after it was sent",
         .why = "So that pressing twice does a thing once.",
         .kept = web::store::receipts_kept,
         .purge = &web::store::purge_receipts},
        {.name = "jobs.done",
         .what = "That the program did a piece of work, such as sending a letter",
         .from = "after it was done",
         .why = "So that it can be seen what it does.",
         .kept = jobs::done_kept,
         .purge = &jobs::purge_done},
        {.name = "jobs.dead",
         .what = "That the program gave a piece of work up",
         .from = "after it was given up",
         .why = "So that somebody can find out why.",
         .kept = jobs::dead_kept,
         .purge = &jobs::purge_dead},
    };
}

// A text that was changed without a new version is not what people consented to.
std::vector<std::string> changed_texts(sql::Tx& tx) {
    std::vector<std::string> sentences;
    for (const auto& stored : store::texts(tx)) {
        for (const Text& text : all_texts()) {
            if (text.key != stored.key || text.version != stored.version) continue;
            if (text.words == stored.words && text.title == stored.title) continue;
            sentences.push_back("version " + std::to_string(stored.version) + " of the text " +
                                stored.key + " is not what people consented to");
        }
    }
    return sentences;
}

}  // namespace

kit::Feature feature(
    const std::shared_ptr<const Whole>& whole) {  // shared: filled when all are known
    return {
        .name = "privacy",
        .routes =
            [whole](web::Routes& site) {
                archive_routes(site, whole);
                consent_routes(site, whole);
            },
        .forget = &forget,
        .merge = &merge,
        // Weak: the whole holds this too, and lives as long as its pages do.
        .hold = [there = std::weak_ptr(whole)](
                    const record::Floor& floor) { return held(floor, *there.lock()); },
        .check = &changed_texts,
        .keeps = {"What you consented to, and when, stays as a number without your name: we must "
                  "be able to show it."},
        .retains = retained(),
        .about_persons = {ConsentWithdrawn::kind, ArchiveTaken::kind},
        .signposts = {.help = {{"/privacy", "Privacy"}}},
    };
}

}  // namespace privacy
