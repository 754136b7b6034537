#pragma once
// The pages of signing in and of one's own settings.

#include "features/account/feature.h"
#include "platform/web/route.h"

namespace account {

void sign_in_routes(web::Routes& site);
void settings_routes(web::Routes& site);
void erasure_routes(web::Routes& site, const std::shared_ptr<const Whole>& whole);

}  // namespace account
