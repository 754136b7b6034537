// Two accounts of one person become one: that nothing is left behind, nothing is lost and nothing
// counts twice. The first test reads the schema, so that a table made later cannot be left out in
// silence.

#include "features/membership/store.h"
#include "features/notices/notices.h"
#include "features/privacy/archive.h"
#include "platform/record/history.h"
#include "tests/support/lived_site.h"
#include "tests/support/profile.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>

namespace {

using Table = std::pair<std::string, std::string>;

// What goes on naming the account that went, and why.
const std::map<Table, std::string>& stays() {
    static const std::map<Table, std::string> all = {
        {{"persons", "id"}, "The empty row, to which what was recorded leads."},
        {{"facts", "actor_id"}, "The record is never written again; the row says whose it is now."},
        {{"facts", "subject_id"}, "Likewise; and it is of many kinds."},
        {{"networks", "decided_by"}, "Which kind of officer decides there; nobody's number."},
    };
    return all;
}

bool is_number(const std::string& column) {
    return !column.ends_with("email_folded") && !column.ends_with("email") &&
           column.find("address") == std::string::npos && column != "to_name" &&
           column != "email_digest";
}

class MergingTest : public testing_site::LivedSiteTest {
protected:
    void SetUp() override {
        LivedSiteTest::SetUp();
        live();
        for (const char* name : {"Ann Lee", "Bob Secretive", "New Comer"}) {
            ids_[name] = site().id_of(name);
        }
    }

    // Through the pages, as its owner does; where the last of them led.
    testing_site::Page merge(const std::string& gone, const std::string& kept) {
        auto going = site().as(gone), keeping = site().as(kept);
        const auto asked = going.press(going.get("/settings/merging"), "/settings/merging");
        const std::string to = "/sign-in?next=";
        EXPECT_TRUE(asked.location().starts_with(to)) << asked.location();
        const auto path = http::percent_decode(asked.location().substr(to.size()), true).value();
        const auto done = keeping.press(keeping.get(path), "/settings/merging/",
                                        {{"email", address_of(gone)}});
        site().listen();
        return done;
    }

    std::string address_of(const std::string& name) {
        std::string email;
        site().database().read([&](sql::Tx& tx) {
            email = identity::store::find_person(tx, site().id_of(name))->email;
        });
        return email;
    }

    std::vector<std::string> complaints() {
        std::vector<std::string> all;
        site().database().read([&](sql::Tx& tx) {
            all.clear();
            for (const auto& feature : site().house().features()) {
                for (auto& one : feature.check.value(tx)) all.push_back(std::move(one));
            }
        });
        return all;
    }

    std::string archive_of(const std::string& name) {
        std::string text;
        site().with_floor(name, [&](const record::Floor& floor) {
            std::vector<kit::Hold> holds;
            for (const auto& feature : site().house().features()) {
                holds.push_back(feature.hold.value);
            }
            text = privacy::machine_json(privacy::Archives(floor).mine(holds, "The Networks"));
        });
        return text;
    }

    std::string name_of(identity::PersonId id) {
        std::string name;
        site().database().read(
            [&](sql::Tx& tx) { name = identity::store::find_person(tx, id)->name; });
        return name;
    }

    std::map<std::string, identity::PersonId> ids_;
};
MOOTHALL_ON_BOTH_ENGINES(MergingTest);

TEST_P(MergingTest, NothingButTheRecordNamesTheAccountThatWent) {
    const auto gone = ids_["Ann Lee"];
    int named = 0;
    for (const auto& [table, column] : columns_of_persons()) {
        if (is_number(column)) named += rows_of(table, column, gone) > 0 ? 1 : 0;
    }
    EXPECT_GT(named, 20) << "nothing much was there to pass";
    EXPECT_EQ(complaints(), std::vector<std::string>());
    ASSERT_EQ(merge("Ann Lee", "Bob Secretive").location(), "/settings");
    for (const auto& [table, column] : columns_of_persons()) {
        if (!is_number(column) || stays().contains({table, column})) continue;
        EXPECT_EQ(rows_of(table, column, gone), 0)
            << table << "." << column << " still names it. Pass its rows in the feature's merge(), "
            << "or say in tests/merging_test.cpp why not.";
    }
    EXPECT_EQ(complaints(), std::vector<std::string>());
}

TEST_P(MergingTest, WhatWasOfOneIsOfTheOther) {
    const auto gone = ids_["Ann Lee"], kept = ids_["Bob Secretive"];
    const std::vector<Table> whole = {{"posts", "author_id"},         {"topics", "author_id"},
                                      {"earlier_texts", "editor_id"}, {"consents", "person_id"},
                                      {"memberships", "person_id"},   {"positions", "person_id"}};
    std::map<Table, std::int64_t> before;
    for (const auto& [table, column] : whole) {
        before[{table, column}] = rows_of(table, column, gone) + rows_of(table, column, kept);
    }
    ASSERT_EQ(merge("Ann Lee", "Bob Secretive").location(), "/settings");
    for (const auto& [table, column] : whole) {
        EXPECT_EQ(rows_of(table, column, kept), (before[{table, column}])) << table;
    }
    // Of what both have, one: a vouch, a membership that lasts, a letter's mark, a draft's place.
    EXPECT_EQ(rows_of("vouches", "person_id", kept), 1);
    EXPECT_EQ(rows_of("notice_receivers", "person_id", kept), 1);
    EXPECT_EQ(rows_of("drafts", "person_id", kept), 1);
    // She had asked for nothing from him and he for an introduction to her: to oneself there is
    // none.
    EXPECT_EQ(rows_of("introductions", "asker_id", kept), 0);
    // They had thanked one another: nobody thanks themselves.
    EXPECT_EQ(rows_of("reactions", "person_id", kept), 0);
    const auto archive = archive_of("Bob Secretive");
    for (const char* words : {"What does <b>Ann</b> do?", "Ann's better reply.", "Half a thought",
                              "A poet.", "Sonnets", "Written in confidence by Bob"}) {
        EXPECT_NE(archive.find(words), archive.npos) << words;
    }
    EXPECT_NE(archive.find("account.merged"), archive.npos);
    EXPECT_NE(archive.find("forum.topic_started"), archive.npos);
}

TEST_P(MergingTest, OthersReadTheOneNameEverywhere) {
    auto cha = site().as("Cha Irwoman");
    const auto path = testing_site::path_of(site().topic("Ann Lee", "Ward rounds", "On foot?"));
    const auto before = cha.get(path + "-ward-rounds");
    EXPECT_TRUE(before.says("Ann Lee"));
    ASSERT_EQ(merge("Ann Lee", "Bob Secretive").location(), "/settings");
    const auto after = cha.get(path + "-ward-rounds");
    EXPECT_EQ(after.status(), 200);
    EXPECT_FALSE(after.says("Ann Lee"));
    const auto found = cha.get("/people/" + std::to_string(ids_["Ann Lee"].value));
    EXPECT_EQ(found.location(), "/people/" + std::to_string(ids_["Bob Secretive"].value));
    EXPECT_FALSE(cha.get("/people?q=Lee").says("Ann Lee"));
    EXPECT_EQ(name_of(ids_["Ann Lee"]), "Bob Secretive");
}

TEST_P(MergingTest, OneMergerAfterTheOtherLeadsToTheLast) {
    ids_["Kay"] = site().person("Kay");
    ASSERT_EQ(merge("Ann Lee", "Bob Secretive").location(), "/settings");
    ASSERT_EQ(merge("Bob Secretive", "Kay").location(), "/settings");
    EXPECT_EQ(complaints(), std::vector<std::string>());
    EXPECT_EQ(name_of(ids_["Ann Lee"]), "Kay");
    EXPECT_EQ(rows_of("persons", "merged_into", ids_["Kay"]), 2);
    EXPECT_EQ(rows_of("persons", "merged_into", ids_["Bob Secretive"]), 0);
    auto kay = site().as("Kay");
    kay.press(kay.get("/settings/erasure"), "/settings/erasure", {{"email", "kay@example.org"}});
    for (const char* name : {"Ann Lee", "Bob Secretive", "Kay"}) {
        EXPECT_EQ(name_of(ids_[name]), "Former member") << name;
    }
    EXPECT_EQ(complaints(), std::vector<std::string>());
}

TEST_P(MergingTest, TheFullerMembershipStands) {
    site().person("Wide Er");
    site().with_floor("Adm Inistrator", [&](const record::Floor& floor) {
        membership::Roll roll(floor);
        ASSERT_TRUE(roll.enrol(site().id_of("Wide Er"), site().settled().ccio,
                               membership::Category::wider, {}));
        ASSERT_TRUE(roll.enrol(site().id_of("Wide Er"), site().settled().cnio,
                               membership::Category::deputy, {}));
    });
    ASSERT_EQ(merge("Ann Lee", "Wide Er").location(), "/settings");
    site().with_floor("Wide Er", [&](const record::Floor& floor) {
        std::map<std::int64_t, membership::Category> lasting;
        for (const auto& member : membership::Roll(floor).mine()) {
            if (!member.ended) lasting[member.network->value] = member.category;
        }
        EXPECT_EQ(lasting.size(), 2u);
        EXPECT_EQ(lasting[site().settled().ccio.id.value], membership::Category::full);
        EXPECT_EQ(lasting[site().settled().cnio.id.value], membership::Category::deputy);
        EXPECT_TRUE(floor.actor.belongs_to(site().settled().ccio.audience));
        EXPECT_TRUE(floor.actor.is_member_of(site().settled().cnio.audience));
    });
    EXPECT_EQ(complaints(), std::vector<std::string>());
}

// Rights, not numbers of categories: a specialist has more of them than a wider member.
TEST_P(MergingTest, OfTwoMembershipsTheOneWithMoreRightsStandsAndTheLaterEnd) {
    using membership::Category;
    const auto& ccio = site().settled().ccio;
    const auto day = [](std::string_view text) { return base::parse_day(text).value(); };
    const auto make = [&](const char* who, Category category, std::optional<base::Day> expires) {
        site().person(who);
        site().with_floor("Adm Inistrator", [&](const record::Floor& floor) {
            ASSERT_TRUE(membership::Roll(floor).enrol(site().id_of(who), ccio, category, expires));
        });
    };
    const auto lasting = [&](const char* who) {
        membership::Member found;
        site().with_floor(who, [&](const record::Floor& floor) {
            int count = 0;
            for (const auto& one : membership::Roll(floor).mine()) {
                if (one.ended) continue;
                ++count;
                found = one;
            }
            EXPECT_EQ(count, 1);
        });
        return found;
    };
    make("Spec Ialist", Category::specialist, {});
    make("Wide Er", Category::wider, {});
    ASSERT_EQ(merge("Wide Er", "Spec Ialist").location(), "/settings");
    EXPECT_EQ(lasting("Spec Ialist").category, Category::specialist);

    make("Soon Over", Category::deputy, day("2028-01-01"));
    make("Later Over", Category::deputy, day("2028-06-01"));
    ASSERT_EQ(merge("Later Over", "Soon Over").location(), "/settings");
    EXPECT_EQ(lasting("Soon Over").expires, day("2028-06-01"));

    make("Full Once", Category::full, day("2028-01-01"));
    make("Wide Always", Category::wider, {});
    const auto refused = merge("Full Once", "Wide Always");
    EXPECT_TRUE(refused.says("the fuller ends earlier"));
    EXPECT_EQ(complaints(), std::vector<std::string>());
}

// Nobody speaks for themselves, also not through a second account.
TEST_P(MergingTest, WhoDecidedOnOrVouchedForTheOtherIsNotMergedWithIt) {
    const auto vouched = merge("New Comer", "Ann Lee");  // who was admitted on her word
    EXPECT_TRUE(vouched.says("vouched for the other, or decided on it"));
    EXPECT_EQ(rows_of("vouches", "person_id", ids_["Ann Lee"]), 1) << "and that stays on the file";
    const auto decided = merge("New Comer", "Cha Irwoman");
    EXPECT_TRUE(decided.says("vouched for the other, or decided on it"));
}

TEST_P(MergingTest, WhatWaitsIsNeitherDoubledNorLeftBesideAMembership) {
    using namespace membership;
    const auto apply = [&](const char* who) {
        site().person(who);
        ApplicationId id;
        site().with_floor(who, [&](const record::Floor& floor) {
            const auto applied = file_application(floor, {.network = "ccio",
                                                          .category = "full",
                                                          .organisation = "RAL",
                                                          .title = "CCIO",
                                                          .began = "2021-01-01",
                                                          .words = "Words of evidence."});
            ASSERT_TRUE(applied) << applied.error().sentence;
            id = *applied;
            Applications all(floor);
            ASSERT_TRUE(all.attach(all.application(id), "a.pdf", "%PDF-1.7 a letter"));
        });
        return id;
    };
    const auto state_of = [&](const char* who, ApplicationId id) {
        std::pair<State, std::size_t> found;
        site().with_floor(who, [&](const record::Floor& floor) {
            const Applications all(floor);
            const auto one = all.application(id).application;
            found = {one.state, all.documents(one).size()};
        });
        return found;
    };
    const auto first = apply("Wai Ting"), second = apply("Wai Too");
    ASSERT_EQ(merge("Wai Ting", "Wai Too").location(), "/settings");
    EXPECT_EQ(state_of("Wai Too", first), std::pair(State::withdrawn, std::size_t{0}));
    EXPECT_EQ(state_of("Wai Too", second), std::pair(State::waits, std::size_t{1}));
    ASSERT_EQ(merge("Wai Too", "Bob Secretive").location(), "/settings");  // who belongs there
    EXPECT_EQ(state_of("Bob Secretive", second), std::pair(State::withdrawn, std::size_t{0}));
    EXPECT_EQ(complaints(), std::vector<std::string>());
}

// Who was asked whether all is still so is not let off by it.
TEST_P(MergingTest, AQuestionThatWasNotAnsweredStays) {
    const auto ask = [&](const char* who, std::string_view day) {
        site().with_floor(who, [&](const record::Floor& floor) {
            membership::store::ask_to_confirm(floor.tx, floor.actor.id(),
                                              base::parse_day(day).value(), who);
        });
    };
    const auto asked = [&](const char* who) {
        std::optional<base::Day> day;
        site().with_floor(
            who, [&](const record::Floor& floor) { day = membership::Review(floor).asked(); });
        return day;
    };
    site().person("Kit", {"ccio"});
    site().person("Kat", {"ccio"});
    ask("Kit", "2026-01-10");
    ask("Kat", "2026-02-20");
    ASSERT_EQ(merge("Kit", "Kat").location(), "/settings");
    EXPECT_EQ(asked("Kat"), base::parse_day("2026-01-10").value());
    site().person("Kay", {"ccio"});
    site().person("Kim", {"ccio"});
    ask("Kay", "2026-02-20");
    site().with_floor("Kim",
                      [](const record::Floor& floor) { membership::Review(floor).confirm(); });
    ASSERT_EQ(merge("Kim", "Kay").location(), "/settings");
    EXPECT_FALSE(asked("Kay")) << "they have said so since";
}

TEST_P(MergingTest, OfTwoConsentsTheLaterWordHolds) {
    const std::string key(privacy::letters_from_chairs);
    const auto say = [&](const char* who, bool yes) {
        site().clock().advance(base::minutes(1));
        site().with_floor(who, [&](const record::Floor& floor) {
            privacy::Consents consents(floor);
            if (yes) {
                ASSERT_TRUE(consents.give(key, 1, "by a test"));
            } else {
                ASSERT_TRUE(consents.withdraw(key));
            }
        });
    };
    const auto stands = [&](const char* who) {
        bool does = false;
        site().with_floor(who, [&](const record::Floor& floor) {
            does = privacy::Consents(floor).stands(floor.actor.id(), key);
        });
        return does;
    };
    say("Bob Secretive", true);
    say("Ann Lee", false);  // later than he said yes
    EXPECT_FALSE(stands("Ann Lee"));
    EXPECT_TRUE(stands("Bob Secretive"));
    ASSERT_EQ(merge("Ann Lee", "Bob Secretive").location(), "/settings");
    EXPECT_FALSE(stands("Bob Secretive"));
    bool is_told = false;  // whoever follows withdrawals hears of it
    site().database().read([&](sql::Tx& tx) {
        is_told = !record::history(tx, "privacy.consent_withdrawn", ids_["Bob Secretive"].value, 1)
                       .empty();
    });
    EXPECT_TRUE(is_told);
    site().person("Kay");
    say("Kay", true);
    say("Bob Secretive", true);
    ASSERT_EQ(merge("Bob Secretive", "Kay").location(), "/settings");
    EXPECT_TRUE(stands("Kay")) << "withdrawn once, and given again since";
}

TEST_P(MergingTest, WhoWantedNoNoticesUnderEitherGetsNone) {  // Ann did not, Bob does
    ASSERT_EQ(merge("Ann Lee", "Bob Secretive").location(), "/settings");
    site().with_floor("Bob Secretive", [&](const record::Floor& floor) {
        EXPECT_FALSE(notices::Notices(floor).is_subscribed(site().settled().ccio));
    });
}

TEST_P(MergingTest, OfTwoProfilesTheNarrowerEyeHolds) {
    site().with_floor("Bob Secretive", [](const record::Floor& floor) {
        auto draft = testing_site::open_profile("", "Rowing, sonnets");
        draft.mentors = "yes";
        draft.see_work = "me";
        draft.see_about = "networks";
        ASSERT_TRUE(people::People(floor).save(draft));
    });
    ASSERT_EQ(merge("Bob Secretive", "Ann Lee").location(), "/settings");
    site().with_floor("Ann Lee", [](const record::Floor& floor) {
        const auto profile = people::People(floor).profile();
        EXPECT_EQ(profile.about, "A poet.");
        EXPECT_EQ(profile.work, people::See::me);
        EXPECT_EQ(profile.about_seen, people::See::networks);
        EXPECT_EQ(profile.name, people::See::members);
        EXPECT_EQ(profile.tags.interests, (std::vector<std::string>{"Rowing", "Sonnets"}));
    });
}

// Of what was verified nothing is doubled in the coverage; a claim that the other's verified
// position answers is answered.
TEST_P(MergingTest, OnePersonHoldsAPositionOnce) {
    site().with_floor("Bob Secretive", [](const record::Floor& floor) {
        ASSERT_TRUE(membership::Membership(floor).claim(
            {"RAL", "ccio", "CCIO", "2022-01-01", "The same board page."}));
    });
    ASSERT_EQ(merge("Ann Lee", "Bob Secretive").location(), "/settings");
    site().with_floor("Bob Secretive", [](const record::Floor& floor) {
        const auto all = membership::Membership(floor).mine();
        ASSERT_EQ(all.size(), 1u);
        EXPECT_TRUE(all.front().is_verified);
        EXPECT_TRUE(all.front().is_open());
    });
    site().with_floor("Cha Irwoman", [](const record::Floor& floor) {
        EXPECT_TRUE(membership::Membership(floor).waiting().empty());
    });
}

TEST_P(MergingTest, WhatOneFeatureRefusesChangesNothing) {
    site().person("Spon Sor");
    site().with_floor("Adm Inistrator", [&](const record::Floor& floor) {
        ASSERT_TRUE(membership::Roll(floor).enrol_sponsor(site().id_of("Spon Sor")));
    });
    const auto posts = rows_of("posts", "author_id", ids_["Ann Lee"]);
    const auto refused = merge("Ann Lee", "Spon Sor");
    EXPECT_EQ(refused.status(), 422);
    EXPECT_TRUE(refused.says("One of the two is a sponsor’s contact"));
    EXPECT_EQ(rows_of("posts", "author_id", ids_["Ann Lee"]), posts);
    EXPECT_EQ(name_of(ids_["Ann Lee"]), "Ann Lee");
}

}  // namespace
