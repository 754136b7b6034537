#pragma once
// Words as numbers, each with what it can be: an ordinary word, a first name on the roll, a title.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace linter {

using WordId = std::uint32_t;
inline constexpr WordId unknown_word = 0;
inline constexpr std::size_t word_letters_max = 40;  // longer ones are unknown

// What a word can be; several at once.
enum class Trait : std::uint32_t {
    ordinary = 1u << 0,     // of the language: also a name, perhaps
    first_name = 1u << 1,   // on the roll, or short for one there
    family_name = 1u << 2,  // on the roll
    title = 1u << 3,        // Dr
    season = 1u << 4,       // a month, a day of the week
    proper = 1u << 5,       // a place, a language, a product: capitalised without being a name
    particle = 1u << 6,     // van, de, al
    deed = 1u << 7,         // what a person did: said, thinks, chairs
    act = 1u << 22,         // what a person or a thing did: went, took, left
    determiner = 1u << 8,   // the, our, every
    preposition = 1u << 9,  // to, with, by
    eponymous = 1u << 10,   // what is called after people: disease, score, review
    body = 1u << 11,        // what an organisation's name ends with: hospital, trust
    filler = 1u << 12,      // stands in organisations' names without telling them apart
    jargon = 1u << 13,      // an acronym of the field
    modal = 1u << 14,       // will, may, can
    auxiliary = 1u << 15,   // is, was, has
    greeting = 1u << 16,    // hi, dear, thanks
    small = 1u << 17,       // and, of, the: left out of acronyms
    pronoun = 1u << 18,     // I, we, he
    office = 1u << 19,      // what a title can stand before that is no name: Mr Speaker
    place = 1u << 20,       // a town, a county
    short_form = 1u << 23,  // a first name on the roll begins so
    lead = 1u << 21,        // leads to a number or an account: ext, GitHub
};

// Safe to share once it is built.
class Words {
public:
    Words();

    WordId intern(std::string_view word);  // in small letters
    WordId find(std::string_view word) const;
    std::string_view spelling(WordId word) const { return entries_[word].spelling; }
    std::size_t size() const { return entries_.size(); }

    void mark(std::string_view list, Trait trait);  // of words with spaces between
    void mark(WordId word, Trait trait) {
        entries_[word].traits |= static_cast<std::uint32_t>(trait);
    }
    bool is(WordId word, Trait trait) const {
        return (entries_[word].traits & static_cast<std::uint32_t>(trait)) != 0;
    }

private:
    struct Entry {
        std::string spelling;
        std::uint32_t traits = 0;
    };

    std::size_t slot_of(std::string_view word) const;
    void grow();

    std::vector<Entry> entries_;
    std::vector<WordId> slots_;  // open addressing; 0 is free
};

}  // namespace linter
