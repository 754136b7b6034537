// Scottish STV: the Scottish Local Government Elections Order 2007, Schedule 1, rules 45 to 52 (in
// the Order of 2011 they are numbered one higher). Weighted inclusive Gregory with a static quota.

#include "features/counting/contest.h"
#include "features/counting/papers.h"

#include <algorithm>

namespace counting {

namespace {

constexpr std::int64_t unit = 100'000;  // five decimal places, rule 48(3)

class Scottish {
public:
    explicit Scottish(Contest& contest)
        : contest_(contest), sorter_(contest.ballots(), contest.size()), piles_(contest.size()) {}

    void count() {
        first_stage();
        while (!is_settled()) {
            if (const auto doomed = contest_.doomed(); !doomed.empty())
                exclude(doomed, {});
            else if (has_surplus())
                transfer_surplus();
            else
                exclude_lowest();
        }
    }

private:
    // Rule 45: the papers are sorted by first preferences; rule 46: the quota.
    void first_stage() {
        quota_ = (contest_.result().valid / (contest_.result().seats + 1) + 1) * unit;
        contest_.result().quota = quota_;
        contest_.begin({.kind = Action::Kind::first_preferences, .value = unit});
        sorter_.sort_first(contest_.is_open());
        for (const Choice receiver : sorter_.receivers()) give(receiver, unit);
        end_stage();
    }

    // Rule 47: who has the quota at the end of a stage is deemed elected.
    void end_stage() {
        contest_.note();
        std::vector<int> reached;
        for (const int c : contest_.continuing_candidates()) {
            if (contest_.votes(c) >= quota_) reached.push_back(c);
        }
        contest_.elect_all(std::move(reached));
    }

    // Rule 52: with as many candidates left as seats these are elected, and nothing more is
    // transferred. It is looked at when a stage is whole, never in the middle of one.
    bool is_settled() {
        if (!contest_.is_over() && contest_.is_one_a_seat()) {
            contest_.elect_all(contest_.continuing_candidates());
        }
        return contest_.is_over();
    }

    // Rule 48(1): what exceeds the quota. The exact quota is no surplus and makes no stage.
    std::int64_t surplus(int c) { return std::max<std::int64_t>(contest_.votes(c) - quota_, 0); }

    bool has_surplus() {
        return std::ranges::any_of(contest_.result().elected,
                                   [&](int c) { return surplus(c) > 0; });
    }

    // Rule 49: the largest surplus first; of equal ones that of who had more votes at the end of
    // the most recent stage at which they differed, then by lot. Rule 48: every paper of the
    // candidate, those received later too, moves at its value × surplus ÷ votes, truncated once, by
    // the paper.
    void transfer_surplus() {
        std::vector<int> over = contest_.result().elected;
        std::erase_if(over, [&](int c) { return surplus(c) == 0; });
        std::optional<Tie> tie;
        const int from = contest_.pick(over, Seeks::most, Look::backward, tie);
        const std::int64_t surplus_now = surplus(from), votes = contest_.votes(from);
        Stage& stage = contest_.begin({.kind = Action::Kind::surplus, .of = {from}});
        if (tie) stage.ties.push_back(*tie);
        const Pile pile = std::move(pile_of(from));
        pile_of(from).clear();
        std::int64_t moved = 0;
        if (pile.size() == 1) {
            stage.action.value = reduced(pile.begin()->first, surplus_now, votes);
        }
        for (const auto& [value, papers] : pile) {
            sorter_.sort(papers, contest_.is_open());
            const std::int64_t lower = reduced(value, surplus_now, votes);
            for (const Choice to : sorter_.receivers()) moved += give(to, lower, from);
        }
        contest_.votes(from) = quota_;
        lose(from, surplus_now - moved);
        end_stage();
    }

    static std::int64_t reduced(std::int64_t value, std::int64_t surplus, std::int64_t votes) {
        return static_cast<std::int64_t>(Wide{value} * surplus / votes);
    }

    // Rules 50 and 51: without a surplus the candidate with the fewest votes is excluded; of equals
    // who had fewer at the most recent stage at which they differed, then by lot.
    void exclude_lowest() {
        std::optional<Tie> tie;
        const int lowest = contest_.pick_lowest(Look::backward, tie);
        exclude({lowest}, tie);
    }

    // Rule 50(2): all papers move at the value they have, in one stage.
    void exclude(const std::vector<int>& candidates, const std::optional<Tie>& tie) {
        Stage& stage = contest_.begin({.kind = Action::Kind::exclusion, .of = candidates});
        if (tie) stage.ties.push_back(*tie);
        contest_.exclude(candidates);
        for (const int from : candidates) {
            const Pile pile = std::move(pile_of(from));
            pile_of(from).clear();
            std::int64_t moved = 0;
            for (const auto& [value, papers] : pile) {
                sorter_.sort(papers, contest_.is_open());
                for (const Choice to : sorter_.receivers()) moved += give(to, value, from);
            }
            const std::int64_t had = contest_.votes(from);
            contest_.votes(from) = 0;
            lose(from, had - moved);
        }
        end_stage();
    }

    // The heap of papers that was sorted to a candidate, at this value; how many votes that is.
    std::int64_t give(Choice to, std::int64_t value, int from = nowhere) {
        Papers papers = sorter_.take(to);
        const std::int64_t votes = number_of(papers) * value;
        contest_.votes(to) += votes;
        if (value > 0) put(piles_[to][value], std::move(papers));
        if (from != nowhere) contest_.add_transfer(from, to, votes);
        return votes;
    }

    void lose(int from, std::int64_t votes) {
        contest_.non_transferable() += votes;
        contest_.add_transfer(from, nowhere, votes);
    }

    Pile& pile_of(int c) { return piles_[static_cast<std::size_t>(c)]; }

    Contest& contest_;
    Sorter sorter_;
    std::vector<Pile> piles_;
    std::int64_t quota_ = 0;
};

}  // namespace

void count_scottish(Contest& contest) {
    Scottish(contest).count();
}

}  // namespace counting
