#pragma once
// What follows: the listing of whoever the roll has changed, and letters about introductions.

#include "platform/exit/gate.h"
#include "platform/record/reader.h"

#include <string>
#include <vector>

namespace people {

struct Mailing {
    leaving::Gate gate;
    std::string base_url;
};

std::vector<record::Listener> listeners(const Mailing& mailing);

}  // namespace people
