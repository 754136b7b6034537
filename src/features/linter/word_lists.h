#pragma once
// The language as far as telling names from words needs it: which words are ordinary, which verbs
// only people do, what stands before a name. Tables written for this purpose.

#include "features/linter/phrases.h"

namespace linter {

Words language();  // all words of the lists, marked

// Written like "able about above", in small letters; ordinary English and the words of the field:
// to "l", and from there on.
std::string_view ordinary_words();       // from "a" on
std::string_view more_ordinary_words();  // up to "z"

// "Tom, Dick and Harry": names that are nobody's.
void add_turns_of_phrase(Phrases& phrases, Words& words);

}  // namespace linter
