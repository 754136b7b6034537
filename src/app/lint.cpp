#include "app/commands.h"

#include "app/wiring.h"
#include "features/linter/linter.h"
#include "platform/base/json.h"
#include "platform/base/text.h"

#include <filesystem>
#include <fmt/core.h>
#include <fstream>
#include <iostream>

namespace app {

namespace {

constexpr std::size_t bytes_max = 256 * 1024 * 1024;

std::string read_all(std::istream& stream, const std::string& name) {
    std::string bytes;
    constexpr std::size_t part_bytes = 1024 * 1024;
    std::string part(part_bytes, '\0');
    while (stream.read(part.data(), static_cast<std::streamsize>(part.size())),
           stream.gcount() > 0) {
        bytes.append(part, 0, static_cast<std::size_t>(stream.gcount()));
        if (bytes.size() > bytes_max) throw Unreadable(name + " is larger than 256 MB.");
    }
    return bytes;
}

std::string bytes_of(const std::string& path) {
    if (path == "-") return read_all(std::cin, "What came on standard input");
    std::ifstream file(path, std::ios::binary);
    if (!file || std::filesystem::is_directory(path)) {
        throw Unreadable("The file " + path + " cannot be read.");
    }
    return read_all(file, "The file " + path);
}

template <class Row>
std::vector<Row> rows_of(std::expected<linter::FileRead<Row>, std::string> read,
                         const std::string& path) {
    if (!read) throw Unreadable(path + ": " + read.error());
    for (const int line : read->refused) {
        fmt::print(stderr, "{}: line {} is not read: its quotes or its bytes do not fit.\n", path,
                   line);
    }
    return std::move(read->rows);
}

base::Json json_of(const std::vector<linter::Finding>& findings) {
    auto list = base::Json::array();
    for (const linter::Finding& one : findings) {
        list.push_back({{"from", one.from},
                        {"to", one.to},
                        {"kind", linter::code_of(one.kind)},
                        {"text", one.text},
                        {"reason", one.reason},
                        {"k", one.k ? base::Json(*one.k) : base::Json()}});
    }
    return {{"findings", list}};
}

void print_findings(std::string_view text, const std::vector<linter::Finding>& findings) {
    constexpr std::size_t shown_max = 60;
    std::size_t line = 1, counted = 0;
    for (const linter::Finding& one : findings) {
        for (; counted < one.from; ++counted) line += text[counted] == '\n';
        fmt::print("line {}: {} \"{}\": {}\n", line, linter::code_of(one.kind),
                   base::excerpt(base::one_line(one.text), shown_max), one.reason);
    }
    fmt::print("{}. What is not found may identify too: read the text yourself.\n",
               base::counted(static_cast<long long>(findings.size()), "finding", "findings"));
}

}  // namespace

int lint(const Config& config) {
    const std::string text = bytes_of(config.file);
    const auto roll = rows_of(linter::read_roll(bytes_of(config.roll)), config.roll);
    std::vector<linter::KnownOrganisation> organisations;
    if (!config.organisations.empty()) {
        organisations = rows_of(linter::read_organisations(bytes_of(config.organisations)),
                                config.organisations);
    }
    const linter::Linter linter(roll, organisations, {.people_min = config.people_min});
    const auto findings = linter.findings(text);
    if (config.format == "json") {
        // What is no UTF-8 becomes U+FFFD; the offsets stay those of the file.
        fmt::print("{}\n",
                   json_of(findings).dump(2, ' ', false, base::Json::error_handler_t::replace));
    } else {
        print_findings(text, findings);
    }
    return 0;
}

}  // namespace app
