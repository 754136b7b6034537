#pragma once
// The manifest of admin.

#include "platform/kit/feature.h"

namespace admin {

kit::Feature feature();

}  // namespace admin
