#pragma once
// Where one works, and what others have said of it for those who decide.

#include "features/membership/membership.h"
#include "features/organisations/feature.h"
#include "platform/kit/feature.h"

namespace membership {

void routes(web::Routes& site, const organisations::DirectoryPtr& directory);
std::vector<web::MenuEntry> menu(web::Call& call);
std::vector<kit::TodayPart> today_parts(web::Call& call);

}  // namespace membership
