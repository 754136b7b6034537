#include "platform/crypto/guessable.h"

#include <zxcvbn.h>

namespace crypto {

namespace {

constexpr std::size_t bytes_max = 100;  // the cost grows with the square, the bits no more

}  // namespace

double guess_bits(std::string_view password, const std::vector<std::string>& own_words) {
    const std::string beginning(password.substr(0, bytes_max));
    std::vector<const char*> words;
    for (const auto& word : own_words) words.push_back(word.c_str());
    words.push_back(nullptr);
    return ZxcvbnMatch(beginning.c_str(), words.data(), nullptr);
}

}  // namespace crypto
