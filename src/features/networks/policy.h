#pragma once
// Who may found networks and open areas in them, and say who belongs: pure functions, the first
// line of each verb.

#include "features/networks/networks.h"

namespace networks {

base::Verdict may_found(const identity::Actor& actor);

}  // namespace networks
