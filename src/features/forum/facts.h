#pragma once
// What can happen in the forum: the fields of each fact. Texts stay in the posts.

#include "features/forum/forum.h"

namespace forum {

struct TopicStarted {
    static constexpr std::string_view kind = "forum.topic_started";
    TopicId topic;
    PostId post;
    AudienceId audience;

    std::int64_t subject() const { return topic.value; }
    record::Details details() const {
        return {{"post", post.value}, {"audience", audience.value}};
    }
};

struct Replied {
    static constexpr std::string_view kind = "forum.replied";
    TopicId topic;
    PostId post;
    AudienceId audience;

    std::int64_t subject() const { return topic.value; }
    record::Details details() const {
        return {{"post", post.value}, {"audience", audience.value}};
    }
};

struct PostEdited {
    static constexpr std::string_view kind = "forum.post_edited";
    TopicId topic;
    PostId post;
    AudienceId audience;
    int version;

    std::int64_t subject() const { return topic.value; }
    record::Details details() const {
        return {{"post", post.value}, {"audience", audience.value}, {"version", version}};
    }
};

// Closed, reopened, pinned, unpinned, hidden, shown: one step of a topic.
struct TopicStepped {
    static constexpr std::string_view kind = "forum.topic_stepped";
    TopicId topic;
    AudienceId audience;
    std::string step;
    std::string reason = {};

    std::int64_t subject() const { return topic.value; }
    record::Details details() const {
        return {{"step", step}, {"audience", audience.value}, {"reason", reason}};
    }
};

struct PostHidden {
    static constexpr std::string_view kind = "forum.post_hidden";
    TopicId topic;
    PostId post;
    AudienceId audience;
    std::string reason;

    std::int64_t subject() const { return topic.value; }
    record::Details details() const {
        return {{"post", post.value}, {"audience", audience.value}, {"reason", reason}};
    }
};

struct PostShown {
    static constexpr std::string_view kind = "forum.post_shown";
    TopicId topic;
    PostId post;
    AudienceId audience;

    std::int64_t subject() const { return topic.value; }
    record::Details details() const {
        return {{"post", post.value}, {"audience", audience.value}};
    }
};

}  // namespace forum
