// What the numbers count, what waits at an author, and how long what was handed on is kept.

#include "features/extracts/edition.h"
#include "features/extracts/test_extracts.h"
#include "features/extracts/wording.h"

namespace extracts {
namespace {

class CountingTest : public Talked {
protected:
    std::string seen_by(testing_site::Browser& browser, ExtractId id) {
        std::string bytes = browser.get(path_to(id)).body();
        for (auto at = bytes.find("value=\""); at != bytes.npos;
             at = bytes.find("value=\"", at + 1)) {
            const auto end = bytes.find('"', at + 7);
            if (end - at > 25) bytes.erase(at + 7, end - at - 7);  // drawn by lot
        }
        return bytes;
    }
    std::int64_t facts_of(const char* kind) {
        static const sql::Query<std::int64_t(std::string_view)> counted{
            "test_facts_of_kind", "SELECT count(*) FROM facts WHERE kind = $1"};
        std::int64_t count = 0;
        site().database().read([&](sql::Tx& tx) { count = tx.one(counted, kind); });
        return count;
    }
    PassageId own_passage(const char* who, ExtractId id) {
        return as_author(who, [&](Consents& all) { return all.asked(id).passages.at(0).id; });
    }
};
INSTANTIATE_TEST_SUITE_P(On, CountingTest,
                         ::testing::Values(sql::Engine::sqlite, sql::Engine::postgresql));

// ---- words, not posts ----

TEST_P(CountingTest, WhoeverHasNoWordsInItIsNotCounted) {
    const auto id = taken_whole(5);
    ASSERT_TRUE(in_room("Tak Er", [&](Extracts& room) {
        const auto seen = room.one(id);
        Changes changes{.title = "Hazard logs", .texts = {}};
        for (const auto& one : room.passages(seen)) {
            if (one.post_number > 1) changes.texts.emplace_back(one.id, "Yes.");
        }
        return room.change(seen, changes);
    }));
    ASSERT_TRUE(act("Tak Er", id, &Extracts::hand_on));
    EXPECT_EQ(standing(id), Standing::waits);
    EXPECT_TRUE(is_asked("Grace Okonjo", id));
}

TEST_P(CountingTest, WordsOfAnotherPostGoOutWithThatPostAlone) {
    const auto topic = talked(2);
    const auto id = taken(topic, {1}, "Grace Okonjo");
    const auto hand_on_with = [&](const char* words) {
        EXPECT_TRUE(in_room("Grace Okonjo", [&](Extracts& room) {
            const auto seen = room.one(id);
            return room.change(seen, {"Logs", {{room.passages(seen).at(0).id, words}}});
        }));
        return act("Grace Okonjo", id, &Extracts::hand_on);
    };
    const auto refused = hand_on_with("They had **a tool** for it, and nobody used one.");
    ASSERT_TRUE(refused) << "seven words in a row: " << refused.error().sentence;
    ASSERT_TRUE(act("Grace Okonjo", id, &Extracts::take_back));
    EXPECT_TRUE(why_not(hand_on_with("We *bought* a tool for it, and nobody used it."))
                    .starts_with("Passage 1 has words of post 2, by somebody else"));
    EXPECT_TRUE(hand_on_with(said[0]));
    site().reply("Meera Raman", topic, "> #1\n> " + std::string(said[0]) + "\n\nSo it is.");
    ASSERT_TRUE(act("Grace Okonjo", id, &Extracts::take_back));
    EXPECT_TRUE(act("Grace Okonjo", id, &Extracts::hand_on)) << "whoever writes later quotes";
}

TEST_P(CountingTest, ASecondPersonSeesWhatIsNotFromThePost) {
    const auto id = taken_whole(1);
    ASSERT_TRUE(change(id, std::string(said[0]) + " Nobody else ever did."));
    ASSERT_TRUE(act("Tak Er", id, &Extracts::hand_on));
    auto second = site().as("Sec Ond");
    EXPECT_TRUE(whole(second, path_to(id)).says("4 words are not from the post"));
}

TEST(SharedWordsTest, StandInARowOfThree) {
    const auto shared = shared_words("we *log* it now and so do they", "We log it. So do they.");
    EXPECT_EQ(shared.words, 8u);
    EXPECT_EQ(shared.common, 6u);
    EXPECT_FALSE(is_from(shared));
    EXPECT_TRUE(is_from({.words = 24, .common = 8}));
    EXPECT_FALSE(is_from({.words = 25, .common = 8}));
    EXPECT_FALSE(is_from({.words = 7, .common = 7}));
}

// ---- an author's own words ----

TEST_P(CountingTest, AnAuthorsWordingIsNobodysUntilAllHaveAgreed) {
    const auto id = handed_on(2);
    auto taker = site().as("Tak Er"), second = site().as("Sec Ond");
    const auto taken_before = seen_by(taker, id), second_before = seen_by(second, id);
    const auto passage = own_passage("Grace Okonjo", id);
    ASSERT_TRUE(agree("Grace Okonjo", id, {{passage, "Ours is one that all can read."}}));
    EXPECT_EQ(seen_by(taker, id), taken_before);
    EXPECT_EQ(seen_by(second, id), second_before);
    auto grace = site().as("Grace Okonjo");
    EXPECT_TRUE(whole(grace, path_to(id) + "/consent").says("Ours is one that all can read."));
    ASSERT_TRUE(agree("Meera Raman", id));
    EXPECT_NE(text(id, "Sec Ond").find("Ours is one that all can read."), std::string::npos);
    EXPECT_EQ(standing(id), Standing::ready);
    EXPECT_TRUE(publish("Sec Ond", id));
}

TEST_P(CountingTest, AYesTakenBackTakesItsWordingAlong) {
    const auto id = handed_on(2);
    ASSERT_TRUE(agree("Grace Okonjo", id,
                      {{own_passage("Grace Okonjo", id), "Ours is one that all can read."}}));
    ASSERT_TRUE(decline("Grace Okonjo", id));
    ASSERT_TRUE(agree("Meera Raman", id));
    ASSERT_TRUE(agree("Grace Okonjo", id));
    EXPECT_EQ(text(id), std::string(said[0]) + "\n" + said[1] + "\n");
    EXPECT_EQ(standing(id), Standing::ready);
}

TEST_P(CountingTest, AnAnswerThatChangesNothingIsNotWrittenDownAgain) {
    const auto id = handed_on(2);
    ASSERT_TRUE(letters_to("Mod Erator").empty());
    ASSERT_TRUE(agree("Grace Okonjo", id));
    ASSERT_TRUE(agree("Grace Okonjo", id));
    EXPECT_EQ(facts_of("extract_answers.given"), 1);
    ASSERT_TRUE(decline("Meera Raman", id));
    ASSERT_TRUE(decline("Meera Raman", id));
    EXPECT_EQ(facts_of("extract_answers.given"), 2);
    ASSERT_TRUE(agree("Meera Raman", id));
    ASSERT_TRUE(agree("Meera Raman", id, {{own_passage("Meera Raman", id), "We bought one."}}));
    EXPECT_EQ(facts_of("extract_answers.given"), 4);
    EXPECT_EQ(facts_of("extract_answers.complete"), 1);
    EXPECT_EQ(letters_to("Mod Erator").size(), 1u);
}

TEST_P(CountingTest, WhoLeftTheNetworkIsNotToldANameOfItsRoll) {
    const auto id = handed_on(2);
    const auto passage = own_passage("Grace Okonjo", id);
    const Texts words = {{passage, "As Owen Hughes says."}};
    EXPECT_TRUE(why_not(agree("Grace Okonjo", id, words)).contains("Owen"));
    identity::Actor::Person gone;
    gone.id = site().id_of("Grace Okonjo");
    const auto outside = identity::Actor::person(gone);
    site().database().write([&](sql::Tx& tx) {
        Consents all({tx, outside, site().clock().now()}, shop_);
        const auto refused = all.agree(all.asked(id), words);
        ASSERT_FALSE(refused);
        EXPECT_TRUE(refused.error().sentence.starts_with("Something in these words could"));
    });
}

// ---- how often ----

TEST_P(CountingTest, EachTimeThatItIsHandedOnCounts) {
    const auto id = taken_whole(1);
    for (int i = 0; i < hand_ons_a_month; ++i) {
        ASSERT_TRUE(act("Tak Er", id, &Extracts::hand_on)) << i;
        ASSERT_TRUE(act("Tak Er", id, &Extracts::take_back));
    }
    EXPECT_TRUE(why_not(act("Tak Er", id, &Extracts::hand_on)).starts_with("You handed on 10"));
    site().clock().advance(hand_ons_counted_for + base::hours(1));
    site().purge();
    EXPECT_TRUE(act("Tak Er", id, &Extracts::hand_on));
}

TEST_P(CountingTest, ANoStaysForTheSameWords) {
    const auto id = handed_on(2);
    ASSERT_EQ(letters_to("Grace Okonjo").size(), 1u);
    ASSERT_TRUE(decline("Grace Okonjo", id));
    ASSERT_TRUE(agree("Meera Raman", id));
    ASSERT_TRUE(act("Tak Er", id, &Extracts::take_back));
    EXPECT_EQ(site().as("Grace Okonjo").get(path_to(id) + "/consent").status(), 404);
    ASSERT_TRUE(act("Tak Er", id, &Extracts::hand_on));
    EXPECT_FALSE(is_asked("Grace Okonjo", id)) << "they said no to it";
    EXPECT_TRUE(is_asked("Meera Raman", id));
    EXPECT_EQ(letters_to("Grace Okonjo").size(), 1u);
    ASSERT_TRUE(agree("Meera Raman", id));
    EXPECT_EQ(standing(id), Standing::waits);
    ASSERT_TRUE(act("Tak Er", id, &Extracts::take_back));
    ASSERT_TRUE(change(id, "Ours is a spreadsheet."));
    ASSERT_TRUE(act("Tak Er", id, &Extracts::hand_on));
    EXPECT_TRUE(is_asked("Grace Okonjo", id)) << "of other words they are asked";
    EXPECT_TRUE(broken().empty());
}

TEST_P(CountingTest, HandingOnCostsAsManyStatementsForOneAuthorAsForFive) {
    const auto cost = [&](std::size_t authors) {
        std::vector<int> numbers;
        const auto topic = site().topic(writers.at(0), "Hazard logs", said.at(0));
        for (std::size_t i = 1; i < 5; ++i) {
            site().reply(writers.at(i % authors), topic, said.at(i));
        }
        const auto id = taken(topic, {1, 2, 3, 4, 5});
        std::int64_t statements = 0;
        site().with_floor("Tak Er", [&](const record::Floor& floor) {
            Extracts room(floor, shop_);
            const auto seen = room.one(id);
            const auto before = floor.tx.statements();
            ASSERT_TRUE(room.hand_on(seen));
            statements = floor.tx.statements() - before;
        });
        return statements;
    };
    (void)cost(1);  // the linter of the network is made
    const auto of_one = cost(1);
    EXPECT_EQ(cost(4), of_one);
    EXPECT_EQ(cost(5), of_one) << "nor is it told whether anybody is asked";
}

// ---- hidden since, and over its time ----

TEST_P(CountingTest, WhatIsHiddenOrClosedSinceIsNotReadInAnExtract) {
    const auto draft = taken_whole(1);
    const auto waiting = handed_on(5);
    const auto out = handed_on(5);
    ASSERT_TRUE(publish("Sec Ond", out));
    const auto copied = in_room(
        "Oth Er", [&](Extracts& room) { return room.copy(room.one(out), Form::markdown); });
    ASSERT_TRUE(copied);
    const auto file = path_to(out) + "/copies/" + std::to_string(copied->value);
    auto member = site().as("Oth Er"), taker = site().as("Tak Er");
    EXPECT_TRUE(whole(member, path_to(out)).says(said[0]));
    EXPECT_EQ(member.get(file).status(), 200);
    const auto topics = {topic_of(draft), topic_of(waiting), topic_of(out)};
    site().with_floor("Mod Erator", [&](const record::Floor& floor) {
        const forum::Forum forum(floor);
        for (const auto topic : topics) {
            const auto post = forum::posts_of(forum, forum.topic(topic), 1, 1);
            ASSERT_TRUE(forum::Moderation(floor).hide(post.at(0), {"It named a place."}));
        }
    });
    for (const auto id : {waiting, out}) {
        const auto page = whole(member, path_to(id));
        EXPECT_FALSE(page.says(said[0]));
        EXPECT_TRUE(page.says("Hidden or closed since."));
        EXPECT_TRUE(page.says(said[1])) << "what is not, stays";
    }
    EXPECT_FALSE(whole(taker, path_to(draft)).says(said[0]));
    EXPECT_FALSE(
        in_room("Oth Er", [&](Extracts& room) { return room.copy(room.one(out), Form::html); }));
    EXPECT_EQ(member.get(file).status(), 404) << "nor with a copy noted just before";
}

TEST_P(CountingTest, WhatWasHandedOnAndNeverPublishedEnds) {
    const auto id = handed_on(2);
    ASSERT_TRUE(agree("Grace Okonjo", id));
    site().clock().advance(answer_within + drafts_kept - base::days{1});
    site().purge();
    EXPECT_EQ(site().as("Tak Er").get(path_to(id)).status(), 200);
    site().clock().advance(base::days{2});
    site().purge();
    EXPECT_EQ(site().as("Tak Er").get(path_to(id)).status(), 404);
    EXPECT_EQ(site().as("Grace Okonjo").get(path_to(id) + "/consent").status(), 404);
    EXPECT_TRUE(broken().empty());
}

// ---- two accounts of one person ----

TEST_P(CountingTest, ASecondPersonDoesNotBecomeAnAuthorOfIt) {
    const auto id = handed_on(5);
    ASSERT_TRUE(publish("Sec Ond", id));
    const auto merges = [&](const char* gone, const char* kept) {
        bool met = false;
        site().database().write(
            [&](sql::Tx& tx) { met = store::met(tx, {site().id_of(gone), site().id_of(kept)}); });
        return !met;
    };
    EXPECT_FALSE(merges("Sec Ond", "Grace Okonjo"));
    EXPECT_FALSE(merges("Grace Okonjo", "Sec Ond"));
    EXPECT_TRUE(merges("Grace Okonjo", "Oth Er"));
}

TEST_P(CountingTest, ATakerWhoBecomesItsAuthorIsNotAsked) {
    const auto id = handed_on(2);
    site().with_floor("Mod Erator", [&](const record::Floor& floor) {
        store::merge(floor.tx, {site().id_of("Tak Er"), site().id_of("Grace Okonjo")});
    });
    EXPECT_FALSE(is_asked("Grace Okonjo", id));
    EXPECT_TRUE(is_asked("Meera Raman", id));
}

}  // namespace
}  // namespace extracts
