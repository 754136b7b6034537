#pragma once
// Who may write to a network, what may be said, and how often: pure functions, the first line of
// each verb.

#include "features/notices/notices.h"

namespace notices {

base::Verdict may_write(const identity::Actor& actor, const networks::Network& network);
// `there`: how many drafts of this actor the network has besides.
base::Verdict may_draft(const NoticeDraft& draft, std::int64_t there);
// A draft is its author's; what was sent is nobody's to change.
base::Verdict may_change(const identity::Actor& actor, const Notice& notice);
// `this_week`: how many notices the network got in the last seven days.
base::Verdict may_send(const identity::Actor& actor, const Notice& notice, const Reach& reach,
                       std::int64_t this_week);
// As what this actor writes there: by the highest of their roles.
Office office_of(const identity::Actor& actor, const networks::Network& network);

}  // namespace notices
