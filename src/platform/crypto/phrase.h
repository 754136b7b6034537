#pragma once
// A secret as twelve words that can be written on paper and typed back (BIP 39): 128 bits, and four
// more by which a slip of the pen is seen, mostly.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace crypto {

inline constexpr std::size_t phrase_secret_bytes = 16;
inline constexpr std::size_t phrase_characters_max = 300;  // as typed, with room for blanks

std::string random_phrase();
std::string phrase_of(std::string_view secret);  // of 16 bytes
// As it was typed, in any case and with any white space; nothing where it is no phrase.
std::optional<std::string> secret_of(std::string_view phrase);

}  // namespace crypto
