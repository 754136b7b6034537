#pragma once
// What can happen in the forum: the fields of each fact, and how it is told. Texts stay in posts.

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
    static std::string sentence(const record::Details&) { return "started the topic"; }
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
    static std::string sentence(const record::Details&) { return "replied"; }
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
    static std::string sentence(const record::Details&) { return "edited a post"; }
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
    static std::string sentence(const record::Details& details) {
        const std::string step = details.text("step");
        if (step == "reopened") return "opened the topic again";
        if (step == "hidden") return "hid the topic";
        if (step == "shown") return "showed the topic again";
        return step + " the topic";  // closed, pinned, unpinned
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
    static std::string sentence(const record::Details&) { return "hid a post"; }
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
    static std::string sentence(const record::Details&) { return "showed a post again"; }
};

inline constexpr record::Telling tellings[] = {
    record::telling<TopicStarted>(), record::telling<Replied>(),    record::telling<PostEdited>(),
    record::telling<TopicStepped>(), record::telling<PostHidden>(), record::telling<PostShown>()};

}  // namespace forum
