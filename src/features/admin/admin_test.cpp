// Setting a community up, its first administrator, and the word about backups.

#include "features/admin/admin.h"

#include "features/networks/networks.h"
#include "platform/record/store.h"
#include "tests/support/test_site.h"

#include <gtest/gtest.h>

namespace admin {
namespace {

using testing_site::Browser;
using testing_site::Page;

class Admin : public testing_site::SiteTest {
protected:
    Browser administrator() {
        site().person("Root", {"ccio"}, {"administrator"});
        return site().as("Root");
    }
    template <class Act>
    void administer_as_worker(Act&& act) {
        site().database().write([&](sql::Tx& tx) {
            const auto worker = identity::Actor::worker("test");
            act(Administration(record::Floor{tx, worker, site().clock().now()}));
        });
    }
    void back_up(const std::string& trouble = "") {
        administer_as_worker([&](Administration administration) {
            administration.note_backup({site().clock().now(), 12'345, 2048, trouble});
        });
    }
    void begin_anew() {
        site().database().write([](sql::Tx& tx) { web::keep_community(tx, web::Community{}); });
    }
    std::size_t letters() {
        std::int64_t waiting = 0;
        site().database().read([&](sql::Tx& tx) { waiting = mail::counters(tx).waiting; });
        return static_cast<std::size_t>(waiting);
    }
};
MOOTHALL_ON_BOTH_ENGINES(Admin);

const testing_site::Changes answers = {{"name", "Calder Vale Network"},
                                       {"zone", "Europe/Dublin"},
                                       {"mail_from", "hello@example.org"},
                                       {"network", "Night nurses"}};

testing_site::Changes answers_but(const std::string& field, const std::string& value) {
    auto changed = answers;
    for (auto& [name, answer] : changed) {
        if (name == field) answer = value;
    }
    return changed;
}

// ---- setting up ----

TEST_P(Admin, FourAnswersSetTheCommunityUp) {
    begin_anew();
    auto root = administrator();
    EXPECT_TRUE(root.get("/").says("Set up your community"));
    const auto done = root.press(root.get("/admin/set-up"), "/admin/set-up", answers);
    ASSERT_EQ(done.status(), 303);
    EXPECT_EQ(done.location(), "/");
    const auto today = root.follow(done);
    EXPECT_TRUE(today.says("Your community is set up."));
    EXPECT_TRUE(today.find("title").text().ends_with("Calder Vale Network"));
    EXPECT_FALSE(today.says("Set up your community"));
    const auto door = root.get("/networks/night-nurses/general").location();
    EXPECT_EQ(root.press(root.get(door), "/rule/acceptance/").location(),
              "/networks/night-nurses/general")
        << "and is let in, once they accept the Rule";
    EXPECT_EQ(root.get("/networks/night-nurses/general").status(), 200);
    EXPECT_EQ(letters(), 1u) << "which shows that mail arrives";
}

TEST_P(Admin, AnswersThatCannotBeAreRefusedAndNothingIsKept) {
    begin_anew();
    auto root = administrator();
    const std::vector<std::tuple<std::string, std::string, std::string>> wrong = {
        {"zone", "Mars/Olympus", "Time zone must be like Europe/London"},
        {"zone", "../../etc/passwd", "Time zone must be like Europe/London"},
        {"zone", "", "Enter a time zone"},
        {"mail_from", "nobody", "Email address must be like name@example.org"},
        {"mail_from", "a@b.org\r\nBcc: c@d.org", "Email address must be like name@example.org"},
        {"mail_from", "hello@exämple.org", "Email address must be like name@example.org"},
        {"mail_from", "", "Enter the address that mails come from"},
        {"name", " ", "Enter the name of the community"},
        {"name", std::string(81, 'x'), "can be 80 characters long; this has 81"},
        {"network", "", "Enter the name of the first network"}};
    for (const auto& [field, value, sentence] : wrong) {
        const auto refused = root.press(root.get("/admin/set-up"), "/admin/set-up",
                                        answers_but(field, value));
        EXPECT_EQ(refused.status(), 422) << field << ": " << value;
        EXPECT_TRUE(refused.says(sentence)) << field << ": " << value;
        EXPECT_EQ(refused.find("#" + field).attribute("aria-invalid"), "true");
        site().clock().advance(base::minutes(1));
    }
    EXPECT_TRUE(root.get("/").says("Set up your community"));
    EXPECT_EQ(root.get("/networks/night-nurses").status(), 404);
    EXPECT_EQ(letters(), 0u);
}

TEST_P(Admin, ChangingTheNameFoundsNoSecondNetwork) {
    auto root = administrator();
    const auto page = root.get("/admin/set-up");
    EXPECT_EQ(page.find("#name").attribute("value"), "The Networks");
    const auto done = root.press(page, "/admin/set-up",
                                 {{"name", "The Other Networks"}, {"mail_from", "a@example.org"}});
    EXPECT_EQ(done.status(), 303);
    EXPECT_TRUE(root.get("/").find("title").text().ends_with("The Other Networks"));
    site().with_floor("Root", [](const record::Floor& floor) {
        EXPECT_EQ(networks::Networks(floor).all().size(), 2u);
    });
}

// ---- the first administrator ----

TEST_P(Admin, TheFirstAdministratorIsMadeInAnEmptyCommunityOnly) {
    administer_as_worker([](Administration administration) {
        EXPECT_FALSE(administration.appoint_first("not an address"));
        EXPECT_TRUE(administration.appoint_first("root@example.org"));
        const auto second = administration.appoint_first("other@example.org");
        ASSERT_FALSE(second);
        EXPECT_EQ(second.error().sentence,
                  "This community has members already. Sign in as an administrator.");
    });
}

TEST_P(Admin, OneMemberIsEnoughToRefuseAnAdministratorFromOutside) {
    site().person("Ann");
    administer_as_worker([](Administration administration) {
        EXPECT_FALSE(administration.appoint_first("root@example.org"));
    });
}

TEST_P(Admin, TheFirstAdministratorMayAdminister) {
    std::string token;
    site().database().write([&](sql::Tx& tx) {
        const auto worker = identity::Actor::worker("test");
        const auto id = Administration(record::Floor{tx, worker, site().clock().now()})
                            .appoint_first("root@example.org");
        token = identity::make_link(tx, *id, site().clock().now(),
                                    {.assurance = identity::Assurance::two_factors});
    });
    auto root = site().visitor();
    const auto link = root.get("/sign-in/link/" + token + "?next=%2Fadmin%2Fset-up");
    const auto in = root.press(link, "/sign-in/link/");
    EXPECT_EQ(in.location(), "/admin/set-up");
    EXPECT_EQ(root.follow(in).name(), "set-up");
}

// ---- backups ----

constexpr std::string_view overdue = "No good backup in two days";

TEST_P(Admin, TheWordAboutBackupsComesAndGoes) {
    auto root = administrator();
    EXPECT_TRUE(root.get("/").says(overdue));
    EXPECT_TRUE(root.get("/admin").says("There is no good backup yet."));
    back_up();
    EXPECT_FALSE(root.get("/").says(overdue));
    EXPECT_TRUE(root.get("/admin").says("12,345 rows, 2 kB"));
    site().clock().advance(backup_age_max);
    EXPECT_FALSE(root.get("/").says(overdue)) << "two days are not more than two days";
    site().clock().advance(base::seconds(1));
    EXPECT_TRUE(root.get("/").says(overdue));
    back_up();
    EXPECT_FALSE(root.get("/").says(overdue));
}

TEST_P(Admin, ABackupThatFailedIsNoBackup) {
    auto root = administrator();
    back_up("The disk is full.");
    EXPECT_TRUE(root.get("/").says(overdue));
    EXPECT_TRUE(root.get("/admin").says("The last try failed: The disk is full."));
    back_up();
    site().clock().advance(base::hours(1));
    back_up("<b>Full</b> again.");
    EXPECT_FALSE(root.get("/").says(overdue)) << "the one before is good enough";
    EXPECT_TRUE(root.get("/admin").says("The last try failed: <b>Full</b> again."));
}

// ---- facts that were set aside ----

TEST_P(Admin, TheWordAboutFactsThatWereSetAsideComesAndGoes) {
    auto root = administrator();
    EXPECT_FALSE(root.get("/admin").says("set aside"));
    site().database().write([&](sql::Tx& tx) {
        const auto fact = record::store::facts_after(tx, {}, 1).front().id;
        record::store::set_aside(tx, {"forum.search", fact, site().clock().now(), "Too long."});
    });
    EXPECT_TRUE(root.get("/admin").says("1 fact was set aside."));
    EXPECT_TRUE(root.get("/admin").says("Try again: moothall retry."));
    site().house().reader().retry();
    EXPECT_FALSE(root.get("/admin").says("set aside"));
}

// ---- others ----

TEST_P(Admin, NobodyElseFindsTheseRooms) {
    site().person("Chair", {"ccio"}, {"chair"});
    site().person("Mia", {"ccio"}, {"moderator"});
    for (const auto* name : {"Ann", "Chair", "Mia"}) {
        auto browser = site().as(name);
        EXPECT_EQ(browser.get("/admin").status(), 404) << name;
        EXPECT_EQ(browser.get("/admin/set-up").status(), 404) << name;
        EXPECT_FALSE(browser.get("/").says(overdue)) << name;
        EXPECT_FALSE(browser.get("/").has("a[href=/admin]")) << name;
        http::Fields fields;
        const auto own = browser.get("/settings").fields_of("/sign-out");
        fields.add("token", std::string(own.get("token")));
        for (const auto& [field, value] : answers) fields.add(field, value);
        EXPECT_EQ(browser.post("/admin/set-up", fields).status(), 404) << name;
    }
    auto visitor = site().visitor();
    EXPECT_EQ(visitor.get("/admin").location(), "/sign-in?next=%2Fadmin");
    EXPECT_TRUE(administrator().get("/").find("title").text().ends_with("The Networks"));
}

TEST_P(Admin, AnAdministratorFindsTheWayThere) {
    auto root = administrator();
    EXPECT_TRUE(root.get("/").has("a[href=/admin]"));
    const auto page = root.get("/admin");
    EXPECT_EQ(page.status(), 200);
    EXPECT_TRUE(page.says("Letters waiting"));
}

TEST_P(Admin, TheVerbItselfRefusesWhoMayNot) {
    site().with_floor("Ann", [](const record::Floor& floor) {
        const auto refused =
            Administration(floor).set_up({"Mine", "Europe/London", "a@example.org", "Mine"});
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().sentence, "Only administrators may do this.");
    });
}

}  // namespace
}  // namespace admin
