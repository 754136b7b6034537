#pragma once
// Prepared statements of one connection, by text and shape; bounded, the least used fall out.
// Not safe for concurrent use, as its connection is not.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>

namespace sql {

template <class Prepared>
class StatementCache {
public:
    struct Entry {
        std::string text;   // as the statement was written, before it was expanded
        std::string shape;
        Prepared prepared;
        bool in_use = false;  // its rows are being read; it stays until they are
    };

    explicit StatementCache(std::size_t entries_max) : entries_max_(entries_max) {}

    Entry* find(std::string_view text, std::string_view shape) {
        const auto found = index_.find({text, shape});
        if (found == index_.end()) return nullptr;
        entries_.splice(entries_.begin(), entries_, found->second);
        return &entries_.front();
    }

    // `dropped` is shown what had to leave.
    Entry& keep(std::string_view text, std::string_view shape, Prepared prepared,
                const std::function<void(Prepared&)>& dropped = {}) {
        entries_.push_front({std::string(text), std::string(shape), std::move(prepared)});
        Entry& entry = entries_.front();
        index_.emplace(Key{entry.text, entry.shape}, entries_.begin());
        if (entries_.size() > entries_max_ && !entries_.back().in_use) {
            if (dropped) dropped(entries_.back().prepared);
            forget(std::prev(entries_.end()));
        }
        return entry;
    }

    void remove(const Entry& entry) { forget(index_.at({entry.text, entry.shape})); }
    std::size_t size() const { return entries_.size(); }

private:
    struct Key {
        std::string_view text;  // into the entry
        std::string_view shape;
        friend bool operator==(const Key&, const Key&) = default;
    };
    // Samples of the text are enough to tell our statements apart; equality compares all of it.
    struct Hash {
        std::size_t operator()(const Key& key) const noexcept {
            std::uint64_t sum = key.text.size();
            const std::size_t stride = key.text.size() / 8;
            for (std::size_t i = 0; stride >= 8 && i < 8; ++i) {
                std::uint64_t word;
                std::memcpy(&word, key.text.data() + i * stride, sizeof word);
                sum = (sum ^ word) * 0x9E3779B97F4A7C15u;
                sum ^= sum >> 29;
            }
            const std::size_t last = stride >= 8 ? key.text.size() - 8 : 0;
            sum ^= std::hash<std::string_view>{}(key.text.substr(last));
            for (const char letter : key.shape) {
                sum = (sum ^ static_cast<unsigned char>(letter)) * 0x100000001B3u;
            }
            return sum;
        }
    };
    using Entries = std::list<Entry>;

    void forget(typename Entries::iterator entry) {
        index_.erase({entry->text, entry->shape});
        entries_.erase(entry);
    }

    const std::size_t entries_max_;
    Entries entries_;  // the last used first
    std::unordered_map<Key, typename Entries::iterator, Hash> index_;
};

}  // namespace sql
