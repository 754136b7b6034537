#pragma once
// Who may do what with keys and sealed names, now: pure functions, the first line of each verb, and
// the same that decide which forms are drawn.

#include "features/sealing/sealing.h"

namespace sealing {

bool is_officer(const identity::Actor& actor);
base::Verdict may_be_sealed(const std::vector<Key>& keys, const std::optional<Recovery>& recovery);
base::Verdict may_hold_key(const identity::Actor& actor, const std::vector<Key>& keys);
base::Verdict may_retire(const identity::Actor& actor, const Key& key,
                         const RetirementDraft& draft);
base::Verdict may_decide(const identity::Actor& actor, const RecoveryDraft& draft,
                         const std::vector<Key>& keys);
// `earlier`: of the same name.
base::Verdict may_ask(const identity::Actor& actor, const AskDraft& draft,
                      const std::vector<Opening>& earlier);
base::Verdict may_agree(const identity::Actor& actor, const Opening& opening, base::Instant now);
base::Verdict may_decline(const identity::Actor& actor, const Opening& opening,
                          const DeclineDraft& draft);
// That this key may be used by the actor, where there is one that the phrase is of.
base::Verdict may_use(const identity::Actor& actor, const Key* key);

}  // namespace sealing
