#pragma once
// The pages of breaches: reporting one, the case as each part sees it, and the public numbers.

#include "features/breaches/breaches.h"
#include "platform/kit/feature.h"

namespace breaches {

void reporting_routes(web::Routes& site);
void case_routes(web::Routes& site);
void routes(web::Routes& site);
std::vector<web::MenuEntry> menu(web::Call& call);
std::vector<kit::TodayPart> today(web::Call& call);

inline constexpr std::string_view list_path = "/breaches";

// What stands in the spot, as far as this actor reads it: the post, or the topic's title.
html::Html spot_part(const web::Call& call, forum::TopicId topic,
                     std::optional<forum::PostId> post);
html::Html paragraphs(std::string_view text);  // one a line
html::Html day_of(const web::Call& call, base::Instant at);

}  // namespace breaches
