#pragma once
// Which figures outsiders may read, so that none of them tells of a few trusts: an area with fewer
// than eight open ones is hidden, and whatever would let its figure be worked out again. Pure.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace coverage {

inline constexpr std::int64_t open_min = 8;

struct Area {
    std::string code, name;
    std::string parent;  // the key of the area that it is a part of; "" at the top
    std::int64_t open = 0;
    std::optional<std::int64_t> covered;  // nothing: hidden
    std::int64_t named = 0;               // of the open ones, those that outsiders know by name
    std::string key;                      // "england/Y56": one code may stand in two wholes

    std::int64_t unnamed() const { return open - named; }
};

// Nations, regions and boards of one day; each a part of the one before.
struct Levels {
    std::vector<Area> nations, regions, boards;
    std::int64_t open = 0;
    std::optional<std::int64_t> covered;  // of all
    std::int64_t named = 0;
};

// Hides areas of fewer than eight, and those with one to seven trusts that outsiders do not know by
// name; the parts of what is hidden are hidden so. Then, where the shown regions would leave one to
// seven of a nation, the nation's figure; where shown boards would leave so few of a region, its
// next smallest board, for a region is asked for most. The figure of all is hidden where any
// nation's is.
void disclose(Levels& levels);

// Before that, where the figures will stand beside those of another day: hides each region that
// `tells_of_few`, its nation with it, and all boards, of which nearly each does.
void hide_comparable(Levels& levels,
                     const std::function<bool(const std::string& key)>& tells_of_few);

}  // namespace coverage
