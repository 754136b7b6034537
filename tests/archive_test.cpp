// The archive of all that is held of a person: that nothing is forgotten in it, and that nothing in
// it is somebody else's. The first test reads the schema, so that a table made later cannot be
// left out in silence.

#include "features/privacy/archive.h"
#include "platform/base/json.h"
#include "tests/support/lived_site.h"
#include "tests/support/unzipped.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <set>

namespace {

using privacy::Archive;
using privacy::Archives;

// Columns that say of whom a row is, and are not handed over as such: with the reason.
struct Exempt {
    std::string table, column, reason;
};
const std::vector<Exempt>& exempt() {
    static const std::vector<Exempt> all = {
        {"topics", "last_author_id", "The same as the author of the topic's last post."},
        {"organisations", "address", "Of an organisation."},
        {"letters", "to_name", "The person's own name, as the account has it."},
        {"vouches", "email_folded",
         "Somebody else's address, as an applicant wrote it; whose it is, nobody is told."},
        {"facts", "subject_id",
         "Of many kinds; of those whose subject is a person, the holding asks by kind."},
        {"invitations_declined", "email_digest",
         "A mark of an address, by which it cannot be read: that it is not written to."},
        {"networks", "decided_by", "Which kind of officer decides there; nobody's number."},
    };
    return all;
}

bool is_exempt(const std::string& table, const std::string& column) {
    return std::ranges::any_of(
        exempt(), [&](const Exempt& one) { return one.table == table && one.column == column; });
}

class ArchiveTest : public testing_site::LivedSiteTest {
protected:
    Archive archive_of(const std::string& name) {
        Archive archive;
        site().with_floor(name, [&](const record::Floor& floor) {
            std::vector<kit::Hold> holds;
            for (const auto& feature : site().house().features()) {
                holds.push_back(feature.hold.value);
            }
            archive = Archives(floor).mine(holds, "The Networks");
        });
        return archive;
    }
};
MOOTHALL_ON_BOTH_ENGINES(ArchiveTest);

TEST_P(ArchiveTest, EveryTableOfTheSchemaThatNamesAPersonIsInItOrSaysWhyNot) {
    std::set<std::string> handed;
    for (const auto& holding : archive_of("Ann Lee").holdings) {
        handed.insert(holding.tables.begin(), holding.tables.end());
    }
    const auto columns = columns_of_persons();
    for (const auto& [table, column] : columns) {
        EXPECT_TRUE(handed.contains(table) || is_exempt(table, column))
            << table << "." << column << " can name a person. Hand its rows over in the feature's "
            << "held(), or say in tests/archive_test.cpp why not.";
    }
    for (const auto& one : exempt()) {
        if (one.column == "subject_id") continue;  // found by no name: it stands for the reader
        EXPECT_TRUE(columns.contains({one.table, one.column}))
            << one.table << "." << one.column << " is not there any more: take it off the list";
    }
}

// Not only the tables are named: what is in them is handed over, row for row.
TEST_P(ArchiveTest, NoRowOfAPersonIsMissing) {
    live();
    const auto browser = site().as("Ann Lee");
    for (const char* who : {"Ann Lee", "New Comer", "Cha Irwoman", "Adm Inistrator"}) {
        const auto archive = archive_of(who);
        const auto person = site().id_of(who);
        std::map<std::string, std::int64_t> handed;
        for (const auto& holding : archive.holdings) {
            EXPECT_TRUE(holding.is_whole());
            for (const auto& table : holding.tables) {
                handed[table] += static_cast<std::int64_t>(holding.rows.size());
            }
        }
        for (const auto& [table, column] : columns_of_persons()) {
            const bool is_number = !column.ends_with("email_folded") && !column.ends_with("email") &&
                                   column.find("address") == std::string::npos &&
                                   column != "to_name";
            if (!is_number || is_exempt(table, column)) continue;
            EXPECT_GE(handed[table], rows_of(table, column, person))
                << who << ": " << table << "." << column;
        }
    }
    const auto person = site().id_of("Ann Lee");
    for (const auto& [table, column] :
         std::vector<std::pair<std::string, std::string>>{{"posts", "author_id"},
                                                          {"earlier_texts", "editor_id"},
                                                          {"reactions", "person_id"},
                                                          {"mentions", "person_id"},
                                                          {"vouches", "person_id"},
                                                          {"introductions", "asked_id"},
                                                          {"confirmations", "person_id"},
                                                          {"positions", "person_id"},
                                                          {"sign_in_links", "person_id"},
                                                          {"letters", "person_id"},
                                                          {"notice_receivers", "person_id"},
                                                          {"notice_unsubscriptions", "person_id"},
                                                          {"consents", "person_id"},
                                                          {"openings", "found_id"},
                                                          {"facts", "actor_id"}}) {
        EXPECT_GT(rows_of(table, column, person), 0) << table << " stood empty: nothing was tested";
    }
}

TEST_P(ArchiveTest, NothingOfOthersIsInIt) {
    live();
    for (const char* who : {"Ann Lee", "New Comer"}) {
        const auto archive = archive_of(who);
        for (const std::string& text :
             {privacy::index_html(archive), privacy::machine_json(archive)}) {
            for (const char* other :
                 {"Bob Secretive", "bob-secretive", "Cha Irwoman", "cha-irwoman", "Adm Inistrator",
                  "adm-inistrator", "The secret title", "The secret text", "Bob's words",
                  "confidence by Bob", "The asker's own words", "Jo Signer"}) {
                EXPECT_EQ(text.find(other), text.npos) << who << " reads " << other;
            }
        }
    }
    const auto ann = privacy::machine_json(archive_of("Ann Lee"));
    EXPECT_EQ(ann.find("New Comer"), ann.npos) << "for whom she vouched";
    EXPECT_EQ(ann.find("newcomer"), ann.npos) << "what they applied with";
    EXPECT_NE(ann.find("Written in confidence by Ann Lee"), ann.npos) << "her own words";
    const auto comer = privacy::machine_json(archive_of("New Comer"));
    EXPECT_EQ(comer.find("in confidence"), comer.npos) << "what was written of them in confidence";
    EXPECT_EQ(comer.find("ann-lee"), comer.npos) << "whom they named";
    EXPECT_NE(comer.find("The newcomer's own words."), comer.npos);
}

TEST_P(ArchiveTest, NoSecretIsInIt) {
    live();
    auto browser = site().as("Ann Lee");
    site().with_floor("Ann Lee", [](const record::Floor& floor) {
        identity::store::set_password(floor.tx, floor.actor.id(), "$argon2id$the-hash");
    });
    std::vector<std::string> secrets = {"argon2", "the-hash"};
    static const sql::Query<std::string()> session_secrets{"test_session_secrets",
                                                           "SELECT secret FROM sessions"};
    static const sql::Query<std::string()> letter_texts{
        "test_letter_texts", "SELECT text FROM letters WHERE text <> ''"};
    site().database().read([&](sql::Tx& tx) {
        for (auto& secret : tx.all(session_secrets)) secrets.push_back(secret);
        for (auto& text : tx.all(letter_texts)) secrets.push_back(text.substr(0, 60));
    });
    for (const auto& [name, value] : browser.cookies()) secrets.push_back(value);
    ASSERT_GT(secrets.size(), 4u);
    const auto json = privacy::machine_json(archive_of("Ann Lee"));
    for (const auto& secret : secrets) {
        if (secret.empty()) continue;
        EXPECT_EQ(json.find(secret), json.npos) << secret;
    }
    EXPECT_EQ(json.find("/sign-in/link/"), json.npos);
    EXPECT_NE(json.find("Firefox on Linux"), json.npos) << "the device is in it";
}

TEST_P(ArchiveTest, OnePressGivesOneFileWithAPageAJsonAndTheDocuments) {
    live();
    auto browser = site().as("New Comer");
    const auto page = browser.get("/settings/data");
    EXPECT_EQ(page.status(), 200);
    EXPECT_TRUE(page.says("Documents of your applications"));
    const auto answer = browser.get("/settings/data/archive");
    EXPECT_EQ(answer.status(), 200);
    EXPECT_EQ(answer.header("Content-Type"), "application/zip");
    EXPECT_EQ(answer.header("Cache-Control"), "no-store");
    EXPECT_TRUE(
        answer.header("Content-Disposition").starts_with("attachment; filename*=UTF-8''archive-"));
    const auto files = testing_site::unzipped(answer.body());
    ASSERT_EQ(files.size(), 3u);
    EXPECT_EQ(files.at("documents/1-letter-of-ann.pdf"), "%PDF-1.7 the newcomer's letter");
    const auto& html = files.at("index.html");
    EXPECT_NE(html.find("What is held of New Comer"), html.npos);
    EXPECT_NE(html.find("href=\"./documents/1-letter-of-ann.pdf\""), html.npos);
    EXPECT_EQ(html.find("<script"), html.npos);
    for (const char* outside : {"src=", "url(", "http://", "@import"}) {
        EXPECT_EQ(html.find(outside), html.npos) << outside;
    }
    EXPECT_NE(html.find("../../Letter of &lt;Ann&gt;.pdf"), html.npos) << "as it was called";
    const auto json = base::Json::parse(files.at("data.json"));
    EXPECT_EQ(json["person"], "New Comer");
    EXPECT_EQ(json["held"].size(), archive_of("New Comer").holdings.size());
    const auto account = std::ranges::find_if(
        json["held"], [](const base::Json& one) { return one["name"] == "account"; });
    ASSERT_NE(account, json["held"].end());
    EXPECT_EQ((*account)["rows"][0]["Email address"], "new-comer@example.org");
}

TEST_P(ArchiveTest, WhatWasTypedIsTextAndNeverMarkup) {
    live();
    const auto html = privacy::index_html(archive_of("Ann Lee"));
    EXPECT_NE(html.find("What does &lt;b&gt;Ann&lt;/b&gt; do?"), html.npos);
    EXPECT_EQ(html.find("<b>Ann"), html.npos);
}

TEST_P(ArchiveTest, ThatItWasTakenIsRecordedAndNotWhatWasInIt) {
    auto ann = site().as("Ann Lee");
    EXPECT_TRUE(ann.get("/settings/data").says("It was not taken yet."));
    ASSERT_EQ(ann.get("/settings/data/archive").status(), 200);
    EXPECT_TRUE(site().as("Ann Lee").get("/settings/data").says("Was that not you?"));
    EXPECT_FALSE(site().as("Bob Secretive").get("/settings/data").says("Was that not you?"));
    struct Row {
        std::string details;
        std::int64_t subject = 0;
    };
    static const sql::Query<Row()> taken{
        "test_archives_taken",
        "SELECT details, subject_id FROM facts WHERE kind = 'privacy.archive_taken'"};
    std::vector<Row> rows;
    site().database().read([&](sql::Tx& tx) { rows = tx.all(taken); });
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].subject, site().id_of("Ann Lee").value);
    EXPECT_EQ(rows[0].details, "{}");
    EXPECT_TRUE(site().as("Ann Lee").get("/settings/data").says("The record of what you did"));
    int refused = 0;
    for (int i = 0; i < 10; ++i) refused += ann.get("/settings/data/archive").status() == 429;
    EXPECT_GT(refused, 0) << "it can be taken as often as one likes";
}

TEST_P(ArchiveTest, ItTakesAsManyStatementsForThreePostsAsForOne) {
    const auto statements = [&] {
        std::int64_t run = 0;
        site().with_floor("Ann Lee", [&](const record::Floor& floor) {
            const auto before = floor.tx.statements();
            for (const auto& feature : site().house().features()) {
                (void)feature.hold.value(floor);
            }
            run = floor.tx.statements() - before;
        });
        return run;
    };
    const auto topic = site().topic("Ann Lee", "Hazard logs");
    const auto for_one = statements();
    site().reply("Ann Lee", topic, "Two.");
    site().reply("Ann Lee", topic, "Three.");
    EXPECT_EQ(statements(), for_one);
    EXPECT_LT(for_one, 70);
}

TEST_P(ArchiveTest, TwentyThousandPostsAreAllInIt) {
    site().topic("Ann Lee", "Hazard logs");
    static const sql::Query<sql::Nothing()> many{"test_many_posts", R"(
        INSERT INTO posts (topic_id, number, author_id, written_at, markdown, html)
        WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
        SELECT t.id, n.i, t.author_id, t.started_at, 'Post number ' || n.i || ' of many.', ''
          FROM topics t, n)"};
    site().database().write([&](sql::Tx& tx) { ASSERT_EQ(tx.run(many), 19'999); });
    const auto answer = site().as("Ann Lee").get("/settings/data/archive");
    ASSERT_EQ(answer.status(), 200);
    const auto files = testing_site::unzipped(answer.body());
    const auto json = base::Json::parse(files.at("data.json"));
    for (const auto& one : json["held"]) {
        if (one["name"] != "posts") continue;
        EXPECT_EQ(one["rows"].size(), 20'000u);
        EXPECT_EQ(one["rows"][19'999]["Text"], "Post number 20000 of many.");
        EXPECT_EQ(one["is_whole"], true);
    }
    EXPECT_NE(files.at("index.html").find("Post number 20000 of many."), std::string::npos);
}

TEST(Archive, WhereThereIsMoreThanItHoldsItSaysSo) {
    identity::Holding all{
        .name = "notes", .title = "Notes", .why = "To see.", .tables = {}, .columns = {"Words"}};
    all.rows.assign(static_cast<std::size_t>(identity::rows_held_max) - 1, {"a"});
    EXPECT_TRUE(all.is_whole());
    all.rows.push_back({"b"});
    EXPECT_FALSE(all.is_whole());
    const Archive archive{.community = "C", .person = "Ann", .made = {}, .holdings = {all}};
    EXPECT_NE(privacy::index_html(archive).find("There is more than stands here."),
              std::string::npos);
}

// A fact whose subject is a person says so in its feature's manifest, or it would not be handed
// over.
TEST_P(ArchiveTest, EveryKindOfFactAboutAPersonIsNamedInItsManifest) {
    std::set<std::string> named;
    for (const auto& feature : site().house().features()) {
        named.insert(feature.about_persons.begin(), feature.about_persons.end());
    }
    int about_persons = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(SOURCE_FOLDER "/src")) {
        if (entry.path().filename() != "facts.h") continue;
        std::ifstream file(entry.path());
        std::string kind;
        for (std::string line; std::getline(file, line);) {
            if (const auto at = line.find("kind = \""); at != line.npos) {
                kind = line.substr(at + 8, line.rfind('"') - at - 8);
            }
            if (line.find("subject() const { return person.value; }") == line.npos) continue;
            ++about_persons;
            EXPECT_TRUE(named.contains(kind)) << kind << ": name it in .about_persons";
        }
    }
    EXPECT_EQ(about_persons, static_cast<int>(named.size()));
}

}  // namespace
