#include "features/organisations/policy.h"

#include <gtest/gtest.h>

namespace organisations {

namespace {

identity::Actor keeper() {
    identity::Actor::Person person{.id = {1}};
    person.rights.held.push_back({keep_organisations, {}});
    return identity::Actor::person(person);
}
const identity::Actor member = identity::Actor::person({.id = {2}});

TEST(OrganisationsPolicy, OnlyKeepersAndTheProgramChangeTheDirectory) {
    EXPECT_FALSE(may_keep(keeper()));
    EXPECT_FALSE(may_keep(identity::Actor::worker("command line")));
    EXPECT_TRUE(may_keep(member));
    EXPECT_TRUE(may_keep(identity::Actor::visitor()));
    EXPECT_TRUE(may_add(member, {"Acme", "supplier", "", "england"}));
}

TEST(OrganisationsPolicy, WhatIsAddedHasNameKindAndNation) {
    const auto field = [](const HandDraft& draft) {
        const auto refusal = may_add(keeper(), draft);
        return refusal ? refusal->field : "";
    };
    EXPECT_EQ(field({"Acme", "supplier", "", "england"}), "");
    EXPECT_EQ(field({"Karolinska", "abroad", "Solna", ""}), "");
    EXPECT_EQ(field({" ", "supplier", "", "england"}), "name");
    EXPECT_EQ(field({std::string(200, 'x'), "supplier", "", "wales"}), "");
    EXPECT_EQ(field({std::string(201, 'x'), "supplier", "", "wales"}), "name");
    EXPECT_EQ(field({" =cmd()", "supplier", "", "england"}), "name");
    EXPECT_EQ(field({"Acme", "supplier", "@SUM(A1)", "england"}), "town");
    const auto formula = may_add(keeper(), {"=cmd()", "supplier", "", "england"});
    ASSERT_TRUE(formula);
    EXPECT_EQ(formula->sentence,
              "A field begins with =, which a spreadsheet would run as a formula.");
    EXPECT_EQ(field({"Acme", "", "", "england"}), "kind");
    EXPECT_EQ(field({"Acme", "trust", "", "england"}), "kind") << "trusts come from the file";
    EXPECT_EQ(field({"Acme", "charity", "", ""}), "nation");
    EXPECT_EQ(field({"Acme", "charity", "", "atlantis"}), "nation");
    EXPECT_EQ(field({"Karolinska", "abroad", "", "england"}), "nation");
}

TEST(OrganisationsPolicy, NothingSucceedsItself) {
    const Organisation one{.id = {1}};
    const Organisation other{.id = {2}};
    EXPECT_TRUE(may_succeed(keeper(), one, one));
    EXPECT_FALSE(may_succeed(keeper(), one, other));
    EXPECT_TRUE(may_succeed(member, one, other));
    const Organisation charity{.id = {3}, .kind = Kind::charity};
    EXPECT_TRUE(may_succeed(keeper(), charity, other)) << "nobody was verified at a trust";
}

TEST(DisplayName, ReadsAsPeopleWrite) {
    EXPECT_EQ(display_name("GUY'S AND ST THOMAS' NHS FOUNDATION TRUST"),
              "Guy's and St Thomas' NHS Foundation Trust");
    EXPECT_EQ(display_name("THE ROYAL BOURNEMOUTH AND CHRISTCHURCH HOSPITALS"),
              "The Royal Bournemouth and Christchurch Hospitals");
    EXPECT_EQ(display_name("STOKE-ON-TRENT"), "Stoke-on-Trent");
    EXPECT_EQ(display_name("O'BRIEN (LONDON) CIC"), "O'Brien (London) CIC");
    EXPECT_EQ(display_name("Karolinska Institutet"), "Karolinska Institutet");
    EXPECT_EQ(display_name("YSBYTY GL\u00c2N"), "Ysbyty Gl\u00c2n");
    EXPECT_EQ(display_name(""), "");
}

}  // namespace
}  // namespace organisations
