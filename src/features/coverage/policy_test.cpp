#include "features/coverage/policy.h"

#include <gtest/gtest.h>

namespace coverage {

namespace {

TEST(CoveragePolicy, MembersSeeAllAndOthersDoNot) {
    EXPECT_TRUE(may_see_all(identity::Actor::person({.id = {1}, .audiences = {3}})));
    EXPECT_FALSE(may_see_all(identity::Actor::person({.id = {1}}))) << "an applicant";
    EXPECT_FALSE(may_see_all(identity::Actor::visitor()));
    EXPECT_FALSE(may_see_all(identity::Actor::worker("command line")));
}

TEST(CoveragePolicy, ADayThatDiffersByFewTrustsIsToldToMembersAlone) {
    const auto outsider = identity::Actor::worker("command line");
    EXPECT_FALSE(may_compare(outsider, {0, 0})) << "the day that is shown";
    const auto of_one = may_compare(outsider, {1, 1});
    ASSERT_TRUE(of_one);
    EXPECT_EQ(of_one->field, "on");
    EXPECT_TRUE(may_compare(outsider, {7, 7}));
    EXPECT_TRUE(may_compare(outsider, {7, 0}));
    EXPECT_FALSE(may_compare(outsider, {8, 8}));
    EXPECT_TRUE(may_compare(outsider, {8, 7})) << "one is known by name";
    EXPECT_FALSE(may_compare(outsider, {8, 0})) << "all are known by name";
    EXPECT_FALSE(may_compare(identity::Actor::person({.id = {1}, .audiences = {3}}), {1, 1}));
}

TEST(CoveragePolicy, OnThePageOutsidersReadTodayAndNobodyReadsTheFuture) {
    const auto visitor = identity::Actor::visitor();
    const auto member = identity::Actor::person({.id = {1}, .audiences = {3}});
    const base::Day today{std::chrono::year{2026} / 7 / 31};
    EXPECT_FALSE(may_choose_day(visitor, today, today));
    EXPECT_EQ(may_choose_day(visitor, today - base::days{1}, today)->field, "on");
    EXPECT_FALSE(may_choose_day(member, today - base::days{1}, today));
    EXPECT_EQ(may_choose_day(member, today + base::days{1}, today)->field, "on");
}

TEST(CoveragePolicy, ConsentsAreNotedByThoseWhoKeepThem) {
    identity::Actor::Person person{.id = {1}};
    EXPECT_TRUE(may_keep(identity::Actor::person(person)));
    EXPECT_TRUE(may_note(identity::Actor::person(person), {"RAL", "By letter."}));
    person.rights.held.push_back({keep_coverage, {}});
    const auto keeper = identity::Actor::person(person);
    EXPECT_FALSE(may_keep(keeper));
    EXPECT_FALSE(may_note(keeper, {"RAL", "By letter."}));
    EXPECT_EQ(may_note(keeper, {"RAL", ""})->field, "words");
    EXPECT_FALSE(may_note(keeper, {"RAL", std::string(300, 'x')}));
    EXPECT_EQ(may_note(keeper, {"RAL", std::string(301, 'x')})->field, "words");
}

}  // namespace
}  // namespace coverage
