#pragma once
// The roll as it is counted: for a role, a kind of organisation and a place, how many people fit.

#include "features/linter/combination_words.h"
#include "features/linter/linter.h"

#include <unordered_map>

namespace linter {

// What is said of somebody: some of it, at least two in the end.
struct Combination {
    int role = none;
    std::uint32_t kinds = 0;    // any of them
    std::uint32_t regions = 0;  // any of them
    WordId town = unknown_word;

    static constexpr int none = -1;
};

class RollIndex {
public:
    void add(const RollEntry& entry, const KnownOrganisation* organisation,
             CombinationWords& combinations, Words& words);

    // A town is looked for in the names of organisations.
    int fitting(const Combination& said) const;

    bool has_roles() const { return has_roles_; }
    bool has_regions() const { return has_regions_; }

private:
    struct Line {
        int role = Combination::none;
        std::uint32_t kinds = 0, regions = 0;
        std::uint32_t organisation = 0;
    };
    struct Place {
        std::uint32_t kinds = 0, regions = 0;
        std::vector<WordId> towns;
    };

    std::uint32_t organisation_of(const RollEntry& entry, const KnownOrganisation* known,
                                  const CombinationWords& combinations, Words& words);
    bool fits(const Line& line, const Combination& said, bool by_town) const;

    std::vector<Line> lines_;
    std::vector<Place> organisations_;
    std::unordered_map<std::string, std::uint32_t> by_name_;
    bool has_roles_ = false, has_regions_ = false;
};

}  // namespace linter
