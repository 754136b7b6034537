#pragma once
// The words that say what somebody is and where: roles, kinds of organisation, regions, towns, and
// what makes one stand out. Tables, and how the roll's own words are read by them.

#include "features/linter/phrases.h"

#include <string>
#include <vector>

namespace linter {

enum class Aspect : std::uint8_t { role, kind, region, town, standing };

// What a phrase says. The meaning of `value` is the aspect's: a role's number, kinds, regions.
struct Saying {
    Aspect aspect = Aspect::role;
    std::uint32_t value = 0;
    std::string label;  // as the reason tells it
    WordId town = unknown_word;
    bool needs_body = false;      // "mental health", but for "trust" behind it, is a subject
    bool needs_capitals = false;  // Reading
    bool is_sole = false;         // the only, the one
    bool is_many = false;         // CCIOs
};

// Kinds and regions are sets of bits.
namespace kinds {
inline constexpr std::uint32_t ambulance = 1, mental_health = 2, community = 4, children = 8,
                               acute = 16, specialist = 32, care_board = 64, health_board = 128,
                               primary_care = 256, hospice = 512, national = 1024;
}
namespace regions {
inline constexpr std::uint32_t london = 1, south_west = 2, south_east = 4, midlands = 8, east = 16,
                               north_west = 32, north_east = 64, wales = 128, scotland = 256,
                               northern_ireland = 512, england = 127;
}

class CombinationWords {
public:
    explicit CombinationWords(Words& words);

    const Phrases& phrases() const { return phrases_; }
    const Saying& saying(std::uint32_t value) const { return sayings_[value]; }

    // -1 where nothing is said. A role that the tables lack is learned.
    int role_of(std::string_view role, Words& words);
    std::uint32_t kinds_of(std::string_view organisation, std::string_view kind) const;
    std::uint32_t regions_of(std::string_view text, const Words& words) const;
    // The towns of a name, that of Nottinghamshire being Nottingham too.
    std::vector<WordId> towns_of(std::string_view organisation, const Words& words) const;

private:
    void add(std::string_view phrase, Saying saying, Words& words);
    void add_many(std::string_view phrase, Saying saying, Words& words);
    void add_roles(Words& words);
    void add_kinds(Words& words);
    void add_places(Words& words);

    Phrases phrases_;
    std::vector<Saying> sayings_;
    std::vector<WordId> towns_;
    int roles_ = 0;
};

// Marks the towns and counties of the tables.
void mark_places(Words& words);

}  // namespace linter
