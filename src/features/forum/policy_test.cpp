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

// ---- the Rule ----

using rule::State;

TEST(ForumPolicy, LooserThanItsPlaceIsForThoseWhoModerate) {
    EXPECT_FALSE(may_say_under(member(ann), ccio, {State::closed, State::chatham_house}));
    EXPECT_FALSE(may_say_under(member(ann), ccio, {State::chatham_house, State::chatham_house}));
    EXPECT_TRUE(may_say_under(member(ann), ccio, {State::on_record, State::chatham_house}));
    EXPECT_FALSE(may_say_under(moderating(ccio), ccio, {State::on_record, State::closed}));
    EXPECT_TRUE(may_say_under(moderating(cnio), ccio, {State::on_record, State::closed}));
}

TEST(ForumPolicy, AReplyStandsUnderTheRuleThatWasReadOrAStricterOne) {
    auto topic = Sample::topic(ccio);
    topic.state = State::chatham_house;
    EXPECT_FALSE(still_stands(topic.state, std::nullopt));
    EXPECT_FALSE(still_stands(topic.state, State::on_record));
    EXPECT_FALSE(still_stands(topic.state, State::chatham_house));
    EXPECT_TRUE(still_stands(topic.state, State::closed));
}

TEST(ForumPolicy, WhatIsStricterIsNotQuotedUnderALooserRule) {
    EXPECT_FALSE(may_quote(State::chatham_house, State::chatham_house));
    EXPECT_FALSE(may_quote(State::on_record, State::closed));
    EXPECT_TRUE(may_quote(State::closed, State::chatham_house));
    EXPECT_TRUE(may_quote(State::chatham_house, State::on_record));
}

TEST(ForumPolicy, WhoStartedTheTopicAndWhoModeratesSetItsRule) {
    auto topic = Sample::topic(ccio);
    topic.author.id = ann;
    EXPECT_FALSE(may_rule(member(ann), topic));
    EXPECT_TRUE(may_rule(member(bob), topic));
    EXPECT_FALSE(may_rule(moderating(ccio), topic));
}

TEST(ForumPolicy, APostIsMadeStricterByItsAuthorAndThoseWhoModerate) {
    const auto post = Sample::post(ccio, ann, noon);
    EXPECT_FALSE(may_tighten(member(ann), post, State::closed));
    EXPECT_TRUE(may_tighten(member(ann), post, State::chatham_house)) << "it is";
    EXPECT_TRUE(may_tighten(member(ann), post, State::on_record));
    EXPECT_TRUE(may_tighten(member(bob), post, State::closed));
    EXPECT_FALSE(may_tighten(moderating(ccio), post, State::closed));
}

TEST(ForumPolicy, TheAuthorAloneMaySayThatTheyMayBeNamed) {
    auto post = Sample::post(ccio, ann, noon);
    EXPECT_FALSE(may_name(member(ann), post));
    EXPECT_TRUE(may_name(moderating({}), post));
    post.state = State::closed;
    EXPECT_TRUE(may_name(member(ann), post));
}

TEST(ForumPolicy, WishesAreAnsweredByTheAskedAndWithdrawnByTheAskersWhileTheyWait) {
    Loosening wish{.audience = ccio, .asker = ann, .asks_me = true};
    EXPECT_FALSE(may_answer(member(bob), wish));
    EXPECT_TRUE(may_read(member(bob), wish));
    wish.asks_me = false;
    EXPECT_TRUE(may_answer(member(bob), wish));
    EXPECT_FALSE(may_read(member(bob), wish));
    EXPECT_TRUE(may_read(member(ann), wish));
    EXPECT_TRUE(may_read(moderating(ccio), wish));
    EXPECT_FALSE(may_withdraw(member(ann), wish));
    EXPECT_TRUE(may_withdraw(member(bob), wish));
    EXPECT_FALSE(may_withdraw(moderating(ccio), wish));
    wish.asks_me = true;
    wish.outcome = Loosening::Outcome::refused;
    EXPECT_TRUE(may_answer(member(bob), wish));
    EXPECT_TRUE(may_withdraw(member(ann), wish));
}

TEST(ForumPolicy, HiddenThingsShowToThoseWhoModerateThere) {
    EXPECT_FALSE(may_see_hidden(member(ann), ccio));
    EXPECT_TRUE(may_see_hidden(moderating(ccio), ccio));
    EXPECT_FALSE(may_see_hidden(moderating(cnio), ccio));
}

// ---- unattributed ----

TEST(ForumPolicy, UnattributedSpeaksWhoBelongsInAnOpenTopic) {
    auto topic = Sample::topic(ccio);
    EXPECT_FALSE(may_speak(member(ann), topic));
    EXPECT_TRUE(may_speak(identity::Actor::visitor(), topic));
    topic.closed = noon;
    EXPECT_TRUE(may_speak(member(ann), topic));
    EXPECT_TRUE(may_speak(moderating({}), topic)) << "it would tell that it is a moderator";
    topic.closed.reset();
    topic.hidden = noon;
    EXPECT_TRUE(may_speak(member(ann), topic));
}

TEST(ForumPolicy, ASilencedVoiceDoesNotGoOn) {
    Voice voice;
    EXPECT_FALSE(may_go_on(voice));
    voice.silenced = noon;
    EXPECT_TRUE(may_go_on(voice));
}

TEST(ForumPolicy, WhatAVoiceSaidIsEditedForADay) {
    OwnSaying said;
    said.written = noon;
    EXPECT_FALSE(may_edit_said(said, noon + edit_window));
    EXPECT_TRUE(may_edit_said(said, noon + edit_window + base::minutes(1)));
    said.hidden = noon;
    EXPECT_TRUE(may_edit_said(said, noon));
}

}  // namespace
}  // namespace forum
