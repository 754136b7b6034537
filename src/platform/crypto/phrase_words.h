#pragma once
// The words that phrases are made of. For the sources of this room alone.

#include <string_view>

namespace crypto {

std::string_view
phrase_words();  // 2048, in order of the alphabet, each after a space but the first

}  // namespace crypto
