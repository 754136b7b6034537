#pragma once
// People in memory: those who show all they say of themselves to all members are counted here, for
// nothing of theirs is hidden from any reader; of all others a roster tells only whom a statement,
// which asks who reads, has to look at. Pure.

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
    // The first so many whom the filter asks for but these.
    Ids fitting(const Filter& filter, const Ids& but, std::size_t count) const;

private:
    using Word = std::uint32_t;  // in its Words
    class Words {
    public:
        Word add(const std::string& text);
        std::optional<Word> find(const std::string& text) const;
        const std::string& operator[](Word word) const { return texts_[word]; }
        std::size_t size() const { return texts_.size(); }

    private:
        std::vector<std::string> texts_ = {""};
        std::unordered_map<std::string, Word> places_ = {{"", 0}};
    };
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

    std::optional<Asked> asked(const Filter& filter) const;  // nothing: of no person
    bool fits(std::size_t place, const Asked& asked) const;
    std::span<const std::int64_t> audiences_of(std::size_t place) const;
    std::span<const Said> tags_of(std::size_t place) const;

    Words organisations_, regions_, roles_, tag_words_;
    std::vector<Card> cards_;
    std::vector<std::int64_t> audiences_;
    std::vector<Said> tags_;
    std::unordered_map<std::int64_t, std::uint32_t> places_;  // of persons in cards_
};

}  // namespace people
