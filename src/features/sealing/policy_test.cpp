// Who may do what with keys and sealed names: both sides of each limit.

#include "features/sealing/policy.h"

#include <gtest/gtest.h>

namespace sealing {
namespace {

constexpr PersonId ann{1}, mia{2}, ned{3};
const base::Instant now = base::Instant(base::days(20'000)) + base::hours(9);
const std::string long_text(2'000, 'a');

identity::Actor actor(PersonId id, bool officer) {
    identity::Actor::Person person;
    person.id = id;
    if (officer) person.rights.held.push_back({open_sealed_names, {}});
    return identity::Actor::person(person);
}
const auto member = actor(ann, false), officer = actor(mia, true), other = actor(ned, true);

Key key_of(PersonId holder) {
    Key key;
    key.id = KeyId{holder.value};
    key.holder = holder;
    key.is_in_office = true;
    return key;
}
Key deposit() {
    Key key;
    key.id = KeyId{90};
    key.is_deposit = key.is_in_office = true;
    return key;
}
Key retired(Key key) {
    key.retired = now;
    return key;
}
Opening opening(State state = State::waits) {
    Opening one;
    one.state = state;
    one.asker = mia;
    one.asked = now;
    return one;
}

TEST(SealingPolicy, OfficersAreThoseOfTheWholeCommunity) {
    EXPECT_TRUE(is_officer(officer));
    EXPECT_FALSE(is_officer(member));
    EXPECT_FALSE(is_officer(identity::Actor::visitor()));
    identity::Actor::Person chair;
    chair.rights.held.push_back({open_sealed_names, {7}});
    EXPECT_FALSE(is_officer(identity::Actor::person(chair)));
}

TEST(SealingPolicy, NothingIsSealedBeforeTwoOfficersHaveKeysAndLossIsDecided) {
    const Recovery decided;
    EXPECT_TRUE(may_be_sealed({key_of(mia), key_of(ned)}, std::nullopt));
    EXPECT_TRUE(may_be_sealed({}, decided));
    EXPECT_TRUE(may_be_sealed({key_of(mia)}, decided));
    EXPECT_TRUE(may_be_sealed({key_of(mia), deposit()}, decided)) << "a deposit is no officer";
    EXPECT_TRUE(may_be_sealed({key_of(mia), retired(key_of(ned))}, decided));
    auto gone = key_of(ned);
    gone.is_in_office = false;
    EXPECT_TRUE(may_be_sealed({key_of(mia), gone}, decided));
    EXPECT_FALSE(may_be_sealed({key_of(mia), key_of(ned)}, decided));
}

TEST(SealingPolicy, AnOfficerHoldsOneKeyOfSeven) {
    EXPECT_TRUE(may_hold_key(member, {}));
    EXPECT_FALSE(may_hold_key(officer, {}));
    EXPECT_TRUE(may_hold_key(officer, {key_of(mia)}));
    EXPECT_FALSE(may_hold_key(officer, {retired(key_of(mia))}));
    std::vector<Key> many;
    for (int n = 0; n < 6; ++n) many.push_back(key_of(PersonId{10 + n}));
    EXPECT_FALSE(may_hold_key(officer, many));
    many.push_back(deposit());
    EXPECT_TRUE(may_hold_key(officer, many));
}

TEST(SealingPolicy, AKeyIsRetiredByItsHolderOrOnceTheOfficeEnded) {
    EXPECT_FALSE(may_retire(officer, key_of(mia), {"Lost."}));
    EXPECT_TRUE(may_retire(officer, key_of(ned), {"Lost."}));
    EXPECT_TRUE(may_retire(member, key_of(ann), {"Lost."}));
    auto gone = key_of(ned);
    gone.is_in_office = false;
    EXPECT_FALSE(may_retire(officer, gone, {"Left."}));
    EXPECT_FALSE(may_retire(officer, deposit(), {"Burnt."}));
    EXPECT_TRUE(may_retire(officer, retired(key_of(mia)), {"Lost."}));
    EXPECT_EQ(may_retire(officer, key_of(mia), {""})->field, "why");
    EXPECT_EQ(may_retire(officer, key_of(mia), {long_text})->field, "why");
}

TEST(SealingPolicy, WhatHappensToLostKeysIsNothingOrADeposit) {
    const RecoveryDraft nothing{.way = "nothing", .keeper = {}, .phrase = {}, .typed = {}};
    const RecoveryDraft kept{.way = "deposit", .keeper = "The safe", .phrase = {}, .typed = {}};
    EXPECT_TRUE(may_decide(member, nothing, {}));
    EXPECT_FALSE(may_decide(officer, nothing, {}));
    EXPECT_FALSE(may_decide(officer, kept, {key_of(mia)}));
    EXPECT_TRUE(may_decide(officer, kept, {deposit()}));
    EXPECT_FALSE(may_decide(officer, kept, {retired(deposit())}));
    EXPECT_EQ(may_decide(officer, {"deposit", "", "", ""}, {})->field, "keeper");
    EXPECT_EQ(may_decide(officer, {"deposit", long_text, "", ""}, {})->field, "keeper");
    EXPECT_EQ(may_decide(officer, {"", "", "", ""}, {})->field, "way");
    std::vector<Key> seven;
    for (int n = 0; n < 7; ++n) seven.push_back(key_of(PersonId{10 + n}));
    EXPECT_EQ(may_decide(officer, kept, seven)->field, "way");
}

TEST(SealingPolicy, OpeningIsAskedWithAGroundAndOnlyOnceAtATime) {
    const AskDraft draft{.ground = "law", .words = "A court asks.", .phrase = {}};
    EXPECT_TRUE(may_ask(member, draft, {}));
    EXPECT_FALSE(may_ask(officer, draft, {}));
    EXPECT_EQ(may_ask(officer, {"", "Why", ""}, {})->field, "ground");
    EXPECT_EQ(may_ask(officer, {"curiosity", "Why", ""}, {})->field, "ground");
    EXPECT_EQ(may_ask(officer, {"law", "", ""}, {})->field, "words");
    EXPECT_EQ(may_ask(officer, {"law", long_text, ""}, {})->field, "words");
    EXPECT_TRUE(may_ask(officer, draft, {opening(State::waits)}));
    EXPECT_TRUE(may_ask(officer, draft, {opening(State::opened)}));
    EXPECT_FALSE(may_ask(officer, draft, {opening(State::declined), opening(State::lapsed)}));
}

TEST(SealingPolicy, NobodyOpensAlone) {
    EXPECT_TRUE(may_agree(member, opening(), now));
    EXPECT_TRUE(may_agree(officer, opening(), now)) << "who asked";
    EXPECT_FALSE(may_agree(other, opening(), now));
    EXPECT_FALSE(may_agree(other, opening(), now + waits_for));
    EXPECT_TRUE(may_agree(other, opening(), now + waits_for + base::minutes(1)));
    EXPECT_TRUE(may_agree(other, opening(State::opened), now));
    EXPECT_TRUE(may_decline(member, opening(), {"No."}));
    EXPECT_TRUE(may_decline(officer, opening(), {"No."}));
    EXPECT_FALSE(may_decline(other, opening(), {"No."}));
    EXPECT_EQ(may_decline(other, opening(), {""})->field, "reason");
    EXPECT_EQ(may_decline(other, opening(), {long_text})->field, "reason");
    EXPECT_TRUE(may_decline(other, opening(State::declined), {"No."}));
}

TEST(SealingPolicy, AKeyIsUsedByItsHolderADepositByAny) {
    const auto own = key_of(mia), theirs = key_of(ned), kept = deposit();
    EXPECT_FALSE(may_use(officer, &own));
    EXPECT_FALSE(may_use(officer, &kept));
    EXPECT_EQ(may_use(officer, &theirs)->field, "phrase");
    EXPECT_EQ(may_use(officer, nullptr)->field, "phrase");
    auto made = deposit();
    made.maker = mia;
    EXPECT_EQ(may_use(officer, &made)->field, "phrase") << "who made it has seen its phrase";
    EXPECT_FALSE(may_use(other, &made));
}

}  // namespace
}  // namespace sealing
