#include "tests/support/test_site.h"

#include <gtest/gtest.h>

namespace forum {
namespace {

using testing_site::Browser;
using testing_site::Page;
using testing_site::path_of;
using testing_site::SiteTest;

class ForumPages : public SiteTest {};
MOOTHALL_ON_BOTH_ENGINES(ForumPages);

TEST_P(ForumPages, AMembersReplyAppearsUnderTheTopic) {
    const auto topic = site().topic("Ann", "Hazard logs");
    auto bob = site().as("Bob");
    const auto page = bob.get(path_of(topic));
    EXPECT_EQ(page.status(), 200);
    EXPECT_EQ(page.name(), "topic");
    const auto sent = bob.press(page, "/replies", {{"body", "Hello **there**"}});
    ASSERT_EQ(sent.status(), 303);
    const auto after = bob.follow(sent);
    EXPECT_TRUE(after.has("#p2"));
    EXPECT_NE(after.body().find("Hello <strong>there</strong>"), std::string::npos);
    EXPECT_TRUE(after.says("Your reply is posted."));
}

TEST_P(ForumPages, AnEmptyReplyComesBackWithTheError) {
    const auto topic = site().topic("Ann", "Hazard logs");
    auto bob = site().as("Bob");
    const auto refused = bob.press(bob.get(path_of(topic)), "/replies", {{"body", "  "}});
    EXPECT_EQ(refused.status(), 422);
    EXPECT_TRUE(refused.has("div.error-sum"));
    EXPECT_TRUE(refused.says("Write something first."));
    EXPECT_TRUE(refused.find("title").text().starts_with("Error: "));
}

TEST_P(ForumPages, ATitleOfManyPartedCharactersIsRefusedNotBroken) {
    std::string title;
    for (int i = 0; i < 100; ++i) {
        title += "\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466";  // a family
    }
    auto ann = site().as("Ann");
    const auto area = std::to_string(site().settled().safety.id.value);
    const auto page = ann.press(ann.get("/forum/new"), "/forum/new",
                                {{"title", title}, {"body", "Look."}, {"area", area}});
    EXPECT_EQ(page.status(), 422);
    EXPECT_TRUE(page.says("Title can be 140 characters long"));
    EXPECT_TRUE(page.says("Look."));
}

TEST_P(ForumPages, TooLongAReplyComesBackWholeWithTheLimit) {
    const auto topic = site().topic("Ann", "Hazard logs");
    auto bob = site().as("Bob");
    const auto page = bob.get(path_of(topic));
    EXPECT_TRUE(page.says("up to 32,000 characters")) << "said before";
    const std::string text(200'000, 'x');
    const auto refused = bob.press(page, "/replies", {{"body", text}});
    EXPECT_EQ(refused.status(), 422);
    EXPECT_EQ(refused.find("textarea").text(), text);
    EXPECT_TRUE(refused.says("this has 200,000"));
}

TEST_P(ForumPages, WhatIsSentTwiceIsPostedOnce) {
    const auto topic = site().topic("Ann", "Hazard logs");
    auto bob = site().as("Bob");
    const auto page = bob.get(path_of(topic));
    const auto first = bob.press(page, "/replies", {{"body", "Once."}});
    const auto second = bob.press(page, "/replies", {{"body", "Once."}});
    EXPECT_EQ(second.status(), 303);
    EXPECT_EQ(second.location(), first.location());
    EXPECT_FALSE(bob.get(path_of(topic)).has("#p3"));
}

TEST_P(ForumPages, AnExpiredTokenGivesTheTextBack) {
    const auto topic = site().topic("Ann", "Hazard logs");
    auto bob = site().as("Bob");
    const auto page = bob.get(path_of(topic));
    const auto stale = bob.press(page, "/replies", {{"token", "old"}, {"body", "My words."}});
    EXPECT_EQ(stale.status(), 403);
    EXPECT_EQ(stale.name(), "send-again");
    EXPECT_EQ(stale.find("textarea").text(), "My words.");
    const auto again = bob.press(stale, "/replies");
    EXPECT_EQ(again.status(), 303);
    EXPECT_TRUE(bob.follow(again).says("My words."));
}

TEST_P(ForumPages, ASessionLostWhileWritingGivesTheTextBack) {
    const auto topic = site().topic("Ann", "Hazard logs");
    auto bob = site().as("Bob");
    const auto page = bob.get(path_of(topic));
    bob.forget_cookies();
    const auto lost = bob.press(page, "/replies", {{"body", "My long words."}});
    EXPECT_EQ(lost.status(), 401);
    EXPECT_EQ(lost.find("textarea").text(), "My long words.");
    bob = site().as("Bob");
    const auto asked = bob.press(lost, "/replies");  // the old token: asked once more
    EXPECT_EQ(asked.find("textarea").text(), "My long words.");
    EXPECT_TRUE(bob.follow(bob.press(asked, "/replies")).says("My long words."));
}

TEST_P(ForumPages, FormsFromElsewhereAreRefused) {
    const auto topic = site().topic("Ann", "Hazard logs");
    auto bob = site().as("Bob");
    const auto page = bob.get(path_of(topic));
    bob.post_headers = {{"Sec-Fetch-Site", "cross-site"}};
    EXPECT_EQ(bob.press(page, "/replies", {{"body", "Evil."}}).status(), 403);
    bob.post_headers = {{"Origin", "https://evil.example"}};
    EXPECT_EQ(bob.press(page, "/replies", {{"body", "Evil."}}).status(), 403);
    EXPECT_FALSE(bob.get(path_of(topic)).has("#p2"));
}

TEST_P(ForumPages, AnotherNetworksTopicIsNotThere) {
    const auto topic = site().topic("Ann", "Hazard logs");
    site().person("Cat", {"cnio"});
    auto cat = site().as("Cat");
    const auto there = cat.get(path_of(topic));
    const auto nowhere = cat.get("/forum/999999");
    EXPECT_EQ(there.status(), 404);
    EXPECT_EQ(there.body(), nowhere.body()) << "the two answers tell nothing apart";
    EXPECT_EQ(cat.get("/networks/ccio/clinical-safety").status(), 404);
}

TEST_P(ForumPages, AMentionIsSeenWhereItIsShownWhateverElseIsUnread) {
    site().person("Ann Lee", {"ccio"});
    const auto topic = site().topic("Ann", "Hazard logs");
    for (int i = 2; i <= 44; ++i) site().reply("Ann", topic, "Post " + std::to_string(i));
    site().reply("Bob", topic, "What does @ann-lee think?");
    auto ann = site().as("Ann Lee");
    ann.get(path_of(topic) + "?from=1");
    EXPECT_TRUE(ann.get("/forum/mentions").says("Bob mentioned you"));
    EXPECT_TRUE(ann.get(path_of(topic) + "?from=41").has("#p45"));
    EXPECT_FALSE(ann.get("/forum/mentions").says("Bob mentioned you"));
    EXPECT_EQ(site().in_forum("Ann Lee",
                              [&](Forum& forum) { return forum.topic(topic).unread(); }),
              25)
        << "what was jumped over is as new as before";
}

TEST_P(ForumPages, AMentionThatAnEditBringsIntoAReadPostIsSeenThere) {
    site().person("Ann Lee", {"ccio"});
    const auto topic = site().topic("Bob", "Hazard logs", "Who keeps one?");
    auto ann = site().as("Ann Lee");
    ann.get(path_of(topic));
    site().in_forum("Bob", [&](Forum& forum) {
        const auto post = posts_of(forum, forum.topic(topic), 1, 1).front();
        return forum.edit(post, {"Who keeps one, @ann-lee?", "1"}).has_value();
    });
    EXPECT_TRUE(ann.get("/forum/mentions").says("Bob mentioned you"));
    ann.get(path_of(topic));
    EXPECT_FALSE(ann.get("/forum/mentions").says("Bob mentioned you"));
}

TEST_P(ForumPages, AnotherTimeZoneShowsInPostsThatWereDrawnBefore) {
    const auto topic = site().topic("Ann", "Hazard logs");
    auto bob = site().as("Bob");
    const auto before = bob.get(path_of(topic)).find("p.when").text();
    site().database().write([](sql::Tx& tx) {
        auto community = web::community(tx);
        community.zone = "Pacific/Auckland";
        web::keep_community(tx, community);
    });
    EXPECT_NE(bob.get(path_of(topic)).find("p.when").text(), before);
}

TEST_P(ForumPages, ATopicOpensAtTheFirstNewPost) {
    const auto topic = site().topic("Ann", "Hazard logs");
    for (int i = 2; i <= 45; ++i) site().reply("Ann", topic, "Post " + std::to_string(i));
    site().in_forum("Bob", [&](Forum& forum) {
        forum.note_shown(forum.topic(topic), {1, 30});
        return 0;
    });
    auto bob = site().as("Bob");
    const auto page = bob.get(path_of(topic));
    EXPECT_TRUE(page.has("#p1")) << "the opening post stands above";
    EXPECT_FALSE(page.has("#p30"));
    EXPECT_TRUE(page.has("#p31"));
    EXPECT_TRUE(page.has("#new-posts"));
    EXPECT_TRUE(page.says("Jump to 15 new"));
    EXPECT_TRUE(page.says("29 earlier replies"));
    const auto again = bob.get(path_of(topic));
    EXPECT_FALSE(again.says("Jump to")) << "what was shown is read now";
}

TEST_P(ForumPages, DraftsWaitOnTheServer) {
    const auto topic = site().topic("Ann", "Hazard logs");
    auto bob = site().as("Bob");
    const auto page = bob.get(path_of(topic));
    auto fields = page.fields_of("/replies");
    http::Fields draft;
    draft.add("token", std::string(fields.get("token")));
    draft.add("place", "topic:" + std::to_string(topic.value));
    draft.add("body", "Half a thought");
    EXPECT_EQ(bob.post("/forum/drafts", draft).status(), 204);
    auto elsewhere = site().as("Bob");
    const auto begun = elsewhere.get(path_of(topic));
    EXPECT_EQ(begun.find("textarea").text(), "Half a thought");
    elsewhere.press(begun, "/replies");
    EXPECT_EQ(elsewhere.get(path_of(topic)).find("textarea").text(), "");
}

TEST_P(ForumPages, PreviewShowsTheTextAsItWillBe) {
    const auto topic = site().topic("Ann", "Hazard logs");
    auto bob = site().as("Bob");
    const auto sent = bob.press(bob.get(path_of(topic)), "/replies",
                                {{"body", "Some *words*"}, {"do", "preview"}});
    const auto page = bob.follow(sent);
    EXPECT_NE(page.body().find("Some <em>words</em>"), std::string::npos);
    EXPECT_EQ(page.find("textarea").text(), "Some *words*");
    EXPECT_FALSE(page.has("#p2")) << "nothing is posted yet";
}

TEST_P(ForumPages, AQuoteStandsInTheReplyBox) {
    const auto topic = site().topic("Ann", "Hazard logs", "How long do you keep it?");
    auto bob = site().as("Bob");
    const auto page = bob.get(path_of(topic) + "?quote=1");
    EXPECT_EQ(page.find("textarea").text(), "> #1 > How long do you keep it?");
    const auto sent =
        bob.press(page, "/replies", {{"body", "> #1\n> How long do you keep it?\n\nA month."}});
    EXPECT_TRUE(bob.follow(sent).says("Ann wrote"));
}

TEST_P(ForumPages, ReactionsWorkWithoutScript) {
    const auto topic = site().topic("Ann", "Hazard logs");
    auto bob = site().as("Bob");
    const auto page = bob.get(path_of(topic));
    const auto button = page.find("#thanks1");
    EXPECT_EQ(button.attribute("aria-pressed"), "false");
    EXPECT_EQ(bob.press_button(page, "#thanks1").status(), 303);
    EXPECT_EQ(bob.get(path_of(topic)).find("#thanks1").attribute("aria-pressed"), "true");
}

TEST_P(ForumPages, FollowingWorksWithoutScript) {
    const auto topic = site().topic("Ann", "Hazard logs");
    auto bob = site().as("Bob");
    const auto before = bob.get(path_of(topic));
    EXPECT_EQ(before.find("#follow").attribute("aria-pressed"), "false");
    EXPECT_TRUE(bob.follow(bob.press_button(before, "#follow")).says("You follow this topic."));
    const auto after = bob.get(path_of(topic));
    EXPECT_EQ(after.find("#follow").attribute("aria-pressed"), "true");
    EXPECT_EQ(bob.press_button(after, "#mute").status(), 303);
    const auto muted = bob.get(path_of(topic));
    EXPECT_EQ(muted.find("#mute").attribute("aria-pressed"), "true");
    EXPECT_EQ(muted.find("#follow").attribute("aria-pressed"), "false");
}

TEST_P(ForumPages, MembersDoNotFindThePagesOfModerators) {
    const auto topic = site().topic("Ann", "Hazard logs");
    auto ann = site().as("Ann");
    EXPECT_EQ(ann.get(path_of(topic) + "/moderation").status(), 404);
    EXPECT_FALSE(ann.get(path_of(topic)).says("Moderate"));
    site().person("Chair", {"ccio"}, {"chair"});
    auto chair = site().as("Chair");
    const auto page = chair.get(path_of(topic) + "/moderation");
    EXPECT_EQ(page.status(), 200);
    EXPECT_EQ(chair.press(page, "/closure").status(), 303);
    EXPECT_TRUE(ann.get(path_of(topic)).says("Closed."));
    EXPECT_FALSE(ann.get(path_of(topic)).has("form[action*=/replies]"));
}

TEST_P(ForumPages, AHiddenPostLeavesALineWithTheReason) {
    site().person("Mia", {"ccio"}, {"moderator"});
    const auto topic = site().topic("Ann", "Hazard logs");
    const auto post = site().reply("Ann", topic, "unspeakable");
    auto mia = site().as("Mia");
    const std::string path = "/forum/posts/" + std::to_string(post.value) + "/hiding";
    const auto refused = mia.press(mia.get(path), "/hiding", {{"reason", ""}});
    EXPECT_EQ(refused.status(), 422);
    EXPECT_EQ(mia.press(refused, "/hiding", {{"reason", "It named a person."}}).status(), 303);
    auto bob = site().as("Bob");
    const auto page = bob.get(path_of(topic));
    EXPECT_FALSE(page.says("unspeakable"));
    EXPECT_TRUE(page.says("It named a person."));
    const std::string history = "/forum/posts/" + std::to_string(post.value) + "/history";
    EXPECT_EQ(bob.get(history).status(), 404);
}

TEST_P(ForumPages, ATopicIsStartedFromTheForm) {
    auto bob = site().as("Bob");
    const auto form = bob.get("/forum/new");
    const auto refused = bob.press(form, "/forum/new", {{"title", ""}, {"body", ""}});
    EXPECT_EQ(refused.status(), 422);
    EXPECT_TRUE(refused.says("Enter a title for your topic"));
    EXPECT_TRUE(refused.says("Choose an area"));
    const auto area = std::to_string(site().settled().safety.id.value);
    const auto posted = bob.press(
        refused, "/forum/new",
        {{"area", area}, {"title", "Who signs off <b>hazard</b> logs?"}, {"body", "Tell me."}});
    ASSERT_EQ(posted.status(), 303);
    const auto page = bob.follow(posted);
    EXPECT_EQ(page.find("h1").text(), "Who signs off <b>hazard</b> logs?");
    const auto foreign = std::to_string(site().settled().wards.id.value);
    EXPECT_EQ(bob.press(form, "/forum/new",
                        {{"area", foreign}, {"title", "T"}, {"body", "B"}, {"once", ""}})
                  .status(),
              422);
}

TEST_P(ForumPages, BothTextsStandWhereTwoPeopleEdited) {
    const auto topic = site().topic("Ann", "Audio", "Start.");
    auto ann = site().as("Ann");
    const auto post = site().in_forum(
        "Ann", [&](Forum& forum) { return posts_of(forum, forum.topic(topic), 1, 1).front().id; });
    const std::string path = "/forum/posts/" + std::to_string(post.value);
    const auto first = ann.get(path + "/edit");
    const auto second = ann.get(path + "/edit");
    EXPECT_EQ(ann.press(first, "/text", {{"body", "From the phone."}}).status(), 303);
    const auto late = ann.press(second, "/text", {{"body", "From the desk."}});
    EXPECT_EQ(late.status(), 422);
    EXPECT_EQ(late.find("#body").text(), "From the desk.");
    EXPECT_EQ(late.find("#theirs").text(), "From the phone.");
    EXPECT_EQ(ann.press(late, "/text", {{"body", "Both."}}).status(), 303);
    EXPECT_TRUE(ann.get(path + "/history").says("From the phone."));
}

TEST_P(ForumPages, AHistoryOfManyVersionsComesInPages) {
    const auto topic = site().topic("Ann", "Audio", "Text 1");
    const auto post = site().in_forum("Ann", [&](Forum& forum) {
        return posts_of(forum, forum.topic(topic), 1, 1).front().id;
    });
    for (int version = 1; version < 13; ++version) {
        site().clock().advance(base::minutes(1));
        site().in_forum("Ann", [&](Forum& forum) {
            return *forum.edit(forum.post(post), {"Text " + std::to_string(version + 1),
                                                  std::to_string(version)});
        });
    }
    auto bob = site().as("Bob");
    const auto path = path_to(post) + "/history";
    const auto told = [&](const std::string& query) {
        const auto page = bob.get(path + query);
        std::string versions;
        for (const auto& one : page.all("article.revision")) {
            const auto came = one.all("ins"), gone = one.all("del");
            versions += one.all("h2").front().text() +
                        (came.empty() ? "" : " " + gone[0].text() + ">" + came[0].text()) + ", ";
        }
        return versions;
    };
    EXPECT_EQ(told(""), "Version 13 12>13, Version 12 11>12, Version 11 10>11, Version 10 9>10, "
                        "Version 9 8>9, Version 8 7>8, Version 7 6>7, Version 6 5>6, "
                        "Version 5 4>5, Version 4 3>4, ");
    const auto first = bob.get(path);
    EXPECT_EQ(first.find("nav.pager").all("a").front().attribute("href"), path + "?from=3");
    EXPECT_EQ(told("?from=3"), "Version 3 2>3, Version 2 1>2, First version, ");
    EXPECT_FALSE(bob.get(path + "?from=3").has("nav.pager"));
    EXPECT_EQ(told("?from=1"), "First version, ");
    EXPECT_EQ(told("?from=-7"), "First version, ");
    EXPECT_EQ(told("?from=999"), told(""));
    EXPECT_EQ(told("?from=x"), told(""));
    EXPECT_NE(first.find("article.revision").text().find("09:24"), std::string::npos)
        << "when it was made";
}

TEST_P(ForumPages, AHistoryHoldsUpNobodyElse) {
    const auto& routes = site().house().site().routes();
    const auto match = routes.find(http::Method::get, "/forum/posts/1/history");
    ASSERT_TRUE(match.route);
    EXPECT_EQ(match.route->options.lane, web::Lane::blocking);
    EXPECT_GT(match.route->options.rate.count_a_minute, 0);
}

TEST_P(ForumPages, SearchShowsWhatWasFoundAndMarksIt) {
    site().topic("Ann", "Audio retention", "We keep audio for thirty days.");
    site().listen();
    auto bob = site().as("Bob");
    const auto page = bob.get("/search?q=thirty");
    EXPECT_TRUE(page.says("1 post for"));
    EXPECT_EQ(page.find("mark").text(), "thirty");
    EXPECT_TRUE(bob.get("/search?q=nothingatall").says("Nothing matches"));
    for (const auto* hostile : {"%22", "a%20AND", "*", "(((", "-", "%00", "col%3Aumn"}) {
        EXPECT_EQ(bob.get(std::string("/search?q=") + hostile).status(), 200) << hostile;
    }
}

TEST_P(ForumPages, TodayTellsWhatIsNew) {
    site().person("Ann Lee", {"ccio"});
    site().topic("Bob", "Audio retention", "Ask @ann-lee");
    auto ann = site().as("Ann Lee");
    const auto page = ann.get("/");
    EXPECT_EQ(page.name(), "today");
    EXPECT_EQ(page.find("h1").text(), "Good morning, Ann");
    EXPECT_TRUE(page.says("1 new post in 1 topic"));
    EXPECT_TRUE(page.says("Bob mentioned you"));
    EXPECT_EQ(ann.press(page, "/forum/caught-up").status(), 303);
    EXPECT_FALSE(ann.get("/").says("1 new post"));
}

TEST_P(ForumPages, AnApplicantFindsUsefulEmptyPages) {
    site().person("App", {"none"});
    const auto id = site().person("App");
    site().database().write([&](sql::Tx& tx) {
        identity::store::leave_audience(tx, id, site().settled().cnio.audience);
    });
    auto app = site().as("App");
    for (const auto* path : {"/", "/networks", "/settings", "/help"}) {
        EXPECT_EQ(app.get(path).status(), 200) << path;
    }
    for (const auto* path : {"/forum", "/forum/mentions", "/forum/new", "/search"}) {
        EXPECT_EQ(app.get(path).status(), 404) << path;
    }
    EXPECT_EQ(app.get("/networks/ccio").location(), "/networks/ccio/about");
}

}  // namespace
}  // namespace forum
