#pragma once
// The page that explains the Rule.

#include "platform/web/route.h"

namespace rule {

void routes(web::Routes& site);

}  // namespace rule
