#include "features/forum/forum.h"

#include "features/forum/facts.h"
#include "features/forum/policy.h"
#include "features/forum/store.h"
#include "platform/identity/store.h"

#include <algorithm>

namespace forum {

namespace {

using base::Result;

base::Verdict may_be_reason(std::string_view reason) {
    if (!reason.empty()) return base::allowed;
    return base::Refusal{"Say why, in a sentence.", "reason"};
}

}  // namespace

std::vector<PersonId> moderators_of(const record::Floor& floor, AudienceId audience) {
    std::vector<PersonId> all;
    for (const std::string_view role : {"chair", "moderator"}) {
        for (const PersonId person : identity::store::holders_of(floor.tx, role)) {
            const auto held = identity::store::roles_of(floor.tx, person);
            const bool is_there = std::ranges::any_of(held, [&](const identity::RoleHeld& one) {
                return one.role == role && (!one.audience || one.audience == audience);
            });
            const bool is_new = std::ranges::find(all, person) == all.end();
            if (is_there && is_new) all.push_back(person);
        }
    }
    std::ranges::sort(all, {}, &PersonId::value);
    return all;
}

// A mark that is set or taken away, and what the record calls it.
struct Moderation::Step {
    store::Mark mark;
    std::optional<base::Instant> at;
    std::string_view said;
};

// ---- topics ----

Result<TopicId> Moderation::close(const Topic& topic) {
    return step(topic, {store::Mark::closed, floor_.now, "closed"});
}

Result<TopicId> Moderation::reopen(const Topic& topic) {
    return step(topic, {store::Mark::closed, std::nullopt, "reopened"});
}

Result<TopicId> Moderation::pin(const Topic& topic) {
    return step(topic, {store::Mark::pinned, floor_.now, "pinned"});
}

Result<TopicId> Moderation::unpin(const Topic& topic) {
    return step(topic, {store::Mark::pinned, std::nullopt, "unpinned"});
}

Result<TopicId> Moderation::hide(const Topic& topic, const ReasonDraft& draft) {
    return step(topic, {store::Mark::hidden, floor_.now, "hidden"}, &draft);
}

Result<TopicId> Moderation::show(const Topic& topic) {
    return step(topic, {store::Mark::hidden, std::nullopt, "shown"});
}

// ---- posts ----

Result<PostId> Moderation::hide(const Post& post, const ReasonDraft& draft) {
    if (auto refusal = may_moderate(floor_.actor, post.audience)) {
        return std::unexpected(*refusal);
    }
    if (auto refusal = may_be_reason(draft.reason)) return std::unexpected(*refusal);
    store::set_post_hidden(floor_.tx, post.id, floor_.now, draft.reason);
    store::bump(floor_.tx, post.topic);
    floor_.record().add(PostHidden{post.topic, post.id, post.audience, draft.reason});
    return post.id;
}

Result<PostId> Moderation::show(const Post& post) {
    if (auto refusal = may_moderate(floor_.actor, post.audience)) {
        return std::unexpected(*refusal);
    }
    store::set_post_hidden(floor_.tx, post.id, std::nullopt, {});
    store::bump(floor_.tx, post.topic);
    floor_.record().add(PostShown{post.topic, post.id, post.audience});
    return post.id;
}

// ---- within ----

Result<TopicId> Moderation::step(const Topic& topic, const Step& step, const ReasonDraft* draft) {
    if (auto refusal = may_moderate(floor_.actor, topic.audience)) {
        return std::unexpected(*refusal);
    }
    if (draft) {
        if (auto refusal = may_be_reason(draft->reason)) return std::unexpected(*refusal);
    }
    const std::string reason = draft ? draft->reason : std::string();
    store::set_mark(floor_.tx, topic.id, step.mark, step.at, reason);
    floor_.record().add(TopicStepped{topic.id, topic.audience, std::string(step.said), reason});
    return topic.id;
}

base::Result<VoiceId> Moderation::silence(const Post& post, const ReasonDraft& draft) {
    if (!post.voice) throw base::NotFound();
    if (auto refusal = may_moderate(floor_.actor, post.audience)) return std::unexpected(*refusal);
    if (draft.reason.empty()) return base::refuse("Say why, in a sentence.", "why");
    store::silence_voice(floor_.tx, *post.voice, draft.reason, floor_.now);
    floor_.record().add(VoiceSilenced{post.topic, post.id, post.audience, draft.reason});
    return *post.voice;
}

}  // namespace forum
