#pragma once
// What a person may do about their own account, and officers about a lost factor: pure functions.

#include "features/account/account.h"

namespace account {

base::Verdict may_move_to(std::string_view email, std::string_view present);
base::Verdict may_ask_for_access(const LostDraft& draft, bool has_second_factor);
base::Verdict may_restore(const identity::Actor& actor);
// Not for oneself, and not twice.
base::Verdict may_vouch(const identity::Actor& actor, const LostFactor& lost);


// Of an account that is to be merged, whichever of the two it is.
struct MergerState {
    identity::PersonId person;
    bool holds_office = false;
    std::optional<base::Instant> changed;  // the last time: address, password, any way to sign in
    std::optional<base::Instant> moved;    // to another address
};
// The account with an office is the one that is kept. None is given up in the week after it changed
// how one signs in: whoever did not do that has the time to say so, as with a change of address.
base::Verdict may_be_given_up(const MergerState& state, base::Instant now);
base::Verdict may_take_in(const MergerState& gone, const MergerState& kept, base::Instant now);

}  // namespace account
