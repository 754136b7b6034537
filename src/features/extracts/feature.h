#pragma once
// The manifest of extracts.

#include "features/extracts/edition.h"
#include "features/extracts/letters.h"
#include "platform/kit/feature.h"

namespace extracts {

kit::Feature feature(const Mailing& mailing, Thresholds thresholds);

}  // namespace extracts
