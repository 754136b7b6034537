#pragma once
// Who may change the directory of organisations, and what may be written into it: pure functions,
// the first line of each verb.

#include "features/organisations/organisations.h"

namespace organisations {

base::Verdict may_keep(const identity::Actor& actor);
base::Verdict may_add(const identity::Actor& actor, const HandDraft& draft);
base::Verdict may_succeed(const identity::Actor& actor, const Organisation& organisation,
                          const Organisation& successor);

}  // namespace organisations
