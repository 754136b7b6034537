#include "features/membership/roll_file.h"

#include "platform/base/csv.h"
#include "platform/base/text.h"
#include "platform/identity/identity.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace membership {

namespace {

constexpr std::size_t line_bytes_max = 8 * 1024;
constexpr std::size_t name_max = 100, cell_max = 200;

enum Column : std::size_t { name, email, network, category, organisation, title, began, columns };

struct Heading {
    std::string_view words;  // folded
    Column column;
};
constexpr std::array headings = {
    Heading{"name", name},
    Heading{"full name", name},
    Heading{"email", email},
    Heading{"email address", email},
    Heading{"e-mail", email},
    Heading{"mail", email},
    Heading{"network", network},
    Heading{"networks", network},
    Heading{"category", category},
    Heading{"organisation", organisation},
    Heading{"organization", organisation},
    Heading{"organisation code", organisation},
    Heading{"trust", organisation},
    Heading{"title", title},
    Heading{"role", title},
    Heading{"job title", title},
    Heading{"since", began},
    Heading{"began", began},
    Heading{"start date", began},
};

using Places = std::array<std::optional<std::size_t>, columns>;
using Reason = std::optional<std::string>;

std::expected<Places, std::string> places_of(const base::CsvLine& first) {
    if (!first.trouble.empty()) return std::unexpected("The first line: " + first.trouble);
    Places places;
    for (std::size_t at = 0; at < first.fields.size(); ++at) {
        const auto words = base::fold(base::one_line(first.fields[at]));
        const auto found = std::ranges::find(headings, words, &Heading::words);
        if (found == headings.end()) continue;
        auto& place = places[found->column];
        if (place) {  // nobody could tell which of the two is meant
            return std::unexpected("The first line names a column twice: " +
                                   base::one_line(first.fields[*place]) + " and " +
                                   base::one_line(first.fields[at]) + ". Leave one of them.");
        }
        place = at;
    }
    if (places[name] && places[email] && places[network]) return places;
    const bool has_semicolons = first.text.find(';') != first.text.npos;
    return std::unexpected(
        std::string("The first line must name the columns: name, email and network are needed; "
                    "category, organisation, title and since may stand beside them. ") +
        (has_semicolons ? "Save the file with commas between the columns."
                        : "It was: " + std::string(first.text.substr(0, 200))));
}

std::string cell(const std::vector<std::string>& fields, const std::optional<std::size_t>& place) {
    return place && *place < fields.size() ? base::one_line(fields[*place]) : std::string();
}

std::vector<std::string> split(const std::string& cell) {
    std::vector<std::string> parts;
    std::size_t from = 0;
    while (from <= cell.size()) {
        const auto end = std::min(cell.find(';', from), cell.size());
        auto part = std::string(base::trim(std::string_view(cell).substr(from, end - from)));
        if (!part.empty()) parts.push_back(std::move(part));
        from = end + 1;
    }
    return parts;
}

// "-17": of an organisation that was added by hand.
bool is_code_by_hand(std::string_view cell) {
    return cell.size() > 1 && cell.front() == '-' &&
           cell.find_first_not_of("0123456789", 1) == cell.npos;
}

Reason trouble_with(const RollRow& row) {
    for (const auto* one : {&row.name, &row.organisation, &row.title, &row.category, &row.email}) {
        if (base::is_formula(*one) && !is_code_by_hand(*one)) {
            return base::formula_trouble("A cell", *one);
        }
        if (base::length(*one) > cell_max) return "A cell is longer than 200 characters.";
    }
    if (row.name.empty()) return "The name is missing.";
    if (base::length(row.name) > name_max) return "The name is longer than 100 characters.";
    if (row.email.empty()) return "The email address is missing.";
    if (identity::may_be_email(row.email)) return "The email address is not like name@example.org.";
    if (row.networks.empty()) return "The network is missing.";
    return std::nullopt;
}

// Nothing is taken out within: it would become another one.
std::string address(const std::vector<std::string>& fields,
                    const std::optional<std::size_t>& place) {
    return place && *place < fields.size() ? base::trim(fields[*place]) : std::string();
}

// Where a cell may be empty, a lone dash says that it is.
std::string cell_or_dash(const std::vector<std::string>& fields,
                         const std::optional<std::size_t>& place) {
    std::string text = cell(fields, place);
    return text == "-" ? std::string() : text;
}

RollRow row_of(const base::CsvLine& line, const Places& places) {
    return {.line = line.number,
            .name = cell(line.fields, places[name]),
            .email = address(line.fields, places[email]),
            .networks = split(cell(line.fields, places[network])),
            .category = cell_or_dash(line.fields, places[category]),
            .organisation = cell_or_dash(line.fields, places[organisation]),
            .title = cell_or_dash(line.fields, places[title]),
            .began = cell_or_dash(line.fields, places[began])};
}

// A comma too many moves the cells behind it into columns that are not theirs.
Reason trouble_with_fields(const base::CsvLine& line, std::size_t fields_max) {
    if (!line.trouble.empty()) return line.trouble;
    if (line.fields.size() <= fields_max) return std::nullopt;
    return "There are " + std::to_string(line.fields.size()) + " cells, and the first line names " +
           std::to_string(fields_max) +
           " columns. Put a cell that holds a comma between quotation marks.";
}

}  // namespace

std::expected<RollFile, std::string> read_roll_file(std::string_view bytes) {
    const auto lines = base::csv_lines(bytes, line_bytes_max);
    if (lines.empty()) return std::unexpected("The file is empty.");
    if (lines.size() > roll_lines_max) {
        return std::unexpected("The file has more than 100,000 lines. Bring it in parts.");
    }
    const auto places = places_of(lines.front());
    if (!places) return std::unexpected(places.error());
    RollFile file;
    std::map<std::string, int, std::less<>> first_lines;  // by address and networks
    for (auto line = lines.begin() + 1; line != lines.end(); ++line) {
        auto reason = trouble_with_fields(*line, lines.front().fields.size());
        RollRow row = row_of(*line, *places);
        if (!reason) reason = trouble_with(row);
        if (!reason) {
            std::string key = base::fold(row.email);
            for (const auto& one : row.networks) (key += '\n') += base::fold(one);
            const auto [first, is_new] = first_lines.emplace(std::move(key), row.line);
            if (!is_new) {
                reason = "The same person and network stand in line " +
                         std::to_string(first->second) + "; that one counts.";
            }
        }
        if (reason)
            file.refused.push_back({line->number, *std::move(reason)});
        else
            file.rows.push_back(std::move(row));
    }
    return file;
}

}  // namespace membership
