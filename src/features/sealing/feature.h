#pragma once
// The manifest of sealed names.

#include "features/sealing/letters.h"
#include "platform/kit/feature.h"

namespace sealing {

kit::Feature feature(const Mailing& mailing);

}  // namespace sealing
