#pragma once
// What is written about extracts: to authors that they are asked, to those who moderate that one
// waits for a second person, to who took it what became of it. Neither what was said nor by whom.

#include "features/extracts/extracts.h"
#include "platform/kit/letter.h"

#include <memory>

namespace extracts {

using WorkshopPtr = std::shared_ptr<Workshop>;  // shared by the pages and the letters of one site

using kit::Mailing;

// After one was handed on, answered, sent back or published; other facts, and those of long ago, it
// leaves alone.
void tell(const record::Floor& floor, const record::StoredFact& fact, const Mailing& mailing,
          Workshop& workshop);

}  // namespace extracts
