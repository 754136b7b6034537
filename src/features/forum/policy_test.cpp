#include "features/forum/policy.h"

#include "features/forum/sample.h"

#include <gtest/gtest.h>

namespace forum {
namespace {

constexpr AudienceId ccio{10};
constexpr AudienceId cnio{20};
constexpr PersonId ann{1};
constexpr PersonId bob{2};
const base::Instant noon{base::days(20'000)};

identity::Actor member(PersonId id) {
    identity::Actor::Person person;
    person.id = id;
    person.audiences = {ccio.value};
    return identity::Actor::person(person);
}

identity::Actor moderating(AudienceId where) {
    identity::Actor::Person person;
    person.id = bob;
    person.audiences = {ccio.value, cnio.value};
    person.rights.held.push_back({moderate_forum, where});
    return identity::Actor::person(person);
}

TEST(ForumPolicy, MembersReplyToOpenTopics) {
    EXPECT_FALSE(may_reply(member(ann), Sample::topic(ccio)));
}

TEST(ForumPolicy, OnlyModeratorsReplyToClosedTopics) {
    auto topic = Sample::topic(ccio);
    topic.closed = noon;
    EXPECT_TRUE(may_reply(member(ann), topic));
    EXPECT_FALSE(may_reply(moderating({}), topic));
    EXPECT_FALSE(may_reply(moderating(ccio), topic));
    EXPECT_TRUE(may_reply(moderating(cnio), topic)) << "a chair elsewhere is a member here";
}

TEST(ForumPolicy, NobodyRepliesToHiddenTopics) {
    auto topic = Sample::topic(ccio);
    topic.hidden = noon;
    EXPECT_TRUE(may_reply(member(ann), topic));
    EXPECT_TRUE(may_reply(moderating({}), topic));
}

TEST(ForumPolicy, TopicsAreStartedWhereOneBelongs) {
    EXPECT_FALSE(may_start_topic(member(ann), ccio));
    EXPECT_TRUE(may_start_topic(member(ann), cnio));
    EXPECT_TRUE(may_start_topic(identity::Actor::visitor(), ccio));
}

TEST(ForumPolicy, AuthorsEditForADay) {
    const auto post = Sample::post(ccio, ann, noon);
    EXPECT_FALSE(may_edit(member(ann), post, noon + edit_window));
    EXPECT_TRUE(may_edit(member(ann), post, noon + edit_window + base::microseconds(1)));
    EXPECT_TRUE(may_edit(member(bob), post, noon));
    EXPECT_TRUE(may_edit(moderating({}), post, noon)) << "moderators hide, they do not rewrite";
}

TEST(ForumPolicy, HiddenPostsAreNotEditedNorReactedTo) {
    auto post = Sample::post(ccio, ann, noon);
    post.hidden = noon;
    EXPECT_TRUE(may_edit(member(ann), post, noon));
    EXPECT_TRUE(may_react(member(bob), post));
}

TEST(ForumPolicy, ReactionsAreForThePostsOfOthers) {
    const auto post = Sample::post(ccio, ann, noon);
    EXPECT_FALSE(may_react(member(bob), post));
    EXPECT_TRUE(may_react(member(ann), post));
}

TEST(ForumPolicy, ModerationNeedsTheRightThereOrEverywhere) {
    EXPECT_TRUE(may_moderate(member(ann), ccio));
    EXPECT_FALSE(may_moderate(moderating({}), ccio));
    EXPECT_FALSE(may_moderate(moderating(ccio), ccio));
    EXPECT_TRUE(may_moderate(moderating(cnio), ccio));
}

TEST(ForumPolicy, HiddenThingsShowToThoseWhoModerateThere) {
    EXPECT_FALSE(may_see_hidden(member(ann), ccio));
    EXPECT_TRUE(may_see_hidden(moderating(ccio), ccio));
    EXPECT_FALSE(may_see_hidden(moderating(cnio), ccio));
}

}  // namespace
}  // namespace forum
