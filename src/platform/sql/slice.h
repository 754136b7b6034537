#pragma once
// A stretch of a list, by key and never by offset: what comes after the last thing seen.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sql {

// The place in a list that is ordered by a number and then an id, both descending.
struct After {
    std::int64_t number = INT64_MAX;
    std::int64_t id = INT64_MAX;

    std::string text() const;  // for an address: "1718000000000000-42"
    static After parse(std::string_view text);  // the beginning, where the text is not one of ours
};

template <class T>
struct Slice {
    std::vector<T> rows;
    std::optional<After> next;  // where the following stretch begins, if there is one
};

}  // namespace sql
