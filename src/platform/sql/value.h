#pragma once
// What goes into a statement and what comes out: the mapping between our types and the engines'
// four (integer, text, bytes, nothing). Ids, moments, enums and truth travel as integers.

#include "platform/base/id.h"
#include "platform/base/time.h"

#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace sql {

struct Blob {
    std::string bytes;
    friend bool operator==(const Blob&, const Blob&) = default;
};

struct BlobView {
    std::string_view bytes;
};

// A list parameter: `IN ($1)` expands to its integers. An empty list matches nothing, neither with
// IN nor with NOT IN.
using List = std::span<const std::int64_t>;

// Views: the arguments of a call outlive the call.
using Value = std::variant<std::monostate, std::int64_t, std::string_view, BlobView, List>;

// One row of an answer, while the cursor stands on it. Columns count from 0.
class Row {
public:
    virtual int columns() const = 0;
    virtual bool is_null(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual std::string_view text(int column) const = 0;   // valid until the next row
    virtual std::string_view bytes(int column) const = 0;  // valid until the next row

protected:
    ~Row() = default;
};

inline Value to_value(std::nullopt_t) { return std::monostate{}; }
inline Value to_value(std::string_view text) { return text; }
inline Value to_value(const std::string& text) { return std::string_view(text); }
inline Value to_value(const char* text) { return std::string_view(text); }
inline Value to_value(const Blob& blob) { return BlobView{blob.bytes}; }
inline Value to_value(const std::vector<std::int64_t>& list) { return List(list); }
inline Value to_value(base::Instant at) {
    return static_cast<std::int64_t>(at.time_since_epoch().count());
}
inline Value to_value(base::Day day) {
    return static_cast<std::int64_t>(day.time_since_epoch().count());
}
template <class T>
    requires std::integral<T> || std::is_enum_v<T>
Value to_value(T number) {
    return static_cast<std::int64_t>(number);
}
template <class Tag>
Value to_value(base::Id<Tag> id) {
    return id.value;
}
// Not inlined: g++ 12 would warn its callers of the memory of an empty one.
template <class T>
[[gnu::noinline]] Value to_value(const std::optional<T>& maybe) {
    return maybe ? to_value(*maybe) : Value(std::monostate{});
}

inline void read(const Row& row, int column, std::string& into) { into = row.text(column); }
inline void read(const Row& row, int column, std::string_view& into) { into = row.text(column); }
inline void read(const Row& row, int column, Blob& into) { into.bytes = row.bytes(column); }
inline void read(const Row& row, int column, base::Instant& into) {
    into = base::Instant(std::chrono::microseconds(row.integer(column)));
}
inline void read(const Row& row, int column, base::Day& into) {
    into = base::Day(base::days(row.integer(column)));
}
template <class T>
    requires std::integral<T> || std::is_enum_v<T>
void read(const Row& row, int column, T& into) {
    into = static_cast<T>(row.integer(column));
}
template <class Tag>
void read(const Row& row, int column, base::Id<Tag>& into) {
    into.value = row.integer(column);
}
template <class T>
void read(const Row& row, int column, std::optional<T>& into) {
    if (row.is_null(column)) into.reset();
    else read(row, column, into.emplace());
}

}  // namespace sql
