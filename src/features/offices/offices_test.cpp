// Offices while the program runs: given, told, ended; and that what they open follows.

#include "features/offices/offices.h"

#include "features/offices/feature.h"
#include "features/offices/store.h"
#include "tests/support/test_site.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <span>

namespace offices {
namespace {

using membership::Category;

class OfficesTest : public testing_site::SiteTest {
protected:
    void SetUp() override {
        SiteTest::SetUp();
        site().person("Adm", {"ccio"}, {"administrator"});
        site().person("Man", {"cnio"}, {"community_manager"});
        site().person("Ann", {"ccio"});
        site().person("Bob", {"ccio", "cnio"});
        site().person("New");
    }

    base::Result<PersonId> appoint(const std::string& by, const std::string& whom,
                                   const AppointmentDraft& draft) {
        const auto person = site().person(whom);
        std::optional<base::Result<PersonId>> out;
        site().with_floor(by, [&](const record::Floor& floor) {
            out.emplace(Offices(floor).appoint(person, draft));
        });
        return *std::move(out);
    }
    std::vector<Held> held_by(const std::string& whom) {
        const auto person = site().person(whom);
        std::vector<Held> held;
        site().with_floor(
            "Adm", [&](const record::Floor& floor) { held = Offices(floor).held_by(person); });
        return held;
    }
    base::Result<PersonId> end(const std::string& by, const Held& held) {
        std::optional<base::Result<PersonId>> out;
        site().with_floor(by, [&](const record::Floor& floor) {
            out.emplace(Offices(floor).end(held, {"Their term is over."}));
        });
        return *std::move(out);
    }
    struct Letter {
        std::string subject, text;
    };
    std::vector<Letter> letters_to(const std::string& whom) {
        static const sql::Query<Letter(PersonId)> letters{
            "test_office_letters",
            "SELECT subject, text FROM letters WHERE person_id = $1 ORDER BY id"};
        std::vector<Letter> found;
        const auto person = site().person(whom);
        site().database().read([&](sql::Tx& tx) { found = tx.all(letters, person); });
        return found;
    }
    // As one line: where a letter breaks its lines says nothing.
    std::string last_letter_to(const std::string& whom) {
        auto text = letters_to(whom).back().text;
        std::ranges::replace(text, '\n', ' ');
        return text;
    }
    std::vector<std::string> broken() {
        std::vector<std::string> all;
        site().database().read([&](sql::Tx& tx) { all = store::broken(tx); });
        return all;
    }
};
MOOTHALL_ON_BOTH_ENGINES(OfficesTest);

TEST_P(OfficesTest, AChairIsAppointedOnPagesToldAndLeadsFromThenOn) {
    auto adm = site().as("Adm");
    const auto path = "/admin/offices/people/" + std::to_string(site().id_of("Ann").value);
    for (const auto* words : {"an", "ANN", "%20ann%20", "Ann@example.org"}) {
        const auto found = adm.get("/admin/offices?words=" + std::string(words));
        EXPECT_TRUE(found.has("a[href=" + path + "]")) << words;
    }
    EXPECT_FALSE(adm.get("/admin/offices").has("a[href=" + path + "]"));
    for (const auto* words : {"xylophone", "%25", "_", "@example.org"}) {
        const auto found = adm.get("/admin/offices?words=" + std::string(words));
        EXPECT_TRUE(found.says("Nobody has that name")) << words;
    }
    EXPECT_TRUE(adm.get(path + "/appointment?office=chair").says("Choose the network"));
    EXPECT_TRUE(adm.get(path + "/appointment?office=chair&network=cnio").says("do not belong"));
    EXPECT_FALSE(adm.get(path + "/appointment?office=chair&network=cnio").has("form.form"));
    const auto asked = adm.get(path + "/appointment?office=chair&network=ccio");
    EXPECT_TRUE(asked.says("would be Chair of the CCIO network"));
    EXPECT_TRUE(asked.says("They decide on who belongs"));
    EXPECT_TRUE(held_by("Ann").empty()) << "asked, and not yet done";
    const auto done = adm.press(asked, "/appointment");
    EXPECT_EQ(done.location(), path);
    const auto shown = adm.follow(done);
    EXPECT_TRUE(shown.says("appointed them chair of the CCIO network"));
    EXPECT_TRUE(shown.says("by Adm"));
    site().listen();
    ASSERT_EQ(letters_to("Ann").size(), 1u);
    EXPECT_EQ(letters_to("Ann").back().subject, "You are chair of the CCIO network now");
    auto ann = site().as("Ann");
    EXPECT_TRUE(ann.get("/").says("Chair of the CCIO network"));
    EXPECT_TRUE(ann.get("/").says("opens to two factors"));
    EXPECT_EQ(ann.get("/memberships?network=ccio").status(), 200) << "what it opens";
    EXPECT_TRUE(site().as("Bob").get("/networks/ccio/about").says("Chair"));
    EXPECT_TRUE(broken().empty());
}

TEST_P(OfficesTest, WithOneFactorTheHolderReadsOfItAndItIsClosed) {
    ASSERT_TRUE(appoint("Adm", "Ann", {"chair", "ccio"}));
    auto ann = site().as("Ann", identity::Assurance::one_factor);
    EXPECT_EQ(ann.get("/memberships?network=ccio").status(), 404);
    EXPECT_TRUE(ann.get("/").says("Chair of the CCIO network"));
    EXPECT_TRUE(ann.get("/offices").says("Open your office"));
}

TEST_P(OfficesTest, AManagerGivesNoOfficeOfTheCommunity) {
    EXPECT_TRUE(appoint("Man", "Bob", {"vice_chair", "cnio"}));
    EXPECT_TRUE(appoint("Man", "Bob", {"panel_member", "ccio"}));
    EXPECT_FALSE(appoint("Man", "Bob", {"administrator", ""}));
    EXPECT_FALSE(appoint("Man", "Bob", {"community_manager", ""}));
    EXPECT_FALSE(appoint("Man", "Bob", {"moderator", ""}));
    EXPECT_TRUE(appoint("Adm", "Bob", {"moderator", "ccio"}));
    auto man = site().as("Man");
    const auto adm = held_by("Adm").front();
    const auto list = man.get("/admin/offices");
    EXPECT_TRUE(list.says("Administrator")) << "who they are is known";
    const auto path_to_end = "/admin/offices/" + std::to_string(adm.id.value) + "/end";
    EXPECT_FALSE(list.has("a[href=" + path_to_end + "]"));
    EXPECT_TRUE(site().as("Adm").get("/admin/offices").has("a[href=" + path_to_end + "]"));
    EXPECT_EQ(man.get(path_to_end).status(), 404);
    EXPECT_FALSE(end("Man", adm));
}

TEST_P(OfficesTest, OfficesAreForMembersAndSomebodyElseGivesThem) {
    EXPECT_FALSE(appoint("Adm", "New", {"chair", "ccio"})) << "belongs to nothing";
    EXPECT_FALSE(appoint("Adm", "Ann", {"chair", "cnio"})) << "belongs elsewhere";
    EXPECT_FALSE(appoint("Adm", "Adm", {"chair", "ccio"})) << "themselves";
    EXPECT_FALSE(appoint("Adm", "Ann", {"ruler", "ccio"}));
    EXPECT_FALSE(appoint("Adm", "Ann", {"chair", "atlantis"}));
    EXPECT_TRUE(appoint("Adm", "New", {"administrator", ""}));
    EXPECT_FALSE(appoint("Adm", "New", {"administrator", ""})) << "twice";
    site().person("Spo");
    site().with_floor("Adm", [&](const record::Floor& floor) {
        membership::Roll roll(floor);
        ASSERT_TRUE(roll.enrol_sponsor(site().id_of("Spo")));
        ASSERT_TRUE(roll.enrol(site().id_of("Ann"), site().settled().ccio, Category::deputy));
        EXPECT_FALSE(roll.enrol_sponsor(site().id_of("New"))) << "an officer";
    });
    EXPECT_FALSE(appoint("Adm", "Spo", {"administrator", ""})) << "a sponsor’s contact";
    EXPECT_FALSE(appoint("Adm", "Ann", {"chair", "ccio"})) << "a deputy stands for nothing";
    auto ann = site().as("Ann");
    for (const auto* path : {"/admin/offices", "/admin/offices/people/1"}) {
        EXPECT_EQ(ann.get(path).status(), 404) << path;
    }
    const auto ann_id = site().id_of("Ann");
    site().with_floor("Ann", [&](const record::Floor& floor) {
        EXPECT_THROW((void)Offices(floor).held(), base::NotFound);
        EXPECT_THROW((void)Offices(floor).found_by("a"), base::NotFound);
        EXPECT_FALSE(Offices(floor).appoint(ann_id, {"chair", "ccio"}));
    });
}

TEST_P(OfficesTest, AnEndHasAReasonThatItsHolderReads) {
    ASSERT_TRUE(appoint("Adm", "Ann", {"chair", "ccio"}));
    auto adm = site().as("Adm");
    const auto path = "/admin/offices/" + std::to_string(held_by("Ann").front().id.value) + "/end";
    const auto refused = adm.press(adm.get(path), path, {{"reason", ""}});
    EXPECT_EQ(refused.status(), 422);
    const auto done = adm.press(refused, path, {{"reason", "The term is over."}});
    EXPECT_EQ(done.location(), "/admin/offices");
    EXPECT_EQ(adm.get(path).status(), 404) << "once";
    EXPECT_TRUE(held_by("Ann").empty());
    site().listen();
    EXPECT_EQ(letters_to("Ann").back().subject, "You are chair of the CCIO network no more");
    EXPECT_NE(last_letter_to("Ann").find("The reason given: “The term is over.”"),
              std::string::npos)
        << last_letter_to("Ann");
    auto ann = site().as("Ann");
    EXPECT_TRUE(ann.get("/offices").says("The term is over."));
    EXPECT_EQ(ann.get("/memberships?network=ccio").status(), 404);
    EXPECT_FALSE(site().as("Bob").get("/offices").says("The term is over."));
    EXPECT_TRUE(appoint("Adm", "Ann", {"chair", "ccio"})) << "again";
    EXPECT_TRUE(broken().empty());
}

TEST_P(OfficesTest, OfSeveralEndsEachLetterHasItsOwnReason) {
    ASSERT_TRUE(appoint("Adm", "Bob", {"chair", "ccio"}));
    ASSERT_TRUE(appoint("Adm", "Bob", {"chair", "cnio"}));
    ASSERT_TRUE(appoint("Adm", "Bob", {"moderator", ""}));
    site().listen();
    for (const auto& held : held_by("Bob")) {
        site().with_floor("Adm", [&](const record::Floor& floor) {
            ASSERT_TRUE(Offices(floor).end(held, {"Of " + held.title() + "."}));
        });
    }
    site().listen();
    const auto letters = letters_to("Bob");
    ASSERT_EQ(letters.size(), 6u);
    for (const auto& letter : std::span(letters).subspan(3)) {
        auto told = letter.text;
        std::ranges::replace(told, '\n', ' ');
        const bool is_of_ccio = letter.subject.contains("CCIO");
        const bool is_of_cnio = letter.subject.contains("CNIO");
        EXPECT_EQ(told.contains("“Of Chair of the CCIO network.”"), is_of_ccio) << told;
        EXPECT_EQ(told.contains("“Of Chair of the CNIO network.”"), is_of_cnio) << told;
        EXPECT_EQ(told.contains("“Of Moderator.”"), !is_of_ccio && !is_of_cnio) << told;
    }
    site().listen();
    EXPECT_EQ(letters_to("Bob").size(), 6u) << "once";
}

TEST_P(OfficesTest, TheLastAdministratorCannotBeEnded) {
    const auto only = held_by("Adm").front();
    EXPECT_FALSE(end("Adm", only));
    ASSERT_TRUE(appoint("Adm", "New", {"administrator", ""}));
    EXPECT_TRUE(end("New", only)) << "one that was given at the set-up";
    const auto last = [&] {
        std::vector<Held> held;
        site().with_floor("New", [&](const record::Floor& floor) {
            held = Offices(floor).held_by(site().id_of("New"));
        });
        return held.front();
    }();
    EXPECT_FALSE(end("New", last));
    EXPECT_TRUE(site().as("Adm").get("/offices").says("Their term is over."));
}

TEST_P(OfficesTest, WhoLeavesANetworkHoldsNoOfficeOfIt) {
    for (const auto* network : {"ccio", "cnio"}) {
        ASSERT_TRUE(appoint("Adm", "Bob", {"chair", network}));
    }
    ASSERT_TRUE(appoint("Adm", "Bob", {"moderator", "ccio"}));
    const auto enrol = [&](Category category) {
        site().with_floor("Adm", [&](const record::Floor& floor) {
            ASSERT_TRUE(membership::Roll(floor).enrol(site().id_of("Bob"), site().settled().ccio,
                                                      category));
        });
        site().listen();
    };
    enrol(Category::full);
    EXPECT_EQ(held_by("Bob").size(), 3u);
    enrol(Category::alumni);
    EXPECT_EQ(held_by("Bob").size(), 2u) << "an alumnus moderates, and does not chair";
    auto bob = site().as("Bob");
    EXPECT_TRUE(bob.get("/offices").says("may not hold it"));
    site().with_floor("Bob", [](const record::Floor& floor) {
        membership::Roll roll(floor);
        for (const auto& member : roll.mine()) {
            if (member.category == Category::alumni) {
                ASSERT_TRUE(roll.end(member, "I retire."));
            }
        }
    });
    site().listen();
    ASSERT_EQ(held_by("Bob").size(), 1u);
    EXPECT_EQ(held_by("Bob").front().title(), "Chair of the CNIO network") << "there they stay";
    EXPECT_TRUE(broken().empty());
}

TEST_P(OfficesTest, NothingIsHeldOfAForgottenPerson) {
    ASSERT_TRUE(appoint("Adm", "New", {"administrator", ""}));
    ASSERT_TRUE(appoint("New", "Ann", {"chair", "ccio"}));
    const auto path = "/settings/erasure";
    auto fresh = site().as("New");
    fresh.press(fresh.get(path), path, {{"email", "new@example.org"}});
    EXPECT_TRUE(held_by("New").empty());
    ASSERT_EQ(held_by("Ann").size(), 1u);
    EXPECT_EQ(held_by("Ann").front().by_name, "") << "by whom is forgotten";
    EXPECT_TRUE(held_by("Ann").front().since);
    site().listen();
    EXPECT_FALSE(site().as("Adm").get("/admin/offices?words=former").says("Former member"));
    EXPECT_TRUE(broken().empty());
}

TEST_P(OfficesTest, TheCheckFindsAnAppointmentWithoutItsRole) {
    ASSERT_TRUE(appoint("Adm", "Ann", {"chair", "ccio"}));
    static const sql::Query<sql::Nothing()> taken{"test_roles_taken",
                                                  "DELETE FROM roles_held WHERE role = 'chair'"};
    site().database().write([&](sql::Tx& tx) { tx.run(taken); });
    EXPECT_EQ(broken().size(), 1u);
}

TEST_P(OfficesTest, ThreeOfficesTakeAsManyStatementsAsOne) {
    ASSERT_TRUE(appoint("Adm", "Ann", {"chair", "ccio"}));
    const auto statements = [&] {
        std::int64_t taken = 0;
        site().with_floor("Adm", [&](const record::Floor& floor) {
            const auto before = floor.tx.statements();
            EXPECT_FALSE(Offices(floor).held().empty());
            taken = floor.tx.statements() - before;
        });
        return taken;
    };
    const auto for_one = statements();
    ASSERT_TRUE(appoint("Adm", "Bob", {"vice_chair", "ccio"}));
    ASSERT_TRUE(appoint("Adm", "Bob", {"panel_member", "ccio"}));
    EXPECT_EQ(statements(), for_one);
}

TEST_P(OfficesTest, ANetworksPageTellsItsMembersHowMuchIsSaidAndOutsidersNothing) {
    site().topic("Ann", "Secret matters", "Hidden words.");
    const auto page = site().as("Ann").get("/networks/ccio/about");
    EXPECT_TRUE(page.says("1 post in its forum"));
    EXPECT_FALSE(page.says("Secret matters"));
    site().person("Cat", {"cnio"});
    for (const auto& other : {site().as("Cat").get("/networks/ccio/about"),
                              site().visitor().get("/networks/ccio/about")}) {
        EXPECT_FALSE(other.says("in its forum"));
        EXPECT_FALSE(other.says("What is going on"));
    }
    site().clock().advance(base::days(31));
    EXPECT_TRUE(site().as("Ann").get("/networks/ccio/about").says("Nobody has written"));
}

}  // namespace
}  // namespace offices
