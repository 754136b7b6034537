#include "platform/exit/gate.h"

namespace leaving {

namespace {

// Letters lie in inboxes that we do not guard, and logs are read by those who run the machine: the
// texts of posts go to neither.
bool carries_texts(Exit exit) { return exit != Exit::mail && exit != Exit::log; }

}  // namespace

Gate::Gate(std::vector<Policy> policies) : policies_(std::move(policies)) {}

std::optional<Passed> Gate::pass(Draft draft, const record::Floor* floor) const {
    const Exit exit = draft.exit;
    const Provenance from = draft.from;
    const identity::AudienceId audience = draft.audience;
    for (const Policy& policy : policies_) {
        if (policy(draft, floor) == Ruling::refuse) return std::nullopt;
        draft.exit = exit;
        draft.from = from;
        draft.audience = audience;
    }
    if (!carries_texts(exit)) draft.content.clear();
    return Passed(std::move(draft));
}

}  // namespace leaving
