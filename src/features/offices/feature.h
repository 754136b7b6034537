#pragma once
// The manifest of offices.

#include "features/offices/letters.h"
#include "platform/kit/feature.h"

namespace offices {

kit::Feature feature(const Mailing& mailing);

}  // namespace offices
