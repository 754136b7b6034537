#pragma once
// Our thin face over nlohmann's JSON; included by sources, never by a room's face.

#include <nlohmann/json.hpp>

namespace base {
using Json = nlohmann::ordered_json;
}
