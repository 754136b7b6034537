// The rules of the Electoral Reform Society, each with what is easily got wrong.

#include "features/counting/test_election.h"

#include <gtest/gtest.h>

namespace {

using namespace counting;
using namespace counting::testing;

Result ers97(const Election& election, const Terms& terms = {}) {
    return counted(election, Rule::ers97, terms);
}

std::string shown(const std::optional<std::int64_t>& votes) {
    return votes ? votes_text(*votes, 2) : "none";
}

TEST(Ers97, TheQuotaIsRoundedUpToAHundredthUnlessItIsExact) {  // 5.1
    EXPECT_EQ(shown(ers97(made(3, 1, {"4 1", "3 2", "1 3"})).quota), "4.00");
    EXPECT_EQ(shown(ers97(made(4, 2, {"4 1", "3 2", "3 3", "0010 4"})).quota), "6.67");
    EXPECT_EQ(shown(ers97(made(4, 2, {"7 1", "6 2", "6 3", "3 4"})).quota), "7.34");
}

TEST(Ers97, EachTransferablePaperGetsAnEqualTruncatedShareOfTheSurplus) {  // 5.3
    // Quota 6.67; A has 3.33 more, 7 of 10 papers go on: 0.47 each, 0.04 are lost.
    const auto result = ers97(made(4, 2, {"4 1 2", "3 1 3", "3 1", "4 2", "3 3", "3 4"}));
    ASSERT_EQ(row(result, 1), "10 4 3 3 | 0");
    ASSERT_EQ(letters(stage(result, 1).elected), "A");
    EXPECT_EQ(row(result, 2), "6.67 5.88 4.41 3 | 0.04");
    EXPECT_EQ(stage(result, 2).action.value, 47);
}

TEST(Ers97, NoPaperIsWorthMoreThanItWas) {  // 5.3.7
    const auto result = ers97(made(4, 2, {"10 1", "3 1 2", "4 2", "3 3", "2 4"}));
    EXPECT_EQ(row(result, 2), "7.34 7 3 2 | 2.66");
    EXPECT_EQ(stage(result, 2).action.value, 100);
}

TEST(Ers97, OfALaterSurplusOnlyTheLastBatchIsLookedAt) {  // 5.3.1, 5.3.2
    // B is elected by papers from D; B's own, which name C, stay where they are.
    const auto result = ers97(made(5, 3, {"7 1", "5 2 3", "4 3 5", "4 5 3", "3 4 2 5", "1 5 4"}));
    ASSERT_EQ(shown(result.quota), "6.00");
    ASSERT_EQ(row(result, 1), "7 5 4 3 5 | 0");
    ASSERT_EQ(row(result, 2), "7 8 4 0 5 | 0");
    ASSERT_EQ(letters(stage(result, 2).elected), "B");
    EXPECT_EQ(row(result, 3), "7 6 4 0 6.98 | 0.02");  // three papers at 0.66 to E, none to C
}

TEST(Ers97, SeveralWhoCannotPassTheNextOneAreExcludedTogether) {  // 5.2
    // C, D and E have 1 + 1 + 2 = 4, less than B's 5.
    const auto result = ers97(made(5, 1, {"6 1", "5 2", "1 3 2", "1 4 2", "2 5"}));
    EXPECT_EQ(letters(stage(result, 2).action.of), "CDE");
    EXPECT_EQ(row(result, 2), "6 7 0 0 0 | 2");
    EXPECT_EQ(letters(result.elected), "B");
}

TEST(Ers97, EqualsAreNotPartedWhenSeveralAreExcluded) {
    // D and E have 1 each, together as many as C: the three are no group below B, and C is one by
    // itself with them or not at all.
    const auto result = ers97(made(5, 1, {"5 1", "3 2", "2 3 1", "1 4 2", "1 5 2"}));
    EXPECT_EQ(letters(stage(result, 2).action.of), "DE");
    const auto equal = ers97(made(4, 1, {"5 1", "2 2", "2 3", "2 4"}));
    EXPECT_EQ(letters(stage(equal, 2).action.of), "B");  // the lot takes one of the three
}

TEST(Ers97, ASurplusThatCanChangeNothingIsDeferred) {  // 5.2
    // A's surplus of 1 cannot bring D past C, so D goes first.
    const auto result = ers97(made(4, 2, {"7 1 4", "5 2", "4 3", "2 4 3"}));
    ASSERT_EQ(shown(result.quota), "6.00");
    EXPECT_EQ(stage(result, 2).action.kind, Action::Kind::exclusion);
    EXPECT_EQ(letters(stage(result, 2).action.of), "D");
    EXPECT_EQ(row(result, 2), "7 5 6 0 | 0");
    // With D one nearer it is transferred.
    const auto near = ers97(made(4, 2, {"8 1 4", "5 2", "4 3", "3 4 3"}));
    EXPECT_EQ(stage(near, 2).action.kind, Action::Kind::surplus);
}

TEST(Ers97, ExcludedPapersMoveByTheirValueAndEachValueMayElect) {  // 5.4
    // C has three papers of 1 and two of A's 0.34. The first kind elects D, who gets none of the
    // second.
    const auto result = ers97(
        made(6, 4, {"2 1 3 4 5", "8 1 2", "5 2", "3 3 4", "5 4", "5 5", "5 6"}));
    ASSERT_EQ(shown(result.quota), "6.60");
    ASSERT_EQ(row(result, 2), "6.6 7.72 3.68 5 5 5 | 0");
    EXPECT_EQ(row(result, 3), "6.6 7.72 0.68 8 5 5 | 0");
    EXPECT_EQ(letters(stage(result, 3).elected), "D");
    EXPECT_EQ(stage(result, 3).action.parts, 2);
    EXPECT_EQ(stage(result, 3).action.value, 100);
    EXPECT_EQ(row(result, 4), "6.6 7.72 0 8 5.68 5 | 0");
    EXPECT_EQ(stage(result, 4).action.value, 34);
}

TEST(Ers97, TheQuotaFallsAsLongAsNobodyIsElected) {  // 5.4.8
    const auto result = ers97(made(5, 1, {"7 1", "6 2", "4 3", "3 4", "2 5"}));
    std::string quotas;
    for (const Stage& one : result.stages) quotas += shown(one.quota) + " ";
    EXPECT_EQ(quotas, "11.00 10.00 8.50 6.50 ");
    EXPECT_EQ(letters(stage(result, 4).elected), "A");
    // Here A is elected at once, and the quota stays whatever is lost.
    const auto stays = ers97(made(4, 2, {"7 1", "4 2", "3 3", "2 4"}));
    for (const Stage& one : stays.stages) EXPECT_EQ(shown(one.quota), "5.34");
}

TEST(Ers97, TheActiveVoteElectsBelowTheQuota) {
    // Quota 5.67. After A's surplus with nowhere to go 10.33 are active for one seat of two: who
    // has half of what is left is elected.
    const auto result = ers97(made(4, 2, {"7 1", "5 2", "3 3", "2 4 3"}));
    ASSERT_EQ(shown(result.quota), "5.67");
    ASSERT_EQ(letters(stage(result, 1).elected), "A");
    EXPECT_EQ(shown(stage(result, 2).vote_required), "5.00");
    EXPECT_EQ(letters(stage(result, 2).elected), "B");
    EXPECT_EQ(letters(result.elected), "AB");
}

TEST(Ers97, NobodyIsElectedOfMoreEqualsThanSeats) {
    // After A is out B and C have 1 each: exactly the quota, for one seat. The lot excludes B, and
    // since that leaves one for one seat C is elected without a transfer (5.5.1).
    const auto result = ers97(made(3, 1, {"1 1", "1 2", "1 3"}));
    ASSERT_EQ(result.stages.size(), 2u);
    EXPECT_EQ(shown(stage(result, 2).quota), "1.00");
    EXPECT_EQ(letters(stage(result, 2).elected), "C");
    ASSERT_EQ(stage(result, 2).ties.size(), 2u);
    EXPECT_EQ(letters(stage(result, 2).ties[1].among), "BC");
    EXPECT_EQ(letters(ers97(made(3, 1, {"1 1", "1 2", "1 3"}), {.lot = {2, 0, 1}}).elected), "B");
}

TEST(Ers97, AnExclusionThatWouldEndTheCountIsNotCarriedOut) {  // 5.5.1
    const auto result = ers97(made(4, 2, {"7 1", "4 2 4", "4 3 4", "3 4 3"}));
    const Stage& last = result.stages.back();
    EXPECT_EQ(letters(result.elected).size(), 2u);
    // Nobody has votes that were moved away: the last stage shows them where they were.
    std::int64_t sum = last.non_transferable;
    for (const std::int64_t votes : last.votes) sum += votes;
    EXPECT_EQ(sum, 18 * 100);
}

TEST(Ers97, WhoContinuesWhenAllSeatsAreFilledIsExcludedWithoutATransfer) {  // 5.5.2
    const auto result = ers97(made(4, 2, {"6 1 3", "6 2 4", "1 3", "1 4"}));
    ASSERT_EQ(result.stages.size(), 1u);
    EXPECT_EQ(letters(stage(result, 1).elected), "AB");
    EXPECT_EQ(letters(stage(result, 1).excluded), "CD");
}

TEST(Ers97, TiesGoByTheFirstStageThatDiffersNotByTheLast) {
    // A and B have 14 each at stage 3. At stage 1 A had more, at stage 2 B.
    const auto tied = made(
        6, 1,
        {"10 1 3", "8 2 4", "40 3", "20 4", "1 5 1 3", "4 5 2 4", "3 6 1 4", "2 6 2 3", "1 6 3"});
    const auto forward = ers97(tied);
    ASSERT_EQ(row(forward, 2), "11 12 40 20 0 6 | 0");
    ASSERT_EQ(row(forward, 3), "14 14 41 20 0 0 | 0");
    EXPECT_EQ(letters(stage(forward, 4).action.of), "B");
    EXPECT_EQ(stage(forward, 4).ties.at(0).stage, 1);
    const auto backward = counted(tied, Rule::scottish);
    EXPECT_EQ(letters(stage(backward, 4).action.of), "A");
    EXPECT_EQ(stage(backward, 4).ties.at(0).stage, 2);
}

TEST(Ers97, PapersOfNoValueMakeNoStage) {
    // A's surplus of 0.25 for a thousand papers is nothing for each.
    const auto result = ers97(made(5, 3,
                                   {"334 1 3", "334 1 4", "333 1 5", "335 2 3", "333 2 4",
                                    "333 2 5", "667 3", "667 4", "667 5"}));
    ASSERT_EQ(row(result, 2), "1000.75 1001 667 667 667 | 0.25");
    EXPECT_EQ(stage(result, 2).action.value, 0);
    EXPECT_EQ(stage(result, 4).action.parts, 1);
}

}  // namespace
