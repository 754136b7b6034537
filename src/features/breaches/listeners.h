#pragma once
// What follows from facts: letters to those whom a case concerns.

#include "features/breaches/letters.h"
#include "platform/record/reader.h"

#include <vector>

namespace breaches {

std::vector<record::Listener> listeners(const Mailing& mailing);

}  // namespace breaches
