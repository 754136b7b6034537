#pragma once
// Who may give and end which office, and who may hold it: pure functions, the first line of each
// verb.

#include "features/offices/offices.h"

namespace offices {

// What is known of somebody who is to be appointed.
struct Standing {
    bool is_sponsor = false;
    bool holds_it = false;
    std::optional<membership::Category> category;  // in the network, where there is one
};

base::Verdict may_give(const identity::Actor& actor, Office office);  // or end
// Whether it can be of this network, or of none.
base::Verdict fits(Office office, bool is_of_network);
// Whether somebody who belongs to the network as that may hold an office of it.
bool may_hold(Office office, std::optional<membership::Category> category);
base::Verdict may_appoint(const identity::Actor& actor, PersonId person, const Plan& plan,
                          const Standing& standing);
// `administrators`: how many there are.
base::Verdict may_end(const identity::Actor& actor, const Held& held, std::size_t administrators);
base::Verdict may_say(const EndingDraft& draft);

}  // namespace offices
