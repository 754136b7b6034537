#pragma once
// Who may claim, decide on and end a position, and what may be written of it: pure functions, the
// first line of each verb.

#include "features/membership/membership.h"

namespace membership {

// `waiting`: how many of this actor's wait.
base::Verdict may_claim(const identity::Actor& actor, const PositionDraft& draft,
                        std::ptrdiff_t waiting);
base::Verdict may_begin(base::Day began, base::Day today);
// Nobody decides on their own position, whatever they lead.
base::Verdict may_decide(const identity::Actor& actor, const Position& position);
base::Verdict may_refuse(const identity::Actor& actor, const Position& position,
                         const RefusalDraft& draft);
base::Verdict may_end(const identity::Actor& actor, const Position& position, base::Day last,
                      base::Day today);

}  // namespace membership
