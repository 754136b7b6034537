#pragma once
// Days and hours in a text, which the linter leaves alone: who knows of the meeting knows who spoke
// at that hour. Pure.

#include <cstddef>
#include <string_view>
#include <vector>

namespace extracts {

inline constexpr std::string_view time_reason =
    "An exact time tells those who were there of whom it is: say the month.";

struct Stretch {
    std::size_t from = 0, to = 0;  // bytes
};

// "14:32", "9.15 am", "3 March 2027", "March 3rd", "3/3/2027", "2027-03-03". Of a month or a year
// alone nothing is said.
std::vector<Stretch> exact_times(std::string_view text);

}  // namespace extracts
