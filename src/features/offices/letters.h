#pragma once
// What is written to whoever was given an office, or holds it no more: then with the reason, which
// was written to them.

#include "platform/kit/letter.h"
#include "platform/record/record.h"

#include <string>

namespace offices {

using kit::Mailing;

// After offices.appointed and offices.ended; other facts, and those of long ago, it leaves alone.
void tell_holder(const record::Floor& floor, const record::StoredFact& fact,
                 const Mailing& mailing);

}  // namespace offices
