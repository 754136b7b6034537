#pragma once
// What the sentences about a count are made of, for the files of this room that write some.

#include "features/counting/counting.h"

namespace counting {

const std::string& name_of(const Election& election, int candidate);
// "Ann, Bob and Cy"
std::string names_of(const Election& election, const std::vector<int>& candidates);
// Who had them when the stage began; nothing at the first.
std::int64_t votes_before(const Result& result, const Stage& stage, int candidate);
bool is_ongoing_at(const Result& result, const Stage& stage, int candidate);  // not yet out

}  // namespace counting
