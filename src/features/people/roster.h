#pragma once
// Those who show all they say of themselves to all members, in memory, for counting them: nothing
// of theirs is hidden from any reader. All others are counted by statements that ask who reads.
// Pure.

#include "features/people/people.h"

#include <span>
#include <unordered_map>

namespace people {

// Which people; empty fields ask for nothing.
struct Filter {
    std::string region;
    std::int64_t audience = 0;
    std::string tag;                 // folded
    std::string organisation, role;  // as listed
    bool mentors = false, receives = false;
};

struct Counted {
    std::string code;  // a region; the number of an audience; else words
    std::int64_t people = 0;
};
struct Counts {
    std::vector<Counted> regions;  // whoever is counted stands in one, "" where none is seen
    std::vector<Counted> audiences, organisations, roles, interests;
};
// Added up: regions by their code, the others with the most common first.
Counts sum(const std::vector<Counts>& parts);

class Roster {
public:
    struct Tag {
        bool is_interest = true;  // else a system
        std::string folded, tag;
    };
    struct Person {
        PersonId id;
        std::string organisation, region, role;
        bool mentors = false, receives = false;
        std::vector<std::int64_t> audiences;
        std::vector<Tag> tags;
    };
    using Ids = std::vector<std::int64_t>;  // ascending

    void add(const Person& person);
    bool has(PersonId person) const { return places_.contains(person.value); }
    // All whom the filter asks for but these.
    Counts count(const Filter& filter, const Ids& but) const;
    Counts count(std::span<const PersonId> persons) const;  // who are all in the roster
    bool fits(const Filter& filter, PersonId person) const;

private:
    using Word = std::uint32_t;  // in words_
    struct Card {
        std::int64_t person = 0;
        Word organisation = 0, region = 0, role = 0;
        bool mentors = false, receives = false;
        std::uint32_t audiences = 0, tags = 0;  // where its own end, in audiences_ and tags_
    };
    struct Said {
        bool is_interest = true;
        Word folded = 0, tag = 0;
    };
    struct Asked;
    class Tally;

    Word word(const std::string& text);
    std::optional<Word> known(const std::string& text) const;
    std::optional<Asked> asked(const Filter& filter) const;  // nothing: of no person
    bool fits(std::size_t place, const Asked& asked) const;
    std::span<const std::int64_t> audiences_of(std::size_t place) const;
    std::span<const Said> tags_of(std::size_t place) const;

    std::vector<std::string> words_ = {""};
    std::unordered_map<std::string, Word> known_ = {{"", 0}};
    std::vector<Card> cards_;
    std::vector<std::int64_t> audiences_;
    std::vector<Said> tags_;
    std::unordered_map<std::int64_t, std::uint32_t> places_;  // of persons in cards_
};

}  // namespace people
