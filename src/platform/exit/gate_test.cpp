#include "platform/exit/gate.h"

#include <gtest/gtest.h>
#include <type_traits>

namespace leaving {

namespace {

Draft draft_for(Exit exit) {
    return {.exit = exit,
            .from = {"forum.post", 12, 34},
            .audience = {5},
            .subject_line = "6 new replies on ambient voice",
            .summary = "CCIO Network, last from Grace Okonjo",
            .content = "At our trust we wrote the DPIA ourselves."};
}

// Only the gate makes one. For tests/must_not_compile:
//   leaving::Passed passed(leaving::Draft{});            // the constructor is private
//   leaving::Passed passed{};                            // nor is there an empty one
//   search::put(tx, search::Entry{}, now);               // an entry made by hand
//   search::put(tx, leaving::Draft{}, now);              // a draft that no gate has seen
//   mail::Sheet{.news = leaving::Draft{}};               // the same, for a letter
//   leaving::Draft draft{.subject_line = "no exit"};     // with -Werror=missing-field-initializers
static_assert(!std::is_default_constructible_v<Passed>);
static_assert(!std::is_constructible_v<Passed, Draft>);
static_assert(!std::is_convertible_v<Draft, Passed>);

TEST(GateTest, WhatPassesKeepsItsTextsAndProvenance) {
    const auto passed = Gate().pass(draft_for(Exit::search));
    ASSERT_TRUE(passed);
    EXPECT_EQ(passed->exit(), Exit::search);
    EXPECT_EQ(passed->from().kind, "forum.post");
    EXPECT_EQ(passed->from().subject, 12);
    EXPECT_EQ(passed->from().part, 34);
    EXPECT_EQ(passed->audience().value, 5);
    EXPECT_EQ(passed->subject_line(), "6 new replies on ambient voice");
    EXPECT_EQ(passed->summary(), "CCIO Network, last from Grace Okonjo");
    EXPECT_EQ(passed->content(), "At our trust we wrote the DPIA ourselves.");
}

TEST(GateTest, MailAndLogNeverCarryTheTextOfAPost) {
    for (const Exit exit : {Exit::mail, Exit::log}) {
        const auto passed = Gate().pass(draft_for(exit));
        ASSERT_TRUE(passed);
        EXPECT_EQ(passed->content(), "");
        EXPECT_EQ(passed->summary(), "CCIO Network, last from Grace Okonjo");
    }
}

TEST(GateTest, NoPolicyBringsTheTextBackIntoAMail) {
    const Gate gate({[](Draft& draft, const record::Floor*) {
        draft.content = "the text, again";
        return Ruling::pass;
    }});
    EXPECT_EQ(gate.pass(draft_for(Exit::mail))->content(), "");
    EXPECT_EQ(gate.pass(draft_for(Exit::print))->content(), "the text, again");
}

TEST(GateTest, OneRefusalIsEnough) {
    int asked = 0;
    const Gate gate({[](Draft& draft, const record::Floor*) {
                         return draft.exit == Exit::feed ? Ruling::refuse : Ruling::pass;
                     },
                     [&asked](Draft&, const record::Floor*) {
                         ++asked;
                         return Ruling::pass;
                     }});
    EXPECT_FALSE(gate.pass(draft_for(Exit::feed)));
    EXPECT_EQ(asked, 0);
    EXPECT_TRUE(gate.pass(draft_for(Exit::search)));
    EXPECT_EQ(asked, 1);
}

TEST(GateTest, PoliciesAlterTheDraftOneAfterTheOther) {
    const Gate gate({[](Draft& draft, const record::Floor*) {
                         draft.summary = "name withheld";
                         return Ruling::pass;
                     },
                     [](Draft& draft, const record::Floor*) {
                         draft.summary += ", CCIO Network";
                         return Ruling::pass;
                     }});
    EXPECT_EQ(gate.pass(draft_for(Exit::mail))->summary(), "name withheld, CCIO Network");
}

TEST(GateTest, APolicyCannotSendADraftAnotherWayOrToOthers) {
    const Gate gate({[](Draft& draft, const record::Floor*) {
        draft.exit = Exit::search;
        draft.audience = {99};
        draft.from = {"news.item", 1, 1};
        return Ruling::pass;
    }});
    const auto passed = gate.pass(draft_for(Exit::mail));
    ASSERT_TRUE(passed);
    EXPECT_EQ(passed->exit(), Exit::mail);
    EXPECT_EQ(passed->audience().value, 5);
    EXPECT_EQ(passed->from().kind, "forum.post");
    EXPECT_EQ(passed->content(), "");
}

}  // namespace

}  // namespace leaving
