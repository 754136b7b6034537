// Each rule of the Order that elections by Scottish STV are counted by, and what is easily got
// wrong.

#include "features/counting/test_election.h"

#include <gtest/gtest.h>

namespace {

using namespace counting;
using namespace counting::testing;

Result scottish(const Election& election, const Terms& terms = {}) {
    return counted(election, Rule::scottish, terms);
}

TEST(Scottish, TheQuotaIsTheNextWholeNumberAboveTheShare) {  // rule 46
    const auto quota = [](int papers, int seats) {
        const auto result = scottish(made(4, seats, {std::to_string(papers) + " 1", "1 2"}));
        return votes_text(result.quota.value(), result.digits);
    };
    EXPECT_EQ(quota(7, 1), "5.00000");  // 8 ÷ 2 is whole, and one more
    EXPECT_EQ(quota(8, 1), "5.00000");
    EXPECT_EQ(quota(8, 2), "4.00000");
}

TEST(Scottish, AllPapersOfASurplusMoveAtTheirShareTruncatedEach) {  // rule 48
    // Quota 4. A has 7: each of three papers for B moves at 3 ÷ 7 = 0.42857, cut off.
    const auto result = scottish(made(4, 2, {"3 1 2", "4 1 3", "2 2", "2 3", "0004 4"}));
    EXPECT_EQ(row(result, 1), "7 2 2 4 | 0");
    const auto three = scottish(made(4, 2, {"4 1 2", "3 1 3", "2 2", "2 4"}));
    EXPECT_EQ(row(three, 1), "7 2 0 2 | 0");
    // 4 × 0.42857, 3 × 0.42857; what was cut off is non-transferable.
    EXPECT_EQ(row(three, 2), "4 3.71428 1.28571 2 | 0.00001");
}

TEST(Scottish, PapersAreTruncatedOneByOneNotTogether) {
    // Quota 5; A's surplus of 5 is 5 ÷ 10 of each; three papers for B at 0.5 are worth 1.5, and
    // when these move on with B's surplus each is truncated by itself.
    const auto result = scottish(made(5, 2, {"7 1 2 3", "2 1 4", "2 2 3", "1 4", "1 5", "1 3"}));
    ASSERT_EQ(row(result, 1), "9 2 1 1 1 | 0");
    ASSERT_EQ(letters(result.elected), "AB");
    EXPECT_EQ(row(result, 2), "5 5.11108 1 1.88888 1 | 0.00004");  // 4 ÷ 9 = 0.44444 each
    // One paper and a thousand of the same ranking count alike.
    const auto merged = scottish(made(3, 1, {"3 1 2", "3 3 2", "3 2"}));
    const auto apart = scottish(made(3, 1, {"1 1 2", "2 1 2", "1 3 2", "2 3 2", "1 2", "2 2"}));
    EXPECT_EQ(row(merged, 2), row(apart, 2));
}

TEST(Scottish, ASurplusTakesPapersThatCameLaterAtTheValueTheyHave) {
    // C is elected by papers of 1 and of A's reduced value, and both kinds move on.
    const auto result = scottish(made(5, 3, {"10 1 3 4", "4 3 5", "2 2 3 4", "3 4", "3 5"}));
    ASSERT_EQ(row(result, 1), "10 2 4 3 3 | 0");  // quota 6
    ASSERT_EQ(row(result, 2), "6 2 8 3 3 | 0");   // 4 ÷ 10 of each of ten
    // C's surplus is 2 of 8: ten papers of 0.4 at 0.1, four of 1 at 0.25.
    ASSERT_EQ(row(result, 3), "6 2 6 4 4 | 0");
}

TEST(Scottish, TheExactQuotaIsNoSurplusAndMakesNoStage) {  // rule 48(1)
    const auto result = scottish(made(4, 2, {"4 1 2", "3 2", "2 3", "1 4 3"}));
    EXPECT_EQ(row(result, 1), "4 3 2 1 | 0");
    EXPECT_EQ(letters(stage(result, 1).elected), "A");
    EXPECT_EQ(stage(result, 2).action.kind, Action::Kind::exclusion);
}

TEST(Scottish, WhoIsElectedReceivesNothingInThatStageOrLater) {  // rules 47, 48(2)
    // B and C pass the quota of 5 when A's surplus is transferred; D's papers that name them go on
    // to E.
    const auto result = scottish(made(5, 3, {"8 1 2", "4 2", "5 3", "2 4 2 3 5", "1 5"}));
    ASSERT_EQ(votes_words(result.quota.value(), 5), "6");
    EXPECT_EQ(row(result, 1), "8 4 5 2 1 | 0");
    EXPECT_EQ(row(result, 2), "6 6 5 2 1 | 0");
    EXPECT_EQ(letters(stage(result, 2).elected), "B");
    EXPECT_EQ(row(result, 3), "6 6 5 2 0 | 1");  // E is out
    EXPECT_EQ(letters(result.elected), "ABC");
    // D's papers name B, who is elected, and go on to C.
    EXPECT_EQ(row(result, 4), "6 6 7 0 0 | 1");
}

TEST(Scottish, AnExclusionIsFinishedBeforeTheLastSeatsAreGiven) {  // rule 52
    const auto result = scottish(made(3, 2, {"2 1", "2 2", "1 3 1"}));
    ASSERT_EQ(result.stages.size(), 1u);  // quota 2: both at once
    const auto three = scottish(made(3, 1, {"5 1", "4 2", "3 3 2"}));
    EXPECT_EQ(row(three, 2), "5 7 0 | 0");
    EXPECT_EQ(letters(three.elected), "B");
}

TEST(Scottish, AsManyLeftAsSeatsAreElectedWithoutTheQuota) {
    const auto result = scottish(made(4, 2, {"5 1", "4 2", "3 3", "2 4"}));
    EXPECT_EQ(letters(result.elected), "AB");
    EXPECT_EQ(row(result, 3), "5 4 0 0 | 5");
    EXPECT_EQ(letters(stage(result, 3).elected), "B");
}

// ---- ties ----

TEST(Scottish, EqualSurplusesGoByTheMostRecentStageThatDiffers) {  // rule 49(2)
    // C's surplus makes A and B equal; at the stage before B had more, though A has the lower
    // number.
    const auto result = scottish(made(5, 4, {"10 3 1", "6 3 2", "5 1 4", "7 2 5", "4 4", "3 5"}));
    ASSERT_EQ(row(result, 2), "10 10 8 4 3 | 0");
    const Tie& tie = stage(result, 3).ties.at(0);
    EXPECT_EQ(tie.purpose, Tie::For::surplus);
    EXPECT_EQ(tie.by, Tie::By::stage);
    EXPECT_EQ(tie.stage, 1);
    EXPECT_EQ(letters(stage(result, 3).action.of), "B");
}

TEST(Scottish, TheMostRecentStageThatDiffersGoesBeforeTheFirst) {  // rule 49(2)
    // A had more at stage 1, B at stage 2 after C's surplus; D's makes them equal.
    const auto result = scottish(made(9, 7,
                                      {"4 3 2", "76 3", "14 4 1", "10 4 2", "16 4", "15 1 5",
                                       "14 2 6", "1 5", "1 6", "1 7", "1 8", "1 9"}));
    ASSERT_EQ(row(result, 2), "15 17 20 40 1 1 1 1 1 | 57");
    ASSERT_EQ(row(result, 3), "22 22 20 20 1 1 1 1 1 | 65");
    EXPECT_EQ(letters(stage(result, 4).action.of), "B");
    EXPECT_EQ(stage(result, 4).ties.at(0).stage, 2);
}

TEST(Scottish, SurplusesThatWereAlwaysEqualGoByTheLot) {
    const auto election = made(6, 3, {"9 1 5", "9 2 6", "3 3", "2 4", "3 5", "2 6"});
    const auto result = scottish(election);
    EXPECT_EQ(stage(result, 2).ties.at(0).by, Tie::By::number);
    EXPECT_EQ(letters(stage(result, 2).action.of), "A");
    const auto drawn = scottish(election, {.lot = {1, 0, 2, 3, 4, 5}});
    EXPECT_EQ(stage(drawn, 2).ties.at(0).by, Tie::By::lot);
    EXPECT_EQ(letters(stage(drawn, 2).action.of), "B");
}

// A, B and C are equal at stage 2. At stage 1 A had more than B and C: A is out of the tie,
// whatever the lot says.
const std::vector<std::string> narrowing = {"9 1 4",  "7 2 4", "7 3 5", "30 4",
                                            "21 5 4", "2 6 2", "2 6 3"};

TEST(Scottish, AThreeWayTieIsNarrowedStageByStage) {  // rule 51(2)
    const auto result = scottish(made(6, 1, narrowing));
    ASSERT_EQ(row(result, 2), "9 9 9 30 21 0 | 0");
    const Tie& tie = stage(result, 3).ties.at(0);
    EXPECT_EQ(letters(tie.among), "ABC");
    EXPECT_EQ(letters(tie.chosen), "B");
    EXPECT_EQ(tie.stage, 1);
    EXPECT_EQ(tie.by, Tie::By::number);
    for (const std::vector<int>& lot : {std::vector{0, 1, 2, 3, 4, 5}, {0, 2, 1, 3, 4, 5}}) {
        const auto drawn = scottish(made(6, 1, narrowing), {.lot = lot});
        EXPECT_NE(letters(stage(drawn, 3).excluded), "A");
        EXPECT_EQ(stage(drawn, 3).excluded, std::vector<int>{lot[1]});
        EXPECT_EQ(stage(drawn, 3).ties.at(0).by, Tie::By::lot);
    }
}

TEST(Scottish, ATieIsNarrowedAgainByTheStageBefore) {
    // At stage 3 A, B, C have 6 each; at stage 2 A 6, B 5, C 5; at stage 1 B 5, C 4: C goes.
    const auto result = scottish(
        made(7, 1, {"6 1", "5 2", "4 3", "20 4", "1 5 3", "1 6 2", "1 6 3", "10 7"}));
    ASSERT_EQ(row(result, 2), "6 5 5 20 0 2 10 | 0");
    ASSERT_EQ(row(result, 3), "6 6 6 20 0 0 10 | 0");
    EXPECT_EQ(letters(stage(result, 4).excluded), "C");
    EXPECT_EQ(stage(result, 4).ties.at(0).by, Tie::By::stage);
    EXPECT_EQ(stage(result, 4).ties.at(0).stage, 1);
}

TEST(Scottish, EqualAtEveryStageIsForTheLot) {
    const auto election = made(3, 1, {"1 1", "1 2", "1 3"});
    EXPECT_EQ(letters(scottish(election).elected), "C");
    EXPECT_EQ(letters(scottish(election, {.lot = {2, 1, 0}}).elected), "A");
    EXPECT_EQ(letters(scottish(election, {.lot = {1, 2, 0}}).elected), "A");
    EXPECT_EQ(letters(scottish(election, {.lot = {0, 2, 1}}).elected), "B");
}

// ---- who is not counted ----

TEST(Scottish, WithdrawnCandidatesAreAsIfTheyHadNeverStood) {
    const auto result = scottish(made(4, 2, {"6 1 2 3", "5 2 1 4", "4 3 4", "3 4 3"}, "-2\n"));
    EXPECT_EQ(row(result, 1), "11 0 4 3 | 0");
    EXPECT_EQ(letters(result.elected), "AC");
    const auto only = scottish(made(4, 1, {"6 2", "5 1", "1 3", "1 4"}, "-2\n"));
    EXPECT_EQ(only.ballots, 13);
    EXPECT_EQ(only.valid, 7);  // a ballot for B alone says nothing
}

TEST(Scottish, NoMoreCandidatesThanSeatsAreElectedUnopposed) {
    for (const Rule rule : {Rule::scottish, Rule::ers97, Rule::meek, Rule::block}) {
        const auto fewer = counted(made(2, 3, {"5 1 2", "3 2"}), rule);
        EXPECT_EQ(fewer.outcome, Outcome::unopposed);
        EXPECT_EQ(letters(fewer.elected), "AB");
        EXPECT_EQ(fewer.unfilled(), 1);
        EXPECT_TRUE(fewer.stages.empty());
        EXPECT_EQ(counted(made(2, 2, {}), rule).outcome, Outcome::unopposed);
        EXPECT_EQ(counted(made(3, 2, {"5 1"}, "-1\n"), rule).outcome, Outcome::unopposed);
        EXPECT_EQ(counted(made(1, 2, {}, "-1\n"), rule).unfilled(), 2);
    }
}

TEST(Scottish, WithoutAValidBallotNobodyIsElected) {
    for (const Rule rule : {Rule::scottish, Rule::ers97, Rule::meek, Rule::irv, Rule::block}) {
        for (const auto& ballots : {std::vector<std::string>{}, {"3"}, {"3 1"}}) {
            const auto result = counted(made(3, 1, ballots, "-1\n"), rule);
            EXPECT_EQ(result.outcome, Outcome::no_valid_ballots);
            EXPECT_TRUE(result.elected.empty());
            EXPECT_EQ(result.unfilled(), 1);
        }
    }
}

}  // namespace
