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

// Limits of a record whose cells hold line breaks: a quote that is never closed must not swallow
// the rest of the file.
constexpr int record_lines_max = 20;
constexpr std::size_t record_bytes_max = 64 * 1024;

std::string_view without_end(std::string_view text) {
    if (text.ends_with('\r')) text.remove_suffix(1);
    return text;
}

// Within valid fields a quote is open exactly after an odd number of marks.
bool leaves_quote_open(std::string_view text) {
    return std::ranges::count(text, quote) % 2 == 1;
}

struct Record {
    std::string_view text;  // without its end
    int lines = 1;
    std::size_t bytes = 0;  // with its end
};

// What follows to the end of a line.
Record first_line(std::string_view bytes) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    return {without_end(bytes.substr(0, end)), 1, std::min(end + 1, bytes.size())};
}

// The first line, and with it those over which an open quote goes on; the first alone where that
// does not make whole fields, so that a broken line never takes others with it.
Record next_record(std::string_view bytes, std::size_t line_bytes_max) {
    const Record first = first_line(bytes);
    if (first.text.size() > line_bytes_max) return first;
    Record all = first;
    bool is_open = leaves_quote_open(first.text);
    while (is_open) {
        if (all.lines == record_lines_max || all.bytes == bytes.size()) return first;
        const Record next = first_line(bytes.substr(all.bytes));
        ++all.lines;
        all.bytes += next.bytes;
        if (next.text.size() > line_bytes_max || all.bytes > record_bytes_max) return first;
        is_open = !leaves_quote_open(next.text);
        all.text = bytes.substr(0, all.bytes);
    }
    if (all.lines == 1) return first;
    if (all.text.ends_with('\n')) all.text.remove_suffix(1);
    all.text = without_end(all.text);
    return csv_fields(all.text) ? all : first;
}

CsvLine csv_line(int number, std::string_view text, std::size_t bytes_max) {
    CsvLine line{.number = number, .text = text, .fields = {}, .trouble = ""};
    if (text.size() > bytes_max) {
        line.text = text.substr(0, bytes_max);
        line.trouble = "The line is longer than " + std::to_string(bytes_max / 1024) + " kB.";
    } else if (text.find('\0') != text.npos) {
        line.trouble = "It has a byte of zero, which no text has: save the file as CSV UTF-8.";
    } else if (!is_utf8(text)) {
        line.trouble = "It is not UTF-8 text: save the file as CSV UTF-8.";
    } else if (auto fields = csv_fields(text)) {
        line.fields = *std::move(fields);
    } else {
        line.trouble =
            "A quotation mark is opened and not closed within twenty lines, or stands within a "
            "field.";
    }
    return line;
}

}  // namespace

std::vector<CsvLine> csv_lines(std::string_view bytes, std::size_t line_bytes_max) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    std::vector<CsvLine> lines;
    for (int number = 1; !bytes.empty();) {
        const Record record = next_record(bytes, line_bytes_max);
        bytes.remove_prefix(record.bytes);
        if (!record.text.empty()) {
            const auto bytes_max = record.lines == 1 ? line_bytes_max : record_bytes_max;
            lines.push_back(csv_line(number, record.text, bytes_max));
        }
        number += record.lines;
    }
    return lines;
}

bool is_formula(std::string_view text) {
    return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != text.npos;
}

std::string formula_trouble(std::string_view what, std::string_view text) {
    return std::string(what) + " begins with " + std::string(text.substr(0, 1)) +
           ", which a spreadsheet would run as a formula.";
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
