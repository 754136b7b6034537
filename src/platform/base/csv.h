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

// A line of a file with its fields, or why it has none. Where quoted cells hold line breaks, it is
// all the lines over which they go, and its number that of the first.
struct CsvLine {
    int number = 0;  // from 1, in the file
    std::string_view text;
    std::vector<std::string> fields;
    std::string trouble;
};

// The lines of a file that are not empty, whatever ends them, with or without a byte order mark.
// Lives as long as the bytes do. A quote that is still open after twenty lines or 64 kB costs the
// line in which it stands, and reading goes on with the next.
std::vector<CsvLine> csv_lines(std::string_view bytes, std::size_t line_bytes_max);

// A field for writing, quoted where it must be. What a spreadsheet would take for a formula stands
// behind an apostrophe (OWASP, "CSV injection").
std::string csv_cell(std::string_view text);
bool is_formula(std::string_view text);
// "A cell begins with =, which a spreadsheet would run as a formula."
std::string formula_trouble(std::string_view what, std::string_view text);

}  // namespace base
