#pragma once
// The pages of signing in and of one's own settings.

#include "platform/web/route.h"

namespace account {

void sign_in_routes(web::Routes& site);
void settings_routes(web::Routes& site);

}  // namespace account
