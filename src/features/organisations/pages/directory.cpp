#include "features/organisations/pages.h"

#include "platform/base/text.h"
#include "platform/html/tags.h"
#include "platform/web/call.h"

#include <algorithm>
#include <map>

namespace organisations {

namespace h = html;

namespace {

using Counts = std::map<std::string, std::int64_t>;  // by the name of the region

Counts counts_by_region(const std::vector<TrustThen>& trusts) {
    Counts counts;
    for (const auto& trust : trusts) ++counts[region_name(trust.region)];
    return counts;
}

h::Html region_table(const std::vector<TrustThen>& trusts) {
    return h::div(
        h::cls("panel pad mt5"),
        h::table(h::cls("tbl"), h::caption("Open NHS trusts by region"),
                 h::thead(h::tr(h::th(h::attr("scope", "col"), "Region"),
                                h::th(h::cls("r"), h::attr("scope", "col"), "Open trusts"))),
                 h::tbody(h::each(counts_by_region(trusts),
                                  [](const Counts::value_type& row) {
                                      return h::tr(h::th(h::attr("scope", "row"), row.first),
                                                   h::td(h::cls("r"), base::grouped(row.second)));
                                  })),
                 h::tfoot(h::tr(
                     h::th(h::attr("scope", "row"), "All"),
                     h::td(h::cls("r"), base::grouped(static_cast<long long>(trusts.size())))))));
}

h::Html found_part(const web::Call& call, Directory& directory, const std::string& words) {
    const auto organisations = call.open<Organisations>();
    if (words.empty()) {
        const auto trusts = organisations.open_trusts(today(call));
        if (!trusts.empty()) return region_table(trusts);
        return h::div(h::cls("mt5"), h::h2(h::cls("vh"), "All organisations"),
                      web::empty_state("The directory is empty",
                                       "Read in the published list of NHS trusts: moothall "
                                       "organisations import etr.csv --as-of DATE.",
                                       {}));
    }
    const auto found = directory.find(organisations, words, today(call));
    const auto count = static_cast<long long>(found.size());
    const std::string said = found.empty() ? "Nothing is like “" + words + "”"
                             : found.size() == matches_max
                                 ? "The " + base::grouped(count) + " most like it"
                                 : base::counted(count, "organisation", "organisations");
    return h::all(h::h2(h::cls("mt5"), said),
                  found.empty() ? h::p("Try a part of the name, the town, or the code of the "
                                       "Organisation Data Service.")
                                : organisation_rows(call, found));
}

http::Response show_organisations(web::Call& call, Directory& directory) {
    const std::string words = base::one_line(call.query().get("name"));
    web::Page page;
    page.name = "organisations";
    page.title = "Organisations";
    page.current = "/organisations";
    page.content = h::all(
        h::h1("Organisations"),
        h::p(h::cls("lede"), "Where members work. Spelling mistakes are forgiven."),
        search_field("/organisations", words, "Search organisations", "found"),
        h::div(h::id("found"), found_part(call, directory, words)),
        h::when(call.actor().may(keep_organisations),
                [] {
                    return h::p(h::cls("flex mt6"),
                                h::a(h::cls("btn second"), h::href("/organisations/new"),
                                     "Add an organisation"),
                                h::a(h::cls("btn second"), h::href("/organisations/successions"),
                                     "Who succeeds whom"),
                                h::a(h::cls("btn second"), h::href("/organisations/imports"),
                                     "Files read in"));
                }),
        h::p(h::cls("meta mt5"),
             "NHS trusts: NHS England, Organisation Data Service, Open Government Licence v3.0."));
    return call.page(std::move(page));
}

// ---- one ----

h::Html fact(std::string_view name, const h::Html& value) {
    return value.empty() ? h::Html() : h::div(h::dt(name), h::dd(value));
}

h::Html text(std::string_view words) {
    return h::all(words);
}

h::Html link_to(const Organisation& organisation) {
    return h::a(h::href(path_to(organisation.id)), display_name(organisation.name));
}

h::Html facts_of(const Organisation& one) {
    std::string address = one.address;
    for (const auto* part : {&one.town, &one.postcode}) {
        if (!part->empty()) address += (address.empty() ? "" : ", ") + *part;
    }
    const bool is_trust = one.kind == Kind::trust;
    return h::dl(
        h::cls("facts"), fact("Kind", text(words_of(one.kind))),
        is_trust ? fact("Code", text(one.code)) : h::Html(),
        is_trust ? fact("Region", text(region_name(one.region))) : h::Html(),
        one.board.empty() ? h::Html() : fact("Integrated care board", text(board_name(one.board))),
        one.nation.empty() ? h::Html() : fact("Nation", text(nation_name(one.nation))),
        address.empty() ? h::Html() : fact("Address", text(address)),
        one.opened ? fact("Opened", text(base::day_text(*one.opened))) : h::Html(),
        one.closed ? fact("Last day", text(base::day_text(*one.closed))) : h::Html());
}

// What was different from one state to the next, in words.
std::string what_changed(const State* before, const State& now) {
    if (!before) return "Entered as " + display_name(now.name);
    std::string words;
    const auto add = [&](const std::string& more) { words += (words.empty() ? "" : "; ") + more; };
    if (before->name != now.name) add("Renamed from " + display_name(before->name));
    if (before->region != now.region) add("Region was " + region_name(before->region));
    if (before->board != now.board && !before->board.empty()) {
        add("Board was " + board_name(before->board));
    }
    if (before->is_listed && !now.is_listed) add("No longer in the published list");
    if (!before->is_listed && now.is_listed) add("In the published list again");
    return words.empty() ? "Entered anew" : words;
}

h::Html history_of(const std::vector<State>& states) {
    h::Html items;
    for (auto state = states.rbegin(); state != states.rend(); ++state) {
        const State* before = std::next(state) == states.rend() ? nullptr : &*std::next(state);
        items.add(
            h::li(h::strong(base::day_text(state->since)), " ", what_changed(before, *state)));
    }
    return h::section(h::attr("aria-labelledby", "hist"),
                      h::div(h::cls("sec-h mt6"), h::h2(h::id("hist"), "What changed")),
                      h::ul(h::cls("prose mt3"), items));
}

h::Html succession_of(const Organisations& organisations, const Organisation& one) {
    const auto before = organisations.predecessors(one);
    return h::all(h::when(static_cast<bool>(one.successor),
                          [&] {
                              return h::p(h::cls("notice info mt5"), "Succeeded by ",
                                          link_to(organisations.organisation(one.successor)),
                                          " from ", base::day_text(*one.succeeded), ".");
                          }),
                  h::when(!before.empty(), [&] {
                      return h::section(
                          h::attr("aria-labelledby", "pre"),
                          h::div(h::cls("sec-h mt6"), h::h2(h::id("pre"), "It succeeded")),
                          h::ul(h::cls("prose mt3"), h::each(before, [](const Organisation& other) {
                                    return h::li(link_to(other), ", ",
                                                 base::day_text(*other.succeeded));
                                })));
                  }));
}

http::Response show_organisation(web::Call& call) {
    const auto organisations = call.open<Organisations>();
    const auto one = organisations.organisation(call.id<OrganisationId>("organisation"));
    web::Page page;
    page.name = "organisation";
    page.title = display_name(one.name);
    page.current = "/organisations";
    page.content = h::all(
        web::crumbs({{"Organisations", "/organisations"}}), h::h1(page.title),
        h::p(h::cls("meta mt3"), standing(call, one)), succession_of(organisations, one),
        h::div(h::cls("panel pad mt5"), facts_of(one)), history_of(organisations.history(one)),
        h::when(call.actor().may(keep_organisations), [&] {
            return h::p(h::cls("mt6"),
                        h::a(h::cls("btn second"), h::href(path_to(one.id) + "/succession"),
                             one.successor ? "Change who succeeds it" : "Say who succeeds it"));
        }));
    return call.page(std::move(page));
}

}  // namespace

// ---- parts of both ----

base::Day today(const web::Call& call) {
    return base::day_of(call.zone().local(call.now()));
}

std::string place_line(const Organisation& one) {
    std::string line;
    const auto add = [&](const std::string& part) {
        if (!part.empty()) line += (line.empty() ? "" : " · ") + part;
    };
    if (one.kind == Kind::trust) add(one.code);
    add(display_name(one.town));
    if (one.kind == Kind::trust)
        add(region_name(one.region));
    else if (!one.nation.empty())
        add(nation_name(one.nation));
    add(std::string(words_of(one.kind)));
    return line;
}

h::Html standing(const web::Call& call, const Organisation& one) {
    const auto pill = [](const std::string& words) { return h::span(h::cls("pill"), words); };
    if (one.successor && *one.succeeded <= today(call)) return pill("Succeeded");
    if (one.closed && *one.closed < today(call)) return pill("Closed");
    if (one.opened && *one.opened > today(call)) {
        return pill("Opens " + base::day_text(*one.opened));
    }
    return one.is_listed ? h::Html() : pill("Not in the last list");
}

h::Html organisation_rows(const web::Call& call, const std::vector<Organisation>& some) {
    return h::div(
        h::cls("panel mt3"),
        h::ol(h::cls("rows"), h::each(some, [&](const Organisation& one) {
                  return h::li(h::cls("row"), h::span(h::cls("mark"), web::icon("i-place")),
                               h::div(h::h3(h::a(h::href(path_to(one.id)), display_name(one.name))),
                                      h::p(h::cls("meta"), place_line(one))),
                               h::div(h::cls("end"), standing(call, one)));
              })));
}

h::Html search_inside(std::string_view words, std::string_view label) {
    return h::all(h::label(h::cls("vh"), h::attr("for", "oq"), label), web::icon("i-search"),
                  h::input(h::id("oq"), h::attr("name", "name"), h::attr("type", "search"),
                           h::attr("value", words), h::attr("maxlength", "200"),
                           h::attr("autocomplete", "off")));
}

h::Html search_field(std::string_view path, std::string_view words, std::string_view label,
                     std::string_view follows) {
    return h::form(h::cls("search large mt4"), h::attr("role", "search"),
                   h::attr("aria-label", label), h::action(path),
                   h::attr_if(!follows.empty(), "data-finds", follows), search_inside(words, label),
                   h::button(h::cls("btn small"), h::attr("type", "submit"), "Search"));
}

void directory_routes(web::Routes& site, const DirectoryPtr& directory) {
    site.get("/organisations", web::signed_in,
             [directory](web::Call& call) { return show_organisations(call, *directory); });
    site.get("/organisations/{organisation}", web::signed_in, show_organisation);
}

std::vector<web::MenuEntry> menu(web::Call&) {
    return {{.section = web::MenuEntry::Section::main,
             .label = "Organisations",
             .path = "/organisations",
             .icon = "i-place",
             .keys = "g o"}};
}

}  // namespace organisations
