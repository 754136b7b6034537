#include "features/counting/contest.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace counting {

namespace {

// Those who remain after a vacancy cannot be excluded: as many of them must be elected as there
// are.
std::vector<Category> with_remaining(std::vector<Category> categories,
                                     const std::vector<int>& remaining) {
    if (!remaining.empty()) {
        categories.push_back(
            {.name = "", .members = remaining, .least = static_cast<int>(remaining.size())});
    }
    return categories;
}

int seats_to_fill(const Election& election) {
    return std::min(election.seats, static_cast<int>(standing(election).size()));
}

std::vector<int> ranks_of(const std::vector<int>& lot, std::size_t candidates) {
    std::vector<int> ranks(candidates, 0);
    std::iota(ranks.begin(), ranks.end(), 0);
    for (std::size_t i = 0; i < lot.size(); ++i) {
        ranks.at(static_cast<std::size_t>(lot[i])) = static_cast<int>(i);
    }
    return ranks;
}

}  // namespace

Contest::Contest(const Election& election, const Terms& terms, Result& result,
                 const std::vector<int>& remaining)
    : ballots_(election.ballots),
      result_(result),
      constraints_(with_remaining(terms.categories, remaining), election.candidates.size(),
                   seats_to_fill(election)),
      has_conditions_(!terms.categories.empty() || !remaining.empty()),
      judged_{std::vector<char>(election.candidates.size(), 0),
              std::vector<char>(election.candidates.size(), 0), true},
      places_(election.candidates.size(), Place::open),
      is_open_(election.candidates.size(), 1),
      remains_(election.candidates.size(), 0),
      is_countback_(!remaining.empty()),
      rank_by_lot_(ranks_of(terms.lot, election.candidates.size())),
      votes_(election.candidates.size(), 0),
      transfer_at_(election.candidates.size() + 1, 0) {
    for (std::size_t c = 0; c < election.candidates.size(); ++c) {
        if (!election.candidates[c].has_withdrawn) continue;
        places_[c] = Place::out;
        is_open_[c] = 0;
    }
    for (const int c : remaining) remains_.at(static_cast<std::size_t>(c)) = 1;
    judge();
}

void Contest::judge() {
    if (has_conditions_) judged_ = constraints_.judge(places_);
    if (!judged_.is_possible) result_.outcome = Outcome::impossible;
}

int Contest::left() const {
    return result_.seats - static_cast<int>(result_.elected.size());
}

bool Contest::is_one_a_seat() const {
    return std::ranges::count(places_, Place::open) == left();
}

std::vector<int> Contest::continuing_candidates() const {
    std::vector<int> all;
    for (std::size_t c = 0; c < size(); ++c) {
        if (places_[c] == Place::open) all.push_back(static_cast<int>(c));
    }
    return all;
}

std::vector<int> Contest::doomed() const {
    std::vector<int> all;
    for (std::size_t c = 0; c < size(); ++c) {
        if (judged_.doomed[c] && places_[c] == Place::open) all.push_back(static_cast<int>(c));
    }
    return all;
}

Stage& Contest::begin(Action action) {
    Stage stage;
    stage.number = static_cast<int>(result_.stages.size()) + 1;
    stage.action = std::move(action);
    result_.stages.push_back(std::move(stage));
    return result_.stages.back();
}

void Contest::note() {
    stage().votes = votes_;
    stage().non_transferable = non_transferable_;
}

void Contest::add_transfer(int from, int to, std::int64_t votes) {
    if (votes == 0) return;
    auto& transfers = stage().transfers;
    std::size_t& at = transfer_at_[static_cast<std::size_t>(to + 1)];
    const bool is_there = at < transfers.size() && transfers[at].from == from &&
                          transfers[at].to == to;
    if (!is_there) {
        at = transfers.size();
        transfers.push_back({from, to, 0});
    }
    transfers[at].votes += votes;
}

void Contest::elect(int c) {
    const auto i = static_cast<std::size_t>(c);
    if (is_over() || judged_.doomed[i]) return;
    assert(places_[i] == Place::open);
    places_[i] = Place::elected;
    is_open_[i] = 0;
    result_.elected.push_back(c);
    stage().elected.push_back(c);
    has_new_ = has_new_ || (is_countback_ && !remains_[i]);
    judge();
}

void Contest::elect_all(std::vector<int> candidates) {
    std::ranges::stable_sort(candidates, std::ranges::greater(),
                             [&](int c) { return votes_[static_cast<std::size_t>(c)]; });
    for (const int c : candidates) elect(c);
}

void Contest::exclude(const std::vector<int>& candidates) {
    for (const int c : candidates) {
        const auto i = static_cast<std::size_t>(c);
        assert(places_[i] == Place::open);
        places_[i] = Place::out;
        is_open_[i] = 0;
        stage().excluded.push_back(c);
    }
    judge();
}

std::vector<int> Contest::narrowed(std::vector<int> tied, Narrowing how, int& stage) const {
    const auto& stages = result_.stages;
    for (std::size_t step = 0; step < stages.size(); ++step) {
        if (static_cast<int>(tied.size()) <= how.enough) break;
        const bool is_forward = how.look == Look::forward;
        const Stage& looked_at = stages[is_forward ? step : stages.size() - 1 - step];
        if (looked_at.votes.empty()) continue;  // it has just begun
        const auto votes_then = [&](int c) { return looked_at.votes[static_cast<std::size_t>(c)]; };
        const auto [fewest, most] = std::ranges::minmax(tied, {}, votes_then);
        if (votes_then(fewest) == votes_then(most)) continue;
        const std::int64_t kept = votes_then(how.seeks == Seeks::most ? most : fewest);
        std::erase_if(tied, [&](int c) { return votes_then(c) != kept; });
        stage = looked_at.number;
    }
    return tied;
}

int Contest::first_by_lot(const std::vector<int>& tied) const {
    return *std::ranges::min_element(
        tied, {}, [&](int c) { return rank_by_lot_[static_cast<std::size_t>(c)]; });
}

int Contest::pick(const std::vector<int>& among, Seeks seeks, Look look,
                  std::optional<Tie>& tie) const {
    assert(!among.empty());
    const auto now = [&](int c) { return votes_[static_cast<std::size_t>(c)]; };
    const auto [fewest, most] = std::ranges::minmax(among, {}, now);
    const std::int64_t sought = now(seeks == Seeks::most ? most : fewest);
    std::vector<int> tied = among;
    std::erase_if(tied, [&](int c) { return now(c) != sought; });
    if (tied.size() == 1) return tied.front();
    std::ranges::sort(tied);
    tie = Tie{.purpose = seeks == Seeks::most ? Tie::For::surplus : Tie::For::exclusion,
              .by = Tie::By::stage,
              .among = tied};
    tied = narrowed(std::move(tied), {look, seeks}, tie->stage);
    if (tied.size() > 1) tie->by = by_lot(result_);
    tie->chosen = {first_by_lot(tied)};
    return tie->chosen.front();
}

int Contest::pick_lowest(Look look, std::optional<Tie>& tie) const {
    std::vector<int> open = continuing_candidates();
    std::erase_if(open, [&](int c) { return is_guarded(c); });
    return pick(open, Seeks::fewest, look, tie);
}

}  // namespace counting
