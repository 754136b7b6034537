#pragma once
// What can happen to the rule of an area.

#include "features/rule/rule.h"

namespace rule {

struct RuleSet {
    static constexpr std::string_view kind = "rule.set";
    networks::AreaId area;
    State state;

    std::int64_t subject() const { return area.value; }
    record::Details details() const { return {{"state", static_cast<std::int64_t>(state)}}; }
};

}  // namespace rule
