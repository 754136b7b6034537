// Giving an account up and taking it in: who can, with what they show, and what is refused.

#include "features/account/mergers.h"
#include "features/account/access.h"
#include "features/account/facts.h"
#include "tests/support/test_site.h"

#include <gtest/gtest.h>

namespace account {
namespace {

using identity::Assurance;
using testing_site::Browser;

const testing_site::Changes old_address = {{"email", "ann-old@example.org"}};

class MergersTest : public testing_site::SiteTest {
protected:
    void SetUp() override {
        SiteTest::SetUp();
        site().person("Ann Old", {"ccio"});
        site().person("Ann New", {"cnio"});
        site().person("Cha Ir", {"ccio"}, {"chair"});
        topic_ = site().topic("Ann Old", "Hazard logs");
    }

    std::string path_after_giving_up(Browser& going) {
        const auto asked = going.press(going.get("/settings/merging"), "/settings/merging");
        const std::string to = "/sign-in?next=";
        if (!asked.location().starts_with(to)) return asked.location();
        return http::percent_decode(asked.location().substr(to.size()), true).value();
    }

    // The newest letter to that address, as text.
    std::string letter_to(const std::string& address) {
        static const sql::Query<std::string(std::string_view)> newest{"test_newest_letter", R"(
            SELECT subject || '\n' || text
              FROM letters
             WHERE to_address = $1
             ORDER BY id DESC
             LIMIT 1)"};
        std::string text;
        site().database().read([&](sql::Tx& tx) { text = tx.find(newest, address).value_or(""); });
        return text;
    }

    bool is_merged(const std::string& name) {
        bool is = false;
        site().database().read([&](sql::Tx& tx) {
            is = identity::store::find_person(tx, site().id_of(name))->merged_into.has_value();
        });
        return is;
    }

    forum::TopicId topic_;
};
MOOTHALL_ON_BOTH_ENGINES(MergersTest);

TEST_P(MergersTest, WithTwoFactorsOneGoesOnAtOnceAndBothAddressesAreTold) {
    auto old_one = site().as("Ann Old"), elsewhere = site().as("Ann Old");
    EXPECT_TRUE(old_one.get("/settings").says("I have two accounts"));
    const auto page = old_one.get("/settings/merging");
    EXPECT_TRUE(page.says("You are signed in as ann-old@example.org"));
    EXPECT_TRUE(page.says("Posts")) << "what passes is named";
    const auto path = path_after_giving_up(old_one);
    EXPECT_TRUE(old_one.get("/settings").location().starts_with("/sign-in")) << "signed out";
    EXPECT_FALSE(is_merged("Ann Old")) << "until the other account takes it in";

    auto new_one = site().as("Ann New");
    const auto ask = new_one.get(path);
    EXPECT_TRUE(ask.says("ann-old@example.org"));
    EXPECT_TRUE(ask.says("ann-new@example.org"));
    EXPECT_EQ(new_one.press(ask, "/settings/merging/", old_address).location(), "/settings");
    EXPECT_TRUE(new_one.get("/settings").says("The two accounts are one now."));
    EXPECT_TRUE(is_merged("Ann Old"));
    EXPECT_TRUE(elsewhere.get("/settings").location().starts_with("/sign-in"));
    EXPECT_EQ(new_one.get(testing_site::path_of(topic_) + "-hazard-logs").status(), 200);
    for (const char* address : {"ann-old@example.org", "ann-new@example.org"}) {
        EXPECT_NE(letter_to(address).find("Two accounts are one now"), std::string::npos);
    }
    EXPECT_TRUE(new_one.get(path).says("That link does not work")) << "it counts once";
    auto asking = site().visitor();  // nobody has that address any more
    asking.press(asking.get("/sign-in"), "/sign-in", {{"email", "ann-old@example.org"}});
    EXPECT_EQ(letter_to("ann-old@example.org").find("Your sign-in link"), std::string::npos);
}

TEST_P(MergersTest, WithOneFactorALetterMakesSure) {
    auto old_one = site().as("Ann Old", Assurance::one_factor);
    EXPECT_EQ(path_after_giving_up(old_one), "/settings/merging/sent");
    EXPECT_TRUE(old_one.get("/settings/merging/sent").says("Look into your mailbox"));
    EXPECT_EQ(old_one.get("/settings").status(), 200) << "still signed in: nothing has changed";
    const auto letter = letter_to("ann-old@example.org");
    EXPECT_NE(letter.find("Give this account up"), letter.npos);
    const auto at = letter.find("/settings/merging/");
    ASSERT_NE(at, letter.npos) << letter;
    const auto path = letter.substr(at, letter.find_first_of("\n \"", at) - at);
    const auto own = old_one.get(path);
    EXPECT_TRUE(own.says("You are still signed in with the account that is to go."));
    auto with_its_cookie = old_one;
    EXPECT_EQ(old_one.press(own, "/sign-out").location(),
              "/sign-in?next=" + http::percent_encode(path));
    EXPECT_TRUE(with_its_cookie.get("/settings").location().starts_with("/sign-in"))
        << "the session itself has ended";
    auto new_one = site().as("Ann New", Assurance::one_factor);
    EXPECT_EQ(new_one.press(new_one.get(path), "/settings/merging/", old_address).location(),
              "/settings");
    EXPECT_TRUE(is_merged("Ann Old"));
}

TEST_P(MergersTest, OneThatIsOldOrAlteredOrOfAnAddressOfBeforeOpensNothing) {
    auto old_one = site().as("Ann Old");
    const auto path = path_after_giving_up(old_one);
    auto new_one = site().as("Ann New");
    auto altered = path;
    altered.back() = altered.back() == 'A' ? 'B' : 'A';
    EXPECT_TRUE(new_one.get(altered).says("That link does not work"));
    EXPECT_TRUE(new_one.get("/settings/merging/x").says("That link does not work"));
    const auto ask = new_one.get(path);
    site().with_floor("Ann Old", [](const record::Floor& floor) {
        identity::store::set_email(floor.tx, floor.actor.id(), "other@example.org");
    });
    const auto refused = new_one.press(ask, "/settings/merging/", old_address);
    EXPECT_EQ(refused.status(), 422);
    EXPECT_FALSE(is_merged("Ann Old"));
    site().with_floor("Ann Old", [](const record::Floor& floor) {
        identity::store::set_email(floor.tx, floor.actor.id(), "ann-old@example.org");
    });
    site().clock().advance(merger_life - base::minutes(1));
    EXPECT_TRUE(new_one.get(path).says("Take the other account in"));
    site().clock().advance(base::minutes(1));
    EXPECT_TRUE(new_one.get(path).says("That link does not work"));
}

TEST_P(MergersTest, WhatTheOwnerDoesAboutSessionsOrWaysEndsWhatWasBegun) {
    auto old_one = site().as("Ann Old"), owner = site().as("Ann Old"),
         new_one = site().as("Ann New");
    const auto path = path_after_giving_up(old_one);
    EXPECT_NE(letter_to("ann-old@example.org").find("sign out everywhere"), std::string::npos)
        << "who signed in with two factors is told too";
    EXPECT_TRUE(new_one.get(path).says("Take the other account in"));
    (void)site().as("Ann Old");  // one more device, so that there is a button
    owner.press(owner.get("/settings"), "/settings/sessions/end-others");
    EXPECT_TRUE(new_one.get(path).says("That link does not work"));
    const auto again = path_after_giving_up(owner);
    EXPECT_TRUE(new_one.get(again).says("Take the other account in"));
    site().with_floor("Ann Old", [](const record::Floor& floor) {
        Account(floor).set_password("$argon2id$a-hash");
    });
    EXPECT_TRUE(new_one.get(again).says("That link does not work"));
}

// A thief of a session with one factor adds a passkey of their own and has two: and waits a week,
// in which the owner has read the letter of it.
TEST_P(MergersTest, WhoJustAddedAWayToSignInWaits) {
    auto thief = site().as("Ann Old");
    site().with_floor("Ann Old", [](const record::Floor& floor) {
        floor.record().add(WayChanged{floor.actor.id(), "passkey_added"});
    });
    EXPECT_TRUE(thief.get("/settings/merging").says("changed less than a week ago"));
    EXPECT_EQ(thief.post("/settings/merging", {}).status() / 100, 4);
    site().clock().advance(address_undo_life);
    EXPECT_TRUE(site().as("Ann Old").get("/settings/merging").says("Give this account up"));
}

TEST_P(MergersTest, WhoTakesInTypesTheAddressThatGoes) {
    auto old_one = site().as("Ann Old"), new_one = site().as("Ann New");
    const auto ask = new_one.get(path_after_giving_up(old_one));
    EXPECT_EQ(new_one.press(ask, "/settings/merging/").status(), 422);
    const auto wrong = new_one.press(ask, "/settings/merging/", {{"email", "ann-new@example.org"}});
    EXPECT_EQ(wrong.status(), 422);
    EXPECT_FALSE(is_merged("Ann Old"));
    EXPECT_EQ(
        new_one.press(wrong, "/settings/merging/", {{"email", " ANN-old@example.org"}}).location(),
        "/settings");
}

TEST_P(MergersTest, AnOfficeTakesInOnlyWhenItIsOpen) {
    auto old_one = site().as("Ann Old");
    auto chair = site().as("Cha Ir", Assurance::one_factor);
    const auto ask = chair.get(path_after_giving_up(old_one));
    const auto refused = chair.press(ask, "/settings/merging/", old_address);
    EXPECT_EQ(refused.status(), 422);
    EXPECT_TRUE(refused.says("Your office is closed"));
    EXPECT_FALSE(is_merged("Ann Old"));
}

TEST_P(MergersTest, NothingOpensForTheEmptyRow) {
    auto old_one = site().as("Ann Old"), new_one = site().as("Ann New");
    new_one.press(new_one.get(path_after_giving_up(old_one)), "/settings/merging/", old_address);
    const auto gone = site().id_of("Ann Old");
    const auto empty = "merged-" + std::to_string(gone.value) + "@merged.invalid";
    site().visitor().press(site().visitor().get("/sign-in"), "/sign-in", {{"email", empty}});
    EXPECT_EQ(letter_to(empty), "");
    site().with_floor("Ann New", [&](const record::Floor& floor) {
        EXPECT_FALSE(identity::store::find_person_by_email(floor.tx, empty));
        // They had shown their password while the two became one.
        EXPECT_THROW((void)Account(floor).enter({gone, "password", Assurance::one_factor, "Phone"}),
                     base::NotFound);
        EXPECT_THROW((void)identity::make_link(floor.tx, gone, floor.now), base::NotFound);
        floor.record().add(WayChanged{gone, "passkey_added"});  // heard only now
    });
    site().listen();
    EXPECT_NE(letter_to("ann-new@example.org").find("A passkey was added"), std::string::npos);
}

TEST_P(MergersTest, AVisitorSignsInFirstAndComesBack) {
    auto old_one = site().as("Ann Old");
    const auto path = path_after_giving_up(old_one);
    EXPECT_EQ(site().visitor().get(path).location(), "/sign-in?next=" + http::percent_encode(path));
}

TEST_P(MergersTest, AnAccountWithAnOfficeIsKept) {
    auto chair = site().as("Cha Ir");
    const auto page = chair.get("/settings/merging");
    EXPECT_TRUE(page.says("This account holds an office"));
    EXPECT_FALSE(page.says("Give this account up"));
    EXPECT_EQ(chair.post("/settings/merging", {}).status() / 100, 4);
    auto old_one = site().as("Ann Old");
    const auto path = path_after_giving_up(old_one);
    EXPECT_EQ(chair.press(chair.get(path), "/settings/merging/", old_address).location(),
              "/settings");
    EXPECT_TRUE(is_merged("Ann Old"));
}

TEST_P(MergersTest, WhatHeldNoOfficeWhenItWasGivenUpAndHoldsOneNowIsNotTakenIn) {
    auto old_one = site().as("Ann Old"), new_one = site().as("Ann New");
    const auto ask = new_one.get(path_after_giving_up(old_one));
    site().with_floor("Ann Old", [&](const record::Floor& floor) {
        identity::store::give_role(floor.tx, floor.actor.id(), "chair",
                                   site().settled().ccio.audience);
    });
    EXPECT_EQ(new_one.press(ask, "/settings/merging/", old_address).status(), 422);
    EXPECT_FALSE(is_merged("Ann Old"));
}

// With what was asked for in one's name or is not yet confirmed.
TEST_P(MergersTest, WhoMovedToAnotherAddressThisWeekWaits) {
    auto old_one = site().as("Ann Old");
    old_one.press(old_one.get("/settings/address"), "/settings/address",
                  {{"email", "moved@example.org"}});
    const auto letter = letter_to("moved@example.org");
    const auto at = letter.find("/settings/address/confirm/");
    ASSERT_NE(at, letter.npos);
    const auto confirm = letter.substr(at, letter.find_first_of("\n \"", at) - at);
    old_one.press(old_one.get(confirm), "/settings/address/confirm/");
    EXPECT_TRUE(old_one.get("/settings/merging").says("changed less than a week ago"));
    auto new_one = site().as("Ann New");
    const auto path = path_after_giving_up(new_one);
    const auto refused = old_one.press(old_one.get(path), "/settings/merging/",
                                       {{"email", "ann-new@example.org"}});
    EXPECT_EQ(refused.status(), 422) << "the one that is kept neither";
    EXPECT_TRUE(refused.says("changed less than a week ago"));
    site().clock().advance(address_undo_life);
    EXPECT_TRUE(site().as("Ann Old").get("/settings/merging").says("Give this account up"));
}

TEST_P(MergersTest, WhoHasASecondFactorShowsItFirst) {
    site().with_floor("Ann Old", [](const record::Floor& floor) {
        static const sql::Query<sql::Nothing(identity::PersonId, base::Instant)> app{"test_app", R"(
            INSERT INTO authenticators (person_id, sealed_secret, begun_at, confirmed_at)
            VALUES ($1, 'x', $2, $2))"};
        floor.tx.run(app, floor.actor.id(), floor.now);
    });
    auto thief = site().as("Ann Old");
    const auto page = thief.get("/settings/merging");
    site().database().write([&](sql::Tx& tx) {
        static const sql::Query<sql::Nothing()> weaken{"test_weaken",
                                                       "UPDATE sessions SET assurance = 1"};
        tx.run(weaken);
    });
    EXPECT_TRUE(thief.get("/settings/merging").location().starts_with("/sign-in/confirmation"));
    EXPECT_EQ(thief.press(page, "/settings/merging").status(), 422);
}

}  // namespace
}  // namespace account
