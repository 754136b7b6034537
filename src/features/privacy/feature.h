#pragma once
// The manifest of privacy.

#include "platform/exit/gate.h"
#include "platform/kit/feature.h"

#include <memory>
#include <string_view>
#include <vector>

namespace privacy {

// All features of the house, this one too: what each holds of a person, keeps for how long, and
// records about persons.
struct Whole {
    std::vector<kit::Hold> holds;
    std::vector<kit::Retention> retains;
    std::vector<std::string_view> about_persons;
    leaving::Gate gate = leaving::Gate();  // that archives leave by
};
kit::Feature feature(const std::shared_ptr<const Whole>& whole);

}  // namespace privacy
