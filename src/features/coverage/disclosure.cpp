#include "features/coverage/disclosure.h"

#include <algorithm>

namespace coverage {

namespace {

bool is_too_few(std::int64_t trusts) {
    return trusts > 0 && trusts < open_min;
}

void hide_small(std::vector<Area>& areas) {
    for (Area& area : areas) {
        if (area.open < open_min || is_too_few(area.unnamed())) area.covered.reset();
    }
}

bool is_part_of(const Area& part, const Area& whole) {
    return part.parent == whole.key;
}

// Of the trusts of the whole that outsiders do not know by name, those in no shown part.
std::int64_t left_over(const Area& whole, const std::vector<Area>& parts) {
    std::int64_t rest = whole.unnamed();
    for (const Area& part : parts) {
        if (is_part_of(part, whole) && part.covered) rest -= part.unnamed();
    }
    return rest;
}

// Until what the shown parts leave of the whole is nothing, or enough.
void hide_next_smallest(const Area& whole, std::vector<Area>& parts) {
    std::vector<Area*> its_parts;
    for (Area& part : parts) {
        if (is_part_of(part, whole)) its_parts.push_back(&part);
    }
    std::ranges::sort(its_parts, {},
                      [](const Area* area) { return std::pair(area->open, area->key); });
    for (Area* part : its_parts) {
        if (!is_too_few(left_over(whole, parts))) return;
        part->covered.reset();
    }
}

}  // namespace

void disclose(Levels& levels) {
    for (auto* level : {&levels.nations, &levels.regions, &levels.boards}) hide_small(*level);
    for (const Area& region : levels.regions) {
        if (region.covered) hide_next_smallest(region, levels.boards);
    }
    for (Area& nation : levels.nations) {
        if (is_too_few(left_over(nation, levels.regions))) nation.covered.reset();
    }
    const bool is_any_hidden = !std::ranges::all_of(
        levels.nations, [](const Area& nation) { return nation.covered.has_value(); });
    if (levels.open < open_min || is_any_hidden) levels.covered.reset();
}

void hide_comparable(Levels& levels,
                     const std::function<bool(const std::string& key)>& tells_of_few) {
    for (Area& board : levels.boards) board.covered.reset();
    for (Area& nation : levels.nations) {
        if (tells_of_few(nation.key)) nation.covered.reset();
        for (Area& region : levels.regions) {
            if (!is_part_of(region, nation) || !tells_of_few(region.key)) continue;
            region.covered.reset();
            nation.covered.reset();
        }
    }
}

}  // namespace coverage
