#include "features/linter/linter.h"

#include "platform/base/csv.h"
#include "platform/base/text.h"

#include <algorithm>

namespace linter {

namespace {

constexpr std::size_t line_bytes_max = 16 * 1024;

using Fields = std::vector<std::string>;

class Columns {
public:
    explicit Columns(const Fields& header) {
        for (const std::string& name : header) names_.push_back(base::fold(base::trim(name)));
    }

    bool has(std::string_view name) const {
        return std::ranges::find(names_, name) != names_.end();
    }
    std::string field(const Fields& fields, std::string_view name) const {
        const auto at = static_cast<std::size_t>(std::ranges::find(names_, name) - names_.begin());
        return at < fields.size() ? base::trim(fields[at]) : std::string();
    }

private:
    Fields names_;
};

template <class Row, class Make>
std::expected<FileRead<Row>, std::string> read_rows(std::string_view bytes, Make make) {
    const auto lines = base::csv_lines(bytes, line_bytes_max);
    if (lines.empty()) return std::unexpected("The file is empty: it needs a row of headings.");
    const Columns columns(lines.front().fields);
    if (!columns.has("name")) {
        return std::unexpected("The file has no column \"name\" in its first row.");
    }
    FileRead<Row> read;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const base::CsvLine& line = lines[i];
        if (!line.trouble.empty())
            read.refused.push_back(line.number);
        else
            read.rows.push_back(make(columns, line.fields));
    }
    return read;
}

std::vector<std::string> aliases_of(std::string_view text) {
    std::vector<std::string> aliases;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(";|"), text.size());
        if (auto alias = base::trim(text.substr(0, end)); !alias.empty()) {
            aliases.push_back(std::move(alias));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return aliases;
}

}  // namespace

std::expected<FileRead<RollEntry>, std::string> read_roll(std::string_view bytes) {
    return read_rows<RollEntry>(bytes, [](const Columns& columns, const Fields& fields) {
        return RollEntry{.name = columns.field(fields, "name"),
                         .organisation = columns.field(fields, "organisation"),
                         .organisation_code = columns.field(fields, "organisation_code"),
                         .role = columns.field(fields, "role"),
                         .region = columns.field(fields, "region")};
    });
}

std::expected<FileRead<KnownOrganisation>, std::string> read_organisations(std::string_view bytes) {
    return read_rows<KnownOrganisation>(bytes, [](const Columns& columns, const Fields& fields) {
        return KnownOrganisation{.code = columns.field(fields, "code"),
                                 .name = columns.field(fields, "name"),
                                 .kind = columns.field(fields, "kind"),
                                 .aliases = aliases_of(columns.field(fields, "aliases"))};
    });
}

}  // namespace linter
