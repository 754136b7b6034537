// What the pages of applying and appealing say where a rule of theirs decides.

#include "features/membership/applications.h"
#include "features/membership/joining.h"
#include "tests/support/test_site.h"

#include <gtest/gtest.h>

namespace membership {
namespace {

class ApplyingTest : public testing_site::SiteTest {
protected:
    void SetUp() override {
        SiteTest::SetUp();
        site().person("Man", {"cnio"}, {"community_manager"});
        site().person("Cha", {"ccio"}, {"chair"});
        site().person("New");
        site().with_floor("Man", [](const record::Floor& floor) {
            ASSERT_TRUE(organisations::Organisations(floor).import_trusts(
                "RA7,BRISTOL,Y58,QUY,,,,BRISTOL,,BS1,,,,,,,,,,,,0,,K\n",
                base::parse_day("2021-07-31").value(), organisations::Missing::refused));
        });
    }

    static ApplicationDraft draft() {
        return {.network = "ccio",
                .category = "full",
                .organisation = "RA7",
                .title = "CCIO",
                .began = "2021-01-01"};
    }
    // The field at which it is refused.
    std::string field(const ApplicationDraft& draft) {
        std::string field;
        site().with_floor("New", [&](const record::Floor& floor) {
            Applications all(floor);
            const auto sent = all.apply(draft);
            if (sent)
                ASSERT_TRUE(all.withdraw(all.application(*sent)));
            else
                field = sent.error().field;
        });
        return field;
    }
    ApplicationId refused_by(const std::string& officer) {
        ApplicationId id;
        site().with_floor("New", [&](const record::Floor& floor) {
            id = Applications(floor).apply(draft()).value();
        });
        site().with_floor(officer, [&](const record::Floor& floor) {
            Applications all(floor);
            ASSERT_TRUE(all.refuse(all.application(id), {"No role is shown."}));
        });
        return id;
    }
    void appeal(ApplicationId id) {
        site().with_floor("New", [&](const record::Floor& floor) {
            Applications all(floor);
            ASSERT_TRUE(all.appeal(all.application(id), {"Page 4 names me."}));
        });
    }
};
MOOTHALL_ON_BOTH_ENGINES(ApplyingTest);

TEST_P(ApplyingTest, TheFirstDayIsNeededWithAnOrganisationAndThePageSaysSo) {
    ApplicationDraft changed = draft();
    changed.began = "";
    EXPECT_EQ(field(changed), "began");
    site().with_floor("Man", [](const record::Floor& floor) {
        ASSERT_TRUE(networks::Networks(floor).found({.slug = "open",
                                                     .name = "Open to all",
                                                     .short_name = "Open",
                                                     .purpose = "",
                                                     .glyph = "",
                                                     .needs = "interest"}));
    });
    ApplicationDraft patient = draft();
    patient.network = "open";
    patient.category = "patient";
    patient.organisation = "";
    patient.began = "";
    EXPECT_EQ(field(patient), "");
    patient.began = "spring";
    EXPECT_EQ(field(patient), "began") << "what was typed is not dropped silently";
    const auto page = site().as("New").get("/applications/new");
    EXPECT_EQ(page.find("label[for=began]").text(), "First day in this role");
    EXPECT_TRUE(page.says("Needed where you choose an organisation"));
}

TEST_P(ApplyingTest, AnAddressIsNotMadeAnotherOneSilently) {
    auto visitor = site().visitor();
    const auto form = visitor.get("/join");
    const auto with = [&](const std::string& email) {
        return visitor.press(form, "/join", {{"full_name", "Zoë"}, {"email", email}}).status();
    };
    EXPECT_EQ(with("zoe@nhs.net\u202E"), 422);
    EXPECT_EQ(with("zoe\u00A0@nhs.net"), 422);
    EXPECT_EQ(with(" zoe@nhs.net "), 303);
}

TEST_P(ApplyingTest, ANameFromRightToLeftStandsAsItIsAndTurnsNothingAround) {
    const std::string name = "\u05d3\u05d5\u05d3 \u05db\u05d4\u05df";
    site().person(name);
    site().with_floor(
        name, [](const record::Floor& floor) { ASSERT_TRUE(Applications(floor).apply(draft())); });
    EXPECT_EQ(site().as("Man").get("/applications/waiting").find("bdi").text(), name);
}

TEST_P(ApplyingTest, AnAppealThatNobodyMayDecideIsSaidToBothSides) {
    const auto id = refused_by("Man");
    auto applicant = site().as("New");
    constexpr auto nobody = "Nobody else can decide an appeal yet";
    EXPECT_TRUE(applicant.get(path_to(id) + "/appeal").says(nobody));
    constexpr auto told = "An appeal waits that nobody may decide";
    auto man = site().as("Man");
    EXPECT_FALSE(man.get("/").says(told));
    appeal(id);
    EXPECT_TRUE(applicant.get(path_to(id)).says(nobody));
    for (const auto* path : {"/", "/applications/waiting"}) {
        const auto page = man.get(path);
        EXPECT_TRUE(page.says(told)) << path;
        EXPECT_TRUE(page.has("a[href=/admin/offices]")) << path;
        EXPECT_FALSE(page.says("Page 4 names me.")) << path;
        EXPECT_FALSE(site().as("Cha").get(path).says(told)) << path << ", a chair";
    }
    site().person("Adm", {"cnio"}, {"administrator"});  // appointed since
    EXPECT_FALSE(man.get("/applications/waiting").says(told));
    EXPECT_FALSE(applicant.get(path_to(id)).says(nobody));
    EXPECT_TRUE(site().as("Adm").get("/applications/waiting").says("Page 4 names me."));
    site().with_floor("Adm", [&](const record::Floor& floor) {
        Applications all(floor);
        EXPECT_TRUE(all.admit(all.application(id), {"full"}));
    });
}

TEST_P(ApplyingTest, WhereSomebodyElseMayDecideTheAppealNothingIsSaid) {
    const auto id = refused_by("Cha");
    constexpr auto nobody = "Nobody else can decide an appeal yet";
    EXPECT_FALSE(site().as("New").get(path_to(id) + "/appeal").says(nobody));
    appeal(id);
    EXPECT_FALSE(site().as("New").get(path_to(id)).says(nobody));
    EXPECT_TRUE(site().as("Man").get("/applications/waiting").says("Page 4 names me."));
}

// ---- joining ----

TEST_P(ApplyingTest, WhoJoinsAcceptsTheTextOfTheRuleThatWasOnThePage) {
    std::string token;
    site().with_floor("Man", [&](const record::Floor& floor) {
        token = Joining(floor).ask({.name = "Zoë", .email = "zoe@nhs.net", .network = ""})->token;
    });
    auto visitor = site().visitor();
    const std::string link = "/join/link/" + token;
    const auto seen = visitor.get(link);
    site().with_floor("Man", [](const record::Floor& floor) {
        ASSERT_TRUE(rule::Texts(floor).publish({}, {"Keep it, all of it.", "yes", "", "1"}));
    });
    const auto refused = visitor.press(seen, link);
    EXPECT_EQ(refused.status(), 422);
    EXPECT_TRUE(refused.says("The text has changed since you opened this page."));
    EXPECT_TRUE(refused.says("Keep it, all of it."));
    ASSERT_EQ(visitor.press(refused, link).status(), 303) << "the link was not used up";
    EXPECT_TRUE(visitor.get("/rule/acceptance").says("You accepted version 2"));
}

}  // namespace
}  // namespace membership
