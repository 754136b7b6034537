#include "features/rule/policy.h"

#include <gtest/gtest.h>

namespace rule {
namespace {

identity::Actor holding(std::vector<identity::Rights::Right> rights) {
    return identity::Actor::person({.id = {1}, .rights = {std::move(rights)}});
}

TEST(RulePolicy, WhoRunsTheCommunitySaysUnderWhichRuleAnAreaIs) {
    EXPECT_FALSE(may_set(identity::Actor::worker("demo")));
    EXPECT_FALSE(may_set(holding({{set_rule, {}}})));
    EXPECT_TRUE(may_set(holding({{set_rule, {7}}}))) << "of one audience only";
    EXPECT_TRUE(may_set(holding({})));
    EXPECT_TRUE(may_set(identity::Actor::visitor()));
}

// ---- the text ----

Scope of_network() {
    Network network;
    network.audience = {7};
    return {network};
}
base::Day on(int day) {
    return base::Day{std::chrono::year{2027} / 6 / day};
}
const Publication after_first{
    .last = {.version = 1, .words = "Keep it."}, .coming = {}, .today = on(8)};

bool is_refused(const TextDraft& draft, const Publication& publication = after_first) {
    return may_publish(holding({{write_rule_text, {}}}), {}, draft, publication).has_value();
}

TEST(RulePolicy, TheTextIsWrittenByWhoRunsTheCommunityAndAnAdditionByWhoLeadsItsNetwork) {
    const auto everywhere = holding({{write_rule_text, {}}}),
               there = holding({{write_rule_text, {7}}}),
               elsewhere = holding({{write_rule_text, {8}}});
    EXPECT_TRUE(writes_text(everywhere, {}));
    EXPECT_TRUE(writes_text(everywhere, of_network()));
    EXPECT_FALSE(writes_text(there, {}));
    EXPECT_TRUE(writes_text(there, of_network()));
    EXPECT_FALSE(writes_text(elsewhere, of_network()));
}

TEST(RulePolicy, WhatANetworkAddsItsMembersReadWhetherItIsOpenToThemOrNot) {
    const auto member = [](auto list) {
        identity::Actor::Person person{.id = {1}};
        person.*list = {7};
        return identity::Actor::person(person);
    };
    using Person = identity::Actor::Person;
    for (const auto list : {&Person::audiences, &Person::asked, &Person::suspended}) {
        EXPECT_TRUE(reads_text(member(list), of_network()));
    }
    EXPECT_FALSE(reads_text(holding({}), of_network()));
    EXPECT_FALSE(reads_text(identity::Actor::visitor(), of_network()));
    EXPECT_TRUE(reads_text(identity::Actor::visitor(), {})) << "the community's is public";
}

TEST(RulePolicy, AVersionSaysWhetherItAsksAndFromWhen) {
    EXPECT_FALSE(is_refused({"New.", "yes", "", "1"}));
    EXPECT_FALSE(is_refused({"New.", "no", "", "1"}));
    EXPECT_TRUE(is_refused({"New.", "", "", "1"}));
    EXPECT_TRUE(is_refused({"", "yes", "", "1"}));
    EXPECT_TRUE(is_refused({"New.", "yes", "", "0"})) << "somebody was faster";
    EXPECT_TRUE(is_refused({"Keep it.", "no", "", "1"})) << "nothing is corrected";
    EXPECT_FALSE(is_refused({"Keep it.", "yes", "", "1"})) << "asked again of the same";
    EXPECT_TRUE(is_refused({std::string(text_characters_max + 1, 'a'), "yes", "", "1"}));
    EXPECT_FALSE(is_refused({std::string(text_characters_max, 'a'), "yes", "", "1"}));
    EXPECT_TRUE(is_refused({"New.", "yes", "soon", "1"}));
    EXPECT_TRUE(is_refused({"New.", "yes", "2027-06-08", "1"})) << "today is at once: no day";
    EXPECT_FALSE(is_refused({"New.", "yes", "2027-06-09", "1"}));
    EXPECT_FALSE(is_refused({"New.", "yes", "2027-12-05", "1"}));
    EXPECT_TRUE(is_refused({"New.", "yes", "2027-12-06", "1"})) << "in 181 days";
    EXPECT_TRUE(is_refused({"New.", "no", "2027-06-09", "1"}));
    EXPECT_TRUE(may_publish(holding({}), {}, {"New.", "yes", "", "1"}, after_first));
}

TEST(RulePolicy, WhomAnAnnouncedVersionAsksTheNextDoesNotAskLater) {
    auto announced = after_first;
    announced.coming = on(20);
    EXPECT_TRUE(is_refused({"New.", "yes", "2027-06-21", "1"}, announced));
    EXPECT_FALSE(is_refused({"New.", "yes", "2027-06-20", "1"}, announced));
    EXPECT_FALSE(is_refused({"New.", "yes", "", "1"}, announced));
}

TEST(RulePolicy, ANetworkMayAddNothingAnyMoreAndAsksNobodyForThat) {
    const auto chair = holding({{write_rule_text, {7}}});
    EXPECT_FALSE(may_publish(chair, of_network(), {"", "no", "", "1"}, after_first));
    EXPECT_TRUE(may_publish(chair, of_network(), {"", "yes", "", "1"}, after_first));
    EXPECT_TRUE(may_publish(chair, of_network(), {"", "no", "", "0"}, {.today = on(8)}));
}

TEST(RulePolicy, ThePersonAloneAcceptsAndWithdraws) {
    EXPECT_FALSE(may_accept(holding({}), "2", 2));
    EXPECT_TRUE(may_accept(holding({}), "1", 2));
    EXPECT_TRUE(may_accept(holding({}), "", 2));
    EXPECT_TRUE(may_accept(identity::Actor::visitor(), "2", 2));
    EXPECT_TRUE(may_accept(identity::Actor::worker("demo"), "2", 2));
    EXPECT_FALSE(may_withdraw(holding({}), true));
    EXPECT_TRUE(may_withdraw(holding({}), false));
    EXPECT_TRUE(may_withdraw(identity::Actor::worker("demo"), true));
}

}  // namespace
}  // namespace rule
