#pragma once
// Notices as people see them: what was sent to a network, writing and looking at one before it
// goes, and the page behind the link in each letter.

#include "features/notices/letters.h"
#include "platform/kit/feature.h"
#include "platform/web/form.h"
#include "platform/web/parts.h"

namespace notices {

void reading_routes(web::Routes& site);
void writing_routes(web::Routes& site, const Mailing& mailing);
void stopping_routes(web::Routes& site);

std::vector<web::MenuEntry> menu(web::Call& call);

// ---- parts ----

networks::Network network_of(const web::Call& call);  // that the path names
Notice notice_of(const web::Call& call, const networks::Network& network);
html::Html crumbs_of(const networks::Network& network);

}  // namespace notices
