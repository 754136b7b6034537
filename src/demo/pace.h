#pragma once
// How long topics are and when their posts are written: skewed sizes, two years of topics denser
// towards now, and a lively last week. It knows only numbers.

#include "demo/dice.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace demo {

// Adds up to `posts` exactly; each at least 1. Needs posts >= topics.
std::vector<std::size_t> topic_sizes(std::size_t topics, std::size_t posts, Dice dice);

// For each topic, seconds before now of each of its posts: strictly falling, at least 60.
std::vector<std::vector<std::int64_t>> topic_times(const std::vector<std::size_t>& sizes,
                                                   Dice dice);

}  // namespace demo
