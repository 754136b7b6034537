#pragma once
// Which figures outsiders may read, so that none of them tells of a few trusts: an area with fewer
// than eight open ones is hidden, and whatever would let its figure be worked out again. Pure.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace coverage {

inline constexpr std::int64_t open_min = 8;

struct Area {
    std::string code, name;
    std::string parent;  // the code of the area that it is a part of; "" at the top
    std::int64_t open = 0;
    std::optional<std::int64_t> covered;  // nothing: hidden
};

// Nations, regions and boards of one day; each a part of the one before.
struct Levels {
    std::vector<Area> nations, regions, boards;
    std::int64_t open = 0;
    std::optional<std::int64_t> covered;  // of all
};

// Hides small areas; then, where what is hidden within a shown area is less than eight, the next
// smallest with it; and the figure of all where the hidden nations are less than eight.
void disclose(Levels& levels);

// Whether the figures of two sets, of which one holds the other, may both be read: not where they
// differ in one to seven trusts.
bool may_stand_beside(std::int64_t larger, std::int64_t smaller);

}  // namespace coverage
