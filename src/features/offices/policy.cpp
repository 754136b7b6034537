#include "features/offices/policy.h"

#include "platform/base/text.h"

namespace offices {

namespace {

bool is_worker(const identity::Actor& actor) {
    return actor.kind() == identity::Actor::Kind::worker;  // the demo, and what follows facts
}

}  // namespace

base::Verdict may_give(const identity::Actor& actor, Office office) {
    const bool leads = face_of(office).place == Place::network;
    if (is_worker(actor) || actor.may(leads ? appoint_leaders : appoint_officers)) {
        return base::allowed;
    }
    return base::Refusal{leads ? "Only those who run this community may do this."
                               : "Only an administrator gives or ends this office",
                         "office"};
}

base::Verdict fits(Office office, bool is_of_network) {
    const Place place = face_of(office).place;
    if (place == Place::network && !is_of_network) {
        return base::Refusal{"Choose the network that they are to lead", "network"};
    }
    if (place == Place::community && is_of_network) {
        return base::Refusal{"This office is of the whole community: choose no network", "network"};
    }
    return base::allowed;
}

bool may_hold(Office office, std::optional<membership::Category> category) {
    if (!category) return false;
    const auto& rights = membership::face_of(*category).rights;
    return face_of(office).place == Place::network ? rights.stands : rights.reads;
}

base::Verdict may_appoint(const identity::Actor& actor, PersonId person, const Plan& plan,
                          const Standing& standing) {
    if (auto refusal = may_give(actor, plan.office)) return refusal;
    if (auto refusal = fits(plan.office, plan.network.has_value())) return refusal;
    if (!is_worker(actor) && actor.id() == person) {
        return base::Refusal{"Nobody gives an office to themselves: ask somebody else who may."};
    }
    if (standing.is_sponsor) {
        return base::Refusal{"They are a sponsor’s contact, and those hold no office."};
    }
    if (standing.holds_it) return base::Refusal{"They hold this office already."};
    if (!plan.network || may_hold(plan.office, standing.category)) return base::allowed;
    if (!standing.category) {
        return base::Refusal{"They do not belong to the network. Admit them first", "network"};
    }
    return base::Refusal{
        "They belong to the network as something that does not stand for its "
        "offices. Change what they are on its roll first",
        "network"};
}

base::Verdict may_end(const identity::Actor& actor, const Held& held, std::size_t administrators) {
    if (auto refusal = may_give(actor, held.office)) return refusal;
    if (held.office == Office::administrator && administrators < 2) {
        return base::Refusal{"They are the last administrator. Appoint another first."};
    }
    return base::allowed;
}

base::Verdict may_say(const EndingDraft& draft) {
    if (draft.reason.empty()) return base::Refusal{"Say why, in a sentence they can use", "reason"};
    return base::fits(draft.reason, reason_characters_max, "A reason", "reason");
}

}  // namespace offices
