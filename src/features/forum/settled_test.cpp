// What is settled must never hide what is unread: a long random walk through all that changes it,
// compared at each step with the topics themselves, asked one by one.

#include "features/forum/forum.h"
#include "tests/support/test_site.h"

#include <array>
#include <gtest/gtest.h>
#include <random>

namespace forum {
namespace {

using testing_site::SiteTest;

class SettledTest : public SiteTest {
protected:
    static constexpr std::array people = {"Ann", "Bob", "Mia"};
    static constexpr int topics_max = 10;  // few, so that often all of them are read

    void SetUp() override {
        SiteTest::SetUp();
        site().person("Mia", {"ccio"}, {"moderator"});
        site().person("Cem", {"cnio"});
    }

    std::size_t below(std::size_t end) { return random_() % end; }

    void step() {
        static constexpr std::array pauses = {1, 30, 240, 60 * 24};
        site().clock().advance(base::minutes(pauses[below(pauses.size())]));
        const bool has_room = topics_.size() < topics_max;
        if (topics_.empty() || (has_room && below(8) == 0)) return start();
        if (below(20) == 0) return change_networks();
        const auto id = topics_[below(topics_.size())];
        const std::string who = people[below(people.size())];
        site().with_floor(who, [&](const record::Floor& floor) {
            Forum forum(floor);
            if (!forum.visible_of(std::array{id}).empty()) act(floor, forum, forum.topic(id));
        });
    }

    void start() {
        if (below(3) > 0) return topics_.push_back(site().topic("Ann", "A topic"));
        site().in_forum("Cem", [&](Forum& forum) {
            topics_.push_back(*forum.start_topic(site().settled().wards, {"A ward", "A text."}));
            return 0;
        });
    }

    // Bob comes into the nurses' network, or leaves it: old topics come and go.
    void change_networks() {
        site().with_floor("Bob", [&](const record::Floor& floor) {
            const auto nurses = site().settled().cnio.audience;
            const bool is_in = floor.actor.belongs_to(nurses);
            if (is_in)
                identity::store::leave_audience(floor.tx, floor.actor.id(), nurses);
            else
                identity::store::join_audience(floor.tx, floor.actor.id(), nurses);
        });
    }

    void act(const record::Floor& floor, Forum& forum, const Topic& topic) {
        switch (below(10)) {
            case 0:
            case 1: (void)forum.reply(topic, {"A reply."}); break;
            case 2: (void)forum.attend(topic, Attention::muted); break;
            case 3: (void)forum.attend(topic, Attention::normal); break;
            case 4: (void)Moderation(floor).hide(topic, ReasonDraft{"Off topic."}); break;
            case 5: (void)Moderation(floor).show(topic); break;
            case 6:
                if (below(10) == 0) forum.catch_up();
                break;
            default: forum.note_shown(topic, {1, below(4) == 0 ? 1 : topic.last_number});
        }
    }

    // The counts of the menu and the list, against the topics themselves.
    void compare() {
        for (const std::string who : people) {
            const auto [counted, listed, asked] = site().in_forum(who, [&](Forum& forum) {
                std::int64_t listed = 0, asked = 0;
                for (const auto& line : forum.topics(View::unread, Everywhere{}).rows) {
                    listed += line.unread;
                }
                for (const auto& line : forum.visible_of(topics_)) asked += line.unread;
                return std::tuple(forum.unread().all().posts, listed, asked);
            });
            ASSERT_EQ(counted, asked) << who;
            ASSERT_EQ(listed, asked) << who;
            unread_seen_ += asked > 0 ? 1 : 0;
        }
    }

    std::mt19937 random_{20261127};  // NOLINT: the same walk each time
    std::vector<TopicId> topics_;
    int unread_seen_ = 0;
};
MOOTHALL_ON_BOTH_ENGINES(SettledTest);

TEST_P(SettledTest, WhatIsSettledHidesNothingUnread) {
    for (int i = 0; i < 800; ++i) {
        step();
        compare();
        if (HasFatalFailure()) FAIL() << "at step " << i;
    }
    EXPECT_GT(unread_seen_, 300) << "the walk has to leave things unread";
    std::int64_t settled = 0;
    site().database().read([&](sql::Tx& tx) {
        static const sql::Query<std::int64_t()> query{
            "test_settled", "SELECT count(*) FROM caught_up WHERE settled_at IS NOT NULL"};
        settled = tx.one(query);
    });
    EXPECT_GT(settled, 0) << "and something must have been settled";
}

TEST_P(SettledTest, WhatIsNoLongerMutedIsUnreadAgain) {
    const auto muted = site().topic("Ann", "Muted for a day");
    const auto read = site().topic("Ann", "Read at once");
    site().in_forum("Bob", [&](Forum& forum) {
        return forum.attend(forum.topic(muted), Attention::muted).has_value();
    });
    site().clock().advance(base::hours(24));
    site().in_forum("Bob", [&](Forum& forum) {
        forum.note_shown(forum.topic(read), {1, 1});  // and nothing is left: it is settled
        EXPECT_EQ(forum.unread().all().posts, 0);
        EXPECT_TRUE(forum.attend(forum.topic(muted), Attention::normal));
        return 0;
    });
    EXPECT_EQ(site().in_forum("Bob", [](Forum& forum) { return forum.unread().all().posts; }), 1);
}

}  // namespace
}  // namespace forum
