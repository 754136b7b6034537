// Instant run-off for one seat: who has more than half of the papers that still say something, with
// the lowest excluded one at a time. Ties as in Scottish STV.

#include "features/counting/contest.h"
#include "features/counting/papers.h"

#include <algorithm>

namespace counting {

namespace {

class InstantRunOff {
public:
    explicit InstantRunOff(Contest& contest)
        : contest_(contest), sorter_(contest.ballots(), contest.size()), heaps_(contest.size()) {}

    void count() {
        contest_.begin({.kind = Action::Kind::first_preferences, .value = 1});
        sorter_.sort_first(contest_.is_open());
        for (const Choice to : sorter_.receivers()) give(to, nowhere);
        end_stage();
        while (!contest_.is_over()) {
            const auto doomed = contest_.doomed();
            if (!doomed.empty())
                exclude(doomed, {});
            else
                exclude_lowest();
        }
    }

private:
    // Elects whoever has the majority; with two left a majority, or the tie, decides.
    void end_stage() {
        contest_.note();
        const std::int64_t active = contest_.result().valid - contest_.non_transferable();
        const std::int64_t majority = active / 2 + 1;
        contest_.stage().quota = majority;
        const auto continuing = contest_.continuing_candidates();
        for (const int c : continuing) {
            if (contest_.votes(c) >= majority) contest_.elect(c);
        }
        if (contest_.is_over()) return;
        if (continuing.size() == 1)
            contest_.elect(continuing.front());
        else if (continuing.size() == 2 && contest_.doomed().empty())
            elect_of_equal(continuing);
    }

    // Two who are equal: one loses by an earlier stage or the lot, and no paper moves any more.
    void elect_of_equal(const std::vector<int>& two) {
        std::optional<Tie> tie;
        const int loser = contest_.pick(two, Seeks::fewest, Look::backward, tie);
        if (tie) contest_.stage().ties.push_back(*tie);
        contest_.exclude({loser});
        contest_.elect_all(contest_.continuing_candidates());
    }

    void exclude_lowest() {
        std::optional<Tie> tie;
        const int lowest = contest_.pick_lowest(Look::backward, tie);
        exclude({lowest}, tie);
    }

    void exclude(const std::vector<int>& candidates, const std::optional<Tie>& tie) {
        Stage& stage = contest_.begin({.kind = Action::Kind::exclusion, .of = candidates});
        if (tie) stage.ties.push_back(*tie);
        contest_.exclude(candidates);
        for (const int from : candidates) {
            const Papers papers = std::move(heaps_[static_cast<std::size_t>(from)]);
            heaps_[static_cast<std::size_t>(from)].clear();
            sorter_.sort(papers, contest_.is_open());
            for (const Choice to : sorter_.receivers()) give(to, from);
            contest_.votes(from) = 0;
            contest_.non_transferable() += sorter_.ended();
            contest_.add_transfer(from, nowhere, sorter_.ended());
        }
        end_stage();
    }

    void give(Choice to, int from) {
        Papers papers = sorter_.take(to);
        const std::int64_t votes = number_of(papers);
        contest_.votes(to) += votes;
        if (from != nowhere) contest_.add_transfer(from, to, votes);
        put(heaps_[to], std::move(papers));
    }

    Contest& contest_;
    Sorter sorter_;
    std::vector<Papers> heaps_;
};

}  // namespace

void count_irv(Contest& contest) {
    InstantRunOff(contest).count();
}

}  // namespace counting
