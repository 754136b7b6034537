#include "features/linter/phrases.h"

namespace linter {

namespace {

constexpr std::size_t branches_at_first = 1 << 12;

std::uint64_t key_of(Phrases::Node from, WordId word) {
    return static_cast<std::uint64_t>(from) << 32 | word;
}

}  // namespace

Phrases::Phrases() : branches_(branches_at_first), values_(1, no_value) {}

// Fibonacci hashing.
std::size_t Phrases::slot_of(std::uint64_t key) const {
    std::size_t slot = (key * 11400714819323198485ULL >> 20) & (branches_.size() - 1);
    while (branches_[slot].key != 0 && branches_[slot].key != key) {
        slot = (slot + 1) & (branches_.size() - 1);
    }
    return slot;
}

std::optional<Phrases::Node> Phrases::step(Node from, WordId word) const {
    if (word == unknown_word) return std::nullopt;
    const Branch& branch = branches_[slot_of(key_of(from, word))];
    if (branch.key == 0) return std::nullopt;
    return branch.to;
}

Phrases::Node Phrases::step_or_add(Node from, WordId word) {
    if (const auto there = step(from, word)) return *there;
    if (++used_ * 2 > branches_.size()) grow();
    const auto to = static_cast<Node>(values_.size());
    values_.push_back(no_value);
    const auto key = key_of(from, word);
    branches_[slot_of(key)] = {key, to};
    return to;
}

void Phrases::grow() {
    std::vector<Branch> old(branches_.size() * 2);
    old.swap(branches_);
    for (const Branch& branch : old) {
        if (branch.key != 0) branches_[slot_of(branch.key)] = branch;
    }
}

std::uint32_t Phrases::add(std::span<const WordId> phrase, std::uint32_t value) {
    Node node = root;
    for (const WordId word : phrase) {
        if (word == unknown_word) return no_value;
        node = step_or_add(node, word);
    }
    if (node == root) return no_value;
    if (values_[node] == no_value) values_[node] = value;
    return values_[node];
}

std::optional<std::uint32_t> Phrases::value(Node node) const {
    if (values_[node] == no_value) return std::nullopt;
    return values_[node];
}

}  // namespace linter
