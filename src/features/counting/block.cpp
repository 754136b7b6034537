// The block vote, "up to N": each of a ballot's first choices, as many as there are seats, is one
// vote; their order does not matter. What a ballot names beyond that is not counted.

#include "features/counting/contest.h"

#include <algorithm>

namespace counting {

namespace {

// Of all who continue those with most votes; at the last seat equals are parted by the lot.
void elect_most(Contest& contest) {
    while (!contest.is_over()) {
        std::vector<int> left = contest.continuing_candidates();
        std::erase_if(left, [&](int c) { return std::ranges::count(contest.doomed(), c) > 0; });
        if (left.empty()) return;
        const auto votes = [&](int c) { return contest.votes(c); };
        const std::int64_t most = votes(std::ranges::max(left, {}, votes));
        std::erase_if(left, [&](int c) { return votes(c) != most; });
        if (static_cast<int>(left.size()) > contest.left()) {
            Tie tie{.purpose = Tie::For::election, .by = by_lot(contest.result()), .among = left};
            while (static_cast<int>(left.size()) > contest.left()) {
                std::erase(left, contest.first_by_lot(left));  // the first in the lot's order loses
            }
            tie.chosen = left;
            contest.stage().ties.push_back(tie);
        }
        // With reserved seats each election may forbid another.
        const std::size_t at_once = contest.has_conditions() ? 1 : left.size();
        for (std::size_t i = 0; i < at_once; ++i) contest.elect(left[i]);
    }
}

}  // namespace

void count_block(Contest& contest) {
    const Ballots& ballots = contest.ballots();
    contest.begin({.kind = Action::Kind::choices, .value = 1});
    ballots.each([&](Paper ranking) {
        const std::int64_t papers = ranking.papers;
        int used = 0;
        for (const Choice choice : ballots.preferences(ranking.at)) {
            if (used == contest.result().seats) break;
            if (!contest.is_open()[choice]) continue;
            contest.votes(choice) += papers;
            ++used;
        }
        if (used > 0) contest.non_transferable() += papers * (contest.result().seats - used);
    });
    contest.note();
    elect_most(contest);
}

}  // namespace counting
