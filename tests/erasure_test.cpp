// Whoever is erased: what goes, what stays, and what nobody can do by mistake.

#include "features/membership/membership.h"
#include "tests/support/profile.h"
#include "tests/support/test_site.h"

#include <gtest/gtest.h>

namespace account {
namespace {

class ErasureTest : public testing_site::SiteTest {
protected:
    void SetUp() override {
        SiteTest::SetUp();
        site().person("Ann Lee", {"ccio"});
        site().person("Bob", {"ccio"});
        site().person("Adm", {"ccio"}, {"administrator"});
    }
    // Every value of every text column, in one: where a name could still stand.
    std::string all_text() {
        std::string all;
        static const sql::Query<std::string()> persons{
            "test_erasure_persons",
            "SELECT name || ' ' || handle || ' ' || role_line || ' ' || email FROM persons"};
        static const sql::Query<std::string()> letters{
            "test_erasure_letters",
            "SELECT to_name || ' ' || to_address FROM letters WHERE "
            "person_id IS NOT NULL"};
        static const sql::Query<std::string()> tags{"test_erasure_tags",
                                                    "SELECT tag FROM profile_tags"};
        static const sql::Query<std::string()> drafts{"test_erasure_drafts",
                                                      "SELECT title || ' ' || body FROM drafts"};
        static const sql::Query<std::string()> profiles{"test_erasure_profiles",
                                                        "SELECT about FROM profiles"};
        site().database().read([&](sql::Tx& tx) {
            for (const auto* query : {&persons, &letters, &tags, &drafts, &profiles}) {
                for (const auto& text : tx.all(*query)) all += text + "\n";
            }
        });
        return all;
    }
};
MOOTHALL_ON_BOTH_ENGINES(ErasureTest);

TEST_P(ErasureTest, NameAndAddressGoAndPostsStayWithoutThem) {
    const auto topic = site().topic("Ann Lee", "Hazard logs", "What do you do?");
    site().with_floor("Ann Lee", [](const record::Floor& floor) {
        ASSERT_TRUE(people::People(floor).save(testing_site::open_profile("A poet.", "Sonnets")));
    });
    site().listen();
    auto asking = site().visitor();  // a letter to her, with her name and address
    asking.press(asking.get("/sign-in"), "/sign-in", {{"email", "ann-lee@example.org"}});
    auto ann = site().as("Ann Lee"), other_device = site().as("Ann Lee");
    EXPECT_NE(all_text().find("Ann Lee"), std::string::npos);
    const auto form = ann.get("/settings/erasure");
    EXPECT_TRUE(form.says("Your posts stay, because others answered them"));
    EXPECT_EQ(ann.press(form, "/settings/erasure").status(), 422);
    EXPECT_EQ(ann.press(form, "/settings/erasure", {{"email", "bob@example.org"}}).status(), 422);
    EXPECT_EQ(ann.press(form, "/settings/erasure", {{"email", " Ann-Lee@example.org"}}).location(),
              "/erased");
    for (auto* browser : {&ann, &other_device}) {
        EXPECT_TRUE(browser->get("/settings").location().starts_with("/sign-in"));
    }
    const std::string left = all_text();
    for (const auto* word : {"Ann Lee", "ann-lee", "Calder Vale, CCIO", "poet", "Sonnets"}) {
        EXPECT_EQ(left.find(word), std::string::npos) << word;
    }
    const auto seen = site().as("Bob").get(testing_site::path_of(topic) + "-x");
    EXPECT_TRUE(site().as("Bob").follow(seen).says("Former member") || seen.says("Former member"));
    EXPECT_FALSE(seen.says("Ann Lee"));
    EXPECT_EQ(site().as("Bob").get("/people?words=ann+lee").body().find("Ann Lee"),
              std::string::npos);
}

TEST_P(ErasureTest, TheAddressCanJoinAnewAndIsToldOfTheErasure) {
    auto ann = site().as("Ann Lee");
    ann.press(ann.get("/settings/erasure"), "/settings/erasure",
              {{"email", "ann-lee@example.org"}});
    struct Letter {
        std::string address, subject;
    };
    static const sql::Query<Letter()> query{"test_farewell",
                                            "SELECT to_address, subject FROM letters"};
    std::vector<Letter> letters;
    site().database().read([&](sql::Tx& tx) { letters = tx.all(query); });
    ASSERT_EQ(letters.size(), 1u);
    EXPECT_EQ(letters[0].address, "ann-lee@example.org");
    EXPECT_EQ(letters[0].subject, "Your account is erased");
    site().database().read([&](sql::Tx& tx) {
        EXPECT_FALSE(identity::store::find_person_by_email(tx, "ann-lee@example.org"));
    });
}

TEST_P(ErasureTest, TheLastAdministratorStays) {
    auto admin = site().as("Adm");
    const auto page = admin.press(admin.get("/settings/erasure"), "/settings/erasure",
                                  {{"email", "adm@example.org"}});
    EXPECT_EQ(page.status(), 422);
    EXPECT_TRUE(page.says("You are the last administrator."));
    site().person("Two", {"ccio"}, {"administrator"});
    EXPECT_EQ(admin
                  .press(admin.get("/settings/erasure"), "/settings/erasure",
                         {{"email", "adm@example.org"}})
                  .location(),
              "/erased");
}

}  // namespace
}  // namespace account
