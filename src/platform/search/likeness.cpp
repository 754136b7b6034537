#include "platform/search/likeness.h"

#include "platform/base/text.h"

#include <algorithm>
#include <cmath>

namespace search {

namespace {

constexpr std::size_t typed_bytes_max = 200;
constexpr double likeness_min = 0.34;  // of what was typed, by weight, that must be found

// Letters and digits of words, each word after a space and the last before one.
std::string folded_words(std::string_view text) {
    std::string words = " ";
    for (const char c : base::fold(text)) {
        const bool is_part = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                             static_cast<unsigned char>(c) >= 0x80;
        if (is_part)
            words += c;
        else if (c != '\'' && words.back() != ' ')
            words += ' ';
    }
    if (words.back() != ' ') words += ' ';
    return words;
}

std::vector<std::uint32_t> trigrams_of(std::string_view words) {
    std::vector<std::uint32_t> found;
    const auto byte = [&](std::size_t i) {
        return std::uint32_t{static_cast<unsigned char>(words[i])};
    };
    for (std::size_t i = 0; i + 2 < words.size(); ++i) {
        found.push_back(byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2));
    }
    std::ranges::sort(found);
    found.erase(std::ranges::unique(found).begin(), found.end());
    return found;
}

}  // namespace

MatchIndex::MatchIndex(std::vector<Entry> entries) {
    entries_.reserve(entries.size());
    for (Entry& entry : entries) {
        const auto place = static_cast<Place>(entries_.size());
        entries_.push_back(
            {entry.id, folded_words(entry.name), base::fold(entry.code), entry.is_open});
        for (const auto trigram : trigrams_of(entries_.back().folded)) {
            places_[trigram].push_back(place);
        }
    }
    for (Known& known : entries_) {
        for (const auto trigram : trigrams_of(known.folded)) known.weight += weight_of(trigram);
    }
}

// Rare ones tell more: "nhs" stands in nearly every name.
float MatchIndex::weight_of(std::uint32_t trigram) const {
    const auto found = places_.find(trigram);
    const double count = found == places_.end() ? 0.0 : static_cast<double>(found->second.size());
    const double all = static_cast<double>(entries_.size());
    return static_cast<float>(std::log((all + 1) / (count + 0.5)) + 0.05);
}

double MatchIndex::score(const Known& known, std::string_view folded, double shared,
                         double asked) const {
    double score = shared / asked + 0.15 * shared / static_cast<double>(known.weight);
    if (known.folded.starts_with(folded.substr(0, folded.size() - 1))) score += 0.2;
    if (known.is_open) score += 0.02;
    return score;
}

std::vector<std::int64_t> MatchIndex::find(std::string_view typed, std::size_t count) const {
    const std::string folded = folded_words(typed.substr(0, typed_bytes_max));
    const std::string code = base::fold(base::trim(typed.substr(0, typed_bytes_max)));
    double asked = 0;
    std::vector<float> shared(entries_.size());
    std::vector<Place> touched;
    for (const auto trigram : trigrams_of(folded)) {
        const float weight = weight_of(trigram);
        asked += weight;
        const auto found = places_.find(trigram);
        if (found == places_.end()) continue;
        for (const Place place : found->second) {
            if (shared[place] == 0) touched.push_back(place);
            shared[place] += weight;
        }
    }
    std::vector<std::pair<double, Place>> fitting;
    for (const Place place : touched) {
        if (shared[place] < likeness_min * asked) continue;
        fitting.emplace_back(score(entries_[place], folded, shared[place], asked), place);
    }
    for (Place place = 0; place < entries_.size() && !code.empty(); ++place) {
        if (entries_[place].code == code) fitting.emplace_back(1e6, place);
    }
    const auto kept = std::min(count, fitting.size());
    std::ranges::partial_sort(fitting, fitting.begin() + static_cast<std::ptrdiff_t>(kept),
                              [](const auto& a, const auto& b) {
                                  return a.first != b.first ? a.first > b.first
                                                            : a.second < b.second;
                              });
    std::vector<std::int64_t> ids;
    for (std::size_t i = 0; i < fitting.size() && ids.size() < count; ++i) {
        const auto id = entries_[fitting[i].second].id;
        if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
        if (i + 1 == kept) break;
    }
    return ids;
}

}  // namespace search
