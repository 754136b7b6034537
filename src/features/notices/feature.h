#pragma once
// The manifest of notices.

#include "features/notices/letters.h"
#include "platform/kit/feature.h"

namespace notices {

kit::Feature feature(const Mailing& mailing);

}  // namespace notices
