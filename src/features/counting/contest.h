#pragma once
// A count while it goes on: who continues, what has been decided, and the table of stages so far.
// The rules decide what happens; this keeps the record, breaks ties and minds reserved seats.

#include "features/counting/constraints.h"
#include "features/counting/counting.h"

namespace counting {

__extension__ typedef __int128 Wide;  // of a product of two numbers of votes

enum class Look { backward, forward };  // from the last stage on, or from the first
enum class Seeks { most, fewest };

// How those who are tied are told apart by earlier stages.
struct Narrowing {
    Look look = Look::backward;
    Seeks seeks = Seeks::most;
    int enough = 1;  // so many may be left
};

// What decides between those whom no stage tells apart.
inline Tie::By by_lot(const Result& result) {
    return result.has_lot ? Tie::By::lot : Tie::By::number;
}

class Contest {
public:
    // Ends with the first person elected who is not among those who remain, where there are any.
    Contest(const Election& election, const Terms& terms, Result& result,
            const std::vector<int>& remaining);

    // ---- who stands how ----
    std::size_t size() const { return places_.size(); }
    int left() const;  // seats without somebody elected
    // In the order of the ballot.
    std::vector<int> continuing_candidates() const;
    const std::vector<char>& is_open() const { return is_open_; }  // by candidate: continues
    // As many continue as there are seats for them.
    bool is_one_a_seat() const;
    bool is_over() const { return left() == 0 || has_new_; }
    bool is_guarded(int c) const { return judged_.guarded[static_cast<std::size_t>(c)] != 0; }
    bool has_conditions() const { return has_conditions_; }
    // Continuing ones who cannot be elected any more: to be excluded at once.
    std::vector<int> doomed() const;

    // ---- votes ----
    std::int64_t& votes(int c) { return votes_[static_cast<std::size_t>(c)]; }
    std::int64_t& non_transferable() { return non_transferable_; }
    const Ballots& ballots() const { return ballots_; }
    Result& result() { return result_; }

    // ---- what happens ----
    Stage& begin(Action action);  // of a stage
    Stage& stage() { return result_.stages.back(); }
    void note();  // what the votes are now, as the stage's
    void add_transfer(int from, int to, std::int64_t votes);  // summed up by who gives and receives
    // Nobody is elected whom the conditions forbid, nor anybody more when the count is over.
    void elect(int c);
    // In descending order of votes; of equals the lower number first.
    void elect_all(std::vector<int> candidates);
    void exclude(const std::vector<int>& candidates);  // of the stage that has begun

    // The one of these with most (or fewest) votes. Where several have as many, they are narrowed
    // stage by stage, and the lot decides between the last: then `tie` says so.
    int pick(const std::vector<int>& among, Seeks seeks, Look look, std::optional<Tie>& tie) const;
    // Of all who continue and may be excluded, the one with the fewest votes.
    int pick_lowest(Look look, std::optional<Tie>& tie) const;
    // At the first stage at which those who are tied are not all equal only those with most (or
    // fewest) votes stay, and so on from there, until no more than enough are left. `stage` is the
    // last one that told them apart.
    std::vector<int> narrowed(std::vector<int> tied, Narrowing how, int& stage) const;
    int first_by_lot(const std::vector<int>& tied) const;

private:
    void judge();

    const Ballots& ballots_;
    Result& result_;
    Constraints constraints_;
    bool has_conditions_;
    Constraints::Judgement judged_;
    std::vector<Place> places_;
    std::vector<char> is_open_;
    std::vector<char> remains_;  // of a countback
    bool is_countback_, has_new_ = false;
    std::vector<int> rank_by_lot_;
    std::vector<std::int64_t> votes_;
    std::int64_t non_transferable_ = 0;
    std::vector<std::size_t> transfer_at_;  // of the stage, by receiver: where it was last put
};

// The rules. Each counts until the contest is over; `valid` is known, and more than nothing.
void count_scottish(Contest& contest);
void count_ers97(Contest& contest);
void count_meek(Contest& contest);
void count_irv(Contest& contest);
void count_block(Contest& contest);

}  // namespace counting
