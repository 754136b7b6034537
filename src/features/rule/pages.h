#pragma once
// The pages of the Rule: what it means, its text and versions, and accepting it.

#include "features/rule/rule.h"
#include "platform/kit/feature.h"

#include <string_view>

namespace rule {

void explaining_routes(web::Routes& site);
void text_routes(web::Routes& site);
void accepting_routes(web::Routes& site);
void routes(web::Routes& site);
html::Html asking_banner(const web::Call& call);

inline constexpr std::string_view acceptance_path = "/rule/acceptance";

html::Html drawn_words(std::string_view markdown);
// "Version 2, published 3 March 2027 by Ada Chair".
html::Html byline(const web::Call& call, const Text& text);

}  // namespace rule
