#pragma once
// What follows elsewhere for the roll: who worked for an organisation goes on at its successor.

#include "platform/record/reader.h"

#include <vector>

namespace membership {

std::vector<record::Listener> listeners();

}  // namespace membership
