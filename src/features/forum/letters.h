#pragma once
// The letters that follow from facts of the forum. Each is written as its receiver: it can never
// say what the receiver's own page would hide, and the text of a post is never in it.

#include "features/forum/feature.h"

namespace forum {

// To the authors whose consent is asked, and to who asked when it is decided: neither the wish's
// words nor a title, for an author may belong elsewhere by then.
void write_about_loosening(const record::Floor& floor, const record::StoredFact& fact,
                           const Mailing& mailing);
void write_to_mentioned(const record::Floor& floor, const record::StoredFact& fact,
                        const Mailing& mailing);

}  // namespace forum
