#pragma once
// The manifest of the rule, and the letters that a job of the worker's queues.

#include "features/rule/letters.h"
#include "platform/kit/feature.h"

namespace rule {

kit::Feature feature();

}  // namespace rule
