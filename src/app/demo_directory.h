#pragma once
// The invented organisations of the demo, entered as real ones are: trusts by a file of the
// published kind, the others by hand.

#include "demo/community.h"
#include "features/organisations/organisations.h"

#include <string>
#include <vector>

namespace app {

// The code of each of the community's organisations, in their order.
std::vector<std::string> plant_organisations(sql::Tx& tx, const demo::Community& community,
                                             base::Instant now);

// What a role of the demo makes somebody a role holder of: "CCIO" of ccio; "" of none.
std::string network_of_role(const std::string& role);

}  // namespace app
