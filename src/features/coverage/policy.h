#pragma once
// Who reads the whole coverage, and who notes that a trust may be named: pure functions.

#include "features/coverage/coverage.h"

namespace coverage {

bool may_see_all(const identity::Actor& actor);
base::Verdict may_keep(const identity::Actor& actor);
base::Verdict may_note(const identity::Actor& actor, const ConsentDraft& draft);

}  // namespace coverage
