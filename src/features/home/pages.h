#pragma once
// The pages of home: Today, help, and the parts on show for those who build pages.

#include "platform/kit/feature.h"

namespace home {

void today_routes(web::Routes& site, std::vector<kit::Today> parts);
void help_routes(web::Routes& site);
void design_routes(web::Routes& site);

}  // namespace home
