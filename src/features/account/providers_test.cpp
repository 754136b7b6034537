// To a provider and back, through the pages: a provider in memory answers for the one out there.

#include "features/account/openid.h"

#include "platform/base/json.h"
#include "tests/support/issuer.h"
#include "tests/support/test_site.h"

#include <gtest/gtest.h>

namespace account {
namespace {

using base::Json;
using identity::Assurance;
using testing_site::Browser;
using testing_site::Page;

class ProvidersTest : public testing_site::SiteTest {
protected:
    void SetUp() override {
        SiteTest::SetUp();
        house_ = std::make_unique<app::House>(
            site().database(), site().clock(), "http://localhost",
            app::HouseOptions{
                .key = "of this test",
                .providers = {{.key = "nhsmail",
                               .name = "NHSmail",
                               .issuer = "https://id.example",
                               .client_id = "moothall"},
                              {.key = "cis2",
                               .name = "CIS2",
                               .issuer = "https://id.example",
                               .client_id = "moothall",
                               .asks_two_factors = true}},
                .fetch = [this](const http::FetchRequest& request) { return answer(request); }});
        site().answer_with(house_.get());
    }
    void TearDown() override {
        site().answer_with(nullptr);
        house_.reset();
        SiteTest::TearDown();
    }

    http::Fetched answer(const http::FetchRequest& request) {
        if (is_silent) return {.trouble = "timed out"};
        if (request.url.ends_with("openid-configuration")) {
            return {200, Json{{"issuer", "https://id.example"},
                              {"authorization_endpoint", "https://id.example/auth"},
                              {"token_endpoint", "https://id.example/token"},
                              {"jwks_uri", "https://id.example/keys"}}
                             .dump()};
        }
        if (request.url.ends_with("/keys")) {
            return {200, testing_site::Issuer::key_set({&issuer_})};
        }
        const auto now = site().clock().now();
        const auto seconds = std::chrono::floor<base::seconds>(now).time_since_epoch().count();
        const Json claims = {{"iss", "https://id.example"},
                             {"aud", "moothall"},
                             {"sub", subject},
                             {"nonce", nonce_},
                             {"iat", seconds},
                             {"exp", seconds + 300},
                             {"email", "ann@nhs.example"}};
        return {200, Json{{"id_token", issuer_.token(claims.dump())}}.dump()};
    }

    // What the provider's address says.
    static std::string field(const std::string& address, const std::string& name) {
        http::Request request;
        request.query = address.substr(address.find('?') + 1);
        return std::string(request.query_fields().get(name));
    }
    // Presses the button, is let in over there, and sent back.
    Page come_back(Browser& browser, const std::string& provider = "nhsmail",
                   const std::string& next = "") {
        return come_back_from(browser, "/sign-in/with/" + provider + next, provider);
    }
    Page come_back_from(Browser& browser, const std::string& path, const std::string& provider) {
        const auto sent_on = browser.get(path);
        EXPECT_TRUE(sent_on.location().starts_with("https://id.example/auth?")) << sent_on.body();
        nonce_ = field(sent_on.location(), "nonce");
        state = field(sent_on.location(), "state");
        return browser.get("/sign-in/with/" + provider + "/return?code=a-code&state=" + state);
    }
    Page trip(Browser& browser, const std::string& provider = "nhsmail",
              const std::string& next = "") {
        const auto page = come_back(browser, provider, next);
        return browser.press(page, "/return");
    }
    // From the link of one's own settings.
    Page connecting(Browser& browser, const std::string& provider = "nhsmail") {
        const auto settings = browser.get("/settings/sign-in");
        const auto link = settings.find("a[href*=with/" + provider + "]").attribute("href").value();
        return browser.press(come_back_from(browser, link, provider), "/return");
    }
    void connect(const std::string& name) {
        auto browser = site().as(name);
        const auto done = connecting(browser);
        EXPECT_EQ(done.location(), "/settings/sign-in");
        EXPECT_TRUE(browser.follow(done).says("ann@nhs.example"));
    }
    // What a thief sends who knows the address, with a form token of their own.
    static http::Fields stolen_form(Browser& thief, const std::string& state) {
        http::Fields fields;
        fields.add("token",
                   std::string(thief.get("/sign-in").fields_of("/sign-in").get("token")));
        fields.add("code", "a-code");
        fields.add("state", state);
        return fields;
    }
    static bool is_in(Browser& browser) { return browser.get("/settings").status() == 200; }

    std::string subject = "ann-1", state;
    bool is_silent = false;

private:
    testing_site::Issuer issuer_;
    std::string nonce_;
    std::unique_ptr<app::House> house_;
};
MOOTHALL_ON_BOTH_ENGINES(ProvidersTest);

TEST_P(ProvidersTest, AConnectedAccountSignsIn) {
    connect("Ann");
    auto browser = site().visitor();
    EXPECT_TRUE(browser.get("/sign-in").says("Sign in with NHSmail"));
    const auto done = trip(browser, "nhsmail", "?next=%2Fsettings");
    EXPECT_EQ(done.location(), "/settings");
    EXPECT_TRUE(browser.get("/settings").says("By NHSmail"));
    EXPECT_FALSE(browser.get("/settings").says("By NHSmail, two factors"));
    auto sure = site().visitor();
    EXPECT_EQ(trip(sure, "cis2").location(), "/");
    EXPECT_TRUE(sure.get("/settings").says("By CIS2, two factors"));
}

TEST_P(ProvidersTest, AnUnconnectedAccountIsToldWhatToDoAndNothingElse) {
    connect("Ann");
    subject = "bob-2";
    auto browser = site().visitor();
    const auto refused = trip(browser);
    EXPECT_EQ(refused.status(), 422);
    EXPECT_TRUE(refused.says("connected to nobody here yet. Sign in by email once"));
    EXPECT_FALSE(is_in(browser)) << "though an address of a member was told";
}

TEST_P(ProvidersTest, AnAnswerCountsOnceInTheBrowserThatAsked) {
    connect("Ann");
    auto browser = site().visitor(), thief = site().visitor();
    thief.get("/sign-in");
    const auto page = come_back(browser);
    const auto stolen = thief.get("/sign-in/with/nhsmail/return?code=a-code&state=" + state);
    EXPECT_TRUE(stolen.says("That took too long, or came from another browser"));
    const auto refused = thief.post("/sign-in/with/nhsmail/return",
                                    stolen_form(thief, state));
    EXPECT_TRUE(refused.says("That took too long, or came from another browser"));
    EXPECT_FALSE(is_in(thief));
    EXPECT_EQ(browser.press(page, "/return").status(), 303);
    auto again = browser;
    again.cookies().erase("session");
    EXPECT_TRUE(again.press(page, "/return").says("This answer was used already"));
    EXPECT_FALSE(is_in(again));
}

TEST_P(ProvidersTest, ALateOrForeignAnswerIsRefusedInASentence) {
    connect("Ann");
    auto browser = site().visitor();
    const auto page = come_back(browser);
    EXPECT_TRUE(browser.press(page, "/return", {{"iss", "https://evil.example"}})
                    .says("The answer is another provider"));
    EXPECT_TRUE(browser.press(page, "/return", {{"state", state + "A"}}).says("Begin again"));
    const auto cis2 = browser.get("/sign-in/with/cis2/return?code=a-code&state=" + state);
    EXPECT_TRUE(browser.press(cis2, "/return").says("Begin again")) << "another's state";
    site().clock().advance(base::minutes(11));
    EXPECT_TRUE(browser.press(page, "/return").says("That took too long"));
    EXPECT_TRUE(browser.get("/sign-in/with/nhsmail/return?error=access_denied")
                    .says("NHSmail did not sign you in"));
    EXPECT_FALSE(is_in(browser));
    is_silent = true;
    site().clock().advance(base::hours(7));
    EXPECT_TRUE(browser.get("/sign-in/with/nhsmail").says("NHSmail does not answer"));
}

TEST_P(ProvidersTest, OneAccountThereIsOnePersonHere) {
    connect("Ann");
    auto bob = site().as("Bob");
    EXPECT_TRUE(connecting(bob).says("connected to another account here"));
    auto ann = site().as("Ann");
    EXPECT_TRUE(connecting(ann).says("It is connected already"));
    ann.press(ann.get("/settings/sign-in"), "/settings/providers/");
    EXPECT_EQ(connecting(bob).location(), "/settings/sign-in");
    auto browser = site().visitor();
    trip(browser);
    EXPECT_TRUE(browser.get("/settings").says("Bob,"));
}

TEST_P(ProvidersTest, ALinkFromElsewhereConnectsNothing) {
    auto ann = site().as("Ann");
    EXPECT_EQ(ann.get("/sign-in/with/nhsmail?connect=made-up").location(), "/settings/sign-in");
    const auto page = come_back(ann);
    const auto done = ann.press(page, "/return");
    EXPECT_TRUE(done.says("connected to nobody here yet")) << "to confirm, it must be hers already";
    EXPECT_FALSE(ann.get("/settings/sign-in").says("ann@nhs.example"));
    const auto settings = ann.get("/settings/sign-in");
    const auto link = settings.find("a[href*=with/nhsmail]").attribute("href").value();
    const auto asked = come_back_from(ann, link, "nhsmail");
    EXPECT_FALSE(asked.has("form[data-press]")) << "connecting is pressed by a person";
    auto visitor = site().visitor();
    EXPECT_TRUE(come_back(visitor).has("form[data-press]"));
}

TEST_P(ProvidersTest, AProviderThatAsksForTwoFactorsIsASecondFactorItself) {
    auto ann = site().as("Ann");
    EXPECT_EQ(connecting(ann, "cis2").location(), "/settings/sign-in");
    auto thief = site().as("Ann", Assurance::one_factor);
    const auto sent_on = thief.get("/settings/sign-in");
    EXPECT_EQ(sent_on.location(), "/sign-in/confirmation?next=%2Fsettings%2Fsign-in")
        << "a mailbox alone adds no way";
    EXPECT_TRUE(thief.follow(sent_on).says("Confirm with CIS2"));
    const auto done = trip(thief, "cis2", "?next=%2Fsettings%2Fsign-in");
    EXPECT_EQ(done.location(), "/settings/sign-in");
    EXPECT_EQ(thief.get("/settings/sign-in").status(), 200) << "it is she after all";
    subject = "bob-2";
    auto other = site().as("Ann", Assurance::one_factor);
    EXPECT_TRUE(trip(other, "cis2").says("connected to nobody here yet"));
}

}  // namespace
}  // namespace account
