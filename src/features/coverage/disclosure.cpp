#include "features/coverage/disclosure.h"

#include <algorithm>
#include <set>

namespace coverage {

namespace {

bool is_too_few(std::int64_t open) {
    return open > 0 && open < open_min;
}

std::int64_t open_of(const std::vector<Area*>& areas, bool is_shown) {
    std::int64_t open = 0;
    for (const Area* area : areas) open += area->covered.has_value() == is_shown ? area->open : 0;
    return open;
}

void hide_small(std::vector<Area>& areas) {
    for (Area& area : areas) {
        if (area.open < open_min) area.covered.reset();
    }
}

// Until what is hidden among them is nothing, or enough.
void hide_until_enough(std::vector<Area*> parts) {
    std::ranges::sort(parts, {},
                      [](const Area* area) { return std::pair(area->open, area->code); });
    for (Area* area : parts) {
        if (!is_too_few(open_of(parts, false))) return;
        area->covered.reset();
    }
}

void disclose_within(const std::vector<Area>& wholes, std::vector<Area>& parts) {
    hide_small(parts);
    for (const Area& whole : wholes) {
        std::vector<Area*> its_parts;
        for (Area& part : parts) {
            if (part.parent == whole.code) its_parts.push_back(&part);
        }
        if (whole.covered) hide_until_enough(std::move(its_parts));
    }
}

}  // namespace

bool may_stand_beside(std::int64_t larger, std::int64_t smaller) {
    return !is_too_few(larger - smaller);
}

void disclose(Levels& levels) {
    hide_small(levels.nations);
    std::int64_t shown = 0;
    for (const Area& nation : levels.nations) shown += nation.covered ? nation.open : 0;
    if (levels.open < open_min || !may_stand_beside(levels.open, shown)) levels.covered.reset();
    disclose_within(levels.nations, levels.regions);
    disclose_within(levels.regions, levels.boards);
}

}  // namespace coverage
