// A roll that was kept elsewhere is brought: who is added, who is invited, and what each line that
// was not taken is told.

#include "features/membership/invitations.h"

#include "features/membership/store.h"
#include "tests/support/test_site.h"

#include <gtest/gtest.h>

namespace membership {
namespace {

class InvitationsTest : public testing_site::SiteTest {
protected:
    void SetUp() override {
        SiteTest::SetUp();
        site().person("Man", {"cnio"}, {"community_manager"});
        site().person("Ann", {"ccio"});
        site().with_floor("Man", [this](const record::Floor& floor) {
            organisations::Organisations directory(floor);
            code_ = add(directory, "Harbourne University Hospitals NHS Foundation Trust");
            add(directory, "Calder Vale NHS Trust");
            add(directory, "Calder Vale NHS Foundation Trust");
        });
    }

    Brought bring(const std::string& lines,
                  const std::string& head = "name,email,network,organisation,category,since\n") {
        const auto file = read_roll_file(head + lines);
        EXPECT_TRUE(file) << (file ? "" : file.error());
        EXPECT_TRUE(file->refused.empty()) << file->refused.front().reason;
        organisations::Directory directory;
        Bringing bringing(directory);
        act([&](const record::Floor& floor) { bringing.bring(floor, file->rows); });
        return bringing.brought();
    }
    template <class Act>
    void act(Act&& act) {
        const auto worker = identity::Actor::worker("test");
        site().database().write(
            [&](sql::Tx& tx) { act(record::Floor{tx, worker, site().clock().now()}); });
    }
    // Sends a batch; gives what each letter's button leads to, by address.
    std::map<std::string, std::string> letters() {
        act([](const record::Floor& floor) {
            send_invitations(floor, {.gate = leaving::Gate(), .base_url = "http://localhost"});
        });
        struct Row {
            std::string to, text;
        };
        const sql::Query<Row()> query{"test_letters",
                                      "SELECT to_address, text FROM letters ORDER BY id"};
        std::map<std::string, std::string> found;
        site().database().read([&](sql::Tx& tx) {
            for (const auto& row : tx.all(query)) {
                const auto at = row.text.find("/join/invitation/");
                if (at == std::string::npos) continue;
                found[row.to] = row.text.substr(at, row.text.find_first_of(" \n\r", at) - at);
            }
        });
        return found;
    }
    Category category_of_member(const std::string& email) {
        Category found{};
        act([&](const record::Floor& floor) {
            const auto person = identity::store::find_person_by_email(floor.tx, email);
            const auto network = site().settled().ccio.id;
            const auto member = person ? store::find_member(floor.tx, person->id, network)
                                       : std::nullopt;
            if (member) found = member->category;
        });
        return found;
    }
    std::string code_;

private:
    static std::string add(organisations::Organisations& directory, const std::string& name) {
        const auto id = directory.add({name, "nhs-body", "Harbourne", "england"});
        EXPECT_TRUE(id) << (id ? "" : id.error().sentence);
        return directory.organisation(*id).code;
    }
};
MOOTHALL_ON_BOTH_ENGINES(InvitationsTest);

TEST_P(InvitationsTest, WhoIsNewIsInvitedAndIsInAfterOnePress) {
    const auto brought = bring("Siobhán O'Brien,siobhan@nhs.net,ccio;cnio," + code_ +
                               ",deputy,2021-04-01\n");
    ASSERT_TRUE(brought.rejected.empty()) << brought.rejected.front().reason;
    EXPECT_EQ(brought.matched, 1);
    EXPECT_EQ(brought.invited, 1);
    const auto path = letters().at("siobhan@nhs.net");
    auto browser = site().visitor();
    const auto page = browser.get(path);
    EXPECT_TRUE(page.says("Good to see you, Siobhán O'Brien"));
    EXPECT_TRUE(page.says("CCIO of health"));
    EXPECT_EQ(category_of_member("siobhan@nhs.net"), Category{}) << "looking changes nothing";
    const auto in = browser.press(page, path);
    EXPECT_EQ(in.location(), "/");
    EXPECT_TRUE(browser.get("/").says("Siobhán"));
    EXPECT_EQ(category_of_member("siobhan@nhs.net"), Category::deputy);
    const auto asking = browser.get("/networks/ccio").location();  // of what is asked at its door
    const auto entered = browser.press(browser.get(asking), "/rule/acceptance/");
    EXPECT_EQ(entered.location(), "/networks/ccio");
    EXPECT_EQ(browser.get("/networks/ccio").status(), 200);
    const auto positions = browser.get("/positions");
    EXPECT_TRUE(positions.says("Harbourne University Hospitals"));
    EXPECT_FALSE(positions.says("Waits")) << "the community's own roll is its word";
    EXPECT_TRUE(site().visitor().get(path).says("That invitation does not work"));
}

TEST_P(InvitationsTest, WhoHasAnAccountIsAddedAtOnceAndNotWrittenTo) {
    site().person("New");
    const auto brought = bring("New,NEW@example.org,ccio,,,\nAnn,ann@example.org,ccio,,,\n");
    EXPECT_EQ(brought.enrolled, 1);
    EXPECT_EQ(brought.unchanged, 1);
    EXPECT_EQ(brought.invited, 0);
    EXPECT_EQ(category_of_member("new@example.org"), Category::full);
    EXPECT_TRUE(letters().empty());
}

TEST_P(InvitationsTest, TheSameFileTwiceChangesNothing) {
    const std::string lines = "Bo,bo@nhs.net,ccio," + code_ + ",,\nBo,bo@nhs.net,cnio,,,\n";
    EXPECT_EQ(bring(lines).invited, 1) << "one person, one letter";
    const auto again = bring(lines);
    EXPECT_EQ(again.invited, 0);
    EXPECT_EQ(again.unchanged, 2);
    EXPECT_EQ(letters().size(), 1U);
    EXPECT_EQ(letters().size(), 1U) << "nobody is written to twice";
    EXPECT_EQ(bring(lines).unchanged, 2);
}

TEST_P(InvitationsTest, OrganisationsAreFoundByCodeAndByWhatTellsThemApart) {
    const auto brought = bring(
        "A,a@nhs.net,ccio,the harbourne university hospitals,,\n"
        "B,b@nhs.net,ccio," +
        code_ +
        ",,\n"
        "C,c@nhs.net,ccio,Harborne Univercity Hospitals,,\n"
        "D,d@nhs.net,ccio,Calder Vale,,\n"
        "E,e@nhs.net,ccio,Xyzzy,,\n");
    EXPECT_EQ(brought.matched, 2);
    ASSERT_EQ(brought.rejected.size(), 3U);
    EXPECT_EQ(brought.rejected[0].line, 4);
    EXPECT_NE(brought.rejected[0].reason.find("Did you mean Harbourne University Hospitals NHS "
                                              "Foundation Trust (" +
                                              code_ + ")?"),
              std::string::npos)
        << brought.rejected[0].reason;
    EXPECT_NE(brought.rejected[1].reason.find(" or Calder Vale"), std::string::npos)
        << brought.rejected[1].reason;
    EXPECT_EQ(brought.rejected[2].reason, "No organisation is called Xyzzy.");
}

TEST_P(InvitationsTest, WhatCannotBeIsSaidOfItsLine) {
    const auto brought = bring(
        "A,a@nhs.net,nowhere,,,\n"
        "B,b@nhs.net,ccio,,sponsor,\n"
        "C,c@nhs.net,ccio,,king,\n"
        "D,d@nhs.net,ccio," +
        code_ +
        ",,1 April\n"
        "E,e@nhs.net,ccio," +
        code_ + ",,2099-01-01\n");
    ASSERT_EQ(brought.rejected.size(), 5U);
    EXPECT_EQ(brought.rejected[0].reason, "No network is called nowhere.");
    EXPECT_NE(brought.rejected[1].reason.find("The category sponsor is none of"),
              std::string::npos);
    EXPECT_NE(brought.rejected[2].reason.find("The category king is none of"), std::string::npos);
    EXPECT_NE(brought.rejected[3].reason.find("not written like 2021-04-01"), std::string::npos);
    EXPECT_FALSE(brought.rejected[4].reason.empty());
    EXPECT_EQ(brought.invited, 0);
}

TEST_P(InvitationsTest, WhoSaysNoIsForgottenAndNotWrittenToAgain) {
    bring("Di,di@nhs.net,ccio,,,\n");
    const auto path = letters().at("di@nhs.net");
    auto browser = site().visitor();
    EXPECT_EQ(browser.press(browser.get(path), path + "/refusal").location(), "/join/declined");
    EXPECT_TRUE(browser.get("/join/declined").says("Your name is deleted"));
    const auto again = bring("Di,DI@nhs.net,ccio,,,\n");
    ASSERT_EQ(again.rejected.size(), 1U);
    EXPECT_EQ(again.rejected[0].reason, "They asked not to be written to again.");
    const sql::Query<std::string()> all{"test_invitations",
                                        "SELECT email || name FROM invitations"};
    site().database().read([&](sql::Tx& tx) { EXPECT_TRUE(tx.all(all).empty()); });
}

TEST_P(InvitationsTest, WhoJoinedMeanwhileSignsInAndIsInTheirNetworks) {
    bring("New,new@example.org,ccio,,,\n");
    const auto path = letters().at("new@example.org");
    site().person("New");
    auto browser = site().visitor();
    EXPECT_EQ(browser.press(browser.get(path), path).location(), "/sign-in");
    EXPECT_EQ(browser.get("/settings").status(), 303) << "the letter lets nobody into an account";
    EXPECT_EQ(category_of_member("new@example.org"), Category::full);
}

TEST_P(InvitationsTest, WhoLeftOrWasErasedIsNotBroughtBack) {
    site().person("Old", {"ccio"});
    act([&](const record::Floor& floor) {
        const auto member = store::find_member(floor.tx, site().id_of("Old"),
                                               site().settled().ccio.id);
        EXPECT_TRUE(Roll(floor).end(*member, "They asked to leave."));
    });
    const auto left = bring("Old,old@example.org,ccio,,,\n");
    ASSERT_EQ(left.rejected.size(), 1U);
    EXPECT_NE(left.rejected[0].reason.find("Add them by hand"), std::string::npos);
    auto ann = site().as("Ann");
    ann.press(ann.get("/settings/erasure"), "/settings/erasure", {{"email", "ann@example.org"}});
    const auto erased = bring("Ann,ann@example.org,ccio,,,\n");
    ASSERT_EQ(erased.rejected.size(), 1U);
    EXPECT_EQ(erased.rejected[0].reason, "They asked not to be written to again.");
}

TEST_P(InvitationsTest, ALaterFileJoinsTheLetterThatIsOnItsWay) {
    bring("Flo,flo@nhs.net,ccio,,,\n");
    const auto path = letters().at("flo@nhs.net");
    EXPECT_EQ(bring("Flo,flo@nhs.net,cnio,,,\n").invited, 1);
    letters();
    auto browser = site().visitor();
    const auto page = browser.get(path);
    EXPECT_TRUE(page.says("CCIO of health") && page.says("CNIO of health")) << "the first link";
    const sql::Query<std::int64_t()> count{
        "test_count", "SELECT count(*) FROM letters WHERE to_address = 'flo@nhs.net'"};
    site().database().read([&](sql::Tx& tx) { EXPECT_EQ(tx.one(count), 1); });
}

TEST_P(InvitationsTest, LettersGoInBatchesAndAnInvitationEnds) {
    std::string lines;
    for (int i = 0; i < invitations_a_batch + 30; ++i) {
        lines += "P,p" + std::to_string(i) + "@nhs.net,ccio,,,\n";
    }
    EXPECT_EQ(bring(lines).invited, invitations_a_batch + 30);
    EXPECT_EQ(letters().size(), static_cast<std::size_t>(invitations_a_batch));
    const auto all = letters();
    EXPECT_EQ(all.size(), static_cast<std::size_t>(invitations_a_batch + 30));
    site().with_floor("Man", [](const record::Floor& floor) {
        const auto counts = Invitations(floor).counts();
        EXPECT_EQ(counts.waiting, 0);
        EXPECT_EQ(counts.sent, invitations_a_batch + 30);
    });
    site().with_floor("Ann", [](const record::Floor& floor) {
        EXPECT_THROW((void)Invitations(floor).counts(), base::NotFound);
    });
    site().clock().advance(base::days(61));
    EXPECT_TRUE(site().visitor().get(all.at("p1@nhs.net")).says("does not work"));
    act([&](const record::Floor& floor) {
        store::purge_invitations(floor.tx, floor.now - invitation_life);
        EXPECT_EQ(store::count_invitations(floor.tx).sent, 0);
    });
}

}  // namespace
}  // namespace membership
