// The rules of the Electoral Reform Society, third edition (Newland and Britton 1997), sections 5
// and 6: exclusive Gregory to two decimal places, reduction of the quota, election by the total
// active vote, exclusion of several at once, deferred surpluses. Every batch of papers makes a
// stage.

#include "features/counting/contest.h"
#include "features/counting/papers.h"

#include <algorithm>
#include <functional>

namespace counting {

namespace {

constexpr std::int64_t unit = 100;  // 5.1: two decimal places

std::int64_t ceiling(std::int64_t number, std::int64_t by) {
    return (number + by - 1) / by;
}

class Ers97 {
public:
    explicit Ers97(Contest& contest)
        : contest_(contest),
          sorter_(contest.ballots(), contest.size()),
          batches_(contest.size()),
          cast_(contest.result().valid * unit) {}

    void count() {
        first_stage();
        while (!is_settled()) {
            if (const auto doomed = contest_.doomed(); !doomed.empty())
                exclude(doomed, {});
            else
                next_stage();
        }
        // 5.5.2: those who still continue are formally excluded; nothing is transferred.
        if (contest_.left() == 0) contest_.exclude(contest_.continuing_candidates());
    }

private:
    // Papers of one value that came to a candidate together.
    struct Batch {
        std::int64_t value = 0;
        Papers papers;
    };

    // 5.1: the papers are sorted by first preferences. The quota is the votes divided by one more
    // than the seats, to two decimal places, rounded up where it is not exact.
    void first_stage() {
        quota_ = ceiling(cast_, contest_.result().seats + 1);
        contest_.result().quota = quota_;
        contest_.begin({.kind = Action::Kind::first_preferences, .value = unit});
        sorter_.sort_first(contest_.is_open());
        for (const Choice receiver : sorter_.receivers()) give(receiver, unit);
        end_stage();
    }

    void end_stage() {
        contest_.note();
        deem();
        contest_.stage().quota = quota_;
    }

    // ---- who is elected ----

    // Section 6, total active vote: what the continuing candidates have, with untransferred
    // surpluses and papers that are on their way.
    std::int64_t active_vote() {
        std::int64_t active = cast_ - contest_.non_transferable();
        for (const int c : contest_.result().elected) active -= std::min(contest_.votes(c), quota_);
        return active;
    }

    // 5.1: a candidate is deemed elected with the quota, or with as much of the active vote as
    // cannot be reached by more than there are seats. Each election lowers what the others need.
    void deem() {
        while (!contest_.is_over()) {
            const std::int64_t required = ceiling(active_vote(), contest_.left() + 1);
            contest_.stage().vote_required = required;
            std::vector<int> reached;
            for (const int c : contest_.continuing_candidates()) {
                const bool is_enough = contest_.votes(c) >= std::min(quota_, required);
                if (contest_.votes(c) > 0 && is_enough) reached.push_back(c);
            }
            const std::size_t before = contest_.result().elected.size();
            elect(std::move(reached));
            if (contest_.result().elected.size() == before) return;
        }
    }

    // From the most votes down. Where more are equal than there are seats left, those stay who had
    // most at the first stage at which they differed; if these are still too many, nobody is
    // elected now.
    void elect(std::vector<int> reached) {
        std::ranges::stable_sort(reached, std::ranges::greater(),
                                 [&](int c) { return contest_.votes(c); });
        for (auto from = reached.begin(); from != reached.end() && !contest_.is_over();) {
            const auto to = std::find_if(from, reached.end(), [&](int c) {
                return contest_.votes(c) != contest_.votes(*from);
            });
            std::vector<int> equal(from, to);
            if (static_cast<int>(equal.size()) > contest_.left()) {
                Tie tie{.purpose = Tie::For::election, .by = Tie::By::stage, .among = equal};
                equal = contest_.narrowed(std::move(equal),
                                          {Look::forward, Seeks::most, contest_.left()}, tie.stage);
                if (static_cast<int>(equal.size()) > contest_.left()) return;
                tie.chosen = equal;
                contest_.stage().ties.push_back(tie);
            }
            for (const int c : equal) contest_.elect(c);
            from = to;
        }
    }

    bool is_settled() {
        if (!contest_.is_over() && contest_.is_one_a_seat()) {
            contest_.elect_all(contest_.continuing_candidates());
        }
        return contest_.is_over();
    }

    // ---- what comes next ----

    int continuing() { return static_cast<int>(contest_.continuing_candidates().size()); }

    std::int64_t surplus(int c) { return std::max<std::int64_t>(contest_.votes(c) - quota_, 0); }

    // 5.2: a surplus is transferred, unless it could change nothing for those who are lowest
    // together: then it is deferred and they are excluded.
    void next_stage() {
        std::int64_t surpluses = 0;
        for (const int c : contest_.result().elected) surpluses += surplus(c);
        const std::vector<int> lowest = lowest_together(surpluses);
        if (!lowest.empty())
            exclude_unless_last(lowest, {});
        else if (surpluses > 0)
            transfer_surplus();
        else
            exclude_lowest();
    }

    // 5.2: as many as possible who have no more together, with all surpluses, than the next one
    // above them; as long as enough continue. Those who are equal are not parted.
    std::vector<int> lowest_together(std::int64_t surpluses) {
        std::vector<int> rising = contest_.continuing_candidates();
        std::erase_if(rising, [&](int c) { return contest_.is_guarded(c); });
        std::ranges::stable_sort(rising, {}, [&](int c) { return contest_.votes(c); });
        const int spare = continuing() - contest_.left();
        // With conditions on who is elected one at a time goes, so that they are looked at after
        // each.
        const int together_max = contest_.has_conditions() ? std::min(spare, 1) : spare;
        std::size_t found = 0;
        std::int64_t sum = surpluses;
        for (std::size_t i = 1; i < rising.size() && static_cast<int>(i) <= together_max; ++i) {
            sum += contest_.votes(rising[i - 1]);
            const std::int64_t above = contest_.votes(rising[i]);
            if (sum <= above && contest_.votes(rising[i - 1]) < above) found = i;
        }
        rising.resize(found);
        std::ranges::sort(rising);
        return rising;
    }

    // 5.2: one alone where the lowest are equal: by the first stage at which they differed, then by
    // lot.
    void exclude_lowest() {
        std::optional<Tie> tie;
        const int lowest = contest_.pick_lowest(Look::forward, tie);
        exclude_unless_last({lowest}, tie);
    }

    // 5.5.1: where the exclusion would leave as many as there are seats, it is not carried out: all
    // the others are elected.
    void exclude_unless_last(const std::vector<int>& candidates, const std::optional<Tie>& tie) {
        const int would_be_left = continuing() - static_cast<int>(candidates.size());
        if (would_be_left > contest_.left()) {
            exclude(candidates, tie);
            return;
        }
        if (tie) contest_.stage().ties.push_back(*tie);
        contest_.exclude(candidates);
        contest_.elect_all(contest_.continuing_candidates());
    }

    // ---- transfers ----

    // 5.3: the largest surplus; of equal ones that of who had more votes at the first stage at
    // which they differed, then by lot. 5.3.1, 5.3.2: only the last batch is looked at, from which
    // the surplus arose; at the first stage that is all. 5.3.7: each transferable paper gets an
    // equal share of the surplus, truncated, but never more than it is worth.
    void transfer_surplus() {
        std::vector<int> over = contest_.result().elected;
        std::erase_if(over, [&](int c) { return surplus(c) == 0; });
        std::optional<Tie> tie;
        const int from = contest_.pick(over, Seeks::most, Look::forward, tie);
        Stage& stage = contest_.begin({.kind = Action::Kind::surplus, .of = {from}});
        if (tie) stage.ties.push_back(*tie);
        const std::int64_t surplus_now = surplus(from);
        auto& batches = batches_[static_cast<std::size_t>(from)];
        const Batch batch = std::move(batches.back());
        batches.clear();  // what was not in that batch never moves
        sorter_.sort(batch.papers, contest_.is_open());
        const std::int64_t transferable = number_of(batch.papers) - sorter_.ended();
        std::int64_t value = batch.value;
        if (transferable * value > surplus_now) value = surplus_now / transferable;
        stage.action.value = value;
        std::int64_t moved = 0;
        for (const Choice to : sorter_.receivers()) moved += give(to, value, from);
        contest_.votes(from) = quota_;
        lose(from, surplus_now - moved);  // the non-transferable difference
        end_stage();
    }

    // 5.4: the papers of all who are excluded are put together and move by their value, the
    // highest first, each value a stage.
    void exclude(const std::vector<int>& candidates, const std::optional<Tie>& tie) {
        struct Part {
            int from;
            Papers papers;
        };
        std::map<std::int64_t, std::vector<Part>, std::greater<>> by_value;
        for (const int from : candidates) {
            for (Batch& batch : batches_[static_cast<std::size_t>(from)]) {
                by_value[batch.value].push_back({from, std::move(batch.papers)});
            }
            batches_[static_cast<std::size_t>(from)].clear();
        }
        if (by_value.empty()) by_value[unit] = {};  // nobody voted for them: one empty stage
        int part = 0;
        for (auto& [value, parts] : by_value) {
            Stage& stage = contest_.begin({.kind = Action::Kind::exclusion,
                                           .of = candidates,
                                           .value = value,
                                           .part = ++part,
                                           .parts = static_cast<int>(by_value.size())});
            if (part == 1) {
                if (tie) stage.ties.push_back(*tie);
                contest_.exclude(candidates);
            }
            std::vector<Batch> received(contest_.size());
            for (const Part& one : parts) move(one.from, one.papers, value, received);
            for (std::size_t to = 0; to < received.size(); ++to) {
                if (!received[to].papers.empty()) batches_[to].push_back(std::move(received[to]));
            }
            reduce_quota();
            end_stage();
            if (contest_.is_over()) return;
        }
    }

    // 5.4.8: as long as nobody is elected the quota falls with what has become non-transferable.
    void reduce_quota() {
        if (!contest_.result().elected.empty() || contest_.non_transferable() == 0) return;
        quota_ = ceiling(cast_ - contest_.non_transferable(), contest_.result().seats + 1);
    }

    void move(int from, const Papers& papers, std::int64_t value, std::vector<Batch>& received) {
        sorter_.sort(papers, contest_.is_open());
        for (const Choice to : sorter_.receivers()) {
            Papers heap = sorter_.take(to);
            const std::int64_t votes = number_of(heap) * value;
            contest_.votes(to) += votes;
            contest_.add_transfer(from, to, votes);
            received[to].value = value;
            put(received[to].papers, std::move(heap));
        }
        contest_.votes(from) -= number_of(papers) * value;
        lose(from, sorter_.ended() * value);
    }

    // A batch of its own for a candidate; how many votes that is.
    std::int64_t give(Choice to, std::int64_t value, int from = nowhere) {
        Papers papers = sorter_.take(to);
        const std::int64_t votes = number_of(papers) * value;
        contest_.votes(to) += votes;
        if (from != nowhere) contest_.add_transfer(from, to, votes);
        if (value > 0) batches_[to].push_back({value, std::move(papers)});
        return votes;
    }

    void lose(int from, std::int64_t votes) {
        contest_.non_transferable() += votes;
        contest_.add_transfer(from, nowhere, votes);
    }

    Contest& contest_;
    Sorter sorter_;
    std::vector<std::vector<Batch>> batches_;
    const std::int64_t cast_;  // all valid votes
    std::int64_t quota_ = 0;
};

}  // namespace

void count_ers97(Contest& contest) {
    Ers97(contest).count();
}

}  // namespace counting
