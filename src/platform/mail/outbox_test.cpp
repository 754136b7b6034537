#include "platform/mail/outbox.h"

#include "app/migrations.h"
#include "platform/identity/store.h"
#include "platform/jobs/worker.h"
#include "platform/mail/smtp.h"
#include "platform/mail/store.h"
#include "platform/sql/test_database.h"

#include <chrono>

namespace mail {

namespace {

const base::Instant start_of_test{std::chrono::seconds(1'800'000'000)};

enum class Answer { take, defer, reject };

class CaughtMail final : public Mailer {
public:
    void send(const Letter& letter) override {
        if (answer == Answer::defer) throw Deferred("451 come again");
        if (answer == Answer::reject) throw Rejected("550 no such user");
        letters.push_back(letter);
    }
    Answer answer = Answer::take;
    std::vector<Letter> letters;
};

leaving::Passed passed(std::string subject_line, std::string summary) {
    return *leaving::Gate().pass({.exit = leaving::Exit::mail,
                                  .from = {"forum.topic", 1, 1},
                                  .audience = {1},
                                  .subject_line = std::move(subject_line),
                                  .summary = std::move(summary),
                                  .content = "THE TEXT OF A POST"});
}

Sheet digest() {
    return {.news = passed("22 new posts, one ballot", "22 new posts in 6 topics.\n\nEnjoy."),
            .community = "The Networks",
            .footer = {.why = "You get this because you chose “daily”.",
                       .change_address = "https://example.org/notices",
                       .stop_address = "https://example.org/stop"},
            .heading = "Tuesday in your Networks",
            .preheader = "One ballot closes on 18 June.",
            .items = {{passed("Ambient voice: <what> & why?", "CCIO Network. 6 new"),
                       "https://example.org/forum/12"}},
            .button = {"Rank candidates", "https://example.org/ballot"}};
}

class OutboxTest : public sql::testing::OnBothEngines {
protected:
    void SetUp() override {
        OnBothEngines::SetUp();
        if (HasFatalFailure()) return;
        sql::migrate(database(), app::migrations());
        database().write([this](sql::Tx& tx) {
            ann_ = identity::store::add_person(tx, {.name = "Ann Okafor",
                                                    .handle = "ann",
                                                    .role_line = "",
                                                    .email = "ann@example.org",
                                                    .joined = start_of_test});
        });
    }

    LetterId queue(std::optional<base::Instant> secret_until = {}) {
        LetterId id;
        database().write([&](sql::Tx& tx) {
            const auto actor = identity::Actor::worker("test");
            id = queue_letter(record::Floor{tx, actor, clock_.now()},
                              {.to = ann_,
                               .sheet = digest(),
                               .list_unsubscribe = "https://example.org/stop/one-click",
                               .secret_until = secret_until});
        });
        return id;
    }

    int deliver() {
        Outbox outbox(database(), clock_, mailer_, [](sql::Tx&) {
            return Sender{"The Networks", "post@networks.example.org"};
        });
        jobs::Worker worker(database(), clock_, {{std::string(send_job), [&](const auto& payload) {
                                                      outbox.send(payload);
                                                  }}});
        return worker.run_due();
    }

    store::LetterRow row(LetterId id) {
        std::optional<store::LetterRow> row;
        database().read([&](sql::Tx& tx) { row = store::find(tx, id); });
        return row.value();
    }

    void expect_empty(LetterId id) {
        const auto letter = row(id);
        EXPECT_EQ(letter.subject + letter.text + letter.html + letter.list_unsubscribe, "");
        EXPECT_FALSE(letter.secret_until);
    }

    base::FrozenClock clock_{start_of_test};
    CaughtMail mailer_;
    identity::PersonId ann_;
};
MOOTHALL_ON_BOTH_ENGINES(OutboxTest);

TEST_P(OutboxTest, ALetterIsSentOnceAndThenEmptied) {
    const LetterId id = queue();
    EXPECT_EQ(deliver(), 1);
    ASSERT_EQ(mailer_.letters.size(), 1U);
    const Letter& letter = mailer_.letters[0];
    EXPECT_EQ(letter.from_name, "The Networks");
    EXPECT_EQ(letter.from_address, "post@networks.example.org");
    EXPECT_EQ(letter.to_address, "ann@example.org");
    EXPECT_EQ(letter.to_name, "Ann Okafor");
    EXPECT_EQ(letter.subject, "22 new posts, one ballot");
    EXPECT_TRUE(letter.message_id.ends_with("@networks.example.org"));
    ASSERT_EQ(letter.headers.size(), 3U);
    EXPECT_EQ(letter.headers[1].value, "<https://example.org/stop/one-click>");
    EXPECT_EQ(letter.headers[2].name, "List-Unsubscribe-Post");
    EXPECT_NO_THROW(compose(letter, clock_.now()));
    expect_empty(id);
    EXPECT_EQ(row(id).sent, clock_.now());
    EXPECT_EQ(row(id).to_address, "ann@example.org");
    EXPECT_EQ(deliver(), 0);
}

TEST_P(OutboxTest, ALetterThatIsDeferredKeepsItsTextAndIsTheSameLetterLater) {
    mailer_.answer = Answer::defer;
    const LetterId id = queue();
    deliver();
    EXPECT_NE(row(id).text, "");
    const std::string message_id = row(id).message_id;
    mailer_.answer = Answer::take;
    clock_.advance(base::minutes(2));
    EXPECT_EQ(deliver(), 1);
    ASSERT_EQ(mailer_.letters.size(), 1U);
    EXPECT_EQ(mailer_.letters[0].message_id, message_id + "@networks.example.org");
    expect_empty(id);
}

TEST_P(OutboxTest, ALetterThatIsRejectedIsNotTriedAgain) {
    mailer_.answer = Answer::reject;
    const LetterId id = queue();
    EXPECT_EQ(deliver(), 1);
    expect_empty(id);
    EXPECT_EQ(row(id).refused, "550 no such user");
    clock_.advance(base::days(1));
    EXPECT_EQ(deliver(), 0);
    Counters counted;
    database().read([&](sql::Tx& tx) { counted = counters(tx); });
    EXPECT_EQ(counted.refused, 1);
    EXPECT_EQ(counted.waiting, 0);
}

TEST_P(OutboxTest, ASecretIsGoneWhenItExpiresSentOrNot) {
    mailer_.answer = Answer::defer;
    const LetterId by_job = queue(clock_.now() + base::minutes(20));
    const LetterId by_purge = queue(clock_.now() + base::minutes(20));
    const LetterId plain = queue();
    EXPECT_EQ(deliver(), 3);
    clock_.advance(base::minutes(20));
    mailer_.answer = Answer::take;
    database().write([&](sql::Tx& tx) { empty_expired(tx, clock_.now()); });
    expect_empty(by_job);
    expect_empty(by_purge);
    EXPECT_NE(row(plain).text, "");
    deliver();
    EXPECT_EQ(mailer_.letters.size(), 1U);
    const LetterId late = queue(clock_.now());
    deliver();
    expect_empty(late);
    EXPECT_EQ(mailer_.letters.size(), 1U);
}

TEST_P(OutboxTest, PurgeEmptiesWhatCouldNotBeSentAndForgetsTheOld) {
    mailer_.answer = Answer::defer;
    const LetterId id = queue();
    clock_.advance(base::days(8));
    database().write(
        [&](sql::Tx& tx) { EXPECT_EQ(empty_unsent(tx, clock_.now() - unsent_kept), 1); });
    expect_empty(id);
    EXPECT_EQ(row(id).refused, "Could not be sent for a week.");
    clock_.advance(base::days(90));
    database().write(
        [&](sql::Tx& tx) { EXPECT_EQ(purge(tx, clock_.now() - letters_kept), 1); });
    Counters counted;
    database().read([&](sql::Tx& tx) { counted = counters(tx); });
    EXPECT_EQ(counted.refused, 0);
}

TEST_P(OutboxTest, NobodyIsWrittenToWhoIsNotThere) {
    EXPECT_THROW(database().write([&](sql::Tx& tx) {
        const auto actor = identity::Actor::worker("test");
        queue_letter(record::Floor{tx, actor, clock_.now()}, {.to = {999}, .sheet = digest()});
    }),
                 base::NotFound);
}

TEST_P(OutboxTest, ForgettingAPersonRemovesTheirLetters) {
    queue();
    database().write([&](sql::Tx& tx) { forget(tx, ann_); });
    EXPECT_EQ(deliver(), 1);  // the job finds nothing, and is done
    EXPECT_TRUE(mailer_.letters.empty());
}

TEST(LayoutTest, SaysTheSameInTextAndHtmlAndNeverAPost) {
    const Drawn drawn = draw(digest());
    EXPECT_EQ(drawn.subject, "22 new posts, one ballot");
    for (const std::string& part : {drawn.text, drawn.html}) {
        for (const char* words : {"Tuesday in your Networks", "22 new posts in 6 topics.", "Enjoy.",
                                  "CCIO Network. 6 new", "https://example.org/forum/12",
                                  "Rank candidates", "https://example.org/ballot", "The Networks",
                                  "because you chose “daily”", "https://example.org/notices",
                                  "https://example.org/stop"}) {
            EXPECT_NE(part.find(words), part.npos) << words;
        }
        EXPECT_EQ(part.find("THE TEXT OF A POST"), part.npos);
    }
    EXPECT_NE(drawn.text.find("Ambient voice: <what> & why?"), drawn.text.npos);
    EXPECT_NE(drawn.html.find("Ambient voice: &lt;what&gt; &amp; why?"), drawn.html.npos);
    EXPECT_NE(drawn.html.find("One ballot closes on 18 June."), drawn.html.npos);
    EXPECT_LT(drawn.html.size(), 60'000U);
    EXPECT_EQ(drawn.html.find("<img"), drawn.html.npos);
}

TEST(LayoutTest, LeavesOutWhatThereIsNot) {
    const Drawn drawn = draw({.news = passed("Sign in", "Use this link."),
                              .community = "The Networks",
                              .footer = {.why = "You asked to sign in."}});
    EXPECT_EQ(drawn.html.find("Stop these"), drawn.html.npos);
    EXPECT_EQ(drawn.html.find("class=\"bt\""), drawn.html.npos);
    EXPECT_EQ(drawn.text, "Sign in\n\nUse this link.\n\n-- \nThe Networks\n"
                          "You asked to sign in.\n");
}

TEST(LayoutTest, DrawsMarkdownInTheHtmlAndLeavesItAsWrittenInTheText) {
    const Drawn drawn = draw({.news = passed("The vote", "Read **this** <b>first</b>.\n\n- One"),
                              .community = "The Networks",
                              .footer = {.why = "You belong."},
                              .is_markdown = true});
    EXPECT_NE(drawn.html.find("<strong>this</strong>"), drawn.html.npos);
    EXPECT_NE(drawn.html.find("One</li>"), drawn.html.npos);
    EXPECT_EQ(drawn.html.find("<b>"), drawn.html.npos) << "no HTML of theirs";
    EXPECT_EQ(drawn.text, "The vote\n\nRead **this** <b>first</b>.\n\n- One\n\n-- \n"
                          "The Networks\nYou belong.\n");
}

TEST(LayoutTest, TakesOnlyWhatPassedAsMail) {
    const auto entry = leaving::Gate().pass({.exit = leaving::Exit::search,
                                             .from = {},
                                             .audience = {1},
                                             .subject_line = "News",
                                             .content = "THE TEXT OF A POST"});
    EXPECT_THROW(draw({.news = *entry, .community = "", .footer = {.why = ""}}), std::logic_error);
}

}  // namespace

}  // namespace mail
