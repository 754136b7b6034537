// The state of an area, and the words above every topic of it.

#include "features/rule/rule.h"

#include "tests/support/test_site.h"

#include <gtest/gtest.h>

namespace rule {
namespace {

class RuleTest : public testing_site::SiteTest {
protected:
    State state() {
        State found{};
        site().with_floor("Ann", [&](const record::Floor& floor) {
            found = Rule(floor).state_of(site().settled().safety.id);
        });
        return found;
    }
    void set(State state) {
        site().person("Ada", {"ccio"}, {"administrator"});
        site().with_floor("Ada", [&](const record::Floor& floor) {
            ASSERT_TRUE(Rule(floor).set(site().settled().safety, state));
        });
    }
};
MOOTHALL_ON_BOTH_ENGINES(RuleTest);

struct Said {
    State state;
    std::string name, words;
};
const std::vector<Said> all_states = {
    {State::on_record, "on the record",
     "On the record. You may use what is said here and say who said it."},
    {State::chatham_house, "Chatham House Rule",
     "Chatham House Rule. Use what you learn here. Never say who said it, or where they work."},
    {State::closed, "closed", "Closed. What is said here stays here. Do not use it outside."}};

TEST_P(RuleTest, AnAreaIsUnderTheChathamHouseRuleUntilItIsSaidOtherwise) {
    EXPECT_EQ(state(), State::chatham_house);
    for (const auto& said : all_states) {
        set(said.state);
        EXPECT_EQ(state(), said.state);
    }
}

TEST_P(RuleTest, ItsBannerStandsAboveEveryTopic) {
    auto ann = site().as("Ann");
    for (const auto& said : all_states) {
        set(said.state);
        const auto topic = testing_site::path_of(site().topic("Ann", "Hazard logs"));
        for (const auto& path : {topic, std::string("/networks/ccio/clinical-safety")}) {
            const auto page = ann.get(path);
            EXPECT_TRUE(page.says(said.words)) << path << " of an area " << said.name;
            for (const auto& other : all_states) {
                EXPECT_EQ(page.says(other.words), other.state == said.state) << other.name;
            }
        }
    }
}

TEST_P(RuleTest, AMemberCannotSetIt) {
    site().with_floor("Ann", [&](const record::Floor& floor) {
        EXPECT_FALSE(Rule(floor).set(site().settled().safety, State::on_record));
    });
    EXPECT_EQ(state(), State::chatham_house);
}

TEST_P(RuleTest, OneAreasStateIsNotAnothers) {
    set(State::closed);
    site().with_floor("Ann", [&](const record::Floor& floor) {
        EXPECT_EQ(Rule(floor).state_of(site().settled().records.id), State::chatham_house);
    });
}

TEST_P(RuleTest, TheChangeIsOnRecord) {
    set(State::closed);
    std::string details;
    site().database().read([&](sql::Tx& tx) {
        tx.run_text({"rule_facts", "SELECT details FROM facts WHERE kind = 'rule.set'"}, {},
                    [&](const sql::Row& row) {
                        details = row.text(0);
                        return true;
                    });
    });
    EXPECT_EQ(record::Details::parse(details).integer("state"), 2);
}

TEST_P(RuleTest, WhatItMeansIsExplained) {
    auto ann = site().as("Ann");
    const auto page = ann.get("/help/rule");
    EXPECT_EQ(page.find("h1").text(), "The Chatham House Rule");
    for (const auto& said : all_states) EXPECT_TRUE(page.says(said.name)) << said.name;
    EXPECT_EQ(site().visitor().get("/help/rule").status(), 200) << "who joins may read it before";
}

}  // namespace
}  // namespace rule
