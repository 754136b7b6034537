#pragma once
// The pages of setting up and of looking after the machine.

#include "platform/kit/feature.h"

namespace admin {

void routes(web::Routes& site);
std::vector<kit::TodayPart> today(web::Call& call);

}  // namespace admin
