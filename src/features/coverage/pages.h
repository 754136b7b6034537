#pragma once
// The coverage as a map, a table and a file.

#include "platform/exit/gate.h"
#include "platform/web/page.h"
#include "platform/web/route.h"

namespace coverage {

void routes(web::Routes& site, const leaving::Gate& gate);
std::vector<web::MenuEntry> menu(web::Call& call);

}  // namespace coverage
