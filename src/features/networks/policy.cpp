#include "features/networks/policy.h"

namespace networks {

base::Verdict may_found(const identity::Actor& actor) {
    const bool is_worker = actor.kind() == identity::Actor::Kind::worker;  // the set-up, the demo
    if (is_worker || actor.may(found_networks)) return base::allowed;
    return base::Refusal{"Only those who run this community may do this."};
}

}  // namespace networks
