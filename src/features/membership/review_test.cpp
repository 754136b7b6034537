// What the roll does by night: who is asked whether all is still so, who lapses, who is dormant.

#include "features/membership/feature.h"
#include "features/membership/membership.h"
#include "tests/support/test_site.h"

#include <gtest/gtest.h>

namespace membership {
namespace {

class ReviewTest : public testing_site::SiteTest {
protected:
    void SetUp() override {
        SiteTest::SetUp();
        site().person("Man", {"cnio"}, {"community_manager"});
        site().person("Ann", {"ccio"});
        site().person("Bob", {"ccio"});
        site().person("App");
    }

    void night() {
        site().database().write([&](sql::Tx& tx) {
            const auto worker = identity::Actor::worker("roll");
            review({tx, worker, site().clock().now()}, {leaving::Gate(), "http://localhost"});
        });
    }
    struct LetterLine {
        std::string address, subject, text;
    };
    std::vector<LetterLine> letters() {
        static const sql::Query<LetterLine()> query{
            "test_review_letters", "SELECT to_address, subject, text FROM letters ORDER BY id"};
        std::vector<LetterLine> letters;
        site().database().read([&](sql::Tx& tx) { letters = tx.all(query); });
        return letters;
    }
    template <class Act>
    auto as(const std::string& name, Act&& act) {
        std::optional<std::invoke_result_t<Act, Review&>> out;
        site().with_floor(name, [&](const record::Floor& floor) {
            Review review(floor);
            out.emplace(act(review));
        });
        return *std::move(out);
    }
    bool is_asked(const std::string& name) {
        return as(name, [](Review& review) { return review.asked().has_value(); });
    }
    Category category(const std::string& name) {
        std::optional<Category> category;
        site().with_floor(name, [&](const record::Floor& floor) {
            category = Roll(floor).category_in(site().settled().ccio.id);
        });
        return *category;
    }
    base::Day today() { return std::chrono::floor<base::days>(site().clock().now()); }
};
MOOTHALL_ON_BOTH_ENGINES(ReviewTest);

TEST_P(ReviewTest, OnceAYearEveryMemberIsAskedAndOnePressAnswers) {
    night();
    EXPECT_TRUE(letters().empty()) << "they were enrolled today";
    site().clock().advance(confirm_every);
    night();
    EXPECT_EQ(letters().size(), 3u) << "not the applicant";
    night();
    EXPECT_EQ(letters().size(), 3u) << "once";
    EXPECT_TRUE(is_asked("Ann"));
    auto ann = site().as("Ann");
    const auto page = ann.get("/");
    EXPECT_TRUE(page.says("Is what we have of you still so?"));
    EXPECT_EQ(ann.press(page, "/memberships/confirmation").location(), "/");
    EXPECT_FALSE(is_asked("Ann"));
    EXPECT_FALSE(ann.get("/").says("still so?"));
    EXPECT_TRUE(is_asked("Bob"));
    site().clock().advance(confirm_every - base::days{1});
    night();
    EXPECT_FALSE(is_asked("Ann"));
    site().clock().advance(base::days{1});
    night();
    EXPECT_TRUE(is_asked("Ann"));
}

TEST_P(ReviewTest, TheLettersLinkAnswersWithAButtonAndSaysNothingOfAnybody) {
    site().clock().advance(confirm_every);
    night();
    std::string text;
    for (const auto& letter : letters()) {
        if (letter.address == "ann@example.org") text = letter.text;
    }
    const auto at = text.find("/memberships/confirmation/");
    ASSERT_NE(at, text.npos);
    const auto link = text.substr(at, text.find_first_of(" \n\r>", at) - at);
    auto visitor = site().visitor();
    const auto page = visitor.get(link);
    EXPECT_FALSE(page.says("Ann"));
    EXPECT_TRUE(is_asked("Ann")) << "a filter that follows the link answers nothing";
    EXPECT_EQ(visitor.press(page, link).location(), "/memberships/confirmed");
    EXPECT_FALSE(is_asked("Ann"));
    EXPECT_TRUE(visitor.get(link).says("Nothing to answer"));
    EXPECT_EQ(visitor.press(page, link).status(), 422);
}

TEST_P(ReviewTest, WhoDoesNotAnswerForSixtyDaysIsDormantUntilTheyDo) {
    site().clock().advance(confirm_every);
    night();
    site().clock().advance(answer_within);
    const auto dormant = [&](const std::string& name) {
        return as(name, [](Review& review) { return review.is_dormant(); });
    };
    EXPECT_FALSE(dormant("Ann"));
    site().clock().advance(base::days{1});
    EXPECT_TRUE(dormant("Ann"));
    const auto attention = site().as("Man").get("/memberships/attention");
    EXPECT_TRUE(attention.says("Ann"));
    EXPECT_TRUE(attention.says("CCIO network")) << "which of their networks it is";
    EXPECT_THROW(as("Bob", [](Review& review) { return review.dormant(); }), base::NotFound);
    as("Ann", [](Review& review) {
        review.confirm();
        return 0;
    });
    EXPECT_FALSE(dormant("Ann"));
    EXPECT_FALSE(site().as("Man").get("/memberships/attention").says("Ann"));
}

TEST_P(ReviewTest, ADormantMemberDoesNotVouch) {
    site().with_floor("Man", [](const record::Floor& floor) {
        ASSERT_TRUE(organisations::Organisations(floor).import_trusts(
            "RA7,BRISTOL,Y58,QUY,,,,BRISTOL,,BS1,,,,,,,,,,,,0,,K\n",
            base::parse_day("2021-07-31").value(), organisations::Missing::refused));
    });
    site().clock().advance(confirm_every);
    night();
    site().clock().advance(answer_within + base::days{1});
    site().with_floor("App", [](const record::Floor& floor) {
        ASSERT_TRUE(file_application(floor, {.network = "ccio",
                                             .category = "full",
                                             .organisation = "RA7",
                                             .title = "CCIO",
                                             .began = "2021-01-01",
                                             .voucher_1 = "ann@example.org"}));
    });
    site().listen();
    auto ann = site().as("Ann");
    const auto form = ann.get("/applications/1/vouch");
    EXPECT_TRUE(ann.press(form, "/applications/1/vouch", {{"answer", "yes"}})
                    .says("First say that your own role is still so"));
}

TEST_P(ReviewTest, WhoHasLeftIsAnAlumnaAfterNinetyDaysAndComesBackWithANewPosition) {
    site().with_floor("Man", [](const record::Floor& floor) {
        ASSERT_TRUE(organisations::Organisations(floor).import_trusts(
            "RA7,BRISTOL,Y58,QUY,,,,BRISTOL,,BS1,,,,,,,,,,,,0,,K\n",
            base::parse_day("2021-07-31").value(), organisations::Missing::refused));
    });
    const auto hold = [&] {
        PositionId id;
        site().with_floor("Ann", [&](const record::Floor& floor) {
            id = *Membership(floor).claim({"RA7", "ccio", "CCIO", "2021-01-01", ""});
        });
        site().with_floor("Man", [&](const record::Floor& floor) {
            Membership roll(floor);
            ASSERT_TRUE(roll.verify(roll.position(id)));
        });
        return id;
    };
    const auto leaves_on = [&] {
        return as("Ann",
                  [&](Review& review) { return review.leaves_on(site().settled().ccio.id); });
    };
    const auto id = hold();
    night();
    EXPECT_FALSE(leaves_on());
    const auto last = today();
    site().with_floor("Ann", [&](const record::Floor& floor) {
        Membership roll(floor);
        ASSERT_TRUE(roll.end(roll.position(id), {base::iso_day(last)}));
    });
    EXPECT_EQ(leaves_on(), last + grace);
    EXPECT_TRUE(site().as("Ann").get("/applications").says("You have left your role."));
    site().clock().advance(grace);
    night();
    EXPECT_EQ(category("Ann"), Category::full) << "the last day of grace";
    site().clock().advance(base::days{1});
    night();
    EXPECT_EQ(category("Ann"), Category::alumni);
    EXPECT_EQ(category("Bob"), Category::full) << "nobody said where he works";
    EXPECT_EQ(letters().back().subject, "You are an alumna or alumnus now");
    night();
    EXPECT_EQ(letters().size(), 1u) << "once";
    hold();
    EXPECT_EQ(category("Ann"), Category::full) << "she is back";
}

TEST_P(ReviewTest, WhoComesBackIsWhatTheyWereAndTheirEndStays) {
    const auto ccio = site().settled().ccio;
    const auto expires = today() + base::days{400};
    site().database().write([&](sql::Tx& tx) {
        const auto worker = identity::Actor::worker("test");
        Roll roll(record::Floor{tx, worker, site().clock().now()});
        ASSERT_TRUE(roll.enrol(site().id_of("Ann"), ccio, Category::wider, expires));
        Member ann;
        for (const auto& one : roll.members(ccio, {}).rows) {
            if (one.person_name == "Ann") ann = one;
        }
        ASSERT_TRUE(roll.lapse(ann, ccio));
    });
    EXPECT_EQ(category("Ann"), Category::alumni);
    site().with_floor("Man", [](const record::Floor& floor) {
        ASSERT_TRUE(organisations::Organisations(floor).import_trusts(
            "RA7,BRISTOL,Y58,QUY,,,,BRISTOL,,BS1,,,,,,,,,,,,0,,K\n",
            base::parse_day("2021-07-31").value(), organisations::Missing::refused));
    });
    PositionId id;
    site().with_floor("Ann", [&](const record::Floor& floor) {
        id = *Membership(floor).claim({"RA7", "ccio", "Clerk", "2021-01-01", ""});
    });
    site().with_floor("Man", [&](const record::Floor& floor) {
        Membership roll(floor);
        ASSERT_TRUE(roll.verify(roll.position(id)));
        EXPECT_TRUE(roll.covered(ccio.id, today()).empty()) << "a clerk covers nothing";
        for (const auto& one : Roll(floor).members(ccio, {}).rows) {
            if (one.person_name != "Ann") continue;
            EXPECT_EQ(one.category, Category::wider) << "and not a full member";
            EXPECT_EQ(one.expires, expires);
        }
    });
}

TEST_P(ReviewTest, WhoseLettersComeBackIsListed) {
    site().clock().advance(confirm_every);
    night();
    const auto unreachable = [&] {
        return as("Man", [](Review& review) { return review.unreachable().size(); });
    };
    EXPECT_EQ(unreachable(), 0u);
    const auto ann = site().person("Ann");
    static const sql::Query<sql::Nothing(identity::PersonId, std::string_view)> returned{
        "test_returned", "UPDATE letters SET refused = $2 WHERE person_id = $1"};
    const auto mark = [&](std::string_view why) {
        site().database().write([&](sql::Tx& tx) { tx.run(returned, ann, why); });
    };
    mark("550 no such user");
    EXPECT_EQ(unreachable(), 1u);
    mark("Expired before it left.");
    EXPECT_EQ(unreachable(), 0u) << "that was not the address";
}

}  // namespace
}  // namespace membership
