#pragma once
// The ballots of an election, equal rankings merged: what the rules count. Truncation is always by
// the paper, so a ranking on a thousand papers counts exactly like a thousand rankings.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace counting {

// A candidate as a ranking names it: the number on the ballot less one.
using Choice = std::uint16_t;
inline constexpr Choice no_choice = 0xFFFF;

// All papers of one ranking, from one of its preferences on: what moves between candidates.
struct Paper {
    std::uint32_t at = 0;      // where in Ballots::choices() the preference stands
    std::uint32_t papers = 0;  // how many
};

class Ballots {
public:
    // So many in all that a vote of Meek's, nine digits, still fits 64 bits, and a count of
    // papers 32.
    static constexpr std::int64_t papers_max = 4'000'000'000;
    static constexpr std::uint64_t hash_seed = 0x9E37'79B9'7F4A'7C15;
    static constexpr std::uint64_t hash_factor = 0xD6E8'FEB8'6659'FD93;

    void add(std::span<const Choice> preferences, std::uint32_t papers = 1);

    // ---- for reading many: preferences one by one; what was closed shows once it is finished ----
    void expect(std::size_t text_bytes);  // of a file, so that room is made once
    // A ballot while it is read. None names anybody twice, so there is room for as many as begun
    // with.
    struct Draft {
        Choice* next = nullptr;
        std::uint64_t hash = hash_seed;

        void prefer(Choice candidate) {
            *next++ = candidate;
            hash = (hash ^ candidate) * hash_factor;
        }
    };
    Draft begin(std::size_t preferences_max);
    // Ends it: so many papers say this. Without a preference they are blank.
    void close(Draft draft, std::uint32_t papers);
    void finish();

    std::int64_t papers() const { return papers_; }  // blank ones too
    std::int64_t blank() const { return blank_; }
    std::size_t rankings() const { return rankings_; }

    // Each ranking once, at its first preference.
    template <class Each>
    void each(Each&& each) const {
        for (std::size_t at = 0; at < choices_.size(); ++at) {
            at += count_size;
            each(Paper{static_cast<std::uint32_t>(at), papers_of(at - count_size)});
            while (choices_[at] != no_choice) ++at;
        }
    }
    // From a place on until the ranking ends.
    std::span<const Choice> preferences(std::uint32_t at) const;
    // All rankings, each ended by no_choice; before each stands how many papers it has.
    const std::vector<Choice>& choices() const { return choices_; }

private:
    // Open addressing. The hash lies beside the place, so that few other rankings are looked at.
    struct Slot {
        std::uint32_t begin = empty;
        std::uint32_t hash = 0;
    };
    // A ballot that was read and waits to be merged: meanwhile its slot comes near.
    struct Waiting {
        std::uint32_t begin = 0, end = 0, hash = 0, papers = 0;
    };
    static constexpr std::uint32_t empty = 0xFFFF'FFFF;
    static constexpr std::size_t waiting_max = 32;
    static constexpr std::size_t count_size = 2;  // 32 bits, in two choices

    void merge(const Waiting& ballot);
    void widen(std::size_t slots);
    std::uint32_t papers_of(std::size_t begin) const {
        return choices_[begin] | (std::uint32_t{choices_[begin + 1]} << 16);
    }
    static void set_papers(Choice* ranking, std::uint32_t papers);

    std::vector<Choice> choices_;
    std::vector<Slot> slots_;
    std::vector<Choice> read_;  // the ballots that wait, each as it will lie in choices_
    std::array<Waiting, waiting_max> waiting_{};
    std::size_t waiting_count_ = 0, read_begin_ = 0;
    std::int64_t papers_ = 0, blank_ = 0;
    std::size_t rankings_ = 0;
};

}  // namespace counting
