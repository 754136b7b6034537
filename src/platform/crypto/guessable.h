#pragma once
// How soon a password would be guessed by whoever knows the common ones and how people vary them:
// lists of leaked passwords, names and words, keyboard runs, dates and repeats, as zxcvbn counts.

#include <string>
#include <string_view>
#include <vector>

namespace crypto {

// About 10^10 guesses, a night's work against a stolen Argon2id hash by a well-equipped attacker.
inline constexpr double guess_bits_min = 33;

// Bits of guessing. `own_words`, in small letters, are those an attacker of this one person tries
// first: their name, their address, where they sign in. Under a millisecond at any length.
double guess_bits(std::string_view password, const std::vector<std::string>& own_words);

}  // namespace crypto
