#pragma once
// What happened to one thing, as a part of a page: who did what, when and why, as told. Whoever
// draws it has asked before whether the reader may know.

#include "platform/record/history.h"
#include "platform/web/call.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace kit {

// Where the thing stands that a fact is about; "" where there is nothing more to see.
using PathOfFact = std::function<std::string(const record::ToldFact&)>;

// A kind that no telling knows is left out.
html::Html history_list(const web::Call& call, const std::vector<record::ToldFact>& facts,
                        std::span<const record::Telling> tellings, const PathOfFact& path_of);

}  // namespace kit
