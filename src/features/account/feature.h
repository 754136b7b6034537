#pragma once
// The manifest of the account.

#include "platform/kit/feature.h"

namespace account {

kit::Feature feature();

}  // namespace account
