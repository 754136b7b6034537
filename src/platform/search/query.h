#pragma once
// Finds what one actor's audiences hold. Any text is a query and none is an error; words, "phrases
// in quotes", -without, and the last word may be unfinished.

#include "platform/base/time.h"
#include "platform/html/html.h"
#include "platform/sql/tx.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace search {

enum class Order { best, newest };

inline constexpr int ranked_max = 250;  // ranked are the newest so many; says is_capped if more

struct Found {
    std::string kind;
    std::int64_t subject = 0;
    std::int64_t part = 0;
    std::string title;
    std::string text;  // whole: for snippet()
    base::Instant at;
};

struct Results {
    std::vector<Found> found;
    std::int64_t matches = 0;  // up to ranked_max
    bool is_capped = false;    // there are more, and older ones, than were looked at
};

// The first `count` (up to 100) in that order. One actor's audiences: Actor::audiences().
Results search(sql::Tx& tx, std::string_view words, const std::vector<std::int64_t>& audiences,
               Order order, int count);

inline constexpr std::size_t snippet_characters = 220;
// The stretch of the text that shows most of the words, with <mark> around them.
html::Html snippet(std::string_view text, std::string_view words,
                   std::size_t characters_max = snippet_characters);
// All of a (short) text, with <mark> around the words.
html::Html marked(std::string_view text, std::string_view words);

}  // namespace search
