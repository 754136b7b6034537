#pragma once
// A roll as it was kept until now, in a spreadsheet: bytes to rows, and each line that cannot be
// taken with its number and why. Pure; knows neither networks nor organisations.

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace membership {

// A line as it was written. What is empty was left so.
struct RollRow {
    int line = 0;  // of the file, from 1
    std::string name, email;
    std::vector<std::string> networks;  // slugs or names, as written
    std::string category;               // empty: full
    std::string organisation;           // a code, or a name
    std::string title;
    std::string began;  // "2021-04-01"
};

struct RefusedRow {
    int line = 0;
    std::string reason;
};

struct RollFile {
    std::vector<RollRow> rows;
    std::vector<RefusedRow> refused;
};

// The first line names the columns, in any order and among others: name, email, network (several
// with ";" between), category, organisation, title, since. Refused whole with a sentence: what is
// no CSV text, what lacks one of the first three, what has more than roll_lines_max lines.
inline constexpr std::size_t roll_lines_max = 100'000;
std::expected<RollFile, std::string> read_roll_file(std::string_view bytes);

}  // namespace membership
