#pragma once
// What is written to those whom a case concerns, and to whoever carries an exclusion out: that
// there is something to read, and where. Neither what nor whom: that stands on a page.

#include "platform/kit/letter.h"
#include "platform/record/record.h"

#include <string>

namespace breaches {

using kit::Mailing;

// After a word was asked for, a decision, and a decision on appeal; other facts, and those of long
// ago, it leaves alone.
void tell_concerned(const record::Floor& floor, const record::StoredFact& fact,
                    const Mailing& mailing);

}  // namespace breaches
