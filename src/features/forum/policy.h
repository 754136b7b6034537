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
bool may_see_hidden(const identity::Actor& actor, AudienceId audience);

}  // namespace forum
