#pragma once
// Today, help and the design page. Today is put together from what the other features have for the
// actor; this room knows none of them.

#include "platform/kit/feature.h"

#include <vector>

namespace home {

kit::Feature feature(std::vector<kit::Today> parts);

}  // namespace home
