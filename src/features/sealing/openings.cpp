#include "features/sealing/facts.h"
#include "features/sealing/policy.h"
#include "features/sealing/sealing.h"
#include "features/sealing/seals.h"
#include "features/sealing/store.h"
#include "platform/identity/store.h"

#include <algorithm>

namespace sealing {

using base::refuse;
using base::Result;

namespace {

int year_of(base::Instant at) {
    return int(std::chrono::year_month_day(std::chrono::floor<base::days>(at)).year());
}

// What each part may not know is not in the opening that it gets.
Opening opening_of(store::Row row, const identity::Actor& actor) {
    Opening opening{.id = row.id,
                    .part = Part::officer,
                    .name = {row.name, {std::move(row.label), std::move(row.path)}},
                    .ground = row.ground,
                    .words = std::move(row.words),
                    .state = row.state,
                    .asked = row.asked,
                    .asker = row.asker,
                    .asker_name = std::move(row.asker_name),
                    .asked_key = row.asked_key,
                    .ended = row.ended,
                    .ended_by_name = std::move(row.ender_name),
                    .reason = std::move(row.reason),
                    .found = row.found,
                    .found_name = std::move(row.found_name),
                    .found_handle = std::move(row.found_handle),
                    .is_own = row.is_own};
    const bool acted = row.asker == actor.id() || row.ender == actor.id();
    if (acted && is_officer(actor)) {
        opening.part = Part::acted;
        return opening;
    }
    if (row.found == actor.id()) {
        opening.part = Part::found;
        opening.asker.reset();
        opening.asker_name.clear();
        opening.ended_by_name.clear();
        return opening;
    }
    opening.found.reset();
    opening.found_name.clear();
    opening.found_handle.clear();
    return opening;
}

std::vector<Opening> openings_of(std::vector<store::Row> rows, const identity::Actor& actor) {
    std::vector<Opening> all;
    for (auto& row : rows) all.push_back(opening_of(std::move(row), actor));
    return all;
}

// The key that the phrase is of, present and for the actor to use.
struct InHand {
    Key key;
    std::unique_ptr<const crypto::KeyPair> pair;
};
Result<InHand> in_hand(const record::Floor& floor, const std::vector<Key>& keys,
                       std::string_view phrase) {
    auto pair = key_of(phrase);
    const Key* found = nullptr;
    for (const Key& key : keys) {
        if (pair && key.is_present() && key.public_key == pair->public_key()) found = &key;
    }
    if (auto refusal = may_use(floor.actor, found)) return std::unexpected(*refusal);
    return InHand{*found, std::move(pair)};
}

// The actor's half of what was sealed to this key and that one.
std::optional<std::string> half_of(const store::HalvesRow& halves, const InHand& hand) {
    if (halves.first_key == hand.key.id) return hand.pair->open(halves.first.bytes);
    if (halves.second_key == hand.key.id) return hand.pair->open(halves.second.bytes);
    return std::nullopt;
}

KeyId other_key(const store::HalvesRow& halves, KeyId key) {
    return halves.first_key == key ? halves.second_key : halves.first_key;
}

bool is_of(const store::HalvesRow& halves, KeyId one, KeyId other) {
    return (halves.first_key == one && halves.second_key == other) ||
           (halves.first_key == other && halves.second_key == one);
}

constexpr std::string_view sealed_without =
    "This name was sealed when that key was not there, or has changed since. Another officer’s "
    "key, or the deposited one, has to be used.";

}  // namespace

std::vector<Opening> Openings::all() const {
    if (!is_officer(floor_.actor)) throw base::NotFound();
    return openings_of(store::openings(floor_.tx), floor_.actor);
}

std::vector<Opening> Openings::of_me() const {
    return openings_of(store::openings_that_found(floor_.tx, floor_.actor.id()), floor_.actor);
}

Opening Openings::one(OpeningId id) const {
    auto row = store::find_opening(floor_.tx, id);
    const bool may_know = row && (is_officer(floor_.actor) ||
                                  (floor_.actor.is_person() && row->found == floor_.actor.id()));
    if (!may_know) throw base::NotFound();
    return opening_of(*std::move(row), floor_.actor);
}

SealedName Openings::name(NameId id) const {
    if (!is_officer(floor_.actor)) throw base::NotFound();
    auto row = store::find_name(floor_.tx, id);
    if (!row) throw base::NotFound();
    return {row->id, {std::move(row->words), std::move(row->path)}};
}

std::vector<Opening> Openings::of(NameId id) const {
    if (!is_officer(floor_.actor)) throw base::NotFound();
    return openings_of(store::openings_of(floor_.tx, id), floor_.actor);
}

Result<OpeningId> Openings::ask(const SealedName& name, const AskDraft& draft) {
    if (auto refusal = may_ask(floor_.actor, draft, of(name.id))) {
        return std::unexpected(*refusal);
    }
    const auto keys = store::keys(floor_.tx);
    const auto hand = in_hand(floor_, keys, draft.phrase);
    if (!hand) return std::unexpected(hand.error());
    std::vector<std::pair<const Key*, std::string>> parts;
    for (const auto& halves : store::halves_of(floor_.tx, name.id)) {
        auto half = half_of(halves, *hand);
        const auto other = std::ranges::find(keys, other_key(halves, hand->key.id), &Key::id);
        if (!half || other == keys.end() || !other->is_present()) continue;
        parts.emplace_back(&*other, crypto::close_box(other->public_key, *half));
        crypto::wipe(*half);
    }
    if (parts.empty()) return refuse(std::string(sealed_without), "phrase");
    const auto ground = *ground_of(draft.ground);
    const auto id = store::add_opening(
        floor_.tx, {name.id, ground, draft.words, floor_.actor.id(), hand->key.id, floor_.now});
    for (const auto& [key, part] : parts) store::add_part(floor_.tx, id, key->id, part);
    store::count(floor_.tx, year_of(floor_.now), ground, store::Counted::asked);
    floor_.record().add(OpeningAsked{id});
    return id;
}

Result<OpeningId> Openings::agree(const Opening& opening, const AgreementDraft& draft) {
    if (auto refusal = may_agree(floor_.actor, opening, floor_.now)) {
        return std::unexpected(*refusal);
    }
    const auto hand = in_hand(floor_, store::keys(floor_.tx), draft.phrase);
    if (!hand) return std::unexpected(hand.error());
    if (hand->key.id == opening.asked_key) {
        return refuse("That key was used to ask. It takes two.", "phrase");
    }
    const auto handed = store::part_for(floor_.tx, opening.id, hand->key.id);
    if (!handed) return refuse(std::string(sealed_without), "phrase");
    const auto theirs = hand->pair->open(handed->bytes);
    std::optional<std::string> mine;
    for (const auto& halves : store::halves_of(floor_.tx, opening.name.id)) {
        if (is_of(halves, hand->key.id, opening.asked_key)) mine = half_of(halves, *hand);
    }
    const auto kept = store::find_name(floor_.tx, opening.name.id).value();
    store::Ending ending{.state = State::moved,
                         .by = floor_.actor.id(),
                         .key = hand->key.id,
                         .reason = {},
                         .found = {},
                         .now = floor_.now};
    if (theirs && mine) {
        const auto bound = bound_to(kept.binding.bytes, {kept.words, kept.path});
        if (const auto who = named_by(*theirs, *mine, bound)) {
            ending.state = State::opened;
            ending.found = identity::store::present_account(floor_.tx, *who);
            ending.is_own = ending.found == ending.by || ending.found == opening.asker;
        }
    }
    store::end(floor_.tx, opening.id, ending);
    if (ending.state == State::moved) {
        floor_.record().add(OpeningMoved{opening.id});
        return opening.id;
    }
    const int year = year_of(floor_.now);
    store::count(floor_.tx, year, opening.ground, store::Counted::opened);
    if (ending.is_own) store::count(floor_.tx, year, opening.ground, store::Counted::own);
    floor_.record().add(NameOpened{opening.id, ending.is_own});
    return opening.id;
}

Result<OpeningId> Openings::decline(const Opening& opening, const DeclineDraft& draft) {
    if (auto refusal = may_decline(floor_.actor, opening, draft)) return std::unexpected(*refusal);
    store::end(floor_.tx, opening.id,
               {.state = State::declined,
                .by = floor_.actor.id(),
                .key = {},
                .reason = draft.reason,
                .found = {},
                .now = floor_.now});
    store::count(floor_.tx, year_of(floor_.now), opening.ground, store::Counted::declined);
    floor_.record().add(OpeningDeclined{opening.id});
    return opening.id;
}

}  // namespace sealing
