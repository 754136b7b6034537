#pragma once
// Finds things by what people type of their names, mistakes included. All names are kept in
// memory as trigrams; pure, no I/O.

#include <cstdint>
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
    struct Known {
        std::int64_t id = 0;
        std::string folded;  // " royal free london nhs "
        std::string code;
        bool is_open = true;
        float weight = 0;  // of all its trigrams
    };
    using Place = std::uint32_t;  // in entries_

    float weight_of(std::uint32_t trigram) const;
    double score(const Known& known, std::string_view folded, double shared, double asked) const;

    std::vector<Known> entries_;
    std::unordered_map<std::uint32_t, std::vector<Place>> places_;  // by trigram
};

}  // namespace search
