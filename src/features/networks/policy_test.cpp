#include "features/networks/policy.h"

#include <gtest/gtest.h>

namespace networks {
namespace {

identity::Actor holding(std::vector<identity::Rights::Right> rights) {
    return identity::Actor::person({.id = {1}, .rights = {std::move(rights)}});
}

TEST(NetworksPolicy, WhoRunsTheCommunityFoundsNetworksAndSoDoItsWorkers) {
    EXPECT_FALSE(may_found(identity::Actor::worker("demo")));
    EXPECT_FALSE(may_found(holding({{found_networks, {}}})));
    EXPECT_TRUE(may_found(holding({{found_networks, {7}}}))) << "of one audience only";
    EXPECT_TRUE(may_found(holding({})));
    EXPECT_TRUE(may_found(identity::Actor::visitor()));
}

}  // namespace
}  // namespace networks
