#pragma once
// What follows from facts: letters to those who hold offices, and the end of an office of a network
// whose holder left it.

#include "features/offices/letters.h"
#include "platform/record/reader.h"

#include <vector>

namespace offices {

std::vector<record::Listener> listeners(const Mailing& mailing);

}  // namespace offices
