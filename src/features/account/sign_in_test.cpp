// Signing in as a person meets it: asking for a link, the letter, the button, the password, and
// what those learn who only try.

#include "features/account/account.h"

#include "platform/crypto/password.h"
#include "platform/jobs/worker.h"
#include "platform/mail/outbox.h"
#include "platform/mail/smtp.h"
#include "tests/support/test_site.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <mutex>
#include <utility>

namespace account {
namespace {

using testing_site::Browser;
using testing_site::Changes;
using testing_site::Page;
namespace fs = std::filesystem;

// Tells how many statements each write ran, in their order.
class CountingDatabase final : public sql::Database {
public:
    explicit CountingDatabase(sql::Database& inner) : inner_(inner) {}

    sql::Engine engine() const override { return inner_.engine(); }
    void read(const sql::Read& work) override { inner_.read(work); }
    void submit_read(sql::Read work, sql::Done done) override {
        inner_.submit_read(std::move(work), std::move(done));
    }
    void submit(sql::Work work, sql::Done done) override {
        inner_.submit(
            [this, work = std::move(work)](sql::Tx& tx) {
                const auto ending = work(tx);
                const std::scoped_lock lock(mutex_);
                writes_.push_back(tx.statements());
                return ending;
            },
            std::move(done));
    }
    void stop() override {}
    std::string description() const override { return inner_.description(); }

    std::vector<std::int64_t> take() {
        const std::scoped_lock lock(mutex_);
        return std::exchange(writes_, {});
    }

private:
    bool is_own_thread() const override { return false; }
    sql::Database& inner_;
    std::mutex mutex_;
    std::vector<std::int64_t> writes_;
};

class SignIn : public testing_site::SiteTest {
protected:
    Page ask_for_link(Browser& browser, const std::string& email, const std::string& next = "") {
        const auto page = browser.get("/sign-in" + (next.empty() ? "" : "?next=" + next));
        return browser.press(page, "/sign-in", {{"email", email}});
    }
    Page try_password(Browser& browser, const std::string& email, const std::string& password) {
        return browser.press(browser.get("/sign-in/password"), "/sign-in/password",
                             {{"email", email}, {"password", password}});
    }
    void give_password(const std::string& name, const std::string& password) {
        const auto id = site().person(name, {"ccio"});
        site().database().write([&](sql::Tx& tx) {
            identity::store::set_password(tx, id, crypto::hash_password(password));
        });
    }
    // The letters that are sent now, whole.
    std::vector<std::string> letters() {
        const auto folder = fs::path(folder_.path()) / std::to_string(++folders_);
        mail::FolderMailer mailer(folder, site().clock());
        mail::Outbox outbox(site().database(), site().clock(), mailer, [](sql::Tx&) {
            return mail::Sender{"The Networks", "hello@example.org"};
        });
        jobs::Worker worker(site().database(), site().clock(),
                            {{std::string(mail::send_job),
                              [&](const record::Details& payload) { outbox.send(payload); }}});
        worker.run_due();
        std::vector<std::string> all;
        for (const auto& entry : fs::directory_iterator(folder)) {
            std::ifstream file(entry.path(), std::ios::binary);
            const std::string letter((std::istreambuf_iterator<char>(file)), {});
            all.push_back(letter);
        }
        return all;
    }
    // What a person presses in the letter; the lines of a mail are broken with "=".
    static std::string link_in(std::string letter) {
        for (auto at = letter.find("=\r\n"); at != letter.npos; at = letter.find("=\r\n", at)) {
            letter.erase(at, 3);
        }
        for (auto at = letter.find("=3D"); at != letter.npos; at = letter.find("=3D", at + 1)) {
            letter.replace(at, 3, "=");
        }
        const std::string begin = "http://localhost/sign-in/link/";
        const auto at = letter.find(begin);
        if (at == letter.npos) return {};
        const auto end = letter.find_first_of(" \r\n\"<", at);
        return letter.substr(at + std::string("http://localhost").size(),
                             end - at - std::string("http://localhost").size());
    }
    std::size_t sessions_of(const std::string& name) {
        const auto id = site().person(name);
        std::size_t count = 0;
        site().database().read([&](sql::Tx& tx) {
            count = identity::store::sessions_of(tx, id).size();
        });
        return count;
    }

private:
    sql::testing::TestFolder folder_;
    int folders_ = 0;
};
MOOTHALL_ON_BOTH_ENGINES(SignIn);

// ---- by a link ----

TEST_P(SignIn, TheLinkInTheLetterAndOnePressSignIn) {
    site().person("Ann Lee", {"ccio"});
    auto browser = site().visitor();
    const auto asked = ask_for_link(browser, "Ann-Lee@Example.org");
    EXPECT_EQ(asked.location(), "/sign-in/sent");
    EXPECT_TRUE(browser.follow(asked).says("Check your email"));
    const auto sent = letters();
    ASSERT_EQ(sent.size(), 1u);
    EXPECT_NE(sent.front().find("ann-lee@example.org"), std::string::npos);
    const auto link = link_in(sent.front());
    const auto page = browser.get(link);
    EXPECT_EQ(page.status(), 200);
    const auto pressed = browser.press(page, "/sign-in/link/");
    EXPECT_EQ(pressed.location(), "/");
    EXPECT_EQ(browser.get("/").find("h1").text(), "Good morning, Ann");
}

// A browser without Sec-Fetch-Site, as over plain HTTP: only Origin says where a form comes from,
// and it is "null" for forms of a page that wants no referrer.
std::string origin_sent_from(const Page& page) {
    return page.header("Referrer-Policy") == "no-referrer" ? "null" : "http://localhost";
}

TEST_P(SignIn, TheButtonWorksInABrowserThatSaysOnlyTheOrigin) {
    site().person("Ann");
    auto browser = site().visitor();
    ask_for_link(browser, "ann@example.org");
    const auto page = browser.get(link_in(letters().front()));
    browser.post_headers = {{"Origin", origin_sent_from(page)}};
    EXPECT_EQ(browser.press(page, "/sign-in/link/").status(), 303);
    EXPECT_EQ(sessions_of("Ann"), 1u);
}

// The address of the page is a secret.
TEST_P(SignIn, ThePageOfALinkTellsItsAddressToNobodyElse) {
    site().person("Ann");
    auto browser = site().visitor();
    ask_for_link(browser, "ann@example.org");
    const auto page = browser.get(link_in(letters().front()));
    EXPECT_EQ(page.header("Referrer-Policy"), "same-origin");
    int addresses = 0;
    for (const auto* name : {"href", "src", "srcset", "action"}) {
        for (const auto& element : page.all("[" + std::string(name) + "]")) {
            const auto address = element.attribute(name).value_or("");
            const bool is_ours = address.starts_with('/') && !address.starts_with("//");
            EXPECT_TRUE(is_ours || address.starts_with('#')) << address;
            ++addresses;
        }
    }
    EXPECT_GT(addresses, 3) << "its style, its script, its form";
}

TEST_P(SignIn, LookingAtALinkDoesNotUseItUp) {
    site().person("Ann");
    auto browser = site().visitor();
    ask_for_link(browser, "ann@example.org");
    const auto link = link_in(letters().front());
    auto filter = site().visitor();  // of a mail server, which follows links
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(filter.get(link).has("form[action*=/sign-in/link/]"));
    EXPECT_EQ(sessions_of("Ann"), 0u);
    EXPECT_EQ(browser.press(browser.get(link), "/sign-in/link/").status(), 303);
    EXPECT_EQ(sessions_of("Ann"), 1u);
}

TEST_P(SignIn, ALinkWorksOnceAndSaysWhyItDoesNot) {
    site().person("Ann");
    auto browser = site().visitor();
    ask_for_link(browser, "ann@example.org");
    ask_for_link(browser, "ann@example.org");
    const auto sent = letters();
    ASSERT_EQ(sent.size(), 2u);
    const auto link = link_in(sent[0]);
    const auto page = browser.get(link);
    EXPECT_EQ(browser.press(page, "/sign-in/link/").status(), 303);
    auto other = site().visitor();
    const auto used = other.get(link);
    EXPECT_TRUE(used.says("This link was used already."));
    EXPECT_FALSE(used.has("form[action*=/sign-in/link/]"));
    const auto late = other.get(link_in(sent[1]));
    site().clock().advance(base::minutes(20));
    EXPECT_EQ(other.press(late, "/sign-in/link/").status(), 422);
    EXPECT_TRUE(other.get(link_in(sent[1])).says("This link is too old."));
    EXPECT_TRUE(other.get("/sign-in/link/made-up").says("We do not know this link."));
    EXPECT_EQ(sessions_of("Ann"), 1u);
}

TEST_P(SignIn, TheAnswerTellsNobodyWhoIsAMember) {
    site().person("Ann");
    auto browser = site().visitor();
    const auto known = ask_for_link(browser, "ann@example.org");
    const auto unknown = ask_for_link(browser, "nobody@example.org");
    EXPECT_EQ(known.status(), 303);
    EXPECT_EQ(unknown.status(), 303);
    EXPECT_EQ(known.location(), unknown.location());
    EXPECT_EQ(known.body(), unknown.body());
    EXPECT_EQ(known.header("Set-Cookie"), unknown.header("Set-Cookie"));
    EXPECT_TRUE(browser.follow(known).body() == browser.follow(unknown).body());
    EXPECT_EQ(letters().size(), 1u);
}

TEST_P(SignIn, TheAnswerDoesTheSameWorkForAMemberAndForAStranger) {
    site().person("Ann");
    CountingDatabase counting(site().database());
    app::House house(counting, site().clock(), "http://localhost");
    site().answer_with(&house);
    auto browser = site().visitor();
    const auto writes = [&](const std::string& email, Changes changes) {
        const auto page = browser.get("/sign-in");
        house.site().wait_until_quiet();
        counting.take();
        changes.emplace_back("email", email);
        EXPECT_EQ(browser.press(page, "/sign-in", changes).location(), "/sign-in/sent");
        house.site().wait_until_quiet();
        return counting.take();
    };
    for (const Changes& changes : {Changes{}, Changes{{"once", ""}}}) {
        const auto of_member = writes("ann@example.org", changes);
        const auto of_stranger = writes("nobody@example.org", changes);
        ASSERT_EQ(of_member.size(), 2u) << "the answer, and what follows it";
        ASSERT_EQ(of_stranger.size(), 2u);
        EXPECT_EQ(of_member[0], of_stranger[0]);
        EXPECT_GT(of_member[1], of_stranger[1]) << "the letter";
    }
    site().answer_with(nullptr);
    EXPECT_EQ(letters().size(), 2u);
}

TEST_P(SignIn, JoiningDoesTheSameWorkForAMemberAndForAStranger) {
    site().person("Ann");
    CountingDatabase counting(site().database());
    app::House house(counting, site().clock(), "http://localhost");
    site().answer_with(&house);
    auto browser = site().visitor();
    const auto writes = [&](const std::string& email) {
        const auto page = browser.get("/join");
        house.site().wait_until_quiet();
        counting.take();
        const auto sent = browser.press(page, "/join", {{"full_name", "Zoe"}, {"email", email}});
        EXPECT_EQ(sent.status(), 303);
        house.site().wait_until_quiet();
        return counting.take();
    };
    const auto of_member = writes("ann@example.org");
    const auto of_stranger = writes("nobody@example.org");
    ASSERT_EQ(of_member.size(), of_stranger.size());
    ASSERT_FALSE(of_member.empty());
    EXPECT_EQ(of_member[0], of_stranger[0]) << "what the answer waits for";
    site().answer_with(nullptr);
    EXPECT_EQ(letters().size(), 2u);
}

TEST_P(SignIn, AtMostFiveLinksWait) {
    site().person("Ann");
    auto browser = site().visitor();
    for (int i = 0; i < 7; ++i) {
        EXPECT_EQ(ask_for_link(browser, "ann@example.org").location(), "/sign-in/sent");
        site().clock().advance(base::seconds(30));
    }
    EXPECT_EQ(letters().size(), 5u) << "and the sixth asker is told the same";
    site().clock().advance(base::minutes(20));
    ask_for_link(browser, "ann@example.org");
    EXPECT_EQ(letters().size(), 1u);
}

TEST_P(SignIn, ALetterThatIsSentLeavesNoSecretBehind) {
    site().person("Ann");
    auto browser = site().visitor();
    ask_for_link(browser, "ann@example.org");
    const auto link = link_in(letters().front());
    const auto token = link.substr(link.rfind('/') + 1);
    ASSERT_GE(token.size(), 43u);
    std::string rows;
    site().database().read([&](sql::Tx& tx) {
        const auto add = [&](const sql::Row& row) {
            rows.append(row.text(0)).append("\n");
            return true;
        };
        for (const auto* text : {"SELECT subject || text || html || to_address FROM letters",
                                 "SELECT payload FROM jobs", "SELECT details FROM facts"}) {
            tx.run_text({"left_behind", text}, {}, add);
        }
    });
    EXPECT_NE(rows.find("ann@example.org"), std::string::npos) << "the right place to look";
    EXPECT_EQ(rows.find(token), std::string::npos);
    EXPECT_EQ(rows.find("sign-in/link"), std::string::npos);
}

TEST_P(SignIn, WhatIsNoAddressIsSaidSo) {
    auto browser = site().visitor();
    EXPECT_TRUE(ask_for_link(browser, "").says("Enter your email address"));
    const auto refused = ask_for_link(browser, "ann at home");
    EXPECT_EQ(refused.status(), 422);
    EXPECT_TRUE(refused.says("Email address must be like name@example.org"));
    EXPECT_EQ(refused.find("#email").attribute("value"), "ann at home");
}

TEST_P(SignIn, AskingIsLimitedForEachAddress) {
    auto browser = site().visitor();
    for (int i = 0; i < 10; ++i) {
        EXPECT_EQ(ask_for_link(browser, std::to_string(i) + "@example.org").status(), 303);
    }
    EXPECT_EQ(ask_for_link(browser, "more@example.org").status(), 429);
    site().clock().advance(base::minutes(1));
    EXPECT_EQ(ask_for_link(browser, "more@example.org").status(), 303);
}

// ---- by a password ----

TEST_P(SignIn, ThePasswordSignsIn) {
    give_password("Ann", "correct horse battery");
    auto browser = site().visitor();
    const auto done = try_password(browser, "ann@example.org", "correct horse battery");
    EXPECT_EQ(done.location(), "/");
    EXPECT_EQ(browser.get("/").status(), 200);
    EXPECT_TRUE(browser.get("/settings").says("Firefox on Linux"));
}

TEST_P(SignIn, WrongPasswordAndUnknownAddressAreOneAnswer) {
    give_password("Ann", "correct horse battery");
    site().person("Bob");  // has no password
    auto browser = site().visitor();
    const std::string sentence = "Address and password do not match.";
    for (const auto* email : {"ann@example.org", "bob@example.org", "nobody@example.org"}) {
        const auto refused = try_password(browser, email, "correct horse");
        EXPECT_EQ(refused.status(), 422) << email;
        EXPECT_TRUE(refused.says(sentence)) << email;
        EXPECT_EQ(refused.find("#email").attribute("value"), email);
        EXPECT_FALSE(refused.find("#password").attribute("value"));
        EXPECT_EQ(refused.body().find("correct horse"), std::string::npos);
    }
    for (const auto* near : {"correct horse batter", "Correct horse battery",
                             "correct horse battery ", ""}) {
        EXPECT_EQ(try_password(browser, "ann@example.org", near).status(), 422) << near;
    }
    EXPECT_EQ(sessions_of("Ann"), 0u);
}

TEST_P(SignIn, TheEleventhTryAtOneAccountWaits) {
    give_password("Ann", "correct horse battery");
    for (int i = 0; i < 10; ++i) {
        auto browser = site().visitor();
        EXPECT_TRUE(try_password(browser, "ann@example.org", "guess").says("do not match"));
    }
    auto browser = site().visitor();
    // However the address is written, and even with the right password.
    for (const auto* written : {"ann@example.org", "ANN@example.org", " ann@example.org  "}) {
        const auto refused = try_password(browser, written, "correct horse battery");
        EXPECT_EQ(refused.status(), 422) << written;
        EXPECT_TRUE(refused.says("Too many tries for this address.")) << written;
    }
    EXPECT_TRUE(try_password(browser, "bob@example.org", "guess").says("do not match"));
    site().clock().advance(base::minutes(1));
    EXPECT_EQ(try_password(browser, "ann@example.org", "correct horse battery").status(), 303);
}

TEST_P(SignIn, WhatCannotBeAnAddressIsNeitherCountedNorChecked) {
    std::string long_one;
    for (int i = 0; i < 150; ++i) long_one += "é";  // as bytes, more than an address may have
    for (const auto& email : {std::string("ann at home"), long_one + "@example.org"}) {
        for (int i = 0; i < 11; ++i) {
            auto browser = site().visitor();
            const auto refused = try_password(browser, email, "guess");
            EXPECT_EQ(refused.status(), 422);
            EXPECT_TRUE(refused.says("Email address must be like name@example.org")) << email;
        }
        site().clock().advance(base::minutes(1));  // the limit of the address that it comes from
    }
}

TEST_P(SignIn, TriesAreLimitedForEachAddressTheyComeFrom) {
    auto browser = site().visitor();
    for (int i = 0; i < 20; ++i) {
        EXPECT_EQ(try_password(browser, std::to_string(i) + "@example.org", "guess").status(), 422);
    }
    EXPECT_EQ(try_password(browser, "more@example.org", "guess").status(), 429);
    browser.cookies()["session"] = "made-up";
    EXPECT_EQ(try_password(browser, "more@example.org", "guess").status(), 429);
}

// ---- where it leads ----

// What browsers would take to another site, written in the ways that get past careless checks.
const std::vector<std::string> off_site = {
    "https://evil.example", "//evil.example", "///evil.example", "/\\evil.example",
    "\\\\evil.example", "/\t/evil.example", "/\n/evil.example", "/\r/evil.example",
    "\t//evil.example", " //evil.example", "javascript:alert(1)", "evil.example",
    "/\x01/evil.example", "http:evil.example", "/%0d%0aSet-Cookie: a=b\r\nX: y", "",
    "/ok\r\nSet-Cookie: a=b"};

bool stays_here(const std::string& location) {
    const auto is_odd = [](unsigned char c) { return c < 0x20 || c == '\\'; };
    return location.starts_with('/') && !location.starts_with("//") &&
           std::ranges::none_of(location, is_odd);
}

TEST_P(SignIn, TheNextPageIsAlwaysOneOfOurs) {
    for (const auto& next : off_site) {
        auto browser = site().as("Bob");
        const auto shown = browser.get("/sign-in?next=" + http::percent_encode(next));
        EXPECT_EQ(shown.location(), "/") << "signed in already: " << next;
        auto visitor = site().visitor();
        std::string token;
        const auto id = site().person("Bob");
        site().database().write([&](sql::Tx& tx) {
            token = identity::make_link(tx, id, site().clock().now());
        });
        const auto page = visitor.get("/sign-in/link/" + token +
                                      "?next=" + http::percent_encode(next));
        EXPECT_EQ(page.fields_of("/sign-in/link/").get("next"), "/") << next;
        const auto done = visitor.press(page, "/sign-in/link/", {{"next", next}});
        EXPECT_EQ(done.location(), "/") << "by a link: " << next;
        site().clock().advance(base::minutes(1));  // not too many at once
    }
}

TEST_P(SignIn, TheNextPageAfterAPasswordIsOneOfOursToo) {
    give_password("Ann", "correct horse battery");
    for (const auto& next : off_site) {
        auto browser = site().visitor();
        const auto page = browser.get("/sign-in/password");
        const auto done = browser.press(page, "/sign-in/password",
                                        {{"email", "ann@example.org"},
                                         {"password", "correct horse battery"},
                                         {"next", next}});
        EXPECT_TRUE(stays_here(done.location())) << next << " became " << done.location();
        site().clock().advance(base::minutes(1));
    }
}

TEST_P(SignIn, OneIsTakenWhereOneWasGoing) {
    site().person("Ann", {"ccio"});
    auto browser = site().visitor();
    const auto stopped = browser.get("/forum?list=new");
    const auto page = browser.follow(stopped);
    browser.press(page, "/sign-in", {{"email", "ann@example.org"}});
    const auto link = link_in(letters().front());
    const auto done = browser.press(browser.get(link), "/sign-in/link/");
    EXPECT_EQ(done.location(), "/forum?list=new");
}

}  // namespace
}  // namespace account
