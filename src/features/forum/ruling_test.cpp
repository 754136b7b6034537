// Which rule holds for what was said: set before, made stricter at once, loosened by all concerned.

#include "features/forum/forum.h"

#include "features/forum/feature.h"
#include "features/forum/store.h"
#include "platform/identity/store.h"
#include "tests/support/test_site.h"

#include <gtest/gtest.h>

namespace forum {
namespace {

using rule::State;
using testing_site::path_of;
using Outcome = Loosening::Outcome;

class RulingTest : public testing_site::SiteTest {
protected:
    void SetUp() override {
        SiteTest::SetUp();
        for (const auto* name : {"Ann", "Bob", "Cat"}) site().person(name, {"ccio"});
        site().person("Mia", {"ccio"}, {"moderator"});
        site().person("Man", {"ccio"}, {"administrator"});
        topic_ = site().topic("Ann", "Hazard logs");
        site().reply("Bob", topic_, "Ours is on paper.");
        site().reply("Cat", topic_, "Ours is in a sheet.");
    }

    // As one person, with the topic as they find it now.
    template <class Act>
    auto as(const std::string& name, Act&& act) {
        std::optional<std::invoke_result_t<Act, Ruling&, const Topic&>> out;
        site().with_floor(name, [&](const record::Floor& floor) {
            Ruling ruling(floor);
            const Topic topic = Forum(floor).topic(topic_);
            out.emplace(act(ruling, topic));
        });
        return *std::move(out);
    }
    std::string states() {  // of the posts, then of what is said next: "r r r | r"
        std::string all;
        site().with_floor("Mia", [&](const record::Floor& floor) {
            const Forum forum(floor);
            const Topic topic = forum.topic(topic_);
            for (const auto& post : posts_of(forum, topic, 1, 100)) {
                all += std::string(code_of(post.state)) + (post.is_named ? "+ " : " ");
            }
            all += "| " + std::string(code_of(topic.state));
        });
        return all;
    }
    std::string refusal_of(const std::string& name,
                           std::function<base::Verdict(Ruling&, const Topic&)> act) {
        const auto verdict = as(name, act);
        return verdict ? verdict->sentence : std::string();
    }
    template <class T>
    static base::Verdict verdict(const base::Result<T>& result) {
        if (result) return base::allowed;
        return result.error();
    }
    LooseningId asked(const std::string& name, const LooseningDraft& draft) {
        return as(name, [&](Ruling& ruling, const Topic& topic) {
            const auto id = ruling.ask(topic, draft);
            EXPECT_TRUE(id) << id.error().sentence;
            return id.value_or(LooseningId{});
        });
    }
    Outcome answer(const std::string& name, LooseningId id, bool is_yes) {
        return as(name, [&](Ruling& ruling, const Topic&) {
            const auto outcome = ruling.answer(ruling.loosening(id), is_yes);
            EXPECT_TRUE(outcome) << outcome.error().sentence;
            return outcome.value_or(Outcome::withdrawn);
        });
    }
    std::int64_t answers_kept() {
        static const sql::Query<std::int64_t()> answers{"test_answers_kept", R"(
            SELECT count(*) FROM loosening_answers
             WHERE is_yes IS NOT NULL OR answered_at IS NOT NULL)"};
        std::int64_t count = 0;
        site().database().read([&](sql::Tx& tx) { count = tx.one(answers); });
        return count;
    }
    Outcome outcome(LooseningId id) {
        return as("Mia",
                  [&](Ruling& ruling, const Topic&) { return ruling.loosening(id).outcome; });
    }
    Post post(const std::string& name, int number) {
        std::optional<Post> found;
        site().with_floor(name, [&](const record::Floor& floor) {
            const Forum forum(floor);
            found = posts_of(forum, forum.topic(topic_), number, 1).at(0);
        });
        return *found;
    }

    // Subject and text of those about wishes to loosen.
    std::vector<std::string> letters_to(const std::string& name) {
        static const sql::Query<std::string(PersonId)> letters{"test_letters_about_wishes", R"(
            SELECT subject || ' ' || text FROM letters
             WHERE person_id = $1 AND text LIKE '%/forum/loosenings/%' ORDER BY id)"};
        std::vector<std::string> found;
        site().database().read([&](sql::Tx& tx) { found = tx.all(letters, site().id_of(name)); });
        return found;
    }

    TopicId topic_;
};
MOOTHALL_ON_BOTH_ENGINES(RulingTest);

// ---- set before ----

TEST_P(RulingTest, ATopicBeginsUnderTheRuleOfItsAreaOrAnother) {
    EXPECT_EQ(states(), "rule rule rule | rule");
    const auto start = [&](const std::string& who, const std::string& state) {
        return site().in_forum(who, [&](Forum& forum) {
            const auto started = forum.start_topic(site().settled().safety,
                                                   {"Another", "Words.", state});
            if (!started) return started.error().sentence;
            return std::string(code_of(forum.topic(*started).state));
        });
    };
    EXPECT_EQ(start("Bob", ""), "rule");
    EXPECT_EQ(start("Bob", "closed"), "closed");
    EXPECT_TRUE(start("Bob", "record").starts_with("Only those who moderate here"));
    EXPECT_EQ(start("Mia", "record"), "record");
}

TEST_P(RulingTest, APartOfATopicHasItsOwnRule) {
    const auto set = [](const std::string& state) {
        return [state](Ruling& ruling, const Topic& topic) {
            return verdict(ruling.set_next(topic, {state}));
        };
    };
    EXPECT_TRUE(refusal_of("Bob", set("closed")).starts_with("Only who started the topic"));
    EXPECT_EQ(refusal_of("Ann", set("closed")), "");
    site().reply("Bob", topic_, "A secret.");
    EXPECT_TRUE(refusal_of("Ann", set("record")).starts_with("Only those who moderate here"));
    EXPECT_EQ(refusal_of("Ann", set("rule")), "") << "back to that of the area";
    site().reply("Cat", topic_, "No secret.");
    EXPECT_EQ(refusal_of("Mia", set("record")), "");
    site().reply("Cat", topic_, "For the minutes.");
    EXPECT_EQ(states(), "rule rule rule closed rule record | record");
    const auto page = site().as("Bob").get(path_of(topic_));
    EXPECT_TRUE(page.find("#p4").text().contains("Closed: it may not be used outside"));
    EXPECT_TRUE(page.find("#p5").text().contains("Chatham House Rule: it may be used"));
    EXPECT_FALSE(page.find("#p6").text().contains("On the record")) << "the banner says it";
    EXPECT_TRUE(page.says("On the record."));
}

TEST_P(RulingTest, WhatBecameLooserWhileOneWroteIsNotPostedUnasked) {
    auto bob = site().as("Bob");
    as("Mia",
       [](Ruling& ruling, const Topic& topic) { return ruling.set_next(topic, {"closed"}); });
    const auto page = bob.get(path_of(topic_));
    as("Mia", [](Ruling& ruling, const Topic& topic) { return ruling.set_next(topic, {"rule"}); });
    const auto late = bob.press(page, "/replies", {{"body", "Between us."}});
    EXPECT_EQ(late.status(), 422);
    EXPECT_TRUE(late.says("While you wrote, the rule here became looser"));
    EXPECT_EQ(late.find("textarea").text(), "Between us.");
    EXPECT_EQ(bob.press(late, "/replies").status(), 303) << "read again, and sent";
    const auto again = bob.get(path_of(topic_));
    as("Mia",
       [](Ruling& ruling, const Topic& topic) { return ruling.set_next(topic, {"closed"}); });
    EXPECT_EQ(bob.press(again, "/replies", {{"body", "More."}}).status(), 303) << "stricter";
    EXPECT_EQ(states(), "rule rule rule rule closed | closed");
}

// ---- stricter at once ----

TEST_P(RulingTest, ATopicIsMadeStricterAtOnce) {
    site().with_floor("Cat", [&](const record::Floor& floor) {
        const Forum forum(floor);
        ASSERT_TRUE(
            Ruling(floor).allow_naming(posts_of(forum, forum.topic(topic_), 3, 1).at(0), true));
    });
    EXPECT_EQ(states(), "rule rule rule+ | rule");
    as("Mia", [](Ruling& ruling, const Topic& topic) { return ruling.tighten(topic, {"closed"}); });
    EXPECT_EQ(states(), "closed closed closed | closed") << "and nobody may be named";
    as("Mia", [](Ruling& ruling, const Topic& topic) { return ruling.tighten(topic, {"rule"}); });
    EXPECT_EQ(states(), "closed closed closed | closed") << "never looser";
}

TEST_P(RulingTest, AnAuthorMakesTheirOwnPostStricter) {
    const auto tighten = [&](const std::string& name, const std::string& state) {
        const Post its = post(name, 2);
        return refusal_of(name, [&](Ruling& ruling, const Topic&) {
            return verdict(ruling.tighten(its, {state}));
        });
    };
    EXPECT_TRUE(tighten("Cat", "closed").starts_with("Only its author"));
    EXPECT_EQ(tighten("Bob", "closed"), "");
    EXPECT_TRUE(tighten("Bob", "rule").starts_with("The post is under this rule already"));
    EXPECT_EQ(states(), "rule closed rule | rule");
}

TEST_P(RulingTest, AStricterAreaHoldsAtOnceALooserOneFromNowOn) {
    const auto set = [&](const std::string& name, const std::string& state) {
        return refusal_of(name, [&](Ruling& ruling, const Topic&) {
            return verdict(ruling.set_area(site().settled().safety, {state}));
        });
    };
    EXPECT_NE(set("Mia", "closed"), "") << "a moderator does not";
    EXPECT_EQ(set("Man", "closed"), "");
    EXPECT_EQ(states(), "closed closed closed | closed");
    EXPECT_EQ(set("Man", "record"), "");
    EXPECT_EQ(states(), "closed closed closed | closed");
    topic_ = site().topic("Ann", "Minutes");
    EXPECT_EQ(states(), "record | record");
}

// ---- looser with the consent of all ----

TEST_P(RulingTest, PostsAreLoosenedWhenTheLastAuthorHasAgreed) {
    const auto id = asked("Mia", {"record", "2", "3", "For our yearly report."});
    EXPECT_EQ(answer("Bob", id, true), Outcome::waits);
    EXPECT_EQ(states(), "rule rule rule | rule");
    site().reply("Bob", topic_, "Said later, and not asked about.");
    EXPECT_EQ(answer("Cat", id, true), Outcome::agreed);
    EXPECT_EQ(states(), "rule record record rule | rule");
}

TEST_P(RulingTest, ANoEndsIt) {
    const auto id = asked("Mia", {"record", "1", "3", "For our yearly report."});
    EXPECT_EQ(answer("Bob", id, true), Outcome::waits);
    EXPECT_EQ(answer("Bob", id, false), Outcome::refused)
        << "a yes can be taken back until all agreed";
    EXPECT_EQ(states(), "rule rule rule | rule");
    const auto late = as("Cat", [&](Ruling& ruling, const Topic&) {
        return verdict(ruling.answer(ruling.loosening(id), true));
    });
    EXPECT_TRUE(late);
    const auto again = [&](const std::string& from) {
        return refusal_of("Mia", [&](Ruling& ruling, const Topic& topic) {
            return verdict(ruling.ask(topic, {"record", from, "3", "Please."}));
        });
    };
    EXPECT_TRUE(again("3").starts_with("This was asked"));
    site().clock().advance(loosening_rest + base::hours(1));
    EXPECT_EQ(again("3"), "");
}

TEST_P(RulingTest, NothingSaysWhoSaidNo) {
    static const sql::Query<std::string()> facts{"test_facts_of_a_no", R"(
        SELECT CAST(actor_id AS TEXT) FROM facts
         WHERE kind = 'forum.loosening_ended' AND actor_id IS NOT NULL)"};
    static const sql::Query<std::int64_t(std::int64_t)> of_an_hour{
        "test_ends_beside_the_hour",
        "SELECT count(*) FROM loosenings WHERE outcome = 2 AND ended_at % $1 = 0"};
    const auto id = asked("Mia", {"record", "2", "3", "For our yearly report."});
    site().clock().advance(base::hours(1) + base::minutes(17));
    EXPECT_EQ(answer("Bob", id, true), Outcome::waits);
    EXPECT_EQ(answer("Cat", id, false), Outcome::refused);
    site().database().read([&](sql::Tx& tx) {
        const auto hour = std::chrono::duration_cast<std::chrono::microseconds>(base::hours(1));
        EXPECT_EQ(tx.one(of_an_hour, std::int64_t(hour.count())), 1)
            << "a voice answers at a full hour, and so do all";
        EXPECT_TRUE(tx.all(facts).empty());
    });
    EXPECT_EQ(answers_kept(), 0);
}

TEST_P(RulingTest, OnePostIsAskedForOnceAtATimeAndNotBelowTheRuleOfItsArea) {
    (void)asked("Mia", {"record", "2", "3", "For our yearly report."});
    const auto ask = [&](const std::string& who, const std::string& from) {
        return refusal_of(who, [&](Ruling& ruling, const Topic& topic) {
            return verdict(ruling.ask(topic, {"record", from, from, "Please."}));
        });
    };
    EXPECT_TRUE(ask("Mia", "3").starts_with("Some of these posts are asked for already"));
    EXPECT_TRUE(ask("Ann", "1").starts_with("Only those who moderate here"))
        << "their own post, past the rule of the area";
    EXPECT_EQ(ask("Mia", "1"), "");
}

TEST_P(RulingTest, WhatIsStricterIsNotQuotedUnderALooserRule) {
    const Post his = post("Bob", 2);
    as("Bob", [&](Ruling& ruling, const Topic&) { return ruling.tighten(his, {"closed"}); });
    const auto reply = [&](const std::string& body) {
        return site().in_forum("Cat", [&](Forum& forum) {
            const auto said = forum.reply(forum.topic(topic_), {body});
            return said ? std::string() : said.error().sentence;
        });
    };
    EXPECT_TRUE(reply("> #2\n> Ours is on paper.\n\nOurs too.").starts_with("You quote a post"));
    EXPECT_TRUE(reply("Yes.\n\n> > #2\n> > Ours").starts_with("You quote a post"));
    EXPECT_EQ(reply("> #1\n> What do you do?\n\nNumber #2 is right."), "");
    const Post own = post("Cat", 4);
    const auto edited = site().in_forum("Cat", [&](Forum& forum) {
        const auto done = forum.edit(own, {"> #2\n> Ours is on paper.", "1"});
        return done ? std::string() : done.error().sentence;
    });
    EXPECT_TRUE(edited.starts_with("You quote a post"));
}

TEST_P(RulingTest, AChosenRuleOutlastsAPreview) {
    auto bob = site().as("Bob");
    const auto area = std::to_string(site().settled().safety.id.value);
    const auto seen = bob.press(bob.get("/forum/new"), "/forum/new",
                                {{"title", "A secret"},
                                 {"area", area},
                                 {"body", "Between us."},
                                 {"state", "closed"},
                                 {"do", "preview"}});
    const auto sent = bob.press(bob.follow(seen), "/forum/new");
    ASSERT_EQ(sent.status(), 303);
    EXPECT_TRUE(bob.follow(sent).says("Closed."));
}

TEST_P(RulingTest, AnAreaThatBecameLooserWhileOneWroteIsNotWrittenIntoUnasked) {
    auto bob = site().as("Bob");
    const auto& safety = site().settled().safety;
    const auto page = bob.get("/forum/new");
    EXPECT_TRUE(page.says("Clinical safety: Chatham House Rule"));
    const auto become = [&](rule::State state) {
        site().with_floor("Man", [&](const record::Floor& floor) {
            ASSERT_TRUE(rule::Rule(floor).set(safety, state));
        });
    };
    become(rule::State::on_record);
    const testing_site::Changes text{{"title", "A near miss"},
                     {"area", std::to_string(safety.id.value) + "-rule"},
                     {"body", "It was our fault."}};
    const auto back = bob.press(page, "/forum/new", text);
    EXPECT_EQ(back.status(), 422);
    EXPECT_TRUE(back.says("While you wrote, the rule here became looser"));
    EXPECT_TRUE(back.says("It was our fault."));
    become(rule::State::closed);
    EXPECT_EQ(bob.press(back, "/forum/new", text).status(), 303) << "stricter is no harm";
}

TEST_P(RulingTest, AStricterRuleOvertakesAWish) {
    const auto id = asked("Mia", {"record", "2", "3", "For our yearly report."});
    EXPECT_EQ(answer("Bob", id, true), Outcome::waits);
    const Post his = post("Bob", 2);
    as("Bob", [&](Ruling& ruling, const Topic&) { return ruling.tighten(his, {"closed"}); });
    EXPECT_EQ(outcome(id), Outcome::withdrawn);
    EXPECT_EQ(answers_kept(), 0) << "nor who had said yes";
    EXPECT_EQ(states(), "rule closed rule | rule");
}

TEST_P(RulingTest, OnlyThoseConcernedAreAskedAndOnlyWhoMayAsks) {
    const auto id = asked("Mia", {"record", "2", "2", "For our yearly report."});
    EXPECT_THROW(as("Cat", [&](Ruling& ruling, const Topic&) { return ruling.loosening(id).id; }),
                 base::NotFound);
    EXPECT_EQ(as("Bob", [](Ruling& ruling, const Topic&) { return ruling.asked_of_me().size(); }),
              1u);
    EXPECT_EQ(as("Cat", [](Ruling& ruling, const Topic&) { return ruling.asked_of_me().size(); }),
              0u);
    const auto by_mia = refusal_of("Mia", [&](Ruling& ruling, const Topic&) {
        return verdict(ruling.answer(ruling.loosening(id), true));
    });
    EXPECT_TRUE(by_mia.starts_with("Only the authors concerned"));
    const auto ask = [&](const std::string& name, LooseningDraft draft) {
        return refusal_of(name, [&](Ruling& ruling, const Topic& topic) {
            return verdict(ruling.ask(topic, draft));
        });
    };
    EXPECT_NE(ask("Cat", {"record", "2", "2", "Please."}), "");
    EXPECT_TRUE(ask("Ann", {"rule", "1", "3", "Please."}).starts_with("None of these posts"));
    EXPECT_TRUE(ask("Ann", {"record", "2", "9", "Please."}).starts_with("Enter the numbers"));
    EXPECT_TRUE(ask("Ann", {"record", "3", "2", "Please."}).starts_with("Enter the numbers"));
    EXPECT_TRUE(ask("Ann", {"record", "x", "", "Please."}).starts_with("Enter the numbers"));
    EXPECT_TRUE(ask("Ann", {"record", "1", "3", ""}).starts_with("Say what"));
}

TEST_P(RulingTest, WhoeverHasLeftCannotBeAsked) {
    const auto id = asked("Mia", {"record", "2", "3", "For our yearly report."});
    site().with_floor("Bob", [](const record::Floor& floor) {
        feature({}, {leaving::Gate(), ""}, std::make_shared<Batch>())
            .forget.value(floor, floor.actor.id());
        identity::store::anonymise(floor.tx, floor.actor.id());
    });
    EXPECT_EQ(outcome(id), Outcome::refused) << "they will not agree any more";
    site().clock().advance(loosening_rest + base::hours(1));
    EXPECT_TRUE(refusal_of("Mia", [](Ruling& ruling, const Topic& topic) {
                    return verdict(ruling.ask(topic, {"record", "1", "3", "Please."}));
                }).contains("has left and cannot be asked"));
}

// Two accounts of one person: what only one of them agreed to, nobody agreed to yet.
TEST_P(RulingTest, AMergedAccountIsAskedAgainWhereItsTwoAnswersDiffer) {
    const auto id = asked("Mia", {"record", "2", "3", "For our yearly report."});
    EXPECT_EQ(answer("Bob", id, true), Outcome::waits);
    site().database().write([&](sql::Tx& tx) {
        store::merge_rule(tx, {site().id_of("Cat"), site().id_of("Bob")});
    });
    EXPECT_EQ(as("Bob", [](Ruling& ruling, const Topic&) { return ruling.asked_of_me().size(); }),
              1u);
    EXPECT_EQ(answer("Bob", id, true), Outcome::agreed);
    EXPECT_EQ(states(), "rule record record | rule");
}

// Somebody who belongs elsewhere by now still answers for what they said.
TEST_P(RulingTest, AnAuthorWhoMovedOnIsAskedByALetterWithoutWords) {
    const auto id = asked("Mia", {"record", "2", "2", "For our yearly report."});
    site().listen();
    const auto letters = letters_to("Bob");
    ASSERT_EQ(letters.size(), 1u);
    EXPECT_TRUE(letters[0].contains(path_to(id)));
    for (const auto* secret : {"yearly", "Hazard", "paper", "Mia"}) {
        EXPECT_FALSE(letters[0].contains(secret)) << secret;
    }
    EXPECT_TRUE(letters_to("Cat").empty());
    auto bob = site().as("Bob");
    site().database().write([&](sql::Tx& tx) {
        identity::store::leave_audience(tx, site().id_of("Bob"), site().settled().ccio.audience);
    });
    EXPECT_EQ(bob.get(path_of(topic_)).status(), 404);
    const auto page = bob.get(path_to(id));
    EXPECT_EQ(page.status(), 200);
    EXPECT_TRUE(page.says("Ours is on paper.")) << "their own words";
    EXPECT_FALSE(page.says("Ours is in a sheet.")) << "nobody else's";
    EXPECT_FALSE(page.says("Hazard logs")) << "nor the title";
    EXPECT_EQ(bob.press(page, "/answer", {{"answer", "yes"}}).status(), 303);
    EXPECT_EQ(states(), "rule record rule | rule");
    site().listen();
    EXPECT_TRUE(letters_to("Mia").at(0).contains("agreed to a looser rule"));
}

// ---- named ----

TEST_P(RulingTest, AnAuthorAloneMaySayThatTheyMayBeNamed) {
    const auto allow = [&](const std::string& name, int number, bool yes) {
        const Post its = post(name, number);
        return refusal_of(name, [&](Ruling& ruling, const Topic&) {
            return verdict(ruling.allow_naming(its, yes));
        });
    };
    EXPECT_EQ(allow("Bob", 2, true), "");
    EXPECT_TRUE(allow("Mia", 3, true).starts_with("Only its author"));
    EXPECT_TRUE(allow("Mia", 2, false).starts_with("Only its author"));
    EXPECT_EQ(states(), "rule rule+ rule | rule");
    EXPECT_TRUE(site().as("Cat").get(path_of(topic_)).find("#p2").text().contains("May be named"));
    EXPECT_EQ(allow("Bob", 2, false), "");
    EXPECT_EQ(states(), "rule rule rule | rule");
    as("Mia", [](Ruling& ruling, const Topic& topic) { return ruling.tighten(topic, {"closed"}); });
    EXPECT_TRUE(allow("Bob", 2, true).starts_with("What is closed"));
}

}  // namespace
}  // namespace forum
