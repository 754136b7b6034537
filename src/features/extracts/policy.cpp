#include "features/extracts/policy.h"

#include "platform/base/text.h"

#include <algorithm>

namespace extracts {

using base::allowed;
using base::Refusal;
using base::Verdict;

namespace {

bool is_taker(const identity::Actor& actor, const Extract& seen) {
    return actor.is_person() && seen.taker == actor.id() && actor.belongs_to(seen.network.audience);
}

Verdict was_published() {
    return Refusal{"It is published: what went out cannot be changed any more."};
}

}  // namespace

bool may_be_taken(const forum::PostText& post) {
    return !post.is_hidden && post.state != rule::State::closed;
}

Verdict may_take(const identity::Actor& actor, AudienceId audience, const std::vector<int>& numbers,
                 const std::vector<forum::PostText>& posts) {
    if (!actor.is_person() || !actor.belongs_to(audience)) {
        return Refusal{"Only members of the network take something of its forum outside."};
    }
    if (numbers.empty()) return Refusal{"Choose at least one post", "posts"};
    if (numbers.size() > static_cast<std::size_t>(passages_max)) {
        return Refusal{"An extract can be taken of " + std::to_string(passages_max) +
                           " posts; this is " + std::to_string(numbers.size()) +
                           ". Choose those that matter",
                       "posts"};
    }
    for (const int number : numbers) {
        const auto post = std::ranges::find(posts, number, &forum::PostText::number);
        if (post != posts.end() && may_be_taken(*post)) continue;
        return Refusal{"Post " + std::to_string(number) +
                           " may not be used outside, with a name or without: leave it out",
                       "posts"};
    }
    return allowed;
}

Verdict may_change(const identity::Actor& actor, const Extract& seen) {
    if (!is_taker(actor, seen)) return Refusal{"Only who took it may change it."};
    if (seen.state == State::draft) return allowed;
    if (seen.state == State::published) return was_published();
    return Refusal{"It is handed on: take it back first, then change it."};
}

Verdict may_be_title(std::string_view title) {
    if (title.empty()) return Refusal{"Enter a title", "title"};
    return base::fits(title, title_characters_max, "A title", "title");
}

Verdict may_stay(const Mark& mark, const KeepDraft& draft) {
    if (!mark.may_stay) {
        return Refusal{"“" + mark.text + "” cannot stay, whatever the reason: write it otherwise."};
    }
    if (draft.why.empty()) return Refusal{"Say why it tells of nobody"};
    return base::fits(draft.why, reason_characters_max, "A reason", "");
}

Verdict may_hand_on(const identity::Actor& actor, const Extract& seen, const Readiness& readiness) {
    if (auto refusal = may_change(actor, seen)) return refusal;
    if (readiness.is_changed) {
        return Refusal{"A post that this was taken from has changed. Take it anew, then go on."};
    }
    if (readiness.open_marks > 0) {
        return Refusal{base::counted(static_cast<long long>(readiness.open_marks), "finding is",
                                     "findings are") +
                       " still open. Write each otherwise, or say why it tells of nobody."};
    }
    if (readiness.earlier >= hand_ons_a_month) {
        return Refusal{"You handed on " + std::to_string(hand_ons_a_month) +
                       " extracts in a month: those who are asked need a rest. Wait a little."};
    }
    return allowed;
}

Verdict may_take_back(const identity::Actor& actor, const Extract& seen) {
    if (!is_taker(actor, seen)) return Refusal{"Only who took it may take it back."};
    if (seen.state == State::handed_on) return allowed;
    return seen.state == State::published ? was_published() : Refusal{"It is a draft already."};
}

Verdict may_give_up(const identity::Actor& actor, const Extract& seen) {
    if (!is_taker(actor, seen)) return Refusal{"Only who took it may give it up."};
    return seen.state == State::published ? was_published() : allowed;
}

Verdict may_be_second(const identity::Actor& actor, const Extract& seen, Wrote wrote) {
    if (!actor.is_person() || !actor.belongs_to(seen.network.audience)) {
        return Refusal{"Only members of the network are a second person here."};
    }
    if (seen.taker == actor.id()) return Refusal{"You took it: the second person is another."};
    if (wrote == Wrote::some) {
        return Refusal{"You wrote some of it: the second person is somebody who did not."};
    }
    if (seen.state == State::handed_on) return allowed;
    return seen.state == State::published
               ? Refusal{"It is published already."}
               : Refusal{"It was taken back to be changed. Wait until it is handed on again."};
}

Verdict may_go_out(Standing standing) {
    switch (standing) {
        case Standing::ready: return allowed;
        case Standing::changed:
            return Refusal{
                "A post that it was taken from was changed, closed or hidden since. "
                "Nothing was published: who took it takes it anew."};
        case Standing::open_findings:
            return Refusal{
                "Something in it tells more than it did when it was handed on: the roll "
                "has changed. Nothing was published: send it back."};
        case Standing::waits:
        case Standing::late:
            return Refusal{
                "It cannot be released as it is: consent is missing, or was taken back. "
                "Nothing was published."};
    }
    return Refusal{"It cannot be released as it is."};
}

bool is_enough(const Behind& behind, const Thresholds& thresholds) {
    if (behind.was_asked || behind.all_agreed) return behind.all_agreed;
    return behind.contributors >= thresholds.contributors_min &&
           behind.organisations >= thresholds.organisations_min;
}

Verdict may_be_whole(const std::vector<Passage>& passages) {
    std::size_t characters = 0;
    for (const Passage& one : passages) characters += base::length(one.text);
    if (characters <= text_characters_max) return allowed;
    return Refusal{"An extract has 200,000 characters at most. Take less of the topic at once."};
}

// A no, and a yes taken back, go at any time until it is published.
Verdict may_answer(const Asked& asked, bool is_yes, base::Instant now) {
    if (asked.extract.state != State::handed_on) {
        return Refusal{"It is published: what went out cannot be taken back."};
    }
    if (!is_yes || now <= asked.extract.answers_until()) return allowed;
    return Refusal{
        "The time to say yes is over. Nothing of yours goes out unless it is handed on "
        "again, and you are asked again."};
}

Verdict may_copy(const Extract& seen, bool is_gone) {
    if (seen.state != State::published) {
        return Refusal{"It is not published yet. A copy can be taken once it is."};
    }
    if (!is_gone) return allowed;
    return Refusal{
        "A post that it was taken from was hidden or closed since: there are no further "
        "copies."};
}

}  // namespace extracts
