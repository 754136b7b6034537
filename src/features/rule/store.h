#pragma once
// All SQL of the rule.

#include "features/rule/rule.h"

namespace rule::store {

std::optional<State> find_state(sql::Tx& tx, networks::AreaId area);
void keep_state(sql::Tx& tx, networks::AreaId area, State state);

}  // namespace rule::store
