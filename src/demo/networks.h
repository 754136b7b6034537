#pragma once
// The fourteen networks of the demo and their areas, and who belongs where. Only tables: people are
// made in people.cpp.

#include "demo/community.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace demo {

// `themes` are those of subjects (material.h) which are at home in the area, parted by spaces.
struct AreaPlan {
    std::string_view slug, name, purpose, themes;
};

struct NetworkPlan {
    std::string_view slug, name, short_name, purpose, glyph;
    std::uint32_t talk;      // share of topics
    std::uint32_t topic_max;  // posts in its longest topics
    std::string_view country;  // of an international chapter
    std::span<const AreaPlan> areas;
};

std::span<const NetworkPlan> network_plans();
std::vector<Network> networks();

// The area where a subject of these themes is at home; the last area when none claims it.
std::size_t area_for(const NetworkPlan& network, std::span<const std::string_view> themes);

}  // namespace demo
