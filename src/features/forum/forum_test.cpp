#include "features/forum/forum.h"

#include "features/forum/desk.h"
#include "platform/search/query.h"
#include "tests/support/test_site.h"

#include <algorithm>
#include <array>
#include <gtest/gtest.h>

namespace forum {
namespace {

using testing_site::SiteTest;
using testing_site::TestSite;

class ForumTest : public SiteTest {
protected:
    Topic topic_as(const std::string& name, TopicId id) {
        return site().in_forum(name, [&](Forum& forum) { return forum.topic(id); });
    }
    int unread(const std::string& name, TopicId id) { return topic_as(name, id).unread(); }
    std::int64_t unread_posts(const std::string& name) {
        return site().in_forum(name, [](Forum& forum) {
            std::int64_t posts = 0;
            posts = forum.unread().all().posts;
            return posts;
        });
    }
    void later() { site().clock().advance(base::minutes(5)); }
};
MOOTHALL_ON_BOTH_ENGINES(ForumTest);

TEST_P(ForumTest, AReplyTakesTheNextNumber) {
    const auto id = site().topic("Ann", "Hazard logs");
    later();
    site().reply("Bob", id, "We keep ours in a spreadsheet.");
    const auto topic = topic_as("Ann", id);
    EXPECT_EQ(topic.last_number, 2);
    EXPECT_EQ(topic.replies(), 1);
}

TEST_P(ForumTest, OwnPostsAreNeverNewToTheirAuthor) {
    const auto id = site().topic("Ann", "Hazard logs");
    later();
    site().reply("Ann", id, "One more thing.");
    EXPECT_EQ(unread("Ann", id), 0);
    EXPECT_EQ(unread("Bob", id), 2);
    later();
    site().reply("Bob", id, "Noted.");
    later();
    site().reply("Ann", id, "Thank you.");  // without having read Bob's
    EXPECT_EQ(unread("Ann", id), 1);
}

TEST_P(ForumTest, UnreadIsExactAfterReadingPartOfATopic) {
    const auto id = site().topic("Ann", "Hazard logs");
    for (int i = 0; i < 30; ++i) {
        later();
        site().reply("Ann", id, "Post number " + std::to_string(i + 2));
    }
    EXPECT_EQ(unread("Bob", id), 31);
    EXPECT_EQ(unread_posts("Bob"), 31);
    site().in_forum("Bob", [&](Forum& forum) {
        forum.note_shown(forum.topic(id), {1, 20});
        return 0;
    });
    EXPECT_EQ(unread("Bob", id), 11);
    EXPECT_EQ(unread_posts("Bob"), 11);
}

TEST_P(ForumTest, OfMoreThanAPageOfUnreadTopicsTheNewestCount) {
    const auto unread_of_bob = [&] {
        return site().in_forum("Bob", [](Forum& forum) { return forum.unread(); });
    };
    for (int i = 0; i < unread_topics_max; ++i) {
        site().topic("Ann", "Topic " + std::to_string(i));
        later();
    }
    EXPECT_FALSE(unread_of_bob().is_more);
    EXPECT_EQ(unread_of_bob().shown(unread_of_bob().all().topics), "30");
    site().topic("Ann", "One more");
    EXPECT_TRUE(unread_of_bob().is_more);
    EXPECT_EQ(unread_of_bob().shown(unread_of_bob().all().topics), "31+");
    EXPECT_EQ(unread_of_bob().shown(0), "") << "nothing stays nothing";
    EXPECT_TRUE(site().as("Bob").get("/").says("More than 30 topics with new posts"));
}

TEST_P(ForumTest, ReadingNeverGoesBack) {
    const auto id = site().topic("Ann", "Hazard logs");
    later();
    site().reply("Ann", id, "More.");
    site().in_forum("Bob", [&](Forum& forum) {
        forum.note_shown(forum.topic(id), {1, 2});
        forum.note_shown(forum.topic(id), {1, 1});
        return 0;
    });
    EXPECT_EQ(unread("Bob", id), 0);
}

TEST_P(ForumTest, CatchingUpLeavesOnlyWhatCameAfter) {
    const auto id = site().topic("Ann", "Hazard logs");
    later();
    site().reply("Ann", id, "More.");
    later();
    site().in_forum("Bob", [](Forum& forum) {
        forum.catch_up();
        return 0;
    });
    EXPECT_EQ(unread_posts("Bob"), 0);
    later();
    site().reply("Ann", id, "News.");
    EXPECT_EQ(unread("Bob", id), 1);
    EXPECT_EQ(unread_posts("Bob"), 1);
}

TEST_P(ForumTest, MutedTopicsAreNotUnread) {
    const auto id = site().topic("Ann", "Hazard logs");
    site().in_forum("Bob", [&](Forum& forum) {
        return forum.attend(forum.topic(id), Attention::muted).has_value();
    });
    EXPECT_EQ(unread("Bob", id), 0);
    EXPECT_EQ(unread_posts("Bob"), 0);
}

TEST_P(ForumTest, WhoRepliesFollows) {
    const auto id = site().topic("Ann", "Hazard logs");
    later();
    site().reply("Bob", id, "Us too.");
    EXPECT_EQ(topic_as("Bob", id).reading.attention, Attention::followed);
    const auto followed = site().in_forum(
        "Bob", [](Forum& forum) { return forum.topics(View::followed, {}, {}).rows.size(); });
    EXPECT_EQ(followed, 1u);
}

TEST_P(ForumTest, AnotherNetworkSeesNothingOfATopic) {
    site().person("Cat", {"cnio"});
    const auto id = site().topic("Ann", "Secret of the CCIOs");
    site().listen();
    site().with_floor("Cat", [&](const record::Floor& floor) {
        Forum forum(floor);
        EXPECT_THROW(forum.topic(id), base::NotFound);
        EXPECT_TRUE(forum.topics(View::latest, {}, {}).rows.empty());
        EXPECT_TRUE(forum.topics(View::unread, {}, {}).rows.empty());
        EXPECT_TRUE(forum.unread().by_audience.empty());
        EXPECT_TRUE(forum.visible_of(std::array{id}).empty());
        EXPECT_TRUE(forum.search("secret", false).rows.empty());
    });
    site().with_floor("Bob", [&](const record::Floor& floor) {
        EXPECT_EQ(Forum(floor).search("secret", false).rows.size(), 1u) << "it could have leaked";
    });
}

TEST_P(ForumTest, HiddenTopicsShowToModeratorsOnly) {
    site().person("Mia", {"ccio"}, {"moderator"});
    const auto id = site().topic("Ann", "Names a patient");
    site().with_floor("Mia", [&](const record::Floor& floor) {
        EXPECT_TRUE(Moderation(floor).hide(Forum(floor).topic(id), {"It names a patient."}));
    });
    site().with_floor("Mia", [&](const record::Floor& floor) {
        EXPECT_EQ(Forum(floor).topic(id).hidden_reason, "It names a patient.");
    });
    site().with_floor("Ann", [&](const record::Floor& floor) {
        EXPECT_THROW(Forum(floor).topic(id), base::NotFound);
    });
}

TEST_P(ForumTest, HiddenTextsLeaveTheIndex) {
    site().person("Mia", {"ccio"}, {"moderator"});
    const auto id = site().topic("Ann", "Audio", "zebracrossing");
    site().listen();
    const auto hits = [&] {
        return site().in_forum(
            "Ann", [](Forum& forum) { return forum.search("zebracrossing", true).rows.size(); });
    };
    const auto entries = [&] {
        std::size_t found = 0;
        site().database().read([&](sql::Tx& tx) {
            const std::vector<std::int64_t> audiences = {site().settled().ccio.audience.value};
            found = search::search(tx, "zebracrossing", audiences, search::Order::newest, 10)
                        .found.size();
        });
        return found;
    };
    const auto moderate = [&](auto step) {
        site().with_floor("Mia", [&](const record::Floor& floor) {
            const Forum forum(floor);
            Moderation moderation(floor);
            EXPECT_TRUE(step(moderation, forum));
        });
    };
    const auto post = [&](const Forum& f) { return posts_of(f, f.topic(id), 1, 1).front(); };
    EXPECT_EQ(hits(), 1u);
    EXPECT_EQ(entries(), 1u);
    moderate([&](Moderation& m, const Forum& f) { return m.hide(post(f), {"Off topic."}); });
    EXPECT_EQ(hits(), 0u) << "at once, before the index hears of it";
    site().listen();
    EXPECT_EQ(entries(), 0u);
    moderate([&](Moderation& m, const Forum& f) { return m.show(post(f)); });
    site().listen();
    EXPECT_EQ(entries(), 1u);
    moderate([&](Moderation& m, const Forum& f) { return m.hide(f.topic(id), {"Off topic."}); });
    site().listen();
    EXPECT_EQ(entries(), 0u) << "with its topic";
}

TEST_P(ForumTest, TheTextOfAHiddenPostIsThereForModeratorsAlone) {
    site().person("Mia", {"ccio"}, {"moderator"});
    const auto id = site().topic("Ann", "Audio", "It names a patient.");
    site().in_forum("Ann", [&](Forum& forum) {
        const auto post = posts_of(forum, forum.topic(id), 1, 1).front();
        return forum.edit(post, {"It named a patient.", "1"}).has_value();
    });
    const auto text_for = [&](const std::string& name) {
        return site().in_forum(name, [&](Forum& forum) {
            const auto post = posts_of(forum, forum.topic(id), 1, 1).front();
            std::string told = post.html + forum.post(post.id).html;
            try {
                told += forum.source(post);
            } catch (const std::exception&) {
                told += "";  // there is none for this reader
            }
            try {
                told += forum.history(post).front().markdown;
            } catch (const base::NotFound&) {
                told += "";
            }
            return told;
        });
    };
    EXPECT_NE(text_for("Bob").find("patient"), std::string::npos) << "it could have leaked";
    site().with_floor("Mia", [&](const record::Floor& floor) {
        const Forum forum(floor);
        const auto post = posts_of(forum, forum.topic(id), 1, 1).front();
        EXPECT_TRUE(Moderation(floor).hide(post, {"Name."}));
    });
    EXPECT_EQ(text_for("Bob"), "");
    EXPECT_EQ(text_for("Ann"), "") << "nor for its author";
    EXPECT_NE(text_for("Mia").find("It names a patient."), std::string::npos);
}

TEST_P(ForumTest, EachViewOfEachScopeShowsItsOwnTopics) {
    const auto& settled = site().settled();
    const auto other = site().in_forum("Ann", [&](Forum& forum) {
        return *forum.start_topic(settled.records, {"Elsewhere", "Words."});
    });
    const auto unread = site().topic("Ann", "Unread");
    const auto followed = site().topic("Ann", "Followed");
    later();
    site().in_forum("Bob", [&](Forum& forum) {
        forum.note_shown(forum.topic(followed), {1, 1});
        (void)forum.attend(forum.topic(other), Attention::followed);
        return *forum.attend(forum.topic(followed), Attention::followed);
    });
    const auto shown = [&](View view, const Scope& scope) {
        return site().in_forum("Bob", [&](Forum& forum) {
            std::vector<TopicId> ids;
            for (const auto& line : forum.topics(view, scope).rows) ids.push_back(line.id);
            std::ranges::sort(ids);
            return ids;
        });
    };
    using Ids = std::vector<TopicId>;
    const Scope here = settled.safety.id;
    EXPECT_EQ(shown(View::latest, here), (Ids{unread, followed}));
    EXPECT_EQ(shown(View::unread, here), Ids{unread});
    EXPECT_EQ(shown(View::followed, here), Ids{followed});
    for (const Scope& wide : {Scope(Everywhere{}), Scope(settled.ccio.audience)}) {
        EXPECT_EQ(shown(View::latest, wide), (Ids{other, unread, followed}));
        EXPECT_EQ(shown(View::unread, wide), (Ids{other, unread}));
        EXPECT_EQ(shown(View::followed, wide), (Ids{other, followed}));
    }
}

TEST_P(ForumTest, AnEditKeepsTheEarlierText) {
    const auto id = site().topic("Ann", "Audio", "We keep it for six weeks.");
    later();
    site().with_floor("Ann", [&](const record::Floor& floor) {
        Forum forum(floor);
        const auto post = posts_of(forum, forum.topic(id), 1, 1).front();
        ASSERT_TRUE(forum.edit(post, {"We keep it for four weeks.", "1"}));
        const auto now = forum.post(post.id);
        EXPECT_EQ(now.version, 2);
        const auto earlier = forum.history(now);
        ASSERT_EQ(earlier.size(), 1u);
        EXPECT_EQ(earlier.front().markdown, "We keep it for six weeks.");
    });
}

TEST_P(ForumTest, TheSecondOfTwoEditorsIsTold) {
    const auto id = site().topic("Ann", "Audio", "First.");
    site().with_floor("Ann", [&](const record::Floor& floor) {
        Forum forum(floor);
        const auto post = posts_of(forum, forum.topic(id), 1, 1).front();
        ASSERT_TRUE(forum.edit(post, {"Mine.", "1"}));
        const auto late = forum.edit(forum.post(post.id), {"Also mine.", "1"});
        ASSERT_FALSE(late);
        EXPECT_EQ(late.error().field, "body");
        EXPECT_EQ(forum.source(post), "Mine.");
    });
}

TEST_P(ForumTest, AReactionIsPressedAndTakenBack) {
    const auto id = site().topic("Ann", "Audio");
    site().with_floor("Bob", [&](const record::Floor& floor) {
        Forum forum(floor);
        const auto post = posts_of(forum, forum.topic(id), 1, 1).front();
        EXPECT_TRUE(*forum.react(post, Reaction::thanks));
        EXPECT_EQ(forum.post(post.id).thanks, 1);
        EXPECT_EQ(forum.my_reactions(forum.topic(id)).size(), 1u);
        EXPECT_FALSE(*forum.react(post, Reaction::thanks));
        EXPECT_EQ(forum.post(post.id).thanks, 0);
    });
}

TEST_P(ForumTest, EveryChangeOfWhatATopicShowsChangesItsVersion) {
    site().person("Mia", {"ccio"}, {"moderator"});
    const auto id = site().topic("Ann", "Audio", "Text.");
    std::int64_t version = topic_as("Bob", id).version;
    const auto changed = [&](std::string_view what) {
        const auto now = topic_as("Bob", id).version;
        EXPECT_GT(now, version) << what;
        version = now;
    };
    const auto post = [&](Forum& forum) { return posts_of(forum, forum.topic(id), 1, 1).front(); };
    site().reply("Bob", id, "Yes.");
    changed("a reply");
    site().in_forum("Bob", [&](Forum& f) { return *f.react(post(f), Reaction::useful); });
    changed("a reaction");
    site().in_forum("Ann", [&](Forum& f) { return f.edit(post(f), {"New.", "1"}).has_value(); });
    changed("an edit");
    const auto moderate = [&](auto step) {
        site().with_floor("Mia", [&](const record::Floor& floor) {
            Forum forum(floor);
            Moderation moderation(floor);
            EXPECT_TRUE(step(moderation, forum).has_value());
        });
    };
    moderate([&](Moderation& m, Forum& f) { return m.hide(post(f), {"No."}); });
    changed("hiding a post");
    moderate([&](Moderation& m, Forum& f) { return m.show(post(f)); });
    changed("showing it");
    moderate([&](Moderation& m, Forum& f) { return m.close(f.topic(id)); });
    changed("closing");
    moderate([&](Moderation& m, Forum& f) { return m.pin(f.topic(id)); });
    changed("pinning");
    site().with_floor("Ann", [&](const record::Floor& floor) {
        for (const auto& one : site().house().features()) {
            if (one.name.value == "forum") one.forget.value(floor, floor.actor.id());
        }
    });
    changed("forgetting its author");
    moderate([&](Moderation& m, Forum& f) { return m.hide(f.topic(id), {"No."}); });
    site().with_floor("Mia", [&](const record::Floor& floor) {
        EXPECT_GT(Forum(floor).topic(id).version, version) << "hiding it";
    });
}

TEST_P(ForumTest, MentionsWaitUntilTheyAreSeen) {
    site().person("Ann Lee", {"ccio"});
    const auto id = site().topic("Bob", "Audio", "What does @ann-lee think?");
    const auto waiting = [&](const std::string& name) {
        return site().in_forum(name,
                               [](Forum& forum) { return forum.unseen_mentions(20).size(); });
    };
    EXPECT_EQ(waiting("Ann Lee"), 1u);
    site().in_forum("Ann Lee", [&](Forum& forum) {
        forum.note_shown(forum.topic(id), {1, 1});
        return 0;
    });
    EXPECT_EQ(waiting("Ann Lee"), 0u);
}

TEST_P(ForumTest, CatchingUpLeavesMentionsUntilTheyAreShown) {
    site().person("Ann Lee", {"ccio"});
    site().topic("Bob", "Audio", "What does @ann-lee think?");
    later();
    site().in_forum("Ann Lee", [](Forum& forum) {
        forum.catch_up();
        EXPECT_EQ(forum.unread().all().posts, 0);
        EXPECT_EQ(forum.unseen_mentions(20).size(), 1u);
        return 0;
    });
}

TEST_P(ForumTest, WhomToMentionIsFoundBySurnameToo) {
    for (const auto* name : {"Ann Lee", "Leela Ray", "Bo Anderson", "Peter Calloway"}) {
        site().person(name, {"ccio"});
    }
    site().person("Cat Lee", {"cnio"});
    const auto id = site().topic("Bob", "Audio");
    const auto found = [&](std::string_view beginning) {
        std::vector<std::string> names;
        site().with_floor("Bob", [&](const record::Floor& floor) {
            const auto topic = Forum(floor).topic(id);
            for (const auto& person : Desk(floor).mentionable(topic, beginning)) {
                names.push_back(person.name);
            }
        });
        return names;
    };
    using Names = std::vector<std::string>;
    EXPECT_EQ(found("lee"), (Names{"Leela Ray", "Ann Lee"})) << "given names first, no outsiders";
    EXPECT_EQ(found("and"), Names{"Bo Anderson"});
    EXPECT_EQ(found("peter call"), Names{"Peter Calloway"});
    EXPECT_EQ(found("%"), found(""));
}

TEST_P(ForumTest, OutsidersAreNotMentioned) {
    site().person("Cat Moss", {"cnio"});
    site().person("Ann Lee", {"ccio"});
    const auto id = site().topic("Bob", "Audio", "What do @cat-moss and @ann-lee think?");
    site().listen();
    const sql::Query<std::int64_t()> mentioned{"mentioned", "SELECT person_id FROM mentions"};
    const sql::Query<std::int64_t()> written_to{"written_to", "SELECT person_id FROM letters"};
    site().database().read([&](sql::Tx& tx) {
        const std::vector<std::int64_t> ann = {site().person("Ann Lee").value};
        EXPECT_EQ(tx.all(mentioned), ann) << "it could have been both";
        EXPECT_EQ(tx.all(written_to), ann);
    });
    const auto html = site().in_forum(
        "Bob", [&](Forum& forum) { return posts_of(forum, forum.topic(id), 1, 1).front().html; });
    EXPECT_NE(html.find("@cat-moss"), std::string::npos) << "it stays a word: " << html;
    EXPECT_EQ(html.find("Cat Moss"), std::string::npos);
}

TEST_P(ForumTest, AMailAboutAMentionCarriesNoTextOfThePost) {
    site().person("Ann Lee", {"ccio"});
    site().topic("Bob", "Audio retention", "xyzzysecret for @ann-lee only");
    site().listen();
    site().listen();  // hearing twice writes once
    struct Row {
        std::string subject, text, html;
    };
    const sql::Query<Row()> letters{"letters", "SELECT subject, text, html FROM letters"};
    site().database().read([&](sql::Tx& tx) {
        const auto rows = tx.all(letters);
        ASSERT_EQ(rows.size(), 1u);
        EXPECT_NE(rows[0].text.find("Audio retention"), std::string::npos);
        for (const auto& part : {rows[0].subject, rows[0].text, rows[0].html}) {
            EXPECT_EQ(part.find("xyzzysecret"), std::string::npos);
        }
    });
}

TEST_P(ForumTest, ListsCostTheSameNumberOfStatementsForOneAndForThree) {
    site().person("Bob", {"ccio"});
    const auto statements = [&] {
        std::int64_t count = 0;
        const auto bob = site().person("Bob");
        site().database().read([&](sql::Tx& tx) {
            const auto actor =
                identity::actor_of(tx, bob, app::grants(site().house().features()),
                                   identity::Assurance::two_factors);
            const auto before = tx.statements();
            Forum forum(record::Floor{tx, actor, site().clock().now()});
            for (const View view : {View::latest, View::unread, View::followed}) {
                (void)forum.topics(view, {}, {});
            }
            (void)forum.unread();
            (void)forum.unseen_mentions(10);
            (void)forum.search("voice", false);
            count = tx.statements() - before;
        });
        return count;
    };
    const auto told = [&](const std::string& title) {
        const auto id = site().topic("Ann", title, "Ambient voice, @bob?");
        site().in_forum("Bob", [&](Forum& forum) {
            return *forum.attend(forum.topic(id), Attention::followed);
        });
        site().listen();
    };
    told("One");
    const auto for_one = statements();
    told("Two");
    told("Three");
    site().in_forum("Bob", [](Forum& forum) {
        for (const View view : {View::latest, View::unread, View::followed}) {
            EXPECT_EQ(forum.topics(view, {}, {}).rows.size(), 3u);
        }
        EXPECT_EQ(forum.unseen_mentions(10).size(), 3u);
        EXPECT_EQ(forum.search("voice", false).rows.size(), 3u);
        return 0;
    });
    EXPECT_EQ(statements(), for_one);
}

TEST_P(ForumTest, AListGoesOnWhereItStopped) {
    for (int i = 0; i < topics_a_page + 5; ++i) {
        site().clock().advance(base::seconds(1));
        site().topic("Ann", "Topic " + std::to_string(i));
    }
    site().with_floor("Bob", [](const record::Floor& floor) {
        const Forum forum(floor);
        const auto first = forum.topics(View::latest, {}, {});
        ASSERT_EQ(first.rows.size(), static_cast<std::size_t>(topics_a_page));
        ASSERT_TRUE(first.next);
        const auto second =
            forum.topics(View::latest, {}, sql::After::parse(first.next->text()));
        EXPECT_EQ(second.rows.size(), 5u);
        EXPECT_FALSE(second.next);
        EXPECT_EQ(second.rows.front().title, "Topic 4");
    });
}

TEST_P(ForumTest, PostsOf32000CharactersAreTakenAndLongerOnesRefused) {
    const auto id = site().topic("Ann", "Long");
    site().with_floor("Bob", [&](const record::Floor& floor) {
        Forum forum(floor);
        EXPECT_TRUE(forum.reply(forum.topic(id), {std::string(body_characters_max, 'a')}));
        const auto refused =
            forum.reply(forum.topic(id), {std::string(body_characters_max + 1, 'a')});
        ASSERT_FALSE(refused);
        EXPECT_NE(refused.error().sentence.find("32,000"), std::string::npos);
    });
}

}  // namespace
}  // namespace forum
