// A membership that has ended tells its person by a letter: once, and nobody else.

#include "features/membership/membership.h"
#include "features/membership/sponsors.h"
#include "features/membership/store.h"
#include "tests/support/test_site.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace membership {
namespace {

class EndingTest : public testing_site::SiteTest {
protected:
    void SetUp() override {
        SiteTest::SetUp();
        site().person("Man", {"cnio"}, {"community_manager"});
        site().person("Ann", {"ccio"});
        site().person("Bob", {"ccio", "cnio"});
        site().person("Spo");
        site().listen();
    }

    struct LetterLine {
        std::string address, subject, text;
        bool says(std::string_view words) const { return std::string_view(text).contains(words); }
    };
    // Their texts as one line each: where a letter breaks its lines says nothing.
    std::vector<LetterLine> letters() {
        static const sql::Query<LetterLine()> query{
            "test_ending_letters", "SELECT to_address, subject, text FROM letters ORDER BY id"};
        site().listen();
        std::vector<LetterLine> letters;
        site().database().read([&](sql::Tx& tx) { letters = tx.all(query); });
        for (auto& letter : letters) std::ranges::replace(letter.text, '\n', ' ');
        return letters;
    }
    Member member_of_ccio(const std::string& name) {
        std::optional<Member> found;
        site().database().read([&](sql::Tx& tx) {
            found = store::find_member(tx, site().id_of(name), site().settled().ccio.id);
        });
        return found.value();
    }
    void end(const std::string& by, const std::string& whose) {
        const auto member = member_of_ccio(whose);
        site().with_floor(by, [&](const record::Floor& floor) {
            ASSERT_TRUE(Roll(floor).end(member, "A word for their eyes."));
        });
    }
};
MOOTHALL_ON_BOTH_ENGINES(EndingTest);

TEST_P(EndingTest, TheLetterSaysWhatTheyLoseKeepAndCanDo) {
    end("Man", "Ann");
    const auto all = letters();
    ASSERT_EQ(all.size(), 1u) << "nobody else";
    EXPECT_EQ(all[0].address, "ann@example.org");
    EXPECT_EQ(all[0].subject, "You do not belong to the CCIO network any more");
    EXPECT_TRUE(all[0].says("no longer read")) << all[0].text;
    EXPECT_TRUE(all[0].says("Your account and what you wrote stay."));
    EXPECT_TRUE(all[0].says("apply again"));
    EXPECT_TRUE(all[0].says("/applications"));
    EXPECT_FALSE(all[0].says("A word for their eyes.")) << "that is on the page";
    EXPECT_TRUE(site().as("Ann").get("/applications").says("A word for their eyes."));
}

TEST_P(EndingTest, WhoLeavesByThemselvesIsToldSoAndWhatElseTheyKeep) {
    end("Bob", "Bob");
    const auto all = letters();
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].subject, "You have left the CCIO network");
    EXPECT_TRUE(all[0].says("stay, and so do your other networks.")) << all[0].text;
    EXPECT_FALSE(all[0].says("mistake"));
}

TEST_P(EndingTest, WhatExpiredByNightIsTold) {
    const auto today = std::chrono::floor<base::days>(site().clock().now());
    site().with_floor("Man", [&](const record::Floor& floor) {
        ASSERT_TRUE(Roll(floor).enrol(site().id_of("Ann"), site().settled().ccio, Category::full,
                                      today + base::days{1}));
    });
    site().clock().advance(base::days{1});
    site().database().write([&](sql::Tx& tx) {
        const auto worker = identity::Actor::worker("roll");
        EXPECT_EQ(end_expired({tx, worker, site().clock().now()}, today + base::days{1}), 1);
    });
    const auto all = letters();
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].subject, "You do not belong to the CCIO network any more");
}

TEST_P(EndingTest, WhatIsHeardAgainIsNotToldAgain) {
    end("Man", "Ann");
    ASSERT_EQ(letters().size(), 1u);
    static const sql::Query<sql::Nothing()> anew{"test_ending_anew", "DELETE FROM listeners"};
    site().database().write([&](sql::Tx& tx) { tx.run(anew); });
    EXPECT_EQ(letters().size(), 1u);
}

TEST_P(EndingTest, WhoIsBackBeforeTheLetterGetsNone) {
    end("Man", "Ann");
    site().with_floor("Man", [&](const record::Floor& floor) {
        ASSERT_TRUE(Roll(floor).enrol(site().id_of("Ann"), site().settled().ccio, Category::full));
    });
    EXPECT_TRUE(letters().empty());
    end("Man", "Ann");
    EXPECT_EQ(letters().size(), 1u) << "of the second end";
}

TEST_P(EndingTest, WhoIsErasedGetsNone) {
    end("Man", "Ann");
    auto ann = site().as("Ann");
    const std::string path = "/settings/erasure";
    ASSERT_EQ(ann.press(ann.get(path), path, {{"email", "ann@example.org"}}).location(), "/erased");
    for (const auto& letter : letters()) EXPECT_EQ(letter.subject, "Your account is erased");
}

TEST_P(EndingTest, OfTwoAccountsThatBecomeOneNeitherGetsOne) {
    end("Man", "Bob");  // not heard before the account is another one
    auto going = site().as("Bob"), keeping = site().as("Ann");
    const std::string path = "/settings/merging", to = "/sign-in?next=";
    const auto asked = going.press(going.get(path), path);
    ASSERT_TRUE(asked.location().starts_with(to)) << asked.location();
    const auto link = http::percent_decode(asked.location().substr(to.size()), true).value();
    ASSERT_EQ(
        keeping.press(keeping.get(link), path + "/", {{"email", "bob@example.org"}}).location(),
        "/settings");
    for (const auto& letter : letters()) {
        EXPECT_FALSE(letter.subject.contains("CCIO")) << letter.address << ": " << letter.subject;
        EXPECT_FALSE(letter.subject.contains("CNIO")) << letter.address << ": " << letter.subject;
    }
}

TEST_P(EndingTest, ASponsorContactIsTold) {
    site().with_floor("Man", [&](const record::Floor& floor) {
        Sponsors sponsors(floor);
        const auto id = sponsors.add({"spo@example.org", ""});
        ASSERT_TRUE(id);
        ASSERT_TRUE(sponsors.end(sponsors.contact(*id), "They work elsewhere now."));
    });
    const auto all = letters();
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].address, "spo@example.org");
    EXPECT_EQ(all[0].subject, "You are a sponsor’s contact no more");
    EXPECT_TRUE(all[0].says("you can apply to a network")) << all[0].text;
}

}  // namespace
}  // namespace membership
