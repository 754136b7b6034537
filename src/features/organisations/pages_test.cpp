#include "features/organisations/organisations.h"

#include "features/organisations/directory.h"
#include "tests/support/test_site.h"

#include <gtest/gtest.h>

namespace organisations {

namespace {

std::string line(const std::string& code, const std::string& name, const std::string& closed) {
    return code + "," + name + ",Y56,QMJ,1 HIGH ROAD,,,LONDON,,NW1 0PE,20110401," + closed +
           ",,,,,,,,,,0,,H\n";
}

class OrganisationsPages : public testing_site::SiteTest {
protected:
    void SetUp() override {
        SiteTest::SetUp();
        site().person("Kim", {"ccio"}, {"administrator"});
        site().person("Ann", {"ccio"});
    }

    void import() {
        site().with_floor("Kim", [](const record::Floor& floor) {
            const auto report = Organisations(floor).import_trusts(
                line("RAL", "ROYAL FREE LONDON NHS FOUNDATION TRUST", "") +
                    line("RVJ", "NORTH BRISTOL NHS TRUST", "20210630") +
                    line("RA7", "BRISTOL NHS FOUNDATION TRUST", "") + "not,a line\n",
                base::parse_day("2021-07-31").value(), Missing::refused);
            ASSERT_TRUE(report) << report.error().sentence;
        });
    }
    OrganisationId id_of(const char* code) {
        OrganisationId id;
        site().with_floor("Ann", [&](const record::Floor& floor) {
            id = Organisations(floor).organisation(code).id;
        });
        return id;
    }
};
MOOTHALL_ON_BOTH_ENGINES(OrganisationsPages);

TEST_P(OrganisationsPages, MembersFindAnOrganisationInSpiteOfMistakes) {
    auto ann = site().as("Ann");
    EXPECT_TRUE(ann.get("/organisations").says("The directory is empty"));
    import();
    EXPECT_TRUE(ann.get("/organisations").says("Open NHS trusts by region"));
    const auto found = ann.get("/organisations?name=royel+free");
    EXPECT_TRUE(found.says("Royal Free London NHS Foundation Trust"));
    EXPECT_TRUE(found.says("RAL · London · London · NHS trust"));
    EXPECT_TRUE(ann.get("/organisations?name=zzzzz").says("Nothing is like “zzzzz”"));
    const auto one = ann.get(path_to(id_of("RVJ")));
    EXPECT_TRUE(one.says("North Central London"));
    EXPECT_TRUE(one.says("30 June 2021"));
    EXPECT_TRUE(one.says("Closed"));
    EXPECT_FALSE(one.says("Say who succeeds it")) << "that is not for members";
    EXPECT_EQ(ann.get("/organisations/999999").status(), 404);
}

TEST_P(OrganisationsPages, KeepersAddWhatIsNotInTheList) {
    auto kim = site().as("Kim");
    const auto form = kim.get("/organisations/new");
    const auto refused = kim.press(
        form, "/organisations", {{"name", "Acme Records"}, {"kind", "supplier"}, {"nation", ""}});
    EXPECT_EQ(refused.status(), 422);
    EXPECT_EQ(refused.find("#name").attribute("value"), "Acme Records") << "nothing typed is lost";
    const auto done = kim.press(refused, "/organisations",
                                {{"kind", "supplier"}, {"nation", "england"}});
    EXPECT_EQ(done.status(), 303);
    const auto shown = kim.follow(done);
    EXPECT_TRUE(shown.says("Acme Records"));
    EXPECT_TRUE(shown.says("Supplier"));
    EXPECT_TRUE(site().as("Ann").get("/organisations?name=acme").says("Acme Records"));
}

TEST_P(OrganisationsPages, KeepersSayWhoSucceedsWhom) {
    import();
    auto kim = site().as("Kim");
    EXPECT_TRUE(kim.get("/organisations/successions").says("North Bristol NHS Trust"));
    const std::string path = path_to(id_of("RVJ")) + "/succession";
    EXPECT_TRUE(kim.get(path).says("First search above."));
    const auto found = kim.get(path + "?name=bristol");
    EXPECT_EQ(found.find("#on").attribute("value"), "2021-07-01") << "the day after its last";
    const auto none = kim.press(found, "/succession", {{"on", "2021-07-01"}});
    EXPECT_EQ(none.status(), 422);
    EXPECT_TRUE(none.says("Choose the organisation that follows it"));
    const auto wrong = kim.press(found, "/succession", {{"successor", "RA7"}, {"on", "July"}});
    EXPECT_EQ(wrong.status(), 422);
    EXPECT_EQ(wrong.find("[value=RA7]").attribute("checked").has_value(), true) << "still chosen";
    const auto done = kim.press(wrong, "/succession", {{"successor", "RA7"}, {"on", "2021-07-01"}});
    EXPECT_EQ(done.status(), 303);
    EXPECT_TRUE(kim.follow(done).says("Succeeded by Bristol NHS Foundation Trust"));
    EXPECT_TRUE(kim.get(path_to(id_of("RA7"))).says("It succeeded"));
    EXPECT_TRUE(kim.get("/organisations/successions").says("Nothing waits"));
    EXPECT_EQ(kim.press(kim.get(path), "/succession/end").status(), 303);
    const auto typed = kim.press(kim.get(path), "/succession",
                                 {{"name", "royel free"}, {"on", "July"}, {"do", "search"}});
    EXPECT_EQ(typed.status(), 200) << "a search refuses nothing";
    EXPECT_TRUE(typed.has("[value=RAL]"));
    EXPECT_EQ(typed.find("#on").attribute("value"), "July") << "as typed";
    EXPECT_FALSE(kim.press(kim.get(path), "/succession", {{"name", "north bristol"}})
                     .has("[value=RVJ]")) << "nothing succeeds itself";
    EXPECT_TRUE(kim.get("/organisations/successions").says("North Bristol NHS Trust"));
}

TEST_P(OrganisationsPages, KeepersReadWhatAFileChanged) {
    auto kim = site().as("Kim");
    EXPECT_TRUE(kim.get("/organisations/imports").says("No file was read in yet"));
    import();
    const auto list = kim.get("/organisations/imports");
    EXPECT_TRUE(list.says("As of 31 July 2021"));
    const auto report = kim.get(*list.find("a[href*=/organisations/imports/]").attribute("href"));
    EXPECT_TRUE(report.says("3 organisations, 0 of them unchanged."));
    EXPECT_TRUE(report.says("Line 4") && report.says("There are 2 fields"));
    EXPECT_TRUE(report.says("Royal Free London NHS Foundation Trust (RAL)"));
}

TEST_P(OrganisationsPages, ForMembersThePagesOfKeepersAreNotThere) {
    import();
    auto ann = site().as("Ann");
    for (const std::string& path :
         {std::string("/organisations/new"), std::string("/organisations/imports"),
          std::string("/organisations/successions"), path_to(id_of("RVJ")) + "/succession"}) {
        EXPECT_EQ(ann.get(path).status(), 404) << path;
    }
    EXPECT_FALSE(ann.get("/organisations").says("Add an organisation"));
}

TEST_P(OrganisationsPages, AListTakesAsManyStatementsHoweverLongItIs) {
    import();
    const auto statements = [&](std::string_view words) {
        std::int64_t count = 0;
        site().with_floor("Ann", [&](const record::Floor& floor) {
            Directory directory;
            const auto before = floor.tx.statements();
            const auto day = base::parse_day("2021-07-31").value();
            (void)directory.find(Organisations(floor), words, day);
            count = floor.tx.statements() - before;
        });
        return count;
    };
    EXPECT_EQ(statements("royal free"), statements("bristol"));
}

}  // namespace
}  // namespace organisations
