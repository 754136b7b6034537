#pragma once
// What follows the facts of sealed names: letters.

#include "features/sealing/letters.h"
#include "platform/record/reader.h"

#include <vector>

namespace sealing {

std::vector<record::Listener> listeners(const Mailing& mailing);

}  // namespace sealing
