#include "platform/search/rank.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace search {

namespace {

// Weights as in Okapi BM25 with its usual constants (k1 = 1.2, b = 0.75); found words all count
// alike, because every match holds all of them.
constexpr double title_weight = 2.5;
constexpr double title_bytes_typical = 50;
constexpr double text_bytes_typical = 1000;
constexpr double in_order_in_title = 1.0;
constexpr double in_order_in_text = 0.5;
constexpr double newest_weight = 0.2;
constexpr double unfinished_weight = 0.5;  // "hospitality", where "hospital" was asked

double hits(std::string_view line, std::string_view phrase, bool is_prefix) {
    double count = 0;
    for (auto at = line.find(phrase); at != line.npos; at = line.find(phrase, at + 1)) {
        const std::size_t end = at + phrase.size();
        if (end == line.size() || line[end] == ' ') count += 1;
        else if (is_prefix) count += unfinished_weight;
    }
    return count;
}

double saturated(double count, std::size_t bytes, double bytes_typical) {
    return count / (count + 0.3 + 0.9 * static_cast<double>(bytes) / bytes_typical);
}

struct Wanted {
    std::vector<std::pair<std::string, bool>> phrases;  // the line, and whether it may go on
    std::string in_order;  // all of them side by side; "" where there is one only
    bool is_prefix = false;
};

Wanted wanted_of(const Query& query) {
    Wanted wanted;
    for (const Phrase& phrase : query.wanted) {
        wanted.phrases.emplace_back(phrase.line(), phrase.is_prefix);
        wanted.in_order += phrase.line();
        wanted.is_prefix = phrase.is_prefix;
    }
    if (wanted.phrases.size() < 2) wanted.in_order.clear();
    return wanted;
}

double score(const Wanted& wanted, const store::Words& row) {
    double score = 0;
    for (const auto& [phrase, is_prefix] : wanted.phrases) {
        score += title_weight *
                 saturated(hits(row.title, phrase, is_prefix), row.title.size(),
                           title_bytes_typical);
        score += saturated(hits(row.text, phrase, is_prefix), row.text.size(), text_bytes_typical);
    }
    if (wanted.in_order.empty()) return score;
    if (hits(row.title, wanted.in_order, wanted.is_prefix) > 0) score += in_order_in_title;
    if (hits(row.text, wanted.in_order, wanted.is_prefix) > 0) score += in_order_in_text;
    return score;
}

}  // namespace

std::vector<std::int64_t> ranked(const Query& query, const std::vector<store::Words>& rows) {
    const Wanted wanted = wanted_of(query);
    std::vector<std::pair<double, std::int64_t>> scores;
    scores.reserve(rows.size());
    for (const store::Words& row : rows) scores.emplace_back(score(wanted, row), row.id);
    std::ranges::sort(scores, std::less{}, [](const auto& one) { return one.second; });
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const double age = static_cast<double>(i + 1) / static_cast<double>(scores.size());
        scores[i].first += newest_weight * age;
    }
    std::ranges::sort(scores, std::greater{});
    std::vector<std::int64_t> ids;
    ids.reserve(scores.size());
    for (const auto& [score, id] : scores) ids.push_back(id);
    return ids;
}

}  // namespace search
