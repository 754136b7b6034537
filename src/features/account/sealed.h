#pragma once
// What is handed to a browser and must come back from the same one, unread and unchanged, within
// its time: challenges, half of a sign-in, the state of a trip to a provider. Nothing of it is
// stored.

#include "features/account/ways.h"

#include <map>

namespace account {

using Parts = std::map<std::string, std::string>;

struct Sealing {
    const Door& door;
    std::string_view purpose;  // what was sealed for one is not opened for another
    std::string_view bound;    // of the browser: Call::bound
};

std::string seal(const Sealing& sealing, const Parts& parts, base::Instant expires);
std::optional<Parts> open(const Sealing& sealing, std::string_view sealed, base::Instant now);

// Somebody has shown one factor, and has an app whose code is asked for next.
struct HalfWay {
    identity::PersonId person;
    std::string way;  // "link", "password", …
};
std::string seal_half_way(const Door& door, std::string_view bound, const HalfWay& half,
                          base::Instant now);
std::optional<HalfWay> open_half_way(const Door& door, std::string_view bound,
                                     std::string_view sealed, base::Instant now);

}  // namespace account
