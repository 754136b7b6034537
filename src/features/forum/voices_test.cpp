// Speaking unattributed: held in memory, appearing together; who may go on as a voice; what waits
// for it; and what the database does not learn.

#include "features/forum/voices.h"

#include "features/forum/desk.h"
#include "platform/crypto/phrase.h"
#include "platform/base/log.h"
#include "platform/identity/store.h"
#include "tests/support/page_check.h"
#include "tests/support/snapshot.h"
#include "tests/support/test_site.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace forum {
namespace {

class VoicesTest : public testing_site::SiteTest {
protected:
    void SetUp() override {
        SiteTest::SetUp();
        for (const char* name : {"Ann", "Bob", "Pat"}) site().person(name, {"ccio"});
        site().person("Out", {"cnio"});
        site().person("Mod", {"ccio"}, {"moderator"});
        site().person("Adm", {"ccio"}, {"administrator"});
        site().person("Man", {"cnio"}, {"community_manager"});
        topic_ = site().topic("Bob", "Hazard logs", "What do you do?");
        let_seal();
    }

    void let_seal() {
        for (const char* who : {"Adm", "Man"}) {
            const auto phrase = phrases_[who] = crypto::random_phrase();
            site().with_floor(who, [&](const record::Floor& floor) {
                ASSERT_TRUE(sealing::Keys(floor).make({phrase, phrase}));
            });
        }
        site().with_floor("Adm", [](const record::Floor& floor) {
            ASSERT_TRUE(sealing::Keys(floor).decide({"nothing", "", "", ""}));
        });
    }

    std::string path() const { return "/forum/" + std::to_string(topic_.value) + "/unattributed"; }

    base::Result<Spoken> say(const std::string& who, const std::string& phrase,
                             const std::string& body, std::optional<TopicId> topic = {}) {
        std::optional<base::Result<Spoken>> out;
        site().with_floor(who, [&](const record::Floor& floor) {
            Voices voices(floor, site().house().batch());
            out.emplace(
                voices.say(Forum(floor).topic(topic.value_or(topic_)),
                           {.body = body, .phrase = phrase, .state = "", .is_fresh = true}));
        });
        return *std::move(out);
    }
    // Whatever the clock says, the next full hour has come.
    void publish() {
        site().clock().advance(base::hours(2));
        site().house().publish_due();
        site().listen();
    }
    std::string spoken(const std::string& who, const std::string& phrase,
                       const std::string& body = "Ours was wrong for a year.") {
        const auto said = say(who, phrase, body);
        EXPECT_TRUE(said) << said.error().sentence;
        publish();
        return said->name;
    }
    Fetched fetched(const std::string& phrase) {
        std::optional<Fetched> found;
        site().with_floor("Ann", [&](const record::Floor& floor) {
            const Voices voices(floor, site().house().batch());
            const auto topic = Forum(floor).topic(topic_);
            found = voices.fetch(topic, voices.find(topic, phrase).value());
        });
        return *found;
    }
    template <class Act>
    base::Result<Spoken> as_voice(const std::string& phrase, Act&& act) {
        std::optional<base::Result<Spoken>> out;
        site().with_floor("Ann", [&](const record::Floor& floor) {
            Voices voices(floor, site().house().batch());
            const auto topic = Forum(floor).topic(topic_);
            out.emplace(act(voices, topic, voices.find(topic, phrase).value()));
        });
        return *std::move(out);
    }
    std::vector<Post> posts() {
        return site().in_forum(
            "Bob", [&](Forum& forum) { return posts_of(forum, forum.topic(topic_), 1, 50); });
    }
    std::string refused(const base::Result<Spoken>& result) {
        return result ? "it was not refused" : result.error().sentence;
    }
    std::string topic_page(const std::string& who) {
        return site().as(who).get(testing_site::path_of(topic_) + "-x").body();
    }

    TopicId topic_;
    std::map<std::string, std::string> phrases_;
};
MOOTHALL_ON_BOTH_ENGINES(VoicesTest);

TEST_P(VoicesTest, FromAFormToATopicUnderAFreshName) {
    auto ann = site().as("Ann");
    EXPECT_TRUE(ann.get(testing_site::path_of(topic_) + "-x").has("a[href=" + path() + "]"));
    const auto form = ann.get(path());
    for (const auto& fault : testing_site::faults_of(form)) ADD_FAILURE() << fault;
    const auto phrase = form.find("#phrase").attribute("value").value();
    ASSERT_TRUE(crypto::secret_of(phrase));
    EXPECT_TRUE(form.has("noscript")) << "what is lost without script";
    const auto empty = ann.press(form, "/unattributed", {{"body", ""}});
    EXPECT_EQ(empty.status(), 422);
    EXPECT_EQ(empty.find("#phrase").attribute("value"), phrase) << "the same phrase still stands";
    const auto done = ann.press(empty, "/unattributed", {{"body", "Ours was wrong for a year."}});
    ASSERT_EQ(done.status(), 303);
    EXPECT_TRUE(ann.follow(done).says("It appears soon after 10:00, as “"));
    EXPECT_EQ(posts().size(), 1u) << "not before";
    site().house().publish_due();
    EXPECT_EQ(posts().size(), 1u) << "its hour has not come";

    publish();
    ASSERT_EQ(posts().size(), 2u);
    const Post post = posts()[1];
    EXPECT_TRUE(post.voice && post.sealed_name);
    EXPECT_EQ(post.author.role_line, "Unattributed");
    for (const char* who : {"Ann", "Bob", "Mod"}) {
        const auto page = topic_page(who);
        EXPECT_NE(page.find(post.author.name), page.npos);
        EXPECT_NE(page.find("Ours was wrong for a year."), page.npos);
    }
    EXPECT_NE(topic_page("Adm").find(sealing::path_to(*post.sealed_name)), std::string::npos);
    EXPECT_EQ(topic_page("Mod").find("/sealing/names"), std::string::npos);
    const auto looked = ann.press(ann.get(path()), "/unattributed",
                                  {{"phrase", phrase}, {"do", "look"}});
    EXPECT_EQ(looked.status(), 200);
    EXPECT_TRUE(looked.says("You are “" + post.author.name + "” here"));
    for (const auto& fault : testing_site::faults_of(looked)) ADD_FAILURE() << fault;
}

TEST_P(VoicesTest, TheRequestWritesNothingAtAll) {
    auto ann = site().as("Ann");
    ann.get(testing_site::path_of(topic_) + "-x");
    site().clock().advance(base::hours(3));  // the session was last seen hours ago
    const auto before = testing_site::snapshot(site().database());
    base::log::start(base::log::Level::info);
    ::testing::internal::CaptureStderr();
    const auto form = ann.get(path());
    const auto done = ann.press(form, "/unattributed", {{"body", "Ours was wrong for a year."}});
    const auto looked = ann.press(form, "/unattributed", {{"do", "look"}});
    const std::string log = ::testing::internal::GetCapturedStderr();
    base::log::start(base::log::Level::warning);
    EXPECT_EQ(done.status(), 303);
    EXPECT_EQ(looked.status(), 200);
    EXPECT_EQ(site().house().batch().size(), 1u);
    EXPECT_EQ(testing_site::difference(before, testing_site::snapshot(site().database())), "");
    EXPECT_EQ(log, "");
}

TEST_P(VoicesTest, WhatAppearsTogetherHasOneMoment) {
    ASSERT_TRUE(say("Ann", crypto::random_phrase(), "One of two."));
    site().clock().advance(base::minutes(20));
    ASSERT_TRUE(say("Pat", crypto::random_phrase(), "The other of two."));
    publish();
    const auto all = posts();
    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all[1].written, all[2].written);
    EXPECT_NE(all[1].author.name, all[2].author.name);
    EXPECT_EQ(all[1].author.id, all[2].author.id) << "one row stands for all voices";
}

TEST_P(VoicesTest, AVoiceGoesOnByItsPhraseAndNothingLinksItToAnotherTopic) {
    const auto phrase = crypto::random_phrase();
    const auto name = spoken("Ann", phrase);
    EXPECT_EQ(say("Ann", phrase, "And the one before, too.")->name, name);
    const auto other = site().topic("Bob", "Another");
    const auto said = say("Ann", phrase, "The same phrase elsewhere.", other);
    ASSERT_TRUE(said) << refused(said);
    publish();
    struct Row {
        std::int64_t topic;
        sql::Blob verifier;
    };
    static const sql::Query<Row()> all{"test_voices",
                                       "SELECT topic_id, verifier FROM voices ORDER BY id"};
    std::vector<Row> rows;
    site().database().read([&](sql::Tx& tx) { rows = tx.all(all); });
    ASSERT_EQ(rows.size(), 2u) << "two posts of the first are one voice’s";
    EXPECT_NE(rows[0].verifier, rows[1].verifier);
    EXPECT_EQ(posts()[1].author.name, posts()[2].author.name);
}

TEST_P(VoicesTest, OnlyAFreshPhraseBeginsAVoice) {
    auto ann = site().as("Ann");
    const auto form = ann.get(path());
    for (const std::string& phrase : {crypto::random_phrase(), std::string("zoo zoo zoo"),
                                      crypto::phrase_of(std::string(16, 0))}) {
        const auto page = ann.press(form, "/unattributed",
                                    {{"body", "Ours was wrong."}, {"phrase", phrase}});
        EXPECT_EQ(page.status(), 422) << phrase;
        EXPECT_TRUE(page.says("No voice in this topic has that phrase")) << phrase;
        EXPECT_EQ(page.find("#body").text(), "Ours was wrong.") << "nothing typed is lost";
    }
    EXPECT_EQ(site().house().batch().size(), 0u);
}

TEST_P(VoicesTest, AnswersAndWishesWaitAtTheVoiceAndItsYesLoosens) {
    const auto phrase = crypto::random_phrase();
    spoken("Ann", phrase);
    site().with_floor("Mod", [&](const record::Floor& floor) {
        ASSERT_TRUE(Ruling(floor).tighten(Forum(floor).topic(topic_), {"closed"}));
    });
    site().reply("Pat", topic_, "> #2\n> wrong\n\nHow did you find out?");
    site().with_floor("Mod", [&](const record::Floor& floor) {
        const auto asked = Ruling(floor).ask(Forum(floor).topic(topic_),
                                             {"rule", "1", "2", "For our report."});
        ASSERT_TRUE(asked) << asked.error().sentence;
    });
    const auto waits = fetched(phrase);
    ASSERT_EQ(waits.answers.size(), 1u);
    EXPECT_EQ(waits.answers[0].number, 3);
    ASSERT_EQ(waits.wishes.size(), 1u);
    EXPECT_EQ(waits.wishes[0].authors, 2) << "Bob and the voice";
    site().with_floor("Bob", [](const record::Floor& floor) {
        Ruling ruling(floor);
        ASSERT_TRUE(ruling.answer(ruling.asked_of_me().at(0), true));
    });
    EXPECT_EQ(posts()[1].state, rule::State::closed) << "the voice has not agreed";
    auto ann = site().as("Ann");
    const auto looked = ann.press(ann.get(path()), "/unattributed",
                                  {{"phrase", phrase}, {"do", "look"}});
    const auto answered = ann.press(looked, "/unattributed/answers", {{"answer", "yes"}});
    EXPECT_EQ(answered.status(), 303);
    publish();
    EXPECT_EQ(posts()[1].state, rule::State::chatham_house);
    EXPECT_TRUE(fetched(phrase).wishes.empty());
}

TEST_P(VoicesTest, AVoiceEditsItsPostsAndTheHistoryNamesItAlone) {
    const auto phrase = crypto::random_phrase();
    const auto name = spoken("Ann", phrase);
    const auto change = [&](const std::string& number, const std::string& body) {
        return as_voice(phrase, [&](Voices& voices, const Topic& topic, const Voice& voice) {
            return voices.edit(topic, voice, {number, "1", body});
        });
    };
    EXPECT_NE(refused(change("1", "Mine?")).find("no post of this voice"), std::string::npos);
    ASSERT_TRUE(change("2", "Ours was wrong for two years."));
    EXPECT_EQ(posts()[1].version, 1) << "held, as all else";
    publish();
    EXPECT_EQ(posts()[1].version, 2);
    const auto history = site().as("Bob").get("/forum/posts/" +
                                              std::to_string(posts()[1].id.value) + "/history");
    EXPECT_TRUE(history.says(name));
    EXPECT_FALSE(history.says("Ann"));
    site().clock().advance(base::hours(25));
    EXPECT_NE(refused(as_voice(phrase,
                               [&](Voices& voices, const Topic& topic, const Voice& voice) {
                                   return voices.edit(topic, voice, {"2", "2", "Later."});
                               }))
                  .find("can be edited for a day"),
              std::string::npos);
}

TEST_P(VoicesTest, WordsOfADraftAreNotSaidUnattributed) {
    const std::string words = "Our hazard log was wrong for more than a year.";
    site().with_floor("Ann", [&](const record::Floor& floor) {
        ASSERT_TRUE(Desk(floor).keep_draft(draft_place(topic_), "", "Well. " + words));
    });
    const auto said = say("Ann", crypto::random_phrase(), "OUR hazard log\nwas wrong for more!");
    EXPECT_NE(refused(said).find("A draft of yours has the same words"), std::string::npos);
    EXPECT_TRUE(say("Ann", crypto::random_phrase(), "Quite another thing, said otherwise."));
    EXPECT_TRUE(say("Pat", crypto::random_phrase(), words)) << "it is not their draft";
    EXPECT_FALSE(shares_words("", "")) << "of nothing there are no words";
    EXPECT_TRUE(shares_words("Yes.", "yes.")) << "however short";
}

TEST_P(VoicesTest, ThreeNewVoicesADay) {
    for (int n = 0; n < new_voices_a_day; ++n) {
        EXPECT_TRUE(say("Ann", crypto::random_phrase(), "Number " + std::to_string(n)));
    }
    EXPECT_NE(refused(say("Ann", crypto::random_phrase(), "One more")).find("three voices today"),
              std::string::npos);
    EXPECT_TRUE(say("Pat", crypto::random_phrase(), "Another person"));
    site().clock().advance(base::hours(24));
    EXPECT_TRUE(say("Ann", crypto::random_phrase(), "Tomorrow"));
}

TEST_P(VoicesTest, WhoMayNotReplyHereSpeaksNeitherNorFetches) {
    auto out = site().as("Out");
    const auto not_there = out.get("/forum/999/unattributed");
    EXPECT_EQ(out.get(path()).status(), 404);
    EXPECT_EQ(out.get(path()).body(), not_there.body()) << "the same bytes as for no topic";
    const auto phrase = crypto::random_phrase();
    spoken("Ann", phrase);
    site().database().write([&](sql::Tx& tx) {
        identity::store::suspend(tx, site().id_of("Ann"), site().settled().ccio.audience,
                                 base::Instant::max());
    });
    EXPECT_EQ(site().as("Ann").get(path()).status(), 404) << "suspended, with the phrase in hand";
    site().with_floor("Mod", [&](const record::Floor& floor) {
        ASSERT_TRUE(Moderation(floor).close(Forum(floor).topic(topic_)));
    });
    EXPECT_NE(refused(say("Mod", crypto::random_phrase(), "Still me.")).find("closed"),
              std::string::npos)
        << "it would tell that it is a moderator";
}

TEST_P(VoicesTest, WhereNothingCanBeSealedThePageSaysWhy) {
    site().with_floor("Adm", [](const record::Floor& floor) {
        sealing::Keys keys(floor);
        ASSERT_TRUE(keys.retire(keys.all().at(0), {"Lost."}));
    });
    const auto page = site().as("Ann").get(path());
    EXPECT_EQ(page.status(), 200);
    EXPECT_TRUE(page.says("it takes two officers with keys"));
    EXPECT_FALSE(page.has("#voice"));
    EXPECT_NE(refused(say("Ann", crypto::random_phrase(), "Words")).find("two officers"),
              std::string::npos);
}

TEST_P(VoicesTest, ASilencedVoiceSaysNoMore) {
    const auto phrase = crypto::random_phrase();
    spoken("Ann", phrase);
    ASSERT_TRUE(say("Ann", phrase, "Sent before it was silenced."));
    auto mod = site().as("Mod");
    const auto hiding = "/forum/posts/" + std::to_string(posts()[1].id.value) + "/hiding";
    const auto page = mod.get(hiding);
    EXPECT_EQ(mod.press(page, "/silence", {{"why", ""}}).status(), 422);
    EXPECT_EQ(mod.press(page, "/silence", {{"why", "It names patients."}}).status(), 303);
    EXPECT_NE(refused(say("Ann", phrase, "More.")).find("It names patients."), std::string::npos);
    publish();
    EXPECT_EQ(posts().size(), 2u) << "what it had sent does not appear either";
    EXPECT_EQ(site()
                  .as("Bob")
                  .post("/forum/posts/" + std::to_string(posts()[1].id.value) + "/silence", {})
                  .status(),
              403);
}

TEST_P(VoicesTest, AVoiceThatWasLetGoIsNobodysAnyMore) {
    const auto phrase = crypto::random_phrase();
    spoken("Ann", phrase);
    ASSERT_TRUE(as_voice(phrase, [](Voices& voices, const Topic& topic, const Voice& voice) {
        return voices.let_go(topic, voice);
    }));
    publish();
    site().with_floor("Ann", [&](const record::Floor& floor) {
        const Voices voices(floor, site().house().batch());
        EXPECT_FALSE(voices.find(Forum(floor).topic(topic_), phrase));
    });
    EXPECT_EQ(posts().size(), 2u) << "its posts stay";
    site().with_floor("Mod", [&](const record::Floor& floor) {
        Ruling ruling(floor);
        ASSERT_TRUE(ruling.tighten(Forum(floor).topic(topic_), {"closed"}));
        const auto asked = ruling.ask(Forum(floor).topic(topic_), {"rule", "1", "2", "A report."});
        ASSERT_FALSE(asked);
        EXPECT_NE(asked.error().sentence.find("cannot be asked"), std::string::npos);
    });
}

TEST_P(VoicesTest, QuotesMentionsAndListsNameTheVoiceAlone) {
    const auto name = spoken("Ann", crypto::random_phrase(), "Ours was wrong, @bob and @ann.");
    for (const char* who : {"Bob", "Ann"}) {
        EXPECT_NE(site().as(who).get("/forum/mentions").body().find(name), std::string::npos)
            << "to everybody alike, the author too";
    }
    site().reply("Pat", topic_, "> #2\n> wrong\n\nIndeed.");
    EXPECT_NE(topic_page("Bob").find(name), std::string::npos);
    const auto id = posts()[1].id;
    site().with_floor("Bob", [&](const record::Floor& floor) {
        const auto post = Forum(floor).post(id);
        EXPECT_FALSE(Ruling(floor).allow_naming(post, true));
        EXPECT_EQ(Forum(floor).people_in(Forum(floor).topic(topic_), 10).total, 3)
            << "Bob, Pat and a voice";
    });
    for (const char* at : {"/people?words=unattributed", "/networks/ccio"}) {
        EXPECT_EQ(site().as("Bob").get(at).body().find("Unattributed"), std::string::npos) << at;
    }
}

TEST_P(VoicesTest, TheAuthorsReadingTellsNothing) {
    const auto reading = [&](const std::string& who) {
        return site().in_forum(who, [&](Forum& forum) {
            const auto topic = forum.topic(topic_);
            return std::tuple(topic.unread(), topic.reading.own_after, topic.reading.attention,
                              topic.reading.was_opened);
        });
    };
    for (const char* who : {"Ann", "Pat"}) topic_page(who);
    spoken("Ann", crypto::random_phrase());
    EXPECT_EQ(reading("Ann"), reading("Pat"));
}

TEST_P(VoicesTest, WithBothOfficersKeysTheAuthorIsFound) {
    spoken("Ann", crypto::random_phrase());
    const auto name = posts()[1].sealed_name.value();
    sealing::OpeningId id;
    site().with_floor("Adm", [&](const record::Floor& floor) {
        sealing::Openings openings(floor);
        const auto asked = openings.ask(openings.name(name), {"law", "A court.", phrases_["Adm"]});
        ASSERT_TRUE(asked) << asked.error().sentence;
        id = *asked;
    });
    site().with_floor("Man", [&](const record::Floor& floor) {
        sealing::Openings openings(floor);
        ASSERT_TRUE(openings.agree(openings.one(id), {phrases_["Man"]}));
        EXPECT_EQ(openings.one(id).found, site().id_of("Ann"));
    });
}

TEST_P(VoicesTest, AHandleThatSomebodyTookStopsNothing) {
    site().person("Unattributed voices", {"ccio"});
    site().person("Unattributed", {"ccio"});
    spoken("Ann", crypto::random_phrase());
    EXPECT_EQ(posts().size(), 2u);
}

TEST_P(VoicesTest, OneThatFailsStopsNoOther) {
    auto& batch = site().house().batch();
    const auto bad = [&] {
        batch.add({.topic = topic_,
                   .verifier = std::string(32, 'v'),
                   .fresh = FreshVoice{std::string(200, 'x'), {}},  // longer than a name is
                   .deed = SaidPost{{}, rule::State::chatham_house, "Some secret words"},
                   .due = site().clock().now()});
    };
    bad();
    ::testing::internal::CaptureStderr();
    publish();
    EXPECT_EQ(batch.size(), 1u) << "where nothing succeeds the database may be at fault";
    ASSERT_TRUE(say("Ann", crypto::random_phrase(), "Ours was wrong."));
    ASSERT_TRUE(say("Pat", crypto::random_phrase(), "So was ours."));
    publish();
    const std::string log = ::testing::internal::GetCapturedStderr();
    ASSERT_EQ(posts().size(), 3u);
    EXPECT_EQ(posts()[1].written, posts()[2].written) << "still of one moment";
    EXPECT_EQ(batch.size(), 0u) << "what fails is set aside for good";
    EXPECT_EQ(log.find("secret"), log.npos);
    EXPECT_NE(log.find("deeds_set_aside"), log.npos);
}

TEST_P(VoicesTest, TheWayToSignInDoesNotSayThatSomebodyWantedToSpeak) {
    auto visitor = site().visitor();
    EXPECT_EQ(visitor.get(path() + "?of=all").location(),
              "/sign-in?next=%2Fforum%2F" + std::to_string(topic_.value));
}

TEST_P(VoicesTest, ABrowserKeepsEachPersonsUnderAMarkOfTheirOwn) {
    const auto mark = [&](const std::string& who) {
        return site().as(who).get(path()).find("#voice").attribute("data-voice-of").value();
    };
    EXPECT_EQ(mark("Ann"), mark("Ann")) << "in another session too";
    EXPECT_NE(mark("Ann"), mark("Pat"));
    EXPECT_EQ(mark("Ann").size(), 43u) << "32 bytes, and not the person’s number";
    EXPECT_NE(Batch({}, "one").mark_of(PersonId{1}), Batch({}, "other").mark_of(PersonId{1}));
}

TEST_P(VoicesTest, InATopicClosedOrHiddenMeanwhileNothingAppears) {
    const auto phrase = crypto::random_phrase();
    spoken("Ann", phrase);
    const auto held_while = [&](const std::function<void(Moderation&, const Topic&)>& act) {
        EXPECT_TRUE(say("Ann", phrase, "Sent while it was open."));
        EXPECT_TRUE(say("Pat", crypto::random_phrase(), "By another."));
        site().with_floor("Mod", [&](const record::Floor& floor) {
            Moderation moderation(floor);
            act(moderation, Forum(floor).topic(topic_));
        });
        publish();
        EXPECT_EQ(site().house().batch().size(), 0u);
        EXPECT_EQ(site().in_forum("Mod",
                                  [&](Forum& forum) {
                                      return posts_of(forum, forum.topic(topic_), 1, 50).size();
                                  }),
                  2u);
    };
    held_while([](Moderation& moderation, const Topic& topic) {
        ASSERT_TRUE(moderation.close(topic));
    });
    site().with_floor("Mod", [&](const record::Floor& floor) {
        ASSERT_TRUE(Moderation(floor).reopen(Forum(floor).topic(topic_)));
    });
    held_while([](Moderation& moderation, const Topic& topic) {
        ASSERT_TRUE(moderation.hide(topic, {"Patients are named."}));
    });
}

TEST_P(VoicesTest, WhatWasMadeStricterMeanwhileIsNotQuoted) {
    ASSERT_TRUE(say("Ann", crypto::random_phrase(), "> #1\n> What do you do?\n\nNothing."));
    site().with_floor("Bob", [&](const record::Floor& floor) {
        const Forum forum(floor);
        ASSERT_TRUE(
            Ruling(floor).tighten(posts_of(forum, forum.topic(topic_), 1, 1).at(0), {"closed"}));
    });
    publish();
    EXPECT_EQ(posts().size(), 1u);
}

TEST_P(VoicesTest, AnEditIsHeldToWhatNewWordsAreHeldTo) {
    const auto phrase = crypto::random_phrase();
    spoken("Ann", phrase);
    const auto change = [&](const std::string& body) {
        return as_voice(phrase, [&](Voices& voices, const Topic& topic, const Voice& voice) {
            return voices.edit(topic, voice, {"2", "1", body});
        });
    };
    const std::string words = "Our hazard log was wrong for more than a year.";
    site().with_floor("Ann", [&](const record::Floor& floor) {
        ASSERT_TRUE(Desk(floor).keep_draft(draft_place(topic_), "", words));
    });
    EXPECT_NE(refused(change(words)).find("A draft of yours has the same words"),
              std::string::npos);
    site().with_floor("Bob", [&](const record::Floor& floor) {
        const Forum forum(floor);
        ASSERT_TRUE(
            Ruling(floor).tighten(posts_of(forum, forum.topic(topic_), 1, 1).at(0), {"closed"}));
    });
    EXPECT_NE(refused(change("> #1\n> What do you do?\n\nNothing.")).find("stricter rule"),
              std::string::npos);
    EXPECT_TRUE(change("Ours was wrong for two years."));
}

TEST_P(VoicesTest, NobodyFillsTheBatchAlone) {
    const auto phrase = crypto::random_phrase();
    for (int n = 0; n < deeds_an_hour; ++n) {
        ASSERT_TRUE(say("Ann", phrase, "Number " + std::to_string(n))) << n;
    }
    const auto more = refused(say("Ann", phrase, "One more"));
    EXPECT_EQ(more, Batch().has_room(held_bytes_max + 1)->sentence) << "as where all is full";
    EXPECT_TRUE(say("Pat", crypto::random_phrase(), "Another person"));
    site().clock().advance(base::hours(1));
    EXPECT_TRUE(say("Ann", phrase, "An hour later"));
}

TEST_P(VoicesTest, WhenTheProgramEndsInGoodOrderWhatWaitsAppears) {
    ASSERT_TRUE(say("Ann", crypto::random_phrase(), "Ours was wrong."));
    site().house().start();
    site().house().stop();
    EXPECT_EQ(posts().size(), 2u);
}

}  // namespace
}  // namespace forum
