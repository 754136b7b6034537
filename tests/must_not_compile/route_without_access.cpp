// expects: no matching function for call to 'web::Routes::get
// Nobody can forget to say who may knock.

#include "platform/web/route.h"

http::Response show(web::Call& call);

void routes(web::Routes& site) { site.get("/notes", show); }
