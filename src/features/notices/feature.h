#pragma once
// The manifest of notices.

#include "features/notices/letters.h"
#include "platform/kit/feature.h"

namespace notices {

kit::Feature feature(const Mailing& mailing);

// Whose letters have links that are too old; nightly.
void purge(sql::Tx& tx, base::Instant now);

}  // namespace notices
