// Reserved seats against a model that tries every set of people, and vacancies.

#include "features/counting/constraints.h"
#include "features/counting/test_election.h"

#include <algorithm>
#include <bit>
#include <gtest/gtest.h>
#include <random>

namespace {

using namespace counting;
using namespace counting::testing;

// All sets of so many people, one by one.
Constraints::Judgement tried(const std::vector<Category>& categories, int seats,
                             const std::vector<Place>& places) {
    const std::size_t people = places.size();
    std::vector<char> in_some(people, 0), in_all(people, 1);
    bool is_possible = false;
    for (unsigned set = 0; set < (1U << people); ++set) {
        const auto has = [&](std::size_t c) { return (set >> c & 1U) != 0; };
        if (std::popcount(set) != seats) continue;
        bool is_legal = true;
        for (std::size_t c = 0; c < people; ++c) {
            if (places[c] == Place::elected && !has(c)) is_legal = false;
            if (places[c] == Place::out && has(c)) is_legal = false;
        }
        for (const Category& category : categories) {
            int number = 0;
            for (const int member : category.members)
                number += has(static_cast<std::size_t>(member));
            if (number < category.least || number > category.most) is_legal = false;
        }
        if (!is_legal) continue;
        is_possible = true;
        for (std::size_t c = 0; c < people; ++c) {
            if (has(c))
                in_some[c] = 1;
            else
                in_all[c] = 0;
        }
    }
    Constraints::Judgement judgement{std::vector<char>(people, 0), std::vector<char>(people, 0),
                                     is_possible};
    for (std::size_t c = 0; c < people && is_possible; ++c) {
        if (places[c] != Place::open) continue;
        judgement.guarded[c] = in_all[c];
        judgement.doomed[c] = !in_some[c];
    }
    return judgement;
}

TEST(Constraints, AreJudgedAsAModelJudgesThatTriesEverySet) {
    std::mt19937 dice(5);
    int possible = 0, guarded = 0, doomed = 0;
    for (int trial = 0; trial < 3'000; ++trial) {
        const auto people = static_cast<std::size_t>(2 + dice() % 8);
        const int seats = 1 + static_cast<int>(dice() % people);
        std::vector<Category> categories(1 + dice() % 3);
        for (Category& category : categories) {
            for (std::size_t c = 0; c < people; ++c) {
                if (dice() % 2) category.members.push_back(static_cast<int>(c));
            }
            category.least = static_cast<int>(dice() % 3);
            category.most = category.least + static_cast<int>(dice() % 4);
        }
        std::vector<Place> places(people, Place::open);
        for (Place& place : places) {
            if (dice() % 4 == 0) place = dice() % 2 ? Place::elected : Place::out;
        }
        const auto ours = Constraints(categories, people, seats).judge(places);
        const auto model = tried(categories, seats, places);
        ASSERT_EQ(ours.is_possible, model.is_possible) << trial;
        ASSERT_EQ(ours.guarded, model.guarded) << trial;
        ASSERT_EQ(ours.doomed, model.doomed) << trial;
        possible += model.is_possible;
        guarded += static_cast<int>(std::ranges::count(model.guarded, 1));
        doomed += static_cast<int>(std::ranges::count(model.doomed, 1));
    }
    EXPECT_GT(possible, 500);
    EXPECT_GT(guarded, 200);
    EXPECT_GT(doomed, 200);
}

// Hill's example in Voting matters 13: 14 seats; 7 English, 6 Scottish, 1 Welsh; 7 men, 7 women.
// With one Welsh seat the numbers of Englishmen decide all others: eight completions.
struct Hill {
    std::vector<Category> categories = {{"English", {}, 7, 7},
                                        {"Scottish", {}, 6, 6},
                                        {"Welsh", {}, 1, 1},
                                        {"men", {}, 7, 7},
                                        {"women", {}, 7, 7}};
    std::vector<Place> places;

    int add(std::size_t nation, std::size_t sex, Place place = Place::open) {
        const auto c = static_cast<int>(places.size());
        categories[nation].members.push_back(c);
        categories[sex].members.push_back(c);
        places.push_back(place);
        return c;
    }
    Constraints::Judgement judge() const {
        return Constraints(categories, places.size(), 14).judge(places);
    }
};

TEST(Constraints, TwoKindsOfSeatsTogetherGuardWhomNeitherGuardsAlone) {
    constexpr std::size_t english = 0, scottish = 1, welsh = 2, men = 3, women = 4;
    Hill hill;
    for (int i = 0; i < 8; ++i) {
        hill.add(english, men);
        hill.add(english, women);
    }
    for (int i = 0; i < 6; ++i) hill.add(scottish, men);
    const int only = hill.add(scottish, women);
    const int man = hill.add(welsh, men), woman = hill.add(welsh, women);
    auto judged = hill.judge();
    ASSERT_TRUE(judged.is_possible);
    for (const int c : {only, man, woman}) {
        EXPECT_FALSE(judged.guarded[static_cast<std::size_t>(c)]);
        EXPECT_FALSE(judged.doomed[static_cast<std::size_t>(c)]);
    }
    // With six Scottish men there is one seat for a man among seven English and one Welsh: so once
    // an Englishman is elected the Welshman is doomed, and the Welsh woman guarded, unless the
    // Scottish woman comes in.
    hill.places[0] = Place::elected;
    hill.places[static_cast<std::size_t>(only)] = Place::out;
    judged = hill.judge();
    ASSERT_TRUE(judged.is_possible);
    EXPECT_TRUE(judged.doomed[static_cast<std::size_t>(man)]);
    EXPECT_TRUE(judged.guarded[static_cast<std::size_t>(woman)]);
    EXPECT_TRUE(judged.doomed[2]);    // a second Englishman
    EXPECT_FALSE(judged.guarded[1]);  // eight English women for six seats
    EXPECT_TRUE(judged.guarded[16]);  // each Scottish man
}

TEST(Constraints, WhatNobodyCanMeetIsSaidBeforehand) {
    const auto election = made(4, 2, {"3 1", "2 2", "1 3", "1 4"});
    EXPECT_TRUE(is_possible(election, {{"x", {0, 1}, 1, 1}}));
    EXPECT_FALSE(is_possible(election, {{"x", {0}, 2, 2}}));
    EXPECT_FALSE(is_possible(election, {{"x", {0, 1}, 2, 2}, {"y", {2, 3}, 1, 2}}));
    const auto result = counted(election, Rule::scottish, {.categories = {{"x", {0}, 2, 2}}});
    EXPECT_EQ(result.outcome, Outcome::impossible);
    EXPECT_TRUE(result.elected.empty());
}

// ---- in a count ----

TEST(ReservedSeats, TheGuardedAreNotExcludedAndTheDoomedGoAtOnce) {
    // One of two seats is for D or E, who have least of all.
    const auto election = made(5, 2, {"12 1", "8 2 4", "7 3", "2 4", "1 5 4"});
    const Terms terms = {.categories = {{"reserved", {3, 4}, 1, 2}}};
    EXPECT_EQ(letters(counted(election, Rule::scottish).elected), "AB");
    for (const Rule rule : {Rule::scottish, Rule::ers97, Rule::meek, Rule::block}) {
        const auto result = counted(election, rule, terms);
        EXPECT_EQ(letters(result.elected), "AD") << code_of(rule);
        EXPECT_EQ(result.outcome, Outcome::counted);
    }
    const auto scottish = counted(election, Rule::scottish, terms);
    // A has the quota, so that the other seat is the reserved one: B and C go together.
    EXPECT_EQ(letters(stage(scottish, 1).elected), "A");
    EXPECT_EQ(letters(stage(scottish, 2).excluded), "BC");
}

TEST(ReservedSeats, NobodyOverTheMostIsElectedEvenWithAQuota) {
    const auto election = made(4, 2, {"9 1", "9 2", "2 3", "1 4"});
    const Terms terms = {.categories = {{"one of A and B", {0, 1}, 0, 1}}};
    for (const Rule rule : {Rule::scottish, Rule::ers97, Rule::meek, Rule::block}) {
        EXPECT_EQ(letters(counted(election, rule, terms).elected), "AC") << code_of(rule);
    }
}

// ---- vacancies ----

TEST(Countback, ThoseWhoRemainAreNotExcludedAndOneNewPersonEndsIt) {
    const auto election = made(5, 3, {"9 1 4 5", "8 2 5", "7 3", "4 4", "3 5"});
    ASSERT_EQ(letters(counted(election, Rule::scottish).elected), "ABC");
    for (const Rule rule : {Rule::scottish, Rule::ers97, Rule::meek}) {
        // A leaves: all of A's ballots go to D.
        const auto result = countback(election, rule, {}, {.leaving = {0}, .remaining = {1, 2}});
        ASSERT_TRUE(result);
        EXPECT_EQ(letters({result->elected.back()}), "D") << code_of(rule);
        for (const Stage& one : result->stages) {
            for (const int c : one.excluded) EXPECT_NE(c, 2) << "C keeps the seat";
        }
        // D is not willing any more.
        const auto other = countback(election, rule, {}, {.leaving = {0, 3}, .remaining = {1, 2}});
        ASSERT_TRUE(other);
        EXPECT_EQ(letters({other->elected.back()}), "E");
    }
}

TEST(Countback, ASeatStaysEmptyWhereNobodyIsLeft) {
    const auto election = made(4, 3, {"9 1 4", "8 2", "7 3", "5 4"});
    const auto result = countback(election, Rule::scottish, {},
                                  {.leaving = {0, 3}, .remaining = {1, 2}});
    ASSERT_TRUE(result);
    EXPECT_EQ(letters(result->elected), "BC");
    EXPECT_EQ(result->unfilled(), 1);
}

}  // namespace
