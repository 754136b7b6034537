#pragma once
// What changed between two texts, word by word, as a reader wants to see it.

#include "platform/html/html.h"

#include <cstddef>
#include <string_view>

namespace html {

// The differences of one page. Comparing costs the product of the words that differ, so there is
// one budget for all of them: what would go beyond it is shown whole, the old text before the new.
class Differences {
public:
    static constexpr std::size_t cells_max = 2'250'000;  // 1,500 words against 1,500, once

    Html show(std::string_view before, std::string_view after);
    std::size_t cells() const { return cells_; }  // pairs of words compared so far

private:
    std::size_t cells_ = 0;
};

}  // namespace html
