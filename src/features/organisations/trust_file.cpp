#include "features/organisations/trust_file.h"

#include "features/organisations/organisations.h"
#include "platform/base/csv.h"
#include "platform/base/text.h"

#include <algorithm>
#include <array>
#include <set>

namespace organisations {

namespace {

// Places of the fields, from 0.
enum Field : std::size_t {
    field_code = 0,
    field_name = 1,
    field_region = 2,
    field_board = 3,
    field_address = 4,
    field_address_2 = 5,
    field_address_3 = 6,
    field_town = 7,
    field_county = 8,
    field_postcode = 9,
    field_opened = 10,
    field_closed = 11,
    field_office_region = 23  // GOR code: W is Wales
};

constexpr std::size_t fields_min = 24;
constexpr std::size_t fields_max = 27;
constexpr std::size_t line_bytes_max = 4 * 1024;
constexpr std::size_t refused_max = 1'000;

using Fields = std::vector<std::string>;
using Reason = std::optional<std::string>;

bool is_code(std::string_view text) {
    const auto is_part = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
    return (text.size() == 3 || text.size() == 5) && std::ranges::all_of(text, is_part);
}

// Codes are capitals; somebody may have typed them otherwise.
std::string as_code(std::string_view field) {
    std::string code = base::one_line(field);
    for (char& c : code) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return code;
}

// The fields that are kept as text: what stands in others, like a telephone number, harms nobody.
constexpr std::array kept_texts = {field_name,      field_region,    field_board,
                                   field_address,   field_address_2, field_address_3,
                                   field_town,      field_county,    field_postcode};

// As it is kept; a lone dash says that there is nothing.
std::string kept(const Fields& fields, Field field) {
    std::string text = base::one_line(fields[field]);
    return text == "-" && field != field_name ? std::string() : text;
}

Reason trouble_with_cells(const Fields& fields) {
    for (const Field field : kept_texts) {
        const std::string text = kept(fields, field);
        if (base::is_formula(text)) return base::formula_trouble("A field", text);
    }
    const std::string name = kept(fields, field_name);
    if (name.empty()) return "The name is missing.";
    if (base::length(name) > name_characters_max ||
        base::code_points(name) > name_code_points_max) {
        return "The name is longer than 200 characters.";
    }
    return std::nullopt;
}

Reason trouble_with_fields(const Fields& fields) {
    if (fields.size() < fields_min || fields.size() > fields_max) {
        return "There are " + std::to_string(fields.size()) +
               " fields; a line of the trust file has 24 to 27.";
    }
    if (!is_code(as_code(fields[field_code]))) {
        return "The first field is not an organisation code, which is three or five letters and "
               "digits.";
    }
    return trouble_with_cells(fields);
}

Reason read_day(std::string_view what, std::string_view text, std::optional<base::Day>& into) {
    if (text.empty()) return std::nullopt;
    into = base::parse_compact_day(text);
    if (into) return std::nullopt;
    return "The " + std::string(what) + " date is not a day written as yyyymmdd.";
}

std::string joined(const Fields& fields, std::initializer_list<Field> parts) {
    std::string line;
    for (const Field part : parts) {
        const std::string words = kept(fields, part);
        if (words.empty()) continue;
        if (!line.empty()) line += ", ";
        line += words;
    }
    return line;
}

Reason read_row(const Fields& fields, TrustRow& row) {
    row.code = as_code(fields[field_code]);
    row.name = kept(fields, field_name);
    row.region = as_code(kept(fields, field_region));
    row.board = as_code(kept(fields, field_board));
    row.address = joined(fields, {field_address, field_address_2, field_address_3, field_county});
    row.town = kept(fields, field_town);
    row.postcode = kept(fields, field_postcode);
    const bool is_welsh = row.region == "W00" || as_code(fields[field_office_region]) == "W";
    row.nation = is_welsh ? "wales" : "england";
    if (auto reason = read_day("opening", fields[field_opened], row.opened)) return reason;
    if (auto reason = read_day("closing", fields[field_closed], row.closed)) return reason;
    if (row.opened && row.closed && *row.closed < *row.opened) return "It closes before it opens.";
    return std::nullopt;
}

// As far as it can be told of a line that may be broken: whoever it names is there.
std::string code_before_comma(std::string_view line) {
    std::string_view first = line.substr(0, std::min(line.find(','), std::size_t{16}));
    if (first.starts_with('"')) first.remove_prefix(1);
    if (first.ends_with('"')) first.remove_suffix(1);
    const std::string code = base::is_utf8(first) ? as_code(first) : "";
    return is_code(code) ? code : "";
}

Reason read_line(const base::CsvLine& line, TrustRow& row) {
    row.code = code_before_comma(line.text);
    if (!line.trouble.empty()) return line.trouble;
    if (auto reason = trouble_with_fields(line.fields)) return reason;
    return read_row(line.fields, row);
}

}  // namespace

std::expected<TrustFile, std::string> read_trust_file(std::string_view bytes) {
    const auto lines = base::csv_lines(bytes, line_bytes_max);
    TrustFile file;
    std::set<std::string, std::less<>> codes;
    for (const base::CsvLine& line : lines) {
        const int number = line.number;
        TrustRow row{.line = number};
        if (file.refused.size() >= refused_max) {
            return std::unexpected("More than a thousand lines of this file cannot be read. The " +
                                   std::string("first, line ") +
                                   std::to_string(file.refused.front().line) + ": " +
                                   file.refused.front().reason);
        }
        if (auto reason = read_line(line, row)) {
            file.refused.push_back({number, row.code, *std::move(reason)});
        } else if (!codes.insert(row.code).second) {
            file.refused.push_back(
                {number, row.code,
                 "The code " + row.code + " stands in the file already; the first counts."});
        } else {
            file.rows.push_back(std::move(row));
        }
    }
    return file;
}

}  // namespace organisations
