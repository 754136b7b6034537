#pragma once
// GET /live: the stream of hints of one signed-in browser tab (text/event-stream).

#include "platform/live/hub.h"
#include "platform/web/route.h"

namespace live {

void routes(web::Routes& site, Hub& hub);  // the hub outlives the site

}  // namespace live
