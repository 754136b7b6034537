#pragma once
// The manifest of the networks.

#include "features/networks/networks.h"
#include "platform/kit/feature.h"

namespace networks {

kit::Feature feature();

// The sign of a network in its colour, as it stands beside its name.
html::Html sign_of(const Network& network);

}  // namespace networks
