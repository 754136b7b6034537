#pragma once
// The manifest of the rule.

#include "platform/kit/feature.h"

namespace rule {

kit::Feature feature();

}  // namespace rule
