#pragma once
// What md4c 0.4.8 reads in more than linear time: seldom written by people, cheap to recognise. For
// the Markdown renderer alone.

#include <cstddef>
#include <string_view>

namespace html {

// Whether to show the text as it was written instead. Not so for anything people write.
bool is_too_costly(std::string_view markdown);

// How many "://" and "www." there are; beyond bare_addresses_max they are better not looked for,
// since md4c may walk a whole line for each.
std::size_t bare_addresses(std::string_view markdown);
inline constexpr std::size_t bare_addresses_max = 500;

}  // namespace html
