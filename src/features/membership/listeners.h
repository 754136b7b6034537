#pragma once
// What follows from facts of the roll: letters.

#include "features/membership/letters.h"
#include "platform/record/reader.h"

#include <vector>

namespace membership {

std::vector<record::Listener> listeners(const Mailing& mailing);

}  // namespace membership
