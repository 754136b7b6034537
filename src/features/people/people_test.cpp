// Who finds whom by what, and who sees which part: each choice of visibility against each kind of
// reader, in lists, counts, searches and on the page itself.

#include "features/people/people.h"

#include "features/membership/feature.h"
#include "features/people/index.h"
#include "features/people/listeners.h"
#include "features/people/store.h"
#include "platform/identity/store.h"
#include "tests/support/test_site.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace people {
namespace {

class PeopleTest : public testing_site::SiteTest {
protected:
    void SetUp() override {
        SiteTest::SetUp();
        site().person("Ann Lee", {"ccio"});   // whom the others look at
        site().person("Bob Ray", {"ccio"});   // of her network
        site().person("Cat Moss", {"cnio"});  // of another
        site().person("Spo Nsor");
        site().database().write([&](sql::Tx& tx) {
            const auto worker = identity::Actor::worker("test");
            (void)membership::Roll(record::Floor{tx, worker, site().clock().now()})
                .enrol_sponsor(site().id_of("Spo Nsor"));
        });
        site().listen();
    }

    ProfileDraft draft() {
        return {.about = "Secretly a poet.",
                .interests = "Two go-lives",
                .systems = "Rowan EPR",
                .mentors = "yes",
                .receives = "",
                .see_name = "members",
                .see_work = "members",
                .see_networks = "members",
                .see_about = "members",
                .see_interests = "members",
                .see_systems = "members"};
    }
    void save(const ProfileDraft& draft) {
        site().with_floor("Ann Lee", [&](const record::Floor& floor) {
            const auto saved = People(floor).save(draft);
            ASSERT_TRUE(saved) << saved.error().sentence;
        });
    }
    Found find(const std::string& name, const Wish& wish) {
        Found found;
        site().with_floor(
            name, [&](const record::Floor& floor) { found = People(floor).find(wish, index_); });
        return found;
    }
    std::vector<std::string> names(const std::string& reader, const Wish& wish) {
        std::vector<std::string> names;
        for (const auto& entry : find(reader, wish).entries) names.push_back(entry.line.name);
        return names;
    }
    bool finds(const std::string& reader, const Wish& wish) {
        const auto found = names(reader, wish);
        return std::ranges::find(found, "Ann Lee") != found.end();
    }
    std::int64_t total(const std::string& reader, const Wish& wish) {
        return find(reader, wish).total;
    }

    Index index_;
};
MOOTHALL_ON_BOTH_ENGINES(PeopleTest);

using Names = std::vector<std::string>;

TEST_P(PeopleTest, MembersFindEachOtherByNameMistakesIncluded) {
    EXPECT_EQ(names("Cat Moss", {}), (Names{"Ann Lee", "Bob Ray", "Cat Moss"}));
    EXPECT_EQ(names("Cat Moss", {.words = "anne le"}), Names{"Ann Lee"});
    EXPECT_EQ(names("Cat Moss", {.words = "zzz"}), Names{});
    EXPECT_EQ(names("Cat Moss", {.network = "cnio"}), Names{"Cat Moss"});
}

TEST_P(PeopleTest, SponsorsAndOutsidersFindNothingAtAll) {
    for (const auto* who : {"Spo Nsor", "App"}) {
        if (std::string(who) == "App") site().person("App");
        auto browser = site().as(who);
        for (const auto& path : {std::string("/people"), std::string("/people?words=ann"),
                                 path_to(site().id_of("Ann Lee")), std::string("/people/profile"),
                                 std::string("/people/introductions")}) {
            EXPECT_EQ(browser.get(path).status(), 404) << who << " " << path;
        }
        EXPECT_FALSE(browser.get("/").says("People"));
    }
    EXPECT_EQ(names("Ann Lee", {.words = "spo nsor"}), Names{}) << "nor are they found";
    EXPECT_EQ(site().visitor().get("/people").status(), 303);
}

// What a reader learns of a part, by every way there is.
struct Ways {
    bool by_words, by_filter, in_line, in_count;
    friend bool operator==(const Ways&, const Ways&) = default;
};
constexpr Ways all_ways{true, true, true, true}, no_way{false, false, false, false};

TEST_P(PeopleTest, EachPartIsSeenByWhomOneChoseByEveryWay) {
    const auto interests = [&](const std::string& reader) {
        const auto found = find(reader, {.words = "ann lee"});
        const bool in_line = !found.entries.empty() && !found.entries[0].tags.interests.empty();
        return Ways{finds(reader, {.words = "two go-lives"}),
                    finds(reader, {.tag = "TWO go-lives"}), in_line,
                    total(reader, {.tag = "two go-lives"}) == 1};
    };
    const auto systems = [&](const std::string& reader) {
        const auto found = find(reader, {.words = "ann lee"});
        const bool in_line = !found.entries.empty() && !found.entries[0].tags.systems.empty();
        return Ways{finds(reader, {.words = "rowan epr"}), finds(reader, {.tag = "rowan epr"}),
                    in_line, total(reader, {.tag = "rowan epr"}) == 1};
    };
    const auto work = [&](const std::string& reader) {
        const auto found = find(reader, {.words = "ann lee"});
        const bool in_line = !found.entries.empty() && !found.entries[0].line.role_line.empty();
        const bool by_words = finds(reader, {.words = "calder vale"});
        return Ways{by_words, by_words, in_line, in_line};
    };
    for (const auto& [code, same_network, other_network] :
         {std::tuple("members", all_ways, all_ways), std::tuple("networks", all_ways, no_way),
          std::tuple("me", no_way, no_way)}) {
        ProfileDraft changed = draft();
        changed.see_interests = changed.see_systems = changed.see_work = code;
        save(changed);
        for (const auto& part : {std::function<Ways(const std::string&)>(interests),
                                 std::function<Ways(const std::string&)>(systems),
                                 std::function<Ways(const std::string&)>(work)}) {
            EXPECT_EQ(part("Bob Ray"), same_network) << code;
            EXPECT_EQ(part("Cat Moss"), other_network) << code;
            EXPECT_EQ(part("Ann Lee"), all_ways) << code << ": her own";
        }
    }
}

TEST_P(PeopleTest, WhoIsHiddenIsNotThereAndCountsNowhere) {
    for (const auto& [code, same, other] :
         {std::tuple("members", true, true), std::tuple("networks", true, false),
          std::tuple("me", false, false)}) {
        ProfileDraft changed = draft();
        changed.see_name = code;
        save(changed);
        const std::string path = path_to(site().id_of("Ann Lee"));
        EXPECT_EQ(finds("Bob Ray", {}), same) << code;
        EXPECT_EQ(finds("Cat Moss", {}), other) << code;
        EXPECT_EQ(finds("Cat Moss", {.words = "ann lee"}), other) << code;
        EXPECT_EQ(finds("Cat Moss", {.tag = "Two go-lives"}), other) << code;
        EXPECT_EQ(total("Cat Moss", {}), other ? 3 : 2) << code;
        EXPECT_EQ(site().as("Cat Moss").get(path).status(), other ? 200 : 404) << code;
        EXPECT_EQ(site().as("Cat Moss").get(path + "/introduction").status(), other ? 200 : 404);
        EXPECT_EQ(site().as("Ann Lee").get(path).status(), 200) << code;
    }
}

// Before the directory hears of it: counts are kept, but not for who reads with other eyes.
TEST_P(PeopleTest, WhoLeftANetworkIsToldOtherCountsAtOnce) {
    ProfileDraft narrow = draft();
    narrow.see_name = "networks";
    save(narrow);
    site().person("Bob Ray", {"cnio"});
    site().database().write([&](sql::Tx& tx) {
        identity::store::join_audience(tx, site().id_of("Bob Ray"),
                                       site().settled().cnio.audience);
    });
    EXPECT_EQ(total("Bob Ray", {}), 3);
    site().database().write([&](sql::Tx& tx) {
        identity::store::leave_audience(tx, site().id_of("Bob Ray"),
                                        site().settled().ccio.audience);
    });
    EXPECT_EQ(total("Bob Ray", {}), 2);
}

// Counts are kept for all who are in the same audiences.
TEST_P(PeopleTest, WhoHidesIsCountedForThemselvesAloneWhoeverAskedFirst) {
    ProfileDraft hidden = draft();
    hidden.see_name = "me";
    for (const bool is_ann_first : {true, false}) {
        save(hidden);  // whatever was kept is not any more
        if (is_ann_first) {
            EXPECT_EQ(total("Ann Lee", {}), 3);
        }
        EXPECT_EQ(total("Bob Ray", {}), 2);
        EXPECT_EQ(total("Ann Lee", {}), 3);
    }
}

TEST_P(PeopleTest, HiddenNetworksCountInNoFacet) {
    const auto in_ccio = [&](const std::string& reader) {
        for (const auto& one : find(reader, {}).networks) {
            if (one.code == "ccio") return one.people;
        }
        return std::int64_t{0};
    };
    EXPECT_EQ(in_ccio("Cat Moss"), 2);
    ProfileDraft changed = draft();
    changed.see_networks = "me";
    save(changed);
    EXPECT_EQ(in_ccio("Cat Moss"), 1);
    EXPECT_EQ(in_ccio("Bob Ray"), 1);
    EXPECT_FALSE(finds("Bob Ray", {.network = "ccio"}));
    EXPECT_TRUE(finds("Bob Ray", {}));
}

TEST_P(PeopleTest, ThePageShowsWhatOneMaySeeAndNeverAnAddress) {
    ProfileDraft changed = draft();
    changed.see_about = "networks";
    save(changed);
    const auto path = path_to(site().id_of("Ann Lee"));
    const auto near = site().as("Bob Ray").get(path), far = site().as("Cat Moss").get(path);
    EXPECT_TRUE(near.says("Secretly a poet."));
    EXPECT_TRUE(near.says("Mentoring"));
    EXPECT_FALSE(far.says("Secretly a poet."));
    EXPECT_FALSE(far.says("Mentoring"));
    EXPECT_TRUE(far.says("Rowan EPR"));
    for (const auto* page : {&near, &far}) {
        EXPECT_EQ(page->body().find("ann-lee@example.org"), std::string::npos);
    }
    EXPECT_FALSE(finds("Cat Moss", {.open_to = "mentoring"}));
    EXPECT_TRUE(finds("Bob Ray", {.open_to = "mentoring"}));
}

TEST_P(PeopleTest, WhereOneWorksFollowsTheRoll) {
    site().person("Man", {"ccio"}, {"administrator"});
    site().with_floor("Man", [](const record::Floor& floor) {
        ASSERT_TRUE(organisations::Organisations(floor).import_trusts(
            "RA7,BRISTOL ROYAL,Y58,QUY,,,,BRISTOL,,BS1,,,,,,,,,,,,0,,K\n",
            base::parse_day("2021-07-31").value(), organisations::Missing::refused));
    });
    EXPECT_FALSE(finds("Cat Moss", {.words = "bristol royal"}));
    membership::PositionId id;
    site().with_floor("Ann Lee", [&](const record::Floor& floor) {
        id = *membership::Membership(floor).claim({"RA7", "ccio", "CCIO", "2021-01-01", ""});
    });
    site().listen();
    EXPECT_FALSE(finds("Cat Moss", {.region = "Y58"})) << "not verified yet";
    site().with_floor("Man", [&](const record::Floor& floor) {
        membership::Membership roll(floor);
        ASSERT_TRUE(roll.verify(roll.position(id)));
    });
    site().listen();
    EXPECT_TRUE(finds("Cat Moss", {.words = "bristol royal"}));
    EXPECT_TRUE(finds("Cat Moss", {.region = "Y58"}));
    const auto regions = find("Cat Moss", {}).regions;
    ASSERT_EQ(regions.size(), 1u);
    EXPECT_EQ(regions[0].people, 1);
    ProfileDraft changed = draft();
    changed.see_work = "me";
    save(changed);
    EXPECT_FALSE(finds("Cat Moss", {.region = "Y58"}));
    EXPECT_TRUE(find("Cat Moss", {}).regions.empty());
}

// A line of the published file.
std::string trust(const std::string& code, const std::string& name, const std::string& region) {
    return code + "," + name + "," + region + ",QUY,,,,BRISTOL,,BS1,,,,,,,,,,,,0,,K\n";
}

class WorkplaceTest : public PeopleTest {
protected:
    void SetUp() override {
        PeopleTest::SetUp();
        site().person("Man", {"ccio"}, {"administrator"});
        import(trust("RA7", "BRISTOL ROYAL", "Y58") + tees, "2021-07-31");
        for (const auto* name : {"Ann Lee", "Bob Ray"}) work(name);
        site().listen();
    }
    void import(const std::string& file, const char* as_of) {
        site().with_floor("Man", [&](const record::Floor& floor) {
            ASSERT_TRUE(organisations::Organisations(floor).import_trusts(
                file, base::parse_day(as_of).value(), organisations::Missing::refused));
        });
        site().listen();
    }
    void work(const std::string& name) {  // at RA7
        membership::PositionId id;
        site().with_floor(name, [&](const record::Floor& floor) {
            id = *membership::Membership(floor).claim({"RA7", "ccio", "CCIO", "2021-01-01", ""});
            identity::store::rename_person(floor.tx, floor.actor.id(), name, "CIO, Bristol Royal");
        });
        site().with_floor("Man", [&](const record::Floor& floor) {
            membership::Membership roll(floor);
            ASSERT_TRUE(roll.verify(roll.position(id)));
        });
    }
    void succeed(const char* from, const char* to, base::Day on) {
        site().with_floor("Man", [&](const record::Floor& floor) {
            organisations::Organisations directory(floor);
            ASSERT_TRUE(directory.succeed(directory.organisation(from), {to, base::iso_day(on)}));
        });
    }
    void expect_at(const std::string& name, const std::string& region, const std::string& line) {
        EXPECT_EQ(names("Cat Moss", {.words = name}), (Names{"Ann Lee", "Bob Ray"})) << name;
        EXPECT_EQ(total("Cat Moss", {.region = region}), 2) << region;
        EXPECT_EQ(find("Cat Moss", {.words = "ann lee"}).entries.at(0).line.role_line, line);
    }
    void expect_not_at(const std::string& name, const std::string& region) {
        EXPECT_EQ(names("Cat Moss", {.words = name}), Names{}) << name;
        EXPECT_EQ(total("Cat Moss", {.region = region}), 0) << region;
    }
    base::Day today() { return organisations::latest_today(site().clock().now()); }
    std::string counts(std::vector<Count> Found::* facet, const Wish& wish = {}) {
        std::string said;
        const Found found = find("Cat Moss", wish);
        for (const auto& one : found.*facet) {
            said += (said.empty() ? "" : ", ") + one.words + " " + std::to_string(one.people);
        }
        return said;
    }

    const std::string tees = trust("RXX", "TEES VALLEY", "Y63");
};
MOOTHALL_ON_BOTH_ENGINES(WorkplaceTest);

TEST_P(WorkplaceTest, WhereANameOrARegionChangesPeopleAreFoundUnderTheNewAlone) {
    expect_at("bristol royal", "Y58", "CIO, Bristol Royal");
    EXPECT_EQ(counts(&Found::organisations), "Bristol Royal 2");
    EXPECT_EQ(total("Cat Moss", {.organisation = "BRISTOL ROYAL"}), 2);
    import(trust("RA7", "SEVERN ESTUARY", "Y59") + tees, "2021-08-31");
    expect_at("severn estuary", "Y59", "CIO, Severn Estuary");
    expect_not_at("bristol royal", "Y58");
}

TEST_P(WorkplaceTest, WhereAnOrganisationIsSucceededPeopleAreFoundAtTheNextAlone) {
    succeed("RA7", "RXX", today());
    std::int64_t few = 0;
    site().database().write([&](sql::Tx& tx) {
        const auto worker = identity::Actor::worker("test");
        record::StoredFact fact;
        fact.kind = "organisations.succeeded";
        listeners({leaving::Gate(), ""}).front().hear({tx, worker, site().clock().now()}, fact);
        few = tx.statements();
    });
    EXPECT_LE(few, 9) << "two people of one place: none for each of them";
    expect_at("tees valley", "Y63", "CIO, Tees Valley");
    expect_not_at("bristol royal", "Y58");
    site().listen();
    expect_at("tees valley", "Y63", "CIO, Tees Valley");
}

TEST_P(WorkplaceTest, CountsOfWorkAndInterestsKnowWhatTheReaderSeesAlone) {
    ProfileDraft shown = draft();
    shown.interests = "Two go-lives, Barcodes";
    save(shown);
    EXPECT_EQ(counts(&Found::organisations), "Bristol Royal 2");
    EXPECT_EQ(counts(&Found::roles), "CCIO 2");
    EXPECT_EQ(counts(&Found::interests), "Barcodes 1, Two go-lives 1");
    EXPECT_EQ(total("Cat Moss", {.role = "CCIO"}), 2);
    EXPECT_EQ(counts(&Found::organisations, {.words = "ann lee"}), "Bristol Royal 1");
    const auto page = site().as("Cat Moss").get("/people");
    EXPECT_TRUE(page.says("Bristol Royal (2)"));
    EXPECT_TRUE(page.says("Barcodes (1)"));
    shown.see_work = shown.see_interests = "networks";
    save(shown);
    EXPECT_EQ(counts(&Found::organisations), "Bristol Royal 1");
    EXPECT_EQ(counts(&Found::roles), "CCIO 1");
    EXPECT_EQ(counts(&Found::interests), "");
    EXPECT_EQ(total("Cat Moss", {.role = "CCIO"}), 1);
    EXPECT_EQ(total("Cat Moss", {.organisation = "BRISTOL ROYAL"}), 1);
    EXPECT_EQ(total("Bob Ray", {.organisation = "BRISTOL ROYAL"}), 2) << "of her network";
}

TEST_P(WorkplaceTest, ASuccessionThatIsStillToComeMovesPeopleInTheNightOfItsDay) {
    succeed("RA7", "RXX", today() + base::days{5});
    const auto night = [&] {
        site().database().write([&](sql::Tx& tx) {
            const auto worker = identity::Actor::worker("roll");
            membership::review({tx, worker, site().clock().now()}, {leaving::Gate(), ""});
        });
        site().listen();
    };
    site().listen();
    night();
    expect_at("bristol royal", "Y58", "CIO, Bristol Royal");
    site().clock().advance(base::days{5});
    night();
    expect_at("tees valley", "Y63", "CIO, Tees Valley");
    expect_not_at("bristol royal", "Y58");
}

TEST_P(PeopleTest, TheListGoesOnByName) {
    for (int n = 0; n < people_a_page; ++n) {
        site().person("Member " + std::string(1, static_cast<char>('a' + n)), {"cnio"});
    }
    site().listen();
    const auto first = find("Cat Moss", {});
    EXPECT_EQ(first.entries.size(), static_cast<std::size_t>(people_a_page));
    EXPECT_TRUE(first.is_more);
    EXPECT_EQ(first.total, people_a_page + 3);
    const auto second = find("Cat Moss", {.after = first.entries.back().line.id});
    EXPECT_EQ(second.entries.size(), 3u);
    EXPECT_FALSE(second.is_more);
    EXPECT_LT(first.entries.back().line.name, second.entries.front().line.name);
}

TEST_P(PeopleTest, WhoLeavesTheNetworksIsNotFoundAnyMore) {
    site().person("Man", {"ccio"}, {"administrator"});
    site().with_floor("Man", [&](const record::Floor& floor) {
        const membership::Roll roll(floor);
        const auto slice = roll.members(site().settled().ccio, {});
        for (const auto& member : slice.rows) {
            if (member.person_name != "Ann Lee") continue;
            ASSERT_TRUE(membership::Roll(floor).end(member, "Left."));
        }
    });
    site().listen();
    EXPECT_FALSE(finds("Cat Moss", {.words = "ann lee"}));
    EXPECT_EQ(site().as("Cat Moss").get(path_to(site().id_of("Ann Lee"))).status(), 404);
}

TEST_P(PeopleTest, WhatIsHiddenMovesNobodyUp) {
    for (const auto* name : {"Abe Featherstonehaugh", "Zoe Featherstonehaugh"}) {
        site().person(name, {"ccio"});
    }
    site().listen();
    site().with_floor("Zoe Featherstonehaugh", [&](const record::Floor& floor) {
        ProfileDraft hidden = draft();
        hidden.interests = "Featherstonehaugh poems";
        hidden.see_interests = "me";
        ASSERT_TRUE(People(floor).save(hidden));
    });
    const Wish hidden_words{.words = "featherstonehaugh poems"};
    const Wish other_words{.words = "featherstonehaugh xylic"};
    EXPECT_EQ(names("Zoe Featherstonehaugh", hidden_words).front(), "Zoe Featherstonehaugh");
    ASSERT_EQ(names("Cat Moss", other_words).size(), 2u);
    ASSERT_EQ(names("Cat Moss", other_words).front(), "Abe Featherstonehaugh");
    EXPECT_EQ(names("Cat Moss", hidden_words), names("Cat Moss", other_words));
}

TEST_P(PeopleTest, APlaceInTheListIsThatOfSomebodyWhoIsSeen) {
    ProfileDraft hidden = draft();
    hidden.see_name = "me";
    save(hidden);
    const auto after = [&](PersonId person) { return names("Cat Moss", {.after = person}); };
    EXPECT_EQ(after(site().id_of("Bob Ray")), Names{"Cat Moss"});
    EXPECT_EQ(after(site().id_of("Ann Lee")), after(PersonId{999'999}))
        << "a hidden person and none are the same";
    EXPECT_EQ(after(site().id_of("Spo Nsor")), after(PersonId{999'999}));
}

// ---- introductions ----

TEST_P(PeopleTest, AnIntroductionSharesAddressesAfterAYes) {
    auto cat = site().as("Cat Moss"), ann = site().as("Ann Lee");
    const std::string path = path_to(site().id_of("Ann Lee")) + "/introduction";
    const auto form = cat.get(path);
    EXPECT_EQ(cat.press(form, path).status(), 422);
    EXPECT_EQ(cat.press(form, path, {{"words", "How did the go-live go?"}}).location(),
              "/people/introductions");
    EXPECT_EQ(cat.press(cat.get(path), path, {{"words", "Hello?"}}).status(), 422) << "it waits";
    EXPECT_EQ(cat.get("/people/introductions").body().find("ann-lee@"), std::string::npos);
    EXPECT_TRUE(ann.get("/").says("Cat Moss would like to talk with you"));
    const auto asked = ann.get("/people/introductions");
    EXPECT_TRUE(asked.says("How did the go-live go?"));
    EXPECT_EQ(asked.body().find("cat-moss@"), std::string::npos) << "not before the yes";
    auto bob = site().as("Bob Ray");
    const auto token =
        bob.get("/people/profile").find("input[name=token]").attribute("value").value();
    for (const auto* way : {"yes", "no"}) {
        http::Fields answer;
        answer.add("token", token);
        answer.add("answer", way);
        EXPECT_EQ(bob.post("/people/introductions/1/answer", answer).status(), 404)
            << "with a token of his own, and it is not his to answer";
    }
    ann.press(asked, "/people/introductions/1/answer", {{"answer", "yes"}});
    EXPECT_NE(ann.get("/people/introductions").body().find("cat-moss@example.org"),
              std::string::npos);
    EXPECT_NE(cat.get("/people/introductions").body().find("ann-lee@example.org"),
              std::string::npos);
    EXPECT_FALSE(site().as("Bob Ray").get("/people/introductions").says("go-live"));
}

TEST_P(PeopleTest, ANoSharesNothing) {
    auto cat = site().as("Cat Moss"), ann = site().as("Ann Lee");
    const std::string path = path_to(site().id_of("Ann Lee")) + "/introduction";
    cat.press(cat.get(path), path, {{"words", "May I call?"}});
    ann.press(ann.get("/people/introductions"), "/people/introductions/1/answer",
              {{"answer", "no"}});
    EXPECT_EQ(cat.press(cat.get(path), path, {{"words", "May I now?"}}).status(), 422);
    EXPECT_EQ(cat.get("/people/introductions").body().find("ann-lee@"), std::string::npos);
    EXPECT_EQ(ann.get("/people/introductions").body().find("cat-moss@"), std::string::npos);
}

TEST_P(PeopleTest, LettersSayWhoAndNeitherWordsNorAddresses) {
    auto cat = site().as("Cat Moss");
    const std::string path = path_to(site().id_of("Ann Lee")) + "/introduction";
    cat.press(cat.get(path), path, {{"words", "A confidential matter."}});
    site().listen();
    struct Letter {
        std::string address, text;
    };
    static const sql::Query<Letter()> query{"test_people_letters",
                                            "SELECT to_address, text FROM letters"};
    std::vector<Letter> letters;
    site().database().read([&](sql::Tx& tx) { letters = tx.all(query); });
    ASSERT_EQ(letters.size(), 1u);
    EXPECT_EQ(letters[0].address, "ann-lee@example.org");
    EXPECT_NE(letters[0].text.find("Cat Moss"), std::string::npos);
    EXPECT_EQ(letters[0].text.find("confidential"), std::string::npos);
    EXPECT_EQ(letters[0].text.find("cat-moss@"), std::string::npos);
}

TEST_P(PeopleTest, WhoIsForgottenLeavesNothing) {
    save(draft());
    site().with_floor(
        "Ann Lee", [](const record::Floor& floor) { store::forget(floor.tx, floor.actor.id()); });
    EXPECT_FALSE(finds("Cat Moss", {.words = "ann lee"}));
    EXPECT_FALSE(finds("Cat Moss", {.tag = "Two go-lives"}));
}

}  // namespace
}  // namespace people
