// The role line of a person wherever it stands besides the directory: whoever may not see it finds
// it on no page of the forum, in no suggestion, in no introduction and in no letter.

#include "features/people/people.h"
#include "platform/identity/store.h"
#include "tests/support/test_site.h"

#include <gtest/gtest.h>

namespace people {
namespace {

constexpr auto secret = "CIO, Secretive Hospital";

class RoleLineTest : public testing_site::SiteTest {
protected:
    void SetUp() override {
        SiteTest::SetUp();
        site().person("Ann Lee", {"ccio", "cnio"});
        site().person("Bob Ray", {"ccio"});
        site().person("Man", {"ccio", "cnio"}, {"administrator"});
        site().with_floor("Ann Lee", [](const record::Floor& floor) {
            identity::store::rename_person(floor.tx, floor.actor.id(), "Ann Lee", secret);
        });
        topic_ = site().topic("Bob Ray", "Hazard logs");  // of ccio
        post_ = site().reply("Ann Lee", topic_, "@bob-ray keeps the hazard log.");
        site().listen();
    }
    void choose(const std::string& see_work) {
        site().with_floor("Ann Lee", [&](const record::Floor& floor) {
            const auto saved = People(floor).save({.about = "",
                                                   .interests = "",
                                                   .systems = "",
                                                   .mentors = "",
                                                   .receives = "",
                                                   .see_name = "members",
                                                   .see_work = see_work,
                                                   .see_networks = "members",
                                                   .see_about = "members",
                                                   .see_interests = "members",
                                                   .see_systems = "members"});
            ASSERT_TRUE(saved) << saved.error().sentence;
        });
        site().listen();
    }
    void leave_ccio() {
        site().with_floor("Man", [&](const record::Floor& floor) {
            membership::Roll roll(floor);
            for (const auto& member : roll.members(site().settled().ccio, {}).rows) {
                if (member.person_name == "Ann Lee") {
                    ASSERT_TRUE(roll.end(member, "Left."));
                }
            }
        });
        site().listen();
    }
    bool reads_it_in_the_topic(const std::string& reader) {
        return site().as(reader).get(topic_path()).says(secret);
    }
    // Of all other ways that the forum has.
    std::string elsewhere(const std::string& reader) {
        auto browser = site().as(reader);
        const std::string post = "/forum/posts/" + std::to_string(post_.value);
        std::string found;
        for (const auto& path :
             {std::string("/forum"), std::string("/forum/mentions"), std::string("/networks/ccio"),
              std::string("/search?q=hazard"), post + "/history",
              topic_path() + "/mentionable?q=ann", std::string("/")}) {
            if (browser.get(path).body().find("Secretive") != std::string::npos) found += path;
        }
        return found;
    }
    std::string topic_path() const { return "/forum/" + std::to_string(topic_.value); }

    forum::TopicId topic_;
    forum::PostId post_;
};
MOOTHALL_ON_BOTH_ENGINES(RoleLineTest);

TEST_P(RoleLineTest, WhoMayNotSeeItFindsItOnNoPageOfTheForum) {
    const std::string suggestion = topic_path() + "/mentionable?q=ann";
    EXPECT_TRUE(reads_it_in_the_topic("Bob Ray")) << "it could leak";
    EXPECT_EQ(elsewhere("Bob Ray"), suggestion);
    choose("me");
    EXPECT_FALSE(reads_it_in_the_topic("Bob Ray")) << "what was drawn is drawn anew";
    EXPECT_EQ(elsewhere("Bob Ray"), "");
    EXPECT_EQ(elsewhere("Ann Lee"), suggestion) << "her own";
    EXPECT_TRUE(site().as("Ann Lee").get(path_to(site().id_of("Ann Lee"))).says(secret));
    choose("members");
    EXPECT_TRUE(reads_it_in_the_topic("Bob Ray"));
}

TEST_P(RoleLineTest, ForOnesNetworksItStandsInTheirTopicsAlone) {
    choose("networks");
    EXPECT_TRUE(reads_it_in_the_topic("Bob Ray")) << "all who read this are of her network";
    leave_ccio();
    EXPECT_FALSE(reads_it_in_the_topic("Bob Ray")) << "they are no longer";
}

TEST_P(RoleLineTest, WhoMayNotEnterThatNetworkReadsItNowhere) {
    choose("networks");
    site().with_floor("Ann Lee", [&](const record::Floor& floor) {
        People people(floor);
        ASSERT_TRUE(people.ask(people.person(site().id_of("Bob Ray")), {"May I call?"}));
    });
    const auto reads_it = [&] {
        return site().as("Bob Ray").get("/people/introductions").says(secret);
    };
    EXPECT_TRUE(reads_it());
    site().database().write([&](sql::Tx& tx) {
        identity::store::suspend(tx, site().id_of("Bob Ray"), site().settled().ccio.audience,
                                 site().clock().now() + base::days{9});
    });
    EXPECT_FALSE(reads_it());
}

TEST_P(RoleLineTest, NeitherIntroductionsNorLettersSayIt) {
    choose("me");
    site().with_floor("Ann Lee", [&](const record::Floor& floor) {
        People people(floor);
        ASSERT_TRUE(people.ask(people.person(site().id_of("Bob Ray")), {"May I call?"}));
    });
    site().listen();
    const auto page = site().as("Bob Ray").get("/people/introductions");
    EXPECT_TRUE(page.says("May I call?"));
    EXPECT_FALSE(page.says(secret));
    static const sql::Query<std::string()> query{"test_role_letters",
                                                 "SELECT subject || text FROM letters"};
    std::vector<std::string> letters;
    site().database().read([&](sql::Tx& tx) { letters = tx.all(query); });
    EXPECT_FALSE(letters.empty());
    for (const auto& letter : letters) {
        EXPECT_EQ(letter.find("Secretive"), std::string::npos) << letter;
    }
    choose("members");
    EXPECT_TRUE(site().as("Bob Ray").get("/people/introductions").says(secret)) << "it could leak";
}

}  // namespace
}  // namespace people
