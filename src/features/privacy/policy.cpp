#include "features/privacy/policy.h"

namespace privacy {

base::Verdict may_give(const identity::Actor& actor, const Text& in_force, std::int64_t version) {
    if (!actor.is_person()) return base::Refusal{"Only you yourself can consent. Sign in first."};
    if (version != in_force.version) {
        return base::Refusal{"This text has changed. Read it as it is now, then decide."};
    }
    return base::allowed;
}

base::Verdict may_withdraw(const identity::Actor& actor, bool stands) {
    if (!actor.is_person()) return base::Refusal{"Only you yourself can withdraw. Sign in first."};
    if (!stands) return base::Refusal{"There is nothing to withdraw: you have not consented."};
    return base::allowed;
}

base::Verdict may_purge(const identity::Actor& actor) {
    if (actor.kind() == identity::Actor::Kind::worker) return base::allowed;
    return base::Refusal{"This happens by night, and by nobody’s hand."};
}

}  // namespace privacy
