#include "features/sealing/policy.h"

#include "platform/base/text.h"

#include <algorithm>

namespace sealing {

using base::allowed;
using base::Refusal;
using base::Verdict;

namespace {

Verdict must_be_officer(const identity::Actor& actor) {
    if (is_officer(actor)) return allowed;
    return Refusal{"Only community managers and administrators do this."};
}

Verdict must_wait(const Opening& opening) {
    if (opening.state == State::waits) return allowed;
    return Refusal{"This has ended already. How stands below."};
}

}  // namespace

bool is_officer(const identity::Actor& actor) {
    return actor.may(open_sealed_names);
}

Verdict may_be_sealed(const std::vector<Key>& keys, const std::optional<Recovery>& recovery) {
    if (!recovery) {
        return Refusal{
            "Nobody can speak unattributed yet: the officers have not decided what "
            "happens when their keys are lost."};
    }
    const auto officers = std::ranges::count_if(
        keys, [](const Key& key) { return key.is_present() && !key.is_deposit; });
    if (static_cast<std::size_t>(officers) < officers_min) {
        return Refusal{
            "Nobody can speak unattributed now: it takes two officers with keys, and "
            "there are not that many."};
    }
    return allowed;
}

Verdict may_hold_key(const identity::Actor& actor, const std::vector<Key>& keys) {
    if (auto refusal = must_be_officer(actor)) return refusal;
    const auto has_one = [&](const Key& key) { return key.holder == actor.id() && !key.retired; };
    if (std::ranges::any_of(keys, has_one)) {
        return Refusal{"You have a key. Retire it first if it is lost, then make another."};
    }
    const auto present = std::ranges::count_if(keys, &Key::is_present);
    if (static_cast<std::size_t>(present) >= keys_max) {
        return Refusal{"There are seven keys, as many as there can be. Have one retired first."};
    }
    return allowed;
}

Verdict may_retire(const identity::Actor& actor, const Key& key, const RetirementDraft& draft) {
    if (auto refusal = must_be_officer(actor)) return refusal;
    if (key.retired) return Refusal{"It is retired already."};
    const bool is_theirs = key.holder == actor.id() || key.is_deposit;
    if (!is_theirs && key.is_in_office) {
        return Refusal{"Its holder retires it, or whoever is an officer once their office ended."};
    }
    if (draft.why.empty()) return Refusal{"Say what happened to it", "why"};
    return base::fits(draft.why, reason_characters_max, "This", "why");
}

Verdict may_decide(const identity::Actor& actor, const RecoveryDraft& draft,
                   const std::vector<Key>& keys) {
    if (auto refusal = must_be_officer(actor)) return refusal;
    if (draft.way == "nothing") return allowed;
    if (draft.way != "deposit") return Refusal{"Choose what happens when keys are lost", "way"};
    if (draft.keeper.empty()) return Refusal{"Say who keeps the paper, and where", "keeper"};
    if (auto refusal = base::fits(draft.keeper, keeper_characters_max, "This", "keeper")) {
        return refusal;
    }
    const auto is_there = [](const Key& key) { return key.is_deposit && !key.retired; };
    if (std::ranges::any_of(keys, is_there)) {
        return Refusal{"There is a deposited key. Retire it first, then make another.", "way"};
    }
    const auto present = std::ranges::count_if(keys, &Key::is_present);
    if (static_cast<std::size_t>(present) >= keys_max) {
        return Refusal{"There are seven keys, as many as there can be.", "way"};
    }
    return allowed;
}

Verdict may_ask(const identity::Actor& actor, const AskDraft& draft,
                const std::vector<Opening>& earlier) {
    if (auto refusal = must_be_officer(actor)) return refusal;
    for (const Opening& opening : earlier) {
        if (opening.state == State::waits) {
            return Refusal{
                "Somebody has asked already. What they said stands below: another "
                "officer agrees to it or declines."};
        }
        if (opening.state == State::opened) {
            return Refusal{"It was opened already. When and why stands below."};
        }
    }
    if (!ground_of(draft.ground)) return Refusal{"Choose the ground", "ground"};
    if (draft.words.empty()) return Refusal{"Say why: the author will read it", "words"};
    return base::fits(draft.words, words_characters_max, "This", "words");
}

Verdict may_agree(const identity::Actor& actor, const Opening& opening, base::Instant now) {
    if (auto refusal = must_be_officer(actor)) return refusal;
    if (auto refusal = must_wait(opening)) return refusal;
    if (opening.asker == actor.id()) {
        return Refusal{"Nobody opens a sealed name alone. Another officer has to agree."};
    }
    if (now > opening.asked + waits_for) {
        return Refusal{"It waited for thirty days, and has lapsed. Ask again if need be."};
    }
    return allowed;
}

Verdict may_decline(const identity::Actor& actor, const Opening& opening,
                    const DeclineDraft& draft) {
    if (auto refusal = must_be_officer(actor)) return refusal;
    if (auto refusal = must_wait(opening)) return refusal;
    if (opening.asker == actor.id()) {
        return Refusal{"You asked. Another officer agrees to it or declines."};
    }
    if (draft.reason.empty()) return Refusal{"Say why not", "reason"};
    return base::fits(draft.reason, reason_characters_max, "A reason", "reason");
}

Verdict may_use(const identity::Actor& actor, const Key* key) {
    if (key == nullptr) {
        return Refusal{"That is the phrase of no present key. Type your own, all twelve words",
                       "phrase"};
    }
    if (key->is_deposit && key->maker == actor.id()) {
        return Refusal{
            "You made the deposited key, so you have seen its phrase. Type your own, or have "
            "another officer use it",
            "phrase"};
    }
    if (key->is_deposit || key->holder == actor.id()) return allowed;
    return Refusal{"That is the phrase of somebody else’s key. Type your own, or the deposited one",
                   "phrase"};
}

}  // namespace sealing
