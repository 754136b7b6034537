#include "features/privacy/pages.h"

#include "platform/base/text.h"
#include "platform/html/tags.h"
#include "platform/web/form.h"
#include "platform/web/parts.h"
#include "platform/web/download.h"

namespace privacy {

namespace h = html;

namespace {

constexpr int archives_a_minute = 6;

std::string file_name(const Archive& archive) {
    return "archive-" + base::iso_utc(archive.made).substr(0, 10) + ".zip";
}

// What, and under it why: on a phone there is room for little beside it.
h::Html what_and_why(std::string_view what, std::string_view why) {
    return h::th(h::attr("scope", "row"), what, h::p(h::cls("meta"), why));
}

h::Html held_row(const identity::Holding& holding) {
    return h::tr(what_and_why(holding.title, holding.why),
                 h::td(h::cls("num"), base::grouped(static_cast<long long>(holding.rows.size()))));
}

// So that nobody takes it for them in silence.
h::Html taken_words(const web::Call& call) {
    const auto taken = call.open<Archives>().taken();
    if (taken.empty()) return h::p(h::cls("meta"), "It was not taken yet.");
    h::Html words;
    for (const base::Instant at : taken) {
        if (!words.empty()) words.add(web::separator());
        words.add(web::when(at, call.now(), call.zone()));
    }
    return h::p(h::cls("meta"), "Taken: ", words, ". Was that not you? Then ",
                h::a(h::href("/settings"), "sign out everywhere else"), ".");
}

h::Html archive_part(const web::Call& call, const Archive& archive) {
    return h::section(
        h::attr("aria-labelledby", "archive"),
        h::div(h::cls("sec-h"), h::h2(h::id("archive"), "Your archive")),
        h::p(base::counted(static_cast<long long>(archive.rows()), "row", "rows"),
             " in one ZIP file: a page to read, the same for machines as JSON, and your documents. "
             "What others wrote or did is theirs: of it there are numbers and days only."),
        h::p(h::cls("mt3"), h::a(h::cls("btn"), h::href("/settings/data/archive"),
                                 h::attr("download", ""), "Download my archive")),
        taken_words(call));
}

// What there could be and is not: said, and out of the way.
h::Html nothing_of(const Archive& archive) {
    h::Html none;
    for (const auto& holding : archive.holdings) {
        if (holding.rows.empty()) none.add(h::li(holding.title));
    }
    if (none.empty()) return {};
    return h::details(h::cls("mt3"), h::summary("What we could hold, and hold nothing of"),
                      h::ul(h::cls("mt3"), none));
}

h::Html held_part(const Archive& archive) {
    return h::section(
        h::attr("aria-labelledby", "held"),
        h::div(h::cls("sec-h"), h::h2(h::id("held"), "What we hold of you")),
        wide_table("Table of what we hold of you", h::all(column("What, and why"), column("Rows")),
                   h::each(archive.holdings,
                           [](const identity::Holding& holding) {
                               return holding.rows.empty() ? h::Html() : held_row(holding);
                           })),
        nothing_of(archive));
}

// A GET, so that it is read in a snapshot beside the other requests and holds up no writer; that it
// was taken is noted right after, as each view of evidence is.
http::Response download(web::Call& call, const Whole& whole) {
    const auto archives = call.open<Archives>();
    const Archive archive = archives.mine(whole.holds, call.community().name);
    call.afterwards([](const record::Floor& floor) { Archives(floor).note_taken(); });
    auto passed = whole.gate.pass({.exit = leaving::Exit::export_file,
                                   .from = {"privacy.archive", call.actor().id().value, 0},
                                   .audience = {},
                                   .subject_line = file_name(archive),
                                   .content = archives.packed(archive)});
    if (!passed) throw base::NotFound();
    return web::download(*std::move(passed), {file_name(archive), "application/zip"});
}

h::Html retention_row(const kit::Retention& one, const std::optional<PurgeRun>& last) {
    const bool counts = one.kept.has_value() && last;
    return h::tr(what_and_why(one.what, one.why), h::td(period_words(one)),
                 h::td(h::cls("num"), counts ? base::grouped(last->removed(one.name)) : ""));
}

h::Html last_words(const web::Call& call, const std::optional<PurgeRun>& last) {
    if (!last) return h::p("What is over its time goes every night. The first night is to come.");
    return h::p("What is over its time goes every night. Last: ",
                web::when(last->at, call.now(), call.zone()), ", ",
                base::counted(last->total(), "row", "rows"), " went.");
}

http::Response show_retention(web::Call& call, const Whole& whole) {
    const auto last = call.open<Purging>().last();
    web::Page page;
    page.name = "retention";
    page.title = "What is kept for how long";
    page.current = "/settings";
    page.content = h::all(
        web::crumbs({{"Settings", "/settings"}, {"My data", "/settings/data"}}), h::h1(page.title),
        h::div(h::cls("lede"), last_words(call, last)),
        h::div(h::cls("mt5"), wide_table(page.title,
                                         h::all(column("What, and why"), column("How long"),
                                                column("Went last night")),
                                         h::each(whole.retains, [&](const kit::Retention& one) {
                                             return retention_row(one, last);
                                         }))));
    return call.page(std::move(page));
}

}  // namespace

h::Html column(std::string_view words) {
    return h::th(h::attr("scope", "col"), words);
}

h::Html wide_table(std::string_view label, const h::Html& columns, const h::Html& rows) {
    return h::div(h::cls("panel pad"),
                  h::div(h::cls("scroll"), h::attr("tabindex", "0"), h::attr("role", "region"),
                         h::attr("aria-label", label),
                         h::table(h::cls("tbl"), h::thead(h::tr(columns)), h::tbody(rows))));
}

http::Response show_held(web::Call& call, const Whole& whole) {
    const Archive archive = call.open<Archives>().mine(whole.holds, call.community().name);
    web::Page page;
    page.name = "held";
    page.title = "My data";
    page.current = "/settings";
    page.content = h::all(
        web::crumbs({{"Settings", "/settings"}}), h::h1(page.title),
        h::p(h::cls("lede"), "All that is held of you, to see and to take with you."),
        web::error_summary(call),
        h::div(h::cls("stack mt5"), archive_part(call, archive), consents_part(call, archive),
               h::section(h::attr("aria-labelledby", "kept"),
                          h::div(h::cls("sec-h"), h::h2(h::id("kept"), "How long it stays")),
                          h::p(h::a(h::href("/privacy/retention"), "What is kept for how long"),
                               " says it of everything, and when the last of it went."),
                          h::p(h::a(h::href("/settings/erasure"), "Erase my account"))),
               held_part(archive)));
    return call.page(std::move(page));
}

void archive_routes(web::Routes& site, const WholePtr& whole) {
    using web::signed_in;
    site.get("/settings/data", signed_in,
             [whole](web::Call& call) { return show_held(call, *whole); },
             {.lane = web::Lane::blocking, .rate = {20}});
    site.get("/settings/data/archive", signed_in,
             [whole](web::Call& call) { return download(call, *whole); },
             {.lane = web::Lane::blocking, .rate = {archives_a_minute}});
    site.get("/privacy/retention", signed_in,
             [whole](web::Call& call) { return show_retention(call, *whole); });
}

}  // namespace privacy
