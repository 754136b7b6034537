#include "platform/sql/slice.h"

#include <charconv>

namespace sql {

std::string After::text() const { return std::to_string(number) + '-' + std::to_string(id); }

// "number-id", both in decimal; the number may be negative (a moment before 1970).
After After::parse(std::string_view text) {
    After after;
    const char* end = text.data() + text.size();
    const auto number = std::from_chars(text.data(), end, after.number);
    if (number.ec != std::errc{} || number.ptr == end || *number.ptr != '-') return {};
    const auto id = std::from_chars(number.ptr + 1, end, after.id);
    if (id.ec != std::errc{} || id.ptr != end) return {};
    return after;
}

}  // namespace sql
