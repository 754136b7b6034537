#pragma once
// A text as it is read by eye, in ASCII: accents, look-alikes, invisible characters, entities and
// inline markup resolved, each character with the bytes it stood in. One linear pass.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace linter {

struct PlainText {
    std::string letters;
    std::vector<std::uint32_t> from, to;  // of each letter, in the text as it was handed in
    std::vector<bool> is_look_alike;      // of each letter

    std::size_t size() const { return letters.size(); }
};

PlainText plain_text(std::string_view text);  // of at most 4 GB

}  // namespace linter
