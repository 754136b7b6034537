// What people read of a count: sentences, the table, comma-separated values and the picture.

#include "features/counting/test_election.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace {

using namespace counting;
using namespace counting::testing;

// A is elected with a surplus, D goes by the lot, and C has the last seat.
Election some() {
    return made(4, 2, {"7 1 3", "4 2", "4 3", "2 4 2", "1 4"});
}

TEST(Numbers, HaveTheDigitsOfTheRule) {
    EXPECT_EQ(votes_text(0, 5), "0.00000");
    EXPECT_EQ(votes_text(7, 2), "0.07");
    EXPECT_EQ(votes_text(10'800'000, 5), "108.00000");
    EXPECT_EQ(votes_text(4'000'000'000'000'000'000, 9), "4000000000.000000000");
    EXPECT_EQ(votes_text(42, 0), "42");
    EXPECT_EQ(votes_text(-5, 2), "-0.05");
    EXPECT_EQ(votes_words(10'800'000, 5), "108");
    EXPECT_EQ(votes_words(10'874'618, 5), "108.74618");
    EXPECT_EQ(votes_words(420, 2), "4.2");
    EXPECT_EQ(votes_words(100, 0), "100");
}

TEST(PlainWords, TellEachStage) {
    const auto election = some();
    const auto result = counted(election, Rule::scottish);
    const auto words = plain_words(election, result);
    ASSERT_EQ(words.size(), result.stages.size());
    EXPECT_EQ(words[0],
              "18 valid ballots were sorted by first preferences. The quota is 7: 18 divided "
              "by 3, one more than the seats, without the fraction, plus 1. A reached the "
              "quota with 7 and was elected.");
    EXPECT_EQ(words[1],
              "D had the fewest votes, 3, and was excluded. The votes moved to the next choice "
              "on each ballot. 1 had no further choice.");
    EXPECT_EQ(words[2],
              "C had the fewest votes, 4, and was excluded. The votes moved to the next choice "
              "on each ballot. 4 had no further choice. As many candidates were left as "
              "seats: B was elected with 6.");
}

TEST(PlainWords, TellSurplusesAndTies) {
    const auto election = made(4, 2, {"8 1 2", "1 2", "2 3", "2 4"});
    const auto scottish = plain_words(election, counted(election, Rule::scottish));
    EXPECT_EQ(scottish[1],
              "A had 8, which is 3 more than the quota of 5. Every ballot moved to its next "
              "choice at 3 ÷ 8 of its value.");
    EXPECT_EQ(scottish[2].find("C and D were equal. No lot was given, so it goes against the lower "
                               "number on the ballot: C is excluded."),
              0u)
        << scottish[2];
    const auto drawn = plain_words(election,
                                   counted(election, Rule::scottish, {.lot = {3, 2, 1, 0}}));
    EXPECT_EQ(drawn[2].find("C and D were equal. The lot decides: D is excluded."), 0u) << drawn[2];
}

TEST(Texts, SayWhatComesToTheLotWithoutOne) {
    const auto election = made(3, 1, {"1 1", "1 2", "1 3"});
    const auto without = text_of(election, counted(election, Rule::scottish));
    EXPECT_NE(without.find("no lot was given (--lot)"), std::string::npos) << without;
    const auto with = text_of(election, counted(election, Rule::scottish, {.lot = {0, 1, 2}}));
    EXPECT_EQ(with.find("--lot"), std::string::npos) << with;
}

TEST(Texts, SayWhyNothingIsCounted) {
    const auto unopposed = made(2, 3, {"1 1"});
    EXPECT_NE(text_of(unopposed, counted(unopposed, Rule::meek))
                  .find("nothing is counted. Elected: A "
                        "and B. 1 seat stays empty."),
              std::string::npos);
    const auto empty = made(3, 2, {"4"});
    EXPECT_NE(text_of(empty, counted(empty, Rule::ers97))
                  .find("There is no valid ballot, so nobody can "
                        "be elected by counting. 2 seats stay "
                        "empty."),
              std::string::npos);
}

TEST(Texts, TheTableFitsATerminalAndHasEveryStage) {
    const auto election = some();
    const auto result = counted(election, Rule::meek);
    const std::string text = text_of(election, result);
    for (const Stage& one : result.stages) {
        EXPECT_NE(text.find("Stage " + std::to_string(one.number)), std::string::npos);
        for (const std::int64_t votes : one.votes) {
            if (votes > 0) {
                EXPECT_NE(text.find(votes_text(votes, 9)), std::string::npos);
            }
        }
    }
}

TEST(Csv, HasARowAStageAndNoFormula) {
    auto election = some();
    election.candidates[0].name = "=1+1";
    election.candidates[1].name = "Lee, \"Nan\"";
    const auto result = counted(election, Rule::ers97);
    const std::string csv = csv_of(election, result);
    EXPECT_EQ(std::ranges::count(csv, '\n'), static_cast<long>(result.stages.size()) + 1);
    EXPECT_EQ(
        csv.substr(0, csv.find('\r')),
        "stage,action,quota,vote_required,'=1+1,\"Lee, \"\"Nan\"\"\",C,D,non_transferable,elected,"
        "excluded,tie");
}

// ---- the picture ----

TEST(Diagram, TellsWhatItShowsAndEscapesNames) {
    auto election = some();
    election.candidates[0].name = "A<b>&\"c\"";
    const std::string svg =
        diagram_of(election, counted(election, Rule::scottish), Placed::alone).text();
    EXPECT_EQ(svg.find("<svg xmlns=\"http://www.w3.org/2000/svg\""), 0u);
    EXPECT_NE(svg.find("role=\"img\" aria-labelledby=\"transfers-title transfers-desc\""),
              std::string::npos);
    EXPECT_NE(svg.find("<title id=\"transfers-title\">How the votes moved: made</title>"),
              std::string::npos);
    EXPECT_EQ(svg.find("<b>"), std::string::npos);
    EXPECT_NE(svg.find("<title>2 from D to B</title>"), std::string::npos);
    EXPECT_NE(svg.find("<title>1 from D to No further choice</title>"), std::string::npos);
    EXPECT_NE(svg.find("prefers-color-scheme:dark"), std::string::npos);
}

TEST(Diagram, IsMadeOfWholeNumbersAndAlwaysTheSame) {
    const auto election = some();
    const auto result = counted(election, Rule::meek);
    const std::string svg = diagram_of(election, result, Placed::in_page).text();
    EXPECT_EQ(svg, diagram_of(election, result, Placed::in_page).text());
    EXPECT_EQ(svg.find("<style>"), std::string::npos);
    EXPECT_EQ(svg.find("xmlns"), std::string::npos);
    for (auto at = svg.find(" d=\""); at != svg.npos; at = svg.find(" d=\"", at + 1)) {
        const auto path = svg.substr(at + 4, svg.find('"', at + 4) - at - 4);
        EXPECT_EQ(path.find('.'), std::string::npos) << path;
    }
}

TEST(Diagram, IsNoneWhereNothingWasCounted) {
    const auto election = made(2, 2, {"1 1"});
    EXPECT_TRUE(diagram_of(election, counted(election, Rule::scottish), Placed::alone).empty());
}

}  // namespace
