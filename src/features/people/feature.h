#pragma once
// The manifest of the directory of people.

#include "features/people/listeners.h"
#include "platform/kit/feature.h"

namespace people {

kit::Feature feature(const Mailing& mailing);

}  // namespace people
