#pragma once
// Who may use the directory, and what may be said in it: pure functions, the first line of each
// verb.

#include "features/people/people.h"

namespace people {

base::Verdict may_save(const identity::Actor& actor, const ProfileDraft& draft);
// What this actor has asked before.
struct Asked {
    std::int64_t today = 0;  // of anybody, in the last day
    bool waits = false;      // this person, who has not answered
    bool was_refused = false;  // by this person, within rest_after_no
};
base::Verdict may_ask(const identity::Actor& actor, const Line& line,
                      const IntroductionDraft& draft, const Asked& asked);
base::Verdict may_answer(const identity::Actor& actor, const Introduction& introduction);

}  // namespace people
