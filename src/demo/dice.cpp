#include "demo/dice.h"

namespace demo {

// FNV-1a.
std::uint64_t fingerprint(std::string_view text) {
    std::uint64_t hash = 14695981039346656037ull;
    for (unsigned char c : text) hash = (hash ^ c) * 1099511628211ull;
    return hash;
}

Dice::Dice(std::string_view seed, std::uint64_t stream)
    : state_(fingerprint(seed) ^ (stream * 0xd1342543de82ef95ull)) {
    next();
}

std::uint64_t Dice::next() {
    state_ += 0x9e3779b97f4a7c15ull;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ull;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebull;
    return mixed ^ (mixed >> 31);
}

std::uint64_t Dice::below(std::uint64_t limit) { return ((next() >> 32) * limit) >> 32; }

std::int64_t Dice::between(std::int64_t low, std::int64_t high) {
    if (high <= low) return low;
    return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low) + 1));
}

double Dice::unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }

}  // namespace demo
