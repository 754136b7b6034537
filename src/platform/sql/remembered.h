#pragma once
// Values that cost more to find than to keep, each with the version it was made from; a value made
// from another version is made anew. Bounded by the sum of their sizes, whatever these count; those
// not used for longest fall out. Safe for concurrent use.

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>

namespace sql {

// Of numbers, strings, and pairs of numbers.
template <class Key>
struct KeyHash : std::hash<Key> {};
template <std::integral First, std::integral Second>
struct KeyHash<std::pair<First, Second>> {
    std::size_t operator()(const std::pair<First, Second>& key) const {
        constexpr std::uint64_t odd = 0x9e3779b97f4a7c15;  // 2^64 / golden ratio
        return (static_cast<std::uint64_t>(key.first) * odd) ^
               static_cast<std::uint64_t>(key.second);
    }
};

template <class Key, class Version, class Value>
class Remembered {
public:
    explicit Remembered(std::size_t room) : room_(room) {}

    std::shared_ptr<const Value> find(const Key& key, const Version& version) {
        const std::scoped_lock lock(mutex_);
        const auto found = entries_.find(key);
        if (found == entries_.end() || found->second->version != version) return nullptr;
        order_.splice(order_.begin(), order_, found->second);
        return found->second->value;
    }

    // A value that is larger than all the room is not kept.
    void keep(const Key& key, Version version, std::shared_ptr<const Value> value,
              std::size_t size = 1) {
        const std::scoped_lock lock(mutex_);
        if (const auto found = entries_.find(key); found != entries_.end()) drop(found->second);
        order_.push_front({key, std::move(version), std::move(value), size});
        entries_.emplace(key, order_.begin());
        used_ += size;
        while (used_ > room_) drop(std::prev(order_.end()));
    }

private:
    struct Entry {
        Key key;
        Version version;
        std::shared_ptr<const Value> value;  // shared: readers keep it while another replaces it
        std::size_t size;
    };
    using Place = typename std::list<Entry>::iterator;

    void drop(Place place) {
        used_ -= place->size;
        entries_.erase(place->key);
        order_.erase(place);
    }

    const std::size_t room_;
    std::size_t used_ = 0;
    std::mutex mutex_;
    std::list<Entry> order_;  // the last used first
    std::unordered_map<Key, Place, KeyHash<Key>> entries_;
};

}  // namespace sql
