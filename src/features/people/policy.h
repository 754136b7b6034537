#pragma once
// Who may use the directory, and what may be said in it: pure functions, the first line of each
// verb.

#include "features/people/people.h"

namespace people {

base::Verdict may_save(const identity::Actor& actor, const ProfileDraft& draft);
// `today`: how many this actor has asked in the last day; `waits`: one to this person does.
base::Verdict may_ask(const identity::Actor& actor, const Line& line,
                      const IntroductionDraft& draft, std::int64_t today, bool waits);
base::Verdict may_answer(const identity::Actor& actor, const Introduction& introduction);

}  // namespace people
