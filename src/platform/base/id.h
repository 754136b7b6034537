#pragma once
// A whole number that names one row of one table. The tag keeps the tables apart: a TopicId is
// never a PostId, neither in a call nor in a query.

#include <compare>
#include <cstdint>
#include <functional>

namespace base {

template <class Tag>
struct Id {
    std::int64_t value = 0;  // 0: none yet

    constexpr explicit operator bool() const { return value != 0; }
    friend constexpr auto operator<=>(const Id&, const Id&) = default;
};

}  // namespace base

template <class Tag>
struct std::hash<base::Id<Tag>> {
    std::size_t operator()(base::Id<Tag> id) const noexcept {
        return std::hash<std::int64_t>{}(id.value);
    }
};
