#include "features/privacy/privacy.h"

#include "features/privacy/facts.h"
#include "features/privacy/policy.h"
#include "features/privacy/store.h"
#include "features/privacy/texts.h"
#include "platform/base/text.h"
#include "platform/identity/identity.h"

#include <algorithm>
#include <cassert>
#include <stdexcept>

namespace privacy {

namespace {

// The last version of a key in the list, which begins with the oldest.
const Text* find_in_force(std::string_view key) {
    const Text* found = nullptr;
    for (const Text& text : all_texts()) {
        if (text.key == key) found = &text;
    }
    return found;
}

}  // namespace

// ---- consents ----

std::vector<Text> Consents::texts() const {
    std::vector<Text> in_force;
    for (const Text& text : all_texts()) {
        if (find_in_force(text.key) == &text) in_force.push_back(text);
    }
    return in_force;
}

Text Consents::text(std::string_view key) const {
    const Text* found = find_in_force(key);
    if (!found) throw base::NotFound();
    return *found;
}

Text Consents::text(std::string_view key, std::int64_t version) const {
    for (const Text& text : all_texts()) {
        if (text.key == key && text.version == version) return text;
    }
    const auto stored = store::find_text(floor_.tx, key, version);  // of another release
    if (!stored) throw base::NotFound();
    return {.key = stored->key,
            .version = static_cast<int>(stored->version),
            .title = stored->title,
            .words = stored->words,
            .since = stored->since,
            .if_withdrawn = {}};
}

std::vector<Consent> Consents::mine() const {
    return store::consents_of(floor_.tx, floor_.actor.id());
}

std::vector<Consent> Consents::standing(PersonId person) const {
    return store::standing_of(floor_.tx, person);
}

bool Consents::stands(PersonId person, std::string_view key) const {
    const auto all = standing(person);
    return std::ranges::find(all, key, &Consent::key) != all.end();
}

base::Result<ConsentId> Consents::give(std::string_view key, std::int64_t version,
                                       std::string_view how) {
    const Text in_force = text(key);
    const PersonId me = floor_.actor.id();
    if (auto refusal = may_give(floor_.actor, in_force, version)) {
        return std::unexpected(*refusal);
    }
    for (const Consent& one : store::standing_of(floor_.tx, me)) {
        if (one.key == key && one.version == version) return one.id;
    }
    store::keep_text(floor_.tx, in_force);
    const ConsentId id = store::add_consent(floor_.tx, me, in_force, how, floor_.now);
    floor_.record().add(ConsentGiven{id, in_force.key, version});
    return id;
}

base::Result<PersonId> Consents::withdraw(std::string_view key) {
    const PersonId me = floor_.actor.id();
    if (auto refusal = may_withdraw(floor_.actor, stands(me, key))) {
        return std::unexpected(*refusal);
    }
    store::withdraw(floor_.tx, me, key, floor_.now);
    floor_.record().add(ConsentWithdrawn{me, std::string(key)});
    return me;
}

void consent_when_joining(const record::Floor& floor, PersonId person) {
    const auto actor = identity::actor_of(floor.tx, person, {}, identity::Assurance::one_factor);
    Consents consents(record::Floor{floor.tx, actor, floor.now});
    for (const Text& text : consents.texts()) {  // two
        if (!text.is_for_joining) continue;
        const auto given = consents.give(text.key, text.version, "when joining");
        if (!given) throw std::logic_error(given.error().sentence);
    }
}

std::string path_to(const Text& text) {
    return "/privacy/texts/" + text.key + "/" + std::to_string(text.version);
}

// ---- what is kept for how long ----

std::int64_t PurgeRun::removed(std::string_view name) const {
    const auto found = std::ranges::find(counts, name, &PurgeCount::name);
    return found == counts.end() ? 0 : found->removed;
}

std::int64_t PurgeRun::total() const {
    std::int64_t sum = 0;
    for (const PurgeCount& count : counts) sum += count.removed;
    return sum;
}

std::optional<PurgeRun> Purging::last() const {
    return store::last_run(floor_.tx);
}

base::Result<PurgeRunId> Purging::run(const std::vector<kit::Retention>& retentions) {
    if (auto refusal = may_purge(floor_.actor)) return std::unexpected(*refusal);
    const PurgeRunId id = store::add_run(floor_.tx, floor_.now);
    std::int64_t total = 0;
    for (const kit::Retention& one : retentions) {  // as many as the features have
        assert(one.kept.has_value() == static_cast<bool>(one.purge));
        if (!one.purge) continue;
        const std::int64_t removed = one.purge(floor_.tx, floor_.now - *one.kept);
        store::add_count(floor_.tx, id, {one.name, removed});
        total += removed;
    }
    floor_.record().add(Purged{id, total});
    return id;
}

std::string period_words(const kit::Retention& retention) {
    if (!retention.kept) return retention.from;
    const auto kept = std::chrono::floor<base::days>(*retention.kept).count();
    if (kept == 0) return "Until the night " + retention.from;
    return base::counted(kept, "day ", "days ") + retention.from;
}

}  // namespace privacy
