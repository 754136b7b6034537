// Sealed names: keys, what becomes of lost ones, openings by two officers, what is left of them.

#include "features/sealing/sealing.h"

#include "features/sealing/feature.h"
#include "features/sealing/seals.h"
#include "features/sealing/store.h"
#include "platform/crypto/phrase.h"
#include "platform/identity/store.h"
#include "tests/support/page_check.h"
#include "tests/support/snapshot.h"
#include "tests/support/test_site.h"

#include <gtest/gtest.h>

namespace sealing {
namespace {

std::string bound_of(sql::Tx& tx, NameId name) {
    const auto row = store::find_name(tx, name).value();
    return bound_to(row.binding.bytes, {row.words, row.path});
}

class SealingTest : public testing_site::SiteTest {
protected:
    void SetUp() override {
        SiteTest::SetUp();
        site().person("Ann", {"ccio"});
        site().person("Bob", {"ccio"});
        site().person("Adm", {"ccio"}, {"administrator"});
        site().person("Man", {"cnio"}, {"community_manager"});
        site().person("Kim", {}, {"community_manager"});
        site().person("Cha", {"ccio"}, {"chair"});
    }

    std::string make_key(const std::string& who) {
        const auto phrase = crypto::random_phrase();
        site().with_floor(who, [&](const record::Floor& floor) {
            const auto made = Keys(floor).make({phrase, phrase});
            ASSERT_TRUE(made) << made.error().sentence;
        });
        return phrases_[who] = phrase;
    }
    void decide(const RecoveryDraft& draft, const std::string& who = "Adm") {
        site().with_floor(who, [&](const record::Floor& floor) {
            const auto done = Keys(floor).decide(draft);
            ASSERT_TRUE(done) << done.error().sentence;
        });
    }
    void decide_nothing() { decide({"nothing", "", "", ""}); }
    std::string deposit(const std::string& who = "Adm") {
        const auto phrase = crypto::random_phrase();
        decide({"deposit", "The safe", phrase, phrase}, who);
        return phrase;
    }
    void settle() {
        make_key("Adm");
        make_key("Man");
        decide_nothing();
    }

    NameId seal(const std::string& who, const std::string& binding = "voice 1") {
        std::optional<NameId> id;
        site().database().write([&](sql::Tx& tx) {
            const auto worker = identity::Actor::worker("test");
            const Keys keys(record::Floor{tx, worker, site().clock().now()});
            id =
                keys.keep(keys.seal(site().id_of(who), binding, {"Amber Heron", "/forum/1"}));
        });
        return id.value();
    }
    base::Result<OpeningId> ask(const std::string& who, NameId name, const std::string& phrase) {
        std::optional<base::Result<OpeningId>> out;
        site().with_floor(who, [&](const record::Floor& floor) {
            Openings openings(floor);
            out.emplace(
                openings.ask(openings.name(name), {"breach", "It named a patient.", phrase}));
        });
        return *std::move(out);
    }
    base::Result<OpeningId> ask(const std::string& who, NameId name) {
        return ask(who, name, phrases_[who]);
    }
    base::Result<OpeningId> agree(const std::string& who, OpeningId id, const std::string& phrase) {
        std::optional<base::Result<OpeningId>> out;
        site().with_floor(who, [&](const record::Floor& floor) {
            Openings openings(floor);
            out.emplace(openings.agree(openings.one(id), {phrase}));
        });
        return *std::move(out);
    }
    base::Result<OpeningId> agree(const std::string& who, OpeningId id) {
        return agree(who, id, phrases_[who]);
    }
    Opening seen(const std::string& who, OpeningId id) {
        std::optional<Opening> found;
        site().with_floor(who,
                          [&](const record::Floor& floor) { found = Openings(floor).one(id); });
        return *found;
    }
    std::string refused(const base::Result<OpeningId>& result) {
        return result ? "it was not refused" : result.error().sentence;
    }
    OpeningId opened(const std::string& author) {
        const auto asked = ask("Adm", seal(author));
        EXPECT_TRUE(asked) << refused(asked);
        const auto done = agree("Man", *asked);
        EXPECT_TRUE(done) << refused(done);
        return *asked;
    }
    std::vector<Tally> numbers() {
        std::vector<Tally> all;
        site().database().read([&](sql::Tx& tx) { all = store::tallies(tx); });
        return all;
    }
    struct Letter {
        std::string subject, text;
    };
    std::vector<Letter> letters_to(const std::string& whom) {
        site().listen();
        static const sql::Query<Letter(PersonId)> all{
            "test_sealing_letters",
            "SELECT subject, text FROM letters WHERE person_id = $1 AND subject NOT LIKE '%sign%' "
            "ORDER BY id"};
        std::vector<Letter> found;
        site().database().read([&](sql::Tx& tx) { found = tx.all(all, site().id_of(whom)); });
        return found;
    }
    std::string broken() {
        std::string all;
        site().database().read([&](sql::Tx& tx) {
            for (const auto& sentence : store::broken(tx)) all += sentence + "; ";
        });
        return all;
    }
    testing_site::Page whole(testing_site::Browser& browser, const std::string& at) {
        auto page = browser.get(at);
        for (const auto& fault : testing_site::faults_of(page)) ADD_FAILURE() << fault;
        return page;
    }
    void run_sql(const std::string& text) {
        site().database().write([&](sql::Tx& tx) { tx.run_script({"test_change", text}); });
    }

    std::map<std::string, std::string> phrases_;
};
MOOTHALL_ON_BOTH_ENGINES(SealingTest);

TEST_P(SealingTest, TwoOfficersOpenANameOnPagesAndTheAuthorIsTold) {
    auto adm = site().as("Adm"), man = site().as("Man"), ann = site().as("Ann");
    EXPECT_TRUE(whole(adm, "/sealing").says("have not decided what happens when their keys"));
    for (auto* officer : {&adm, &man}) {
        const auto page = whole(*officer, "/sealing/key");
        const auto phrase = page.find("p.phrase").text();
        const auto slip = officer->press(page, "/sealing/key", {{"typed", "abandon about"}});
        EXPECT_EQ(slip.status(), 422);
        EXPECT_EQ(slip.find("p.phrase").text(), phrase) << "the same one still stands there";
        EXPECT_EQ(officer->press(slip, "/sealing/key", {{"typed", phrase}}).status(), 303);
        phrases_[officer == &adm ? "Adm" : "Man"] = phrase;
    }
    EXPECT_TRUE(whole(man, "/sealing/key").says("You have a key."));
    EXPECT_EQ(adm.press(whole(adm, "/sealing/recovery"), "/sealing/recovery", {{"way", "nothing"}})
                  .status(),
              303);
    EXPECT_TRUE(whole(adm, "/sealing").says("Members can speak unattributed."));

    const auto name = seal("Ann");
    const auto at_name = path_to(name);
    const auto wrong = adm.press(
        whole(adm, at_name), at_name,
        {{"ground", "breach"}, {"words", "It named a patient."}, {"phrase", phrases_["Man"]}});
    EXPECT_TRUE(wrong.says("somebody else’s key"));
    EXPECT_EQ(wrong.find("#words").text(), "It named a patient.") << "nothing typed is lost";
    const auto asked = adm.press(wrong, at_name, {{"phrase", phrases_["Adm"]}});
    ASSERT_EQ(asked.status(), 303);
    const auto at = asked.location();
    EXPECT_TRUE(man.get("/").says("A second officer is needed"));
    ASSERT_EQ(letters_to("Man").size(), 1u);
    EXPECT_EQ(letters_to("Man")[0].subject, "A second officer is needed");
    EXPECT_TRUE(letters_to("Adm").empty()) << "who asked knows";
    EXPECT_FALSE(whole(adm, at).has("form[action*=/agreement]")) << "not who asked";
    EXPECT_EQ(ann.get(at).status(), 404);
    EXPECT_EQ(ann.get("/sealing").status(), 404);

    const auto done = man.press(whole(man, at), at + "/agreement", {{"phrase", phrases_["Man"]}});
    ASSERT_EQ(done.status(), 303);
    for (auto* officer : {&adm, &man}) {
        EXPECT_TRUE(whole(*officer, at).says("Ann (@ann)"));
    }
    auto kim = site().as("Kim");
    EXPECT_FALSE(whole(kim, at).says("Ann")) << "another officer reads that, and not whose";
    EXPECT_EQ(site().as("Bob").get(at).status(), 404);

    const auto letters = letters_to("Ann");
    ASSERT_EQ(letters.size(), 1u);
    for (const char* word : {"Amber", "Heron", "patient", "sealed", "Adm", "Man"}) {
        EXPECT_EQ((letters[0].subject + letters[0].text).find(word), std::string::npos) << word;
    }
    EXPECT_NE(letters[0].text.find(at), std::string::npos);
    EXPECT_TRUE(ann.get("/").says("A sealed name of yours was opened"));
    const auto told = whole(ann, at);
    EXPECT_TRUE(told.says("It named a patient.") && told.says("A breach of the Rule"));
    EXPECT_FALSE(told.says("by Adm")) << "which officers it was";
    EXPECT_TRUE(site().visitor().get("/rule/openings").says("Openings by ground and year"));
    ASSERT_EQ(numbers().size(), 1u);
    EXPECT_EQ(numbers()[0].asked, 1);
    EXPECT_EQ(numbers()[0].opened, 1);
    EXPECT_EQ(broken(), "");
}

TEST_P(SealingTest, NoSingleKeyAndNoDatabaseOpensAName) {
    settle();
    const auto name = seal("Ann");
    const auto person = site().id_of("Ann");
    site().database().read([&](sql::Tx& tx) {
        const auto halves = store::halves_of(tx, name);
        const auto bound = bound_of(tx, name);
        ASSERT_EQ(halves.size(), 1u);
        const auto adm = key_of(phrases_["Adm"]), man = key_of(phrases_["Man"]);
        const auto first = adm->open(halves[0].first.bytes);
        const auto second = man->open(halves[0].second.bytes);
        ASSERT_TRUE(first && second);
        EXPECT_FALSE(adm->open(halves[0].second.bytes));
        EXPECT_FALSE(man->open(halves[0].first.bytes));
        EXPECT_EQ(named_by(*first, *second, bound), person) << "both together";
        EXPECT_FALSE(named_by(*first, *first, bound));
        EXPECT_FALSE(named_by(*second, std::string(second->size(), '\0'), bound))
            << "one half alone is noise";
    });
    const auto all = testing_site::snapshot(site().database());
    for (const auto& [who, phrase] : phrases_) {
        for (const auto& [table, rows] : all) {
            for (const auto& row : rows) {
                EXPECT_EQ(row.find(phrase), std::string::npos) << who << "’s in " << table;
            }
        }
    }
}

TEST_P(SealingTest, WhoeverAskedDoesNotAgreeAndNoKeyServesTwice) {
    settle();
    const auto kept = deposit();
    const auto id = ask("Adm", seal("Ann"));
    ASSERT_TRUE(id) << refused(id);
    EXPECT_NE(refused(agree("Adm", *id)).find("Nobody opens a sealed name alone"),
              std::string::npos);
    EXPECT_NE(refused(agree("Adm", *id, kept)).find("Nobody opens a sealed name alone"),
              std::string::npos)
        << "with a second key neither";
    EXPECT_NE(refused(agree("Kim", *id, phrases_["Man"])).find("somebody else’s"),
              std::string::npos);
    EXPECT_NE(refused(agree("Man", *id,
                            "legal winner thank year wave sausage worth useful legal "
                            "winner thank yellow"))
                  .find("no present key"),
              std::string::npos);
    EXPECT_EQ(seen("Man", *id).state, State::waits);
    EXPECT_TRUE(agree("Man", *id));

    const auto by_deposit = ask("Kim", seal("Bob", "voice 2"), kept);
    ASSERT_TRUE(by_deposit) << refused(by_deposit);
    EXPECT_NE(refused(agree("Man", *by_deposit, kept)).find("It takes two"), std::string::npos);
    EXPECT_TRUE(agree("Man", *by_deposit));
}

TEST_P(SealingTest, OpenedTwiceShowsWhatHappened) {
    settle();
    const auto name = seal("Ann");
    const auto first = ask("Adm", name);
    ASSERT_TRUE(first);
    EXPECT_NE(refused(ask("Man", name)).find("Somebody has asked already"), std::string::npos);
    ASSERT_TRUE(agree("Man", *first));
    EXPECT_NE(refused(ask("Man", name)).find("It was opened already"), std::string::npos);
    EXPECT_NE(refused(agree("Man", *first)).find("ended already"), std::string::npos);
    auto kim = site().as("Kim");
    const auto page = whole(kim, path_to(name));
    EXPECT_TRUE(page.says("It was opened already."));
    EXPECT_TRUE(page.has("a[href=" + path_to(*first) + "]"));
    EXPECT_EQ(numbers()[0].opened, 1);
}

TEST_P(SealingTest, AnOfficersOwnNameIsCountedAsThatAndTheOthersAreTold) {
    settle();
    make_key("Kim");
    const auto id = opened("Adm");
    EXPECT_TRUE(seen("Adm", id).is_own);
    EXPECT_EQ(seen("Man", id).found_name, "Adm") << "the other of the two reads it";
    EXPECT_TRUE(seen("Kim", id).is_own);
    EXPECT_EQ(seen("Kim", id).found_name, "");
    EXPECT_EQ(numbers()[0].own, 1);
    const auto letters = letters_to("Kim");
    ASSERT_EQ(letters.size(), 1u) << "that a second one is needed, is no news any more";
    EXPECT_EQ(letters[0].subject, "An officer opened their own name");
    auto adm = site().as("Adm");
    const auto page = whole(adm, path_to(id));
    EXPECT_FALSE(page.has("form[action*=/decline]") || page.has("form[action*=/agreement]"));
}

TEST_P(SealingTest, ASecondOfficerMayDeclineAndSilenceLapses) {
    settle();
    const auto name = seal("Ann");
    const auto id = ask("Adm", name);
    ASSERT_TRUE(id);
    site().with_floor("Man", [&](const record::Floor& floor) {
        Openings openings(floor);
        ASSERT_TRUE(openings.decline(openings.one(*id), {"A quarrel is no ground."}));
    });
    EXPECT_EQ(seen("Adm", *id).reason, "A quarrel is no ground.");
    EXPECT_TRUE(letters_to("Ann").empty()) << "nothing was opened";
    const auto again = ask("Adm", name);
    ASSERT_TRUE(again) << refused(again);
    site().clock().advance(waits_for + base::hours(1));
    EXPECT_NE(refused(agree("Man", *again)).find("lapsed"), std::string::npos);
    site().purge();
    EXPECT_EQ(seen("Adm", *again).state, State::lapsed);
    ASSERT_EQ(numbers().size(), 1u);
    EXPECT_EQ(numbers()[0].asked, 2);
    EXPECT_EQ(numbers()[0].declined, 1);
    EXPECT_EQ(numbers()[0].lapsed, 1);
    EXPECT_EQ(broken(), "") << "no part of a name is left in the database";
}

TEST_P(SealingTest, ANameThatWasMovedIsFoundOut) {
    settle();
    seal("Ann", "voice 1");
    const auto other = seal("Bob", "voice 2");
    // As somebody would who wants Bob's words to be Ann's.
    run_sql(
        "DELETE FROM sealed_parts WHERE name_id = 2; "
        "UPDATE sealed_parts SET name_id = 2 WHERE name_id = 1");
    const auto id = ask("Adm", other);
    ASSERT_TRUE(id) << refused(id);
    ASSERT_TRUE(agree("Man", *id));
    EXPECT_EQ(seen("Adm", *id).state, State::moved);
    EXPECT_FALSE(seen("Adm", *id).found);
    EXPECT_EQ(numbers()[0].opened, 0);
}

TEST_P(SealingTest, ALabelThatWasChangedIsFoundOut) {
    settle();
    const auto name = seal("Ann");
    for (const std::string change : {"label = 'Grey Wren'", "path = '/forum/2'"}) {
        run_sql("UPDATE sealed_names SET " + change);
        const auto id = ask("Adm", name);
        ASSERT_TRUE(id) << refused(id);
        ASSERT_TRUE(agree("Man", *id));
        EXPECT_EQ(seen("Adm", *id).state, State::moved) << change;
        run_sql("UPDATE sealed_names SET label = 'Amber Heron', path = '/forum/1'");
    }
    const auto id = ask("Adm", name);
    ASSERT_TRUE(agree("Man", *id));
    EXPECT_EQ(seen("Man", *id).found, site().id_of("Ann")) << "put back, it opens";
}

TEST_P(SealingTest, LostKeysAreDecidedBeforehandAndADepositServesInTheirPlace) {
    make_key("Adm");
    make_key("Man");
    const auto offered = [&] {
        bool is = false;
        site().with_floor("Ann",
                          [&](const record::Floor& floor) { is = !Keys(floor).is_offered(); });
        return is;
    };
    EXPECT_FALSE(offered()) << "nothing was decided";
    const auto kept = deposit("Kim");
    EXPECT_TRUE(offered());
    const auto name = seal("Ann");
    site().with_floor("Man", [&](const record::Floor& floor) {
        Keys keys(floor);
        for (const Key& key : keys.all()) {
            if (key.holder != floor.actor.id()) continue;
            ASSERT_TRUE(keys.retire(key, {"The paper burnt."}));
        }
    });
    EXPECT_FALSE(offered()) << "one officer is left";
    site().with_floor("Adm", [&](const record::Floor& floor) {
        const auto reach = Keys(floor).reach();
        EXPECT_EQ(reach.names, 1);
        EXPECT_EQ(reach.openable, 1) << "with the deposited key";
    });
    EXPECT_NE(refused(ask("Man", name)).find("no present key"), std::string::npos);
    const auto id = ask("Adm", name);
    ASSERT_TRUE(id) << refused(id);
    ASSERT_TRUE(agree("Man", *id, kept));
    EXPECT_EQ(seen("Man", *id).found, site().id_of("Ann"));
}

TEST_P(SealingTest, WhoMadeTheDepositHoldsNoPairWithIt) {
    make_key("Adm");
    make_key("Man");
    const auto kept = deposit();  // by Adm
    const auto opens = [&](NameId name, const std::string& one, const std::string& other) {
        const auto first = key_of(one), second = key_of(other);
        bool is_open = false;
        site().database().read([&](sql::Tx& tx) {
            const auto bound = bound_of(tx, name);
            for (const auto& halves : store::halves_of(tx, name)) {
                for (const bool is_first : {true, false}) {
                    const auto left = (is_first ? first : second)->open(halves.first.bytes);
                    const auto right = (is_first ? second : first)->open(halves.second.bytes);
                    if (left && right && named_by(*left, *right, bound)) is_open = true;
                }
            }
        });
        return is_open;
    };
    const auto name = seal("Ann");
    EXPECT_FALSE(opens(name, phrases_["Adm"], kept)) << "one officer would have both halves";
    EXPECT_TRUE(opens(name, phrases_["Man"], kept));
    EXPECT_TRUE(opens(name, phrases_["Man"], phrases_["Adm"]));
    site().with_floor("Adm", [&](const record::Floor& floor) {
        Keys keys(floor);
        for (const Key& key : keys.all()) {
            if (key.holder != floor.actor.id()) continue;
            ASSERT_TRUE(keys.retire(key, {"Wet."}));
        }
    });
    const auto later = make_key("Adm");
    EXPECT_FALSE(opens(seal("Ann", "voice 2"), later, kept)) << "nor with a key made after it";
    EXPECT_NE(refused(ask("Adm", name, kept)).find("You made the deposited key"),
              std::string::npos);
    site().database().write([&](sql::Tx& tx) {
        store::merge(tx, {site().id_of("Adm"), site().id_of("Kim")}, site().clock().now());
    });
    std::optional<PersonId> maker;
    site().with_floor("Man", [&](const record::Floor& floor) {
        for (const Key& key : Keys(floor).all()) {
            if (key.is_deposit) maker = key.maker;
        }
    });
    EXPECT_EQ(maker, site().id_of("Kim")) << "of two accounts of one person the present one";
    EXPECT_TRUE(ask("Man", name, kept)) << "another officer uses it";
}

TEST_P(SealingTest, WithoutADepositWhatTwoKeysAreLostForStaysSealed) {
    settle();
    const auto name = seal("Ann");
    site().with_floor("Man", [&](const record::Floor& floor) {
        Keys keys(floor);
        for (const Key& key : keys.all()) {
            if (key.holder == floor.actor.id()) {
                ASSERT_TRUE(keys.retire(key, {"Lost."}));
            }
        }
    });
    make_key("Man");
    make_key("Kim");
    const auto asked = ask("Adm", name);
    EXPECT_NE(refused(asked).find("sealed when that key was not there"), std::string::npos);
    EXPECT_NE(refused(ask("Kim", name)).find("sealed when that key was not there"),
              std::string::npos);
    auto adm = site().as("Adm");
    EXPECT_TRUE(whole(adm, "/sealing").says("two present keys can open 0 of them"));
    EXPECT_TRUE(ask("Adm", seal("Ann", "voice 2")));
}

TEST_P(SealingTest, WhoseOfficeEndedActsNoMore) {
    settle();
    const auto id = ask("Adm", seal("Ann"));
    ASSERT_TRUE(id);
    run_sql("DELETE FROM roles_held WHERE role = 'community_manager' AND person_id = " +
            std::to_string(site().id_of("Man").value));
    EXPECT_THROW(agree("Man", *id), base::NotFound);
    EXPECT_NE(refused(agree("Kim", *id, phrases_["Man"])).find("no present key"),
              std::string::npos);
    EXPECT_EQ(seen("Kim", *id).state, State::waits);
    auto cha = site().as("Cha");
    EXPECT_EQ(cha.get("/sealing").status(), 404) << "an office of one network is none here";
    EXPECT_EQ(cha.get(path_to(*id)).status(), 404);
}

TEST_P(SealingTest, AMergedAccountIsFoundAsThePresentOne) {
    settle();
    const auto id = ask("Adm", seal("Ann"));
    ASSERT_TRUE(id);
    site().database().write([&](sql::Tx& tx) {
        identity::store::merge(tx, {site().id_of("Ann"), site().id_of("Bob")});
    });
    ASSERT_TRUE(agree("Man", *id));
    EXPECT_EQ(seen("Man", *id).found, site().id_of("Bob"));
}

TEST_P(SealingTest, TwoYearsLaterOnlyTheNumbersAreLeft) {
    settle();
    const auto id = opened("Ann");
    site().clock().advance(kept_for - base::hours(1));
    site().purge();
    EXPECT_EQ(seen("Man", id).state, State::opened);
    site().clock().advance(base::hours(3));
    site().purge();
    EXPECT_THROW(seen("Man", id), base::NotFound);
    EXPECT_EQ(numbers().size(), 1u);
    EXPECT_TRUE(site().visitor().get("/rule/openings").says("A breach of the Rule"));
}

TEST_P(SealingTest, TheSameStatementsForOneKeyAndForThree) {
    const auto count = [&] {
        std::int64_t statements = 0;
        site().database().read([&](sql::Tx& tx) {
            const auto actor = identity::actor_of(tx, site().id_of("Adm"),
                                                  app::grants(site().house().features()),
                                                  identity::Assurance::two_factors);
            const auto before = tx.statements();
            const record::Floor floor(tx, actor, site().clock().now());
            Keys(floor).all();
            Openings(floor).all();
            statements = tx.statements() - before;
        });
        return statements;
    };
    make_key("Adm");
    const auto few = count();
    make_key("Man");
    make_key("Kim");
    decide_nothing();
    for (const char* who : {"Ann", "Bob"}) ASSERT_TRUE(ask("Adm", seal(who, who)));
    EXPECT_EQ(count(), few);
}

TEST(Seals, APhraseIsTypedBack) {
    const auto phrase = crypto::random_phrase(), wrong = crypto::random_phrase();
    EXPECT_FALSE(is_typed_back(phrase, "  " + phrase + "\n"));
    EXPECT_EQ(is_typed_back(phrase, wrong)->field, "typed");
    EXPECT_EQ(is_typed_back(phrase, "")->field, "typed");
    EXPECT_TRUE(is_typed_back("", ""));
}

}  // namespace
}  // namespace sealing
