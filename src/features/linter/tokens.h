#pragma once
// A plain text cut into words, each with its shape and with what stands before it.

#include "features/linter/plain_text.h"
#include "features/linter/words.h"

namespace linter {

// What stands between a word and the one before it; several at once.
enum class Gap : std::uint16_t {
    space = 1u << 0,
    line = 1u << 1,       // one line break
    paragraph = 1u << 2,  // an empty line; the beginning of the text
    stop = 1u << 3,       // . ! ?
    comma = 1u << 4,
    colon = 1u << 5,  // : ;
    hyphen = 1u << 6,
    quote = 1u << 7,
    open = 1u << 8,  // ( [
    close = 1u << 9,
    slash = 1u << 10,
    dash = 1u << 11,  // a hyphen with space around it
    other = 1u << 12,
    bullet = 1u << 13,  // what may stand at the beginning of a line: - * # > |
};

enum class Shape : std::uint8_t { lower, title, upper, mixed, number };

struct Token {
    std::uint32_t begin = 0, end = 0;  // letters of the plain text, without 's
    WordId word = unknown_word;        // without 's
    WordId whole = unknown_word;       // with it: "guys" of Guy's; else the same
    std::uint16_t gap = 0;
    Shape shape = Shape::lower;
    bool has_digit = false;
    bool is_possessive = false;
    bool is_disguised = false;  // something invisible, or of another script, stands in it
    bool begins_sentence = false;

    bool follows(Gap mark) const { return (gap & static_cast<std::uint16_t>(mark)) != 0; }
    bool is_capital() const {
        return shape == Shape::title || shape == Shape::upper || shape == Shape::mixed;
    }
    std::size_t letters() const { return end - begin; }
};

std::vector<Token> tokens(const PlainText& text, const Words& words);

std::string lower(std::string_view letters);  // ASCII; without apostrophes

// The words of a name, such as "obrien" and "smith" of "O’Brien-Smith", and "kings" of "King’s".
std::vector<std::string> spelled(std::string_view name);

}  // namespace linter
