#pragma once
// The directory as members see it: finding, one person, one's own page, and introductions.

#include "features/networks/feature.h"
#include "features/people/index.h"
#include "platform/kit/feature.h"
#include "platform/web/form.h"
#include "platform/web/parts.h"

namespace people {

void finding_routes(web::Routes& site, const IndexPtr& index);
void own_routes(web::Routes& site);
std::vector<web::MenuEntry> menu(web::Call& call);
std::vector<kit::TodayPart> today_parts(web::Call& call);

// ---- parts ----

html::Html tags_part(const Entry& entry);  // networks, interests, systems, what they are open to

}  // namespace people
