#pragma once
// The invented organisations of the demo, entered as real ones are: trusts by a file of the
// published kind, the others by hand.

#include "demo/community.h"
#include "features/organisations/organisations.h"

#include <vector>

namespace app {

// The id of each of the community's organisations, in their order.
std::vector<organisations::OrganisationId> plant_organisations(sql::Tx& tx,
                                                               const demo::Community& community,
                                                               base::Instant now);

}  // namespace app
