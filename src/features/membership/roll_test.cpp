// Who belongs, as what, and until when; the audience of the network follows in every case.

#include "features/membership/membership.h"
#include "features/membership/store.h"
#include "tests/support/test_site.h"

#include <gtest/gtest.h>

namespace membership {
namespace {

class RollTest : public testing_site::SiteTest {
protected:
    void SetUp() override {
        SiteTest::SetUp();
        site().person("Man", {"cnio"}, {"community_manager"});
        site().person("Cha", {"ccio"}, {"chair"});
        site().person("Ann", {"ccio"});
        site().person("New");
    }

    template <class Act>
    auto as(const std::string& name, Act&& act) {
        std::optional<std::invoke_result_t<Act, Roll&>> out;
        site().with_floor(name, [&](const record::Floor& floor) {
            Roll roll(floor);
            out.emplace(act(roll));
        });
        return *std::move(out);
    }
    bool belongs(const std::string& name) {
        bool reads = false;
        site().with_floor(name, [&](const record::Floor& floor) {
            reads = floor.actor.is_member_of(site().settled().ccio.audience);
        });
        return reads;
    }
    base::Result<MembershipId> enrol(const std::string& by, const std::string& whom,
                                     Category category,
                                     std::optional<base::Day> expires = std::nullopt) {
        const auto person = site().person(whom);
        return as(by, [&](Roll& roll) {
            return roll.enrol(person, site().settled().ccio, category, expires);
        });
    }
    base::Day today() { return std::chrono::floor<base::days>(site().clock().now()); }
    std::vector<std::string> broken() {
        std::vector<std::string> broken;
        site().database().read([&](sql::Tx& tx) { broken = store::broken_memberships(tx); });
        return broken;
    }
};
MOOTHALL_ON_BOTH_ENGINES(RollTest);

TEST_P(RollTest, WhoIsEnrolledBelongsFromThenOn) {
    EXPECT_FALSE(belongs("New"));
    ASSERT_TRUE(enrol("Cha", "New", Category::deputy));
    EXPECT_TRUE(belongs("New"));
    EXPECT_EQ(as("New", [&](Roll& roll) { return roll.category_in(site().settled().ccio.id); }),
              Category::deputy);
    EXPECT_TRUE(as("New", [](Roll& roll) { return roll.is_member(); }));
    EXPECT_TRUE(broken().empty());
}

TEST_P(RollTest, EnrolledAgainIsOneMembershipWithAnotherCategory) {
    ASSERT_TRUE(enrol("Cha", "New", Category::deputy));
    ASSERT_TRUE(enrol("Man", "New", Category::full));
    const auto mine = as("New", [](Roll& roll) { return roll.mine(); });
    ASSERT_EQ(mine.size(), 1u);
    EXPECT_EQ(mine.front().category, Category::full);
}

TEST_P(RollTest, OnlyWhoDecidesThereEnrolsAndNeverThemselves) {
    EXPECT_FALSE(enrol("Ann", "New", Category::full)) << "a member";
    EXPECT_FALSE(enrol("Cha", "Cha", Category::alumni)) << "their own";
    EXPECT_FALSE(enrol("Man", "New", Category::sponsor)) << "no sponsor in a network";
    const auto person = site().person("New");
    EXPECT_FALSE(as("Cha", [&](Roll& roll) {
        return roll.enrol(person, site().settled().cnio, Category::full).has_value();
    })) << "the chair of another network";
    EXPECT_FALSE(belongs("New"));
}

TEST_P(RollTest, WhereManagersDecideItsChairDoesNot) {
    site().with_floor("Man", [&](const record::Floor& floor) {
        const auto& ccio = site().settled().ccio;
        ASSERT_TRUE(networks::Networks(floor).change(ccio, {.slug = "ccio",
                                                            .name = ccio.name,
                                                            .short_name = ccio.short_name,
                                                            .purpose = "",
                                                            .glyph = "ccio",
                                                            .decided_by = "managers"}));
    });
    const auto person = site().person("New");
    const auto try_as = [&](const std::string& who) {
        return as(who, [&](Roll& roll) {
            networks::Network now = site().settled().ccio;
            now.decided_by = networks::Deciders::managers;
            return roll.enrol(person, now, Category::full).has_value();
        });
    };
    EXPECT_FALSE(try_as("Cha"));
    EXPECT_TRUE(try_as("Man"));
}

TEST_P(RollTest, ASponsorContactBelongsButReadsNothing) {
    const auto person = site().person("New");
    EXPECT_FALSE(as("Cha", [&](Roll& roll) { return roll.enrol_sponsor(person).has_value(); }));
    EXPECT_TRUE(as("Man", [&](Roll& roll) { return roll.enrol_sponsor(person).has_value(); }));
    EXPECT_FALSE(as("New", [](Roll& roll) { return roll.is_member(); }));
    EXPECT_FALSE(belongs("New"));
    EXPECT_TRUE(broken().empty());
    auto sponsor = site().as("New");
    for (const auto* path : {"/forum", "/search", "/forum/new", "/forum/mentions"}) {
        EXPECT_EQ(sponsor.get(path).status(), 404) << path;
    }
    EXPECT_FALSE(sponsor.get("/").says("Topics"));
}

TEST_P(RollTest, WhatHasExpiredEndsByNight) {
    ASSERT_TRUE(enrol("Cha", "New", Category::wider, today() + base::days{30}));
    const auto end_by = [&](int days) {
        std::int64_t ended = 0;
        site().database().write([&](sql::Tx& tx) {
            const auto worker = identity::Actor::worker("roll");
            ended = end_expired({tx, worker, site().clock().now()}, today() + base::days{days});
        });
        return ended;
    };
    EXPECT_EQ(end_by(29), 0) << "its last day";
    EXPECT_TRUE(belongs("New"));
    EXPECT_EQ(end_by(30), 1);
    EXPECT_FALSE(belongs("New"));
    EXPECT_EQ(end_by(30), 0) << "once";
    EXPECT_FALSE(enrol("Cha", "New", Category::full, today())) << "over before it began";
    EXPECT_TRUE(enrol("Cha", "New", Category::full)) << "again";
    EXPECT_EQ(as("New", [](Roll& roll) { return roll.mine().size(); }), 2u) << "history stays";
    EXPECT_TRUE(broken().empty());
}

TEST_P(RollTest, TheCheckFindsReadersWithoutMembershipAndTheOtherWayRound) {
    const auto ann = site().person("Ann"), fresh = site().person("New");
    site().database().write([&](sql::Tx& tx) {
        identity::store::leave_audience(tx, ann, site().settled().ccio.audience);
        identity::store::join_audience(tx, fresh, site().settled().ccio.audience);
    });
    EXPECT_EQ(broken().size(), 2u);
}

TEST_P(RollTest, ChangedAndEndedOnPages) {
    ASSERT_TRUE(enrol("Cha", "New", Category::deputy));
    auto chair = site().as("Cha");
    const auto roll = chair.get("/memberships?network=ccio");
    EXPECT_TRUE(roll.says("Deputy or aspiring member"));
    EXPECT_EQ(site().as("Ann").get("/memberships?network=ccio").status(), 404);
    const auto id = as("New", [](Roll& all) { return all.mine().front().id; });
    const std::string path = "/memberships/" + std::to_string(id.value);
    EXPECT_EQ(site().as("Ann").get(path).status(), 404);
    const auto roll_form = chair.get(path);
    const auto refused = chair.press(chair.get(path), path, {{"expires", "soon"}});
    EXPECT_EQ(refused.status(), 422);
    EXPECT_EQ(refused.fields_of(path).get("expires"), "soon");
    EXPECT_EQ(
        chair.press(chair.get(path), path, {{"category", "alumni"}, {"expires", "2031-03-31"}})
            .status(),
        303);
    EXPECT_TRUE(chair.get("/memberships?network=ccio").says("until 31 March 2031"));
    const auto end = chair.get(path + "/end");
    EXPECT_EQ(chair.press(end, path + "/end").status(), 422) << "a reason is asked for";
    EXPECT_EQ(chair.press(end, path + "/end", {{"reason", "Left the NHS."}}).status(), 303);
    EXPECT_TRUE(chair.get(path).says("Left the NHS."));
    EXPECT_FALSE(belongs("New"));
    EXPECT_EQ(chair.press(roll_form, path, {{"category", "full"}}).status(), 422)
        << "a page that was open when somebody else ended it";
    EXPECT_FALSE(belongs("New"));
}

TEST_P(RollTest, WhoKeepsTheRollAddsSomebodyByTheirAddress) {
    auto chair = site().as("Cha"), manager = site().as("Man");
    const std::string path = "/memberships?network=ccio";
    const auto add = [&](testing_site::Browser& who, const std::string& email,
                         const std::string& category) {
        return who.press(who.get(path), path, {{"email", email}, {"category", category}});
    };
    const auto unknown = add(chair, "nobody@example.org", "full");
    EXPECT_EQ(unknown.status(), 422);
    EXPECT_TRUE(unknown.says("No account has this address"));
    EXPECT_EQ(unknown.fields_of(path).get("email"), "nobody@example.org") << "as typed";
    EXPECT_EQ(add(chair, "ann@example.org", "full").status(), 422) << "a member already";
    EXPECT_EQ(add(chair, "new@example.org", "").status(), 422);
    EXPECT_EQ(add(chair, "new@example.org", "sponsor").status(), 422) << "no sponsor here";
    EXPECT_EQ(add(manager, "man@example.org", "full").status(), 422) << "oneself";
    EXPECT_FALSE(belongs("New"));
    EXPECT_EQ(add(chair, "NEW@example.org", "specialist").status(), 303);
    EXPECT_TRUE(belongs("New"));
}

TEST_P(RollTest, AMemberLeavesByThemselvesAndNobodyElsesMembership) {
    auto ann = site().as("Ann");
    const auto id = as("Ann", [](Roll& roll) { return roll.mine().front().id; });
    const std::string path = "/memberships/" + std::to_string(id.value) + "/leaving";
    EXPECT_EQ(site().as("Cha").get(path).status(), 404) << "not even who keeps the roll";
    EXPECT_TRUE(ann.get("/applications").says("Leave the CCIO network"));
    const auto form = ann.get(path);
    EXPECT_EQ(ann.press(form, path).status(), 422) << "a reason is asked for";
    EXPECT_EQ(ann.press(form, path, {{"reason", "I have retired."}}).status(), 303);
    EXPECT_FALSE(belongs("Ann"));
    EXPECT_TRUE(ann.get("/applications").says("I have retired."));
    EXPECT_EQ(ann.press(form, path, {{"reason", "Again."}}).status(), 404) << "twice";
    EXPECT_TRUE(broken().empty());
}

TEST(Categories, EachHasItsRights) {
    std::string table;
    for (const CategoryFace& face : categories()) {
        table += std::string(face.code) + ": " + rights_words(face.rights) + "\n";
        EXPECT_EQ(category_of(face.code), face.category);
        EXPECT_EQ(&face_of(face.category), &face);
    }
    EXPECT_EQ(table,
              "full: Reads and speaks, votes, can stand for an office, can vouch.\n"
              "deputy: Reads and speaks, votes, can vouch.\n"
              "wider: Reads and speaks.\n"
              "specialist: Reads and speaks, votes, can stand for an office, can vouch.\n"
              "international: Reads and speaks, can vouch.\n"
              "patient: Reads and speaks.\n"
              "alumni: Reads and speaks.\n"
              "sponsor: Sees nothing of the forum.\n");
    EXPECT_FALSE(category_of("emperor"));
}

}  // namespace
}  // namespace membership
