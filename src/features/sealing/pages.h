#pragma once
// The pages of sealed names: officers' keys, openings as each part sees them, the public numbers.

#include "features/sealing/sealing.h"
#include "platform/kit/feature.h"
#include "platform/web/call.h"

namespace sealing {

void key_routes(web::Routes& site);
void opening_routes(web::Routes& site);
void routes(web::Routes& site);
std::vector<web::MenuEntry> menu(web::Call& call);
std::vector<kit::TodayPart> today(web::Call& call);

inline constexpr std::string_view keys_path = "/sealing";

html::Html day_of(const web::Call& call, base::Instant at);
html::Html part_of_page(std::string_view id, std::string_view title, const html::Html& content);
html::Html opening_rows(const web::Call& call, const std::vector<Opening>& openings);
// Twelve words in the size of what is to be copied by hand.
html::Html phrase_panel(std::string_view phrase);

}  // namespace sealing
