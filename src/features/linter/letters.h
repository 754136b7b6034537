#pragma once
// What a code point looks like in plain ASCII: accents off, look-alikes of other scripts as the
// Latin letter they are mistaken for. No text is read here, only single code points.

#include <cstddef>
#include <string_view>

namespace linter {

// Stand in plain text for what has no ASCII likeness.
inline constexpr char other_letter = '\x01';
inline constexpr char other_mark = '\x02';

struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 1;
};

// What stands at `at`; a byte that is no UTF-8 is U+FFFD of one byte.
CodePoint code_point_at(std::string_view text, std::size_t at);

bool is_invisible(char32_t point);   // zero width, soft hyphen, a combining mark
bool is_look_alike(char32_t point);  // a Greek, Cyrillic or other letter that looks Latin

// "" for what is invisible, one to three characters otherwise ("ae" for æ).
std::string_view plain_of(char32_t point);

// The code point of an entity without & and ;, such as "eacute" or "#x435"; 0 for none.
char32_t entity(std::string_view name);

}  // namespace linter
