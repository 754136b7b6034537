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

// The voice of that post says nothing more.
struct VoiceSilenced {
    static constexpr std::string_view kind = "forum.post_voice_silenced";
    TopicId topic;
    PostId post;
    AudienceId audience;
    std::string reason;

    std::int64_t subject() const { return topic.value; }
    record::Details details() const {
        return {{"post", post.value}, {"audience", audience.value}, {"reason", reason}};
    }
    static std::string sentence(const record::Details&) { return "silenced a voice"; }
};

// ---- the Rule ----

// Of what is said from this number on.
struct RuleOfTopicSet {
    static constexpr std::string_view kind = "forum.rule_of_topic_set";
    TopicId topic;
    AudienceId audience;
    rule::State state;
    int from;

    std::int64_t subject() const { return topic.value; }
    record::Details details() const {
        return {{"state", std::string(code_of(state))}, {"audience", audience.value},
                {"from", from}};
    }
    static std::string sentence(const record::Details& details) {
        return "set the rule from post " + std::to_string(details.integer("from")) + " on: " +
               name_in(details);
    }
    static std::string name_in(const record::Details& details) {
        const auto state = state_of(details.text("state"));
        return state ? std::string(rule::name_of(*state)) : std::string();
    }
};

struct RuleTightened {
    static constexpr std::string_view kind = "forum.rule_tightened";
    TopicId topic;
    AudienceId audience;
    rule::State state;
    int from, to;

    std::int64_t subject() const { return topic.value; }
    record::Details details() const {
        return {{"state", std::string(code_of(state))}, {"audience", audience.value},
                {"from", from}, {"to", to}};
    }
    static std::string sentence(const record::Details& details) {
        const auto from = details.integer("from"), to = details.integer("to");
        return "made the rule stricter for " +
               (from == to ? "post " + std::to_string(from)
                           : "posts " + std::to_string(from) + " to " + std::to_string(to)) +
               ": " + RuleOfTopicSet::name_in(details);
    }
};

struct NamingAllowed {
    static constexpr std::string_view kind = "forum.naming_allowed";
    TopicId topic;
    PostId post;
    AudienceId audience;
    bool may_be_named;

    std::int64_t subject() const { return topic.value; }
    record::Details details() const {
        return {{"post", post.value}, {"audience", audience.value},
                {"named", may_be_named ? 1 : 0}};
    }
    static std::string sentence(const record::Details& details) {
        return details.integer("named") != 0 ? "allowed a post of theirs to be used with their name"
                                             : "took back that they may be named with a post";
    }
};

struct LooseningAsked {
    static constexpr std::string_view kind = "forum.loosening_asked";
    TopicId topic;
    LooseningId loosening;
    AudienceId audience;
    rule::State state;
    int from, to;

    std::int64_t subject() const { return topic.value; }
    record::Details details() const {
        return {{"loosening", loosening.value}, {"state", std::string(code_of(state))},
                {"audience", audience.value}, {"from", from}, {"to", to}};
    }
    static std::string sentence(const record::Details& details) {
        return "asked the authors of posts " + std::to_string(details.integer("from")) + " to " +
               std::to_string(details.integer("to")) + " for a looser rule: " +
               RuleOfTopicSet::name_in(details);
    }
};

// Agreed by all, refused, withdrawn. By whose no it was refused, nothing says.
struct LooseningEnded {
    static constexpr std::string_view kind = "forum.loosening_ended";
    TopicId topic;
    LooseningId loosening;
    AudienceId audience;
    std::string outcome;

    std::int64_t subject() const { return topic.value; }
    record::Details details() const {
        return {{"loosening", loosening.value}, {"audience", audience.value},
                {"outcome", outcome}};
    }
    static std::string sentence(const record::Details& details) {
        const std::string outcome = details.text("outcome");
        if (outcome == "agreed") return "gave the last consent to a looser rule";
        if (outcome == "refused") return "it was not agreed to loosen the rule";
        return "withdrew the wish for a looser rule";
    }
};

inline constexpr record::Telling tellings[] = {
    record::telling<TopicStarted>(), record::telling<Replied>(),    record::telling<PostEdited>(),
    record::telling<TopicStepped>(), record::telling<PostHidden>(), record::telling<PostShown>(),
    record::telling<RuleOfTopicSet>(), record::telling<RuleTightened>(),
    record::telling<NamingAllowed>(), record::telling<LooseningAsked>(),
    record::telling<LooseningEnded>(), record::telling<VoiceSilenced>()};

}  // namespace forum
