#include "features/coverage/pages.h"

#include "features/coverage/coverage.h"
#include "features/coverage/policy.h"
#include "platform/base/csv.h"
#include "platform/base/text.h"
#include "platform/html/tags.h"
#include "platform/web/form.h"
#include "platform/web/parts.h"
#include "platform/web/download.h"

#include <algorithm>
#include <array>
#include <set>

namespace coverage {

namespace h = html;

namespace {

using networks::Network;
using organisations::display_name;

// What is asked for, in the address.
struct Wish {
    Network network;
    By by = By::region;
    base::Day on;
};

base::Day today(const web::Call& call) {
    return base::day_of(call.zone().local(call.now()));
}

// The networks whose coverage is told.
std::vector<Network> told_networks(const web::Call& call) {
    auto all = call.open<networks::Networks>().all();
    std::erase_if(all, [](const Network& network) {
        return network.coverage != networks::Told::trusts;
    });
    return all;
}

Network network_of(const web::Call& call) {
    const auto all = told_networks(call);
    const auto slug = call.query().get("network");
    const auto found = slug.empty() ? all.begin() : std::ranges::find(all, slug, &Network::slug);
    if (found == all.end()) throw base::NotFound();
    return *found;
}

// Refused with a sentence rather than answered with what was not asked for: figures of today must
// not pass for those of another day.
base::Result<Wish> wish_of(const web::Call& call) {
    Wish wish{.network = network_of(call), .on = today(call)};
    if (const auto by = call.query().get("by"); !by.empty()) {
        const auto known = by_of(by);
        if (!known) return base::refuse("Choose region, board or nation for by.", "by");
        wish.by = *known;
    }
    if (const auto on = call.query().get("on"); !on.empty()) {
        const auto day = base::parse_day(on);
        if (!day) return base::refuse("Write the day like 2026-07-31.", "on");
        if (auto refusal = may_choose_day(call.actor(), *day, wish.on)) {
            return std::unexpected(*refusal);
        }
        wish.on = *day;
    }
    return wish;
}

std::string path_of(const Wish& wish, const base::Day& today, std::string_view end = "") {
    std::string path = "/coverage" + std::string(end) + "?network=" + wish.network.slug +
                       "&by=" + std::string(code_of(wish.by));
    if (wish.on != today) path += "&on=" + base::iso_day(wish.on);
    return path;
}

std::string share(std::int64_t covered, std::int64_t open) {
    if (open == 0) return "–";
    return std::to_string((200 * covered + open) / (2 * open)) + " %";
}

std::string_view words_of(By by) {
    return by == By::region ? "Region" : by == By::board ? "Integrated care board" : "Nation";
}

// ---- the map: a tile a region, and the same in the table beneath ----

struct Tile {
    std::string_view code, label;
    int column, row;
};
// The regions of before April 2019, which the file of 2021 still has, stand where their successors
// do: they are drawn where these are not.
constexpr std::array tiles = {Tile{"Y62", "North West", 1, 0},
                              Tile{"Y63", "North East, Yorks", 2, 0},
                              Tile{"", "Wales", 0, 1},
                              Tile{"Y60", "Midlands", 1, 1},
                              Tile{"Y61", "East of England", 2, 1},
                              Tile{"Y58", "South West", 0, 2},
                              Tile{"Y59", "South East", 1, 2},
                              Tile{"Y56", "London", 2, 2},
                              Tile{"Y54", "North of England", 1, 0},
                              Tile{"Y55", "Midlands and East", 1, 1},
                              Tile{"Y57", "South of England", 1, 2}};

constexpr h::Element svg_group{"g"}, svg_text{"text"}, svg_rect{"rect"};

h::Html tile_of(const Tile& tile, const Area& area) {
    constexpr int width = 156, height = 92, gap = 6, levels = 5;
    const auto number = [](int value) { return std::to_string(value); };
    const int x = tile.column * (width + gap), y = tile.row * (height + gap);
    const std::int64_t level = area.covered && area.open > 0
                                   ? std::min<std::int64_t>(*area.covered * levels / area.open,
                                                            levels - 1)
                                   : -1;
    const std::string shown = area.covered ? share(*area.covered, area.open)
                                           : std::string("too few to show");
    const std::string middle = number(x + width / 2);
    return svg_group(
        h::cls(level < 0 ? "none" : "l" + std::to_string(level)),
        svg_rect(h::attr("x", number(x)), h::attr("y", number(y)), h::attr("width", number(width)),
                 h::attr("height", number(height)), h::attr("rx", "8")),
        svg_text(h::attr("x", middle), h::attr("y", number(y + 38)),
                 h::attr("text-anchor", "middle"), tile.label),
        svg_text(h::cls(area.covered ? "figure" : "small"), h::attr("x", middle),
                 h::attr("y", number(y + 66)), h::attr("text-anchor", "middle"), shown));
}

h::Html map_of(const Table& regions, const std::string& title) {
    h::Html drawn;
    std::set<std::pair<int, int>> taken;
    for (const Tile& tile : tiles) {
        const auto area = std::ranges::find_if(regions.rows, [&](const Area& one) {
            // In England a blank code is one that is missing.
            return tile.code.empty() ? one.parent == "/wales" : one.code == tile.code;
        });
        if (area == regions.rows.end() || !taken.emplace(tile.column, tile.row).second) continue;
        drawn.add(tile_of(tile, *area));
    }
    if (drawn.empty()) return {};
    return h::svg(h::cls("tiles"), h::attr("viewBox", "0 0 480 288"), h::attr("role", "img"),
                  h::attr("aria-label", title), drawn);
}

// ---- the table ----

h::Html area_row(const Area& area) {
    return h::tr(h::th(h::attr("scope", "row"), area.name),
                 h::td(h::cls("r"), base::grouped(area.open)),
                 h::td(h::cls("r"), area.covered ? base::grouped(*area.covered) : "hidden"),
                 h::td(h::cls("r"), area.covered ? share(*area.covered, area.open) : "–"));
}

h::Html table_of(const Wish& wish, const Table& table) {
    const auto head = [](std::string_view words, std::string_view classes) {
        return h::th(h::cls(classes), h::attr("scope", "col"), words);
    };
    const Area all{
        .code = "", .name = "All", .parent = "", .open = table.scope, .covered = table.covered};
    return h::div(
        h::cls("panel pad mt5 scroll"), h::attr("tabindex", "0"), h::attr("role", "region"),
        h::attr("aria-labelledby", "cap"),
        h::table(h::cls("tbl"),
                 h::caption(h::id("cap"), "Open trusts on ", base::day_text(wish.on),
                            ", and those with a verified ", wish.network.short_name, " in post"),
                 h::thead(h::tr(head(words_of(wish.by), ""), head("Open trusts", "r"),
                                head("Covered", "r"), head("Share", "r"))),
                 h::tbody(h::each(table.rows, area_row)), h::tfoot(area_row(all))));
}

h::Html hidden_note(const Table& table) {
    const bool is_any = !table.covered || std::ranges::any_of(table.rows, [](const Area& area) {
        return !area.covered;
    });
    if (!is_any) return {};
    return h::p(h::cls("meta mt3"),
                "Hidden: figures of fewer than eight trusts, and those from which one could be "
                "worked out. A figure of few trusts would say who works where.");
}

// ---- members see which, and how it went ----

h::Html trust_list(const std::vector<NamedTrust>& trusts, bool covered) {
    h::Html items;
    for (const NamedTrust& trust : trusts) {
        if (trust.is_covered != covered) continue;
        items.add(h::li(h::a(h::href(organisations::path_to(trust.id)), display_name(trust.name)),
                        h::span(h::cls("meta"), " ", organisations::region_name(trust.region))));
    }
    return items.empty() ? h::p(h::cls("meta"), "None.") : h::ul(h::cls("prose mt3"), items);
}

h::Html trusts_part(const Wish& wish, const std::vector<NamedTrust>& trusts) {
    const auto covered = std::ranges::count_if(trusts, &NamedTrust::is_covered);
    const auto others = static_cast<long long>(trusts.size()) - covered;
    const auto list = [&](const std::string& label, long long count, bool which) {
        return h::details(h::cls("mt4"),
                          h::summary(label, " ", h::span(h::cls("count"), base::grouped(count))),
                          trust_list(trusts, which));
    };
    return h::section(h::attr("aria-labelledby", "which"),
                      h::div(h::cls("sec-h mt6"), h::h2(h::id("which"), "Which trusts")),
                      list("Without a " + wish.network.short_name, others, false),
                      list("With a " + wish.network.short_name, covered, true));
}

h::Html named_part(const std::vector<NamedTrust>& trusts) {
    if (trusts.empty()) return {};
    return h::section(h::attr("aria-labelledby", "named"),
                      h::div(h::cls("sec-h mt6"), h::h2(h::id("named"), "Named with consent")),
                      h::ul(h::cls("prose mt3"), h::each(trusts, [](const NamedTrust& trust) {
                                return h::li(display_name(trust.name),
                                             trust.is_covered ? ": covered" : ": not yet");
                            })));
}

h::Html years_part(const std::vector<Point>& points) {
    if (points.empty()) return {};
    const auto row = [](const Point& point) {
        return h::tr(h::th(h::attr("scope", "row"), base::day_text(point.on)),
                     h::td(h::cls("r"), base::grouped(point.open)),
                     h::td(h::cls("r"), base::grouped(point.covered)),
                     h::td(h::cls("r"), share(point.covered, point.open)));
    };
    return h::section(
        h::attr("aria-labelledby", "years"),
        h::div(h::cls("sec-h mt6"), h::h2(h::id("years"), "Over the years")),
        h::div(h::cls("panel pad mt3 scroll"), h::attr("tabindex", "0"), h::attr("role", "region"),
               h::attr("aria-label", "Table of the years"),
               h::table(h::cls("tbl"),
                        h::thead(h::tr(h::th(h::attr("scope", "col"), "Day"),
                                       h::th(h::cls("r"), h::attr("scope", "col"), "Open"),
                                       h::th(h::cls("r"), h::attr("scope", "col"), "Covered"),
                                       h::th(h::cls("r"), h::attr("scope", "col"), "Share"))),
                        h::tbody(h::each(points, row)))));
}

// ---- what can be chosen ----

h::Html tabs(const web::Call& call, const Wish& wish) {
    const auto day = today(call);
    const auto link = [&](const Wish& other, std::string_view label, bool is_current) {
        return h::a(h::href(path_of(other, day)), h::attr_if(is_current, "aria-current", "true"),
                    label);
    };
    h::Html levels;
    for (const By by : {By::region, By::board, By::nation}) {
        Wish other = wish;
        other.by = by;
        levels.add(link(other, words_of(by), by == wish.by));
    }
    return h::nav(h::cls("tabs mt5"), h::attr("aria-label", "Broken down by"), levels);
}

h::Html choosing_form(const web::Call& call, const Wish& wish, bool sees_all) {
    const auto all = told_networks(call);
    return h::form(
        h::cls("form mt4"), h::attr("aria-label", "What to show"), h::action("/coverage"),
        h::input(h::attr("type", "hidden"), h::attr("name", "by"),
                 h::attr("value", code_of(wish.by))),
        h::div(h::cls("field"), h::label(h::cls("label"), h::attr("for", "cn"), "Network"),
               h::select(h::cls("select"), h::id("cn"), h::attr("name", "network"),
                         h::each(all,
                                 [&](const Network& network) {
                                     return h::option(
                                         h::attr("value", network.slug),
                                         h::flag("selected", network.id == wish.network.id),
                                         network.short_name);
                                 }))),
        h::when(sees_all,
                [&] {
                    return h::div(h::cls("field"),
                                  h::label(h::cls("label"), h::attr("for", "on"), "Day"),
                                  h::input(h::cls("input"), h::id("on"), h::attr("name", "on"),
                                           h::attr("type", "date"),
                                           h::attr("value", base::iso_day(wish.on))));
                }),
        h::p(h::button(h::cls("btn second"), h::attr("type", "submit"), "Show")));
}

http::Response show_refusal(web::Call& call, const base::Refusal& refusal) {
    const Wish wish{.network = network_of(call), .on = today(call)};
    web::Page page;
    page.name = "coverage-refused";
    page.title = "A " + wish.network.short_name + " at every trust";
    page.current = "/coverage";
    page.status = 422;
    page.content = h::all(
        h::h1(page.title),
        h::div(h::cls("notice warn mt4"), h::attr("role", "alert"), web::icon("i-warn"),
               h::p(refusal.sentence)),
        choosing_form(call, wish, call.open<Coverage>().sees_all()),
        h::p(h::cls("mt4"), h::a(h::href(path_of(wish, wish.on)), "The figures of today")));
    return call.page(std::move(page));
}

http::Response show_coverage(web::Call& call) {
    const auto wished = wish_of(call);
    if (!wished) return show_refusal(call, wished.error());
    const Wish& wish = *wished;
    const auto coverage = call.open<Coverage>();
    const bool sees_all = coverage.sees_all();
    const Table table = coverage.table(wish.network.id, wish.by, wish.on);
    const Table regions = wish.by == By::region
                              ? table
                              : coverage.table(wish.network.id, By::region, wish.on);
    const auto trusts = coverage.trusts(wish.network.id, wish.on);
    web::Page page;
    page.name = "coverage";
    page.title = "A " + wish.network.short_name + " at every trust";
    page.current = "/coverage";
    const std::string said = table.covered ? base::grouped(*table.covered) + " of " +
                                                 base::grouped(table.scope) + " open trusts, " +
                                                 share(*table.covered, table.scope)
                                           : base::grouped(table.scope) + " trusts are open";
    page.content = h::all(
        h::h1(page.title), h::p(h::cls("lede"), said + "."), choosing_form(call, wish, sees_all),
        h::div(h::cls("mt5"), map_of(regions, page.title + ", by region: " + said)),
        tabs(call, wish), table_of(wish, table), hidden_note(table),
        h::p(h::cls("mt4"),
             h::a(h::cls("btn second small"), h::href(path_of(wish, today(call), ".csv")),
                  web::icon("i-download", "i s"), "This table as CSV")),
        sees_all ? h::all(trusts_part(wish, trusts),
                          years_part(coverage.over_time(wish.network.id, wish.on)))
                 : named_part(trusts),
        h::when(call.actor().may(keep_coverage), [] {
            return h::p(h::cls("mt6"), h::a(h::cls("btn second"), h::href("/coverage/consents"),
                                            "Trusts that may be named"));
        }));
    return call.page(std::move(page));
}

http::Response refused_file(const base::Refusal& refusal) {
    http::Response response;
    response.status = 422;
    response.body = refusal.sentence + "\n";
    response.with("Content-Type", "text/plain; charset=utf-8");
    return response;
}

http::Response show_csv(web::Call& call, const leaving::Gate& gate) {
    const auto wished = wish_of(call);
    if (!wished) return refused_file(wished.error());
    const Wish& wish = *wished;
    const Table table = call.open<Coverage>().table(wish.network.id, wish.by, wish.on);
    std::string csv = "code,name,open,covered\r\n";
    for (const Area& area : table.rows) {
        csv += base::csv_cell(area.code) + "," + base::csv_cell(area.name) + "," +
               std::to_string(area.open) + "," +
               (area.covered ? std::to_string(*area.covered) : "") + "\r\n";
    }
    const auto passed = gate.pass({.exit = leaving::Exit::export_file,
                                   .from = {"coverage.table", wish.network.id.value, 0},
                                   .audience = {},
                                   .subject_line = "Coverage",
                                   .content = std::move(csv)});
    if (!passed) throw base::NotFound();
    return web::download(*passed,
                         {"coverage-" + wish.network.slug + "-" + base::iso_day(wish.on) + ".csv",
                          "text/csv; charset=utf-8"});
}

// ---- consents ----

const web::Form<ConsentDraft> consent_form({
    {{.name = "organisation",
      .label = "Code of the trust",
      .hint = "Like RAL.",
      .required = "Enter the code of an NHS trust, like RAL",
      .characters_max = 10},
     &ConsentDraft::organisation},
    {{.name = "words",
      .label = "Who gave the consent, and where it is kept",
      .required = "Say who gave the consent, and where it is kept",
      .characters_max = words_characters_max},
     &ConsentDraft::words},
});

http::Response show_consents(web::Call& call) {
    const auto consents = call.open<Coverage>().consents();
    const auto row = [&](const Consent& consent) {
        const std::string path = "/coverage/consents/" +
                                 std::to_string(consent.organisation.value) + "/withdrawal";
        return h::li(
            h::cls("row"), h::span(h::cls("mark"), web::icon("i-check")),
            h::div(h::h3(display_name(consent.name)),
                   h::p(h::cls("meta"), consent.code, web::separator(), "Since ",
                        base::day_text(consent.given), web::separator(), consent.words)),
            h::div(
                h::cls("end"),
                h::form(h::attr("method", "post"), h::action(path), call.token_field(),
                        h::button(h::cls("btn quiet small"), h::attr("type", "submit"), "Withdraw",
                                  web::hidden_text(" of " + display_name(consent.name))))));
    };
    web::Page page;
    page.name = "coverage-consents";
    page.title = "Trusts that may be named";
    page.current = "/coverage";
    page.content = h::all(
        web::crumbs({{"Coverage", "/coverage"}}), h::h1(page.title),
        h::p(h::cls("lede"),
             "To outsiders, a trust is named only with its consent: its name and its role name a "
             "person."),
        h::h2(h::cls("vh"), "Consents"),
        h::div(h::cls("mt5"),
               consents.empty()
                   ? web::empty_state("No trust may be named yet",
                                      "Note a consent below, and outsiders see that trust.", {})
                   : h::div(h::cls("panel"), h::ol(h::cls("rows"), h::each(consents, row)))),
        h::form(h::cls("form mt6"), h::attr("method", "post"), h::action("/coverage/consents"),
                h::flag("novalidate"), h::h2("Note a consent"), call.form_fields(),
                web::error_summary(call), consent_form.draw_all(call, ConsentDraft{}),
                h::p(h::cls("mt5"), web::submit_button("Note it", "Saving…"))));
    return call.page(std::move(page));
}

http::Response note_consent(web::Call& call) {
    const auto noted = consent_form.submit(
        call, [&](const ConsentDraft& draft) { return call.open<Coverage>().note_consent(draft); });
    if (!noted) return call.again(show_consents, noted.error());
    return call.redirect("/coverage/consents", "Noted. Outsiders see whether it is covered.");
}

http::Response withdraw_consent(web::Call& call) {
    (void)call.open<Coverage>().withdraw_consent(call.id<OrganisationId>("organisation"));
    return call.redirect("/coverage/consents", "Withdrawn. Outsiders no longer see it.");
}

}  // namespace

void routes(web::Routes& site, const leaving::Gate& gate) {
    constexpr auto keepers = web::needs(keep_coverage);
    site.get("/coverage", web::anyone, show_coverage);
    site.get("/coverage.csv", web::anyone,
             [gate](web::Call& call) { return show_csv(call, gate); }, {.rate = {60}});
    site.get("/coverage/consents", keepers, show_consents);
    site.post("/coverage/consents", keepers, note_consent, {.rate = {60}});
    site.post("/coverage/consents/{organisation}/withdrawal", keepers, withdraw_consent,
              {.rate = {60}});
}

std::vector<web::MenuEntry> menu(web::Call&) {
    return {{.section = web::MenuEntry::Section::main,
             .label = "Coverage",
             .path = "/coverage",
             .icon = "i-survey"}};
}

}  // namespace coverage
