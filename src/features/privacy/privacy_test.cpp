#include "features/privacy/privacy.h"

#include "features/privacy/feature.h"
#include "features/privacy/texts.h"
#include "tests/support/test_site.h"

#include <gtest/gtest.h>
#include <set>

namespace privacy {
namespace {

class PrivacyTest : public testing_site::SiteTest {
protected:
    std::vector<Consent> ledger(const std::string& name) {
        std::vector<Consent> all;
        site().with_floor(name, [&](const record::Floor& floor) { all = Consents(floor).mine(); });
        return all;
    }
    bool stands(const std::string& name, std::string_view key) {
        bool is_so = false;
        site().with_floor(name, [&](const record::Floor& floor) {
            is_so = Consents(floor).stands(floor.actor.id(), key);
        });
        return is_so;
    }
    std::optional<PurgeRun> last_run() {
        std::optional<PurgeRun> last;
        site().with_floor("Ann", [&](const record::Floor& floor) { last = Purging(floor).last(); });
        return last;
    }
};
MOOTHALL_ON_BOTH_ENGINES(PrivacyTest);

const std::string chairs_path = "/settings/data/consents/letters-from-chairs";

// ---- consents ----

TEST_P(PrivacyTest, WhatIsGivenIsNotedWithItsVersionItsTimeAndHow) {
    auto ann = site().as("Ann");
    const auto page = ann.get("/settings/data");
    EXPECT_TRUE(page.says("You have not consented."));
    const auto done = ann.press(page, chairs_path);
    EXPECT_EQ(done.location(), "/settings/data");
    EXPECT_TRUE(ann.follow(done).says("You consented"));
    const auto rows = ledger("Ann");
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].key, letters_from_chairs);
    EXPECT_EQ(rows[0].version, 1);
    EXPECT_EQ(rows[0].given, site().clock().now());
    EXPECT_FALSE(rows[0].withdrawn);
    EXPECT_EQ(rows[0].how, "on the page of my data");
    EXPECT_TRUE(stands("Ann", letters_from_chairs));
}

TEST_P(PrivacyTest, AWithdrawalStaysWrittenAndANewConsentIsANewRow) {
    auto ann = site().as("Ann");
    ann.press(ann.get("/settings/data"), chairs_path);
    const auto given = site().clock().now();
    site().clock().advance(base::hours(5));
    EXPECT_EQ(ann.press(ann.get("/settings/data"), chairs_path + "/withdrawal").status(), 303);
    EXPECT_FALSE(stands("Ann", letters_from_chairs));
    const auto withdrawn = site().clock().now();
    site().clock().advance(base::hours(5));
    EXPECT_EQ(ann.press(ann.get("/settings/data"), chairs_path).status(), 303);
    const auto rows = ledger("Ann");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[1].given, given);
    EXPECT_EQ(rows[1].withdrawn, withdrawn);
    EXPECT_FALSE(rows[0].withdrawn);
    EXPECT_TRUE(ann.get("/settings/data").says("Every consent you gave"));
}

TEST_P(PrivacyTest, GivenTwiceItIsGivenOnce) {
    site().with_floor("Ann", [](const record::Floor& floor) {
        Consents consents(floor);
        const auto first = consents.give(letters_from_chairs, 1, "by a test");
        const auto second = consents.give(letters_from_chairs, 1, "by a test");
        ASSERT_TRUE(first && second);
        EXPECT_EQ(*first, *second);
        EXPECT_EQ(consents.mine().size(), 1u);
        EXPECT_THROW((void)consents.give("nothing", 1, "by a test"), base::NotFound);
        EXPECT_FALSE(consents.give(letters_from_chairs, 2, "by a test"));
        EXPECT_FALSE(consents.withdraw(privacy_notice)) << "it does not stand";
    });
}

TEST_P(PrivacyTest, ATextThatHasChangedIsToBeReadFirst) {
    auto ann = site().as("Ann");
    const auto page = ann.get("/settings/data");
    const auto refused = ann.press(page, chairs_path, {{"version", "7"}});
    EXPECT_EQ(refused.status(), 422);
    EXPECT_TRUE(refused.says("This text has changed. Read it as it is now, then decide."));
    EXPECT_TRUE(ledger("Ann").empty());
}

TEST_P(PrivacyTest, NobodyConsentsForAnotherWhateverTheirRole) {
    site().person("Adm", {"ccio"}, {"administrator", "community_manager", "moderator"});
    site().person("Ann", {"ccio"});
    auto admin = site().as("Adm");
    const std::string ann = std::to_string(site().id_of("Ann").value);
    const auto page = admin.get("/settings/data?person=" + ann);
    admin.press(page, chairs_path, {{"person", ann}, {"person_id", ann}});
    EXPECT_TRUE(stands("Adm", letters_from_chairs)) << "it is the presser's own";
    EXPECT_FALSE(stands("Ann", letters_from_chairs));
    site().database().write([&](sql::Tx& tx) {
        for (const auto& actor : {identity::Actor::worker("test"), identity::Actor::visitor()}) {
            Consents consents(record::Floor{tx, actor, site().clock().now()});
            EXPECT_FALSE(consents.give(letters_from_chairs, 1, "by a machine"));
            EXPECT_FALSE(consents.withdraw(letters_from_chairs));
        }
    });
    EXPECT_TRUE(ledger("Ann").empty());
}

TEST_P(PrivacyTest, EveryVersionCanBeReadInFullByAnyone) {
    auto visitor = site().visitor();
    for (const Text& text : all_texts()) {
        const auto page = visitor.get(path_to(text));
        EXPECT_EQ(page.status(), 200) << text.key;
        EXPECT_TRUE(page.says(text.words.substr(0, 40))) << text.key;
        EXPECT_TRUE(page.says("Version " + std::to_string(text.version))) << text.key;
    }
    EXPECT_TRUE(visitor.get("/privacy").says("Privacy notice"));
    for (const char* path : {"/privacy/texts/privacy-notice/99", "/privacy/texts/nothing/1",
                             "/privacy/texts/privacy-notice/x"}) {
        EXPECT_EQ(visitor.get(path).status(), 404) << path;
    }
}

TEST_P(PrivacyTest, AVersionThatThisReleaseDoesNotHaveIsReadFromTheLedger) {
    static const sql::Query<sql::Nothing()> older{"test_older_text", R"(
        INSERT INTO consent_texts (text_key, version, title, words, since)
        VALUES ('privacy-notice', 40, 'Of another release', 'Other words.', 20000))"};
    site().database().write([&](sql::Tx& tx) { tx.run(older); });
    EXPECT_TRUE(site().visitor().get("/privacy/texts/privacy-notice/40").says("Other words."));
}

TEST_P(PrivacyTest, ATextChangedWithoutANewVersionIsFoundByTheCheck) {
    site().with_floor("Ann", [](const record::Floor& floor) {
        ASSERT_TRUE(Consents(floor).give(privacy_notice, 1, "by a test"));
        const auto check = feature(std::make_shared<Whole>()).check.value;
        EXPECT_TRUE(check(floor.tx).empty());
        static const sql::Query<sql::Nothing()> changed{
            "test_text_changed", "UPDATE consent_texts SET words = 'Other words.'"};
        floor.tx.run(changed);
        EXPECT_EQ(check(floor.tx).size(), 1u);
    });
}

TEST_P(PrivacyTest, WhoIsErasedConsentsToNothingAndTheLedgerStaysByNumber) {
    site().with_floor("Ann", [&](const record::Floor& floor) {
        ASSERT_TRUE(Consents(floor).give(privacy_notice, 1, "by a test"));
        feature(std::make_shared<Whole>()).forget.value(floor, floor.actor.id());
        EXPECT_FALSE(Consents(floor).stands(floor.actor.id(), privacy_notice));
        EXPECT_EQ(Consents(floor).mine().size(), 1u);
    });
}

TEST_P(PrivacyTest, WhoJoinsConsentsToTheNoticeAndToNothingElse) {
    site().person("New", {"ccio"});
    site().database().write([&](sql::Tx& tx) {
        const auto visitor = identity::Actor::visitor();
        consent_when_joining(record::Floor{tx, visitor, site().clock().now()}, site().id_of("New"));
    });
    std::set<std::string> keys;
    for (const auto& one : ledger("New")) {
        keys.insert(one.key);
        EXPECT_EQ(one.how, "when joining");
    }
    EXPECT_EQ(keys, std::set<std::string>{std::string(privacy_notice)});
    EXPECT_FALSE(stands("New", letters_from_chairs)) << "letters are never part of the bargain";
}

// ---- what is kept for how long ----

TEST_P(PrivacyTest, TheTableSaysOfEveryThingHowLongAndWhy) {
    const auto page = site().as("Ann").get("/privacy/retention");
    const auto all = app::retentions(site().house().features());
    EXPECT_GT(all.size(), 15u);
    std::set<std::string> names;
    for (const auto& one : all) {
        EXPECT_TRUE(names.insert(one.name).second) << one.name << " stands twice";
        EXPECT_TRUE(page.says(one.what)) << one.name;
        EXPECT_TRUE(page.says(period_words(one))) << one.name;
        EXPECT_TRUE(page.says(one.why)) << one.name;
        EXPECT_EQ(one.kept.has_value(), static_cast<bool>(one.purge)) << one.name;
    }
    EXPECT_TRUE(page.says("30 days after the decision"));
    EXPECT_TRUE(page.says("The first night is to come."));
    EXPECT_EQ(period_words({.name = "",
                            .what = "",
                            .from = "after it ended",
                            .why = "",
                            .kept = base::seconds(0)}),
              "Until the night after it ended");
    EXPECT_EQ(period_words(
                  {.name = "", .what = "", .from = "after it", .why = "", .kept = base::hours(24)}),
              "1 day after it");
}

TEST_P(PrivacyTest, ThePurgeIsToldThePeriodThatTheTableStates) {
    base::Instant told;
    const kit::Retention notes{.name = "notes",
                               .what = "Notes",
                               .from = "after they were made",
                               .why = "To see.",
                               .kept = base::days{12},
                               .purge = [&](sql::Tx&, base::Instant before) {
                                   told = before;
                                   return std::int64_t{3};
                               }};
    site().database().write([&](sql::Tx& tx) {
        const auto worker = identity::Actor::worker("purge");
        ASSERT_TRUE(Purging({tx, worker, site().clock().now()}).run({notes}));
    });
    EXPECT_EQ(told, site().clock().now() - base::days{12});
    EXPECT_EQ(period_words(notes), "12 days after they were made");
    ASSERT_TRUE(last_run());
    EXPECT_EQ(last_run()->removed("notes"), 3);
    EXPECT_EQ(last_run()->total(), 3);
}

TEST_P(PrivacyTest, ANightTakesWhatIsOverItsTimeAndNotesHowMuch) {
    auto ann = site().as("Ann");
    (void)site().as("Ann");  // two sessions and two links
    site().purge();
    EXPECT_EQ(last_run()->total(), 0) << "nothing is over its time";
    site().clock().advance(base::hours(1));
    site().purge();
    EXPECT_EQ(last_run()->removed("account.sessions"), 2) << "the links";
    site().clock().advance(base::days{31});
    site().purge();
    EXPECT_EQ(last_run()->removed("account.sessions"), 2) << "the sessions";
    EXPECT_TRUE(ann.get("/settings").location().starts_with("/sign-in"));
    site().clock().advance(purge_runs_kept + base::hours(1));
    site().purge();
    EXPECT_EQ(last_run()->removed("privacy.runs"), 3);
    EXPECT_TRUE(site().as("Ann").get("/privacy/retention").says("went."));
}

TEST_P(PrivacyTest, NobodyPurgesByHand) {
    site().person("Adm", {"ccio"}, {"administrator"});
    site().with_floor("Adm", [&](const record::Floor& floor) {
        EXPECT_FALSE(Purging(floor).run(app::retentions(site().house().features())));
    });
    EXPECT_FALSE(last_run());
}

}  // namespace
}  // namespace privacy
