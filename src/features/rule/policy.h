#pragma once
// Who may do what to the Rule: pure functions, the first line of each verb. Of areas, and of the
// text that members accept.

#include "features/rule/rule.h"

namespace rule {

base::Verdict may_set(const identity::Actor& actor);

bool writes_text(const identity::Actor& actor, const Scope& scope);
bool reads_text(const identity::Actor& actor, const Scope& scope);

// What is known besides the draft.
struct Publication {
    Text last;
    std::optional<base::Day> coming;  // a version that was announced for that day
    base::Day today;
};
base::Verdict may_publish(const identity::Actor& actor, const Scope& scope, const TextDraft& draft,
                          const Publication& publication);

// Nobody accepts for another, nor what they were not shown.
base::Verdict may_accept(const identity::Actor& actor, std::string_view shown, int version);
base::Verdict may_withdraw(const identity::Actor& actor, bool stands);

}  // namespace rule
