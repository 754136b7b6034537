#pragma once
// The pages of offices: who holds which, appointing and ending, and one's own.

#include "platform/kit/feature.h"

namespace offices {

void routes(web::Routes& site);
std::vector<web::MenuEntry> menu(web::Call& call);
std::vector<kit::TodayPart> today(web::Call& call);

}  // namespace offices
