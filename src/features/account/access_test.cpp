// Moving to another address, and being let in past a lost factor: what its owner can do, what a
// thief cannot, and whom each step tells.

#include "features/account/access.h"

#include "features/account/store.h"
#include "platform/crypto/token.h"
#include "tests/support/authenticator.h"
#include "tests/support/test_site.h"

#include <gtest/gtest.h>

namespace account {
namespace {

using identity::Assurance;
using testing_site::Authenticator;
using testing_site::Browser;
using testing_site::Page;

class AccessTest : public testing_site::SiteTest {
protected:
    struct Letter {
        std::string to, subject, text;
    };
    std::vector<Letter> letters() {
        site().listen();
        const sql::Query<Letter()> query{
            "test_access_letters", "SELECT to_address, subject, text FROM letters ORDER BY id"};
        std::vector<Letter> all;
        site().database().read([&](sql::Tx& tx) { all = tx.all(query); });
        return all;
    }
    // What the newest letter to this address leads to.
    std::string link_to(const std::string& address, const std::string& path) {
        std::string found;
        for (const auto& letter : letters()) {
            const auto at = letter.text.find(path);
            if (letter.to == address && at != std::string::npos) {
                found = letter.text.substr(at, letter.text.find_first_of(" \n\r", at) - at);
            }
        }
        return found;
    }
    bool was_told(const std::string& subject) {
        return std::ranges::any_of(letters(),
                                   [&](const Letter& one) { return one.subject == subject; });
    }
    Page ask_for_address(Browser& browser, const std::string& email) {
        return browser.press(browser.get("/settings/address"), "/settings/address",
                             {{"email", email}});
    }
    std::string email_of(const std::string& name) {
        std::string email;
        const auto id = site().id_of(name);
        site().database().read(
            [&](sql::Tx& tx) { email = identity::store::find_person(tx, id)->email; });
        return email;
    }
    // Gives a passkey without the pages.
    void give_passkey(const std::string& name) {
        site().with_floor(name, [](const record::Floor& floor) {
            store::add_passkey(floor.tx, floor.actor.id(),
                               {.credential_id = "of " + floor.actor.name(), .public_key = "x"},
                               "A phone", floor.now);
        });
    }
    std::size_t passkeys_of(const std::string& name) {
        std::size_t count = 0;
        const auto id = site().id_of(name);
        site().database().read([&](sql::Tx& tx) { count = store::passkeys_of(tx, id).size(); });
        return count;
    }
    Page ask_to_be_let_in(Browser& browser) {
        return browser.press(browser.get("/sign-in/lost"), "/sign-in/lost",
                             {{"words", "Call the switchboard and ask for Bob."}});
    }
    bool is_in(Browser& browser) { return browser.get("/settings").status() == 200; }
};
MOOTHALL_ON_BOTH_ENGINES(AccessTest);

// ---- another address ----

TEST_P(AccessTest, ANewAddressIsConfirmedThereAndTheOldOneIsTold) {
    auto ann = site().as("Ann");
    EXPECT_EQ(ask_for_address(ann, "ann@new.example").location(), "/settings/address/sent");
    EXPECT_EQ(email_of("Ann"), "ann@example.org") << "nothing before the press";
    EXPECT_FALSE(link_to("ann@example.org", "/settings/address/undo/").empty());
    const auto link = link_to("ann@new.example", "/settings/address/confirm/");
    auto phone = site().visitor();
    const auto page = phone.get(link);
    EXPECT_TRUE(page.says("From then on we write to ann@new.example"));
    EXPECT_EQ(email_of("Ann"), "ann@example.org") << "a mail filter that looks changes nothing";
    EXPECT_EQ(phone.press(page, link).location(), "/sign-in");
    EXPECT_FALSE(is_in(phone)) << "the link lets nobody in";
    EXPECT_EQ(email_of("Ann"), "ann@new.example");
    EXPECT_TRUE(phone.get(link).says("That link does not work"));
}

TEST_P(AccessTest, TheOldAddressUndoesItAndSignsEverybodyOut) {
    auto thief = site().as("Ann"), ann = site().as("Ann");
    ask_for_address(thief, "thief@evil.example");
    auto other = site().visitor();
    const auto link = link_to("thief@evil.example", "/settings/address/confirm/");
    other.press(other.get(link), link);
    EXPECT_EQ(email_of("Ann"), "thief@evil.example");
    site().clock().advance(base::days(6));
    const auto undo = link_to("ann@example.org", "/settings/address/undo/");
    auto owner = site().visitor();
    EXPECT_TRUE(owner.get(undo).says("The account stays with ann@example.org"));
    EXPECT_EQ(owner.press(owner.get(undo), undo).location(), "/sign-in");
    EXPECT_EQ(email_of("Ann"), "ann@example.org");
    EXPECT_FALSE(is_in(thief));
    EXPECT_TRUE(owner.get(undo).says("does not work")) << "once";
}

TEST_P(AccessTest, AThiefWhoMovesItOnAndAddsWaysInIsUndoneWhole) {
    auto thief = site().as("Ann");
    const auto moved = [&](const std::string& to) {
        ask_for_address(thief, to);
        const auto link = link_to(to, "/settings/address/confirm/");
        auto browser = site().visitor();
        browser.press(browser.get(link), link);
    };
    moved("b@evil.example");
    const auto undo = link_to("ann@example.org", "/settings/address/undo/");
    site().clock().advance(base::minutes(5));
    moved("c@evil.example");
    ask_for_address(thief, "d@evil.example");
    const auto thiefs_undo = link_to("b@evil.example", "/settings/address/undo/");
    const auto thiefs_next = link_to("d@evil.example", "/settings/address/confirm/");
    give_passkey("Ann");
    auto owner = site().visitor();
    owner.press(owner.get(undo), undo);
    EXPECT_EQ(email_of("Ann"), "ann@example.org");
    EXPECT_EQ(passkeys_of("Ann"), 0U) << "what was added since";
    for (const auto& link : {thiefs_undo, thiefs_next}) {
        EXPECT_TRUE(owner.get(link).says("does not work")) << link;
    }
    EXPECT_EQ(email_of("Ann"), "ann@example.org");
}

TEST_P(AccessTest, ThreeChangesADayAreEnough) {
    auto ann = site().as("Ann");
    for (const auto* to : {"a@x.example", "b@x.example", "c@x.example"}) {
        EXPECT_EQ(ask_for_address(ann, to).status(), 303);
    }
    EXPECT_TRUE(ask_for_address(ann, "d@x.example").says("three changes today"));
    site().clock().advance(base::hours(25));
    EXPECT_EQ(ask_for_address(ann, "d@x.example").status(), 303);
}

TEST_P(AccessTest, ASessionOfOneFactorErasesNobodyWhoHasTwo) {
    auto thief = site().as("Ann", Assurance::one_factor);
    const auto page = thief.get("/settings/erasure");
    give_passkey("Ann");
    EXPECT_EQ(thief.get("/settings/erasure").status(), 303);
    EXPECT_TRUE(thief.press(page, "/settings/erasure", {{"email", "ann@example.org"}})
                    .says("Confirm that it is you"));
    EXPECT_EQ(email_of("Ann"), "ann@example.org");
}

TEST_P(AccessTest, AnUndoneChangeCannotBeConfirmedNorALateOne) {
    auto ann = site().as("Ann");
    ask_for_address(ann, "first@new.example");
    const auto first = link_to("first@new.example", "/settings/address/confirm/");
    const auto undo = link_to("ann@example.org", "/settings/address/undo/");
    auto browser = site().visitor();
    const auto page = browser.get(first);
    browser.press(browser.get(undo), undo);
    EXPECT_EQ(browser.press(page, first).status(), 422);
    auto again = site().as("Ann");
    ask_for_address(again, "second@new.example");
    const auto second = link_to("second@new.example", "/settings/address/confirm/");
    site().clock().advance(base::hours(25));
    EXPECT_TRUE(browser.get(second).says("does not work"));
    site().clock().advance(base::days(7));
    EXPECT_TRUE(
        browser.get(link_to("ann@example.org", "/settings/address/undo/")).says("does not work"));
    EXPECT_EQ(email_of("Ann"), "ann@example.org");
}

TEST_P(AccessTest, WhetherAnAddressIsKnownIsNotTold) {
    site().person("Bob", {"ccio"});
    auto ann = site().as("Ann");
    EXPECT_EQ(ask_for_address(ann, "BOB@example.org").location(), "/settings/address/sent");
    EXPECT_TRUE(link_to("BOB@example.org", "/settings/").empty());
    EXPECT_TRUE(link_to("bob@example.org", "/settings/").empty());
    EXPECT_FALSE(link_to("ann@example.org", "/settings/address/undo/").empty());
    EXPECT_EQ(ask_for_address(ann, "ann@EXAMPLE.org").status(), 422) << "her own";
    EXPECT_EQ(ask_for_address(ann, "nowhere").status(), 422);
}

TEST_P(AccessTest, OfTwoOnTheirWayTheOneThatIsPressedCounts) {
    auto ann = site().as("Ann");
    ask_for_address(ann, "a@new.example");
    ask_for_address(ann, "b@new.example");
    auto browser = site().visitor();
    const auto a = link_to("a@new.example", "/settings/address/confirm/");
    const auto b = link_to("b@new.example", "/settings/address/confirm/");
    browser.press(browser.get(b), b);
    EXPECT_TRUE(browser.get(a).says("does not work"));
    EXPECT_EQ(email_of("Ann"), "b@new.example");
}

TEST_P(AccessTest, ASessionOfOneFactorChangesNoAddressOfWhoeverHasTwo) {
    auto thief = site().as("Ann", Assurance::one_factor);
    const auto page = thief.get("/settings/address");
    give_passkey("Ann");
    EXPECT_EQ(thief.get("/settings/address").status(), 303);
    EXPECT_TRUE(thief.press(page, "/settings/address", {{"email", "thief@evil.example"}})
                    .says("Confirm that it is you"));
}

// ---- a factor that is lost ----

TEST_P(AccessTest, AMemberIsLetInOnTheWordOfOneOfficer) {
    site().person("Man", {"ccio"}, {"community_manager"});
    auto ann = site().as("Ann", Assurance::one_factor);
    give_passkey("Ann");
    EXPECT_EQ(ask_to_be_let_in(ann).location(), "/sign-in/lost/asked");
    EXPECT_TRUE(was_told("Somebody asks to be let in to your account without your second factor"));
    EXPECT_EQ(ask_to_be_let_in(ann).status(), 422) << "once is enough";
    auto man = site().as("Man");
    EXPECT_TRUE(man.get("/").says("1 person has lost a second factor"));
    const auto page = man.get("/lost-access");
    EXPECT_TRUE(page.says("Call the switchboard"));
    EXPECT_TRUE(page.says("one officer is enough"));
    EXPECT_EQ(man.press(page, "/voucher").location(), "/lost-access");
    EXPECT_EQ(passkeys_of("Ann"), 0U);
    EXPECT_FALSE(is_in(ann)) << "signed out everywhere";
    EXPECT_TRUE(was_told("You can sign in by email again"));
    EXPECT_TRUE(man.get("/lost-access").says("Nobody has lost anything"));
}

TEST_P(AccessTest, AnOfficerIsLetInOnTheWordOfTwoOthers) {
    site().person("Man", {"ccio"}, {"community_manager"});
    site().person("Two", {"ccio"}, {"community_manager"});
    site().person("Adm", {"ccio"}, {"administrator"});
    give_passkey("Adm");
    auto adm = site().as("Adm", Assurance::one_factor);
    ask_to_be_let_in(adm);
    EXPECT_EQ(adm.get("/lost-access").status(), 303) << "an office of one factor is closed";
    auto man = site().as("Man"), two = site().as("Two");
    EXPECT_TRUE(man.get("/lost-access").says("two officers have to vouch"));
    const auto page = two.get("/lost-access");
    EXPECT_TRUE(
        man.follow(man.press(man.get("/lost-access"), "/voucher")).says("Another officer has to"));
    EXPECT_EQ(passkeys_of("Adm"), 1U);
    EXPECT_FALSE(man.get("/lost-access").has("form[action*=/voucher]")) << "not a second time";
    http::Fields again;
    again.add("token", std::string(man.get("/settings").fields_of("/settings/look").get("token")));
    EXPECT_EQ(man.post("/lost-access/1/voucher", again).status(), 422);
    EXPECT_EQ(passkeys_of("Adm"), 1U);
    two.press(page, "/voucher");
    EXPECT_EQ(passkeys_of("Adm"), 0U);
}

TEST_P(AccessTest, NobodyVouchesForThemselves) {
    site().person("Adm", {"ccio"}, {"administrator"});
    auto weak = site().as("Adm", Assurance::one_factor);
    give_passkey("Adm");
    ask_to_be_let_in(weak);
    auto strong = site().as("Adm");  // opening it with two factors has ended the case
    EXPECT_TRUE(strong.get("/lost-access").says("Nobody has lost anything"));
    site().with_floor("Adm", [](const record::Floor& floor) {
        const Door door{"of this test", {}};
        LostAccess access(floor, door);
        const auto asked = access.ask(floor.actor.id(), {"Call me."});
        ASSERT_TRUE(asked);
        EXPECT_FALSE(access.vouch(*asked));
        EXPECT_FALSE(access.refuse(*asked));
    });
}

TEST_P(AccessTest, WhoFindsTheirPhoneAgainEndsItAndARefusalIsTold) {
    site().person("Man", {"ccio"}, {"community_manager"});
    auto ann = site().as("Ann", Assurance::one_factor);
    give_passkey("Ann");
    ask_to_be_let_in(ann);
    site().as("Ann");  // with two factors
    auto man = site().as("Man");
    EXPECT_TRUE(man.get("/lost-access").says("Nobody has lost anything"));
    ask_to_be_let_in(ann);
    man.press(man.get("/lost-access"), "/refusal");
    EXPECT_TRUE(was_told("You were not let in without your second factor"));
    EXPECT_EQ(passkeys_of("Ann"), 1U);
    ask_to_be_let_in(ann);
    site().clock().advance(base::days(8));
    EXPECT_TRUE(man.get("/lost-access").says("Nobody has lost anything")) << "a week is its time";
    auto again = site().as("Ann", Assurance::one_factor);
    EXPECT_EQ(ask_to_be_let_in(again).status(), 303) << "and it can be asked anew";
}

TEST_P(AccessTest, OnlyWhoHasShownOneFactorCanAsk) {
    auto stranger = site().visitor();
    EXPECT_EQ(stranger.get("/sign-in/lost").location(), "/sign-in");
    EXPECT_EQ(stranger.get("/sign-in/lost?half=nothing").location(), "/sign-in");
    auto bob = site().as("Bob");
    EXPECT_TRUE(ask_to_be_let_in(bob).says("asks for no second factor"));
    EXPECT_EQ(bob.get("/lost-access").status(), 404);
}

}  // namespace
}  // namespace account
