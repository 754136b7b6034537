#pragma once
// The manifest of breaches.

#include "features/breaches/letters.h"
#include "platform/kit/feature.h"

namespace breaches {

kit::Feature feature(const Mailing& mailing);

}  // namespace breaches
