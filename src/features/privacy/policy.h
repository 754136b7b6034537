#pragma once
// Who may consent, withdraw, have an archive and purge: pure functions. A consent is one's own, so
// none of them takes another person.

#include "features/privacy/privacy.h"

namespace privacy {

// `version`: the one that was read.
base::Verdict may_give(const identity::Actor& actor, const Text& in_force, std::int64_t version);
base::Verdict may_withdraw(const identity::Actor& actor, bool stands);
base::Verdict may_purge(const identity::Actor& actor);

}  // namespace privacy
