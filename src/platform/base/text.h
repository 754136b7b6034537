#pragma once
// UTF-8 text as people count, compare and shorten it. Unicode's rules come from ICU.

#include "platform/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace base {

bool is_utf8(std::string_view text);  // well formed, and without NUL

// Length as people count it: user-perceived characters (Unicode extended grapheme clusters).
std::size_t length(std::string_view text);
std::size_t code_points(std::string_view text);  // of which a character may have many; for UTF-8

// For comparing and searching: case folded, marks removed, ligatures opened ("Zoë Ó" is "zoe o"),
// letters without a decomposition as they are typed elsewhere (ø is o, ß is ss), quotes and dashes
// plain. Folding what is folded changes nothing.
std::string fold(std::string_view text);

// For addresses: "What's new? Siân’s DPIA" is "whats-new-sians-dpia"; never empty ("topic" then).
std::string slug(std::string_view text, std::size_t bytes_max = 60);

// Refuses what is longer than so many characters, or hides many code points in few: "A title can be
// 120 characters long. Shorten it and send again."
Verdict fits(std::string_view text, std::size_t characters_max, std::string_view what,
             std::string_view field);

// At most so many characters, cut at a word where one is near, with "…" where something is missing.
std::string excerpt(std::string_view text, std::size_t characters_max);

std::string trim(std::string_view text);       // without white space at both ends
// White space of any kind becomes single spaces, with none at the ends.
std::string one_line(std::string_view text);
std::string initials(std::string_view name);   // "Meera Raman" is "MR"; at most two characters

// "1 reply", "2 replies", "1,208 members": number with separators, and the noun that fits it.
std::string counted(long long count, std::string_view one, std::string_view many);
std::string grouped(long long number);  // 1,208

}  // namespace base
