#pragma once
// Two accounts of one person, that become one: all that is held of the one passes to the other.

#include "platform/identity/actor.h"
#include "platform/sql/tx.h"

namespace identity {

struct Merger {
    PersonId
        gone;  // its row stays, empty and under the other's name, for what the record says of it
    PersonId kept;
};

// Audiences, and what the row itself holds. Sessions, links, password, roles and the address of the
// account that goes are no more. Other features come first: until then the audiences say who read
// what.
void merge(sql::Tx& tx, const Merger& merger);

}  // namespace identity
