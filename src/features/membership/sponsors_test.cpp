// Sponsor contacts: named, dated and ended by those who run the community; and that none of the
// ways into a network is open to them.

#include "features/membership/sponsors.h"

#include "features/membership/applications.h"
#include "features/membership/invitations.h"
#include "features/membership/roll_file.h"
#include "features/membership/store.h"
#include "platform/crypto/token.h"
#include "platform/identity/store.h"
#include "tests/support/test_site.h"

#include <gtest/gtest.h>

namespace membership {
namespace {

class SponsorsTest : public testing_site::SiteTest {
protected:
    void SetUp() override {
        SiteTest::SetUp();
        site().person("Man", {"cnio"}, {"community_manager"});
        site().person("Cha", {"ccio"}, {"chair"});
        site().person("Ann", {"ccio"});
        site().person("Spo");
        site().topic("Ann", "Secret matters");
        site().with_floor("Man", [](const record::Floor& floor) {
            const auto imported = organisations::Organisations(floor).import_trusts(
                "RA7,BRISTOL,Y58,QUY,,,,BRISTOL,,BS1,,,,,,,,,,,,0,,K\n",
                base::parse_day("2021-07-31").value(), organisations::Missing::refused);
            ASSERT_TRUE(imported) << imported.error().sentence;
        });
    }
    base::Result<MembershipId> add(const std::string& by, const std::string& whom,
                                   const std::string& expires = "") {
        std::optional<base::Result<MembershipId>> out;
        site().with_floor(by, [&](const record::Floor& floor) {
            out.emplace(Sponsors(floor).add({whom + "@example.org", expires}));
        });
        return *std::move(out);
    }
    std::vector<std::string> broken() {
        std::vector<std::string> broken;
        site().database().read([&](sql::Tx& tx) { broken = store::broken_memberships(tx); });
        return broken;
    }
    void expect_closed() {
        auto spo = site().as("Spo");
        for (const auto* path : {"/forum", "/people", "/search", "/forum/new"}) {
            EXPECT_EQ(spo.get(path).status(), 404) << path;
        }
        EXPECT_FALSE(spo.get("/").says("Secret matters"));
        EXPECT_TRUE(broken().empty());
    }
    base::Result<ApplicationId> apply() {
        std::optional<base::Result<ApplicationId>> out;
        site().with_floor("Spo", [&](const record::Floor& floor) {
            out.emplace(file_application(floor, {.network = "ccio",
                                                 .category = "full",
                                                 .organisation = "RA7",
                                                 .title = "CCIO",
                                                 .began = "2021-01-01"}));
        });
        return *std::move(out);
    }
    base::Day today() { return std::chrono::floor<base::days>(site().clock().now()); }
};
MOOTHALL_ON_BOTH_ENGINES(SponsorsTest);

TEST_P(SponsorsTest, NamedDatedAndEndedOnPages) {
    auto man = site().as("Man");
    const std::string path = "/memberships/sponsors";
    EXPECT_TRUE(man.get(path).says("There are no sponsor contacts"));
    const auto unknown = man.press(man.get(path), path, {{"email", "no@example.org"}});
    EXPECT_EQ(unknown.status(), 422);
    const auto past = man.press(unknown, path,
                                {{"email", "spo@example.org"}, {"expires", "2001-01-01"}});
    EXPECT_EQ(past.status(), 422);
    const auto last = base::iso_day(today() + base::days{30});
    ASSERT_EQ(man.press(past, path, {{"email", "SPO@example.org"}, {"expires", last}}).status(),
              303);
    EXPECT_TRUE(man.get(path).says("until " + base::day_text(today() + base::days{30})));
    expect_closed();
    const auto network = site().as("Spo").get("/networks/ccio/about");
    EXPECT_EQ(network.status(), 200);
    EXPECT_FALSE(network.says("Apply to join")) << "it would lead nowhere";
    EXPECT_FALSE(add("Man", "spo")) << "twice";
    MembershipId id;
    site().with_floor(
        "Man", [&](const record::Floor& floor) { id = Sponsors(floor).contacts().front().id; });
    const auto one = path + "/" + std::to_string(id.value);
    EXPECT_EQ(man.press(man.get(one), one, {{"expires", "soon"}}).status(), 422);
    EXPECT_EQ(man.press(man.get(one), one, {{"expires", ""}}).location(), one);
    EXPECT_TRUE(man.get(path).says("without an end"));
    EXPECT_EQ(man.press(man.get(one + "/end"), one + "/end", {{"reason", ""}}).status(), 422);
    EXPECT_EQ(
        man.press(man.get(one + "/end"), one + "/end", {{"reason", "Contract over."}}).status(),
        303);
    EXPECT_EQ(man.get(one + "/end").status(), 404);
    EXPECT_TRUE(man.get(one).says("Contract over."));
    EXPECT_TRUE(man.get(path).says("There are no sponsor contacts"));
    auto cha = site().as("Cha");
    for (const auto& closed : {path, one, one + "/end"}) EXPECT_EQ(cha.get(closed).status(), 404);
    site().with_floor("Cha", [&](const record::Floor& floor) {
        EXPECT_THROW((void)Sponsors(floor).contacts(), base::NotFound);
    });
}

TEST_P(SponsorsTest, WhatHasExpiredEndsByNight) {
    ASSERT_TRUE(add("Man", "spo", base::iso_day(today() + base::days{30})));
    const auto end_by = [&](int days) {
        std::int64_t ended = 0;
        site().database().write([&](sql::Tx& tx) {
            const auto worker = identity::Actor::worker("roll");
            ended = end_expired({tx, worker, site().clock().now()}, today() + base::days{days});
        });
        return ended;
    };
    EXPECT_EQ(end_by(30), 0) << "its last day";
    EXPECT_EQ(end_by(31), 1);
    EXPECT_EQ(end_by(31), 0) << "once";
    EXPECT_TRUE(apply()) << "they may belong from then on";
}

TEST_P(SponsorsTest, AContactDoesNotApply) {
    ASSERT_TRUE(add("Man", "spo"));
    const auto applied = apply();
    ASSERT_FALSE(applied);
    EXPECT_TRUE(applied.error().sentence.starts_with("You are a sponsor’s contact"));
    expect_closed();
}

TEST_P(SponsorsTest, AContactIsSentToNoNetworkAndReadsWhatIsTheirs) {
    ASSERT_TRUE(add("Man", "spo"));
    auto spo = site().as("Spo");
    for (const auto* path : {"/applications/new", "/positions/new"}) {
        EXPECT_EQ(spo.get(path).status(), 404) << path;
    }
    for (const auto* path : {"/", "/applications", "/positions"}) {
        const auto page = spo.get(path);
        EXPECT_EQ(page.status(), 200) << path;
        EXPECT_FALSE(page.has("a[href*=/new]")) << path;
        EXPECT_FALSE(page.says("apply to one")) << path;
    }
    const auto home = spo.get("/");
    EXPECT_TRUE(home.says("You are here as a sponsor’s contact"));
    EXPECT_TRUE(home.has("a[href=/coverage]"));
    EXPECT_FALSE(home.has("a[href=/positions]"));
    EXPECT_FALSE(site().as("Man").get("/").says("You are here as a sponsor’s contact"));
    site().with_floor("Spo", [](const record::Floor& floor) {
        EXPECT_THROW((void)Membership(floor).claim({"RA7", "ccio", "CCIO", "2021-01-01", ""}),
                     base::NotFound);
    });
}

TEST_P(SponsorsTest, AContactIsNotAdmittedThoughTheyAppliedBefore) {
    ASSERT_TRUE(apply());
    ASSERT_TRUE(add("Man", "spo"));
    site().with_floor("Cha", [](const record::Floor& floor) {
        Applications applications(floor);
        const auto waiting = applications.waiting();
        ASSERT_EQ(waiting.size(), 1u);
        const auto admitted = applications.admit(waiting.front(), {"full"});
        ASSERT_FALSE(admitted);
        EXPECT_TRUE(admitted.error().sentence.starts_with("They are a sponsor’s contact"));
    });
    expect_closed();
}

TEST_P(SponsorsTest, AContactIsNotEnrolledByHand) {
    ASSERT_TRUE(add("Man", "spo"));
    site().with_floor("Man", [&](const record::Floor& floor) {
        EXPECT_FALSE(
            Roll(floor).enrol(site().id_of("Spo"), site().settled().ccio, Category::wider));
        EXPECT_FALSE(Roll(floor).invite(site().settled().ccio, {"spo@example.org", "wider"}));
    });
    expect_closed();
}

TEST_P(SponsorsTest, AContactIsNotBroughtByAFile) {
    const auto bring = [&] {
        const auto file = read_roll_file(
            "name,email,network\nSpo,spo@example.org,ccio\n"
            "Later,later@example.org,ccio\n");
        EXPECT_TRUE(file);
        organisations::Directory directory;
        Bringing bringing(directory);
        const auto worker = identity::Actor::worker("test");
        site().database().write([&](sql::Tx& tx) {
            bringing.bring(record::Floor{tx, worker, site().clock().now()}, file->rows);
        });
        return bringing.brought();
    };
    ASSERT_TRUE(add("Man", "spo"));
    const auto brought = bring();
    ASSERT_EQ(brought.rejected.size(), 1u);
    EXPECT_TRUE(brought.rejected.front().reason.starts_with("They are a sponsor’s contact"));
    EXPECT_EQ(brought.enrolled, 0);
    expect_closed();
}

TEST_P(SponsorsTest, AnInvitationFromBeforeOpensNothingToAContact) {
    store::InvitationRow row{.email = "spo@example.org", .name = "Spo"};
    row.network = site().settled().ccio.id;
    const std::string token = "a-token-that-was-mailed";
    site().database().write([&](sql::Tx& tx) {
        const auto now = site().clock().now();
        ASSERT_TRUE(store::add_invitation(tx, row, "spo@example.org", now));
        store::note_invited(tx, "spo@example.org", crypto::digest(token), now);
    });
    ASSERT_TRUE(add("Man", "spo"));
    site().with_floor("Spo", [&](const record::Floor& floor) {
        EXPECT_TRUE(Invitations(floor).accept(token, "Firefox", {.text = "1", .addition = {}}));
    });
    expect_closed();
}

TEST_P(SponsorsTest, AMemberBecomesNoContact) {
    const auto refused = add("Man", "ann");
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().sentence.starts_with("They belong to a network"));
    EXPECT_EQ(site().as("Ann").get("/forum").status(), 200);
    EXPECT_FALSE(add("Man", "man")) << "themselves";
    EXPECT_TRUE(broken().empty());
}

TEST_P(SponsorsTest, TheCheckFindsAContactWhoBelongs) {
    ASSERT_TRUE(add("Man", "spo"));
    const auto spo = site().id_of("Spo");
    site().database().write([&](sql::Tx& tx) {
        Member member;
        member.person = spo;
        member.network = site().settled().ccio.id;
        member.category = Category::full;
        member.began = today();
        store::add_member(tx, member);
        identity::store::join_audience(tx, spo, site().settled().ccio.audience);
    });
    EXPECT_EQ(broken().size(), 1u);
}

}  // namespace
}  // namespace membership
