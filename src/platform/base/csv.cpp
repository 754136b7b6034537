#include "platform/base/csv.h"

namespace base {

namespace {

constexpr char quote = '"';

// Reads one field that begins at `at`, and moves to the comma behind it, or to the end.
std::optional<std::string> take_field(std::string_view line, std::size_t& at) {
    std::string field;
    if (at == line.size() || line[at] != quote) {
        const std::size_t end = std::min(line.find(',', at), line.size());
        field = line.substr(at, end - at);
        at = end;
        if (field.find(quote) != field.npos) return std::nullopt;
        return field;
    }
    for (++at; at < line.size(); ++at) {
        if (line[at] != quote) {
            field += line[at];
        } else if (at + 1 < line.size() && line[at + 1] == quote) {
            field += line[++at];
        } else {
            ++at;
            if (at < line.size() && line[at] != ',') return std::nullopt;
            return field;
        }
    }
    return std::nullopt;  // never closed
}

}  // namespace

std::optional<std::vector<std::string>> csv_fields(std::string_view line) {
    std::vector<std::string> fields;
    for (std::size_t at = 0;; ++at) {
        auto field = take_field(line, at);
        if (!field) return std::nullopt;
        fields.push_back(*std::move(field));
        if (at == line.size()) return fields;
    }
}

bool is_formula(std::string_view text) {
    return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != text.npos;
}

std::string csv_cell(std::string_view text) {
    std::string cell = is_formula(text) ? "'" : "";
    cell += text;
    if (cell.find_first_of(",\"\r\n") == cell.npos) return cell;
    std::string quoted(1, quote);
    for (const char c : cell) {
        if (c == quote) quoted += quote;
        quoted += c;
    }
    return quoted + quote;
}

}  // namespace base
