#pragma once
// The published list of NHS trusts (etr.csv): bytes to rows, and each line that cannot be taken
// with its number and why. Pure; knows nothing of what was there before.

#include "platform/base/time.h"

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace organisations {

struct TrustRow {
    int line = 0;  // of the file, from 1
    std::string code, name, nation, region, board;
    std::string address;  // the first three lines and the county, in one
    std::string town, postcode;
    std::optional<base::Day> opened, closed;
};

struct RefusedLine {
    int line = 0;
    std::string code;  // "" where it could not be read; whoever it names is not missing
    std::string reason;
};

struct TrustFile {
    std::vector<TrustRow> rows;
    std::vector<RefusedLine> refused;
};

// ODS's sheet etr.pdf: 27 fields, of which copies drop empty ones at the end (24 to 27 are met), no
// header, CRLF or LF. A file that is not UTF-8 text at all is refused with a sentence.
std::expected<TrustFile, std::string> read_trust_file(std::string_view bytes);

}  // namespace organisations
