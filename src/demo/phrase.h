#pragma once
// Fills the slots of one line of material for one speaker. It knows words and English (articles,
// capitals, numbers), and nothing about who says what when.

#include "demo/community.h"
#include "demo/dice.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace demo {

// What a topic has settled, by label: "{11-19#a}" is one number throughout it.
using Memory = std::unordered_map<std::string, std::string>;

// Who speaks, and about what. Pointers are to the community being made, and never null.
struct Scene {
    const Person* speaker;
    const Organisation* workplace;
    const Person* asker;            // who opened the matter
    std::string_view mentioned;     // the handle behind @@, may be empty
    std::string_view amira;         // the handle behind @@amira
    std::int64_t since_s = 0;       // since the matter was opened
    std::size_t number = 1;         // of a series
    Memory* memory = nullptr;
};

std::string phrase(std::string_view line, const Scene& scene, Dice& dice);

std::string with_article(std::string_view noun);
std::string capitalised(std::string_view text);
std::string lower_first(std::string_view text);  // leaves acronyms and names alone
std::string short_name(const Organisation& organisation);

}  // namespace demo
