// The text of the Rule and its acceptance: who finds what closed, when, what leads them in, and
// that nothing of it reaches whoever has not accepted by another way.

#include "features/rule/feature.h"
#include "features/rule/rule.h"
#include "features/rule/store.h"
#include "platform/identity/identity.h"
#include "platform/identity/store.h"
#include "tests/support/page_check.h"
#include "tests/support/test_site.h"
#include "tests/support/watching.h"

#include <gtest/gtest.h>

namespace rule {
namespace {

using testing_site::Browser;
using testing_site::Page;

class AcceptanceTest : public testing_site::SiteTest {
protected:
    void SetUp() override {
        SiteTest::SetUp();
        site().person("Ann", {"ccio", "cnio"});
        site().person("Ada", {"ccio"}, {"administrator"});
        site().person("Cha", {"ccio"}, {"chair"});
        site().person("Otto", {"cnio"});
        topic_ = site().topic("Ann", "Hazard logs", "Our log is a spreadsheet.");
        // Nia belongs to the network, and has never been in it.
        const auto nia = site().person("Nia");
        site().database().write(
            [&](sql::Tx& tx) { identity::store::join_audience(tx, nia, ccio().audience); });
    }

    const Network& ccio() { return site().settled().ccio; }
    std::string path() const { return testing_site::path_of(topic_); }
    std::string asking() { return asking_path(ccio()); }

    base::Result<int> publish(const Scope& scope, const TextDraft& draft,
                              const std::string& who = "Ada") {
        std::optional<base::Result<int>> out;
        site().with_floor(who, [&](const record::Floor& floor) {
            out.emplace(Texts(floor).publish(scope, draft));
        });
        return *std::move(out);
    }
    void new_text(const std::string& from = "", const std::string& last = "1") {
        const auto done = publish({}, {"Keep it, and keep it well.", "yes", from, last});
        ASSERT_TRUE(done) << done.error().sentence;
    }
    std::string day(int ahead) {
        return base::iso_day(std::chrono::floor<base::days>(site().clock().now()) +
                             base::days{ahead});
    }
    bool is_open(const std::string& who, const Network& network) {
        bool open = false;
        site().with_floor(who, [&](const record::Floor& floor) {
            open = floor.actor.belongs_to(network.audience);
        });
        return open;
    }
    bool is_open(const std::string& who) { return is_open(who, ccio()); }
    std::vector<std::string> letters_to(const std::string& who) {
        static const sql::Query<std::string(PersonId)> letters{"test_rule_letters", R"(
            SELECT subject || ' ' || text FROM letters
             WHERE person_id = $1 ORDER BY id)"};
        std::vector<std::string> found;
        site().database().read([&](sql::Tx& tx) { found = tx.all(letters, site().id_of(who)); });
        return found;
    }
    // What the worker does with the jobs that a publication put down.
    void send_letters(AudienceId audience, std::int64_t version) {
        site().listen();
        site().database().write([&](sql::Tx& tx) {
            const auto worker = identity::Actor::worker("rule");
            queue_letters(
                record::Floor{tx, worker, site().clock().now()},
                {{"audience", audience.value}, {"version", version}, {"after", std::int64_t{0}}},
                {.gate = leaving::Gate(), .base_url = "http://localhost"});
        });
    }
    std::int64_t jobs_of_letters() {
        static const sql::Query<std::int64_t()> waiting{
            "test_rule_jobs", "SELECT count(*) FROM jobs WHERE kind = 'rule.letters'"};
        std::int64_t count = 0;
        site().database().read([&](sql::Tx& tx) { count = tx.one(waiting); });
        return count;
    }
    std::vector<std::string> broken() {
        std::vector<std::string> sentences;
        site().database().read([&](sql::Tx& tx) { sentences = store::broken(tx); });
        return sentences;
    }
    Page whole(Browser& browser, const std::string& at) {
        auto page = browser.get(at);
        EXPECT_EQ(page.status(), 200) << at;
        for (const auto& fault : testing_site::faults_of(page)) ADD_FAILURE() << at << fault;
        return page;
    }

    forum::TopicId topic_;
};
MOOTHALL_ON_BOTH_ENGINES(AcceptanceTest);

// ---- entering ----

TEST_P(AcceptanceTest, ALinkLeadsWhoBelongsToWhereTheyAccept) {
    auto nia = site().as("Nia");
    const auto closed = nia.get(path());
    ASSERT_EQ(closed.status(), 303);
    EXPECT_EQ(closed.location(), asking() + "?next=%2Fforum%2F" + std::to_string(topic_.value));
    const auto page = whole(nia, closed.location());
    EXPECT_TRUE(page.says("Enter the CCIO network"));
    EXPECT_TRUE(page.says("there may be nothing at that address"));
    EXPECT_TRUE(page.says("neither the identity nor the affiliation of the speaker"));
    EXPECT_FALSE(page.says("Hazard logs")) << "nothing of what is inside";
    const auto entered = nia.press(page, asking());
    EXPECT_EQ(entered.location(), path());
    EXPECT_TRUE(nia.get(path() + "-hazard-logs").says("Our log is a spreadsheet."));
    EXPECT_TRUE(whole(nia, asking()).says("You accepted it"));
    EXPECT_EQ(broken(), std::vector<std::string>());
}

TEST_P(AcceptanceTest, OutsidersReadOfItWhatTheyReadOfWhatIsNotThere) {
    auto otto = site().as("Otto");
    const auto nothing = otto.get("/forum/999999");
    EXPECT_EQ(nothing.status(), 404);
    for (const auto& there : {path(), asking(), std::string("/rule/networks/ccio")}) {
        const auto page = otto.get(there);
        EXPECT_EQ(page.status(), 404) << there;
        EXPECT_EQ(page.body(), nothing.body()) << there;
    }
}

TEST_P(AcceptanceTest, WhereItLeadsDoesNotTellWhatIsBehindTheDoor) {
    const auto elsewhere = site().in_forum("Otto", [&](forum::Forum& forum) {
        return forum.start_topic(site().settled().wards, {"Ward rounds", "At eight."});
    });
    const std::vector<std::string> addresses = {path(), testing_site::path_of(*elsewhere),
                                                "/forum/999999"};
    auto nia = site().as("Nia");
    for (const auto& at : addresses) {
        const auto led = nia.get(at);
        EXPECT_EQ(led.status(), 303) << at;
        EXPECT_EQ(led.location(), asking() + "?next=" + http::percent_encode(at));
    }
    // Whoever has entered one network, and is asked before another, learns no more.
    const auto mia = site().person("Mia", {"ccio"});
    site().database().write([&](sql::Tx& tx) {
        identity::store::join_audience(tx, mia, site().settled().cnio.audience);
    });
    auto inside = site().as("Mia");
    EXPECT_EQ(inside.get(addresses[0] + "-hazard-logs").status(), 200);
    const auto led = inside.get(addresses[1]).location();
    EXPECT_EQ(led.substr(0, led.find('?')), asking_path(site().settled().cnio));
    EXPECT_EQ(inside.get(addresses[2]).location().substr(0, led.find('?')),
              asking_path(site().settled().cnio));
}

TEST_P(AcceptanceTest, UntilThenNothingOfItIsThere) {
    auto nia = site().as("Nia");
    site().listen();
    EXPECT_EQ(nia.get(path()).status(), 303);  // first, for what was looked at must not be kept
    for (const char* at : {"/", "/forum", "/networks", "/networks/ccio/about"}) {
        const auto page = nia.get(at);
        EXPECT_FALSE(page.says("Hazard logs")) << at;
        EXPECT_FALSE(page.has("a[href=/networks/ccio]")) << at;
    }
    for (const char* at : {"/networks/ccio", "/networks/ccio/clinical-safety",
                           "/search?q=spreadsheet", "/networks/ccio/notices"}) {
        EXPECT_EQ(nia.get(at).location().substr(0, asking().size()), asking()) << at;
    }
    EXPECT_TRUE(nia.get("/").says("You are asked to accept the Rule"));
    EXPECT_FALSE(nia.get("/rule/acceptance").says("You are asked to accept the Rule"));
    EXPECT_TRUE(nia.get("/networks/ccio/about").says("Accept the Rule, and come in."));
    EXPECT_FALSE(nia.get("/networks/ccio/about").says("Apply to join"));
}

TEST_P(AcceptanceTest, WhatLedToTheAskingIsNotRead) {
    auto nia = site().as("Nia");
    EXPECT_EQ(nia.get(path() + "-hazard-logs").status(), 303);
    nia.press(nia.get(asking()), asking());
    site().in_forum("Nia", [&](forum::Forum& forum) {
        EXPECT_EQ(forum.topic(topic_).unread(), 1);
        EXPECT_FALSE(forum.topic(topic_).reading.was_opened);
        return 0;
    });
}

TEST_P(AcceptanceTest, NobodyAcceptsWhatTheyWereNotShown) {
    auto nia = site().as("Nia");
    const auto page = nia.get(asking());
    ASSERT_TRUE(publish({ccio()}, {"We name no supplier.", "yes", "", "0"}, "Cha"));
    const auto refused = nia.press(page, asking());
    EXPECT_EQ(refused.status(), 422);
    EXPECT_TRUE(refused.says("The text has changed since you opened this page."));
    EXPECT_TRUE(refused.says("We name no supplier."));
    EXPECT_FALSE(is_open("Nia"));
    EXPECT_EQ(nia.press(refused, asking()).status(), 303);
    EXPECT_TRUE(is_open("Nia"));
}

TEST_P(AcceptanceTest, AReplyThatWasBegunBeforeComesBackWithTheWayIn) {
    auto ann = site().as("Ann");
    const auto page = ann.get(path() + "-hazard-logs");
    new_text();
    const auto back = ann.press(page, "/replies", {{"body", "Ours has two sheets by now."}});
    EXPECT_EQ(back.status(), 404);
    EXPECT_TRUE(back.says("Ours has two sheets by now."));
    EXPECT_TRUE(back.has("a[href=/rule/acceptance]"));
}

// ---- changes ----

TEST_P(AcceptanceTest, ANewVersionAsksEverybodyOnceAndWhoPublishedItNotAtAll) {
    auto ann = site().as("Ann"), ada = site().as("Ada");
    EXPECT_EQ(ann.get(path() + "-hazard-logs").status(), 200);
    new_text();
    EXPECT_EQ(ann.get(path() + "-hazard-logs").status(), 303) << "what was remembered is not shown";
    EXPECT_EQ(ada.get(path() + "-hazard-logs").status(), 200);
    EXPECT_FALSE(is_open("Ann", site().settled().cnio));
    const auto page = whole(ann, "/rule/acceptance");
    EXPECT_TRUE(page.says("Keep it, and keep it well."));
    EXPECT_EQ(ann.press(page, "/rule/acceptance").status(), 303);
    EXPECT_TRUE(is_open("Ann"));
    EXPECT_TRUE(is_open("Ann", site().settled().cnio)) << "all that were entered before";
    EXPECT_FALSE(ann.get("/").says("You are asked to accept"));
    EXPECT_EQ(broken(), std::vector<std::string>());
}

TEST_P(AcceptanceTest, ACorrectionAsksNobody) {
    ASSERT_TRUE(publish({}, {"Keep it.", "no", "", "1"}));
    EXPECT_TRUE(is_open("Ann"));
    auto nia = site().as("Nia");
    nia.press(nia.get(asking()), asking());
    EXPECT_TRUE(nia.get("/rule/acceptance").says("You accepted version 2"));
    EXPECT_EQ(broken(), std::vector<std::string>());
}

TEST_P(AcceptanceTest, AVersionAsksFromTheNightOfItsDayOn) {
    auto ann = site().as("Ann");
    new_text(day(3));
    EXPECT_EQ(ann.get(path() + "-hazard-logs").status(), 200);
    EXPECT_TRUE(ann.get("/").says("Accept it before 11 June 2027"));
    site().clock().advance(base::days(2));
    site().purge();
    EXPECT_TRUE(is_open("Ann")) << "the night before";
    site().clock().advance(base::days(1));
    EXPECT_TRUE(is_open("Ann")) << "a clock changes nothing that is remembered";
    site().purge();
    EXPECT_FALSE(is_open("Ann"));
    EXPECT_TRUE(is_open("Ada"));
    EXPECT_EQ(broken(), std::vector<std::string>());
}

TEST_P(AcceptanceTest, WhoAcceptsBeforeTheDayIsNotAskedThen) {
    new_text(day(3));
    auto ann = site().as("Ann");
    ann.press(ann.get("/rule/acceptance"), "/rule/acceptance");
    EXPECT_FALSE(ann.get("/").says("Accept it before"));
    site().clock().advance(base::days(4));
    site().purge();
    EXPECT_TRUE(is_open("Ann"));
}

TEST_P(AcceptanceTest, WhoComesInBeforeTheDayAcceptsTheNewVersionAtOnce) {
    new_text(day(3));
    auto nia = site().as("Nia");
    const auto page = nia.get(asking());
    EXPECT_TRUE(page.says("Keep it, and keep it well."));
    nia.press(page, asking());
    EXPECT_FALSE(nia.get("/").says("Accept it before"));
    site().clock().advance(base::days(4));
    site().purge();
    EXPECT_TRUE(is_open("Nia"));
}

TEST_P(AcceptanceTest, OnlyThoseWhoLeadWriteAndOnlyOnTopOfTheLast) {
    EXPECT_FALSE(publish({}, {"Mine.", "yes", "", "1"}, "Ann"));
    EXPECT_FALSE(publish({}, {"Mine.", "yes", "", "1"}, "Cha"));
    EXPECT_FALSE(publish({site().settled().cnio}, {"Mine.", "yes", "", "0"}, "Cha"));
    new_text();
    EXPECT_FALSE(publish({}, {"Another.", "yes", "", "1"}));
    EXPECT_TRUE(publish({}, {"Another.", "yes", "", "2"}));
}

TEST_P(AcceptanceTest, TheNextVersionIsWrittenWithAPreviewAndWhatChanges) {
    auto ada = site().as("Ada");
    const auto page = whole(ada, "/rule/edit");
    const auto seen = ada.press(page, "/rule/versions",
                                {{"words", "Keep it, *always*."}, {"do", "preview"}});
    EXPECT_EQ(seen.status(), 200);
    ASSERT_TRUE(seen.has("#preview"));
    EXPECT_FALSE(seen.find("#preview").all("em").empty());
    EXPECT_FALSE(seen.find("#preview").all("del").empty());
    EXPECT_TRUE(seen.says("5 members are asked to accept it")) << "Ann, Ada, Cha, Otto, Nia";
    const auto done = ada.press(seen, "/rule/versions", {{"do", "publish"}});
    EXPECT_EQ(done.location(), "/rule");
    EXPECT_TRUE(whole(ada, "/rule").says("by Ada"));
    EXPECT_TRUE(whole(ada, "/rule/versions/2").has("del"));
    EXPECT_TRUE(whole(ada, "/rule/versions/1").says("free to use the information received"));
    auto visitor = site().visitor();
    EXPECT_TRUE(visitor.get("/rule").says("Keep it, always"));
    EXPECT_FALSE(visitor.get("/rule").says("Its versions"));
    EXPECT_EQ(visitor.get("/rule/versions/1").status(), 303) << "earlier ones are for members";
}

// ---- what a network adds ----

TEST_P(AcceptanceTest, WhatANetworkAddsAsksItsMembersAlone) {
    ASSERT_TRUE(publish({ccio()}, {"We name no supplier.", "yes", "", "0"}, "Cha"));
    EXPECT_FALSE(is_open("Ann"));
    EXPECT_TRUE(is_open("Ann", site().settled().cnio));
    EXPECT_TRUE(is_open("Cha"));
    auto ann = site().as("Ann");
    EXPECT_TRUE(whole(ann, "/rule/networks/ccio").says("We name no supplier."));
    const auto page = whole(ann, asking());
    EXPECT_TRUE(page.says("What the CCIO network adds"));
    ann.press(page, asking());
    EXPECT_TRUE(is_open("Ann"));
    ASSERT_TRUE(publish({ccio()}, {"", "no", "", "1"}, "Cha")) << "nothing is added any more";
    EXPECT_TRUE(is_open("Ann"));
    EXPECT_EQ(broken(), std::vector<std::string>());
}

// ---- whoever does not ----

TEST_P(AcceptanceTest, WhoDeclinesReadsWhatStaysOpenAndCanComeInLater) {
    auto nia = site().as("Nia");
    const auto page = nia.get(asking());
    EXPECT_TRUE(page.has("a[href=/rule/acceptance/declined]"));
    const auto declined = whole(nia, "/rule/acceptance/declined");
    EXPECT_TRUE(declined.says("CCIO of health"));
    for (const char* at : {"/", "/settings", "/settings/data", "/positions", "/rule"}) {
        EXPECT_EQ(nia.get(at).status(), 200) << at;
    }
    nia.press(page, asking());
    EXPECT_TRUE(is_open("Nia"));
}

TEST_P(AcceptanceTest, AWithdrawalClosesTheNetworkOrAllOfThem) {
    auto ann = site().as("Ann");
    ann.press(ann.get(asking()), asking() + "/withdrawal");
    EXPECT_FALSE(is_open("Ann"));
    EXPECT_TRUE(is_open("Ann", site().settled().cnio));
    ann.press(ann.get("/rule/acceptance"), "/rule/acceptance/withdrawal");
    EXPECT_FALSE(is_open("Ann", site().settled().cnio));
    EXPECT_EQ(broken(), std::vector<std::string>());
    ann.press(ann.get(asking()), asking());
    EXPECT_TRUE(is_open("Ann"));
    EXPECT_TRUE(is_open("Ann", site().settled().cnio)) << "where they had not withdrawn";
    EXPECT_EQ(broken(), std::vector<std::string>());
}

TEST_P(AcceptanceTest, AnOpenTabHearsNoMoreOfWhatWasClosed) {
    const auto watch = [&](const std::string& who) {
        return testing_site::watch(site(), who, ccio().audience);
    };
    site().listen();  // to all that was before
    auto annas = watch("Ann"), chas = watch("Cha");
    auto ann = site().as("Ann");
    ann.press(ann.get(asking()), asking() + "/withdrawal");
    site().reply("Cha", topic_, "We have one too.");
    site().listen();
    EXPECT_FALSE(annas->is_open());
    EXPECT_EQ(annas->heard().find("topic:"), std::string::npos) << "closed before it was told";
    EXPECT_TRUE(chas->is_open());
    EXPECT_NE(chas->heard().find("topic:"), std::string::npos);
    new_text();
    site().listen();
    EXPECT_FALSE(chas->is_open()) << "all come again through the door";
}

TEST_P(AcceptanceTest, NoLetterAboutAClosedNetworkReachesThem) {
    site().reply("Ann", topic_, "What do you say, @nia, and you, @cha?");
    site().listen();
    EXPECT_TRUE(letters_to("Nia").empty());
    EXPECT_EQ(letters_to("Cha").size(), 1u) << "who was let in";
}

// ---- letters about it ----

TEST_P(AcceptanceTest, EverybodyWhoIsAskedGetsOneLetterWithoutTheText) {
    new_text(day(3));
    auto cha = site().as("Cha");
    cha.press(cha.get("/rule/acceptance"), "/rule/acceptance");
    site().listen();
    EXPECT_EQ(jobs_of_letters(), 1);
    send_letters({}, 2);
    ASSERT_EQ(letters_to("Ann").size(), 1u) << "not one for each network";
    const auto letter = letters_to("Ann").front();
    EXPECT_TRUE(letter.contains("The Rule has changed"));
    EXPECT_TRUE(letter.contains("From 11 June 2027 on"));
    EXPECT_TRUE(letter.contains("/rule/acceptance"));
    EXPECT_FALSE(letter.contains("keep it well"));
    EXPECT_EQ(letters_to("Nia").size(), 1u);
    EXPECT_TRUE(letters_to("Ada").empty()) << "who published it";
    EXPECT_TRUE(letters_to("Cha").empty()) << "who has accepted by then";
    ASSERT_TRUE(publish({}, {"Another.", "yes", "", "2"}));
    send_letters({}, 2);
    EXPECT_EQ(letters_to("Ann").size(), 1u) << "of what was overtaken nothing more is written";
    ASSERT_TRUE(publish({}, {"Another!", "no", "", "3"}));
    site().listen();
    EXPECT_EQ(jobs_of_letters(), 2) << "a correction writes to nobody";
}

TEST_P(AcceptanceTest, LettersAboutANetworksTextReachItsMembersAlone) {
    ASSERT_TRUE(publish({ccio()}, {"We name no supplier.", "yes", "", "0"}, "Cha"));
    send_letters(ccio().audience, 1);
    EXPECT_EQ(letters_to("Ann").size(), 1u);
    EXPECT_TRUE(letters_to("Otto").empty());
    EXPECT_FALSE(letters_to("Ann").front().contains("supplier"));
}

// ---- what is held ----

TEST_P(AcceptanceTest, TwoAccountsThatBecomeOneHaveAcceptedWhatTheirPersonDid) {
    const auto otto = site().id_of("Otto"), nia = site().id_of("Nia");
    const auto withdrawn = site().person("Wim", {"ccio"});
    site().clock().advance(base::hours(1));
    site().with_floor("Wim", [&](const record::Floor& floor) {
        ASSERT_TRUE(Acceptance(floor).withdraw({ccio()}));
    });
    site().clock().advance(base::hours(1));
    const auto merge = [&](PersonId gone, PersonId kept) {
        site().database().write([&](sql::Tx& tx) {
            const auto worker = identity::Actor::worker("test");
            const record::Floor floor{tx, worker, site().clock().now()};
            EXPECT_FALSE(feature().merge.value(floor, {gone, kept}));
            identity::merge(tx, {gone, kept});
        });
    };
    merge(otto, nia);
    EXPECT_TRUE(is_open("Nia", site().settled().cnio)) << "which Otto had entered";
    EXPECT_FALSE(is_open("Nia")) << "which neither had";
    EXPECT_EQ(broken(), std::vector<std::string>());
    merge(site().id_of("Ann"), withdrawn);
    EXPECT_FALSE(is_open("Wim")) << "withdrawn after it was accepted";
    EXPECT_TRUE(is_open("Wim", site().settled().cnio));
    EXPECT_EQ(broken(), std::vector<std::string>());
}

TEST_P(AcceptanceTest, WhoIsErasedHasAcceptedAndTheirTextsStandWithoutAName) {
    new_text();
    site().with_floor("Ada", [&](const record::Floor& floor) {
        feature().forget.value(floor, floor.actor.id());
        EXPECT_FALSE(Acceptance(floor).standing({}));
        EXPECT_EQ(store::holdings(floor.tx, floor.actor.id()).front().rows.size(), 3u)
            << "the ledger keeps its rows";
        EXPECT_EQ(Texts(floor).present().by_name, "");
    });
    EXPECT_EQ(broken(), std::vector<std::string>());
}

TEST_P(AcceptanceTest, WhatDoesNotFitTogetherIsFound) {
    site().database().write([&](sql::Tx& tx) {
        identity::store::meet(tx, site().id_of("Nia"), ccio().audience, 7);
        identity::store::unmeet(tx, site().id_of("Ann"), {});
        identity::store::ask(tx, {}, 9, {});
    });
    const auto found = broken();
    ASSERT_EQ(found.size(), 3u);
    EXPECT_TRUE(found[0].contains("which they have not accepted"));
    EXPECT_TRUE(found[1].contains("is not let into"));
    EXPECT_TRUE(found[2].contains("asks for a version"));
}

}  // namespace
}  // namespace rule
