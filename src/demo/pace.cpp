#include "demo/pace.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace demo {
namespace {

constexpr std::int64_t minute_s = 60;
constexpr std::int64_t hour_s = 60 * minute_s;
constexpr std::int64_t day_s = 24 * hour_s;
constexpr std::int64_t years_s = 728 * day_s;

// Around ten posts a topic on average.
double raw_size(Dice& dice) {
    double u = dice.unit();
    if (u < 0.63) return 1 + 7 * dice.unit();
    if (u < 0.87) return 7 + 12 * dice.unit();
    if (u < 0.987) return 20 + 42 * dice.unit() * dice.unit();
    return 102 + 60 * dice.unit() * dice.unit();
}

void correct_sum(std::vector<std::size_t>& sizes, std::size_t posts, Dice& dice) {
    std::size_t sum = std::accumulate(sizes.begin(), sizes.end(), std::size_t{0});
    while (sum < posts) {
        ++sizes[dice.below(sizes.size())];
        ++sum;
    }
    while (sum > posts) {
        std::size_t& size = sizes[dice.below(sizes.size())];
        if (size == 1) continue;
        --size;
        --sum;
    }
}

// Topics by how recently somebody wrote in them.
enum class Recency { hour, day, week, older };

Recency recency(std::size_t rank, std::size_t topics) {
    std::size_t share = rank * 1000;
    if (share < topics * 5) return Recency::hour;
    if (share < topics * 22) return Recency::day;
    if (share < topics * 80) return Recency::week;
    return Recency::older;
}

std::int64_t share_of(std::int64_t whole, double part) {
    return static_cast<std::int64_t>(static_cast<double>(whole) * part);
}

std::int64_t last_ago(Recency when, Dice& dice) {
    if (when == Recency::hour) return dice.between(70, hour_s - 120);
    if (when == Recency::day) return dice.between(hour_s, day_s - hour_s);
    double u = dice.unit();
    if (when == Recency::week) return day_s + share_of(6 * day_s - hour_s, u);
    return 5 * day_s + share_of(years_s - 12 * day_s, u * std::sqrt(u));
}

// From the first post to the last, without a late revival.
std::int64_t duration(std::size_t size, Dice& dice) {
    if (size == 1) return 0;
    double u = dice.unit();
    double days = 0.15 + u * u * 3 + static_cast<double>(size) * (0.08 + 0.35 * u * dice.unit());
    return share_of(day_s, std::min(days, 75.0));
}

void keep_falling(std::vector<std::int64_t>& times, Dice& dice) {
    times.back() = std::max(times.back(), minute_s);
    for (std::size_t i = times.size() - 1; i-- > 0;)
        if (times[i] <= times[i + 1]) times[i] = times[i + 1] + dice.between(40, 400);
}

// Most of a conversation happens at its beginning; one in six wakes up again weeks later.
std::vector<std::int64_t> times_of(std::size_t size, std::int64_t last, Dice& dice) {
    bool is_revived = size >= 4 && dice.chance(0.17);
    std::size_t late = is_revived ? static_cast<std::size_t>(dice.between(1, 3)) : 0;
    std::int64_t gap = is_revived ? dice.between(16, 130) * day_s : 0;
    std::int64_t tail = is_revived ? share_of(2 * day_s, dice.unit()) : 0;
    std::int64_t main_end = last + tail + gap;
    std::int64_t start = main_end + duration(size, dice);
    if (start > years_s) {
        main_end = std::max(last, main_end - (start - years_s));
        start = std::max(main_end, years_s);
    }
    std::vector<double> along(size - late);
    for (double& x : along) {
        double u = dice.unit();
        x = u * std::sqrt(u);
    }
    along.front() = 0;
    if (along.size() > 1) along.back() = 1;
    std::ranges::sort(along);
    std::vector<std::int64_t> times;
    for (double x : along) times.push_back(start - share_of(start - main_end, x));
    for (std::size_t i = 0; i < late; ++i)
        times.push_back(last + share_of(tail, double(late - 1 - i) / double(late)));
    keep_falling(times, dice);
    return times;
}

}  // namespace

std::vector<std::size_t> topic_sizes(std::size_t topics, std::size_t posts, Dice dice) {
    std::vector<double> raw(topics);
    for (double& size : raw) size = raw_size(dice);
    double sum = std::accumulate(raw.begin(), raw.end(), 0.0);
    double scale = static_cast<double>(posts) / sum;
    std::vector<std::size_t> sizes;
    for (double size : raw)
        sizes.push_back(std::max<std::size_t>(1, static_cast<std::size_t>(size * scale)));
    correct_sum(sizes, posts, dice);
    return sizes;
}

std::vector<std::vector<std::int64_t>> topic_times(const std::vector<std::size_t>& sizes,
                                                   Dice dice) {
    std::vector<std::size_t> ranks(sizes.size());
    std::iota(ranks.begin(), ranks.end(), std::size_t{0});
    dice.shuffle(ranks);
    std::vector<std::vector<std::int64_t>> times;
    for (std::size_t i = 0; i < sizes.size(); ++i)
        times.push_back(times_of(sizes[i], last_ago(recency(ranks[i], sizes.size()), dice), dice));
    return times;
}

}  // namespace demo
