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

class MatchIndex {
public:
    struct Entry {
        std::int64_t id = 0;
        std::string name;
        std::string code;     // matches whole only
        bool is_open = true;  // of two that fit alike the open one comes first
    };

    explicit MatchIndex(std::vector<Entry> entries);

    // The ids of those that fit best, the best first; none where nothing is alike.
    std::vector<std::int64_t> find(std::string_view typed, std::size_t count) const;

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
    double score(const Known& known, std::string_view folded, double shared, double asked) const;

    std::vector<Known> entries_;  // open ones first, then those with the least besides
    std::vector<Place> begins_;   // by trigram: where its places begin in places_
    std::vector<Place> places_;   // ascending within a trigram
    std::unordered_multimap<std::string, Place> codes_;
};

}  // namespace search
