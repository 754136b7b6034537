// One's own settings: where one is signed in, the password, the look, and the way out.

#include "features/account/account.h"

#include "tests/support/test_site.h"

#include <gtest/gtest.h>

namespace account {
namespace {

using testing_site::Browser;
using testing_site::SiteTest;

class Settings : public SiteTest {
protected:
    // The address that signs one other device out.
    static std::string end_of_one(const testing_site::Page& page) {
        for (const auto& form : page.all("form[action*=/settings/sessions/]")) {
            const auto action = form.attribute("action").value_or("");
            if (action.ends_with("/end")) return action;
        }
        return "(none)";
    }
    bool is_signed_in(Browser& browser) { return browser.get("/settings").status() == 200; }
};
MOOTHALL_ON_BOTH_ENGINES(Settings);

TEST_P(Settings, EveryDeviceIsListedAndOneCanBeSignedOut) {
    auto desk = site().as("Ann");
    auto phone = site().as("Ann");
    auto tablet = site().as("Ann");
    const auto page = desk.get("/settings");
    EXPECT_EQ(page.find("tbody").all("tr").size(), 3u);
    EXPECT_TRUE(page.says("This device"));
    EXPECT_EQ(page.all("form[action*=/end]").size(), 3u) << "two others, and all others";
    const auto ended = desk.press(page, end_of_one(page));
    EXPECT_EQ(ended.location(), "/settings");
    EXPECT_EQ(is_signed_in(phone) + is_signed_in(tablet), 1);
    EXPECT_TRUE(is_signed_in(desk));
}

TEST_P(Settings, AllOthersCanBeSignedOutAtOnce) {
    auto desk = site().as("Ann");
    auto phone = site().as("Ann");
    auto bobs = site().as("Bob");
    const auto done = desk.press(desk.get("/settings"), "/end-others");
    EXPECT_TRUE(desk.follow(done).says("You are signed out everywhere else."));
    EXPECT_FALSE(is_signed_in(phone));
    EXPECT_TRUE(is_signed_in(desk));
    EXPECT_TRUE(is_signed_in(bobs));
}

TEST_P(Settings, NobodySignsOutAnother) {
    auto ann = site().as("Ann");
    auto bob = site().as("Bob");
    auto also_bob = site().as("Bob");
    const auto page = bob.get("/settings");
    const auto path = end_of_one(page);
    http::Fields fields;
    fields.add("token", std::string(ann.get("/settings").fields_of("/sign-out").get("token")));
    EXPECT_EQ(ann.post(path, fields).location(), "/settings") << "nothing is told";
    for (const auto* id : {"0", "-1", "x", "99999999999999999999"}) {
        EXPECT_EQ(ann.post("/settings/sessions/" + std::string(id) + "/end", fields).status(), 404)
            << id;
    }
    EXPECT_TRUE(is_signed_in(bob));
    EXPECT_TRUE(is_signed_in(also_bob));
}

TEST_P(Settings, SigningOutEndsTheSessionItself) {
    auto ann = site().as("Ann");
    const auto kept = ann.cookies();
    const auto out = ann.press(ann.get("/settings"), "/sign-out");
    EXPECT_EQ(out.location(), "/sign-in");
    EXPECT_EQ(out.header("Clear-Site-Data"), "\"cache\", \"storage\"");
    EXPECT_FALSE(ann.cookies().contains("session"));
    EXPECT_FALSE(is_signed_in(ann));
    ann.cookies() = kept;  // who copied the cookie has nothing
    EXPECT_FALSE(is_signed_in(ann));
}

TEST_P(Settings, ASessionIsOverAfterThirtyDays) {
    auto ann = site().as("Ann");
    site().clock().advance(base::days(30) - base::seconds(1));
    EXPECT_TRUE(is_signed_in(ann));
    site().clock().advance(base::seconds(1));
    const auto page = ann.get("/settings");
    EXPECT_EQ(page.location(), "/sign-in?next=%2Fsettings");
}

TEST_P(Settings, ANewPasswordSignsInAndSignsOthersOut) {
    auto ann = site().as("Ann");
    auto thief = site().as("Ann");
    const auto page = ann.get("/settings/sign-in");
    EXPECT_TRUE(page.says("Set a password"));
    const auto saved =
        ann.press(page, "/settings/password", {{"password", "correct horse battery staple"}});
    EXPECT_EQ(saved.status(), 303);
    EXPECT_FALSE(is_signed_in(thief));
    EXPECT_TRUE(ann.follow(saved).says("Change your password"));
    auto other = site().visitor();
    const auto in = other.press(other.get("/sign-in/password"), "/sign-in/password",
                                {{"email", "ann@example.org"},
                                 {"password", "correct horse battery staple"}});
    EXPECT_EQ(in.status(), 303);
    EXPECT_TRUE(is_signed_in(other));
}

TEST_P(Settings, TooShortAPasswordIsRefusedAndNothingChanges) {
    auto ann = site().as("Ann");
    auto also_ann = site().as("Ann");
    const std::vector<std::pair<std::string, std::string>> refusals = {
        {"", "Enter a new password"},
        {"elevenchars", "at least 12 characters"},
        {std::string(201, 'x'), "can be 200 characters long; this has 201"}};
    for (const auto& [password, sentence] : refusals) {
        const auto refused =
            ann.press(ann.get("/settings/sign-in"), "/settings/password", {{"password", password}});
        EXPECT_EQ(refused.status(), 422);
        EXPECT_TRUE(refused.says(sentence)) << sentence;
        EXPECT_TRUE(password.empty() || refused.body().find(password) == std::string::npos);
    }
    EXPECT_TRUE(is_signed_in(also_ann));
    EXPECT_TRUE(ann.get("/settings/sign-in").says("Set a password"));
}

TEST_P(Settings, TheLookIsSavedForThePersonOnEveryDevice) {
    auto desk = site().as("Ann");
    auto phone = site().as("Ann");
    EXPECT_FALSE(desk.get("/settings").find("html").attribute("data-theme"));
    desk.press(desk.get("/settings"), "/settings/look", {{"theme", "dark"}});
    EXPECT_EQ(desk.get("/").find("html").attribute("data-theme"), "dark");
    EXPECT_EQ(phone.get("/").find("html").attribute("data-theme"), "dark");
    EXPECT_TRUE(phone.get("/settings").find("#look-dark").attribute("checked"));
    const auto refused =
        desk.press(desk.get("/settings"), "/settings/look", {{"theme", "\"><script>"}});
    EXPECT_EQ(refused.status(), 422);
    EXPECT_EQ(phone.get("/").find("html").attribute("data-theme"), "dark");
    desk.press(desk.get("/settings"), "/settings/look", {{"theme", ""}});
    EXPECT_FALSE(phone.get("/").find("html").attribute("data-theme"));
}

TEST_P(Settings, WhatHappenedToAnAccountIsOnRecord) {
    auto ann = site().as("Ann");
    ann.press(ann.get("/settings/sign-in"), "/settings/password",
              {{"password", "correct horse battery staple"}});
    std::string kinds;
    site().database().read([&](sql::Tx& tx) {
        tx.run_text({"kinds", "SELECT kind || details FROM facts ORDER BY id"}, {},
                    [&](const sql::Row& row) {
                        kinds.append(row.text(0)).append("\n");
                        return true;
                    });
    });
    EXPECT_NE(kinds.find("account.signed_in{\"way\":\"console\"}"), std::string::npos) << kinds;
    EXPECT_NE(kinds.find("account.password_set"), std::string::npos);
    EXPECT_EQ(kinds.find("horse"), std::string::npos);
}

}  // namespace
}  // namespace account
