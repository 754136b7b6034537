#include "tests/support/lived_site.h"

#include "features/breaches/breaches.h"
#include "features/extracts/extracts.h"
#include "features/coverage/coverage.h"
#include "features/forum/desk.h"
#include "features/notices/feature.h"
#include "features/organisations/organisations.h"
#include "features/people/people.h"
#include "features/privacy/privacy.h"
#include "features/sealing/sealing.h"
#include "platform/crypto/phrase.h"
#include "platform/sql/catalogue.h"
#include "tests/support/profile.h"

#include <gtest/gtest.h>

namespace testing_site {

namespace {

// By its name a column can be a person's: their number, or their address.
bool may_name_a_person(const std::string& column) {
    for (const char* word :
         {"person", "author", "editor", "actor", "asker", "asked_id", "voucher", "decided_by",
          "_by", "owner", "member_id", "user", "holder", "viewer", "email", "address", "to_name"}) {
        if (column.find(word) != std::string::npos) return true;
    }
    return false;
}

}  // namespace

void LivedSiteTest::SetUp() {
    SiteTest::SetUp();
    site().person("Ann Lee", {"ccio"});
    site().person("Bob Secretive", {"ccio"});
    site().person("Cha Irwoman", {"ccio"}, {"chair"});
    site().person("Adm Inistrator", {"ccio"}, {"administrator"});
    site().person("New Comer");
}

std::set<std::pair<std::string, std::string>> LivedSiteTest::columns_of_persons() {
    std::set<std::pair<std::string, std::string>> found;
    static const sql::Query<std::string()> sqlite_keys{"test_keys_sqlite", R"(
        SELECT m.name || ' ' || k."from"
          FROM sqlite_master m
          JOIN pragma_foreign_key_list(m.name) k
         WHERE m.type = 'table' AND k."table" = 'persons')"};
    static const sql::Query<std::string()> postgres_keys{"test_keys_postgres", R"(
        SELECT c.conrelid::regclass::text || ' ' || a.attname
          FROM pg_constraint c
          JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
         WHERE c.contype = 'f' AND c.confrelid = 'persons'::regclass)"};
    site().database().read([&](sql::Tx& tx) {
        found.clear();
        const bool is_sqlite = tx.engine() == sql::Engine::sqlite;
        for (const auto& key : tx.all(is_sqlite ? sqlite_keys : postgres_keys)) {
            const auto space = key.find(' ');
            found.insert({key.substr(0, space), key.substr(space + 1)});
        }
        EXPECT_GT(found.size(), 20u) << "the foreign keys are not found any more";
        for (const auto& table : sql::tables(tx)) {
            for (const auto& column : table.columns) {
                if (may_name_a_person(column.name)) found.insert({table.name, column.name});
            }
        }
    });
    found.insert({"persons", "id"});
    return found;
}

std::int64_t LivedSiteTest::rows_of(const std::string& table, const std::string& column,
                                    identity::PersonId person) {
    std::int64_t rows = 0;
    site().database().read([&](sql::Tx& tx) {
        const sql::Query<std::int64_t(identity::PersonId)> counted{
            "test_rows_of_" + table + column, "SELECT count(*) FROM " + sql::quoted(table) +
                                                  " WHERE " + sql::quoted(column) + " = $1"};
        rows = tx.one(counted, person);
    });
    return rows;
}

void LivedSiteTest::talk() {
    const auto topic = site().topic("Ann Lee", "Hazard logs", "What does <b>Ann</b> do?");
    topic_ = topic;
    const auto others = site().topic("Bob Secretive", "The secret title", "The secret text.");
    const auto bobs = site().reply("Bob Secretive", topic, "Bob's words to @ann-lee.");
    const auto anns = site().reply("Ann Lee", others, "Ann's reply.");
    site().in_forum("Ann Lee", [&](forum::Forum& forum) {
        EXPECT_TRUE(forum.react(forum.post(bobs), forum::Reaction::useful));
        EXPECT_TRUE(forum.edit(forum.post(anns), {"Ann's better reply.", "1"}));
        EXPECT_TRUE(forum.attend(forum.topic(others), forum::Attention::followed));
        forum.catch_up();
        return 0;
    });
    site().in_forum("Bob Secretive", [&](forum::Forum& forum) {
        EXPECT_TRUE(forum.react(forum.post(anns), forum::Reaction::thanks));
        return 0;
    });
    site().with_floor("Ann Lee", [](const record::Floor& floor) {
        EXPECT_TRUE(forum::Desk(floor).keep_draft("topic:new", "A draft", "Half a thought"));
    });
    site().listen();
}

void LivedSiteTest::apply_and_decide() {
    site().with_floor("Adm Inistrator", [](const record::Floor& floor) {
        const auto imported = organisations::Organisations(floor).import_trusts(
            "RAL,ROYAL FREE LONDON,Y56,QMJ,,,,LONDON,,NW3,,,,,,,,,,,,0,,H\n",
            base::parse_day("2021-07-31").value(), organisations::Missing::refused);
        ASSERT_TRUE(imported) << imported.error().sentence;
        ASSERT_TRUE(coverage::Coverage(floor).note_consent({"RAL", "By letter of Jo Signer."}));
    });
    site().with_floor("Ann Lee", [](const record::Floor& floor) {
        ASSERT_TRUE(membership::Membership(floor).claim(
            {"RAL", "ccio", "CCIO", "2021-01-01", "The board page."}));
    });
    site().with_floor("New Comer", [&](const record::Floor& floor) {
        const auto applied = membership::file_application(
            floor, {.network = "ccio",
                    .category = "full",
                    .organisation = "RAL",
                    .title = "CCIO",
                    .began = "2021-01-01",
                    .words = "The newcomer's own words.",
                    .voucher_1 = "ann-lee@example.org",
                    .voucher_2 = "bob-secretive@example.org"});
        ASSERT_TRUE(applied) << applied.error().sentence;
        application_ = *applied;
        membership::Applications all(floor);
        const auto attached = all.attach(all.application(application_), "../../Letter of <Ann>.pdf",
                                         "%PDF-1.7 the newcomer's letter");
        ASSERT_TRUE(attached) << attached.error().sentence;
    });
    site().listen();
    vouch_and_admit();
}

void LivedSiteTest::vouch_and_admit() {
    for (const char* voucher : {"Ann Lee", "Bob Secretive"}) {
        site().with_floor(voucher, [&](const record::Floor& floor) {
            membership::Applications all(floor);
            const std::string words = std::string("Written in confidence by ") + voucher;
            ASSERT_TRUE(all.vouch(all.asking_me(application_), {"yes", words}));
        });
    }
    site().with_floor("Cha Irwoman", [&](const record::Floor& floor) {
        membership::Applications all(floor);
        all.note_view(all.application(application_).application);
        ASSERT_TRUE(all.admit(all.application(application_), {"full"}));
        membership::Membership roll(floor);
        roll.note_views(roll.waiting());
        ASSERT_TRUE(roll.verify(roll.waiting().at(0)));
    });
    site().enter("New Comer", "ccio");
}

// One case that Ann reported, and one against her that was appealed.
void LivedSiteTest::report_and_decide() {
    using breaches::Cases;
    const auto report = [&](const char* who, const char* whom) {
        breaches::CaseId id;
        site().with_floor(who, [&](const record::Floor& floor) {
            const auto spot = breaches::spot_of(forum::Forum(floor).topic(topic_));
            const auto reported = Cases(floor).report(
                spot, {.kind = "other", .words = std::string("Reported by ") + who,
                       .came_out = "Yesterday", .whom = "other", .handle = whom, .named = "no"});
            ASSERT_TRUE(reported) << reported.error().sentence;
            id = *reported;
        });
        return id;
    };
    const auto act = [&](const char* who, breaches::CaseId id, auto verb, auto draft) {
        site().with_floor(who, [&](const record::Floor& floor) {
            Cases cases(floor);
            const auto acted = (cases.*verb)(cases.one(id), draft);
            ASSERT_TRUE(acted) << acted.error().sentence;
        });
    };
    const auto hers = report("Ann Lee", "@adm-inistrator");
    act("Cha Irwoman", hers, &Cases::note, breaches::NoteDraft{"It came to nothing."});
    act("Cha Irwoman", hers, &Cases::decide,
        breaches::OutcomeDraft{"no-breach", "", "It came to nothing."});
    const auto against = report("New Comer", "@ann-lee");
    act("Cha Irwoman", against, &Cases::ask, breaches::QuestionDraft{"Was it you?"});
    act("Ann Lee", against, &Cases::answer, breaches::WordDraft{"It was not."});
    act("Cha Irwoman", against, &Cases::decide,
        breaches::OutcomeDraft{"warning", "", "It came out."});
    act("Ann Lee", against, &Cases::appeal, breaches::AppealDraft{"It did not."});
    act("Adm Inistrator", against, &Cases::settle,
        breaches::OutcomeDraft{"reminder", "", "It hardly came out."});
}

// A name of Ann's, sealed and opened by two officers.
void LivedSiteTest::seal_and_open() {
    using sealing::Keys;
    using sealing::Openings;
    site().person("Kee Per", {}, {"community_manager"});
    const std::map<std::string, std::string> phrases = {{"Adm Inistrator", crypto::random_phrase()},
                                                        {"Kee Per", crypto::random_phrase()}};
    for (const auto& one : phrases) {
        site().with_floor(one.first, [&](const record::Floor& floor) {
            ASSERT_TRUE(Keys(floor).make({one.second, one.second}));
        });
    }
    site().with_floor("Adm Inistrator", [&](const record::Floor& floor) {
        Keys keys(floor);
        ASSERT_TRUE(keys.decide({"nothing", "", "", ""}));
        const auto name = keys.keep(
            keys.seal(site().id_of("Ann Lee"), "a voice", {"Amber Heron", "/forum/1"}));
        Openings openings(floor);
        ASSERT_TRUE(openings.ask(openings.name(name),
                                 {"law", "A court asks.", phrases.at("Adm Inistrator")}));
    });
    site().with_floor("Kee Per", [&](const record::Floor& floor) {
        Openings openings(floor);
        ASSERT_TRUE(openings.agree(openings.all().at(0), {phrases.at("Kee Per")}));
    });
}

// One extract that Ann took of Bob's words, one of hers that he took, and one that she let go out.
void LivedSiteTest::take_outside() {
    using extracts::Extracts;
    extracts::Workshop shop("localhost", {});
    const auto act = [&](const char* who, const auto& deed) {
        site().with_floor(who, [&](const record::Floor& floor) {
            Extracts room(floor, shop);
            deed(room, floor);
        });
    };
    const auto taken = [&](const char* who, int number) {
        extracts::ExtractId id;
        act(who, [&](Extracts& room, const record::Floor& floor) {
            id = room.take(forum::Forum(floor).topic(topic_), {number}).value();
            const auto seen = room.one(id);
            const auto all = room.passages(seen);
            ASSERT_TRUE(room.change(seen, {"Logs", {{all.at(0).id, "It was so at 14:32."}}}));
            const auto mark = room.marks(room.one(id), room.passages(seen)).at(0);
            ASSERT_TRUE(room.keep(seen, mark.key, {"That is a code of a form."}));
            ASSERT_TRUE(room.hand_on(room.one(id)));
        });
        return id;
    };
    const auto agree = [&](const char* who, extracts::ExtractId id) {
        site().with_floor(who, [&](const record::Floor& floor) {
            extracts::Consents all(floor, shop);
            ASSERT_TRUE(all.agree(all.asked(id), {}));
        });
    };
    const auto publish = [&](const char* who, extracts::ExtractId id) {
        act(who, [&](Extracts& room, const record::Floor&) {
            const auto seen = room.one(id);
            const auto passages = room.passages(seen);
            const auto marks = room.marks(seen, passages);
            ASSERT_TRUE(room.publish(seen, extracts::what_is_read(seen, passages, marks)));
            ASSERT_TRUE(room.copy(room.one(id), extracts::Form::html));
        });
    };
    const auto hers = taken("Ann Lee", 2);
    agree("Bob Secretive", hers);
    publish("Cha Irwoman", hers);
    act("Ann Lee", [&](Extracts& room, const record::Floor&) {
        ASSERT_TRUE(room.copy(room.one(hers), extracts::Form::markdown));
    });
    agree("Ann Lee", taken("Bob Secretive", 1));
    // Of neither of the two: whoever lets an extract go out does not become an author of it.
    site().reply("Cha Irwoman", topic_, "It was so, says the chair.");
    const auto chairs = taken("Cha Irwoman", 3);
    publish("Ann Lee", chairs);
}

void LivedSiteTest::live() {
    talk();
    apply_and_decide();
    report_and_decide();
    seal_and_open();
    take_outside();
    site().with_floor("Ann Lee", [&](const record::Floor& floor) {
        EXPECT_TRUE(people::People(floor).save(open_profile("A poet.", "Sonnets")));
        membership::Review(floor).confirm();
        EXPECT_TRUE(privacy::Consents(floor).give(privacy::letters_from_chairs, 1, "by a test"));
    });
    site().with_floor("Bob Secretive", [&](const record::Floor& floor) {
        people::People people(floor);
        const auto asked = people.ask(people.person(site().id_of("Ann Lee")),
                                      {"The asker's own words."});
        EXPECT_TRUE(asked) << asked.error().sentence;
    });
    site().with_floor("Cha Irwoman", [&](const record::Floor& floor) {
        notices::Notices notices(floor);
        const auto& network = site().settled().ccio;
        const auto draft = notices.draft(network, {"The vote", "It opens on Monday."});
        const auto sent = notices.send(network, notices.notice(network, draft.value()));
        ASSERT_TRUE(sent);
        notices::queue_letters(floor, {{"notice", sent->value}, {"after", 0}},
                               {leaving::Gate(), "http://localhost"});
    });
    site().with_floor("Ann Lee", [&](const record::Floor& floor) {
        EXPECT_TRUE(notices::Notices(floor).subscribe(site().settled().ccio, false));
    });
    auto asking = site().visitor();  // a link and a letter
    asking.press(asking.get("/sign-in"), "/sign-in", {{"email", "ann-lee@example.org"}});
    site().listen();
}

}  // namespace testing_site
