#pragma once
// Cuts a post into sentences: to keep a topic from saying the same thing twice, and to find a
// passage worth quoting. Quoted lines are not the post's own sentences.

#include "demo/dice.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace demo {

std::vector<std::string_view> sentences(std::string_view markdown);

// A sentence to quote, empty when the post has none that stands by itself.
std::string_view excerpt(std::string_view markdown, Dice& dice);

}  // namespace demo
