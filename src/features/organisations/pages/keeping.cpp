#include "features/organisations/pages.h"

#include "features/organisations/feature.h"
#include "features/organisations/places.h"
#include "platform/base/text.h"
#include "platform/html/tags.h"
#include "platform/web/form.h"

#include <array>

namespace organisations {

namespace h = html;

namespace {

// ---- by hand ----

const web::Form<HandDraft> hand_form({
    {{.name = "name",
      .label = "Name",
      .hint = "As it writes itself.",
      .required = "Enter the name of the organisation",
      .characters_max = name_characters_max},
     &HandDraft::name},
    {{.name = "kind",
      .label = "Kind",
      .kind = web::FieldFace::Kind::choice,
      .required = "Choose what kind of organisation it is"},
     &HandDraft::kind},
    {{.name = "town", .label = "Town", .characters_max = 80}, &HandDraft::town},
    {{.name = "nation",
      .label = "Nation",
      .kind = web::FieldFace::Kind::choice,
      .hint = "Leave it empty for an organisation abroad."},
     &HandDraft::nation},
});

std::vector<web::Choice> kind_choices() {
    std::vector<web::Choice> choices = {{"", "Choose"}};
    for (const Kind kind : kinds_by_hand) {
        choices.push_back({std::string(code_of(kind)), std::string(words_of(kind))});
    }
    return choices;
}

std::vector<web::Choice> nation_choices() {
    std::vector<web::Choice> choices = {{"", "Abroad"}};
    for (const auto& nation : nations()) {
        choices.push_back({std::string(nation.code), std::string(nation.name)});
    }
    return choices;
}

http::Response show_new(web::Call& call) {
    const HandDraft empty;
    web::Page page;
    page.name = "organisation-new";
    page.title = "Add an organisation";
    page.current = "/organisations";
    page.content = h::all(
        web::crumbs({{"Organisations", "/organisations"}}), h::h1(page.title),
        h::p(h::cls("lede"), "For what is not in the published list of NHS trusts."),
        h::form(h::cls("form mt5"), h::attr("method", "post"), h::action("/organisations"),
                h::flag("novalidate"), call.form_fields(), web::error_summary(call),
                hand_form.draw(call, "name", empty),
                hand_form.draw(call, "kind", empty, kind_choices()),
                hand_form.draw(call, "town", empty),
                hand_form.draw(call, "nation", empty, nation_choices()),
                h::p(h::cls("mt5"), web::submit_button("Add it", "Adding…"))));
    return call.page(std::move(page));
}

http::Response add(web::Call& call) {
    const auto added = hand_form.submit(
        call, [&](const HandDraft& draft) { return call.open<Organisations>().add(draft); });
    if (!added) return call.again(show_new, added.error());
    return call.redirect(path_to(*added), "It is in the directory.");
}

// ---- who succeeds whom ----

const web::Form<SuccessionDraft> succession_form({
    {{.name = "successor",
      .label = "Successor",
      .kind = web::FieldFace::Kind::hidden,
      .required = "Choose the organisation that follows it"},
     &SuccessionDraft::successor},
    {{.name = "on",
      .label = "First day",
      .hint = "When the successor took over, like 2027-04-01.",
      .required = "Enter the first day",
      .characters_max = 10},
     &SuccessionDraft::on},
});

http::Response show_successions(web::Call& call) {
    const auto waiting = call.open<Organisations>().without_successor(today(call));
    const auto count = static_cast<long long>(waiting.size());
    web::Page page;
    page.name = "successions";
    page.title = "Who succeeds whom";
    page.current = "/organisations";
    page.content = h::all(
        web::crumbs({{"Organisations", "/organisations"}}), h::h1(page.title),
        h::p(h::cls("lede"),
             "The published list does not say into what a trust was merged. Say it here, and its "
             "members and seats go along."),
        waiting.empty()
            ? h::div(h::cls("mt5"), h::h2(h::cls("vh"), "Waiting"),
                     web::empty_state("Nothing waits",
                                      "Each organisation that closed or left the list has a "
                                      "successor.",
                                      h::a(h::cls("btn second small"), h::href("/organisations"),
                                           "All organisations")))
            : h::all(h::h2(h::cls("mt5"),
                           base::counted(count, "organisation waits", "organisations wait")),
                     organisation_rows(call, waiting)));
    return call.page(std::move(page));
}

h::Html succession_choice(const web::Call& call, const Organisation& one, const Picker& picker) {
    const SuccessionDraft begun{.on = one.closed ? base::iso_day(*one.closed + base::days{1}) : ""};
    const std::string path = path_to(one.id) + "/succession";
    return h::form(h::cls("form mt5"), h::attr("method", "post"), h::action(path),
                   h::flag("novalidate"), call.form_fields(), web::enter_button("Save"),
                   web::error_summary(call),
                   picker_part(call, picker, {path, path, "Search for the successor"},
                               {.name = picker.field, .label = "Successor"}),
                   succession_form.draw(call, "on", begun),
                   h::p(h::cls("mt5"), web::submit_button("Save", "Saving…")));
}

http::Response show_succession(web::Call& call, Directory& directory) {
    const auto organisations = call.open<Organisations>();
    const auto one = organisations.organisation(call.id<OrganisationId>("organisation"));
    const std::string path = path_to(one.id) + "/succession";
    const Picker offered = picker(call, directory, "successor", &one);
    web::Page page;
    page.name = "succession";
    page.title = "Who succeeds " + display_name(one.name) + "?";
    page.current = "/organisations";
    page.content = h::all(web::crumbs({{"Organisations", "/organisations"},
                                       {"Who succeeds whom", "/organisations/successions"}}),
                          h::h1(page.title), succession_choice(call, one, offered),
                          h::when(static_cast<bool>(one.successor), [&] {
                              return h::form(
                                  h::cls("mt6"), h::attr("method", "post"),
                                  h::action(path + "/end"), call.token_field(),
                                  h::button(h::cls("btn quiet"), h::attr("type", "submit"),
                                            "Take the succession back"));
                          }));
    return call.page(std::move(page));
}

http::Response succeed(web::Call& call, const DirectoryPtr& directory) {
    const auto one = call.open<Organisations>().organisation(
        call.id<OrganisationId>("organisation"));
    const auto page = [directory](web::Call& again) { return show_succession(again, *directory); };
    if (is_search(call)) return call.again(page, web::Refused{});
    const auto done = succession_form.submit(call, [&](const SuccessionDraft& draft) {
        return call.open<Organisations>().succeed(one, draft);
    });
    if (!done) return call.again(page, done.error());
    return call.redirect(path_to(one.id), "Saved. Both pages tell of it.");
}

http::Response end_succession(web::Call& call) {
    auto organisations = call.open<Organisations>();
    const auto one = organisations.organisation(call.id<OrganisationId>("organisation"));
    (void)organisations.end_succession(one);
    return call.redirect(path_to(one.id), "The succession is taken back.");
}

// ---- files read in ----

std::string words_of(Change::Kind kind) {
    static constexpr std::array<std::string_view, 9> words = {
        "Added",           "There again", "Renamed", "Region or board changed",
        "Address changed", "Closed",      "Missing", "Lines refused",
        "Days changed"};
    return std::string(words.at(static_cast<std::size_t>(kind) - 1));
}

http::Response show_imports(web::Call& call) {
    const auto imports = call.open<Organisations>().imports();
    web::Page page;
    page.name = "organisation-imports";
    page.title = "Files read in";
    page.current = "/organisations";
    const auto row = [&](const Import& import) {
        const std::string path = "/organisations/imports/" + std::to_string(import.id.value);
        return h::li(
            h::cls("row"), h::span(h::cls("mark"), web::icon("i-history")),
            h::div(h::h3(h::a(h::href(path), "As of " + base::day_text(import.as_of))),
                   h::p(h::cls("meta"), "Read in ", web::when(import.at, call.now(), call.zone()),
                        web::separator(), base::grouped(import.total), " organisations, ",
                        base::grouped(import.unchanged), " unchanged")));
    };
    page.content = h::all(
        web::crumbs({{"Organisations", "/organisations"}}), h::h1(page.title),
        imports.empty()
            ? h::div(h::cls("mt5"), h::h2(h::cls("vh"), "Files"),
                     web::empty_state("No file was read in yet",
                                      "On the machine: moothall organisations import etr.csv "
                                      "--as-of DATE.",
                                      {}))
            : h::all(h::h2(h::cls("vh"), "Files"),
                     h::div(h::cls("panel mt5"), h::ol(h::cls("rows"), h::each(imports, row)))));
    return call.page(std::move(page));
}

h::Html changes_of(const ImportReport& report, Change::Kind kind) {
    h::Html items;
    long long count = 0;
    for (const Change& change : report.changes) {
        if (change.kind != kind) continue;
        ++count;
        const std::string line = change.line > 0 ? "Line " + std::to_string(change.line) : "";
        const std::string name = change.name.empty() ? line : display_name(change.name);
        items.add(h::li(h::strong(name), change.code.empty() ? "" : " (" + change.code + ")",
                        change.words.empty() ? "" : ": " + change.words));
    }
    if (count == 0) return {};
    return h::details(
        h::cls("mt4"), h::flag("open", kind == Change::Kind::rejected),
        h::summary(words_of(kind), " ", h::span(h::cls("count"), base::grouped(count))),
        h::ul(h::cls("prose mt3"), items));
}

http::Response show_import(web::Call& call) {
    const auto report = call.open<Organisations>().import(call.id<ImportId>("import"));
    web::Page page;
    page.name = "organisation-import";
    page.title = "The list as of " + base::day_text(report.import.as_of);
    page.current = "/organisations";
    h::Html lists;
    for (const auto kind : {Change::Kind::rejected, Change::Kind::added, Change::Kind::returned,
                            Change::Kind::renamed, Change::Kind::recoded, Change::Kind::moved,
                            Change::Kind::closed, Change::Kind::redated, Change::Kind::absent}) {
        lists.add(changes_of(report, kind));
    }
    page.content = h::all(
        web::crumbs(
            {{"Organisations", "/organisations"}, {"Files read in", "/organisations/imports"}}),
        h::h1(page.title),
        h::p(h::cls("lede"), base::grouped(report.import.total), " organisations, ",
             base::grouped(report.import.unchanged), " of them unchanged."),
        lists.empty() ? h::p(h::cls("mt5"), "Nothing changed.") : lists);
    return call.page(std::move(page));
}

}  // namespace

void keeping_routes(web::Routes& site, const DirectoryPtr& directory) {
    constexpr auto keepers = web::needs(keep_organisations);
    const web::RouteOptions writing{.rate = {60}};
    site.get("/organisations/new", keepers, show_new);
    site.post("/organisations", keepers, add, writing);
    site.get("/organisations/successions", keepers, show_successions);
    site.get("/organisations/imports", keepers, show_imports);
    site.get("/organisations/imports/{import}", keepers, show_import);
    site.get("/organisations/{organisation}/succession", keepers,
             [directory](web::Call& call) { return show_succession(call, *directory); });
    site.post(
        "/organisations/{organisation}/succession", keepers,
        [directory](web::Call& call) { return succeed(call, directory); }, writing);
    site.post("/organisations/{organisation}/succession/end", keepers, end_succession, writing);
}

}  // namespace organisations
