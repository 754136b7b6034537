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
    EXPECT_FALSE(may_compare(outsider, 0)) << "the day that is shown";
    const auto of_one = may_compare(outsider, 1);
    ASSERT_TRUE(of_one);
    EXPECT_EQ(of_one->field, "on");
    EXPECT_TRUE(may_compare(outsider, 7));
    EXPECT_FALSE(may_compare(outsider, 8));
    EXPECT_FALSE(may_compare(identity::Actor::person({.id = {1}, .audiences = {3}}), 1));
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
