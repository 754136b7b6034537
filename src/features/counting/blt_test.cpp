#include "features/counting/counting.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace {

using namespace counting;

std::string file_of(const std::string& ballots, const std::string& head = "3 1\n") {
    return head + ballots + "0\n\"Ann\"\n\"Bob\"\n\"Cy\"\n\"A vote\"\n";
}

Unread refused(const std::string& text) {
    const auto election = read_blt(text);
    if (election) ADD_FAILURE() << "was read:\n" << text;
    return election ? Unread{} : election.error();
}

void expect_refused(const std::string& text, int line, std::string_view words) {
    const Unread unread = refused(text);
    EXPECT_EQ(unread.line, line) << unread.reason;
    EXPECT_NE(unread.reason.find(words), std::string::npos) << unread.reason;
}

// ---- what is read ----

TEST(Blt, GivesCandidatesSeatsTitleAndBallots) {
    const auto election = read_blt(file_of("2 1 3 0\n1 2 0\n"));
    ASSERT_TRUE(election);
    EXPECT_EQ(election->title, "A vote");
    EXPECT_EQ(election->seats, 1);
    ASSERT_EQ(election->candidates.size(), 3u);
    EXPECT_EQ(election->candidates[2].name, "Cy");
    EXPECT_EQ(election->ballots.papers(), 3);
    EXPECT_EQ(election->ballots.rankings(), 2u);
}

TEST(Blt, EqualRankingsBecomeOneWhereverTheyStand) {
    std::string many;
    for (int i = 0; i < 100; ++i) many += "1 1 2 0\n1 1 0\n1 2 1 0\n3 1 2 0\n";
    const auto election = read_blt(file_of(many));
    ASSERT_TRUE(election);
    EXPECT_EQ(election->ballots.rankings(), 3u);
    EXPECT_EQ(blt_of(*election),
              "3 1\n100 1 0\n400 1 2 0\n100 2 1 0\n0\n\"Ann\"\n\"Bob\"\n"
              "\"Cy\"\n\"A vote\"\n");
}

TEST(Blt, DifferentRankingsStayApartWhereTheirHashesAreTheSame) {
    // Of so many about fifteen pairs share all 32 bits of their hash.
    Ballots ballots;
    std::vector<Choice> ranking = {0, 1, 2, 3, 4, 5, 6, 7, 8};
    std::size_t orders = 0;
    do {
        ballots.add(ranking);
        ++orders;
    } while (std::ranges::next_permutation(ranking).found);
    EXPECT_EQ(orders, 362'880u);
    EXPECT_EQ(ballots.rankings(), orders);
}

TEST(Blt, IsWrittenAsItIsRead) {
    const auto text = std::string("4 2\n-3\n5 0\n7 1 4 0\n2 4 3 2 1 0\n0\n\"Ann\"\n\"Bob\"\n") +
                      "\"Cy \"C\" Lee\"\n\"Dé\"\n\"\"\n";
    const auto election = read_blt(text);
    ASSERT_TRUE(election) << election.error().reason;
    EXPECT_EQ(election->ballots.blank(), 5);
    EXPECT_TRUE(election->candidates[2].has_withdrawn);
    EXPECT_EQ(blt_of(*election), text);
}

TEST(Blt, MarksLineEndsCommentsAndBlanksAreNoMatter) {
    const auto plain = read_blt(file_of("2 1 2 0\n"));
    for (const std::string& text :
         {"\xEF\xBB\xBF" + file_of("2 1 2 0\n"),
          std::string("3 1\r\n2 1 2 0\r\n0\r\n\"Ann\"\r\n\"Bob\"\r\n\"Cy\"\r\n\"A vote\"\r\n"),
          std::string("# by hand\n\n  3\t1 # three\n2 1 2 0# so\n\n0 # end\n\"Ann\" # first\n"
                      "\"Bob\"\n\n\"Cy\"\n\"A vote\""),
          file_of("(17) 1 2 0\n(a b) 1 2 0\n"), file_of("1 1 2 0\n001 1 02 0\n")}) {
        const auto election = read_blt(text);
        ASSERT_TRUE(election) << election.error().line << election.error().reason << text;
        EXPECT_EQ(blt_of(*election), blt_of(*plain));
    }
}

TEST(Blt, WithdrawnCandidatesMayStandOnOneLine) {
    const auto election = read_blt(file_of("-1 -3\n1 2 0\n"));
    ASSERT_TRUE(election);
    EXPECT_EQ(standing(*election), std::vector<int>{1});
}

// ---- what is refused ----

TEST(Blt, AHeaderThatIsNoneIsRefused) {
    for (const auto* head : {"3\n", "3 0\n", "0 1\n", "-3 1\n", "3 1 2\n", "3 -1\n"}) {
        expect_refused(file_of("1 1 0\n", head), 1, "The first line must be two numbers");
    }
    expect_refused("", 1, "The file is empty");
    expect_refused("\n# nothing\n", 2, "The file is empty");
    expect_refused("three one\n", 1, "\"three\" stands where a number is expected");
}

TEST(Blt, TenThousandCandidatesAreRefusedAndAThousandCounted) {
    expect_refused("10000 1\n0\n", 1,
                   "\"10000\" is too large: the number of candidates can be at "
                   "most 1,000.");
    std::string text = "1000 3\n1 1000 0\n5 999 998 0\n0\n";
    for (int i = 1; i <= 1000; ++i) text += "\"C" + std::to_string(i) + "\"\n";
    const auto election = read_blt(text + "\"many\"\n");
    ASSERT_TRUE(election);
    for (const Rule rule : {Rule::scottish, Rule::ers97, Rule::meek, Rule::block}) {
        const auto result = count(*election, rule, {});
        ASSERT_TRUE(result);
        EXPECT_EQ(result->elected.size(), 3u);
        EXPECT_EQ(std::ranges::count(result->elected, 998), 1);
    }
    EXPECT_TRUE(
        diagram_of(*election, *count(*election, Rule::scottish, {}), Placed::alone).empty());
}

TEST(Blt, EachTroubleOfABallotIsToldWithItsLine) {
    expect_refused(file_of("1 1 0\n1 4 0\n"), 3, "There is no candidate 4");
    expect_refused(file_of("1 1 2 1 0\n"), 2, "Candidate 1 stands on the ballot twice");
    expect_refused(file_of("1 1 2\n"), 2, "does not end with 0");
    expect_refused(file_of("1\n"), 2, "does not end with 0");
    expect_refused(file_of("1 1 0 2 0\n"), 2, "\"2\" follows the 0");
    expect_refused(file_of("0 1 0\n"), 2, "The weight of a ballot is 0");
    expect_refused(file_of("1.5 1 0\n"), 2, "\"1.5\" is not a whole number");
    expect_refused(file_of("1 1=2 0\n"), 2, "equal");
    expect_refused(file_of("1 - 0\n"), 2, "\"-\" stands where a number");
    expect_refused(file_of("1 1x 0\n"), 2, "\"1x\" stands where a number");
    expect_refused(file_of("(17 1 0\n"), 2, "not closed");
    expect_refused(file_of(std::string("1 1\0 0\n", 7)), 2, "NUL");
    expect_refused(file_of(std::string("(\0) 1 0\n", 8)), 2, "NUL");
    expect_refused(file_of("1 99999999999999999999999 0\n"), 2, "is too large");
}

TEST(Blt, ACandidateWithdrawsBeforeTheBallots) {
    expect_refused(file_of("-4\n"), 2, "There is no candidate 4");
    expect_refused(file_of("-0\n"), 2, "There is no candidate 0");
    expect_refused(file_of("-1 2\n"), 2, "stands among withdrawn candidates");
    expect_refused(file_of("-\n"), 2, "stands where a number is expected");
    expect_refused(file_of("1 1 0\n-2\n"), 3, "stands after the first ballot");
}

TEST(Blt, MoreBallotsThanCanBeCountedAreRefusedNotWrapped) {
    EXPECT_TRUE(read_blt(file_of("4000000000 1 0\n")));
    expect_refused(file_of("4000000001 1 0\n"), 2, "is too large");
    expect_refused(file_of("4000000000 1 0\n1 2 0\n"), 3, "\"1\" is too large");
    expect_refused(file_of("18446744073709551617 1 0\n"), 2, "is too large");
}

TEST(Blt, TheMostBallotsAreCountedExactly) {
    const auto election = read_blt(file_of("2000000000 1 2 0\n1999999999 2 3 0\n1 3 0\n", "3 2\n"));
    ASSERT_TRUE(election);
    for (const Rule rule : {Rule::scottish, Rule::ers97, Rule::meek}) {
        const auto result = count(*election, rule, {});
        ASSERT_TRUE(result);
        EXPECT_EQ(result->elected, (std::vector<int>{0, 1}));
        for (const Stage& stage : result->stages) {
            std::int64_t sum = stage.non_transferable;
            for (const std::int64_t votes : stage.votes) sum += votes;
            EXPECT_EQ(votes_words(sum, result->digits), "4000000000");
        }
    }
}

TEST(Blt, NamesStandInQuotesOneALineAndAreDifferent) {
    const auto named = [](const std::string& names) { return "2 1\n1 1 0\n0\n" + names; };
    expect_refused(named("Ann\n\"Bob\"\n\"t\"\n"), 4,
                   "\"Ann\" stands where the name of candidate 1");
    expect_refused(named("\"Ann\n\"Bob\"\n\"t\"\n"), 4, "are not closed");
    expect_refused(named("\"Ann\"\n\"Ann\"\n\"t\"\n"), 5, "Two candidates have the name");
    expect_refused(named("\"Ann\"\n\" \"\n\"t\"\n"), 5, "Candidate 2 has no name");
    expect_refused(named("\"Ann\"\n\"Bob\"\n"), 5, "a name or the title is missing");
    expect_refused(named("\"Ann\"\n\"Bob\"\n\"t\"\n1 1 0\n"), 7, "follows the title");
    expect_refused(named("\"Ann\x1B[2J\"\n\"Bob\"\n\"t\"\n"), 4, "control character");
    expect_refused(named("\"Ann\xFF\"\n\"Bob\"\n\"t\"\n"), 4, "not UTF-8");
    expect_refused(named("\"" + std::string(1'001, 'x') + "\"\n\"Bob\"\n\"t\"\n"), 4, "1001 bytes");
    expect_refused("2 1\n1 1 0\n\"Ann\"\n", 3, "A name stands where a ballot");
    expect_refused("2 1\n1 1 0\n", 2, "The line 0 that ends the ballots is missing");
}

TEST(Blt, WhatIsShownOfHostileBytesCanBeRead) {
    for (const auto* bytes : {"\x1B[31m", "\xFF\xFE", "\xC3"}) {
        const Unread unread = refused(std::string("2 1\n1 ") + bytes + " 0\n");
        for (const char c : unread.reason) EXPECT_GE(static_cast<unsigned char>(c), 0x20);
    }
    EXPECT_LT(refused("2 1\n1 " + std::string(100'000, 'x') + "\n").reason.size(), 200u);
}

// ---- paper ----

TEST(Paper, PreferencesCountUpToTheFirstGapOrTheFirstTwoOfOneRank) {
    using Choices = std::vector<Choice>;
    EXPECT_EQ(preferences_on_paper({2, 1, 3}), (Choices{1, 0, 2}));
    EXPECT_EQ(preferences_on_paper({1, 0, 3}), (Choices{0}));
    EXPECT_EQ(preferences_on_paper({1, 2, 2}), (Choices{0}));
    EXPECT_EQ(preferences_on_paper({1, 1, 2}), Choices{});
    EXPECT_EQ(preferences_on_paper({0, 0, 0}), Choices{});
    EXPECT_EQ(preferences_on_paper({7, 2, 1}), (Choices{2, 1}));
}

}  // namespace
