#pragma once
// Who reads the whole coverage, and which days are told side by side, who notes that a trust may be
// named: pure functions.

#include "features/coverage/coverage.h"

namespace coverage {

bool may_see_all(const identity::Actor& actor);
// Of a day other than the one that outsiders are shown, and one area.
base::Verdict may_compare(const identity::Actor& actor, const Differing& differing);
// On the page, where nobody knows which days somebody has read already.
base::Verdict may_choose_day(const identity::Actor& actor, base::Day day, base::Day today);
base::Verdict may_keep(const identity::Actor& actor);
base::Verdict may_note(const identity::Actor& actor, const ConsentDraft& draft);

}  // namespace coverage
