#pragma once
// What becomes of the roll when two accounts of one person become one. Nothing that one of the two
// was refused, was asked or is waiting for is shed by it, and nobody gains what neither had.

#include "features/membership/membership.h"
#include "platform/identity/merger.h"

namespace membership {

// A refusal says who has to do what first; nothing is changed then.
base::Verdict merge(const record::Floor& floor, const identity::Merger& merger);

}  // namespace membership
