#pragma once
// Who may do what to an extract, now: pure functions, the first line of each verb, and the same
// that decide which forms are drawn.

#include "features/extracts/extracts.h"

namespace extracts {

bool may_be_taken(const forum::PostText& post);  // neither hidden nor closed
base::Verdict may_take(const identity::Actor& actor, AudienceId audience,
                       const std::vector<int>& numbers, const std::vector<forum::PostText>& posts);
base::Verdict may_change(const identity::Actor& actor, const Extract& seen);
base::Verdict may_be_title(std::string_view title);
base::Verdict may_stay(const Mark& mark, const KeepDraft& draft);

// What is known of a draft that is to be handed on.
struct Readiness {
    std::size_t open_marks = 0;
    bool is_changed = false;   // a post that it was taken from
    std::int64_t earlier = 0;  // of this taker, in a month
};
base::Verdict may_hand_on(const identity::Actor& actor, const Extract& seen,
                          const Readiness& readiness);
base::Verdict may_take_back(const identity::Actor& actor, const Extract& seen);
base::Verdict may_give_up(const identity::Actor& actor, const Extract& seen);

enum class Wrote { none, some };  // of the posts that it was taken from
base::Verdict may_be_second(const identity::Actor& actor, const Extract& seen, Wrote wrote);
base::Verdict may_go_out(Standing standing);

// What stands behind a text.
struct Behind {
    int contributors = 0, organisations = 0;
    bool was_asked = false;   // any of them: then each has to agree, however many they are
    bool all_agreed = false;  // every author but who took it, to the words as they are now
};
bool is_enough(const Behind& behind, const Thresholds& thresholds);

base::Verdict may_be_whole(const std::vector<Passage>& passages);
base::Verdict may_answer(const Asked& asked, bool is_yes, base::Instant now);
base::Verdict may_copy(const Extract& seen, bool is_gone);  // a post of it, since

}  // namespace extracts
