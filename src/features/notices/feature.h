#pragma once
// The manifest of notices.

#include "features/notices/letters.h"
#include "platform/kit/feature.h"
#include "platform/web/call.h"

namespace notices {

// The last notice of a network: a line of its page, for those who belong to it.
html::Html activity_of(const web::Call& call, const networks::Network& network);

kit::Feature feature(const Mailing& mailing);

}  // namespace notices
