#include "features/forum/policy.h"

namespace forum {

using base::allowed;
using base::Refusal;
using base::Verdict;
using rule::State;

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

// ---- the Rule ----

Verdict may_say_under(const identity::Actor& actor, AudienceId audience, const Saying& saying) {
    if (saying.state >= saying.least || actor.may(moderate_forum, audience)) return allowed;
    return Refusal{"Only those who moderate here may open a topic under a looser rule than its "
                   "area has.",
                   "state"};
}

Verdict still_stands(State here, std::optional<State> seen) {
    if (!seen || here >= *seen) return allowed;
    return Refusal{"While you wrote, the rule here became looser: it is “" +
                   std::string(rule::name_of(here)) +
                   "” now. Read your text again, then post it."};
}

Verdict may_quote(State said, State here) {
    if (said <= here) return allowed;
    return Refusal{"You quote a post that stands under a stricter rule: " +
                       std::string(rule::name_of(said)) +
                       ". Leave the quotation out, or have the rule set first.",
                   "body"};
}

Verdict may_rule(const identity::Actor& actor, const Topic& topic) {
    if (topic.author.id == actor.id() || actor.may(moderate_forum, topic.audience)) return allowed;
    return Refusal{"Only who started the topic and those who moderate here may do this."};
}

Verdict may_tighten(const identity::Actor& actor, const Post& post, rule::State state) {
    if (post.author.id != actor.id() && !actor.may(moderate_forum, post.audience)) {
        return Refusal{"Only its author and those who moderate here may do this."};
    }
    if (state > post.state) return allowed;
    return Refusal{"The post is under this rule already, or a stricter one."};
}

Verdict may_name(const identity::Actor& actor, const Post& post) {
    if (post.author.id != actor.id()) return Refusal{"Only its author may say so."};
    if (post.state != rule::State::closed) return allowed;
    return Refusal{"What is closed may not be used outside, with a name or without."};
}

Verdict may_answer(const identity::Actor&, const Loosening& loosening) {
    if (!loosening.asks_me) return Refusal{"Only the authors concerned are asked."};
    if (loosening.outcome == Loosening::Outcome::waits) return allowed;
    return Refusal{"This was decided meanwhile. Nothing changed by your answer."};
}

Verdict may_withdraw(const identity::Actor& actor, const Loosening& loosening) {
    if (loosening.asker != actor.id() && !actor.may(moderate_forum, loosening.audience)) {
        return Refusal{"Only who asked and those who moderate here may do this."};
    }
    if (loosening.outcome == Loosening::Outcome::waits) return allowed;
    return Refusal{"This was decided meanwhile."};
}

bool may_read(const identity::Actor& actor, const Loosening& loosening) {
    return loosening.asks_me || loosening.asker == actor.id() ||
           actor.may(moderate_forum, loosening.audience);
}

// ---- unattributed ----

Verdict may_speak(const identity::Actor& actor, const Topic& topic) {
    if (!actor.is_person() || !actor.belongs_to(topic.audience)) {
        return Refusal{"Only members of the network speak here."};
    }
    if (topic.hidden) return Refusal{"This topic is hidden. Nobody can reply to it now."};
    // Not by those who moderate either: it would tell that it is one of them.
    if (topic.closed) return Refusal{"This topic is closed. Nobody speaks unattributed in it."};
    return allowed;
}

Verdict may_go_on(const Voice& voice) {
    if (!voice.silenced) return allowed;
    return Refusal{"Those who moderate have silenced this voice: " + voice.silenced_reason};
}

Verdict may_edit_said(const OwnSaying& said, base::Instant now) {
    if (said.hidden) return Refusal{"A hidden post cannot be edited."};
    if (now - said.written > edit_window) {
        return Refusal{"Posts can be edited for a day. Say more instead."};
    }
    return allowed;
}

bool may_see_hidden(const identity::Actor& actor, AudienceId audience) {
    return actor.may(moderate_forum, audience);
}

}  // namespace forum
