#pragma once
// Who may do what in the forum, now: pure functions, the first line of every verb, and the same
// that decide which buttons are drawn.

#include "features/forum/forum.h"

namespace forum {

base::Verdict may_reply(const identity::Actor& actor, const Topic& topic);
base::Verdict may_start_topic(const identity::Actor& actor, AudienceId audience);
base::Verdict may_edit(const identity::Actor& actor, const Post& post, base::Instant now);
base::Verdict may_react(const identity::Actor& actor, const Post& post);
base::Verdict may_moderate(const identity::Actor& actor, AudienceId audience);  // close, pin, hide
// ---- the Rule ----

struct Saying {
    rule::State state;  // under which something is to be said
    rule::State least;  // of the place, whose others count on it
};
base::Verdict may_say_under(const identity::Actor& actor, AudienceId audience,
                            const Saying& saying);
// Whether the rule that stood above the form still holds, or a stricter one.
base::Verdict still_stands(rule::State here, std::optional<rule::State> seen);
// Whether what was said under this rule may be quoted where that one holds.
base::Verdict may_quote(rule::State said, rule::State here);
base::Verdict may_rule(const identity::Actor& actor, const Topic& topic);  // set, tighten, ask
base::Verdict may_tighten(const identity::Actor& actor, const Post& post, rule::State state);
base::Verdict may_name(const identity::Actor& actor, const Post& post);
base::Verdict may_answer(const identity::Actor& actor, const Loosening& loosening);
base::Verdict may_withdraw(const identity::Actor& actor, const Loosening& loosening);
bool may_read(const identity::Actor& actor, const Loosening& loosening);

// ---- unattributed ----

base::Verdict may_speak(const identity::Actor& actor, const Topic& topic);
base::Verdict may_go_on(const Voice& voice);
base::Verdict may_edit_said(const OwnSaying& said, base::Instant now);

bool may_see_hidden(const identity::Actor& actor, AudienceId audience);

}  // namespace forum
