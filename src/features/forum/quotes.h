#pragma once
// What the text of a post says of itself: whom it quotes, and whether it is one.

#include "platform/base/result.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace forum {

// "> #12", as a quotation begins: the numbers of the posts that are quoted.
std::vector<std::int64_t> quoted_in(std::string_view body);

base::Verdict may_be_body(std::string_view body);

}  // namespace forum
