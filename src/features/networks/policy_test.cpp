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

NetworkDraft draft() {
    return {.slug = "ccio",
            .name = "Chief clinical information officers",
            .short_name = "CCIO",
            .purpose = "To talk.",
            .glyph = "ccio",
            .colour = "teal",
            .who_for = "Those in the role.",
            .needs = "role",
            .place = "care-provider",
            .decided_by = "leaders",
            .panel_size = "12",
            .coverage = "trusts"};
}

std::string field(std::string NetworkDraft::*member, std::string value, bool taken = false) {
    NetworkDraft changed = draft();
    changed.*member = std::move(value);
    const auto refusal = may_be_network(changed, taken);
    return refusal ? refusal->field : "";
}

TEST(NetworksPolicy, EachWordOfANetworkFits) {
    EXPECT_EQ(field(&NetworkDraft::name, std::string(80, 'x')), "");
    EXPECT_EQ(field(&NetworkDraft::name, std::string(81, 'x')), "name");
    EXPECT_EQ(field(&NetworkDraft::name, ""), "name");
    EXPECT_EQ(field(&NetworkDraft::short_name, std::string(24, 'x')), "");
    EXPECT_EQ(field(&NetworkDraft::short_name, std::string(25, 'x')), "short_name");
    EXPECT_EQ(field(&NetworkDraft::short_name, ""), "short_name");
    EXPECT_EQ(field(&NetworkDraft::purpose, std::string(300, 'x')), "");
    EXPECT_EQ(field(&NetworkDraft::purpose, std::string(301, 'x')), "purpose");
    EXPECT_EQ(field(&NetworkDraft::who_for, std::string(301, 'x')), "who_for");
    for (const char* size : {"0", "40"}) EXPECT_EQ(field(&NetworkDraft::panel_size, size), "");
    for (const char* size : {"41", "-1", "", "8 or so", "1e1"}) {
        EXPECT_EQ(field(&NetworkDraft::panel_size, size), "panel_size") << size;
    }
}

TEST(NetworksPolicy, TheCoverageTellsOfItOrNot) {
    for (const char* told : {"trusts", "none"}) {
        EXPECT_EQ(field(&NetworkDraft::coverage, told), "");
    }
    for (const char* told : {"", "wards"}) {
        EXPECT_EQ(field(&NetworkDraft::coverage, told), "coverage");
    }
}

TEST(NetworksPolicy, AnAddressIsPlainAndItsOwn) {
    EXPECT_EQ(field(&NetworkDraft::slug, "north-west-2"), "");
    for (const char* slug : {"", "North", "a b", "a/b", "é", "new", "about", "areas"}) {
        EXPECT_EQ(field(&NetworkDraft::slug, slug), "slug") << slug;
    }
    EXPECT_EQ(field(&NetworkDraft::slug, "ccio", true), "slug") << "taken";
    EXPECT_FALSE(may_be_area({"records", "Records", ""}, false));
    EXPECT_TRUE(may_be_area({"about", "About", ""}, false)) << "a page of its own";
    EXPECT_TRUE(may_be_area({"records", "Records", ""}, true));
    EXPECT_TRUE(may_be_area({"records", "", ""}, false));
}

TEST(NetworksPolicy, WhatIsChosenIsOneOfTheChoices) {
    EXPECT_EQ(field(&NetworkDraft::glyph, "globe"), "");
    EXPECT_EQ(field(&NetworkDraft::glyph, "\"><script>"), "glyph");
    EXPECT_EQ(field(&NetworkDraft::colour, "plum"), "");
    EXPECT_EQ(field(&NetworkDraft::colour, "#fff"), "colour");
    EXPECT_EQ(field(&NetworkDraft::needs, "nothing"), "needs");
    EXPECT_EQ(field(&NetworkDraft::place, "moon"), "place");
    EXPECT_EQ(field(&NetworkDraft::decided_by, "nobody"), "decided_by");
}

TEST(NetworksPolicy, APlaceTakesItsKindsOfOrganisation) {
    using organisations::Kind;
    const auto taken = [](Place place) {
        std::string kinds;
        for (int kind = 1; kind <= 7; ++kind) {
            kinds += takes(place, static_cast<Kind>(kind)) ? 'x' : '-';
        }
        return kinds;  // trust, NHS body, private provider, charity, university, supplier, abroad
    };
    EXPECT_EQ(taken(Place::nhs), "xx-----");
    EXPECT_EQ(taken(Place::care_provider), "xxxx---") << "no supplier";
    EXPECT_EQ(taken(Place::abroad), "------x");
    EXPECT_EQ(taken(Place::anywhere), "xxxxxxx");
}

}  // namespace
}  // namespace networks
