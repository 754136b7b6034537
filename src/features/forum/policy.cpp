#include "features/forum/policy.h"

namespace forum {

using base::allowed;
using base::Refusal;
using base::Verdict;

Verdict may_reply(const identity::Actor& actor, const Topic& topic) {
    if (topic.hidden) return Refusal{"This topic is hidden. Nobody can reply to it now."};
    if (topic.closed && !actor.may(moderate_forum, topic.audience)) {
        return Refusal{"This topic is closed. Start a new topic to go on."};
    }
    return allowed;
}

Verdict may_start_topic(const identity::Actor& actor, AudienceId audience) {
    if (actor.belongs_to(audience)) return allowed;
    return Refusal{"Choose an area of a network you belong to.", "area"};
}

Verdict may_edit(const identity::Actor& actor, const Post& post, base::Instant now) {
    if (post.hidden) return Refusal{"A hidden post cannot be edited."};
    if (post.author.id != actor.id()) return Refusal{"Only its author may edit a post."};
    if (now - post.written > edit_window) {
        return Refusal{"Posts can be edited for a day. Add a reply with the correction instead."};
    }
    return allowed;
}

Verdict may_react(const identity::Actor& actor, const Post& post) {
    if (post.hidden) return Refusal{"A hidden post takes no reactions."};
    if (post.author.id == actor.id()) return Refusal{"Reactions are for the posts of others."};
    return allowed;
}

Verdict may_moderate(const identity::Actor& actor, AudienceId audience) {
    if (actor.may(moderate_forum, audience)) return allowed;
    return Refusal{"Only moderators and the network's chair may do this."};
}

bool may_see_hidden(const identity::Actor& actor, AudienceId audience) {
    return actor.may(moderate_forum, audience);
}

}  // namespace forum
