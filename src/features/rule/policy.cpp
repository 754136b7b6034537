#include "features/rule/policy.h"

namespace rule {

base::Verdict may_set(const identity::Actor& actor) {
    const bool is_worker = actor.kind() == identity::Actor::Kind::worker;  // the demo
    if (is_worker || actor.may(set_rule)) return base::allowed;
    return base::Refusal{"Only those who run this community may do this."};
}

}  // namespace rule
