#include "features/privacy/archive.h"

#include "features/privacy/facts.h"
#include "platform/base/json.h"
#include "platform/base/text.h"
#include "platform/files/zip.h"
#include "platform/html/builder.h"
#include "platform/record/history.h"

namespace privacy {

namespace {

using identity::Holding;
using namespace html::literals;

constexpr int times_shown = 3;

void write_head(html::Builder& out, const Archive& archive) {
    out << "<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=\"utf-8\">"_h
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"_h
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "_h
           "style-src 'unsafe-inline'\"><meta name=\"color-scheme\" content=\"light dark\">"_h
           "<title>What is held of "_h
        << archive.person
        << "</title><style>"_h
           ":root{color-scheme:light dark}"_h
           "body{margin:0 auto;max-width:72rem;padding:1.5rem 1rem 4rem;line-height:1.5;"_h
           "font-family:system-ui,sans-serif;color:#1b2327;background:#fbfaf7}"_h
           "h1{font-size:1.9rem;line-height:1.2;margin:0 0 .5rem}"_h
           "h2{font-size:1.25rem;margin:2.5rem 0 .25rem}"_h
           "p{max-width:44rem;margin:.25rem 0 .75rem}a{color:#0b5563}"_h
           ".scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}"_h
           "th,td{text-align:left;vertical-align:top;padding:.45rem .8rem .45rem 0;"_h
           "border-bottom:1px solid #c9c6bc;overflow-wrap:anywhere;min-width:6rem}"_h
           "td{white-space:pre-wrap}th{white-space:nowrap}"_h
           "a:focus-visible,.scroll:focus-visible{outline:3px solid #0b5563;outline-offset:2px}"_h
           "@media (prefers-color-scheme:dark){body{color:#e8e6df;background:#14191c}"_h
           "a{color:#8fd3e0}th,td{border-color:#3c464b}"_h
           "a:focus-visible,.scroll:focus-visible{outline-color:#8fd3e0}}"_h
           "</style></head><body><main><h1>What is held of "_h
        << archive.person << "</h1><p>By "_h << archive.community << ", as of "_h
        << base::iso_utc(archive.made)
        << ". All times are UTC. The same stands in data.json, for machines. What others wrote "_h
           "or did is theirs and is not in here: of it there are numbers and days only.</p>"_h;
}

void write_contents(html::Builder& out, const Archive& archive) {
    out << "<nav aria-labelledby=\"contents\"><h2 id=\"contents\">Contents</h2><ul>"_h;
    for (const Holding& holding : archive.holdings) {
        out << "<li><a href=\"#held-"_h << holding.name << "\">"_h << holding.title << "</a>, "_h
            << base::counted(static_cast<long long>(holding.rows.size()), "row", "rows")
            << "</li>"_h;
    }
    out << "</ul></nav>"_h;
}

void write_files(html::Builder& out, const Holding& holding) {
    if (holding.files.empty()) return;
    out << "<ul>"_h;
    for (const auto& file : holding.files) {
        out << "<li><a href=\"./"_h << file.name << "\">"_h << file.name << "</a></li>"_h;
    }
    out << "</ul>"_h;
}

void write_holding(html::Builder& out, const Holding& holding) {
    out << "<section><h2 id=\"held-"_h << holding.name << "\">"_h << holding.title << "</h2><p>"_h
        << holding.why << "</p>"_h;
    if (holding.rows.empty()) {
        out << "<p>Nothing.</p></section>"_h;
        return;
    }
    if (!holding.is_whole()) {
        out << "<p><strong>There is more than stands here.</strong> Write to those who run the "_h
               "community: they hand you the rest.</p>"_h;
    }
    out << "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"held-"_h
        << holding.name << "\"><table><thead><tr>"_h;
    for (const auto& column : holding.columns) {
        out << "<th scope=\"col\">"_h << column << "</th>"_h;
    }
    out << "</tr></thead><tbody>"_h;
    for (const auto& row : holding.rows) {
        out << "<tr>"_h;
        for (const auto& cell : row) out << "<td>"_h << cell << "</td>"_h;
        out << "</tr>"_h;
    }
    out << "</tbody></table></div>"_h;
    write_files(out, holding);
    out << "</section>"_h;
}

base::Json json_of(const Holding& holding) {
    auto rows = base::Json::array();
    for (const auto& row : holding.rows) {
        auto cells = base::Json::object();
        for (std::size_t i = 0; i < row.size(); ++i) cells[holding.columns[i]] = row[i];
        rows.push_back(std::move(cells));
    }
    auto files = base::Json::array();
    for (const auto& file : holding.files) files.push_back(file.name);
    return {{"name", holding.name},      {"title", holding.title},
            {"why", holding.why},        {"rows", std::move(rows)},
            {"files", std::move(files)}, {"is_whole", holding.is_whole()}};
}

}  // namespace

std::size_t Archive::rows() const {
    std::size_t sum = 0;
    for (const Holding& holding : holdings) sum += holding.rows.size();
    return sum;
}

Archive Archives::mine(const std::vector<kit::Hold>& holds, std::string_view community) const {
    if (!floor_.actor.is_person()) throw base::NotFound();
    Archive archive{.community = std::string(community),
                    .person = floor_.actor.name(),
                    .made = floor_.now,
                    .holdings = {}};
    for (const auto& hold : holds) {
        for (Holding& holding : hold(floor_)) archive.holdings.push_back(std::move(holding));
    }
    return archive;
}

std::string Archives::packed(const Archive& archive) const {
    files::Zip zip(archive.made);
    zip.add("index.html", index_html(archive));
    zip.add("data.json", machine_json(archive));
    for (const Holding& holding : archive.holdings) {
        for (const auto& file : holding.files) zip.add(file.name, file.bytes(floor_.tx));
    }
    return std::move(zip).done();
}

void Archives::note_taken() {
    floor_.record().add(ArchiveTaken{floor_.actor.id()});
}

std::vector<base::Instant> Archives::taken() const {
    std::vector<base::Instant> times;
    const auto me = floor_.actor.id().value;
    for (const auto& fact : record::history(floor_.tx, ArchiveTaken::kind, me, times_shown)) {
        times.push_back(fact.at);
    }
    return times;
}

std::string index_html(const Archive& archive) {
    html::Builder out;
    write_head(out, archive);
    write_contents(out, archive);
    for (const Holding& holding : archive.holdings) write_holding(out, holding);
    out << "</main></body></html>\n"_h;
    return std::move(out).done().take();
}

std::string machine_json(const Archive& archive) {
    auto held = base::Json::array();
    for (const Holding& holding : archive.holdings) held.push_back(json_of(holding));
    const base::Json all = {{"community", archive.community},
                            {"person", archive.person},
                            {"made", base::iso_utc(archive.made)},
                            {"held", std::move(held)}};
    return all.dump(1, ' ', false, base::Json::error_handler_t::replace) + "\n";
}

}  // namespace privacy
