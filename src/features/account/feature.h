#pragma once
// The manifest of the account.

#include "platform/kit/feature.h"

#include <memory>
#include <string>
#include <vector>

namespace account {

// `whole`: all features of the house, this one too; asked when somebody is erased, so that what
// each holds of them goes and what stays is said.
struct Whole {
    std::vector<kit::Forget> forget;
    std::vector<std::string> keeps;
};
kit::Feature feature(std::shared_ptr<const Whole> whole);

}  // namespace account
