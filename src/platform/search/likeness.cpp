#include "platform/search/likeness.h"

#include "platform/base/text.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cmath>
#include <numeric>
#include <tuple>
#include <utility>

namespace search {

namespace {

constexpr std::size_t typed_bytes_max = 200;
constexpr float likeness_min = 0.34F;  // of what was typed, by weight, that must be found
// What a search reads at most: so many places of trigrams, the rarest trigrams first; and of the
// names they point to so many more than were asked for, those that share most.
constexpr std::size_t places_read_min = 4'000;
constexpr std::size_t places_read_more = 500;  // for each name that is asked for
constexpr std::size_t candidates_more = 128;

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

// Letters are 0 to 25, digits 26 to 35, the space 36; the bytes of all others share what is left
// of six bits.
constexpr std::uint32_t letter_codes = 64;
constexpr std::uint32_t trigram_codes = letter_codes * letter_codes * letter_codes;

constexpr std::array<std::uint8_t, 256> letter_table = [] {
    std::array<std::uint8_t, 256> codes{};
    for (std::size_t c = 0; c < codes.size(); ++c) {
        codes[c] = static_cast<std::uint8_t>(37 + c % (letter_codes - 37));
    }
    for (std::uint8_t i = 0; i < 26; ++i) codes['a' + i] = i;
    for (std::uint8_t i = 0; i < 10; ++i) codes['0' + i] = static_cast<std::uint8_t>(26 + i);
    codes[' '] = 36;
    return codes;
}();

std::uint32_t letter_code(char c) {
    return letter_table[static_cast<unsigned char>(c)];
}

std::uint32_t trigram_of(std::string_view letters) {
    return (letter_code(letters[0]) * letter_codes + letter_code(letters[1])) * letter_codes +
           letter_code(letters[2]);
}

// Calls `act` with each different trigram of the words once. `seen` is by trigram: the `mark` of
// the words that had it last.
template <class Act>
void each_trigram(std::string_view words, std::vector<std::uint32_t>& seen, std::uint32_t mark,
                  Act&& act) {
    for (std::size_t i = 0; i + 2 < words.size(); ++i) {
        const auto trigram = trigram_of(words.substr(i, 3));
        if (std::exchange(seen[trigram], mark) != mark) act(trigram);
    }
}

// Of what was typed and of a name: which share of their weights is in both.
struct Shares {
    double shared, asked, whole;  // weights of trigrams: in both, of what was typed, of the name
};

double score_of(const std::string& name, std::string_view typed, bool is_open, Shares weights) {
    double score = weights.shared / weights.asked + 0.15 * weights.shared / weights.whole;
    if (name.starts_with(typed.substr(0, typed.size() - 1))) score += 0.2;
    if (is_open) score += 0.02;
    return score;
}

std::string folded_code(std::string_view typed) {
    return base::fold(base::trim(typed.substr(0, typed_bytes_max)));
}

constexpr double score_of_code = 1e6;

}  // namespace

LatestNames::LatestNames(const std::vector<NameEntry>& entries) {
    for (const NameEntry& entry : entries) {
        Name name{.id = entry.id,
                  .folded = folded_words(entry.name),
                  .code = base::fold(entry.code),
                  .trigrams = {},
                  .is_open = entry.is_open};
        for (std::size_t i = 0; i + 2 < name.folded.size(); ++i) {
            name.trigrams.push_back(trigram_of(std::string_view(name.folded).substr(i, 3)));
        }
        std::ranges::sort(name.trigrams);
        const auto same = std::ranges::unique(name.trigrams);
        name.trigrams.erase(same.begin(), same.end());
        names_.push_back(std::move(name));
    }
}

// The order makes the head of every list of places the best of it: where lists are too long to be
// read whole, their heads are read.
MatchIndex::MatchIndex(const std::vector<NameEntry>& entries) : begins_(trigram_codes + 1) {
    std::vector<std::uint32_t> seen(trigram_codes);
    entries_.reserve(entries.size());
    for (const NameEntry& entry : entries) {
        const auto given = static_cast<Place>(entries_.size());
        entries_.push_back({entry.id, folded_words(entry.name), given, entry.is_open});
        each_trigram(entries_.back().folded, seen, given + 1,
                     [&](auto trigram) { ++begins_[trigram + 1]; });
    }
    std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
    weigh();
    std::ranges::sort(entries_, [](const Known& a, const Known& b) {
        return std::tuple(!a.is_open, a.weight, a.given) <
               std::tuple(!b.is_open, b.weight, b.given);
    });
    note_places();
    for (Place place = 0; place < entries_.size(); ++place) {
        const auto code = base::fold(entries[entries_[place].given].code);
        if (!code.empty()) codes_.emplace(code, place);
    }
}

void MatchIndex::weigh() {
    std::vector<float> weights(trigram_codes);  // each is asked for many times
    std::vector<std::uint32_t> seen(trigram_codes);
    for (Known& known : entries_) {
        each_trigram(known.folded, seen, known.given + 1, [&](auto trigram) {
            if (weights[trigram] == 0) weights[trigram] = weight_of(trigram);
            known.weight += weights[trigram];
        });
    }
}

void MatchIndex::note_places() {
    places_.resize(begins_.back());
    std::vector<Place> next(begins_.begin(), begins_.end() - 1);
    std::vector<std::uint32_t> seen(trigram_codes);
    for (Place place = 0; place < entries_.size(); ++place) {
        each_trigram(entries_[place].folded, seen, place + 1,
                     [&](auto trigram) { places_[next[trigram]++] = place; });
    }
}

std::span<const MatchIndex::Place> MatchIndex::places_of(std::uint32_t trigram) const {
    return std::span(places_).subspan(begins_[trigram], count_of(trigram));
}

std::size_t MatchIndex::count_of(std::uint32_t trigram) const {
    return begins_[trigram + 1] - begins_[trigram];
}

// Rare ones tell more: "nhs" stands in nearly every name. But whether a few have one or nobody
// weighs the same: those few may not show it, and who is found besides must not tell of them.
float MatchIndex::weight_of(std::uint32_t trigram) const {
    constexpr double few = 5;
    const auto count = std::max(static_cast<double>(count_of(trigram)), few);
    const auto all = static_cast<double>(entries_.size());
    return static_cast<float>(std::log((all + 2 * few + 1) / (count + 0.5)) + 0.05);
}

// The rarest first, each with its share of what may be read.
std::vector<MatchIndex::Asked> MatchIndex::asked_of(std::string_view folded,
                                                    std::size_t count) const {
    std::vector<Asked> asked;
    for (std::size_t i = 0; i + 2 < folded.size(); ++i) {
        const auto trigram = trigram_of(folded.substr(i, 3));
        asked.push_back({trigram, weight_of(trigram), count_of(trigram)});
    }
    std::ranges::sort(asked, [](const Asked& a, const Asked& b) {
        return std::pair(a.read, a.trigram) < std::pair(b.read, b.trigram);
    });
    const auto same = std::ranges::unique(asked, {}, &Asked::trigram);
    asked.erase(same.begin(), same.end());
    std::size_t left = places_read_min + places_read_more * count;
    for (Asked& one : asked) left -= one.read = std::min(one.read, left);
    return asked;
}

// Stretch by stretch of the places, so that the sums stay in the processor's nearest cache.
std::vector<MatchIndex::Candidate> MatchIndex::candidates(const std::vector<Asked>& asked,
                                                          float shared_min) const {
    constexpr Place stretch = 4'096;
    std::array<float, stretch> shared{};
    std::vector<Place> touched;
    std::vector<std::span<const Place>> unread;
    for (const Asked& one : asked) unread.push_back(places_of(one.trigram).first(one.read));
    std::vector<Candidate> found;
    for (Place begin = 0; begin < entries_.size(); begin += stretch) {
        for (std::size_t i = 0; i < asked.size(); ++i) {
            std::size_t read = 0;
            for (; read < unread[i].size() && unread[i][read] < begin + stretch; ++read) {
                float& sum = shared[unread[i][read] - begin];
                if (sum == 0) touched.push_back(unread[i][read]);
                sum += asked[i].weight;
            }
            unread[i] = unread[i].subspan(read);
        }
        for (const Place place : touched) {
            const float sum = std::exchange(shared[place - begin], 0.0F);
            if (sum >= shared_min) found.push_back({sum, place});
        }
        touched.clear();
    }
    return found;
}

// Those that share most of what was read, with what they share of the rest.
void MatchIndex::complete(std::vector<Candidate>& found, const std::vector<Asked>& asked,
                          std::size_t most) const {
    const auto kept = std::min(most, found.size());
    std::ranges::nth_element(found, found.begin() + static_cast<std::ptrdiff_t>(kept),
                             [](const Candidate& a, const Candidate& b) {
                                 return a.shared != b.shared ? a.shared > b.shared
                                                             : a.place < b.place;
                             });
    found.resize(kept);
    std::vector<Asked> rest = asked;
    std::erase_if(rest, [&](const Asked& one) { return one.read == count_of(one.trigram); });
    std::bitset<4'096> hints;  // by what most trigrams of a name are found not to be among the rest
    for (const Asked& one : rest) hints.set(one.trigram % hints.size());
    std::vector<char> has(rest.size());
    for (auto& [shared, place] : found) {
        std::ranges::fill(has, false);
        const std::string_view words = entries_[place].folded;
        for (std::size_t i = 0; i + 2 < words.size(); ++i) {
            const auto trigram = trigram_of(words.substr(i, 3));
            if (!hints.test(trigram % hints.size())) continue;
            const auto at = std::ranges::find(rest, trigram, &Asked::trigram) - rest.begin();
            if (static_cast<std::size_t>(at) < rest.size())
                has[static_cast<std::size_t>(at)] = true;
        }
        for (std::size_t i = 0; i < rest.size(); ++i) {
            const auto read = places_of(rest[i].trigram).first(rest[i].read);
            if (has[i] && (read.empty() || read.back() < place)) shared += rest[i].weight;
        }
    }
}

std::vector<Fit> MatchIndex::fits(std::string_view typed, std::size_t count) const {
    const std::string folded = folded_words(typed.substr(0, typed_bytes_max));
    const auto asked = asked_of(folded, count);
    float all = 0, unread = 0;
    for (const Asked& one : asked) {
        all += one.weight;
        if (one.read < count_of(one.trigram)) unread += one.weight;
    }
    auto found = candidates(asked, likeness_min * all - unread);
    complete(found, asked, count + candidates_more);
    std::vector<std::pair<double, Place>> fitting;
    for (const auto& [shared, place] : found) {
        if (shared < likeness_min * all) continue;
        const Known& known = entries_[place];
        const Shares shares{.shared = shared, .asked = all, .whole = known.weight};
        fitting.emplace_back(score_of(known.folded, folded, known.is_open, shares), place);
    }
    const auto [from, to] = codes_.equal_range(folded_code(typed));
    for (auto same = from; same != to; ++same) {
        std::erase_if(fitting, [&](const auto& one) { return one.second == same->second; });
        fitting.emplace_back(score_of_code, same->second);
    }
    const auto kept = std::min(count, fitting.size());
    std::ranges::partial_sort(fitting, fitting.begin() + static_cast<std::ptrdiff_t>(kept),
                              [&](const auto& a, const auto& b) {
                                  return a.first != b.first
                                             ? a.first > b.first
                                             : entries_[a.second].given < entries_[b.second].given;
                              });
    std::vector<Fit> fits;
    for (const auto& [score, place] : std::span(fitting).first(kept)) {
        fits.push_back({entries_[place].id, score});
    }
    return fits;
}

std::vector<std::int64_t> MatchIndex::find(std::string_view typed, std::size_t count) const {
    std::vector<std::int64_t> ids;
    for (const Fit& fit : fits(typed, count)) ids.push_back(fit.id);
    return ids;
}

std::vector<Fit> MatchIndex::fits_among(const LatestNames& names, std::string_view typed) const {
    const std::string folded = folded_words(typed.substr(0, typed_bytes_max));
    const std::string code = folded_code(typed);
    const auto asked = asked_of(folded, 0);
    double all = 0;
    for (const Asked& one : asked) all += one.weight;
    std::vector<Fit> fits;
    for (const auto& name : names.names_) {
        if (!code.empty() && name.code == code) {
            fits.push_back({name.id, score_of_code});
            continue;
        }
        Shares weights{.shared = 0, .asked = all, .whole = 0};
        for (const Asked& one : asked) {
            const bool is_shared = std::ranges::binary_search(name.trigrams, one.trigram);
            if (is_shared) weights.shared += one.weight;
        }
        if (asked.empty() || weights.shared < likeness_min * all) continue;
        for (const auto trigram : name.trigrams) weights.whole += weight_of(trigram);
        fits.push_back({name.id, score_of(name.folded, folded, name.is_open, weights)});
    }
    return fits;
}

}  // namespace search
