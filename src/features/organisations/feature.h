#pragma once
// The manifest of the organisations.

#include "features/organisations/directory.h"
#include "platform/kit/feature.h"

namespace organisations {

// The directory is shared by all features in which organisations are found by name.
kit::Feature feature(const DirectoryPtr& directory);

}  // namespace organisations
