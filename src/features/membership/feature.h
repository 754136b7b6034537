#pragma once
// The manifest of the roll.

#include "features/membership/letters.h"
#include "features/organisations/feature.h"
#include "platform/kit/feature.h"

namespace membership {

kit::Feature feature(const organisations::DirectoryPtr& directory, const Mailing& mailing);

}  // namespace membership
