#pragma once
// The letters that follow from facts of the forum. Each is written as its receiver: it can never
// say what the receiver's own page would hide, and the text of a post is never in it.

#include "features/forum/feature.h"

namespace forum {

void write_to_mentioned(const record::Floor& floor, const record::StoredFact& fact,
                        const leaving::Gate& gate, const Mailing& mailing);

}  // namespace forum
