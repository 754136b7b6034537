#pragma once
// What follows: the listing of whoever the roll has changed, and letters about introductions.

#include "platform/kit/letter.h"
#include "platform/record/reader.h"

#include <string>
#include <vector>

namespace people {

using kit::Mailing;

std::vector<record::Listener> listeners(const Mailing& mailing);

}  // namespace people
