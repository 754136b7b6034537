#pragma once
// A document of plain blocks as a tagged PDF: headings, paragraphs, lists and quotations in reading
// order, with title and language, page numbers as what they are, and nothing of who made it or
// when. The same document gives the same bytes, on one machine with its fonts.

#include <string>
#include <vector>

namespace pdf {

// Any of these at once.
enum Style : unsigned { plain = 0, strong = 1, emphasised = 2, code = 4, struck = 8 };

struct Run {
    std::string text;  // UTF-8
    unsigned style = plain;
};

enum class Role { heading, paragraph, quotation, item, listing };

struct Block {
    Role role = Role::paragraph;
    int level = 1;      // of a heading: 1 to 6; else how deep it stands in quotations and lists
    std::string label;  // of an item: "•", "3."; "" where it goes on
    std::vector<Run> runs;
    bool begins_part = false;  // a larger gap above it
};

struct Document {
    std::string title;
    std::string language = "en-GB";
    std::vector<Block> blocks;
};

// Throws std::runtime_error where the libraries fail. Takes milliseconds, a few hundred for the
// first: no work for the loop. Safe to call from several threads.
std::string written(const Document& document);

}  // namespace pdf
