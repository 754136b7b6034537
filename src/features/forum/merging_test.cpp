// When two accounts become one, what either had read is read, and nothing else: random walks of two
// accounts that see different things, against a model that keeps each post.

#include "features/forum/desk.h"
#include "features/forum/forum.h"
#include "tests/support/test_site.h"

#include <array>
#include <gtest/gtest.h>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace forum {
namespace {

using testing_site::SiteTest;

// What is known of a topic without asking the forum.
struct Told {
    std::vector<std::string> authors;  // of its posts, in order
    std::map<std::string, int> read;   // up to which number
    std::set<std::string> readers;     // who sees it
    bool is_nurses = false;

    int unread_by(const std::set<std::string>& accounts) const {
        int until = 0, unread = 0;
        for (const auto& one : accounts) {
            if (const auto at = read.find(one); at != read.end())
                until = std::max(until, at->second);
        }
        for (int i = until; i < static_cast<int>(authors.size()); ++i) {
            unread += accounts.contains(authors[static_cast<std::size_t>(i)]) ? 0 : 1;
        }
        return unread;
    }
};

class ForumMergingTest : public SiteTest {
protected:
    void SetUp() override {
        SiteTest::SetUp();
        site().person("Old", {"ccio", "cnio"});
        site().person("New", {"ccio"});
        site().person("Cem", {"ccio", "cnio"});
    }

    std::size_t below(std::size_t end) { return random_() % end; }

    void merge() {
        site().with_floor("New", [&](const record::Floor& floor) {
            const identity::Merger merger{site().id_of("Old"), site().id_of("New")};
            const auto pass = [&](bool is_account) {  // it is the last
                for (const auto& one : site().house().features()) {
                    if ((one.name.value == "account") != is_account) continue;
                    ASSERT_FALSE(one.merge.value(floor, merger));
                }
            };
            pass(false);
            pass(true);
        });
    }

    void start() {
        const bool is_nurses = below(2) == 0;
        const auto& area = is_nurses ? site().settled().wards : site().settled().safety;
        const std::string author = is_nurses && below(2) == 0 ? "Old" : "Cem";
        const auto id = site().in_forum(
            author, [&](Forum& forum) { return *forum.start_topic(area, {"A topic", "A text."}); });
        Told told{.authors = {author},
                  .read = {{author, 1}},
                  .readers = {"Old", "Cem"},
                  .is_nurses = is_nurses};
        if (!is_nurses) told.readers.insert("New");
        topics_[id] = told;
    }

    void step() {
        site().clock().advance(base::minutes(1));
        if (topics_.size() < 4 || below(4) == 0) return start();
        auto at = topics_.begin();
        std::advance(at, static_cast<std::ptrdiff_t>(below(topics_.size())));
        auto& [id, told] = *at;
        const std::string who = std::array{"Old", "New", "Cem"}[below(3)];
        if (!told.readers.contains(who)) return;
        const auto last = static_cast<int>(told.authors.size());
        site().in_forum(who, [&](Forum& forum) {
            const auto topic = forum.topic(id);
            const auto deed = below(10);
            if (deed < 4) {
                EXPECT_TRUE(forum.reply(topic, {"A reply."}));
                told.authors.push_back(who);
            } else if (deed < 7) {
                forum.note_shown(topic, {1, last});
                told.read[who] = last;
            } else if (deed == 7) {
                EXPECT_TRUE(forum.attend(topic, Attention::followed));
            } else if (deed == 8) {
                forum.catch_up();
                for (auto& [other, one] : topics_) {
                    if (one.readers.contains(who))
                        one.read[who] = static_cast<int>(one.authors.size());
                }
            }
            return 0;
        });
    }

    void compare(const std::string& who, const std::set<std::string>& accounts, int seed) {
        site().in_forum(who, [&](Forum& forum) {
            std::int64_t all = 0;
            for (const auto& [id, told] : topics_) {
                if (!told.readers.contains(who)) continue;
                const auto lines = forum.visible_of(std::array{id});
                EXPECT_EQ(lines.size(), 1u);
                EXPECT_EQ(lines.at(0).unread, told.unread_by(accounts))
                    << who << " of topic " << id.value << ", walk " << seed;
                all += told.unread_by(accounts);
            }
            EXPECT_EQ(forum.unread().all().posts, all) << who << ", walk " << seed;
            return 0;
        });
    }

    std::mt19937 random_;
    std::map<TopicId, Told> topics_;
};
MOOTHALL_ON_BOTH_ENGINES(ForumMergingTest);

TEST_P(ForumMergingTest, WhatEitherHadReadIsReadAndNothingElse) {
    for (int walk = 0; walk < 12; ++walk) {
        if (walk > 0) {
            TearDown();
            SetUp();
            topics_.clear();
        }
        random_.seed(static_cast<unsigned>(walk) + 20261128u);
        for (int i = 0; i < 90; ++i) step();
        for (const char* one : {"Old", "New"}) compare(one, {one}, walk);
        merge();
        for (auto& [id, told] : topics_) told.readers.insert("New");
        compare("New", {"Old", "New"}, walk);
        compare("Cem", {"Cem"}, walk);
        for (int i = 0; i < 30; ++i) {  // and it goes on from there
            const auto id = topics_.begin()->first;
            site().clock().advance(base::minutes(1));
            site().reply("Cem", id, "More.");
            topics_[id].authors.push_back("Cem");
        }
        compare("New", {"Old", "New"}, walk);
        if (HasFailure()) return;
    }
}

TEST_P(ForumMergingTest, TwoDraftsOfOnePlaceAreBothKept) {
    for (const char* who : {"Old", "New"}) {
        site().with_floor(who, [&](const record::Floor& floor) {
            Desk desk(floor);
            EXPECT_TRUE(desk.keep_draft("topic:new", "", std::string("Half a thought of ") + who));
        });
    }
    site().with_floor("Old", [&](const record::Floor& floor) {
        EXPECT_TRUE(Desk(floor).keep_draft("area:2", "A title", "Elsewhere"));
    });
    merge();
    site().with_floor("New", [&](const record::Floor& floor) {
        const auto both = Desk(floor).draft("topic:new");
        ASSERT_TRUE(both);
        EXPECT_EQ(both->body, "Half a thought of New\n\nHalf a thought of Old");
        EXPECT_EQ(Desk(floor).draft("area:2")->title, "A title");
    });
}

TEST_P(ForumMergingTest, OnePersonThanksOnceAndNeverThemselves) {
    const auto topic = site().topic("Cem", "Hazard logs");
    const auto both = site().reply("Cem", topic, "Both thank for this.");
    const auto own = site().reply("Old", topic, "The other thanks for this.");
    for (const char* who : {"Old", "New"}) {
        site().in_forum(who, [&](Forum& forum) {
            EXPECT_TRUE(forum.react(forum.post(both), Reaction::thanks));
            return 0;
        });
    }
    site().in_forum("New", [&](Forum& forum) {
        EXPECT_TRUE(forum.react(forum.post(own), Reaction::useful));
        return 0;
    });
    merge();
    site().in_forum("Cem", [&](Forum& forum) {
        EXPECT_EQ(forum.post(both).thanks, 1);
        EXPECT_EQ(forum.post(own).useful, 0);
        return 0;
    });
}

TEST_P(ForumMergingTest, WhoFollowedWithEitherFollowsAndWhoWasMentionedIsOnce) {
    const auto followed = site().topic("Cem", "Followed by the old one");
    site().topic("Cem", "To both", "Dear @old and @new,");
    site().in_forum("Old", [&](Forum& forum) {
        EXPECT_TRUE(forum.attend(forum.topic(followed), Attention::followed));
        return 0;
    });
    site().listen();
    merge();
    site().in_forum("New", [&](Forum& forum) {
        EXPECT_EQ(forum.visible_of(std::array{followed}).at(0).attention, Attention::followed);
        EXPECT_EQ(forum.unseen_mentions(10).size(), 1u);
        return 0;
    });
}

}  // namespace
}  // namespace forum
