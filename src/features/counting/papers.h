#pragma once
// Piles of papers and how they are sorted: what the rules with transferable papers have in common.

#include "features/counting/ballots.h"

#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace counting {

using Papers = std::vector<Paper>;

std::int64_t number_of(const Papers& papers);

// The papers of one candidate by their value; those of one value lie together.
using Pile = std::map<std::int64_t, Papers>;

// Adds papers to others; a pile that was empty takes them as they are.
void put(Papers& onto, Papers&& papers);

// Sorts papers by the next preference that counts. Kept from one sorting to the next, so that a
// heap is made for those alone who receive something.
class Sorter {
public:
    Sorter(const Ballots& ballots, std::size_t candidates);

    // `is_open` says of each candidate whether papers go to them.
    void sort(std::span<const Paper> papers, const std::vector<char>& is_open);
    // All rankings, by their first preference that counts.
    void sort_first(const std::vector<char>& is_open);

    const std::vector<Choice>& receivers() const { return receivers_; }
    Papers take(Choice receiver) { return std::move(heaps_[receiver]); }
    std::int64_t ended() const { return ended_; }  // papers without a further preference

private:
    void begin();
    void lay(Paper paper, const std::vector<char>& is_open);

    const Ballots& ballots_;
    std::vector<Papers> heaps_;
    std::vector<Choice> receivers_;
    std::int64_t ended_ = 0;
};

}  // namespace counting
