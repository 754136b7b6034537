#pragma once
// What is written to members when the text of the Rule asks them again: once for a version, that it
// has changed and where to read it. The text itself stays on its page.

#include "platform/kit/letter.h"
#include "platform/record/record.h"

#include <string>
#include <string_view>

namespace rule {

using kit::Mailing;

inline constexpr std::string_view letters_job = "rule.letters";  // of jobs::Worker's kinds
inline constexpr int letters_a_batch = 200;

// After such a version was published; other facts it leaves alone.
void begin_letters(const record::Floor& floor, const record::StoredFact& fact);
// The next batch, to those who have not accepted by then; it puts down the one after.
void queue_letters(const record::Floor& floor, const record::Details& payload,
                   const Mailing& mailing);

}  // namespace rule
