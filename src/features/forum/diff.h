#pragma once
// What changed between two texts, word by word, as a reader wants to see it. Bounded: texts that
// differ too much are shown one after the other.

#include "platform/html/html.h"

#include <string_view>

namespace forum {

html::Html show_difference(std::string_view before, std::string_view after);

}  // namespace forum
