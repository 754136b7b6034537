#include "features/sealing/sealing.h"

#include "features/sealing/facts.h"
#include "features/sealing/policy.h"
#include "features/sealing/seals.h"
#include "features/sealing/store.h"
#include "platform/crypto/phrase.h"

#include <algorithm>

namespace sealing {

using base::Result;

namespace {

void must_be_officer(const identity::Actor& actor) {
    if (!is_officer(actor)) throw base::NotFound();
}

// Of a phrase that was typed back, and of no other key yet.
Result<std::string> fresh_public_key(std::string_view phrase, const std::vector<Key>& keys) {
    const auto pair = key_of(phrase);
    if (std::ranges::find(keys, pair->public_key(), &Key::public_key) != keys.end()) {
        return base::refuse("That phrase is of a key already. Open this page again for another.");
    }
    return pair->public_key();
}

}  // namespace

base::Verdict Keys::is_offered() const {
    return may_be_sealed(store::keys(floor_.tx), store::find_recovery(floor_.tx));
}

Envelope Keys::seal(PersonId who, std::string_view binding, const Label& label) const {
    std::vector<Key> present;
    for (auto& key : store::keys(floor_.tx)) {
        if (key.is_present()) present.push_back(std::move(key));
    }
    return sealed_to(present, who, binding, label);
}

NameId Keys::keep(const Envelope& envelope) const {
    return store::add_name(floor_.tx, envelope);
}

std::vector<Key> Keys::all() const {
    must_be_officer(floor_.actor);
    return store::keys(floor_.tx);
}

Key Keys::one(KeyId id) const {
    const auto keys = all();
    const auto found = std::ranges::find(keys, id, &Key::id);
    if (found == keys.end()) throw base::NotFound();
    return *found;
}

std::optional<Recovery> Keys::recovery() const {
    must_be_officer(floor_.actor);
    return store::find_recovery(floor_.tx);
}

Reach Keys::reach() const {
    must_be_officer(floor_.actor);
    return store::reach(floor_.tx);
}

Result<KeyId> Keys::make(const KeyDraft& draft) {
    const auto keys = store::keys(floor_.tx);
    if (auto refusal = may_hold_key(floor_.actor, keys)) return std::unexpected(*refusal);
    if (auto refusal = is_typed_back(draft.phrase, draft.typed)) return std::unexpected(*refusal);
    const auto fresh = fresh_public_key(draft.phrase, keys);
    if (!fresh) return std::unexpected(fresh.error());
    const auto id = store::add_key(floor_.tx, floor_.actor.id(), *fresh, floor_.now);
    floor_.record().add(KeyMade{id});
    return id;
}

Result<KeyId> Keys::retire(const Key& key, const RetirementDraft& draft) {
    if (auto refusal = may_retire(floor_.actor, key, draft)) return std::unexpected(*refusal);
    store::retire_key(floor_.tx, key.id, draft.why, floor_.now);
    floor_.record().add(KeyRetired{key.id});
    return key.id;
}

Result<Way> Keys::decide(const RecoveryDraft& draft) {
    const auto keys = store::keys(floor_.tx);
    if (auto refusal = may_decide(floor_.actor, draft, keys)) return std::unexpected(*refusal);
    Recovery recovery{.way = draft.way == "deposit" ? Way::deposit : Way::nothing,
                      .keeper = {},
                      .decided = floor_.now,
                      .by_name = {}};
    if (recovery.way == Way::deposit) {
        if (auto refusal = is_typed_back(draft.phrase, draft.typed)) {
            return std::unexpected(*refusal);
        }
        const auto fresh = fresh_public_key(draft.phrase, keys);
        if (!fresh) return std::unexpected(fresh.error());
        const auto id = store::add_deposit(floor_.tx, floor_.actor.id(), *fresh, floor_.now);
        floor_.record().add(KeyMade{id});
        recovery.keeper = draft.keeper;
    }
    store::add_recovery(floor_.tx, recovery, floor_.actor.id());
    floor_.record().add(RecoveryDecided{recovery.way});
    return recovery.way;
}

std::vector<Tally> tallies(const record::Floor& floor) {
    return store::tallies(floor.tx);
}

}  // namespace sealing
