#pragma once
// The names on the roll and what they are shortened to: nicknames, initials, parts. It knows which
// go together, not where they stand.

#include "features/linter/words.h"

#include <span>
#include <unordered_set>

namespace linter {

class People {
public:
    void add(std::string_view name, Words& words);

    bool is_pair(WordId first, WordId family) const { return has(first, family); }
    bool is_initial_of(char initial, WordId family) const { return has(letter(initial), family); }
    bool is_first_of(WordId first, char initial) const { return has(first, letter(initial)); }
    bool has_initials(char first, char family) const { return has(letter(first), letter(family)); }

private:
    // Letters stand above all words.
    static WordId letter(char c) { return 0xFFFFFF00u | static_cast<unsigned char>(c | 0x20); }
    bool has(WordId a, WordId b) const {
        return together_.contains(static_cast<std::uint64_t>(a) << 32 | b);
    }
    void join(WordId a, WordId b) { together_.insert(static_cast<std::uint64_t>(a) << 32 | b); }
    void add_spelling(std::string_view name, Words& words);

    std::unordered_set<std::uint64_t> together_;
};

// What a first name is also called, itself among them; empty for most.
std::span<const std::string_view> nicknames(std::string_view first);

// Lines of a first name and what people who have it are called: further ones than nicknames.cpp
// has.
std::span<const std::string_view> more_nicknames();

}  // namespace linter
