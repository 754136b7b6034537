#include "features/rule/policy.h"

#include <gtest/gtest.h>

namespace rule {
namespace {

identity::Actor holding(std::vector<identity::Rights::Right> rights) {
    return identity::Actor::person({.id = {1}, .rights = {std::move(rights)}});
}

TEST(RulePolicy, WhoRunsTheCommunitySaysUnderWhichRuleAnAreaIs) {
    EXPECT_FALSE(may_set(identity::Actor::worker("demo")));
    EXPECT_FALSE(may_set(holding({{set_rule, {}}})));
    EXPECT_TRUE(may_set(holding({{set_rule, {7}}}))) << "of one audience only";
    EXPECT_TRUE(may_set(holding({})));
    EXPECT_TRUE(may_set(identity::Actor::visitor()));
}

}  // namespace
}  // namespace rule
