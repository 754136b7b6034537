// Notices from the form to the letter, through the pages and the verbs, on both engines.

#include "features/notices/notices.h"

#include "features/notices/feature.h"
#include "features/privacy/privacy.h"
#include "platform/jobs/worker.h"
#include "platform/mail/outbox.h"
#include "tests/support/test_site.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace notices {
namespace {

using testing_site::Browser;
using testing_site::Page;

const std::string board = "/networks/ccio/notices";
const Mailing mailing{leaving::Gate(), "http://localhost"};

struct LetterLine {
    std::string address, subject, text, html, stop;
};

class NoticesTest : public testing_site::SiteTest {
protected:
    void SetUp() override {
        SiteTest::SetUp();
        site().person("Cha", {"ccio"}, {"chair"});
        site().person("Ann", {"ccio"});
        site().person("Bob", {"ccio"});
        site().person("Cat", {"cnio"});
    }

    // The page of what is to be looked at before it goes.
    Page drafted(Browser& chair, const std::string& subject = "The vote opens on Monday",
                 const std::string& body = "Read the **statements** first.") {
        const auto kept = chair.press(chair.get(board + "/new"), board,
                                      {{"subject", subject}, {"body", body}});
        EXPECT_EQ(kept.status(), 303);
        return chair.follow(kept);
    }
    Page send(Browser& chair, const std::string& subject = "The vote opens on Monday") {
        return chair.press(drafted(chair, subject), "/dispatch");
    }
    // What the worker does, until nothing is due; letters stay queued.
    int deliver(int batches_max = 1'000) {
        int batches = 0;
        jobs::Worker worker(site().database(), site().clock(),
                            {{std::string(mail::send_job), [](const auto&) {}},
                             {std::string(send_job), [&](const record::Details& payload) {
                                  if (batches >= batches_max)
                                      throw std::runtime_error("the power is gone");
                                  queue(payload);
                                  ++batches;
                              }}});
        worker.run_due();
        return batches;
    }
    void queue(const record::Details& payload) {
        site().database().write([&](sql::Tx& tx) {
            const auto actor = identity::Actor::worker("notices");
            queue_letters({tx, actor, site().clock().now()}, payload, mailing);
        });
    }
    std::vector<LetterLine> letters() {
        static const sql::Query<LetterLine()> query{"test_notice_letters", R"(
            SELECT to_address, subject, text, html, list_unsubscribe FROM letters ORDER BY id)"};
        std::vector<LetterLine> letters;
        site().database().read([&](sql::Tx& tx) { letters = tx.all(query); });
        return letters;
    }
    std::vector<std::string> receivers() {
        std::vector<std::string> names;
        for (const auto& letter : letters()) names.push_back(letter.address);
        std::ranges::sort(names);
        return names;
    }
    std::string stop_path(const std::string& address) {
        for (const auto& letter : letters()) {
            if (letter.address == address) return letter.stop.substr(mailing.base_url.size());
        }
        return {};
    }
    std::int64_t count(const std::string& text) {
        const sql::Query<std::int64_t()> query{"test_notices_count", text};
        std::int64_t found = 0;
        site().database().read([&](sql::Tx& tx) { found = tx.one(query); });
        return found;
    }
    std::int64_t facts(const std::string& kind) {
        return count("SELECT count(*) FROM facts WHERE kind = '" + kind + "'");
    }
    // So many more members, without accounts that anybody uses.
    void crowd(int people) {
        for (int n = 0; n < people; ++n) site().person("Crowd " + std::to_string(n), {"ccio"});
    }
    template <class Act>
    auto as(const std::string& name, Act&& act) {
        std::optional<std::invoke_result_t<Act, Notices&>> out;
        site().with_floor(name, [&](const record::Floor& floor) {
            Notices notices(floor);
            out.emplace(act(notices));
        });
        return *std::move(out);
    }
};
MOOTHALL_ON_BOTH_ENGINES(NoticesTest);

// ---- writing ----

TEST_P(NoticesTest, AChairSeesTheLetterBeforeItGoes) {
    auto chair = site().as("Cha");
    EXPECT_TRUE(chair.get(board).says("No notices yet"));
    const auto preview = drafted(chair);
    EXPECT_EQ(preview.name(), "notice-preview");
    EXPECT_TRUE(preview.says("It goes to 3 members of the CCIO network."));
    EXPECT_TRUE(preview.says("Nobody has unsubscribed."));
    EXPECT_TRUE(preview.says("From Cha, chair of the CCIO network"));
    EXPECT_EQ(preview.find("strong").text(), "statements");
    EXPECT_TRUE(preview.find("#plain").text().contains("Read the **statements** first."));
    EXPECT_TRUE(preview.says("Send to 3 members"));
    deliver();
    EXPECT_TRUE(letters().empty()) << "nothing goes by looking";
    EXPECT_EQ(facts("notices.sent"), 0);
    EXPECT_FALSE(site().as("Ann").get(board).says("The vote"));
}

TEST_P(NoticesTest, WhatWasTypedIsNotLost) {
    auto chair = site().as("Cha");
    const auto refused = chair.press(chair.get(board + "/new"), board,
                                     {{"subject", ""}, {"body", "Half a text"}});
    EXPECT_EQ(refused.status(), 422);
    EXPECT_EQ(refused.find("#body").text(), "Half a text");
    const auto preview = drafted(chair);
    const auto path =
        preview.action_of("/dispatch").substr(0, preview.action_of("/dispatch").rfind('/'));
    EXPECT_TRUE(chair.get(board).says("The vote opens on Monday")) << "among the drafts";
    const auto edit = chair.get(path + "/edit");
    EXPECT_EQ(edit.find("#body").text(), "Read the **statements** first.");
    const auto changed = chair.press(edit, path, {{"subject", "The vote is put off"}});
    EXPECT_TRUE(chair.follow(changed).says("The vote is put off"));
    chair.press(chair.get(path + "/preview"), "/removal");
    EXPECT_EQ(chair.get(path + "/preview").status(), 404);
}

TEST_P(NoticesTest, ANoticeGoesToEveryMemberAndStaysOnTheBoard) {
    auto chair = site().as("Cha");
    const auto sent = send(chair);
    EXPECT_EQ(sent.status(), 303);
    EXPECT_TRUE(chair.follow(sent).says("0 of 3 letters are queued."));
    deliver();
    EXPECT_TRUE(chair.follow(sent).says("Sent to 3 members."));
    EXPECT_EQ(receivers(),
              (std::vector<std::string>{"ann@example.org", "bob@example.org", "cha@example.org"}));
    const auto letter = letters().front();
    EXPECT_EQ(letter.subject, "The vote opens on Monday");
    EXPECT_TRUE(letter.text.contains("From Cha, chair of the CCIO network"));
    EXPECT_TRUE(letter.text.contains("Read the **statements** first."));
    EXPECT_TRUE(letter.html.contains("<strong>statements</strong>"));
    EXPECT_TRUE(letter.stop.starts_with("http://localhost/notices/unsubscription/"));
    EXPECT_TRUE(letter.text.contains(letter.stop));
    auto ann = site().as("Ann");
    const auto page = ann.get(board);
    EXPECT_TRUE(page.says("Cha, chair of the CCIO network"));
    EXPECT_EQ(page.find("strong").text(), "statements");
    EXPECT_FALSE(page.says("Sent to 3")) << "how many got it is for those who write";
    EXPECT_FALSE(page.says("Write a notice"));
    EXPECT_TRUE(ann.get("/notices").says("The vote opens on Monday"));
    EXPECT_EQ(facts("notices.sent"), 1);
    EXPECT_EQ(facts("notices.queued"), 1);
}

TEST_P(NoticesTest, WhoWithdrawsTheConsentToLettersFromChairsGetsNone) {
    site().with_floor("Ann", [](const record::Floor& floor) {
        privacy::Consents consents(floor);
        EXPECT_TRUE(consents.give(privacy::letters_from_chairs, 1, "by a test"));
        EXPECT_TRUE(consents.withdraw(privacy::letters_from_chairs));
    });
    site().listen();
    auto chair = site().as("Cha");
    send(chair);
    deliver();
    const auto written = receivers();
    EXPECT_EQ(std::ranges::count(written, "ann@example.org"), 0);
    EXPECT_EQ(std::ranges::count(written, "bob@example.org"), 1);
}

TEST_P(NoticesTest, PressedTwiceItGoesOnce) {
    auto chair = site().as("Cha");
    const auto preview = drafted(chair);
    const auto path = preview.action_of("/dispatch");
    EXPECT_EQ(chair.press(preview, "/dispatch").status(), 303);
    EXPECT_EQ(chair.press(preview, "/dispatch").status(), 303) << "the same form";
    http::Fields fields;  // another tab
    fields.add("token", std::string(preview.fields_of("/dispatch").get("token")));
    EXPECT_EQ(chair.post(path, fields).status(), 303);
    deliver();
    EXPECT_EQ(letters().size(), 3u);
    EXPECT_EQ(facts("notices.sent"), 1);
    EXPECT_EQ(chair.get(path.substr(0, path.rfind('/')) + "/edit").status(), 404);
}

TEST_P(NoticesTest, ADraftThatWasSentMeanwhileGoesNotAgain) {
    site().with_floor("Cha", [&](const record::Floor& floor) {
        Notices notices(floor);
        const auto& network = site().settled().ccio;
        const auto stale = notices.notice(network,
                                          notices.draft(network, {"The vote", "Opens."}).value());
        ASSERT_TRUE(notices.send(network, stale));
        EXPECT_FALSE(notices.send(network, stale));
        EXPECT_FALSE(notices.change(stale, {"Another", "Text."}));
        EXPECT_FALSE(notices.discard(stale));
        EXPECT_EQ(notices.notice(network, stale.id).subject, "The vote");
    });
    deliver();
    EXPECT_EQ(letters().size(), 3u);
    EXPECT_EQ(facts("notices.sent"), 1);
}

TEST_P(NoticesTest, ANetworkGetsThreeAWeek) {
    auto chair = site().as("Cha");
    for (const char* subject : {"One", "Two", "Three"}) {
        EXPECT_EQ(send(chair, subject).status(), 303);
        site().clock().advance(base::hours(1));
    }
    const auto fourth = drafted(chair, "Four");
    EXPECT_TRUE(fourth.says("three notices within seven days"));
    EXPECT_FALSE(fourth.has("form[action*=/dispatch]"));
    site().with_floor("Cha", [&](const record::Floor& floor) {
        Notices notices(floor);
        const auto draft = notices.drafts(site().settled().ccio).at(0);
        const auto sent = notices.send(site().settled().ccio, draft);
        ASSERT_FALSE(sent);
        EXPECT_TRUE(sent.error().sentence.contains("Your draft is kept"));
    });
    site().clock().advance(week - base::hours(3) + base::minutes(1));
    EXPECT_EQ(
        chair
            .press(chair.get(fourth.action_of("/removal")
                                 .replace(fourth.action_of("/removal").rfind('/'), 8, "/preview")),
                   "/dispatch")
            .status(),
        303);
}

// ---- who ----

TEST_P(NoticesTest, OthersFindNothing) {
    auto chair = site().as("Cha");
    const auto preview = drafted(chair, "Our secret plan");
    const auto draft =
        preview.action_of("/dispatch").substr(0, preview.action_of("/dispatch").rfind('/'));
    site().person("Vic", {"ccio"}, {"administrator"});
    for (const char* name : {"Ann", "Vic"}) {
        auto other = site().as(name);
        EXPECT_EQ(other.get(draft).status(), 404) << name << ": a draft is its author's";
        EXPECT_EQ(other.get(draft + "/preview").status(), 404) << name;
        EXPECT_FALSE(other.get(board).says("Our secret plan")) << name;
    }
    chair.press(preview, "/dispatch");
    auto cat = site().as("Cat");
    const auto outside = cat.get(draft);
    EXPECT_EQ(outside.status(), 404);
    EXPECT_EQ(outside.body(), cat.get(board + "/999999").body()) << "the same as what is not there";
    EXPECT_EQ(cat.get(board).status(), 404);
    EXPECT_FALSE(cat.get("/notices").says("Our secret plan"));
    EXPECT_EQ(cat.get("/networks/cnio/notices/" + draft.substr(draft.rfind('/') + 1)).status(), 404)
        << "not under another network's address either";
    auto ann = site().as("Ann");
    EXPECT_EQ(ann.get(draft).status(), 200);
    EXPECT_EQ(ann.get(board + "/new").status(), 404);
    EXPECT_EQ(ann.get("/networks/cnio/notices").status(), 404);
    EXPECT_EQ(site().as("Vic").get("/networks/cnio/notices/new").status(), 200);
}

TEST_P(NoticesTest, OnlyThoseWhomALetterReachesGetOne) {
    const auto& network = site().settled().ccio;
    site().person("Dor", {"ccio"});
    site().person("Exp", {"ccio"});
    site().person("Ret", {"ccio"});
    site().person("Spo");
    site().database().write([&](sql::Tx& tx) {
        const auto actor = identity::Actor::worker("test");
        const record::Floor floor{tx, actor, site().clock().now()};
        membership::Roll roll(floor);
        EXPECT_TRUE(roll.enrol_sponsor(site().person("Spo")));
        const auto tomorrow = std::chrono::floor<base::days>(floor.now) + base::days{2};
        EXPECT_TRUE(roll.enrol(site().id_of("Exp"), network, membership::Category::full, tomorrow));
        const auto members = membership::Roll(floor).members(network, {}).rows;
        const auto bob = std::ranges::find(members, site().id_of("Bob"),
                                           &membership::Member::person);
        EXPECT_TRUE(roll.end(*bob, "He moved."));
        const sql::Query<sql::Nothing(PersonId, base::Day)> asked{"test_asked", R"(
            INSERT INTO confirmations (person_id, asked) VALUES ($1, $2))"};
        tx.run(asked, site().id_of("Dor"),
               std::chrono::floor<base::days>(floor.now) - base::days{61});
        tx.run(asked, site().id_of("Ann"),
               std::chrono::floor<base::days>(floor.now) - base::days{50});
        const sql::Query<sql::Nothing(PersonId)> returned{"test_returned", R"(
            INSERT INTO letters (person_id, to_address, to_name, subject, text, html,
                                 list_unsubscribe, message_id, created_at, refused)
            VALUES ($1, 'returned', '', '', '', '', '', 'x', 1, 'No such mailbox.'))"};
        tx.run(returned, site().id_of("Ret"));
    });
    site().clock().advance(base::days(3));
    auto chair = site().as("Cha");
    EXPECT_TRUE(drafted(chair).says("It goes to 2 members"));
    send(chair);
    deliver();
    EXPECT_EQ(receivers(),
              (std::vector<std::string>{"ann@example.org", "cha@example.org", "returned"}));
}

// ---- in batches ----

TEST_P(NoticesTest, BatchesGoOnWhereTheyWereCutOffAndNobodyGetsItTwice) {
    crowd(letters_a_batch + 20);
    auto chair = site().as("Cha");
    const auto sent = send(chair);
    EXPECT_EQ(deliver(1), 1) << "then the power is gone";
    EXPECT_EQ(letters().size(), 100u);
    EXPECT_TRUE(chair.follow(sent).says("100 of 123 letters are queued."));
    queue({{"notice", 1}, {"after", 0}});  // the job that was cut off before it was marked as done
    EXPECT_EQ(letters().size(), 100u);
    site().clock().advance(base::hours(1));
    EXPECT_EQ(deliver(), 1);
    EXPECT_TRUE(chair.follow(sent).says("Sent to 123 members."));
    auto all = receivers();
    EXPECT_EQ(all.size(), 123u);
    EXPECT_TRUE(std::ranges::adjacent_find(all) == all.end()) << "each once";
    site().clock().advance(base::days(1));
    EXPECT_EQ(deliver(), 0);
    site().database().read(
        [](sql::Tx& tx) { EXPECT_TRUE(feature({leaving::Gate(), ""}).check.value(tx).empty()); });
}

TEST_P(NoticesTest, ANoticeWhoseJobWasGivenUpGoesOnWhereItStood) {
    crowd(letters_a_batch);
    auto chair = site().as("Cha");
    const auto sent = send(chair);
    EXPECT_EQ(deliver(1), 1);
    site().database().write([&](sql::Tx& tx) {
        tx.run_script({"test_jobs_gone", "DELETE FROM jobs"});
        const auto actor = identity::Actor::worker("notices");
        resume({tx, actor, site().clock().now()});
    });
    EXPECT_EQ(deliver(), 0) << "it has only begun";
    site().clock().advance(stuck_after + base::minutes(1));
    for (int twice = 0; twice < 2; ++twice) {
        site().database().write([&](sql::Tx& tx) {
            const auto actor = identity::Actor::worker("notices");
            resume({tx, actor, site().clock().now()});
        });
    }
    deliver();
    EXPECT_TRUE(chair.follow(sent).says("Sent to 103 members."));
    EXPECT_EQ(letters().size(), 103u);
}

TEST_P(NoticesTest, WhoHasALetterOfItGetsNoSecondWhereverABatchBegins) {
    auto chair = site().as("Cha");
    send(chair);
    deliver();
    site().database().write([](sql::Tx& tx) {
        tx.run_script({"test_notice_back", "UPDATE notices SET state = 2, last_receiver_id = 0"});
    });
    queue({{"notice", 1}, {"after", 0}});
    EXPECT_EQ(letters().size(), 3u);
    EXPECT_TRUE(chair.get(board).says("Sent to 3 members."));
}

TEST_P(NoticesTest, ABatchTakesAsManyStatementsALetterHoweverManyMembersThereAre) {
    const auto statements = [&](std::int64_t notice) {
        std::int64_t taken = 0;
        site().database().write([&](sql::Tx& tx) {
            const auto actor = identity::Actor::worker("notices");
            queue_letters({tx, actor, site().clock().now()}, {{"notice", notice}, {"after", 0}},
                          mailing);
            taken = tx.statements();
        });
        return taken;
    };
    auto chair = site().as("Cha");
    send(chair);
    const auto of_three = statements(1);
    crowd(3);
    send(chair, "Another");
    EXPECT_EQ(statements(2) - of_three, 3 * 4) << "four a letter, and nothing else grows";
}

// ---- stopping ----

TEST_P(NoticesTest, TheLinkOfALetterStopsThemWithOnePressAndSaysSo) {
    auto chair = site().as("Cha");
    send(chair);
    deliver();
    const auto path = stop_path("ann@example.org");
    auto somebody = site().visitor();
    const auto asked = somebody.get(path);
    EXPECT_EQ(asked.status(), 200);
    EXPECT_TRUE(asked.says("CCIO"));
    EXPECT_FALSE(asked.says("Ann")) << "it says of nobody anything";
    somebody.get(path);
    EXPECT_EQ(facts("notices.unsubscribed"), 0) << "mail filters follow links";
    EXPECT_TRUE(drafted(chair).says("Nobody has unsubscribed."));
    const auto pressed = somebody.press(asked, path);
    EXPECT_EQ(pressed.status(), 303);
    EXPECT_TRUE(somebody.follow(pressed).says("These emails are stopped"));
    EXPECT_EQ(somebody.press(asked, path).status(), 303) << "once more changes nothing";
    EXPECT_EQ(facts("notices.unsubscribed"), 1);
    EXPECT_TRUE(drafted(chair).says("1 other has unsubscribed"));
    send(chair, "The second");
    deliver();
    EXPECT_EQ(letters().size(), 5u);
    EXPECT_EQ(std::ranges::count(receivers(), "ann@example.org"), 1);

    auto ann = site().as("Ann");
    const auto page = ann.get(board);
    EXPECT_TRUE(page.says("The second")) << "she reads it all the same";
    const auto again = ann.press(page, "/subscription");
    EXPECT_TRUE(ann.follow(again).says("You get the notices of this network by email."));
    EXPECT_EQ(facts("notices.subscribed"), 1);
    ann.press(ann.get(board), "/unsubscription");
    EXPECT_EQ(facts("notices.unsubscribed"), 2);
    EXPECT_TRUE(ann.get(board).says("You get no notices"));
}

TEST_P(NoticesTest, AMailServerStopsThemWithoutAFormOfOurs) {
    auto chair = site().as("Cha");
    send(chair);
    deliver();
    const auto path = stop_path("ann@example.org");
    auto server = site().visitor();
    server.post_headers = {};
    http::Fields nothing;
    EXPECT_EQ(server.post(path, nothing).status(), 403) << "without a word of what is wanted";
    http::Fields wish;
    wish.add("List-Unsubscribe", "One-Click");
    const auto done = server.post(path, wish);
    EXPECT_EQ(done.status(), 200) << "a mail server follows no redirect";
    EXPECT_EQ(facts("notices.unsubscribed"), 1);
    EXPECT_EQ(server.post(path + "x", wish).status(), 200) << "what is no link, stops nothing";
    EXPECT_EQ(facts("notices.unsubscribed"), 1);
    EXPECT_EQ(site().as("Bob").post(board + "/unsubscription", wish).status(), 403)
        << "no other form goes without a token";
}

TEST_P(NoticesTest, ALinkIsKeptAsADigestAndForAYear) {
    auto chair = site().as("Cha");
    send(chair);
    deliver();
    const auto path = stop_path("ann@example.org");
    const auto token = path.substr(path.rfind('/') + 1);
    EXPECT_EQ(token.size(), 43u);
    EXPECT_NE(stop_path("bob@example.org"), path);
    EXPECT_EQ(count("SELECT count(*) FROM notice_receivers"), 3);
    site().clock().advance(links_kept + base::days(1));
    site().database().write([&](sql::Tx& tx) {
        EXPECT_EQ(feature(mailing).retains.front().purge(tx, site().clock().now() - links_kept), 3);
    });
    EXPECT_EQ(count("SELECT count(*) FROM notice_receivers"), 0);
    EXPECT_TRUE(site().visitor().get(path).says("Nothing to stop"));
}

TEST_P(NoticesTest, SomebodyElsesNetworkIsNotToBeSubscribedTo) {
    auto ann = site().as("Ann");
    http::Fields fields;
    fields.add("token", std::string(ann.get(board).fields_of("/unsubscription").get("token")));
    EXPECT_EQ(ann.post(board + "/unsubscription", fields).status(), 303);
    EXPECT_EQ(ann.post("/networks/cnio/notices/unsubscription", fields).status(), 404);
    EXPECT_EQ(facts("notices.unsubscribed"), 1);
}

// ---- what is held ----

TEST_P(NoticesTest, OfWhoIsForgottenTheNoticeStaysWithoutTheirName) {
    auto chair = site().as("Cha");
    send(chair);
    deliver();
    drafted(chair, "Never sent");
    chair.press(chair.get(board), "/unsubscription");
    for (const char* name : {"Ann", "Cha"}) {
        site().with_floor(name, [&](const record::Floor& floor) {
            feature(mailing).forget.value(floor, floor.actor.id());
        });
    }
    EXPECT_EQ(count("SELECT count(*) FROM notice_receivers"), 1) << "Bob's";
    EXPECT_EQ(count("SELECT count(*) FROM notice_unsubscriptions"), 0);
    EXPECT_EQ(count("SELECT count(*) FROM notices"), 1) << "a draft is nobody else's";
    site().database().write(
        [&](sql::Tx& tx) { identity::store::anonymise(tx, site().id_of("Cha")); });
    const auto page = site().as("Bob").get(board);
    EXPECT_TRUE(page.says("Former member, chair of the CCIO network"));
    EXPECT_TRUE(page.says("The vote opens on Monday"));
}

TEST_P(NoticesTest, TheBoardTakesAsManyStatementsForThreeAsForOne) {
    auto chair = site().as("Cha");
    const auto statements = [&] {
        std::int64_t taken = 0;
        site().with_floor("Ann", [&](const record::Floor& floor) {
            const auto before = floor.tx.statements();
            (void)Notices(floor).sent_in(site().settled().ccio, {});
            (void)Notices(floor).latest();
            taken = floor.tx.statements() - before;
        });
        return taken;
    };
    send(chair);
    const auto of_one = statements();
    send(chair, "Two");
    send(chair, "Three");
    EXPECT_EQ(statements(), of_one);
}

}  // namespace
}  // namespace notices
