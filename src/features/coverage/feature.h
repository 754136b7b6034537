#pragma once
// The manifest of the coverage.

#include "platform/exit/gate.h"
#include "platform/kit/feature.h"

namespace coverage {

kit::Feature feature(const leaving::Gate& gate);

}  // namespace coverage
