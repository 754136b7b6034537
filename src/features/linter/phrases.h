#pragma once
// Phrases of words, found by walking from word to word: a trie whose branches lie in one table.

#include "features/linter/words.h"

#include <optional>
#include <span>

namespace linter {

class Phrases {
public:
    using Node = std::uint32_t;
    static constexpr Node root = 0;
    static constexpr std::uint32_t no_value = UINT32_MAX;

    Phrases();

    // The first value that a phrase is given stays, and is answered.
    std::uint32_t add(std::span<const WordId> phrase, std::uint32_t value);
    std::optional<Node> step(Node from, WordId word) const;
    std::optional<std::uint32_t> value(Node node) const;

private:
    struct Branch {
        std::uint64_t key = 0;  // node and word; 0 is free
        Node to = 0;
    };

    std::size_t slot_of(std::uint64_t key) const;
    Node step_or_add(Node from, WordId word);
    void grow();

    std::vector<Branch> branches_;
    std::size_t used_ = 0;
    std::vector<std::uint32_t> values_;
};

}  // namespace linter
