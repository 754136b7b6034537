#include "features/membership/membership.h"

#include "features/membership/feature.h"
#include "features/membership/store.h"
#include "tests/support/test_site.h"

#include <gtest/gtest.h>

namespace membership {

namespace {

base::Day day(const char* iso) {
    return base::parse_day(iso).value();
}

std::string line(const std::string& code, const std::string& name, const std::string& closed = "") {
    return code + "," + name + ",Y56,QMJ,1 HIGH ROAD,,,LONDON,,NW1 0PE,20110401," + closed +
           ",,,,,,,,,,0,,H\n";
}

class MembershipTest : public testing_site::SiteTest {
protected:
    void SetUp() override {
        SiteTest::SetUp();
        site().person("Kim", {"ccio", "cnio"}, {"administrator"});
        site().person("Cha", {"ccio"}, {"chair"});
        site().person("Ann", {"ccio"});
        site().person("Bob", {"ccio"});
        site().with_floor("Kim", [](const record::Floor& floor) {
            const auto read = organisations::Organisations(floor).import_trusts(
                line("RAL", "ROYAL FREE LONDON") + line("RVJ", "NORTH BRISTOL") +
                    line("RA7", "BRISTOL GROUP") + line("R1A", "LONG CLOSED", "20200101"),
                day("2021-07-31"), organisations::Missing::refused);
            ASSERT_TRUE(read) << read.error().sentence;
        });
    }

    template <class Act>
    auto as(const std::string& name, Act&& act) {
        std::optional<std::invoke_result_t<Act, Membership&>> out;
        site().with_floor(name, [&](const record::Floor& floor) {
            Membership roll(floor);
            out.emplace(act(roll));
        });
        return *std::move(out);
    }
    base::Result<PositionId> claim(const std::string& name, const std::string& code,
                                   const std::string& network = "ccio",
                                   const std::string& began = "2021-01-01") {
        return as(name, [&](Membership& roll) {
            return roll.claim({code, network, "CCIO", began, "The board page names me."});
        });
    }
    PositionId held(const std::string& name, const std::string& code,
                    const std::string& began = "2021-01-01") {
        const auto claimed = claim(name, code, "ccio", began);
        EXPECT_TRUE(claimed) << claimed.error().sentence;
        EXPECT_TRUE(
            as("Kim", [&](Membership& roll) { return roll.verify(roll.position(*claimed)); }));
        return *claimed;
    }
    std::vector<std::string> covered(const char* on) {
        std::vector<std::string> codes;
        site().with_floor("Ann", [&](const record::Floor& floor) {
            const auto ids = Membership(floor).covered(site().settled().ccio.id, day(on));
            for (const auto id : ids) {
                codes.push_back(organisations::Organisations(floor).organisation(id).code);
            }
        });
        return codes;
    }
    void succeed(const char* code, const char* successor, const char* on) {
        site().with_floor("Kim", [&](const record::Floor& floor) {
            organisations::Organisations directory(floor);
            const auto one = directory.organisation(code);
            if (*successor)
                ASSERT_TRUE(directory.succeed(one, {successor, on}));
            else
                ASSERT_TRUE(directory.end_succession(one));
        });
    }
};
MOOTHALL_ON_BOTH_ENGINES(MembershipTest);

using Codes = std::vector<std::string>;

TEST_P(MembershipTest, AClaimCountsOnceItIsVerified) {
    const auto claimed = claim("Ann", "RAL");
    ASSERT_TRUE(claimed) << claimed.error().sentence;
    EXPECT_EQ(covered("2026-01-01"), Codes{});
    const auto waiting = as("Cha", [](Membership& roll) { return roll.waiting(); });
    ASSERT_EQ(waiting.size(), 1u);
    EXPECT_EQ(waiting[0].person_name, "Ann");
    EXPECT_EQ(waiting[0].evidence, "The board page names me.");
    ASSERT_TRUE(as("Cha", [&](Membership& roll) { return roll.verify(waiting[0]); }));
    EXPECT_EQ(covered("2026-01-01"), Codes{"RAL"});
    EXPECT_EQ(covered("2020-12-31"), Codes{}) << "not in post yet";
    const auto mine = as("Ann", [](Membership& roll) { return roll.mine(); });
    ASSERT_EQ(mine.size(), 1u);
    EXPECT_TRUE(mine[0].is_verified);
    EXPECT_EQ(mine[0].evidence, "") << "what showed it is deleted with the decision";
}

TEST_P(MembershipTest, TheSecondOfficerSeesWhatHappened) {
    const auto id = claim("Ann", "RAL").value();
    const auto seen = as("Cha", [&](Membership& roll) { return roll.position(id); });
    ASSERT_TRUE(as("Kim", [&](Membership& roll) {
        return roll.refuse(roll.position(id), {"The page names another."});
    }));
    const auto second = as("Cha", [&](Membership& roll) { return roll.verify(roll.position(id)); });
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().sentence, "Somebody has refused it already.");
    EXPECT_TRUE(seen.waits());
    EXPECT_EQ(as("Ann", [](Membership& roll) { return roll.mine()[0].reason; }),
              "The page names another.");
    EXPECT_TRUE(claim("Ann", "RAL")) << "a refused one may be claimed again";
}

TEST_P(MembershipTest, WhatIsNotYoursToDecideIsNotThere) {
    const auto id = claim("Ann", "RAL", "cnio").value();
    EXPECT_THROW(as("Bob", [&](Membership& roll) { return roll.position(id); }), base::NotFound);
    EXPECT_THROW(as("Cha", [&](Membership& roll) { return roll.position(id); }), base::NotFound)
        << "a chair of another network";
    EXPECT_EQ(as("Ann", [&](Membership& roll) { return roll.position(id).id; }), id);
    const auto own = claim("Cha", "RAL").value();
    EXPECT_FALSE(as("Cha", [&](Membership& roll) { return roll.verify(roll.position(own)); }));
    EXPECT_TRUE(as("Cha", [](Membership& roll) { return roll.waiting().empty(); }));
    EXPECT_EQ(as("Kim", [](Membership& roll) { return roll.waiting().size(); }), 2u);
}

TEST_P(MembershipTest, AClaimThatCannotBeSaysWhichFieldIsWrong) {
    const auto field = [&](const base::Result<PositionId>& result) {
        return result ? "" : result.error().field;
    };
    EXPECT_EQ(field(claim("Ann", "R9Z")), "organisation");
    EXPECT_EQ(field(claim("Ann", "R1A")), "organisation") << "closed";
    EXPECT_EQ(field(claim("Ann", "RAL", "nowhere")), "network");
    EXPECT_EQ(field(claim("Ann", "RAL", "ccio", "last May")), "began");
    EXPECT_EQ(field(claim("Ann", "RAL", "ccio", "2099-01-01")), "began");
    ASSERT_TRUE(claim("Ann", "RAL"));
    EXPECT_EQ(field(claim("Ann", "RAL")), "organisation") << "twice";
    EXPECT_TRUE(claim("Ann", "RVJ")) << "somewhere else as well";
    succeed("RA7", "RAL", "2022-04-01");
    EXPECT_EQ(field(claim("Bob", "RA7")), "organisation") << "between search and sending";
}

TEST_P(MembershipTest, WhoLeavesIsCountedUntilTheLastDay) {
    const auto id = held("Ann", "RAL");
    ASSERT_TRUE(
        as("Ann", [&](Membership& roll) { return roll.end(roll.position(id), {"2024-03-31"}); }));
    EXPECT_EQ(covered("2024-03-31"), Codes{"RAL"});
    EXPECT_EQ(covered("2024-04-01"), Codes{});
    EXPECT_FALSE(as("Ann", [&](Membership& roll) {
        return roll.end(roll.position(id), {"2025-03-31"});
    })) << "once";
    EXPECT_TRUE(claim("Ann", "RAL", "ccio", "2025-01-01")) << "and comes back";
}

TEST_P(MembershipTest, MembersAndSeatsGoToTheSuccessorAndTheirPastStays) {
    held("Ann", "RVJ");
    const auto left = held("Bob", "RVJ");
    ASSERT_TRUE(
        as("Bob", [&](Membership& roll) { return roll.end(roll.position(left), {"2022-12-31"}); }));
    ASSERT_TRUE(claim("Cha", "RVJ"));  // waits
    const auto name = [&](const std::string& of) {
        return as(of, [](Membership& roll) { return roll.mine().at(0).organisation_name; });
    };
    succeed("RVJ", "RA7", "2023-04-01");
    EXPECT_EQ(covered("2023-03-31"), Codes{"RVJ"});
    EXPECT_EQ(covered("2023-04-01"), Codes{"RA7"});
    EXPECT_EQ(name("Ann"), "BRISTOL GROUP");
    EXPECT_EQ(name("Bob"), "NORTH BRISTOL") << "had left before";
    EXPECT_EQ(name("Cha"), "BRISTOL GROUP") << "what waits is decided once, where it is now";
    EXPECT_EQ(as("Kim", [](Membership& roll) { return roll.waiting().size(); }), 1u);
    EXPECT_FALSE(claim("Ann", "RA7")) << "she is there already";
    succeed("RA7", "RAL", "2024-04-01");
    EXPECT_EQ(covered("2024-04-01"), Codes{"RAL"}) << "one after the other";
    succeed("RVJ", "", "");
    EXPECT_EQ(covered("2024-04-01"), Codes{"RVJ"}) << "taken back, as if it never was";
    EXPECT_EQ(name("Ann"), "NORTH BRISTOL");
}

TEST_P(MembershipTest, ASuccessionToComeChangesNothingYet) {
    const auto id = held("Ann", "RVJ");
    succeed("RVJ", "RA7", "2099-04-01");
    EXPECT_TRUE(claim("Bob", "RVJ"));
    EXPECT_EQ(covered("2026-01-01"), Codes{"RVJ"});
    ASSERT_TRUE(
        as("Ann", [&](Membership& roll) { return roll.end(roll.position(id), {"2025-03-31"}); }));
}

TEST_P(MembershipTest, NothingIsHeldOfAForgottenPerson) {
    held("Ann", "RVJ");
    const auto decided = claim("Bob", "RAL").value();
    site().person("Dee", {"ccio"}, {"administrator"});
    ASSERT_TRUE(as("Dee", [&](Membership& roll) { return roll.verify(roll.position(decided)); }));
    const auto directory = std::make_shared<organisations::Directory>();
    for (const char* name : {"Ann", "Dee"}) {
        site().with_floor(name, [&](const record::Floor& floor) {
            membership::feature(directory, {.gate = leaving::Gate(), .base_url = ""})
                .forget.value(floor, floor.actor.id());
        });
    }
    EXPECT_TRUE(as("Ann", [](Membership& roll) { return roll.mine().empty(); }));
    EXPECT_EQ(covered("2026-01-01"), Codes{"RAL"}) << "Bob's stays, without Dee's name at it";
}

TEST_P(MembershipTest, AListTakesAsManyStatementsHoweverLongItIs) {
    const auto statements = [&] {
        std::int64_t count = 0;
        site().with_floor("Kim", [&](const record::Floor& floor) {
            const auto before = floor.tx.statements();
            (void)Membership(floor).waiting();
            count = floor.tx.statements() - before;
        });
        return count;
    };
    ASSERT_TRUE(claim("Ann", "RAL"));
    const auto of_one = statements();
    ASSERT_TRUE(claim("Ann", "RVJ"));
    ASSERT_TRUE(claim("Bob", "RAL"));
    EXPECT_EQ(statements(), of_one);
}

// ---- through the pages ----

TEST_P(MembershipTest, APersonSaysWhereTheyWorkAndAChairVerifiesIt) {
    auto ann = site().as("Ann");
    EXPECT_TRUE(ann.get("/positions").says("You have not said where you work"));
    const auto found = ann.get("/positions/new?name=royel+free");
    EXPECT_TRUE(found.says("Royal Free London"));
    const auto wrong = ann.press(found, "/positions",
                                 {{"organisation", "RAL"},
                                  {"network", "ccio"},
                                  {"title", "CCIO"},
                                  {"began", "May"},
                                  {"evidence", "Our board page."}});
    EXPECT_EQ(wrong.status(), 422);
    EXPECT_TRUE(wrong.says("Enter the first day"));
    EXPECT_EQ(wrong.find("#evidence").text(), "Our board page.") << "nothing typed is lost";
    EXPECT_TRUE(wrong.find("[value=RAL]").attribute("checked").has_value());
    const auto sent = ann.press(
        wrong, "/positions",
        {{"organisation", "RAL"}, {"network", "ccio"}, {"began", "2024-05-01"}});
    EXPECT_EQ(sent.status(), 303);
    EXPECT_TRUE(ann.follow(sent).says("Waits to be verified"));

    auto chair = site().as("Cha");
    EXPECT_TRUE(chair.get("/").says("1 position waits to be verified"));
    const auto queue = chair.get("/positions/waiting");
    EXPECT_TRUE(queue.says("Our board page."));
    const auto verified = chair.press(queue, "/verification");
    EXPECT_TRUE(chair.follow(verified).says("Ann is verified."));
    EXPECT_TRUE(chair.follow(chair.press(queue, "/verification")).says("verified it already"));
    EXPECT_TRUE(ann.get("/positions").says("Verified"));
    EXPECT_EQ(ann.get("/positions/waiting").status(), 404);
}

TEST_P(MembershipTest, ASearchInTheFormKeepsWhatWasTypedAndSendsNothing) {
    auto ann = site().as("Ann");
    const auto typed = ann.press(ann.get("/positions/new"), "/positions",
                                 {{"network", "ccio"},
                                  {"title", "CCIO"},
                                  {"began", "2024-05-01"},
                                  {"evidence", "Our board page."},
                                  {"name", "royel free"},
                                  {"do", "search"}});
    EXPECT_EQ(typed.status(), 200);
    EXPECT_FALSE(typed.has(".error-sum"));
    const auto kept = typed.fields_of("/positions");
    EXPECT_EQ(kept.get("network"), "ccio");
    EXPECT_EQ(kept.get("title"), "CCIO");
    EXPECT_EQ(kept.get("began"), "2024-05-01");
    EXPECT_EQ(kept.get("evidence"), "Our board page.");
    EXPECT_EQ(kept.get("name"), "royel free");
    const auto other = ann.press(typed, "/positions",
                                 {{"organisation", "RAL"}, {"name", "bristol"}});
    EXPECT_EQ(other.status(), 200) << "Enter in the search: words not looked for are looked for";
    EXPECT_TRUE(other.find("[value=RAL]").attribute("checked")) << "what was chosen stays";
    EXPECT_TRUE(other.has("[value=RVJ]"));
    EXPECT_TRUE(ann.get("/positions").says("You have not said where you work"));
    const auto sent = ann.press(other, "/positions");
    EXPECT_EQ(sent.status(), 303);
    EXPECT_TRUE(ann.follow(sent).says("CCIO, Royal Free London"));
}

TEST_P(MembershipTest, NorDoesASearchInAnApplicationLoseAnything) {
    const testing_site::Changes words = {
        {"network", "cnio"},           {"category", "deputy"},
        {"title", "Deputy CNIO"},      {"began", "May 2024"},
        {"link", "our-board.example"}, {"voucher_1", "cha@example.org"},
        {"voucher_2", "kim@example"},  {"words", "The minutes name me."},
        {"name", "royel free"}};
    auto ann = site().as("Ann");
    auto changes = words;
    changes.emplace_back("do", "search");
    const auto typed = ann.press(ann.get("/applications/new"), "/applications", changes);
    EXPECT_EQ(typed.status(), 200);
    EXPECT_FALSE(typed.has(".error-sum"));
    EXPECT_TRUE(typed.has("[value=RAL]"));
    for (const auto& [name, value] : words) {
        EXPECT_EQ(typed.fields_of("/applications").get(name), value) << name;
    }
}

TEST_P(MembershipTest, EnterInAFieldSendsTheFormAndDoesNotSearch) {
    auto ann = site().as("Ann");
    for (const std::string path : {"/positions", "/applications"}) {
        const auto page = ann.get(path + "/new");
        const auto form = page.find("form[action=" + path + "]");
        const auto buttons = form.all("button[type=submit]");
        ASSERT_EQ(buttons.size(), 3u) << path;
        EXPECT_FALSE(buttons[0].attribute("name")) << path << ": the browser presses the first";
        EXPECT_EQ(buttons[0].text(), buttons[2].text()) << path;
    }
}

TEST_P(MembershipTest, ARefusalGivesItsReasonAndAnEndItsDay) {
    const auto id = claim("Ann", "RAL").value();
    const std::string path = "/positions/" + std::to_string(id.value);
    auto chair = site().as("Cha");
    const auto form = chair.get(path + "/refusal");
    EXPECT_EQ(chair.press(form, "/refusal", {{"reason", ""}}).status(), 422);
    EXPECT_EQ(chair.press(form, "/refusal", {{"reason", "Send a page that names you."}}).status(),
              303);
    auto ann = site().as("Ann");
    EXPECT_TRUE(ann.get("/positions").says("Send a page that names you."));
    EXPECT_EQ(ann.get(path + "/refusal").status(), 404) << "not theirs to decide";
    const auto other = "/positions/" + std::to_string(held("Ann", "RVJ").value) + "/end";
    EXPECT_EQ(chair.get(other).status(), 404) << "not theirs to end";
    const auto early = ann.press(ann.get(other), "/end", {{"on", "2020-01-01"}});
    EXPECT_EQ(early.status(), 422);
    EXPECT_TRUE(
        ann.follow(ann.press(early, "/end", {{"on", "2024-01-31"}})).says("31 January 2024"));
}

TEST_P(MembershipTest, WhereTheOrganisationClosedMeanwhileNothingThatWasTypedIsLost) {
    auto ann = site().as("Ann");
    const auto form = ann.get("/positions/new?organisation=RAL");
    site().with_floor("Kim", [](const record::Floor& floor) {
        ASSERT_TRUE(organisations::Organisations(floor).import_trusts(
            line("RAL", "ROYAL FREE LONDON", "20210901") + line("RVJ", "NORTH BRISTOL") +
                line("RA7", "BRISTOL GROUP"),
            day("2021-09-30"), organisations::Missing::accepted));
    });
    const auto drawn = ann.press(form, "/positions",
                                 {{"organisation", "RAL"},
                                  {"network", "ccio"},
                                  {"title", "Chief of hazards"},
                                  {"began", "2021-01-01"},
                                  {"evidence", "The minutes of May name me."}});
    EXPECT_EQ(drawn.status(), 422);
    EXPECT_TRUE(drawn.has("input[value=Chief of hazards]"));
    EXPECT_TRUE(drawn.has("input[value=2021-01-01]"));
    EXPECT_TRUE(drawn.says("The minutes of May name me."));
    EXPECT_TRUE(as("Ann", [](Membership& roll) { return roll.mine(); }).empty());
}

TEST_P(MembershipTest, WhoReadsWhatShowsAPositionIsNotedEachTimeAndShownToItsPerson) {
    ASSERT_TRUE(claim("Ann", "RAL"));
    ASSERT_TRUE(claim("Bob", "RVJ"));
    auto chair = site().as("Cha");
    const auto began = site().clock().now();
    EXPECT_TRUE(chair.get("/positions/waiting").says("The board page names me."));
    site().clock().advance(base::minutes(1));
    chair.get("/positions/waiting");
    site().as("Ann").get("/positions");
    const auto views = as("Ann", [](Membership& roll) { return roll.views(); });
    ASSERT_EQ(views.size(), 2u) << "of her own alone, and each";
    EXPECT_EQ(views[0].person_name, "Cha");
    EXPECT_EQ(views[0].at, began + base::minutes(1));
    EXPECT_EQ(views[1].at, began);
    EXPECT_TRUE(site().as("Ann").get("/positions").says("Read by Cha on "));
    site().with_floor("Ann", [](const record::Floor& floor) {
        feature(nullptr, {leaving::Gate(), ""}).forget.value(floor, floor.actor.id());
        EXPECT_TRUE(Membership(floor).views().empty());
    });
}

TEST_P(MembershipTest, PositionsWaitByNetworkWithTheirClock) {
    ASSERT_TRUE(claim("Ann", "RAL"));
    ASSERT_TRUE(claim("Bob", "RVJ"));
    auto kim = site().as("Kim");
    EXPECT_TRUE(kim.get("/positions/waiting").says("CCIO: 2 positions"));
    EXPECT_FALSE(kim.get("/positions/waiting").says("CNIO:"));
    site().clock().advance(decide_within);
    const std::string last = base::day_text(std::chrono::floor<base::days>(site().clock().now()));
    EXPECT_TRUE(kim.get("/positions/waiting").says("to be decided by " + last));
    EXPECT_FALSE(kim.get("/positions/waiting").says("Late"));
    site().clock().advance(base::minutes(1));
    EXPECT_TRUE(kim.get("/positions/waiting").says("Late: due " + last));
    EXPECT_TRUE(kim.get("/positions/waiting").has("button[data-key=a]"));
}

TEST_P(MembershipTest, WhoReadWhatIsDeletedAfterTwoYears) {
    ASSERT_TRUE(claim("Ann", "RAL"));
    site().as("Cha").get("/positions/waiting");
    const auto purged = [&](base::Instant before) {
        std::int64_t count = 0;
        site().database().write([&](sql::Tx& tx) { count = store::purge_views(tx, before); });
        return count;
    };
    EXPECT_EQ(purged(site().clock().now()), 0);
    EXPECT_EQ(purged(site().clock().now() + base::minutes(1)), 1);
}

}  // namespace
}  // namespace membership
