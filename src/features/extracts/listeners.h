#pragma once
// What follows from facts: letters about extracts.

#include "features/extracts/letters.h"
#include "platform/record/reader.h"

#include <vector>

namespace extracts {

std::vector<record::Listener> listeners(const Mailing& mailing, const WorkshopPtr& workshop);

}  // namespace extracts
