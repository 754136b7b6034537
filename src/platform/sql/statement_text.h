#pragma once
// The one text of a statement, turned into what an engine prepares: `$N` becomes `?N` or `$N` with
// the numbers that fit, and a list as many parameters as its width.

#include "platform/sql/query.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace sql {

enum class Mark : char { question = '?', dollar = '$' };

// One letter a value, all that a prepared text depends on: `i` an integer, `-` text, bytes or
// nothing, `A` a list of width 1, `B` of 2, `C` of 4 and so on. Lists are padded to a power of two,
// so that few texts are prepared. Throws std::length_error for a list that is too long.
void write_shape(std::span<const Value> values, std::string& shape);

// How many parameters the value with that letter becomes.
std::size_t width(char letter);

// Throws std::logic_error unless text and shape name the same parameters.
std::string expand(const Statement& statement, std::string_view shape, Mark mark);

}  // namespace sql
