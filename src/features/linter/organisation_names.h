#pragma once
// The names that organisations go by, made from their official ones: without "NHS Foundation
// Trust", as acronyms, with one letter wrong. Found by walking; where they stand is not its
// concern.

#include "features/linter/linter.h"
#include "features/linter/phrases.h"
#include "features/linter/short_names.h"

#include <string>
#include <unordered_map>
#include <unordered_set>

namespace linter {

struct OrganisationName {
    std::string organisation;  // as the reason tells it
    Need need = Need::nothing;
    bool is_acronym = false;  // in capitals, or it is a word like any other
    bool is_long = false;     // so many letters that it is told apart without capitals
};

class OrganisationNames {
public:
    void add(const KnownOrganisation& organisation, Words& words);
    void add(const ShortName& name, Words& words);
    void finish(const Words& words);  // after the last: makes the table of near misses

    const Phrases& phrases() const { return phrases_; }
    const OrganisationName& name(std::uint32_t value) const { return names_[value]; }

    // Words of names that one letter, wrong, missing, added or swapped, makes of this one.
    std::vector<WordId> near(std::string_view word, const Words& words) const;

    bool is_code(std::string_view code) const { return codes_.contains(std::string(code)); }
    void add_code(std::string_view code);

private:
    using Parts = std::vector<std::string>;

    void add_phrase(const Parts& parts, OrganisationName name, Words& words);
    void add_official(std::string_view name, const std::string& told, Words& words);
    void add_shorter(const Parts& core, const std::string& told, Words& words);
    void add_acronyms(const Parts& core, const std::string& told, Words& words);

    Phrases phrases_;
    std::vector<OrganisationName> names_;
    std::vector<WordId> parts_;  // words of names, long enough to be misspelled
    std::unordered_multimap<std::uint64_t, WordId> near_;
    std::unordered_set<std::string> codes_;
};

}  // namespace linter
