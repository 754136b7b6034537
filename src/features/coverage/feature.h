#pragma once
// The manifest of the coverage.

#include "platform/kit/feature.h"

namespace coverage {

kit::Feature feature();

}  // namespace coverage
