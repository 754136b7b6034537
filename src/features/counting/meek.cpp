// Meek's rule as the Proportional Representation Foundation's reference has it: nine decimal
// places, omega 0.000001. Letters and numbers of steps are those of the reference.
//
// An elected candidate keeps a share of every ballot that comes to them and passes the rest on.
// Which ballots are alike until somebody keeps all of them, a tree tells: below each elected
// candidate it branches by the next preference, and nowhere else. So a stage walks over few
// branches, not over ballots; truncation is by the ballot, and ballots of one branch have one
// weight.

#include "features/counting/contest.h"
#include "features/counting/papers.h"

#include <algorithm>
#include <unordered_map>

namespace counting {

namespace {

constexpr std::int64_t unit = 1'000'000'000;  // nine decimal places
constexpr std::int64_t omega = 1'000;         // 0.000001

// Of a product or quotient of two such numbers, rounded up at the ninth place.
std::int64_t product_up(std::int64_t one, std::int64_t other) {
    return static_cast<std::int64_t>((Wide{one} * other + unit - 1) / unit);
}

std::int64_t quotient_up(std::int64_t one, std::int64_t other) {
    return static_cast<std::int64_t>((Wide{one} * unit + other - 1) / other);
}

// A weight and a keep factor are at most one, so that 64 bits hold their product.
std::int64_t kept(std::int64_t weight, std::int64_t factor) {
    if (factor == unit) return weight;
    return (weight * factor + unit - 1) / unit;
}

class Meek {
public:
    explicit Meek(Contest& contest)
        : contest_(contest),
          sorter_(contest.ballots(), contest.size()),
          factors_(contest.size(), unit),
          branches_of_(contest.size()) {}

    void count() {
        plant();
        // B1: until the seats are filled, or as many are left as seats.
        for (bool is_first = true; is_first || !is_settled(); is_first = false) round(is_first);
        // C: what is left of the hopeful is elected where seats are open, and excluded where not.
        if (contest_.left() == 0) contest_.exclude(contest_.continuing_candidates());
    }

private:
    static constexpr std::uint32_t root = 0;

    // The ballots that came the same way: `papers` of them, whose weight beyond this branch is
    // `rest`. Of a candidate who is not elected it also has the papers themselves, which go no
    // further.
    struct Branch {
        std::uint32_t parent = root;
        Choice candidate = no_choice;
        std::int64_t papers = 0;
        std::int64_t rest = unit;
        Papers here;
    };

    // ---- the tree ----

    // A: everybody has a keep factor of 1, so each first preference is a branch.
    void plant() {
        branches_.push_back({});
        sorter_.sort_first(contest_.is_open());
        for (const Choice candidate : std::vector<Choice>(sorter_.receivers())) {
            grow(root, candidate, sorter_.take(candidate));
        }
    }

    bool is_hopeful(Choice c) const { return contest_.is_open()[c] != 0; }

    // Papers whose next preference below this branch is the candidate's.
    void grow(std::uint32_t parent, Choice candidate, Papers papers) {
        const std::uint64_t key = (std::uint64_t{parent} << 16) | candidate;
        const auto [found, is_new] = children_.try_emplace(
            key, static_cast<std::uint32_t>(branches_.size()));
        const std::uint32_t branch = found->second;
        if (is_new) {
            branches_.push_back({.parent = parent, .candidate = candidate});
            branches_of_[candidate].push_back(branch);
        }
        branches_[branch].papers += number_of(papers);
        if (is_hopeful(candidate))
            put(branches_[branch].here, std::move(papers));
        else
            spread(branch, papers);
    }

    // To the next preferences that are not excluded; those of elected candidates branch in turn.
    void spread(std::uint32_t branch, const Papers& papers) {
        sorter_.sort(papers, in_play_);
        std::vector<std::pair<Choice, Papers>> heaps;
        for (const Choice next : sorter_.receivers()) heaps.emplace_back(next, sorter_.take(next));
        for (auto& [next, heap] : heaps) grow(branch, next, std::move(heap));
    }

    void look_who_is_in_play() {
        in_play_ = contest_.is_open();
        for (const int c : contest_.result().elected) in_play_[static_cast<std::size_t>(c)] = 1;
    }

    // Whoever is elected passes on from now on.
    void open(int c) {
        look_who_is_in_play();
        const auto own = branches_of_[static_cast<std::size_t>(c)];
        for (const std::uint32_t branch : own) {
            const Papers papers = std::move(branches_[branch].here);
            branches_[branch].here.clear();
            spread(branch, papers);
        }
    }

    // Whoever is excluded is passed over: their papers go on from the branch before.
    void close(int c) {
        look_who_is_in_play();
        factors_[static_cast<std::size_t>(c)] = 0;
        const auto own = branches_of_[static_cast<std::size_t>(c)];
        for (const std::uint32_t branch : own) {
            const Papers papers = std::move(branches_[branch].here);
            branches_[branch].here.clear();
            branches_[branch].papers = 0;
            spread(branches_[branch].parent, papers);
        }
    }

    // ---- the rounds ----

    bool is_settled() {
        if (!contest_.is_over() && contest_.is_one_a_seat()) {
            for (const int c : contest_.continuing_candidates()) contest_.elect(c);
        }
        return contest_.is_over();
    }

    void round(bool is_first) {
        contest_.begin(is_first ? Action{.kind = Action::Kind::first_preferences}
                                : Action{.kind = Action::Kind::iteration, .of = changed_});
        const bool has_elected = iterate();
        contest_.note();
        contest_.stage().quota = quota_;
        contest_.result().quota = quota_;
        if (!has_elected) exclude_lowest();
        // Whoever cannot be elected any more because of reserved seats goes at once.
        while (!contest_.is_over() && !contest_.doomed().empty()) exclude(contest_.doomed());
    }

    // B2, until somebody is elected or the surplus is small or does not fall any more.
    bool iterate() {
        for (std::int64_t last_surplus = -1;;) {
            distribute();
            if (elect_with_quota()) return true;
            surplus_ = total_surplus();
            // B2e.
            if (surplus_ < omega || (last_surplus >= 0 && surplus_ >= last_surplus)) return false;
            last_surplus = surplus_;
            lower_factors();
        }
    }

    // B2a: each ballot in turn gives each candidate who is in play their share of what is left of
    // it. B2b: the quota, of what the candidates have.
    void distribute() {
        for (std::size_t c = 0; c < contest_.size(); ++c) contest_.votes(static_cast<int>(c)) = 0;
        for (std::size_t i = 1; i < branches_.size(); ++i) {  // a parent stands before its children
            Branch& branch = branches_[i];
            if (branch.papers == 0) continue;
            const std::int64_t weight = branches_[branch.parent].rest;
            const std::int64_t share = kept(weight, factors_[branch.candidate]);
            contest_.votes(branch.candidate) += share * branch.papers;
            branch.rest = weight - share;
        }
        std::int64_t sum = 0;
        for (std::size_t c = 0; c < contest_.size(); ++c)
            sum += contest_.votes(static_cast<int>(c));
        contest_.non_transferable() = contest_.result().valid * unit - sum;
        quota_ = sum / (contest_.result().seats + 1) + 1;
    }

    // B2c, in the order of the ballot as the reference does it.
    bool elect_with_quota() {
        changed_.clear();
        const std::size_t before = contest_.result().elected.size();
        for (const int c : contest_.continuing_candidates()) {
            if (contest_.votes(c) >= quota_) contest_.elect(c);
        }
        const auto& elected = contest_.result().elected;
        changed_.assign(elected.begin() + static_cast<std::ptrdiff_t>(before), elected.end());
        for (const int c : changed_) open(c);
        return !changed_.empty();
    }

    // B2d.
    std::int64_t total_surplus() {
        std::int64_t surplus = 0;
        for (const int c : contest_.result().elected) surplus += contest_.votes(c) - quota_;
        return std::max<std::int64_t>(surplus, 0);
    }

    // B2f: so that each keeps a quota. Both steps are rounded up.
    void lower_factors() {
        for (const int c : contest_.result().elected) {
            std::int64_t& factor = factors_[static_cast<std::size_t>(c)];
            factor = std::min(quotient_up(product_up(factor, quota_), contest_.votes(c)), unit);
        }
    }

    // B3: whoever could still be lowest when the surplus is dealt out counts as tied; the lot
    // decides.
    void exclude_lowest() {
        std::vector<int> lowest = contest_.continuing_candidates();
        std::erase_if(lowest, [&](int c) { return contest_.is_guarded(c); });
        const auto votes = [&](int c) { return contest_.votes(c); };
        const std::int64_t bound = votes(std::ranges::min(lowest, {}, votes)) + surplus_;
        std::erase_if(lowest, [&](int c) { return votes(c) > bound; });
        const int chosen = contest_.first_by_lot(lowest);
        if (lowest.size() > 1) {
            contest_.stage().ties.push_back(
                {.by = by_lot(contest_.result()), .among = lowest, .chosen = {chosen}});
        }
        exclude({chosen});
    }

    void exclude(const std::vector<int>& candidates) {
        contest_.exclude(candidates);
        for (const int c : candidates) {
            close(c);
            changed_.push_back(c);
        }
    }

    Contest& contest_;
    Sorter sorter_;
    std::vector<std::int64_t> factors_;
    std::vector<Branch> branches_;
    std::unordered_map<std::uint64_t, std::uint32_t> children_;
    std::vector<std::vector<std::uint32_t>> branches_of_;  // by candidate
    std::vector<char> in_play_;
    std::vector<int> changed_;  // who was elected or excluded by the last round
    std::int64_t quota_ = 0, surplus_ = 0;
};

}  // namespace

void count_meek(Contest& contest) {
    Meek(contest).count();
}

}  // namespace counting
