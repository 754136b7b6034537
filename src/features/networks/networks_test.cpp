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
    EXPECT_EQ(cat.get("/networks/ccio").location(), "/networks/ccio/about");
    const auto outside = cat.get("/networks/ccio/about");
    EXPECT_EQ(outside.status(), 200) << "the network itself is known";
    EXPECT_FALSE(outside.says("Clinical safety"));
    EXPECT_FALSE(cat.get("/networks").says("Clinical safety"));
    EXPECT_FALSE(cat.get("/forum/new").says("Clinical safety"));
    auto ann = site().as("Ann");
    EXPECT_EQ(ann.get("/networks/ccio/clinical-safety").status(), 200);
    EXPECT_TRUE(ann.get("/networks/ccio").says("Clinical safety"));
}

TEST_P(NetworksTest, WhoIsForgottenIsOut) {
    const auto cat = site().person("Cat");
    as("Cat", [&](const Networks& networks) { EXPECT_EQ(networks.mine().size(), 1u); });
    site().with_floor("Ann", [&](const record::Floor& floor) {
        feature({}, {}).forget.value(floor, cat);
    });
    as("Cat", [](const Networks& networks) {
        EXPECT_TRUE(networks.mine().empty());
        EXPECT_EQ(networks.members(networks.network("cnio")), 0);
    });
}

TEST_P(NetworksTest, AMemberFoundsNothing) {
    site().with_floor("App", [&](const record::Floor& floor) {
        Networks networks(floor);
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

TEST_P(NetworksTest, ANetworkIsFoundedAndChangedWhileTheProgramRuns) {
    site().person("Man", {"cnio"}, {"community_manager"});
    auto man = site().as("Man");
    auto ann = site().as("Ann");
    EXPECT_EQ(ann.get("/networks/new").status(), 404);
    EXPECT_FALSE(ann.get("/networks").says("Found a network"));
    const auto form = man.get("/networks/new");
    const auto refused = man.press(form, "/networks", {{"name", "Digital midwives"}});
    EXPECT_EQ(refused.status(), 422);
    EXPECT_TRUE(refused.says("Enter its short name"));
    EXPECT_EQ(refused.fields_of("/networks").get("name"), "Digital midwives") << "as typed";
    const auto founded = man.press(form, "/networks",
                                   {{"name", "Digital midwives"},
                                    {"short_name", "Midwives"},
                                    {"purpose", "For maternity records."},
                                    {"colour", "plum"},
                                    {"needs", "work"},
                                    {"panel_size", "5"}});
    EXPECT_EQ(founded.location(), "/networks/midwives/areas/new");
    const auto area = man.press(man.follow(founded), "/networks/midwives/areas",
                                {{"name", "Birth records"}});
    EXPECT_EQ(area.location(), "/networks/midwives/about");
    const auto about = site().visitor().get("/networks/midwives/about");
    EXPECT_TRUE(about.says("For maternity records."));
    EXPECT_TRUE(about.says("Its panel has 5 members"));
    EXPECT_TRUE(about.says("You work at an organisation that provides care, in any role."));
    EXPECT_FALSE(about.says("Birth records")) << "areas are for members";

    const auto edit = man.get("/networks/midwives/edit");
    EXPECT_EQ(man.press(edit, "/networks/midwives", {{"slug", "ccio"}}).status(), 422) << "taken";
    const auto changed = man.press(edit, "/networks/midwives",
                                   {{"slug", "midwifery"}, {"needs", "invitation"}});
    EXPECT_EQ(changed.location(), "/networks/midwifery/about");
    const auto now = site().visitor().get("/networks/midwifery/about");
    EXPECT_TRUE(now.says("You have been invited"));
    EXPECT_FALSE(now.says("Apply to join"));
    EXPECT_EQ(man.get("/networks/midwives/about").status(), 404) << "it has moved";
}

TEST_P(NetworksTest, AnAreaIsRenamedWithinItsNetwork) {
    site().person("Man", {"cnio"}, {"community_manager"});
    auto man = site().as("Man");
    const auto& wards = site().settled().wards;
    const std::string path = "/networks/cnio/areas/" + std::to_string(wards.id.value);
    const auto changed = man.press(man.get(path + "/edit"), path, {{"name", "Wards and clinics"}});
    EXPECT_EQ(changed.location(), "/networks/cnio/about");
    as("Cat", [&](const Networks& networks) {
        EXPECT_EQ(networks.area(wards.id).name, "Wards and clinics");
    });
    EXPECT_EQ(man.get("/networks/ccio/areas/" + std::to_string(wards.id.value) + "/edit").status(),
              404)
        << "of another network";
}

TEST_P(NetworksTest, TheFinderTakesWordsInAnyOrder) {
    auto visitor = site().visitor();
    EXPECT_TRUE(visitor.get("/networks?words=HEALTH+cnio").says("CNIO of health"));
    EXPECT_FALSE(visitor.get("/networks?words=cnio").says("CCIO of health"));
    EXPECT_TRUE(visitor.get("/networks?words=plumbing").says("No network is like that"));
    EXPECT_TRUE(visitor.get("/networks").says("Which networks do I qualify for?"));
}

TEST_P(NetworksTest, WhoLeadsItIsForMembers) {
    site().person("Cha Ir", {"ccio"}, {"chair"});
    EXPECT_TRUE(site().as("Cat").get("/networks/ccio/about").says("Cha Ir")) << "of any network";
    for (auto outsider : {site().visitor(), site().as("App")}) {
        const auto page = outsider.get("/networks/ccio/about");
        EXPECT_FALSE(page.says("Cha Ir"));
        EXPECT_FALSE(page.says("member.")) << "nor how many they are";
    }
}

TEST_P(NetworksTest, NoTwoNetworksHaveOneAddress) {
    site().person("Ada", {"ccio"}, {"administrator"});
    site().with_floor("Ada", [](const record::Floor& floor) {
        const auto again = Networks(floor).found({.slug = "ccio",
                                                  .name = "Again",
                                                  .short_name = "Again",
                                                  .purpose = "",
                                                  .glyph = "ccio"});
        ASSERT_FALSE(again);
        EXPECT_EQ(again.error().field, "slug");
    });
}

}  // namespace
}  // namespace networks
