#include "features/forum/forum.h"

#include "features/forum/facts.h"
#include "features/forum/policy.h"
#include "features/forum/store.h"

namespace forum {

namespace {

using base::Result;

base::Verdict may_be_reason(std::string_view reason) {
    if (!reason.empty()) return base::allowed;
    return base::Refusal{"Say why, in a sentence that the author will read.", "reason"};
}

}  // namespace

Result<TopicId> Moderation::close(const Topic& topic) {
    if (auto refusal = may_moderate(floor_.actor, topic.audience)) {
        return std::unexpected(*refusal);
    }
    store::set_mark(floor_.tx, topic.id, store::Mark::closed, floor_.now, {});
    return step(topic, "closed");
}

Result<TopicId> Moderation::reopen(const Topic& topic) {
    if (auto refusal = may_moderate(floor_.actor, topic.audience)) {
        return std::unexpected(*refusal);
    }
    store::set_mark(floor_.tx, topic.id, store::Mark::closed, std::nullopt, {});
    return step(topic, "reopened");
}

Result<TopicId> Moderation::pin(const Topic& topic) {
    if (auto refusal = may_moderate(floor_.actor, topic.audience)) {
        return std::unexpected(*refusal);
    }
    store::set_mark(floor_.tx, topic.id, store::Mark::pinned, floor_.now, {});
    return step(topic, "pinned");
}

Result<TopicId> Moderation::unpin(const Topic& topic) {
    if (auto refusal = may_moderate(floor_.actor, topic.audience)) {
        return std::unexpected(*refusal);
    }
    store::set_mark(floor_.tx, topic.id, store::Mark::pinned, std::nullopt, {});
    return step(topic, "unpinned");
}

Result<TopicId> Moderation::hide(const Topic& topic, const ReasonDraft& draft) {
    if (auto refusal = may_moderate(floor_.actor, topic.audience)) {
        return std::unexpected(*refusal);
    }
    if (auto refusal = may_be_reason(draft.reason)) return std::unexpected(*refusal);
    store::set_mark(floor_.tx, topic.id, store::Mark::hidden, floor_.now, draft.reason);
    return step(topic, "hidden", draft.reason);
}

Result<TopicId> Moderation::show(const Topic& topic) {
    if (auto refusal = may_moderate(floor_.actor, topic.audience)) {
        return std::unexpected(*refusal);
    }
    store::set_mark(floor_.tx, topic.id, store::Mark::hidden, std::nullopt, {});
    return step(topic, "shown");
}

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

Result<TopicId> Moderation::step(const Topic& topic, std::string_view step,
                                 std::string_view reason) {
    floor_.record().add(
        TopicStepped{topic.id, topic.audience, std::string(step), std::string(reason)});
    return topic.id;
}

}  // namespace forum
