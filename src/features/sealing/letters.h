#pragma once
// What is written of sealed names: to officers that their word is needed, to whom it was that
// something concerns them. Neither what nor where: that stands on a page.

#include "platform/kit/letter.h"
#include "platform/record/record.h"

#include <string>

namespace sealing {

using kit::Mailing;

// After an opening was asked for, and after a name was opened; other facts, and those of long ago,
// it leaves alone.
void tell_concerned(const record::Floor& floor, const record::StoredFact& fact,
                    const Mailing& mailing);

}  // namespace sealing
