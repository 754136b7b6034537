// Networks are known to every member; their areas exist for those who belong.

#include "features/networks/networks.h"

#include "features/networks/feature.h"
#include "tests/support/test_site.h"

#include <gtest/gtest.h>

namespace networks {
namespace {

class NetworksTest : public testing_site::SiteTest {
protected:
    void SetUp() override {
        SiteTest::SetUp();
        if (HasFatalFailure()) return;
        site().person("Ann", {"ccio"});
        site().person("Cat", {"cnio"});
        site().person("App", {"none"});
        const auto app = site().person("App");
        site().database().write([&](sql::Tx& tx) {
            identity::store::leave_audience(tx, app, site().settled().cnio.audience);
        });
    }
    void as(const std::string& name, const std::function<void(const Networks&)>& act) {
        site().with_floor(name, [&](const record::Floor& floor) { act(Networks(floor)); });
    }
};
MOOTHALL_ON_BOTH_ENGINES(NetworksTest);

TEST_P(NetworksTest, EveryMemberKnowsOfEveryNetworkAndBelongsToSome) {
    for (const auto* name : {"Ann", "Cat", "App"}) {
        as(name, [&](const Networks& networks) { EXPECT_EQ(networks.all().size(), 2u) << name; });
    }
    as("Ann", [](const Networks& networks) {
        ASSERT_EQ(networks.mine().size(), 1u);
        EXPECT_EQ(networks.mine().front().slug, "ccio");
        EXPECT_EQ(networks.members(networks.network("ccio")), 1);
    });
    as("App", [](const Networks& networks) {
        EXPECT_TRUE(networks.mine().empty());
        EXPECT_TRUE(networks.my_areas().empty());
    });
}

TEST_P(NetworksTest, AnAreaIsThereForThoseWhoBelong) {
    const auto& settled = site().settled();
    as("Ann", [&](const Networks& networks) {
        const auto ccio = networks.network("ccio");
        EXPECT_TRUE(networks.belongs(ccio));
        EXPECT_EQ(networks.areas(ccio).size(), 2u);
        EXPECT_EQ(networks.my_areas().size(), 2u);
        EXPECT_EQ(networks.area(settled.safety.id).name, "Clinical safety");
        EXPECT_EQ(networks.area(ccio, "records").id, settled.records.id);
        EXPECT_EQ(networks.network_of(settled.safety).slug, "ccio");
        EXPECT_THROW(networks.area(ccio, "wards"), base::NotFound) << "of the other network";
    });
}

TEST_P(NetworksTest, ForOutsidersAnAreaIsNotThere) {
    const auto& settled = site().settled();
    for (const auto* name : {"Cat", "App"}) {
        as(name, [&](const Networks& networks) {
            const auto ccio = networks.network("ccio");
            EXPECT_FALSE(networks.belongs(ccio));
            EXPECT_THROW(networks.areas(ccio), base::NotFound) << name;
            EXPECT_THROW(networks.area(ccio, "records"), base::NotFound) << name;
            EXPECT_THROW(networks.area(settled.safety.id), base::NotFound) << name;
            EXPECT_FALSE(networks.find_area(settled.safety.id)) << name;
            EXPECT_FALSE(networks.find_area(AreaId{999'999})) << name;
        });
    }
}

TEST_P(NetworksTest, OutsidersPagesTellNothingOfAnArea) {
    auto cat = site().as("Cat");
    const auto there = cat.get("/networks/ccio/clinical-safety");
    EXPECT_EQ(there.status(), 404);
    EXPECT_TRUE(there.body() == cat.get("/networks/ccio/nothing").body());
    EXPECT_EQ(cat.get("/networks/nothing").status(), 404);
    const auto outside = cat.get("/networks/ccio");
    EXPECT_EQ(outside.status(), 200) << "the network itself is known";
    EXPECT_FALSE(outside.says("Clinical safety"));
    EXPECT_FALSE(cat.get("/networks").says("Clinical safety"));
    EXPECT_FALSE(cat.get("/forum/new").says("Clinical safety"));
    auto ann = site().as("Ann");
    EXPECT_EQ(ann.get("/networks/ccio/clinical-safety").status(), 200);
    EXPECT_TRUE(ann.get("/networks/ccio").says("Clinical safety"));
}

TEST_P(NetworksTest, WhoIsAdmittedIsInAndWhoIsForgottenIsOut) {
    const auto app = site().person("App");
    as("App", [&](const Networks& networks) { EXPECT_TRUE(networks.mine().empty()); });
    site().person("Ada", {"ccio"}, {"administrator"});
    site().with_floor("Ada", [&](const record::Floor& floor) {
        EXPECT_TRUE(Networks(floor).admit(app, site().settled().cnio));
        EXPECT_TRUE(Networks(floor).admit(app, site().settled().cnio));  // twice is once
    });
    as("App", [&](const Networks& networks) {
        EXPECT_EQ(networks.mine().size(), 1u);
        EXPECT_EQ(networks.members(networks.network("cnio")), 2);
    });
    site().with_floor("Ann", [&](const record::Floor& floor) {
        feature().forget.value(floor, app);
    });
    as("App", [](const Networks& networks) {
        EXPECT_TRUE(networks.mine().empty());
        EXPECT_EQ(networks.members(networks.network("cnio")), 1);
    });
}

TEST_P(NetworksTest, AMemberNeitherFoundsNorAdmits) {
    const auto app = site().person("App");
    site().with_floor("App", [&](const record::Floor& floor) {
        Networks networks(floor);
        EXPECT_FALSE(networks.admit(app, site().settled().cnio));
        EXPECT_FALSE(networks.open_area(site().settled().cnio, {"mine", "Mine", ""}));
        EXPECT_FALSE(networks.found({"mine", "Mine", "Mine", "", "ccio"}));
        EXPECT_TRUE(networks.mine().empty());
        EXPECT_EQ(networks.all().size(), 2u);
    });
}

TEST_P(NetworksTest, AMembershipCountsFromTheNextPageOn) {
    auto app = site().as("App");
    const auto id = site().person("App");
    EXPECT_EQ(app.get("/networks/cnio/wards").status(), 404);
    site().database().write([&](sql::Tx& tx) {
        identity::store::join_audience(tx, id, site().settled().cnio.audience);
    });
    EXPECT_EQ(app.get("/networks/cnio/wards").status(), 200);
    site().database().write([&](sql::Tx& tx) {
        identity::store::leave_audience(tx, id, site().settled().cnio.audience);
    });
    EXPECT_EQ(app.get("/networks/cnio/wards").status(), 404);
}

TEST_P(NetworksTest, NoTwoNetworksHaveOneAddress) {
    site().person("Ada", {"ccio"}, {"administrator"});
    EXPECT_THROW(site().with_floor("Ada",
                                   [](const record::Floor& floor) {
                                       (void)Networks(floor).found({.slug = "ccio",
                                                                    .name = "Again",
                                                                    .short_name = "Again",
                                                                    .purpose = "",
                                                                    .glyph = "ccio"});
                                   }),
                 sql::Conflict);
}

}  // namespace
}  // namespace networks
