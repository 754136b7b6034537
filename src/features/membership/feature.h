#pragma once
// The manifest of the roll.

#include "features/membership/invitations.h"
#include "features/membership/letters.h"
#include "features/organisations/feature.h"
#include "platform/kit/feature.h"

namespace membership {

kit::Feature feature(const organisations::DirectoryPtr& directory, const Mailing& mailing);

// What the roll does by night: ends what has expired, lets lapse who has left, and asks who has not
// said for a year that all is still so.
void review(const record::Floor& floor, const Mailing& mailing);

}  // namespace membership
