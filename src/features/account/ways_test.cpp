// The stronger ways to sign in, as a person meets them; and what those meet who are not that
// person.

#include "features/account/ways.h"

#include "features/account/store.h"
#include "platform/crypto/one_time_code.h"
#include "platform/crypto/token.h"
#include "tests/support/authenticator.h"
#include "tests/support/test_site.h"

#include <gtest/gtest.h>

namespace account {
namespace {

using identity::Assurance;
using testing_site::Authenticator;
using testing_site::Browser;
using testing_site::Changes;
using testing_site::Page;

const crypto::RelyingParty here = crypto::relying_party("http://localhost");

class WaysTest : public testing_site::SiteTest {
protected:
    static std::string challenge_on(const Page& page) {
        return page.find("form[data-passkey]").attribute("data-challenge").value();
    }
    static Changes new_key(const Authenticator& device, const std::string& challenge) {
        return {{"credential", crypto::base64url(device.credential_id)},
                {"client_data",
                 crypto::base64url(device.client_data(crypto::Ceremony::create, challenge))},
                {"authenticator_data", crypto::base64url(device.new_credential())},
                {"algorithm", "-7"}};
    }
    static Changes answer(Authenticator& device, const std::string& challenge) {
        const auto made = device.sign(challenge);
        return {{"credential", crypto::base64url(device.credential_id)},
                {"client_data", crypto::base64url(made.client_data)},
                {"authenticator_data", crypto::base64url(made.authenticator_data)},
                {"signature", crypto::base64url(made.signature)}};
    }
    Page add_passkey(Browser& browser, const Authenticator& device) {
        const auto page = browser.get("/settings/sign-in");
        return browser.press(page, "/settings/passkeys", new_key(device, challenge_on(page)));
    }
    Page use_passkey(Browser& browser, Authenticator& device,
                     const std::string& path = "/sign-in") {
        const auto page = browser.get(path);
        return browser.press(page, "/sign-in/passkey", answer(device, challenge_on(page)));
    }
    // Sets an app up through the pages; its secret, raw, and the recovery codes shown.
    struct App {
        std::string secret;
        std::vector<std::string> recovery;
    };
    App set_up_app(Browser& browser, const std::string& name) {
        browser.press(browser.get("/settings/sign-in"), "/settings/authenticator");
        App app;
        site().with_floor(name, [&](const record::Floor& floor) {
            const auto row = store::find_authenticator(floor.tx, floor.actor.id());
            EXPECT_TRUE(row && !row->confirmed);
        });
        app.secret = secret_on(browser.get("/settings/authenticator"));
        const auto done = browser.press(browser.get("/settings/authenticator"),
                                        "/settings/authenticator/confirmation",
                                        {{"code", code_of(app)}});
        EXPECT_EQ(done.location(), "/settings/recovery-codes");
        const auto sheet = browser.get("/settings/recovery-codes");
        for (const auto& code : sheet.all("code")) app.recovery.push_back(code.text());
        later(base::minutes(1));  // so that the next code is another
        return app;
    }
    std::string code_of(const App& app) {
        return crypto::one_time_code(app.secret, crypto::code_step_of(site().clock().now()));
    }
    // From what is shown for typing: base32 in fours.
    static std::string secret_on(const Page& page) {
        std::string bytes;
        std::uint32_t held = 0;
        int bits = 0;
        for (const char c : page.find("code").text()) {
            if (c == ' ') continue;
            const auto value = c >= 'A' ? c - 'A' : c - '2' + 26;
            held = (held << 5) | static_cast<std::uint32_t>(value);
            if ((bits += 5) >= 8) bytes += static_cast<char>(held >> (bits -= 8));
        }
        return bytes;
    }
    Page by_link(Browser& browser, const std::string& name) {
        std::string token;
        const auto id = site().person(name, {"ccio"});
        site().database().write(
            [&](sql::Tx& tx) { token = identity::make_link(tx, id, site().clock().now()); });
        return browser.press(browser.get("/sign-in/link/" + token), "/sign-in/link/");
    }
    Page type_code(Browser& browser, const Page& sent_on, const std::string& code) {
        return browser.press(browser.follow(sent_on), "/sign-in/code", {{"code", code}});
    }
    void later(std::chrono::microseconds by) { site().clock().advance(by); }
    bool is_in(Browser& browser) { return browser.get("/settings").status() == 200; }
    std::string stored(const char* statement) {
        const sql::Query<std::string()> query{"test_stored", statement};
        std::string all;
        site().database().read([&](sql::Tx& tx) {
            for (const auto& row : tx.all(query)) all += row + "\n";
        });
        return all;
    }
};
MOOTHALL_ON_BOTH_ENGINES(WaysTest);

// ---- passkeys ----

TEST_P(WaysTest, APasskeyIsAddedInTheSettingsAndSignsInAlone) {
    auto ann = site().as("Ann", Assurance::one_factor);
    Authenticator device(here);
    const auto added = add_passkey(ann, device);
    EXPECT_EQ(added.location(), "/settings/sign-in");
    EXPECT_TRUE(ann.follow(added).says("Firefox on Linux"));
    auto phone = site().visitor();
    EXPECT_EQ(use_passkey(phone, device).location(), "/");
    EXPECT_TRUE(phone.get("/settings").says("By passkey, two factors"));
    const auto page = phone.get("/settings/sign-in");
    EXPECT_TRUE(page.says("Last used"));
    phone.press(page, "/removal");
    auto other = site().visitor();
    const auto refused = use_passkey(other, device);
    EXPECT_EQ(refused.status(), 422);
    EXPECT_TRUE(refused.says("That passkey is not known here"));
    EXPECT_FALSE(is_in(other));
}

TEST_P(WaysTest, TheSamePasskeyIsNotTakenTwiceNorFromSomebodyElse) {
    auto ann = site().as("Ann"), bob = site().as("Bob");
    Authenticator device(here);
    add_passkey(ann, device);
    EXPECT_TRUE(add_passkey(ann, device).says("This passkey is known already"));
    EXPECT_TRUE(add_passkey(bob, device).says("This passkey is known already"));
    const auto page = ann.get("/settings/sign-in");
    http::Fields fields;
    fields.add("token", std::string(bob.get("/settings").fields_of("/settings/look").get("token")));
    EXPECT_EQ(bob.post(page.action_of("/removal"), fields).status(), 404);
    EXPECT_TRUE(ann.get("/settings/sign-in").has("form[action*=/removal]"));
}

TEST_P(WaysTest, AnAnswerCountsOnceInItsBrowserAndInTime) {
    auto ann = site().as("Ann");
    Authenticator device(here);
    add_passkey(ann, device);
    auto browser = site().visitor(), thief = site().visitor();
    const auto page = browser.get("/sign-in"), thiefs = thief.get("/sign-in");
    const auto given = answer(device, challenge_on(page));
    EXPECT_EQ(thief.press(thiefs, "/sign-in/passkey", given).status(), 422);
    EXPECT_FALSE(is_in(thief));
    EXPECT_EQ(browser.press(page, "/sign-in/passkey", given).status(), 303);
    auto again = browser;
    again.cookies().erase("session");
    EXPECT_EQ(again.press(page, "/sign-in/passkey", given).status(), 422) << "replayed";
    auto slow = site().visitor();
    const auto old = slow.get("/sign-in");
    later(base::minutes(11));
    const auto late = slow.press(old, "/sign-in/passkey", answer(device, challenge_on(old)));
    EXPECT_TRUE(late.says("That took too long"));
    EXPECT_EQ(slow.press(late, "/sign-in/passkey", answer(device, challenge_on(late))).status(),
              303)
        << "the page that says so can be answered";
}

TEST_P(WaysTest, AnAnswerOfAnotherPageAnotherKeyOrACopyIsRefused) {
    auto ann = site().as("Ann");
    Authenticator device(here), stranger(here);
    add_passkey(ann, device);
    auto browser = site().visitor();
    EXPECT_EQ(use_passkey(browser, stranger).status(), 422) << "another key of the same name";
    device.party.origin = "http://localhost.evil.example";
    EXPECT_EQ(use_passkey(browser, device).status(), 422);
    device.party = here;
    device.verifies_user = false;
    EXPECT_EQ(use_passkey(browser, device).status(), 422);
    device.verifies_user = true;
    EXPECT_EQ(use_passkey(browser, device).status(), 303);
    device.count = 0;  // a copy begins where the original was
    auto copy = site().visitor();
    EXPECT_TRUE(use_passkey(copy, device).says("seems to be a copy"));
    EXPECT_FALSE(is_in(copy));
}

// ---- codes ----

TEST_P(WaysTest, AfterALinkTheCodeOfTheAppIsAskedFor) {
    auto ann = site().as("Ann", Assurance::one_factor);
    const auto app = set_up_app(ann, "Ann");
    EXPECT_EQ(app.recovery.size(), recovery_codes_count);
    EXPECT_TRUE(ann.get("/settings").says("By code, two factors"));
    auto browser = site().visitor();
    const auto half = by_link(browser, "Ann");
    EXPECT_TRUE(half.location().starts_with("/sign-in/code?half="));
    EXPECT_FALSE(is_in(browser)) << "one factor alone";
    const auto wrong = type_code(browser, half, "000000");
    EXPECT_EQ(wrong.status(), 422);
    EXPECT_TRUE(wrong.says("That code does not fit"));
    EXPECT_FALSE(is_in(browser));
    const auto code = code_of(app);
    EXPECT_EQ(browser.press(wrong, "/sign-in/code", {{"code", code}}).location(), "/");
    EXPECT_TRUE(is_in(browser));
    auto other = site().visitor();
    EXPECT_EQ(type_code(other, by_link(other, "Ann"), code).status(), 422) << "used already";
}

TEST_P(WaysTest, HalfOfASignInIsGoodInItsOwnBrowserForTenMinutes) {
    auto ann = site().as("Ann");
    const auto app = set_up_app(ann, "Ann");
    auto browser = site().visitor(), thief = site().visitor();
    const auto half = by_link(browser, "Ann");
    EXPECT_TRUE(thief.get(half.location()).says("That took too long"));
    const auto page = browser.get(half.location());
    later(base::minutes(11));
    EXPECT_EQ(browser.press(page, "/sign-in/code", {{"code", code_of(app)}}).location(),
              "/sign-in");
    EXPECT_FALSE(is_in(browser));
    EXPECT_TRUE(browser.get("/sign-in/code").says("That took too long"));
}

TEST_P(WaysTest, ARecoveryCodeOpensOnceAndForgivesHowItIsTyped) {
    auto ann = site().as("Ann");
    const auto app = set_up_app(ann, "Ann");
    std::string typed = app.recovery.at(3);
    for (char& c : typed) {
        c = c == '-' ? ' ' : c == '0' ? 'O' : static_cast<char>(std::toupper(c));
    }
    auto browser = site().visitor();
    EXPECT_EQ(type_code(browser, by_link(browser, "Ann"), typed).status(), 303);
    EXPECT_TRUE(browser.get("/settings/sign-in").says("9 recovery codes are left"));
    auto other = site().visitor();
    EXPECT_EQ(type_code(other, by_link(other, "Ann"), app.recovery.at(3)).status(), 422);
    EXPECT_EQ(type_code(other, by_link(other, "Ann"), app.recovery.at(4)).status(), 303);
}

TEST_P(WaysTest, NewRecoveryCodesReplaceTheOldAndAreShownUntilPutAway) {
    auto ann = site().as("Ann");
    const auto app = set_up_app(ann, "Ann");
    EXPECT_EQ(ann.get("/settings/recovery-codes").all("code").size(), recovery_codes_count);
    ann.press(ann.get("/settings/recovery-codes"), "/put-away");
    EXPECT_EQ(ann.get("/settings/recovery-codes").location(), "/settings/sign-in");
    ann.press(ann.get("/settings/sign-in"), "/settings/recovery-codes");
    const auto sheet = ann.get("/settings/recovery-codes");
    const auto fresh = sheet.all("code").at(0).text();
    auto browser = site().visitor();
    EXPECT_EQ(type_code(browser, by_link(browser, "Ann"), app.recovery.at(0)).status(), 422);
    EXPECT_EQ(type_code(browser, by_link(browser, "Ann"), fresh).status(), 303);
    later(base::hours(2));
    EXPECT_EQ(ann.get("/settings/recovery-codes").location(), "/settings/sign-in");
}

TEST_P(WaysTest, WhoeverGuessesCodesWaitsLongerAndLonger) {
    auto ann = site().as("Ann");
    const auto app = set_up_app(ann, "Ann");
    auto thief = site().visitor();
    const auto guess = [&](const std::string& code) {
        return type_code(thief, by_link(thief, "Ann"), code);
    };
    for (int tried = 0; tried < code_failures_free; ++tried) {
        later(base::seconds(30));
        EXPECT_TRUE(guess("000000").says("does not fit"));
    }
    for (const int minutes : {1, 2, 4, 8, 15, 15}) {
        const std::string words = std::to_string(minutes) + " minute";
        EXPECT_TRUE(guess(code_of(app)).says(words)) << "even the right one: " << words;
        later(base::minutes(minutes) - base::seconds(1));
        EXPECT_TRUE(guess("000000").says("Too many wrong codes")) << "trying does not lengthen it";
        later(base::seconds(2));
        const auto next = guess("000000");
        EXPECT_TRUE(next.says("does not fit")) << next.find("main").text();
    }
    auto owner = site().visitor();
    EXPECT_EQ(type_code(owner, by_link(owner, "Ann"), app.recovery.at(0)).status(), 303)
        << "who cannot be guessed need not wait";
    auto again = site().visitor();
    EXPECT_TRUE(type_code(again, by_link(again, "Ann"), "000000").says("does not fit"))
        << "begun anew after a right one";
    EXPECT_TRUE(type_code(again, by_link(again, "Ann"), "").says("Enter the code"));
}

TEST_P(WaysTest, CodesCanBeTurnedOffAndAnAppNeedsItsFirstCode) {
    auto ann = site().as("Ann");
    ann.press(ann.get("/settings/sign-in"), "/settings/authenticator");
    const auto page = ann.get("/settings/authenticator");
    EXPECT_TRUE(page.has("svg.qr"));
    const auto wrong = ann.press(page, "/confirmation", {{"code", "123 456"}});
    EXPECT_EQ(wrong.status(), 422);
    auto browser = site().visitor();
    EXPECT_EQ(by_link(browser, "Ann").location(), "/") << "not confirmed: nothing is asked";
    set_up_app(ann, "Ann");
    ann.press(ann.get("/settings/sign-in"), "/settings/authenticator/removal");
    auto other = site().visitor();
    EXPECT_EQ(by_link(other, "Ann").location(), "/");
}

// ---- two factors, where they are needed ----

TEST_P(WaysTest, AnOfficeOpensToTwoFactorsOnly) {
    site().person("Adm", {"ccio"}, {"administrator"});
    auto adm = site().visitor();
    EXPECT_EQ(by_link(adm, "Adm").location(), "/");
    EXPECT_TRUE(adm.get("/").says("Your office is closed until you sign in with two factors"));
    const auto sent_on = adm.get("/admin");
    EXPECT_EQ(sent_on.location(), "/sign-in/confirmation?next=%2Fadmin");
    EXPECT_TRUE(adm.follow(sent_on).says("you have set up none yet"));
    EXPECT_EQ(adm.get("/networks/ccio/edit").status(), 303);
    Authenticator device(here);
    add_passkey(adm, device);
    EXPECT_EQ(adm.get("/admin").status(), 200) << "whoever adds one has used it";
    EXPECT_FALSE(adm.get("/").says("Your office is closed"));
    auto again = site().visitor();
    by_link(again, "Adm");
    EXPECT_EQ(again.get("/admin").status(), 303);
    EXPECT_EQ(use_passkey(again, device, "/sign-in/confirmation?next=%2Fadmin").location(),
              "/admin");
    EXPECT_EQ(again.get("/admin").status(), 200);
}

TEST_P(WaysTest, AMemberWithoutAnOfficeIsToldNothingOfThem) {
    site().person("Ann", {"ccio"});
    auto ann = site().visitor();
    by_link(ann, "Ann");
    EXPECT_EQ(ann.get("/admin").status(), 404);
    EXPECT_FALSE(ann.get("/").says("office"));
}

TEST_P(WaysTest, ALinkAloneChangesNoWayOfWhoeverHasASecondFactor) {
    auto ann = site().as("Ann");
    Authenticator device(here), thiefs(here);
    thiefs.credential_id = "another credential of the thief";
    auto thief = site().visitor();
    by_link(thief, "Ann");
    const auto before = thief.get("/settings/sign-in");  // opened while there was no second factor
    add_passkey(ann, device);
    EXPECT_TRUE(thief.get("/settings/sign-in").location().starts_with("/sign-in/confirmation"));
    const auto refused = thief.press(before, "/settings/passkeys",
                                     new_key(thiefs, challenge_on(before)));
    EXPECT_EQ(refused.status(), 422);
    EXPECT_TRUE(refused.says("Confirm that it is you"));
    EXPECT_EQ(
        thief.press(before, "/settings/password", {{"password", "horse walks green tea"}}).status(),
        422);
    thief.press(before, "/settings/authenticator");
    site().with_floor("Ann", [](const record::Floor& floor) {
        EXPECT_FALSE(store::find_authenticator(floor.tx, floor.actor.id()));
        EXPECT_EQ(store::passkeys_of(floor.tx, floor.actor.id()).size(), 1U);
    });
    Authenticator bobs(here);
    bobs.credential_id = "Bob's own credential id.";
    auto bob = site().as("Bob");
    add_passkey(bob, bobs);
    const auto confirmed = use_passkey(thief, bobs, "/sign-in/confirmation");
    EXPECT_TRUE(confirmed.says("belongs to another account"));
}

TEST_P(WaysTest, EveryChangeIsToldByMail) {
    auto ann = site().as("Ann");
    Authenticator device(here);
    add_passkey(ann, device);
    const auto app = set_up_app(ann, "Ann");
    auto browser = site().visitor();
    type_code(browser, by_link(browser, "Ann"), app.recovery.at(0));
    ann.press(ann.get("/settings/sign-in"), "/settings/authenticator/removal");
    ann.press(ann.get("/settings/sign-in"), "/removal");
    ann.press(ann.get("/settings/sign-in"), "/settings/password",
              {{"password", "horse walks green tea"}});
    site().listen();
    const auto letters = stored("SELECT subject FROM letters ORDER BY id");
    for (const auto* subject :
         {"A passkey was added to your account", "Codes are asked for when you sign in",
          "A recovery code was used to sign in", "Codes are not asked for any more",
          "A passkey was removed from your account", "Your password was set"}) {
        EXPECT_NE(letters.find(subject), std::string::npos) << subject << " in " << letters;
    }
}

TEST_P(WaysTest, ACopyOfTheDatabaseOpensNothing) {
    auto ann = site().as("Ann");
    const auto app = set_up_app(ann, "Ann");
    std::string all = stored("SELECT sealed_secret FROM authenticators") +
                      stored("SELECT sealed_codes FROM recovery_sheets");
    const sql::Query<sql::Blob()> digests{"test_digests", "SELECT code_digest FROM recovery_codes"};
    site().database().read([&](sql::Tx& tx) {
        for (const auto& one : tx.all(digests)) all += crypto::hex(one.bytes) + '\n';
    });
    ASSERT_GT(all.size(), 500U);
    EXPECT_EQ(all.find(app.secret), std::string::npos);
    EXPECT_EQ(all.find(crypto::base32(app.secret)), std::string::npos);
    EXPECT_EQ(all.find(crypto::base64url(app.secret)), std::string::npos);
    for (const auto& code : app.recovery) EXPECT_EQ(all.find(code), std::string::npos);
    const auto guessed = crypto::hex(crypto::digest(app.recovery.at(0)));
    EXPECT_EQ(all.find(guessed), std::string::npos) << "not by trying all codes either";
    app::House other_key(site().database(), site().clock(), "http://localhost",
                         {.key = "the key of another data folder"});
    site().answer_with(&other_key);
    auto browser = site().visitor();
    EXPECT_EQ(type_code(browser, by_link(browser, "Ann"), code_of(app)).status(), 422);
    EXPECT_EQ(type_code(browser, by_link(browser, "Ann"), app.recovery.at(1)).status(), 422);
    site().answer_with(nullptr);
}

TEST_P(WaysTest, CommonPasswordsAndOnesOwnNameAreRefusedWithAReason) {
    auto ann = site().as("Annabella Wrexley");
    for (const auto* common : {"password1234", "annabella wrexley", "thenetworks 1234"}) {
        const auto refused = ann.press(ann.get("/settings/sign-in"), "/settings/password",
                                       {{"password", common}});
        EXPECT_EQ(refused.status(), 422) << common;
        EXPECT_TRUE(refused.says("on the lists that are tried first")) << common;
    }
    EXPECT_EQ(ann.press(ann.get("/settings/sign-in"), "/settings/password",
                        {{"password", "horse walks green tea"}})
                  .status(),
              303);
}

TEST_P(WaysTest, WhatIsLeftOverIsPurgedAndAPersonsWaysGoWithThem) {
    auto ann = site().as("Ann");
    Authenticator device(here);
    add_passkey(ann, device);
    set_up_app(ann, "Ann");
    auto bob = site().as("Bob");
    bob.press(bob.get("/settings/sign-in"), "/settings/authenticator");
    const auto rows = [&] {
        return stored(
            "SELECT 'spent' FROM spent_challenges UNION ALL SELECT 'sheet' FROM "
            "recovery_sheets UNION ALL SELECT 'begun' FROM authenticators WHERE "
            "confirmed_at IS NULL ORDER BY 1");
    };
    EXPECT_EQ(rows(), "begun\nsheet\nspent\n");
    site().database().write([&](sql::Tx& tx) { purge(tx, site().clock().now() + base::hours(2)); });
    EXPECT_EQ(rows(), "");
    site().database().write([&](sql::Tx& tx) { store::forget(tx, site().id_of("Ann")); });
    EXPECT_EQ(stored("SELECT name FROM passkeys"), "");
    EXPECT_EQ(stored("SELECT sealed_secret FROM authenticators"), "");
    EXPECT_EQ(stored("SELECT 'code' FROM recovery_codes"), "");
}

}  // namespace
}  // namespace account
