#pragma once
// The manifest of the networks.

#include "platform/kit/feature.h"

namespace networks {

kit::Feature feature();

}  // namespace networks
