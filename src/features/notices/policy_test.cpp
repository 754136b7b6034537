#include "features/notices/policy.h"

#include <gtest/gtest.h>

namespace notices {
namespace {

networks::Network ccio() {
    networks::Network network;
    network.id = {1};
    network.slug = "ccio";
    network.short_name = "CCIO";
    network.audience = {7};
    return network;
}

identity::Actor::Person member() {
    return {.id = {1}, .audiences = {7}};
}

identity::Actor holding(std::string role, std::int64_t audience) {
    auto person = member();
    person.roles = {{role, {audience}}};
    person.rights = identity::Rights::of(
        person.roles,
        {{write_notices, {"administrator", "community_manager", "chair", "vice_chair"}}});
    return identity::Actor::person(std::move(person));
}

Notice draft() {
    Notice notice;
    notice.id = {5};
    notice.author = {1};
    return notice;
}

TEST(NoticesPolicy, ThoseWhoLeadTheNetworkOrTheCommunityWrite) {
    EXPECT_FALSE(may_write(holding("chair", 7), ccio()));
    EXPECT_FALSE(may_write(holding("vice_chair", 7), ccio()));
    EXPECT_FALSE(may_write(holding("community_manager", 0), ccio()));
    EXPECT_FALSE(may_write(holding("administrator", 0), ccio()));
    EXPECT_TRUE(may_write(holding("chair", 8), ccio())) << "of another network";
    EXPECT_TRUE(may_write(holding("panel", 7), ccio()));
    EXPECT_TRUE(may_write(holding("moderator", 0), ccio()));
    EXPECT_TRUE(may_write(identity::Actor::person(member()), ccio()));
    EXPECT_TRUE(may_write(identity::Actor::visitor(), ccio()));
    EXPECT_TRUE(may_write(identity::Actor::worker("notices"), ccio()));
}

TEST(NoticesPolicy, ADraftHasASubjectAndATextThatFit) {
    EXPECT_FALSE(may_draft({"The vote", "Opens on Monday."}, 9));
    EXPECT_TRUE(may_draft({"The vote", "Opens on Monday."}, 10)) << "too many drafts";
    EXPECT_EQ(may_draft({"", "Opens on Monday."}, 0)->field, "subject");
    EXPECT_EQ(may_draft({"The vote", ""}, 0)->field, "body");
    EXPECT_FALSE(may_draft({std::string(120, 'x'), std::string(6'000, 'x')}, 0));
    EXPECT_EQ(may_draft({std::string(121, 'x'), "x"}, 0)->field, "subject");
    EXPECT_EQ(may_draft({"x", std::string(6'001, 'x')}, 0)->field, "body");
}

TEST(NoticesPolicy, ADraftIsItsAuthorsAndWhatWasSentIsNobodys) {
    const auto author = identity::Actor::person(member());
    EXPECT_FALSE(may_change(author, draft()));
    EXPECT_TRUE(may_change(identity::Actor::person({.id = {2}}), draft()));
    for (const State state : {State::going, State::sent}) {
        Notice sent = draft();
        sent.state = state;
        EXPECT_TRUE(may_change(author, sent));
    }
}

TEST(NoticesPolicy, ANetworkGetsThreeAWeekAndNobodyIsNoReceiver) {
    const auto author = identity::Actor::person(member());
    EXPECT_FALSE(may_send(author, draft(), {.receivers = 1}, 2));
    EXPECT_TRUE(may_send(author, draft(), {.receivers = 1}, 3));
    EXPECT_TRUE(may_send(author, draft(), {.receivers = 0, .unsubscribed = 4}, 0));
    Notice sent = draft();
    sent.state = State::going;
    EXPECT_TRUE(may_send(author, sent, {.receivers = 1}, 0)) << "a draft goes once";
}

TEST(NoticesPolicy, TheOfficeIsTheOneOfThatNetwork) {
    EXPECT_EQ(office_of(holding("chair", 7), ccio()), Office::chair);
    EXPECT_EQ(office_of(holding("vice_chair", 7), ccio()), Office::vice_chair);
    EXPECT_EQ(office_of(holding("chair", 8), ccio()), Office::community);
    EXPECT_EQ(office_of(holding("administrator", 0), ccio()), Office::community);
}

}  // namespace
}  // namespace notices
