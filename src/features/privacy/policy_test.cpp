#include "features/privacy/policy.h"

#include <gtest/gtest.h>

namespace privacy {
namespace {

const identity::Actor ann = identity::Actor::person({.id = {1}});
const identity::Actor worker = identity::Actor::worker("purge");
const identity::Actor visitor = identity::Actor::visitor();

TEST(PrivacyPolicy, OnlyAPersonConsentsAndOnlyToTheTextInForce) {
    const Text second{.key = "notice", .version = 2};
    EXPECT_FALSE(may_give(ann, second, 2));
    EXPECT_TRUE(may_give(ann, second, 1)) << "an older one";
    EXPECT_TRUE(may_give(ann, second, 3)) << "one that is not there";
    EXPECT_TRUE(may_give(worker, second, 2));
    EXPECT_TRUE(may_give(visitor, second, 2));
}

TEST(PrivacyPolicy, OnlyAPersonWithdrawsAndOnlyWhatStands) {
    EXPECT_FALSE(may_withdraw(ann, true));
    EXPECT_TRUE(may_withdraw(ann, false));
    EXPECT_TRUE(may_withdraw(worker, true));
    EXPECT_TRUE(may_withdraw(visitor, true));
}

TEST(PrivacyPolicy, NobodyPurgesByHand) {
    EXPECT_FALSE(may_purge(worker));
    EXPECT_TRUE(may_purge(ann));
    EXPECT_TRUE(may_purge(visitor));
}

}  // namespace
}  // namespace privacy
