#include "features/counting/papers.h"

#include <algorithm>
#include <utility>

namespace counting {

std::int64_t number_of(const Papers& papers) {
    std::int64_t sum = 0;
    for (const Paper& paper : papers) sum += paper.papers;
    return sum;
}

void put(Papers& onto, Papers&& papers) {
    if (onto.empty()) {
        onto = std::move(papers);
        return;
    }
    onto.insert(onto.end(), papers.begin(), papers.end());
}

Sorter::Sorter(const Ballots& ballots, std::size_t candidates)
    : ballots_(ballots), heaps_(candidates) {}

void Sorter::begin() {
    for (const Choice receiver : receivers_) heaps_[receiver] = Papers();
    receivers_.clear();
    ended_ = 0;
}

// `paper.at` is the first preference that may count.
[[gnu::always_inline]] inline void Sorter::lay(Paper paper, const std::vector<char>& is_open) {
    const Choice* choice = ballots_.choices().data() + paper.at;
    while (*choice != no_choice && !is_open[*choice]) ++choice;
    if (*choice == no_choice) {
        ended_ += paper.papers;
        return;
    }
    Papers& heap = heaps_[*choice];
    if (heap.empty()) receivers_.push_back(*choice);
    paper.at = static_cast<std::uint32_t>(choice - ballots_.choices().data());
    heap.push_back(paper);
}

void Sorter::sort(std::span<const Paper> papers, const std::vector<char>& is_open) {
    begin();
    constexpr std::size_t ahead = 8;  // rankings lie far apart: the next ones come near meanwhile
    const Choice* const choices = ballots_.choices().data();
    for (std::size_t i = 0; i < papers.size(); ++i) {
        if (i + ahead < papers.size()) __builtin_prefetch(choices + papers[i + ahead].at);
        lay({papers[i].at + 1, papers[i].papers}, is_open);
    }
    std::ranges::sort(receivers_);
}

void Sorter::sort_first(const std::vector<char>& is_open) {
    begin();
    ballots_.each([&](Paper ranking) { lay(ranking, is_open); });
    std::ranges::sort(receivers_);
}

}  // namespace counting
