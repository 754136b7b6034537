#include "platform/base/csv.h"

#include "platform/base/text.h"

#include <algorithm>

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

namespace {

CsvLine csv_line(int number, std::string_view text, std::size_t bytes_max) {
    CsvLine line{.number = number, .text = text};
    if (text.size() > bytes_max) {
        line.text = text.substr(0, bytes_max);
        line.trouble = "The line is longer than " + std::to_string(bytes_max / 1024) + " kB.";
    } else if (!is_utf8(text)) {
        line.trouble = "It is not UTF-8 text: save the file as CSV UTF-8.";
    } else if (auto fields = csv_fields(text)) {
        line.fields = *std::move(fields);
    } else {
        line.trouble = "A quotation mark is opened and not closed, or stands within a field.";
    }
    return line;
}

}  // namespace

std::expected<std::vector<CsvLine>, std::string> csv_lines(std::string_view bytes,
                                                           std::size_t line_bytes_max) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    if (bytes.find('\0') != bytes.npos) {
        return std::unexpected(
            "This is not a CSV file in UTF-8 (it has bytes of zero). Save it as CSV UTF-8.");
    }
    std::vector<CsvLine> lines;
    for (int number = 1; !bytes.empty(); ++number) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        std::string_view text = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        if (text.ends_with('\r')) text.remove_suffix(1);
        if (!text.empty()) lines.push_back(csv_line(number, text, line_bytes_max));
    }
    return lines;
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
