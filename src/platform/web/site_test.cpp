// The pipeline on a small site of its own: who may knock, what comes back when something goes
// wrong, and that a form counts once.

#include "platform/web/site.h"

#include "platform/web/test_small_site.h"

#include <future>
#include <gtest/gtest.h>
#include <latch>
#include <thread>

namespace web {
namespace {

using testing::Headers;
using testing::Named;
using testing_site::Page;

class WebSite : public testing::SmallSite {};
MOOTHALL_ON_BOTH_ENGINES(WebSite);

// ---- who may knock ----

TEST_P(WebSite, AVisitorIsShownTheWayIn) {
    const auto page = get("/notes?of=ann");
    EXPECT_EQ(page.status(), 303);
    EXPECT_EQ(page.location(), "/sign-in?next=%2Fnotes%3Fof%3Dann");
}

TEST_P(WebSite, WhatOneMayNotIsNotThere) {
    site().person("Mia", {"ccio"}, {"moderator"});
    const auto bob = cookies_of("Bob");
    EXPECT_EQ(get("/keys", bob).status(), 404);
    EXPECT_TRUE(get("/keys", bob).body() == get("/things/0", bob).body()) << "nor a thing's page";
    EXPECT_EQ(post("/keys", with(form_for(bob), {{"title", "A"}}), bob).status(), 404);
    EXPECT_EQ(get("/keys", cookies_of("Mia")).body(), "keys");
    EXPECT_EQ(kept(), 0u);
}

TEST_P(WebSite, WhatTheGateDoesNotLetOutNoVisitorReads) {
    EXPECT_EQ(get("/room").body(), get("/things/0").body()) << "as what is not there";
    EXPECT_EQ(get("/room").status(), 404);
    EXPECT_EQ(get("/room", cookies_of("Bob")).body(), "said in the room");
    EXPECT_EQ(get("/apart").body(), "apart");
}

TEST_P(WebSite, AMadeUpSessionIsAVisitors) {
    EXPECT_EQ(get("/notes", "session=AAAA").status(), 303);
    EXPECT_EQ(get("/notes", "session=").status(), 303);
    EXPECT_EQ(get("/notes", "session=%00%ff'; session=\"").status(), 303);
}

// ---- routes ----

TEST_P(WebSite, ErrorsCarryTheCommunitysName) {
    site().visitor().get("/sign-in");  // the name was given after the site was made
    for (const auto* path : {"/no-such-page", "/assets/none"}) {
        const auto page = site().visitor().get(path);
        EXPECT_EQ(page.status(), 404);
        EXPECT_TRUE(page.find("title").text().ends_with("| The Networks")) << path;
    }
}

TEST_P(WebSite, WhatIsNotThereIs404AndWhatCannotBeDoneThereIs405) {
    EXPECT_EQ(get("/nothing").status(), 404);
    EXPECT_EQ(get("/notes/").status(), 404);
    EXPECT_EQ(get("/assets/nothing.css").status(), 404);
    EXPECT_EQ(post("/things/1", {}).status(), 405);
    EXPECT_EQ(get("/broken/").status(), 404);
    EXPECT_EQ(get("/short").status(), 405);
}

TEST_P(WebSite, IdsThatAreNoneAreNotThere) {
    EXPECT_EQ(get("/things/7").body(), "7");
    EXPECT_EQ(get("/things/7-seven-things").body(), "7");
    EXPECT_EQ(get("/things/9223372036854775807").body(), "9223372036854775807");
    for (const auto* id : {"0", "-1", "-", "seven", "7seven", "7.0", "7 ", " 7", "+7", "0x7", "7e3",
                           "9223372036854775808", "99999999999999999999999999",
                           "-9223372036854775808", "７", "1_000", "7\n"}) {
        EXPECT_EQ(get(std::string("/things/") + id).status(), 404) << id;
    }
}

TEST_P(WebSite, HeadIsAnsweredAsGet) {
    const auto head = ask({.method = http::Method::head, .path = "/things/7"});
    EXPECT_EQ(head.status(), 200);
    const auto nowhere = ask({.method = http::Method::head, .path = "/short"});
    EXPECT_EQ(nowhere.status(), 405) << "HEAD of what can only be sent";
}

TEST_P(WebSite, TooOftenIsTooOften) {
    for (int i = 0; i < 3; ++i) EXPECT_EQ(get("/seldom").status(), 200) << i;
    EXPECT_EQ(get("/seldom").status(), 429);
    EXPECT_EQ(ask({.path = "/seldom", .peer = "192.0.2.7"}).status(), 200) << "another address";
    site().clock().advance(base::seconds(21));
    EXPECT_EQ(get("/seldom").status(), 200);
    EXPECT_EQ(get("/seldom").status(), 429);
}

TEST_P(WebSite, AMadeUpCookieDoesNotBuyMoreTries) {
    for (int i = 0; i < 3; ++i) EXPECT_EQ(get("/seldom").status(), 200);
    EXPECT_EQ(get("/seldom", "session=made-up").status(), 429);
    EXPECT_EQ(get("/seldom", "visitor=made-up").status(), 429);
}

TEST_P(WebSite, TheAddressesOfOneSubscriberCountAsOne) {
    const auto from = [&](const std::string& peer) {
        return ask({.path = "/seldom", .peer = peer}).status();
    };
    for (const auto* peer : {"2001:db8:1:2::1", "2001:db8:1:2:ffff::1", "2001:db8:1:2::3"}) {
        EXPECT_EQ(from(peer), 200) << peer;
    }
    EXPECT_EQ(from("2001:db8:1:2:3:4:5:6"), 429);
    EXPECT_EQ(from("2001:db8:1:3::1"), 200) << "the neighbour";
}

// ---- forged forms ----

TEST_P(WebSite, AFormNeedsTheTokenOfItsOwnSession) {
    const auto ann = cookies_of("Ann");
    const auto bob = cookies_of("Bob");
    const auto other_of_bob = cookies_of("Bob");
    const std::string token = form_for(bob).front().second;
    const auto attempt = [&](const std::string& tried) {
        return post("/notes", {{"token", tried}, {"title", "Mine"}}, bob).status();
    };
    EXPECT_EQ(post("/notes", {{"title", "Mine"}}, bob).status(), 403);
    EXPECT_EQ(attempt(""), 403);
    EXPECT_EQ(attempt("made-up"), 403);
    EXPECT_EQ(attempt(form_for(ann).front().second), 403) << "of another person";
    EXPECT_EQ(attempt(form_for(other_of_bob).front().second), 403) << "of another device";
    EXPECT_EQ(attempt(token.substr(1)), 403);
    EXPECT_EQ(kept(), 0u);
    EXPECT_EQ(attempt(token), 303);
    EXPECT_EQ(kept(), 1u);
}

TEST_P(WebSite, AFormFromElsewhereIsRefusedEvenWithTheToken) {
    const auto bob = cookies_of("Bob");
    const auto token = form_for(bob).front().second;
    const auto from = [&](const Headers& headers) {
        return ask({.method = http::Method::post,
                    .path = "/notes",
                    .body = "title=A&token=" + token,
                    .headers = headers,
                    .cookies = bob})
            .status();
    };
    for (const auto* site : {"cross-site", "same-site", "nonsense"}) {
        EXPECT_EQ(from({{"Sec-Fetch-Site", site}}), 403) << site;
    }
    for (const auto* origin :
         {"null", "https://evil.example", "http://localhost.evil.example",
          "http://evil.example/localhost", "http://localhost:81", "localhost"}) {
        EXPECT_EQ(from({{"Origin", origin}}), 403) << origin;
    }
    EXPECT_EQ(from({{"Sec-Fetch-Site", "cross-site"}, {"Origin", "http://localhost"}}), 403);
    EXPECT_EQ(kept(), 0u);
    EXPECT_EQ(from({{"Origin", "http://localhost"}}), 303);
    EXPECT_EQ(from({{"Sec-Fetch-Site", "none"}}), 303) << "typed by the person";
    EXPECT_EQ(from({}), 303) << "an old browser: the token decides";
}

// RFC 8058: a mail server presses the one button of a letter, without a form of ours.
TEST_P(WebSite, OneClickNeedsNoTokenWhereARouteTakesItAndIsNobodys) {
    const auto bob = cookies_of("Bob");
    const std::string one_click = "List-Unsubscribe=One-Click";
    const auto attempt = [&](const std::string& path, const std::string& body, Headers headers) {
        return ask({.method = http::Method::post,
                    .path = path,
                    .body = body,
                    .headers = std::move(headers),
                    .cookies = bob});
    };
    EXPECT_EQ(attempt("/stop/abc", one_click, {}).body(), "stopped by nobody") << "cookies or not";
    const std::string parts =
        "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n"
        "--b--\r\n";
    const http::Header multipart{"Content-Type", "multipart/form-data; boundary=b"};
    EXPECT_EQ(attempt("/stop/abc", parts, {multipart}).body(), "stopped by nobody");
    EXPECT_EQ(kept(), 2u);
    EXPECT_EQ(attempt("/stop/abc", "title=A", {}).status(), 403) << "another form";
    EXPECT_EQ(attempt("/stop/abc", "List-Unsubscribe=Two-Clicks", {}).status(), 403);
    EXPECT_EQ(attempt("/stop/abc", one_click, {{"Origin", "https://evil.example"}}).status(), 403)
        << "a browser on somebody else's page";
    EXPECT_EQ(attempt("/notes", one_click + "&title=A", {}).status(), 403) << "no other route";
    EXPECT_EQ(attempt("/open", one_click + "&title=A", {}).status(), 403);
    EXPECT_EQ(attempt("/notes", parts, {multipart}).status(), 400);
    EXPECT_EQ(kept(), 2u);
    const std::string token = form_for(bob).front().second;
    EXPECT_EQ(attempt("/stop/abc", "token=" + token, {}).body(), "stopped by a person")
        << "with our form it is a form like any other";
}

TEST_P(WebSite, AVisitorsOldFormCanBeSentAgain) {
    const auto old = post("/open", {{"token", "old"}, {"title", "Mine"}, {"body", "Words"}});
    ASSERT_EQ(old.status(), 403);
    EXPECT_EQ(old.find("#body").text(), "Words");
    const auto set = old.header("Set-Cookie");
    ASSERT_TRUE(set.starts_with("visitor=")) << "the new token is bound to it";
    const auto fields = old.fields_of("/open");
    const auto again = post("/open", fields.all(), set.substr(0, set.find(';')));
    EXPECT_EQ(again.status(), 303);
    EXPECT_EQ(kept(), 1u);
}

// ---- forms that cannot be read ----

TEST_P(WebSite, AFormThatIsNoTextIsRefused) {
    const auto bob = cookies_of("Bob");
    const auto token = form_for(bob).front().second;
    for (const auto* body : {"title=%ff", "title=%c0%af", "title=%ed%a0%80", "%ff=title",
                             "title=%f5%80%80%80", "title=a%00b"}) {
        const auto page = ask({.method = http::Method::post,
                               .path = "/notes",
                               .body = std::string(body) + "&token=" + token,
                               .cookies = bob});
        EXPECT_EQ(page.status(), 400) << body;
    }
    EXPECT_EQ(kept(), 0u);
}

TEST_P(WebSite, WhatIsTooLongComesBackWithTheLimit) {
    const auto bob = cookies_of("Bob");
    const auto refused = post(
        "/notes", with(form_for(bob), {{"title", "eleven char"}, {"body", std::string(21, 'x')}}),
        bob);
    EXPECT_EQ(refused.status(), 422);
    EXPECT_TRUE(refused.says("Title can be 10 characters long; this has 11."));
    EXPECT_TRUE(refused.says("Note can be 20 characters long; this has 21."));
    EXPECT_EQ(refused.find("#title").attribute("value"), "eleven char");
    EXPECT_EQ(refused.find("#title").attribute("aria-invalid"), "true");
    EXPECT_EQ(refused.find("textarea").text(), std::string(21, 'x'));
    EXPECT_TRUE(refused.find("title").text().starts_with("Error: "));
    const std::string ten_faces = "😀😀😀😀😀😀😀😀😀😀";
    EXPECT_EQ(post("/notes", with(form_for(bob), {{"title", ten_faces}}), bob).status(), 303);
}

TEST_P(WebSite, ABodyOverTheRoutesLimitIs413) {
    EXPECT_EQ(post("/short", {{"body", std::string(500, 'x')}}).status(), 413);
}

TEST_P(WebSite, WhatWasTypedComesBackAsText) {
    const auto bob = cookies_of("Bob");
    const std::string hostile = "</textarea><script>alert(1)</script>";
    const auto refused =
        post("/notes", with(form_for(bob), {{"title", ""}, {"body", hostile}}), bob);
    EXPECT_EQ(refused.status(), 422);
    EXPECT_EQ(refused.find("textarea").text(), hostile);
    const auto old = post("/notes", {{"body", hostile}, {"title", "\"><script>"}}, bob);
    EXPECT_EQ(old.status(), 403);
    EXPECT_EQ(old.find("#body").text(), hostile);
    EXPECT_EQ(old.find("#title").text(), "\"><script>");
    EXPECT_EQ(old.body().find("<script>alert"), std::string::npos);
}

// ---- a form counts once ----

TEST_P(WebSite, WhatIsSentTwiceIsDoneOnce) {
    const auto bob = cookies_of("Bob");
    const auto form = with(form_for(bob), {{"title", "One"}});
    const auto first = post("/notes", form, bob);
    const auto second = post("/notes", form, bob);
    EXPECT_EQ(second.status(), 303);
    EXPECT_EQ(second.location(), first.location());
    EXPECT_TRUE(second.header("Set-Cookie").starts_with("flash=That%20was%20sent%20already"));
    EXPECT_EQ(kept(), 1u);
}

TEST_P(WebSite, APageDrawnAgainKeepsTheNumberOfItsForm) {
    const auto bob = cookies_of("Bob");
    const auto form = form_for(bob);
    const auto refused = post("/notes", with(form, {{"title", ""}}), bob);
    EXPECT_EQ(refused.fields_of("/notes").get("once"), form[1].second);
    const auto made_up = post("/notes", {form[0], {"once", "<b>"}, {"title", ""}}, bob);
    EXPECT_EQ(made_up.fields_of("/notes").get("once").size(), 22u);
}

TEST_P(WebSite, TwoPressesAtTheSameMomentAreDoneOnce) {
    constexpr std::size_t rounds = 10;
    const auto bob = cookies_of("Bob");
    for (std::size_t round = 1; round <= rounds; ++round) {
        const auto form = with(form_for(bob), {{"title", std::to_string(round)}});
        std::latch ready(2);
        const auto press = [&] {
            ready.arrive_and_wait();
            return post("/notes", form, bob);
        };
        auto other = std::async(std::launch::async, press);
        const auto one = press();
        const auto two = other.get();
        EXPECT_EQ(one.status(), 303);
        EXPECT_EQ(two.status(), 303);
        EXPECT_EQ(one.location(), two.location());
        EXPECT_EQ(kept(), round);
    }
}

TEST_P(WebSite, WhatWasRefusedHasNotHappenedAndHasNotCounted) {
    const auto bob = cookies_of("Bob");
    const auto form = form_for(bob);
    const auto refused = post("/notes", with(form, {{"title", "One"}, {"body", "refuse"}}), bob);
    EXPECT_EQ(refused.status(), 422);
    EXPECT_TRUE(refused.says("Not like this."));
    EXPECT_EQ(kept(), 0u) << "what the handler wrote is rolled back";
    EXPECT_EQ(post("/notes", with(form, {{"title", "One"}}), bob).status(), 303);
    EXPECT_EQ(kept(), 1u);
}

TEST_P(WebSite, AFlashIsShownOnceAndAsText) {
    const auto bob = cookies_of("Bob");
    const auto done = post("/notes", with(form_for(bob), {{"title", "A"}}), bob);
    const auto set = done.header("Set-Cookie");
    ASSERT_TRUE(set.starts_with("flash="));
    const auto next = get(done.location(), bob + "; " + set.substr(0, set.find(';')));
    EXPECT_TRUE(next.says("Kept <b>A</b>."));
    EXPECT_EQ(next.body().find("<b>A"), std::string::npos);
    const auto removed = next.header("Set-Cookie");
    EXPECT_TRUE(removed.starts_with("flash=;"));
    EXPECT_NE(removed.find("Max-Age=0"), std::string::npos);
    EXPECT_FALSE(get("/notes", bob).says("Kept"));
    EXPECT_FALSE(get("/notes", bob + "; flash=" + std::string(300, 'x')).says("xxx"));
    EXPECT_EQ(get("/notes", bob + "; flash=%ff%fe").status(), 200);
}

// ---- when something breaks ----

TEST_P(WebSite, WhatOnlyAFormCanGiveIsAFaultInAPageThatWasAskedFor) {
    EXPECT_EQ(get("/broken/again").status(), 500);
    EXPECT_EQ(get("/broken/form").status(), 500);
    EXPECT_EQ(get("/open").status(), 200) << "and the next one is answered";
}

TEST_P(WebSite, AHandlerThatThrowsGivesThePageOfErrorsAndTheTextBack) {
    const auto page = get("/broken");
    EXPECT_EQ(page.status(), 500);
    EXPECT_EQ(page.name(), "error");
    const auto bob = cookies_of("Bob");
    const auto sent = post("/broken", with(form_for(bob), {{"body", "My words"}}), bob);
    EXPECT_EQ(sent.status(), 500);
    EXPECT_EQ(sent.find("#body").text(), "My words");
    EXPECT_FALSE(page.says("secret words") || sent.says("secret words"));
    const auto fields = sent.fields_of("/broken");
    EXPECT_TRUE(post("/broken", fields.all(), bob).says("That did not send")) << "a good token";
}

TEST_P(WebSite, ADatabaseThatIsAwayIs503WithTheTextBack) {
    EXPECT_EQ(get("/gone").status(), 503);
    const auto bob = cookies_of("Bob");
    const auto sent = post("/gone", with(form_for(bob), {{"body", "My words"}}), bob);
    EXPECT_EQ(sent.status(), 503);
    EXPECT_EQ(sent.find("#body").text(), "My words");
    EXPECT_FALSE(sent.says("secret words"));
}

TEST_P(WebSite, TroubleBeforeAnythingIsWrittenGivesTheTextBackToo) {
    const auto bob = cookies_of("Bob");
    const auto sent = post("/gone/early", with(form_for(bob), {{"body", "My words"}}), bob);
    EXPECT_EQ(sent.status(), 503);
    EXPECT_EQ(sent.find("#body").text(), "My words");
    site().database().write([](sql::Tx& tx) {
        tx.run_script({"settings_lost", "ALTER TABLE settings RENAME TO lost"});
    });
    const auto unknown = post("/gone/early", {{"body", "My words"}});  // without any cookie
    EXPECT_EQ(unknown.status(), 500);
    EXPECT_EQ(unknown.find("#body").text(), "My words");
}

TEST_P(WebSite, WhatIsSentAgainIsThePressOfTheSameButton) {
    const auto bob = cookies_of("Bob");
    const Named pressed = {{"do", "save"}, {"body", "\nMy words"}};
    for (const auto* path : {"/broken", "/gone", "/notes"}) {
        const bool is_stale = path == std::string_view("/notes");
        const auto sent = post(path, is_stale ? pressed : with(form_for(bob), pressed), bob);
        EXPECT_EQ(sent.fields_of(path).get("do"), "save") << path;
        EXPECT_EQ(sent.find("input[name=do]").attribute("type"), "hidden") << path;
        EXPECT_NE(sent.body().find(">\n\nMy words<"), std::string::npos)
            << "the parser takes the first line break away";
    }
}

TEST_P(WebSite, PasswordsNeverComeBack) {
    const auto bob = cookies_of("Bob");
    const auto sent =
        post("/broken", with(form_for(bob), {{"password", "correct horse"}, {"body", "x"}}), bob);
    EXPECT_EQ(sent.body().find("correct horse"), std::string::npos);
}

TEST_P(WebSite, HealthTellsWhetherTheDatabaseAnswers) {
    EXPECT_EQ(get("/health").status(), 200);
    EXPECT_EQ(get("/health").body(), R"({"status":"ok"})");
    site().database().write([](sql::Tx& tx) {
        tx.run_script({"settings_lost", "ALTER TABLE settings RENAME TO lost"});
    });
    EXPECT_EQ(get("/health").status(), 503);
    EXPECT_EQ(get("/health").body(), R"({"status":"unavailable"})");
}

TEST_P(WebSite, MetricsAreForThisMachineOrThoseWithTheToken) {
    const auto from = [&](const std::string& peer, const std::string& authorization) {
        return ask({.path = "/metrics",
                    .headers = {{"Authorization", authorization}},
                    .peer = peer});
    };
    get("/things/1");
    const auto here = from("127.0.0.1", "");
    EXPECT_EQ(here.status(), 200);
    EXPECT_NE(here.body().find("/things/{thing}"), std::string::npos);
    EXPECT_NE(here.body().find("more_of_it 1"), std::string::npos);
    EXPECT_EQ(from("::1", "").status(), 200);
    EXPECT_EQ(from("192.0.2.7", "").status(), 404);
    EXPECT_EQ(from("192.0.2.7", "Bearer ").status(), 404);
    EXPECT_EQ(from("192.0.2.7", "Bearer let-me-se").status(), 404);
    EXPECT_EQ(from("192.0.2.7", "let-me-see").status(), 404);
    EXPECT_EQ(from("192.0.2.7", "Bearer let-me-see").status(), 200);
}

// ---- what every answer carries ----

TEST_P(WebSite, EveryKindOfAnswerCarriesTheHeadersOfSafety) {
    const auto bob = cookies_of("Bob");
    const std::vector<Page> answers = {
        get("/open"), get("/notes"), get("/notes", bob), get("/nothing"), get("/broken"),
        get("/gone"), get("/health"), get("/metrics"), get("/assets/nothing"),
        post("/notes", {}, bob), post("/notes", form_for(bob), bob), post("/broken", {}),
        post("/notes", {{"body", "x"}}), post("/short", {{"body", std::string(500, 'x')}})};
    for (const Page& page : answers) {
        const std::string what = std::to_string(page.status());
        const auto policy = page.header("Content-Security-Policy");
        EXPECT_TRUE(policy.starts_with("default-src 'none'; script-src 'self';")) << what;
        EXPECT_EQ(policy.find("unsafe"), std::string::npos) << what;
        EXPECT_NE(policy.find("frame-ancestors 'none'"), std::string::npos) << what;
        EXPECT_EQ(page.header("X-Content-Type-Options"), "nosniff") << what;
        EXPECT_EQ(page.header("Referrer-Policy"), "same-origin") << what;
        EXPECT_EQ(page.header("Cross-Origin-Opener-Policy"), "same-origin") << what;
        EXPECT_NE(page.header("Cache-Control"), "") << what;
        EXPECT_EQ(page.header("Strict-Transport-Security"), "") << what << " without TLS";
    }
    const auto secure = ask({.path = "/open", .secure = true});
    EXPECT_NE(secure.header("Strict-Transport-Security"), "");
    EXPECT_TRUE(secure.header("Set-Cookie").starts_with("__Host-visitor="));
    EXPECT_NE(secure.header("Set-Cookie").find("; Secure"), std::string::npos);
    EXPECT_NE(secure.header("Set-Cookie").find("; HttpOnly; SameSite=Lax"), std::string::npos);
}

TEST_P(WebSite, OverTlsACookieWithoutThePrefixIsNobodys) {
    const auto bob = cookies_of("Bob");
    EXPECT_EQ(ask({.path = "/notes", .cookies = bob, .secure = true}).status(), 303);
    EXPECT_EQ(ask({.path = "/notes", .cookies = "__Host-" + bob, .secure = true}).status(), 200);
}

TEST_P(WebSite, ASessionEndsAfterThirtyDaysThoughNothingElseHappens) {
    const auto bob = cookies_of("Bob");
    EXPECT_EQ(get("/notes", bob).status(), 200);
    small().wait_until_quiet();
    site().clock().advance(identity::session_life - base::seconds(1));
    EXPECT_EQ(get("/notes", bob).status(), 200);
    small().wait_until_quiet();
    EXPECT_EQ(get("/notes", bob).status(), 200);
    site().clock().advance(base::seconds(1));
    EXPECT_EQ(get("/notes", bob).status(), 303);
}

}  // namespace
}  // namespace web
