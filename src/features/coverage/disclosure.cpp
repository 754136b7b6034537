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

std::int64_t shown_of(const std::vector<Area*>& parts) {
    std::int64_t shown = 0;
    for (const Area* part : parts) shown += part->covered ? part->unnamed() : 0;
    return shown;
}

// Until what the shown parts leave of the whole is nothing, or enough.
void hide_until_enough(const Area& whole, std::vector<Area*> parts) {
    std::ranges::sort(parts, {}, [](const Area* area) { return std::pair(area->open, area->key); });
    for (Area* part : parts) {
        if (!is_too_few(whole.unnamed() - shown_of(parts))) return;
        part->covered.reset();
    }
}

void disclose_within(const std::vector<Area>& wholes, std::vector<Area>& parts) {
    hide_small(parts);
    for (const Area& whole : wholes) {
        std::vector<Area*> its_parts;
        for (Area& part : parts) {
            if (part.parent != whole.key) continue;
            if (!whole.covered) part.covered.reset();
            its_parts.push_back(&part);
        }
        if (whole.covered) hide_until_enough(whole, std::move(its_parts));
    }
}

}  // namespace

void disclose(Levels& levels) {
    hide_small(levels.nations);
    std::int64_t rest = levels.open - levels.named;
    for (const Area& nation : levels.nations) rest -= nation.covered ? nation.unnamed() : 0;
    if (levels.open < open_min || is_too_few(rest)) levels.covered.reset();
    disclose_within(levels.nations, levels.regions);
    disclose_within(levels.regions, levels.boards);
}

}  // namespace coverage
