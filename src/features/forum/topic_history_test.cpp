#include "features/forum/topic_history.h"

#include "features/forum/facts.h"
#include "tests/support/test_site.h"

#include <gtest/gtest.h>

namespace forum {
namespace {

using testing_site::path_of;

class TopicHistoryTest : public testing_site::SiteTest {};
MOOTHALL_ON_BOTH_ENGINES(TopicHistoryTest);

TEST_P(TopicHistoryTest, ModeratorsReadWhatHappenedToATopic) {
    site().person("Mia", {"ccio"}, {"moderator"});
    site().person("Chair", {"ccio"}, {"chair"});
    const auto topic = site().topic("Ann", "Hazard logs");
    const auto post = site().reply("Bob", topic, "unspeakable");
    const std::string path = path_of(topic) + "/moderation";
    const std::string post_path = "/forum/posts/" + std::to_string(post.value);
    auto mia = site().as("Mia");
    mia.press(mia.get(post_path + "/hiding"), "/hiding", {{"reason", "It named <b>a person</b>."}});
    auto chair = site().as("Chair");
    chair.press(chair.get(path), "/closure");
    chair.press(chair.get(path), "/hiding", {{"reason", "Off the subject."}});
    const auto page = mia.get(path);
    const auto lines = page.find("section[aria-labelledby=happened]").all("li");
    ASSERT_EQ(lines.size(), 4u) << "the reply is no line: it stands in the topic";
    const std::string today = lines[0].all("time").front().text();
    EXPECT_EQ(lines[0].text(), "Chair hid the topic Reason: Off the subject. " + today);
    EXPECT_EQ(lines[1].text(), "Chair closed the topic " + today);
    EXPECT_EQ(lines[2].text(), "Mia hid a post Reason: It named <b>a person</b>. " + today);
    EXPECT_EQ(lines[2].all("a").front().attribute("href"), post_path);
    EXPECT_EQ(lines[3].text(), "Ann started the topic " + today);
}

TEST_P(TopicHistoryTest, WhatHappenedToATopicIsForItsModeratorsOnly) {
    site().person("Mia", {"ccio"}, {"moderator"});
    site().person("Neighbour", {"cnio"}, {"chair"});
    const auto topic = site().topic("Ann", "Hazard logs");
    const auto post = site().reply("Bob", topic, "unspeakable");
    auto mia = site().as("Mia");
    const std::string hiding = "/forum/posts/" + std::to_string(post.value) + "/hiding";
    mia.press(mia.get(hiding), "/hiding", {{"reason", "It named a person."}});
    for (const char* name : {"Ann", "Bob", "Neighbour"}) {
        const auto page = site().as(name).get(path_of(topic) + "/moderation");
        EXPECT_EQ(page.status(), 404) << name;
        EXPECT_FALSE(page.says("It named a person.")) << name;
        site().with_floor(name, [&](const record::Floor& floor) {
            EXPECT_THROW(TopicHistory(floor).of(Forum(floor).topic(topic)), base::NotFound);
        });
    }
}

TEST_P(TopicHistoryTest, ATopicsHistoryTakesAsManyStatementsForThreeStepsAsForOne) {
    site().person("Mia", {"ccio"}, {"moderator"});
    const auto topic = site().topic("Ann", "Hazard logs");
    const auto statements = [&] {
        std::int64_t count = 0;
        site().with_floor("Mia", [&](const record::Floor& floor) {
            const Topic found = Forum(floor).topic(topic);
            const auto before = floor.tx.statements();
            TopicHistory(floor).of(found);
            count = floor.tx.statements() - before;
        });
        return count;
    };
    const auto of_one = statements();
    site().with_floor("Mia", [&](const record::Floor& floor) {
        const Topic found = Forum(floor).topic(topic);
        EXPECT_TRUE(Moderation(floor).close(found).has_value());
        EXPECT_TRUE(Moderation(floor).pin(found).has_value());
    });
    EXPECT_EQ(statements(), of_one);
}

TEST(ForumFacts, EachSaysHowItIsTold) {
    for (const auto& telling : tellings) {
        EXPECT_TRUE(telling.kind.starts_with("forum."));
        EXPECT_FALSE(telling.sentence({{"step", "closed"}}).empty()) << telling.kind;
    }
    EXPECT_EQ(TopicStepped::sentence({{"step", "reopened"}}), "opened the topic again");
    EXPECT_EQ(TopicStepped::sentence({{"step", "unpinned"}}), "unpinned the topic");
    EXPECT_EQ(TopicStepped::sentence({{"step", "shown"}}), "showed the topic again");
}

}  // namespace
}  // namespace forum
