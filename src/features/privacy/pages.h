#pragma once
// The pages of what is held, consented to and kept.

#include "features/privacy/archive.h"
#include "features/privacy/feature.h"
#include "platform/web/call.h"

#include <memory>
#include <string_view>

namespace privacy {

using WholePtr = std::shared_ptr<const Whole>;  // shared with the manifest

void archive_routes(web::Routes& site, const WholePtr& whole);
void consent_routes(web::Routes& site, const WholePtr& whole);

// The actor's own page: what is held of them, and what they consented to.
http::Response show_held(web::Call& call, const Whole& whole);
html::Html consents_part(const web::Call& call, const Archive& archive);

html::Html column(std::string_view words);
// A table that a narrow screen scrolls; `label` is read out.
html::Html wide_table(std::string_view label, const html::Html& columns, const html::Html& rows);

}  // namespace privacy
