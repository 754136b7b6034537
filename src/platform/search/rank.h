#pragma once
// Puts matches into the order of how well they fit: words in the title, how often and how densely,
// side by side, and how new. A pure function, so that both engines rank alike.

#include "platform/search/store.h"
#include "platform/search/words.h"

#include <cstdint>
#include <vector>

namespace search {

// `rows` in any order; the newer of two that fit alike comes first. Ids, the best first.
std::vector<std::int64_t> ranked(const Query& query, const std::vector<store::Words>& rows);

}  // namespace search
