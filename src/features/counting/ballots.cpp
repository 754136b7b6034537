#include "features/counting/ballots.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <sys/mman.h>

namespace counting {

namespace {

constexpr std::size_t slots_min = 1024;
constexpr std::size_t slots_expected_max = 1 << 20;
constexpr std::size_t bytes_of_a_ballot = 24;  // in a file of many
constexpr std::size_t choices_max = 0x7FFF'FFFF;

// Room for so many, before they are there. Where it is large the system is asked for large pages:
// what is looked up all over a table is then found without first looking for its page.
template <class T>
void make_room(std::vector<T>& list, std::size_t count) {
    constexpr std::uintptr_t page = 4096;
    constexpr std::size_t large_bytes = 4 * 1024 * 1024;
    list.reserve(count);
    if (count * sizeof(T) < large_bytes) return;
    const auto begin = reinterpret_cast<std::uintptr_t>(list.data());
    const std::uintptr_t aligned = (begin + page - 1) / page * page;
    // A wish: whether it is granted changes nothing but the time.
    (void)madvise(reinterpret_cast<void*>(aligned), begin + count * sizeof(T) - aligned,
                  MADV_HUGEPAGE);
}

// The product's upper bits are the mixed ones.
std::uint32_t folded(std::uint64_t hash) {
    return static_cast<std::uint32_t>((hash ^ (hash >> 29)) >> 16);
}

// Both end with no_choice, which stands nowhere else: the shorter one ends the comparison.
bool is_same(const Choice* one, const Choice* other) {
    for (; *one == *other; ++one, ++other) {
        if (*one == no_choice) return true;
    }
    return false;
}

}  // namespace

void Ballots::add(std::span<const Choice> preferences, std::uint32_t papers) {
    Draft draft = begin(preferences.size());
    for (const Choice candidate : preferences) draft.prefer(candidate);
    close(draft, papers);
    finish();
}

Ballots::Draft Ballots::begin(std::size_t preferences_max) {
    const std::size_t needed = read_begin_ + count_size + preferences_max + 1;
    if (read_.size() < needed) read_.resize(needed * 2);
    return {.next = read_.data() + read_begin_ + count_size};
}

// Room that is not used costs nothing: the system gives it page by page.
void Ballots::expect(std::size_t text_bytes) {
    make_room(choices_, text_bytes / 2 + text_bytes / bytes_of_a_ballot);
    widen(std::bit_ceil(std::clamp(text_bytes / bytes_of_a_ballot, slots_min, slots_expected_max)));
}

void Ballots::close(Draft draft, std::uint32_t papers) {
    assert(papers_ + papers <= papers_max && choices_.size() < choices_max);
    papers_ += papers;
    const auto end = static_cast<std::size_t>(draft.next - read_.data());
    if (read_begin_ + count_size == end) {
        blank_ += papers;
        return;
    }
    if (slots_.empty()) widen(slots_min);
    const std::uint32_t hash = folded(draft.hash);
    __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
    *draft.next = no_choice;
    waiting_[waiting_count_++] = {static_cast<std::uint32_t>(read_begin_),
                                  static_cast<std::uint32_t>(end + 1), hash, papers};
    read_begin_ = end + 1;
    if (waiting_count_ == waiting_max) finish();
}

// A large table lies far away. So a few ballots are looked up together: first their slots come
// near, then the rankings that these name, and only then are they compared.
void Ballots::finish() {
    for (std::size_t i = 0; i < waiting_count_; ++i) {
        const Slot& slot = slots_[waiting_[i].hash & (slots_.size() - 1)];
        if (slot.begin != empty) __builtin_prefetch(choices_.data() + slot.begin);
    }
    for (std::size_t i = 0; i < waiting_count_; ++i) merge(waiting_[i]);
    waiting_count_ = 0;
    read_begin_ = 0;
}

void Ballots::merge(const Waiting& ballot) {
    if (rankings_ * 2 >= slots_.size()) widen(slots_.size() * 4);
    const std::size_t mask = slots_.size() - 1;
    Choice* const read = read_.data() + ballot.begin;
    std::size_t at = ballot.hash & mask;
    for (; slots_[at].begin != empty; at = (at + 1) & mask) {
        const std::size_t begin = slots_[at].begin;
        if (slots_[at].hash != ballot.hash) continue;
        if (!is_same(choices_.data() + begin + count_size, read + count_size)) continue;
        set_papers(choices_.data() + begin, papers_of(begin) + ballot.papers);
        return;
    }
    slots_[at] = {static_cast<std::uint32_t>(choices_.size()), ballot.hash};
    set_papers(read, ballot.papers);
    choices_.insert(choices_.end(), read, read_.data() + ballot.end);
    ++rankings_;
}

void Ballots::set_papers(Choice* ranking, std::uint32_t papers) {
    ranking[0] = static_cast<Choice>(papers & 0xFFFF);
    ranking[1] = static_cast<Choice>(papers >> 16);
}

void Ballots::widen(std::size_t slots) {
    const std::vector<Slot> old = std::move(slots_);
    slots_ = std::vector<Slot>();
    make_room(slots_, slots);
    slots_.resize(slots);
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : old) {
        if (slot.begin == empty) continue;
        std::size_t at = slot.hash & mask;
        while (slots_[at].begin != empty) at = (at + 1) & mask;
        slots_[at] = slot;
    }
}

std::span<const Choice> Ballots::preferences(std::uint32_t at) const {
    const Choice* const begin = choices_.data() + at;
    const Choice* end = begin;
    while (*end != no_choice) ++end;
    return {begin, end};
}

}  // namespace counting
