#pragma once
// Comma-separated values (RFC 4180), a line at a time: what is wrong with one line must not stop
// the others, which no parser that Debian carries promises.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace base {

// The fields of a line without its end; nothing where its quotes do not fit.
std::optional<std::vector<std::string>> csv_fields(std::string_view line);

// A field for writing, quoted where it must be. What a spreadsheet would take for a formula stands
// behind an apostrophe (OWASP, "CSV injection").
std::string csv_cell(std::string_view text);
bool is_formula(std::string_view text);

}  // namespace base
