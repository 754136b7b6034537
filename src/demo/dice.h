#pragma once
// A small source of chance that gives the same throws on every platform: splitmix64, and integer or
// correctly rounded arithmetic only. Not for secrets.

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <utility>

namespace demo {

class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    Dice(std::string_view seed, std::uint64_t stream);

    std::uint64_t next();
    std::uint64_t below(std::uint64_t limit);  // 0 when limit is 0; limit under 2^32
    std::int64_t between(std::int64_t low, std::int64_t high);
    double unit();  // [0, 1)
    bool chance(double probability) { return unit() < probability; }

    template <class List>
    const auto& pick(const List& list) {
        return list[below(std::size(list))];
    }

    template <class List>
    void shuffle(List& list) {
        for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[below(i)]);
    }

private:
    std::uint64_t state_;
};

std::uint64_t fingerprint(std::string_view text);

}  // namespace demo
