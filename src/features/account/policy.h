#pragma once
// What a person may do about their own account, and officers about a lost factor: pure functions.

#include "features/account/account.h"

namespace account {

base::Verdict may_move_to(std::string_view email, std::string_view present);
base::Verdict may_ask_for_access(const LostDraft& draft, bool has_second_factor);
base::Verdict may_restore(const identity::Actor& actor);
// Not for oneself, and not twice.
base::Verdict may_vouch(const identity::Actor& actor, const LostFactor& lost);

}  // namespace account
