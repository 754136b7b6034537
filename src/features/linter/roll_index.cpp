#include "features/linter/roll_index.h"

#include "features/linter/tokens.h"

#include <algorithm>

namespace linter {

std::uint32_t RollIndex::organisation_of(const RollEntry& entry, const KnownOrganisation* known,
                                         const CombinationWords& combinations, Words& words) {
    const std::string& name = entry.organisation.empty() && known ? known->name
                                                                  : entry.organisation;
    const auto [at, is_new] = by_name_.try_emplace(
        name, static_cast<std::uint32_t>(organisations_.size()));
    if (!is_new) return at->second;
    Place place;
    place.towns = combinations.towns_of(name, words);
    place.kinds = combinations.kinds_of(name, known ? known->kind : "");
    place.regions = combinations.regions_of(name, words);
    organisations_.push_back(std::move(place));
    return at->second;
}

void RollIndex::add(const RollEntry& entry, const KnownOrganisation* organisation,
                    CombinationWords& combinations, Words& words) {
    Line line;
    line.role = combinations.role_of(entry.role, words);
    line.organisation = organisation_of(entry, organisation, combinations, words);
    line.kinds = organisations_[line.organisation].kinds;
    line.regions = combinations.regions_of(entry.region, words);
    if (line.regions == 0) line.regions = organisations_[line.organisation].regions;
    has_roles_ |= line.role != Combination::none;
    has_regions_ |= line.regions != 0;
    lines_.push_back(line);
}

bool RollIndex::fits(const Line& line, const Combination& said, bool by_town) const {
    if (said.role != Combination::none && line.role != said.role) return false;
    if (said.kinds != 0 && (line.kinds & said.kinds) == 0) return false;
    if (by_town) {
        const auto& towns = organisations_[line.organisation].towns;
        return std::ranges::find(towns, said.town) != towns.end();
    }
    return said.regions == 0 || (line.regions & said.regions) != 0;
}

int RollIndex::fitting(const Combination& said) const {
    const bool by_town = said.town != unknown_word;
    return static_cast<int>(
        std::ranges::count_if(lines_, [&](const Line& line) { return fits(line, said, by_town); }));
}

}  // namespace linter
