#pragma once
// Finds things by what people type of their names, mistakes included. All names are kept in
// memory as trigrams; pure, no I/O. What a search reads is bounded, however many names there are.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace search {

struct NameEntry {
    std::int64_t id = 0;
    std::string name;
    std::string code;     // matches whole only
    bool is_open = true;  // of two that fit alike the open one comes first
};

// The higher the score, the better: at most 1.4, and a million where a code is the same.
struct Fit {
    std::int64_t id = 0;
    double score = 0;
};

// A few names beside an index, newer than it: each is looked at in every search.
class LatestNames {
public:
    LatestNames() = default;
    explicit LatestNames(const std::vector<NameEntry>& entries);

private:
    friend class MatchIndex;
    struct Name {
        std::int64_t id = 0;
        std::string folded;
        std::string code;                     // folded
        std::vector<std::uint32_t> trigrams;  // each once, ascending
        bool is_open = true;
    };
    std::vector<Name> names_;
};

class MatchIndex {
public:
    explicit MatchIndex(const std::vector<NameEntry>& entries);

    // The ids of those that fit best, the best first; none where nothing is alike.
    std::vector<std::int64_t> find(std::string_view typed, std::size_t count) const;
    // The same with their scores.
    std::vector<Fit> fits(std::string_view typed, std::size_t count) const;
    // Those of the names that are alike, in their order, by the weights of this index: the scores
    // are those that they would have in it.
    std::vector<Fit> fits_among(const LatestNames& names, std::string_view typed) const;

private:
    using Place = std::uint32_t;  // in entries_
    struct Known {
        std::int64_t id = 0;
        std::string folded;  // " royal free london nhs "
        Place given = 0;     // its place among the entries as they were given
        bool is_open = true;
        float weight = 0;  // of all its trigrams
    };
    // A trigram of what was typed, and how many of the places that have it are read.
    struct Asked {
        std::uint32_t trigram = 0;
        float weight = 0;
        std::size_t read = 0;
    };
    struct Candidate {
        float shared = 0;  // weight of the trigrams that were read
        Place place = 0;
    };

    void weigh();
    void note_places();
    std::span<const Place> places_of(std::uint32_t trigram) const;
    std::size_t count_of(std::uint32_t trigram) const;
    float weight_of(std::uint32_t trigram) const;
    std::vector<Asked> asked_of(std::string_view folded, std::size_t count) const;
    std::vector<Candidate> candidates(const std::vector<Asked>& asked, float shared_min) const;
    void complete(std::vector<Candidate>& found, const std::vector<Asked>& asked,
                  std::size_t most) const;

    std::vector<Known> entries_;  // open ones first, then those with the least besides
    std::vector<Place> begins_;   // by trigram: where its places begin in places_
    std::vector<Place> places_;   // ascending within a trigram
    std::unordered_multimap<std::string, Place> codes_;
};

}  // namespace search
