// Random elections through all rules: what must hold of every count, and the same figures as the
// models.

#include "features/counting/test_election.h"
#include "features/counting/test_models.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <set>

namespace {

using namespace counting;
using namespace counting::testing;

constexpr Rule all_rules[] = {Rule::scottish, Rule::ers97, Rule::meek, Rule::irv, Rule::block};

struct Drawn {
    int candidates = 0, seats = 0;
    std::vector<std::vector<int>> papers;

    // A few strong candidates and short rankings, so that ties, surpluses and lost votes all
    // happen.
    explicit Drawn(std::mt19937& dice, bool is_for_one_seat) {
        candidates = 2 + static_cast<int>(dice() % 7);
        seats = is_for_one_seat ? 1
                                : 1 + static_cast<int>(dice() % static_cast<unsigned>(candidates));
        const auto papers_count = dice() % (dice() % 3 == 0 ? 8 : 60);
        const unsigned skew = 1 + dice() % 4;
        for (unsigned i = 0; i < papers_count; ++i) {
            std::vector<int> ranking(static_cast<std::size_t>(candidates));
            for (int c = 0; c < candidates; ++c) ranking[static_cast<std::size_t>(c)] = c;
            std::ranges::shuffle(ranking, dice);
            std::ranges::stable_sort(ranking, {},
                                     [&](int c) { return c % static_cast<int>(skew); });
            if (dice() % 2) std::ranges::shuffle(ranking, dice);
            ranking.resize(dice() % (static_cast<unsigned>(candidates) + 1));
            papers.push_back(ranking);
        }
    }

    Election election() const { return election_of(papers); }

    Election election_of(const std::vector<std::vector<int>>& in_order) const {
        Election made{.title = "drawn", .seats = seats};
        for (int c = 0; c < candidates; ++c)
            made.candidates.push_back({std::string(1, char('A' + c))});
        for (const auto& ranking : in_order) {
            made.ballots.add(std::vector<Choice>(ranking.begin(), ranking.end()));
        }
        return made;
    }
};

std::int64_t all_votes(const Stage& stage) {
    std::int64_t sum = stage.non_transferable;
    for (const std::int64_t votes : stage.votes) sum += votes;
    return sum;
}

void expect_sound(const Election& election, const Result& result) {
    const std::set<int> different(result.elected.begin(), result.elected.end());
    EXPECT_EQ(different.size(), result.elected.size()) << "nobody is elected twice";
    const auto standing_count = static_cast<int>(standing(election).size());
    if (result.outcome == Outcome::counted) {
        EXPECT_EQ(result.unfilled(), 0);
    }
    if (result.outcome == Outcome::unopposed) {
        EXPECT_EQ(static_cast<int>(result.elected.size()), standing_count);
    }
    std::vector<int> by_stage;
    for (const Stage& stage : result.stages) {
        EXPECT_EQ(all_votes(stage), all_votes(result.stages.front())) << "stage " << stage.number;
        for (const std::int64_t votes : stage.votes) EXPECT_GE(votes, 0);
        EXPECT_GE(stage.non_transferable, 0);
        by_stage.insert(by_stage.end(), stage.elected.begin(), stage.elected.end());
    }
    if (!result.stages.empty()) {
        EXPECT_EQ(by_stage, result.elected);
    }
}

// What moved between two stages is told by the transfers.
void expect_transfers(const Result& result) {
    if (result.rule == Rule::meek) return;  // in it everything moves a little
    for (std::size_t s = 1; s < result.stages.size(); ++s) {
        auto votes = result.stages[s - 1].votes;
        std::int64_t lost = result.stages[s - 1].non_transferable;
        for (const Transfer& transfer : result.stages[s].transfers) {
            votes[static_cast<std::size_t>(transfer.from)] -= transfer.votes;
            if (transfer.to == nowhere)
                lost += transfer.votes;
            else
                votes[static_cast<std::size_t>(transfer.to)] += transfer.votes;
        }
        EXPECT_EQ(votes, result.stages[s].votes) << "stage " << s + 1;
        EXPECT_EQ(lost, result.stages[s].non_transferable) << "stage " << s + 1;
    }
}

bool is_same(const Result& one, const Result& other) {
    if (one.elected != other.elected || one.stages.size() != other.stages.size()) return false;
    for (std::size_t s = 0; s < one.stages.size(); ++s) {
        if (one.stages[s].votes != other.stages[s].votes) return false;
        if (one.stages[s].non_transferable != other.stages[s].non_transferable) return false;
        if (one.stages[s].excluded != other.stages[s].excluded) return false;
    }
    return true;
}

TEST(Properties, HoldOfRandomElectionsByEveryRule) {
    std::mt19937 dice(20261128);
    int counted_elections = 0, ties = 0;
    for (int trial = 0; trial < 2'000; ++trial) {
        for (const Rule rule : all_rules) {
            Drawn drawn(dice, rule == Rule::irv);
            const Election election = drawn.election();
            const auto result = counted(election, rule);
            SCOPED_TRACE(std::string(code_of(rule)) + "\n" + blt_of(election));
            expect_sound(election, result);
            expect_transfers(result);
            counted_elections += result.outcome == Outcome::counted;
            for (const Stage& stage : result.stages) ties += !stage.ties.empty();
            // Any order of the papers, and papers merged by the file instead of by us.
            std::ranges::shuffle(drawn.papers, dice);
            EXPECT_TRUE(is_same(result, counted(drawn.election(), rule)));
            const auto read = read_blt(blt_of(election));
            ASSERT_TRUE(read);
            EXPECT_TRUE(is_same(result, counted(*read, rule)));
            EXPECT_EQ(plain_words(election, result).size(), result.stages.size());
            if (::testing::Test::HasFailure()) return;
        }
    }
    EXPECT_GT(counted_elections, 5'000);
    EXPECT_GT(ties, 1'000);
}

TEST(Properties, WithdrawnCandidatesAreAsIfTheyWereOnNoBallot) {
    std::mt19937 dice(7);
    for (int trial = 0; trial < 1'000; ++trial) {
        const Rule rule = all_rules[dice() % 5];
        const Drawn drawn(dice, rule == Rule::irv);
        const int gone = static_cast<int>(dice() % static_cast<unsigned>(drawn.candidates));
        Election withdrawn = drawn.election();
        withdrawn.candidates[static_cast<std::size_t>(gone)].has_withdrawn = true;
        auto papers = drawn.papers;
        for (auto& ranking : papers) std::erase(ranking, gone);
        Election without = drawn.election_of(papers);
        without.candidates[static_cast<std::size_t>(gone)].has_withdrawn = true;
        EXPECT_TRUE(is_same(counted(withdrawn, rule), counted(without, rule))) << blt_of(withdrawn);
    }
}

template <class Model>
void expect_model(Rule rule, Model model) {
    std::mt19937 dice(97);
    int compared = 0, stages = 0;
    for (int trial = 0; trial < 4'000; ++trial) {
        const Drawn drawn(dice, false);
        const Election election = drawn.election();
        const auto result = counted(election, rule);
        if (result.outcome != Outcome::counted) continue;
        const ModelResult expected = model(drawn.papers, drawn.candidates, drawn.seats);
        SCOPED_TRACE(blt_of(election));
        ASSERT_EQ(result.elected, expected.elected);
        ASSERT_EQ(result.stages.size(), expected.stages.size());
        for (std::size_t s = 0; s < expected.stages.size(); ++s) {
            const Stage& stage = result.stages[s];
            ASSERT_EQ(stage.votes, expected.stages[s].votes) << "stage " << s + 1;
            ASSERT_EQ(stage.non_transferable, expected.stages[s].non_transferable);
            ASSERT_EQ(stage.quota ? stage.quota : result.quota, expected.stages[s].quota);
        }
        ++compared;
        stages += static_cast<int>(expected.stages.size());
    }
    EXPECT_GT(compared, 2'000);
    EXPECT_GT(stages, 8'000);
}

TEST(Models, ScottishGivesTheSamePaperByPaper) {
    expect_model(Rule::scottish, model_scottish);
}
TEST(Models, Ers97GivesTheSamePaperByPaper) {
    expect_model(Rule::ers97, model_ers97);
}
TEST(Models, MeekGivesTheSameBallotByBallot) {
    expect_model(Rule::meek, model_meek);
}

}  // namespace
