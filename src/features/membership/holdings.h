#pragma once
// What the roll holds of the floor's actor, for the archive of all that is held on them.

#include "features/membership/membership.h"
#include "platform/identity/holding.h"

#include <vector>

namespace membership {

std::vector<identity::Holding> held(const record::Floor& floor);

}  // namespace membership
