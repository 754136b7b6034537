#pragma once
// What a network is, for everyone; and its founding and keeping, for those who run the community.
// Its topics are the forum's pages.

#include "features/networks/feature.h"
#include "platform/web/route.h"

namespace networks {

void routes(web::Routes& site, const std::vector<Activity>& activities,
            const MayApply& may_apply);

}  // namespace networks
