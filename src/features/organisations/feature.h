#pragma once
// The manifest of the organisations.

#include "platform/kit/feature.h"

namespace organisations {

kit::Feature feature();

}  // namespace organisations
