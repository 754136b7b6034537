#include "features/networks/pages.h"

#include "features/networks/policy.h"
#include "platform/base/text.h"
#include "platform/html/tags.h"
#include "platform/web/form.h"
#include "platform/web/parts.h"

#include <algorithm>

namespace networks {

namespace h = html;

namespace {

using Kind = web::FieldFace::Kind;

const web::Form<NetworkDraft> network_form({
    {{.name = "name",
      .label = "Name",
      .hint = "Like Chief clinical information officers.",
      .required = "Enter the name of the network",
      .characters_max = name_characters_max},
     &NetworkDraft::name},
    {{.name = "short_name",
      .label = "Short name",
      .hint = "It stands in menus and lists, like CCIO.",
      .required = "Enter its short name",
      .characters_max = short_name_characters_max},
     &NetworkDraft::short_name},
    {{.name = "slug",
      .label = "Address",
      .hint = "Small letters, digits and hyphens. Left empty, it is made of the short name.",
      .characters_max = 60},
     &NetworkDraft::slug},
    {{.name = "purpose",
      .label = "Purpose",
      .kind = Kind::text,
      .hint = "What its members come together for, in a sentence.",
      .characters_max = words_characters_max},
     &NetworkDraft::purpose},
    {{.name = "glyph", .label = "Sign", .kind = Kind::choice}, &NetworkDraft::glyph},
    {{.name = "colour", .label = "Colour", .kind = Kind::choice}, &NetworkDraft::colour},
    {{.name = "who_for",
      .label = "Who it is for",
      .kind = Kind::text,
      .hint = "In words that help somebody to know whether they are meant.",
      .characters_max = words_characters_max},
     &NetworkDraft::who_for},
    {{.name = "needs", .label = "What somebody needs to join", .kind = Kind::choice},
     &NetworkDraft::needs},
    {{.name = "place", .label = "Where somebody has to work", .kind = Kind::choice},
     &NetworkDraft::place},
    {{.name = "decided_by", .label = "Who decides on those who apply", .kind = Kind::choice},
     &NetworkDraft::decided_by},
    {{.name = "panel_size",
      .label = "Members of its panel",
      .hint = "How many are elected. 0 where there is no panel.",
      .required = "Enter how many the panel has, from 0 to 40",
      .characters_max = 2},
     &NetworkDraft::panel_size},
    {{.name = "coverage",
      .label = "What the coverage tells of it",
      .kind = Kind::choice,
      .hint = "For a role that every trust should have."},
     &NetworkDraft::coverage},
});

const web::Form<AreaDraft> area_form({
    {{.name = "name",
      .label = "Name",
      .required = "Enter the name of the area",
      .characters_max = name_characters_max},
     &AreaDraft::name},
    {{.name = "slug",
      .label = "Address",
      .hint = "Small letters, digits and hyphens. Left empty, it is made of the name.",
      .characters_max = 60},
     &AreaDraft::slug},
    {{.name = "purpose",
      .label = "Purpose",
      .kind = Kind::text,
      .hint = "What is talked about here.",
      .characters_max = words_characters_max},
     &AreaDraft::purpose},
});

std::vector<web::Choice> choices_of(std::span<const Named> names) {
    std::vector<web::Choice> choices;
    for (const Named& one : names) {
        choices.push_back({std::string(one.code), std::string(one.words)});
    }
    return choices;
}

template <class Enum>
std::string code_in(std::span<const Named> names, Enum value) {
    return std::string(names[static_cast<std::size_t>(value) - 1].code);
}

NetworkDraft draft_of(const Network& network) {
    return {.slug = network.slug,
            .name = network.name,
            .short_name = network.short_name,
            .purpose = network.purpose,
            .glyph = network.glyph,
            .colour = network.colour,
            .who_for = network.who_for,
            .needs = code_in(needs(), network.needs),
            .place = code_in(places(), network.place),
            .decided_by = code_in(deciders(), network.decided_by),
            .panel_size = std::to_string(network.panel_size),
            .coverage = code_in(coverages(), network.coverage)};
}

h::Html fields_of(const web::Call& call, const NetworkDraft& draft) {
    const auto line = [&](std::string_view name) { return network_form.draw(call, name, draft); };
    const auto choice = [&](std::string_view name, std::span<const Named> names) {
        return network_form.draw(call, name, draft, choices_of(names));
    };
    return h::all(line("name"), line("short_name"), line("slug"), line("purpose"),
                  choice("glyph", glyphs()), choice("colour", colours()), line("who_for"),
                  choice("needs", needs()), choice("place", places()),
                  choice("decided_by", deciders()), line("panel_size"),
                  choice("coverage", coverages()));
}

h::Html form_to(const web::Call& call, const std::string& path, const h::Html& fields,
                std::string_view button) {
    return h::form(h::cls("form mt5"), h::attr("method", "post"), h::action(path),
                   h::flag("novalidate"), call.form_fields(), web::error_summary(call), fields,
                   h::p(h::cls("mt5"), web::submit_button(button, "Saving…")));
}

Network network_of(const web::Call& call) {
    return call.open<Networks>().network(call.part("network"));
}

// ---- about ----

std::string_view office(std::string_view role) {
    if (role == "chair") return "Chair";
    return role == "vice_chair" ? "Vice chair" : "Panel";
}

// Names of members are for members.
h::Html leading_part(const web::Call& call, const Network& network) {
    const auto networks = call.open<Networks>();
    const auto panel = network.panel_size == 0
                           ? std::string("It has no panel.")
                           : "Its panel has " +
                                 base::counted(network.panel_size, "member", "members") +
                                 ", elected for two years.";
    if (networks.mine().empty()) {
        return h::p("A chair and a vice chair lead it. " + panel);
    }
    const auto leaders = networks.leaders(network);
    return h::all(
        leaders.empty()
            ? h::p("Nobody holds an office of it yet.")
            : h::ul(h::cls("side-list mt3"),
                    h::each(leaders,
                            [](const Leader& one) {
                                return h::li(
                                    web::avatar(one.name, one.person.value, "sm"),
                                    h::div(h::p(one.name), h::p(h::cls("meta"), office(one.role))));
                            })),
        h::p(h::cls("mt3"), panel));
}

h::Html joining_part(const web::Call& call, const Network& network, const MayApply& may_apply) {
    const bool is_person = call.actor().is_person();
    const std::string path = (is_person ? "/applications/new?network=" : "/join?network=") +
                             network.slug;
    const std::string_view decided = network.decided_by == Deciders::leaders
                                         ? "Those who lead it decide."
                                         : "The community managers decide.";
    if (call.open<Networks>().belongs(network)) {
        return h::p(h::cls("flex"),
                    h::a(h::cls("btn second"), h::href(path_to(network)), "See its topics"),
                    h::a(h::cls("btn second"), h::href(path_to(network) + "/notices"),
                         "See its notices"));
    }
    if (call.actor().is_asked(network.audience)) {
        const std::string asking = "/rule/acceptance/" + std::to_string(network.audience.value);
        return h::all(h::p("You belong to it. Accept the Rule, and come in."),
                      h::p(h::cls("mt3"), h::a(h::cls("btn"), h::href(asking), "Read and accept")));
    }
    if (call.actor().is_member_of(network.audience)) {
        return h::p("You belong to it. It is closed to you for a time.");
    }
    return h::all(h::p(rule_words(network) + " " + std::string(decided)),
                  network.needs == Needs::invitation || !may_apply(call)
                      ? h::Html()
                      : h::p(h::cls("mt3"), h::a(h::cls("btn"), h::href(path), "Apply to join")));
}

h::Html keeping_part(const web::Call& call, const Network& network) {
    if (may_found(call.actor())) return {};
    const auto areas = call.open<Networks>().kept_areas(network);
    return h::section(
        h::cls("mt6"), h::attr("aria-labelledby", "keeping"),
        h::h2(h::id("keeping"), "Keeping this network"),
        h::div(h::cls("panel mt3"),
               h::ol(h::cls("rows"),
                     h::each(areas,
                             [&](const Area& area) {
                                 return h::li(
                                     h::cls("row"), h::span(h::cls("mark"), web::icon("i-topics")),
                                     h::div(h::h3(h::a(
                                                h::href(path_to(network) + "/areas/" +
                                                        std::to_string(area.id.value) + "/edit"),
                                                "Change the area ", area.name)),
                                            h::p(h::cls("meta"), area.purpose)));
                             }))),
        h::p(h::cls("flex mt3"),
             h::a(h::cls("btn second small"), h::href(path_to(network) + "/edit"),
                  "Change this network"),
             h::a(h::cls("btn second small"), h::href(path_to(network) + "/areas/new"),
                  "Add an area"),
             h::a(h::cls("btn second small"), h::href(path_to(network) + "/notices"),
                  "Notices of this network")));
}

// How much is said, to those who belong; outsiders read nothing that could tell what it is.
h::Html activity_part(const web::Call& call, const Network& network,
                      const std::vector<Activity>& activities) {
    if (!call.open<Networks>().belongs(network)) return {};
    const h::Html lines = h::each(
        activities, [&](const Activity& activity) { return activity(call, network); });
    if (lines.empty()) return {};
    return h::section(h::cls("mt6"), h::attr("aria-labelledby", "activity"),
                      h::h2(h::id("activity"), "What is going on"), lines);
}

http::Response show_about(web::Call& call, const std::vector<Activity>& activities,
                          const MayApply& may_apply) {
    const Network network = network_of(call);
    const auto networks = call.open<Networks>();
    const bool is_member = !networks.mine().empty();
    web::Page page;
    page.name = "network-about";
    page.title = "About the " + network.short_name + " network";
    page.current = is_member && networks.belongs(network) ? path_to(network) : "/networks";
    page.content = h::all(
        web::crumbs({{"Networks", "/networks"}}),
        h::h1(h::cls("titled"), sign_of(network), network.name),
        h::p(h::cls("lede"), network.purpose),
        h::section(h::cls("mt6"), h::attr("aria-labelledby", "for"),
                   h::h2(h::id("for"), "Who it is for"),
                   h::when(!network.who_for.empty(), [&] { return h::p(network.who_for); }),
                   h::div(h::cls("mt3"), joining_part(call, network, may_apply))),
        h::section(h::cls("mt6"), h::attr("aria-labelledby", "leads"),
                   h::h2(h::id("leads"), "Who leads it"), leading_part(call, network),
                   h::when(is_member,
                           [&] {
                               return h::p(
                                   h::cls("meta mt3"),
                                   base::counted(networks.members(network), "member", "members"));
                           })),
        activity_part(call, network, activities), keeping_part(call, network));
    return call.page(std::move(page));
}

// ---- founding and changing ----

http::Response show_new(web::Call& call) {
    const NetworkDraft empty{.glyph = "network",
                             .colour = "teal",
                             .needs = "role",
                             .place = "care-provider",
                             .decided_by = "leaders",
                             .panel_size = "8",
                             .coverage = "none"};
    web::Page page;
    page.name = "network-new";
    page.title = "Found a network";
    page.current = "/networks";
    page.content = h::all(web::crumbs({{"Networks", "/networks"}}), h::h1(page.title),
                          h::p(h::cls("lede"), "It is there at once. Give it an area after that."),
                          form_to(call, "/networks", fields_of(call, empty), "Found it"));
    return call.page(std::move(page));
}

http::Response found(web::Call& call) {
    const auto founded = network_form.submit(
        call, [&](const NetworkDraft& draft) { return call.open<Networks>().found(draft); });
    if (!founded) return call.again(show_new, founded.error());
    return call.redirect(path_to(*founded) + "/areas/new", "The network is there. Now an area.");
}

http::Response show_edit(web::Call& call) {
    const Network network = network_of(call);
    web::Page page;
    page.name = "network-edit";
    page.title = "Change the " + network.short_name + " network";
    page.current = "/networks";
    page.content = h::all(
        web::crumbs(
            {{"Networks", "/networks"}, {network.short_name + " network", about_path(network)}}),
        h::h1(page.title),
        form_to(call, path_to(network), fields_of(call, draft_of(network)), "Save changes"));
    return call.page(std::move(page));
}

http::Response change(web::Call& call) {
    const Network network = network_of(call);
    const auto changed = network_form.submit(call, [&](const NetworkDraft& draft) {
        return call.open<Networks>().change(network, draft);
    });
    if (!changed) return call.again(show_edit, changed.error());
    return call.redirect(about_path(*changed), "Saved.");
}

http::Response show_new_area(web::Call& call) {
    const Network network = network_of(call);
    web::Page page;
    page.name = "area-new";
    page.title = "Add an area";
    page.current = "/networks";
    page.content = h::all(web::crumbs({{"Networks", "/networks"},
                                       {network.short_name + " network", about_path(network)}}),
                          h::h1(page.title),
                          h::p(h::cls("lede"), "Where its members talk of one matter."),
                          form_to(call, path_to(network) + "/areas",
                                  area_form.draw_all(call, AreaDraft{}), "Add it"));
    return call.page(std::move(page));
}

http::Response open_area(web::Call& call) {
    const Network network = network_of(call);
    const auto opened = area_form.submit(call, [&](const AreaDraft& draft) {
        return call.open<Networks>().open_area(network, draft);
    });
    if (!opened) return call.again(show_new_area, opened.error());
    return call.redirect(about_path(network), "The area is there.");
}

Area kept_area(const web::Call& call, const Network& network) {
    const auto areas = call.open<Networks>().kept_areas(network);
    const auto found = std::ranges::find(areas, call.id<AreaId>("area_id"), &Area::id);
    if (found == areas.end()) throw base::NotFound();
    return *found;
}

std::string path_to_kept(const Network& network, const Area& area) {
    return path_to(network) + "/areas/" + std::to_string(area.id.value);
}

http::Response show_edit_area(web::Call& call) {
    const Network network = network_of(call);
    const Area area = kept_area(call, network);
    const AreaDraft now{area.slug, area.name, area.purpose};
    web::Page page;
    page.name = "area-edit";
    page.title = "Change the area " + area.name;
    page.current = "/networks";
    page.content = h::all(
        web::crumbs(
            {{"Networks", "/networks"}, {network.short_name + " network", about_path(network)}}),
        h::h1(page.title),
        form_to(call, path_to_kept(network, area), area_form.draw_all(call, now), "Save changes"));
    return call.page(std::move(page));
}

http::Response change_area(web::Call& call) {
    const Network network = network_of(call);
    const Area area = kept_area(call, network);
    const auto changed = area_form.submit(call, [&](const AreaDraft& draft) {
        return call.open<Networks>().change_area(network, area.id, draft);
    });
    if (!changed) return call.again(show_edit_area, changed.error());
    return call.redirect(about_path(network), "Saved.");
}

}  // namespace

void routes(web::Routes& site, const std::vector<Activity>& activities,
            const MayApply& may_apply) {
    const auto keepers = web::needs(found_networks);
    const web::RouteOptions writing{.rate = {30}};
    site.get("/networks/new", keepers, show_new);
    site.post("/networks", keepers, found, writing);
    site.get("/networks/{network}/about", web::anyone,
             [activities, may_apply](web::Call& call) {
                 return show_about(call, activities, may_apply);
             });
    site.get("/networks/{network}/edit", keepers, show_edit);
    site.post("/networks/{network}", keepers, change, writing);
    site.get("/networks/{network}/areas/new", keepers, show_new_area);
    site.post("/networks/{network}/areas", keepers, open_area, writing);
    site.get("/networks/{network}/areas/{area_id}/edit", keepers, show_edit_area);
    site.post("/networks/{network}/areas/{area_id}", keepers, change_area, writing);
}

}  // namespace networks
