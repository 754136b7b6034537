// Nothing that was typed is lost, and nothing is posted twice or unasked.

#include "features/forum/desk.h"
#include "tests/support/snapshot.h"
#include "tests/support/test_site.h"

#include <gtest/gtest.h>

namespace forum {
namespace {

using testing_site::Browser;
using testing_site::path_of;

class ForumWriting : public testing_site::SiteTest {};
MOOTHALL_ON_BOTH_ENGINES(ForumWriting);

// ---- twice, and unasked ----

TEST_P(ForumWriting, WhatIsPostedAfterAPreviewAndBackIsPosted) {
    const auto topic = site().topic("Ann", "Hazard logs");
    auto bob = site().as("Bob");
    const auto page = bob.get(path_of(topic));  // Back brings it again, with the number it had
    for (const auto* wish : {"preview", "save"}) {
        bob.press(page, "/replies", {{"body", "Half a thought"}, {"do", wish}});
    }
    const auto sent = bob.press(page, "/replies", {{"body", "A whole thought"}});
    EXPECT_TRUE(bob.follow(sent).says("Your reply is posted."));
    const auto other = bob.press(page, "/replies", {{"body", "Another thought"}});
    EXPECT_TRUE(bob.follow(other).says("Your reply is posted."));
    const auto after = bob.get(path_of(topic));
    EXPECT_TRUE(after.find("#p2").text().find("A whole thought") != std::string::npos);
    EXPECT_TRUE(after.find("#p3").text().find("Another thought") != std::string::npos);
}

TEST_P(ForumWriting, ADraftIsAsItWasSavedLast) {
    const auto topic = site().topic("Ann", "Hazard logs");
    auto bob = site().as("Bob");
    const auto page = bob.get(path_of(topic));
    for (const auto* text : {"One", "Two", "One"}) {
        bob.press(page, "/replies", {{"body", text}, {"do", "save"}});
        EXPECT_EQ(bob.get(path_of(topic)).find("textarea").text(), text);
    }
}

TEST_P(ForumWriting, ADraftSentAgainAfterTroubleStaysADraft) {
    const auto topic = site().topic("Ann", "Hazard logs");
    auto bob = site().as("Bob");
    for (const auto* wish : {"preview", "save", "discard"}) {
        const auto page = bob.get(path_of(topic));
        const auto stale = bob.press(page, "/replies",
                                     {{"token", "old"}, {"body", "Half a thought"}, {"do", wish}});
        EXPECT_EQ(stale.status(), 403) << wish;
        EXPECT_EQ(bob.press(stale, "/replies").status(), 303) << wish;
        EXPECT_FALSE(bob.get(path_of(topic)).has("#p2")) << wish << " posted it";
    }
}

// ---- what changes while somebody writes ----

TEST_P(ForumWriting, ATopicClosedWhileOneWritesGivesTheTextBack) {
    site().person("Mia", {"ccio"}, {"moderator"});
    const auto topic = site().topic("Ann", "Hazard logs");
    auto bob = site().as("Bob");
    const auto page = bob.get(path_of(topic));
    site().with_floor("Mia", [&](const record::Floor& floor) {
        (void)Moderation(floor).close(Forum(floor).topic(topic));
    });
    const auto late = bob.press(page, "/replies", {{"body", "My long words."}});
    EXPECT_EQ(late.status(), 422);
    EXPECT_EQ(late.find("#kept").text(), "My long words.");
    EXPECT_TRUE(late.find("#kept").attribute("readonly").has_value());
    EXPECT_TRUE(late.find("div.error-sum").text().find("is closed") != std::string::npos);
    EXPECT_TRUE(late.find("#reply").all("#kept").size() == 1) << "the part that a script asks for";
    EXPECT_FALSE(bob.get(path_of(topic)).has("#kept"));
}

TEST_P(ForumWriting, ADraftOutlivesTheClosingOfItsTopic) {
    site().person("Mia", {"ccio"}, {"moderator"});
    const auto topic = site().topic("Ann", "Hazard logs");
    auto bob = site().as("Bob");
    const auto page = bob.get(path_of(topic));
    site().with_floor("Mia", [&](const record::Floor& floor) {
        (void)Moderation(floor).close(Forum(floor).topic(topic));
    });
    const auto looked = bob.press(page, "/replies", {{"body", "Half."}, {"do", "preview"}});
    EXPECT_EQ(bob.follow(looked).find("#kept").text(), "Half.");
    const auto after = bob.get(path_of(topic));
    EXPECT_EQ(after.find("#kept").text(), "Half.");
    EXPECT_EQ(bob.press(after, "/replies", {{"do", "discard"}}).status(), 303);
    EXPECT_FALSE(bob.get(path_of(topic)).has("#kept"));
}

TEST_P(ForumWriting, ATopicHiddenWhileOneWritesGivesTheTextBack) {
    site().person("Mia", {"ccio"}, {"moderator"});
    const auto topic = site().topic("Ann", "Hazard logs");
    const auto post = site().reply("Bob", topic, "Start.");
    auto bob = site().as("Bob");
    const auto page = bob.get(path_of(topic));
    const auto edit = bob.get("/forum/posts/" + std::to_string(post.value) + "/edit");
    const auto moderate = [&](auto step) {
        site().with_floor("Mia", [&](const record::Floor& floor) {
            Moderation moderation(floor);
            step(moderation, Forum(floor).topic(topic));
        });
    };
    moderate([](Moderation& on, const Topic& hidden) { (void)on.hide(hidden, {"Not here."}); });
    for (const auto& [from, part] : {std::pair(&page, "/replies"), std::pair(&edit, "/text")}) {
        const auto late = bob.press(*from, part, {{"body", "Words."}});
        EXPECT_EQ(late.status(), 404) << part;
        EXPECT_EQ(late.find("#body").text(), "Words.") << part;
        EXPECT_FALSE(late.says("hazard") || late.says("Not here."));
    }
    const auto late = bob.press(page, "/replies", {{"body", "Words."}});
    moderate([](Moderation& on, const Topic& hidden) { (void)on.show(hidden); });
    EXPECT_TRUE(bob.follow(bob.press(late, "/replies")).says("Words.")) << "sent again";
    const auto follow = bob.get(path_of(topic));
    moderate([](Moderation& on, const Topic& hidden) { (void)on.hide(hidden, {"Not here."}); });
    EXPECT_EQ(bob.press_button(follow, "#follow").name(), "not-found") << "nothing was typed";
}

TEST_P(ForumWriting, AnEditThatComesTooLateGivesTheTextBack) {
    const auto topic = site().topic("Ann", "Audio", "Start.");
    auto ann = site().as("Ann");
    const auto post = site().in_forum(
        "Ann", [&](Forum& forum) { return posts_of(forum, forum.topic(topic), 1, 1).front().id; });
    const std::string path = "/forum/posts/" + std::to_string(post.value);
    const auto page = ann.get(path + "/edit");
    site().clock().advance(edit_window + base::seconds(1));
    for (const auto* wish : {"", "preview"}) {
        const auto late =
            ann.press(page, "/text", {{"body", "A better beginning."}, {"do", wish}});
        EXPECT_EQ(late.status(), 422);
        EXPECT_EQ(late.find("#kept").text(), "A better beginning.") << wish;
        EXPECT_TRUE(late.says("Posts can be edited for a day.")) << wish;
    }
    EXPECT_FALSE(ann.get(path + "/edit").has("#kept"));
}

TEST_P(ForumWriting, AnEditOfAPostHiddenMeanwhileGivesTheTextBack) {
    site().person("Mia", {"ccio"}, {"moderator"});
    const auto topic = site().topic("Ann", "Audio", "Start.");
    const auto post = site().reply("Bob", topic, "Mine.");
    auto bob = site().as("Bob");
    const auto page = bob.get(path_to(post) + "/edit");
    site().with_floor("Mia", [&](const record::Floor& floor) {
        (void)Moderation(floor).hide(Forum(floor).post(post), {"It named a person."});
    });
    const auto late = bob.press(page, "/text", {{"body", "A better text."}});
    EXPECT_EQ(late.status(), 422);
    EXPECT_EQ(late.find("#kept").text(), "A better text.");
    EXPECT_TRUE(late.says("A hidden post cannot be edited."));
    EXPECT_EQ(bob.get(path_to(post) + "/edit").status(), 200) << "and says so from the beginning";
}

TEST_P(ForumWriting, WhoLosesTheLastNetworkWhileWritingKeepsTheText) {
    auto bob = site().as("Bob");
    const auto page = bob.get("/forum/new");
    site().database().write([&](sql::Tx& tx) {
        identity::store::leave_audience(tx, site().person("Bob"), site().settled().ccio.audience);
    });
    const auto area = std::to_string(site().settled().safety.id.value);
    const auto late = bob.press(page, "/forum/new",
                                {{"area", area}, {"title", "Audio"}, {"body", "How long?"}});
    EXPECT_EQ(late.status(), 422);
    EXPECT_EQ(late.find("#kept").text(), "Audio How long?");
}

TEST_P(ForumWriting, AReasonForWhatIsHiddenAlreadyComesBack) {
    site().person("Mia", {"ccio"}, {"moderator"});
    const auto topic = site().topic("Ann", "Hazard logs");
    const auto post = site().reply("Ann", topic, "unspeakable");
    auto mia = site().as("Mia");
    const std::string reason(301, 'x');
    for (const std::string& path : {path_of(topic) + "/moderation", path_to(post) + "/hiding"}) {
        const auto page = mia.get(path);
        EXPECT_EQ(mia.press(page, "/hiding", {{"reason", "It named a person."}}).status(), 303);
        const auto late = mia.press(page, "/hiding", {{"reason", reason}});
        EXPECT_EQ(late.status(), 422);
        EXPECT_EQ(late.find("#kept").text(), reason) << path;
    }
}

// ---- drafts ----

TEST_P(ForumWriting, DraftsAreKeptForPlacesThatExist) {
    const auto topic = std::to_string(site().topic("Ann", "Hazard logs").value);
    site().person("Cat", {"cnio"});
    const auto keep = [&](Browser& browser, const std::string& place) {
        http::Fields fields;
        const auto page = browser.get("/settings");
        fields.add("token", std::string(page.fields_of("/settings/look").get("token")));
        fields.add("place", place);
        fields.add("body", "Half a thought");
        return browser.post("/forum/drafts", fields).status();
    };
    auto bob = site().as("Bob");
    EXPECT_EQ(keep(bob, "topic:new"), 204);
    EXPECT_EQ(keep(bob, "topic:" + topic), 204);
    EXPECT_EQ(keep(bob, "topic:0" + topic), 204) << "the same place";
    EXPECT_EQ(testing_site::snapshot(site().database())["drafts"].size(), 2u);
    EXPECT_EQ(keep(bob, "topic:999999"), 404);
    auto cat = site().as("Cat");
    EXPECT_EQ(keep(cat, "topic:" + topic), 404);
    for (const std::string& place : {std::string(), std::string("elsewhere"), std::string("topic:"),
                                     "topic:" + topic + "x", std::string("topic:-1"),
                                     std::string("topic:99999999999999999999")}) {
        EXPECT_EQ(keep(bob, place), 422) << place;
    }
    EXPECT_EQ(testing_site::snapshot(site().database())["drafts"].size(), 2u);
}

TEST_P(ForumWriting, WhoHasAsManyDraftsAsWeKeepLosesNone) {
    const auto topic = site().topic("Ann", "Hazard logs");
    auto bob = site().as("Bob");
    site().with_floor("Bob", [](const record::Floor& floor) {
        for (int i = 0; i < drafts_max; ++i) {
            ASSERT_TRUE(Desk(floor).keep_draft("topic:9" + std::to_string(i), "", "Words"));
        }
        EXPECT_TRUE(Desk(floor).keep_draft("topic:90", "", "Others")) << "of those there are";
    });
    const auto page = bob.get(path_of(topic));
    for (const auto* wish : {"save", "preview"}) {
        const auto refused = bob.press(page, "/replies", {{"body", "One more"}, {"do", wish}});
        EXPECT_EQ(refused.status(), 422) << wish;
        EXPECT_TRUE(refused.says("You have 200 drafts")) << wish;
        EXPECT_EQ(refused.find("textarea").text(), "One more") << wish;
    }
    const auto refused = bob.press(bob.get("/forum/new"), "/forum/new",
                                   {{"title", "New"}, {"body", "One more"}, {"do", "save"}});
    EXPECT_TRUE(refused.says("You have 200 drafts"));
    EXPECT_EQ(testing_site::snapshot(site().database())["drafts"].size(),
              static_cast<std::size_t>(drafts_max));
    EXPECT_EQ(bob.press(page, "/replies", {{"body", "One more"}}).status(), 303) << "to post";
}

TEST_P(ForumWriting, ADraftIsNoLongerThanAPost) {
    const auto topic = site().topic("Ann", "Hazard logs");
    auto bob = site().as("Bob");
    const auto page = bob.get(path_of(topic));
    const std::string longest(draft_bytes_max, 'x');
    EXPECT_EQ(bob.press(page, "/replies", {{"body", longest}, {"do", "save"}}).status(), 303);
    const auto refused = bob.press(page, "/replies", {{"body", longest + "x"}, {"do", "save"}});
    EXPECT_EQ(refused.status(), 422);
    EXPECT_EQ(refused.find("textarea").text(), longest + "x");
}

}  // namespace
}  // namespace forum
