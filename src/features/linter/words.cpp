#include "features/linter/words.h"

namespace linter {

namespace {

// FNV-1a, 64 bits.
std::uint64_t hash(std::string_view word) {
    std::uint64_t value = 14695981039346656037ULL;
    for (const char c : word) {
        value = (value ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    }
    return value ^ value >> 32;
}

constexpr std::size_t slots_at_first = 1 << 14;

}  // namespace

Words::Words() : entries_(1), slots_(slots_at_first, unknown_word) {}

std::size_t Words::slot_of(std::string_view word) const {
    std::size_t slot = hash(word) & (slots_.size() - 1);
    while (slots_[slot] != unknown_word && entries_[slots_[slot]].spelling != word) {
        slot = (slot + 1) & (slots_.size() - 1);
    }
    return slot;
}

WordId Words::find(std::string_view word) const {
    return slots_[slot_of(word)];
}

WordId Words::intern(std::string_view word) {
    if (word.empty() || word.size() > word_letters_max) return unknown_word;
    const auto slot = slot_of(word);
    if (slots_[slot] != unknown_word) return slots_[slot];
    const auto id = static_cast<WordId>(entries_.size());
    entries_.push_back({std::string(word)});
    slots_[slot] = id;
    if (entries_.size() * 2 > slots_.size()) grow();
    return id;
}

void Words::grow() {
    slots_.assign(slots_.size() * 2, unknown_word);
    for (WordId id = 1; id < entries_.size(); ++id) slots_[slot_of(entries_[id].spelling)] = id;
}

void Words::mark(std::string_view list, Trait trait) {
    for (std::size_t at = 0; at < list.size();) {
        const auto end = std::min(list.find(' ', at), list.size());
        if (end > at) mark(intern(list.substr(at, end - at)), trait);
        at = end + 1;
    }
}

}  // namespace linter
