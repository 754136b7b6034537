#include "platform/sql/migrations.h"

#include "platform/sql/test_database.h"

#include <thread>

namespace sql {

namespace {

const Migration topics = {
    .room = "forum",
    .name = "0001_topics",
    .sqlite = "CREATE TABLE topics (id INTEGER PRIMARY KEY, title TEXT NOT NULL) STRICT;\n"
              "CREATE INDEX topics_title ON topics (title); -- the end;\n",
    .postgres = "CREATE TABLE topics (id BIGINT PRIMARY KEY, title TEXT NOT NULL);\n"
                "CREATE INDEX topics_title ON topics (title); -- the end;\n"};

const Migration drafts = {.room = "forum",
                          .name = "0002_drafts",
                          .sqlite = "ALTER TABLE topics ADD COLUMN draft TEXT",
                          .postgres = "ALTER TABLE topics ADD COLUMN draft TEXT"};

const Migration broken = {
    .room = "forum",
    .name = "0003_broken",
    .sqlite = "CREATE TABLE half (id INTEGER) STRICT; CREATE TABLE topics (id INTEGER) STRICT;",
    .postgres = "CREATE TABLE half (id BIGINT); CREATE TABLE topics (id BIGINT);"};

using Names = std::vector<std::string>;

class MigrationsTest : public testing::OnBothEngines {
protected:
    static std::string complaint(const std::function<void()>& act) {
        try {
            act();
            return "none";
        } catch (const std::exception& error) {
            return error.what();
        }
    }
};

MOOTHALL_ON_BOTH_ENGINES(MigrationsTest);

TEST_P(MigrationsTest, WhatIsMissingIsCarriedOutInOrderAndOnce) {
    const Migration all[] = {topics, drafts};
    EXPECT_EQ(schema_state(database(), all).missing,
              (Names{"forum/0001_topics", "forum/0002_drafts"}));
    EXPECT_EQ(migrate(database(), std::span(all).first(1)), Names{"forum/0001_topics"});
    EXPECT_EQ(schema_state(database(), all).missing, Names{"forum/0002_drafts"});
    EXPECT_EQ(migrate(database(), all), Names{"forum/0002_drafts"});
    EXPECT_EQ(migrate(database(), all), Names{});
    EXPECT_TRUE(schema_state(database(), all).is_current());
}

TEST_P(MigrationsTest, AStepThatWasEditedIsRefused) {
    migrate(database(), std::array{topics});
    Migration edited = topics;
    edited.sqlite = edited.postgres = "CREATE TABLE topics (id BIGINT)";
    EXPECT_EQ(schema_state(database(), std::array{edited}).changed, Names{"forum/0001_topics"});
    EXPECT_TRUE(complaint([&] { migrate(database(), std::array{edited, drafts}); })
                    .contains("forum/0001_topics"));
    EXPECT_EQ(schema_state(database(), std::array{topics, drafts}).missing,
              Names{"forum/0002_drafts"});
}

TEST_P(MigrationsTest, ASchemaOfANewerProgramIsRefused) {
    migrate(database(), std::array{topics, drafts});
    EXPECT_EQ(schema_state(database(), std::array{topics}).unknown, Names{"forum/0002_drafts"});
    EXPECT_TRUE(
        complaint([&] { migrate(database(), std::array{topics}); }).contains("newer version"));
}

TEST_P(MigrationsTest, AFailingStepLeavesNothingOfItself) {
    EXPECT_TRUE(complaint([&] { migrate(database(), std::array{topics, broken}); })
                    .contains("forum/0003_broken"));
    EXPECT_EQ(schema_state(database(), std::array{topics, broken}).missing,
              Names{"forum/0003_broken"});
    database().write([](Tx& tx) {
        tx.run_script({"test_half", "CREATE TABLE half (id BIGINT); DROP TABLE half;"});
    });
}

TEST_P(MigrationsTest, TwoNodesThatMigrateAtOnceDoItOnce) {
    const Migration all[] = {topics, drafts};
    const auto second = place().open();
    Database& first = database();
    Names done;
    Names done_too;
    {
        const std::jthread other([&] { done_too = migrate(*second, all); });
        done = migrate(first, all);
    }
    EXPECT_EQ(done.size() + done_too.size(), 2u);
    EXPECT_TRUE(schema_state(first, all).is_current());
}

}  // namespace

}  // namespace sql
