#include "platform/crypto/phrase.h"

#include "platform/crypto/phrase_words.h"
#include "platform/crypto/random.h"
#include "platform/crypto/token.h"

#include <algorithm>
#include <cassert>
#include <cctype>
#include <vector>

namespace crypto {

namespace {

constexpr std::size_t words_in_a_phrase = 12;
constexpr int bits_of_a_word = 11;
constexpr int bits_of_the_check = 4;

const std::vector<std::string_view>& list() {
    static const std::vector<std::string_view> words = [] {
        std::vector<std::string_view> all;
        for (auto text = phrase_words(); !text.empty();) {
            const auto end = std::min(text.find(' '), text.size());
            all.push_back(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        return all;
    }();
    return words;
}

std::uint32_t check_of(std::string_view secret) {
    return static_cast<unsigned char>(sha256(secret)[0]) >> (8 - bits_of_the_check);
}

bool is_blank(char c) {
    return std::isspace(static_cast<unsigned char>(c)) != 0;
}

std::vector<std::string> words_of(std::string_view phrase) {
    std::vector<std::string> words;
    bool is_within = false;
    for (const char c : phrase.substr(0, phrase_characters_max)) {
        if (is_blank(c)) {
            is_within = false;
            continue;
        }
        if (!is_within) words.emplace_back();
        is_within = true;
        words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return words;
}

}  // namespace

std::string random_phrase() {
    return phrase_of(random_bytes(phrase_secret_bytes));
}

std::string phrase_of(std::string_view secret) {
    assert(secret.size() == phrase_secret_bytes);
    std::string phrase;
    std::uint32_t held = 0;
    int bits = 0;
    const auto take = [&](std::uint32_t more, int count) {
        held = (held << count) | more;
        bits += count;
        if (bits < bits_of_a_word) return;
        bits -= bits_of_a_word;
        if (!phrase.empty()) phrase += ' ';
        phrase += list()[(held >> bits) & 0x7FF];
        held &= (1U << bits) - 1;
    };
    for (const char byte : secret) take(static_cast<unsigned char>(byte), 8);
    take(check_of(secret), bits_of_the_check);
    return phrase;
}

std::optional<std::string> secret_of(std::string_view phrase) {
    const auto words = words_of(phrase);
    if (words.size() != words_in_a_phrase) return std::nullopt;
    std::string secret;
    std::uint32_t held = 0;
    int bits = 0;
    for (const auto& word : words) {
        const auto found = std::ranges::lower_bound(list(), std::string_view(word));
        if (found == list().end() || *found != word) return std::nullopt;
        held = (held << bits_of_a_word) | static_cast<std::uint32_t>(found - list().begin());
        for (bits += bits_of_a_word; bits >= 8 && secret.size() < phrase_secret_bytes;) {
            bits -= 8;
            secret += static_cast<char>((held >> bits) & 0xFF);
            held &= (1U << bits) - 1;
        }
    }
    if (held != check_of(secret)) return std::nullopt;
    return secret;
}

}  // namespace crypto
