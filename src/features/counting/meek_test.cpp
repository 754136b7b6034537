// Meek's rule, as the Proportional Representation Foundation's reference has it, and the two rules
// for simpler elections.

#include "features/counting/test_election.h"

#include <gtest/gtest.h>

namespace {

using namespace counting;
using namespace counting::testing;

Result meek(const Election& election, const Terms& terms = {}) {
    return counted(election, Rule::meek, terms);
}

std::string quota(const Result& result, int number) {
    return votes_text(stage(result, number).quota.value(), result.digits);
}

TEST(Meek, TheQuotaIsTruncatedAndRaisedByTheLastDigit) {  // B2b
    EXPECT_EQ(quota(meek(made(4, 2, {"7 1", "6 2", "6 3", "3 4"})), 1), "7.333333334");
    EXPECT_EQ(quota(meek(made(4, 2, {"7 1", "6 2", "6 3", "2 4"})), 1), "7.000000001");
}

TEST(Meek, TheElectedKeepAQuotaOfEveryBallotAndTheQuotaFalls) {
    const auto result = meek(made(4, 2, {"10 1", "3 1 2", "4 2", "3 3", "2 4"}));
    EXPECT_EQ(letters(stage(result, 1).elected), "A");
    // Ten ballots end with A, so what A passes on of them is lost, and the quota falls until all is
    // even.
    EXPECT_EQ(quota(result, 2), "5.507779974");
    EXPECT_EQ(letters(result.elected), "AB");
}

TEST(Meek, AnExcludedCandidateIsPassedOverOnEveryBallot) {
    // B is excluded; ballots that name A and then B go from A straight on to C.
    const auto result = meek(made(4, 2, {"9 1 2 3", "1 2", "5 3", "4 4"}));
    ASSERT_EQ(letters(stage(result, 1).elected), "A");
    const Stage& last = result.stages.back();
    EXPECT_EQ(last.votes[1], 0);
    EXPECT_EQ(letters(result.elected), "AC");
}

TEST(Meek, WhoIsElectedInOneRoundStandsInTheOrderOfTheBallot) {
    const auto result = meek(made(4, 2, {"5 1", "9 2", "1 3", "1 4"}));
    EXPECT_EQ(letters(result.elected), "BA");
    const auto both = meek(made(4, 2, {"6 1", "9 2", "1 3", "1 4"}));
    EXPECT_EQ(letters(both.elected), "AB");
}

TEST(Meek, TheTiedAreThoseWithinTheSurplusAndTheLotDecides) {  // B3
    const auto election = made(3, 1, {"2 1", "2 2", "3 3"});
    const auto result = meek(election);
    EXPECT_EQ(letters(stage(result, 1).ties.at(0).among), "AB");
    EXPECT_EQ(letters(stage(result, 1).excluded), "A");
    const auto drawn = meek(election, {.lot = {1, 0, 2}});
    EXPECT_EQ(letters(stage(drawn, 1).excluded), "B");
}

TEST(Meek, EarlierStagesDoNotBreakItsTies) {
    // Under the Scottish rule A could not go (more votes earlier); the reference knows the lot
    // alone.
    const auto result = meek(
        made(6, 1, {"9 1 4", "7 2 4", "7 3 5", "30 4", "21 5 4", "2 6 2", "2 6 3"}));
    EXPECT_EQ(letters(stage(result, 2).excluded), "A");
}

TEST(Meek, TheLastOnesAreElectedAndTheOthersExcluded) {  // C
    const auto result = meek(made(3, 1, {"1 1", "1 2", "1 3"}));
    EXPECT_EQ(result.stages.size(), 2u);
    EXPECT_EQ(letters(stage(result, 2).excluded), "B");
    EXPECT_EQ(letters(stage(result, 2).elected), "C");
    EXPECT_EQ(letters(stage(meek(made(3, 1, {"5 1", "1 2", "1 3"})), 1).excluded), "BC");
}

// ---- instant run-off ----

TEST(InstantRunOff, EndsWithMoreThanHalfOfWhatStillCounts) {
    const auto result = counted(made(4, 1, {"42 1 2", "26 2 3 4", "15 3 4", "17 4 3"}), Rule::irv);
    EXPECT_EQ(row(result, 3), "42 0 0 58 | 0");
    EXPECT_EQ(letters(result.elected), "D");
    EXPECT_EQ(result.quota, std::nullopt);
    // Half is not more than half; and what has no further choice does not count.
    const auto half = counted(made(3, 1, {"5 1", "3 2", "2 3"}), Rule::irv);
    EXPECT_EQ(half.stages.size(), 2u);
    EXPECT_EQ(stage(half, 2).quota, 5);
    EXPECT_EQ(letters(half.elected), "A");
}

TEST(InstantRunOff, TwoWhoAreEqualArePartedByAnEarlierStageOrTheLot) {
    const auto earlier = counted(made(3, 1, {"4 1", "3 2", "1 3 2"}), Rule::irv);
    EXPECT_EQ(row(earlier, 2), "4 4 0 | 0");
    EXPECT_EQ(letters(earlier.elected), "A");
    const auto lot = counted(made(3, 1, {"4 1", "4 2", "1 3"}), Rule::irv, {.lot = {0, 1, 2}});
    EXPECT_EQ(letters(lot.elected), "B");
    EXPECT_EQ(stage(lot, 2).ties.at(0).by, Tie::By::lot);
}

TEST(InstantRunOff, FillsOneSeatAlone) {
    EXPECT_FALSE(count(made(3, 2, {"1 1"}), Rule::irv, {}));
}

TEST(InstantRunOff, AViceChairIsCountedWithTheChairWithdrawn) {
    const std::vector<std::string> ballots = {"5 1 2", "4 2 1", "3 3 2"};
    EXPECT_EQ(letters(counted(made(3, 1, ballots), Rule::irv).elected), "B");
    EXPECT_EQ(letters(counted(made(3, 1, ballots, "-2\n"), Rule::irv).elected), "A");
}

// ---- the block vote ----

TEST(Block, AsManyChoicesAsSeatsCountWhateverTheirOrder) {
    const auto result = counted(made(4, 2, {"3 1 2 3", "2 3 2", "1 4"}), Rule::block);
    EXPECT_EQ(row(result, 1), "3 5 2 1 | 1");
    EXPECT_EQ(letters(result.elected), "BA");
}

TEST(Block, TheLastSeatGoesByLotWhereVotesAreEqual) {
    const auto election = made(4, 2, {"3 1 2", "1 1 3", "1 3"});
    ASSERT_EQ(row(counted(made(4, 2, {"3 1 2", "2 1 3", "1 3"}), Rule::block), 1), "5 3 3 0 | 1");
    const auto tied = made(4, 2, {"3 1 2", "2 1 3", "1 3"});
    EXPECT_EQ(letters(counted(tied, Rule::block).elected), "AC");
    EXPECT_EQ(letters(counted(tied, Rule::block, {.lot = {2, 1, 0, 3}}).elected), "AB");
}

}  // namespace
