#pragma once
// The regions of NHS England, the other nations, and towns and counties with the region they lie
// in.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace linter {

// Phrases and names have | between them; a phrase in small letters counts in any case.
struct RegionWords {
    std::uint32_t regions;
    std::string_view label;
    std::string_view phrases;
};

struct TownWords {
    std::uint32_t regions;
    std::string_view names;
};

// An area, run together, and the words of organisations' names that lie in it.
struct AreaWords {
    std::string_view area;
    std::string_view words;  // with spaces between and around
};

std::span<const AreaWords> area_words();
std::span<const RegionWords> region_words();
std::span<const TownWords> town_words();

// "lincs" of "lincolnshire"; empty where there is none.
std::string short_county(std::string_view county);

}  // namespace linter
