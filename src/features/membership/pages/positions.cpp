#include "features/membership/pages.h"

#include "platform/base/text.h"
#include "platform/html/tags.h"
#include "platform/web/form.h"
#include "platform/web/parts.h"

#include <algorithm>

namespace membership {

namespace h = html;

namespace {

using organisations::display_name;

base::Day today(const web::Call& call) {
    return base::day_of(call.zone().local(call.now()));
}

std::string path_to(PositionId id) {
    return "/positions/" + std::to_string(id.value);
}

const web::Form<PositionDraft> position_form({
    {{.name = "organisation",
      .label = "Organisation",
      .kind = web::FieldFace::Kind::hidden,
      .required = "Choose the organisation you work for"},
     &PositionDraft::organisation},
    {{.name = "network",
      .label = "Network",
      .kind = web::FieldFace::Kind::choice,
      .hint = "The one for people in this role.",
      .required = "Choose the network of your role"},
     &PositionDraft::network},
    {{.name = "title",
      .label = "Title of your role",
      .hint = "Like chief clinical information officer.",
      .required = "Enter the title of your role",
      .characters_max = title_characters_max},
     &PositionDraft::title},
    {{.name = "began",
      .label = "First day",
      .hint = "Like 2026-04-01.",
      .required = "Enter the first day",
      .characters_max = 10},
     &PositionDraft::began},
    {{.name = "evidence",
      .label = "What shows it",
      .kind = web::FieldFace::Kind::text,
      .hint = "A page of your organisation that names you, or who can vouch for it. Only those who "
              "lead the network read this, and it is deleted once they have decided.",
      .characters_max = evidence_characters_max},
     &PositionDraft::evidence},
});

const web::Form<EndingDraft> ending_form({
    {{.name = "on",
      .label = "Last day",
      .hint = "Like 2027-03-31.",
      .required = "Enter the last day",
      .characters_max = 10},
     &EndingDraft::on},
});

const web::Form<RefusalDraft> refusal_form = reason_form("Why not",
                                                         "They read this. Say what is missing.");

// ---- mine ----

std::string years(const Position& position) {
    const std::string from = "From " + base::day_text(position.began);
    return position.ended ? from + " to " + base::day_text(*position.ended) : from;
}

h::Html state_of(const Position& position) {
    if (position.waits()) return h::span(h::cls("pill"), "Waits to be verified");
    if (!position.is_verified) return h::span(h::cls("pill"), "Refused");
    return h::span(h::cls("pill new"), position.ended ? "Was verified" : "Verified");
}

// Who has read what shows it; the evidence itself is deleted once it is decided.
h::Html views_of(const web::Call& call, const Position& position,
                 const std::vector<PositionView>& views) {
    return h::each(views, [&](const PositionView& view) {
        if (view.position != position.id) return h::Html();
        return h::p(h::cls("meta"), "Read by ", name_of(view.person_name), " ",
                    moment_of(call, view.at));
    });
}

h::Html own_row(const web::Call& call, const Position& position,
                const std::vector<PositionView>& views) {
    const bool may_end = !position.ended && (position.waits() || position.is_verified);
    return h::li(h::cls("row"), h::span(h::cls("mark"), web::icon("i-place")),
                 h::div(h::h3(position.title + ", " + display_name(position.organisation_name)),
                        h::p(h::cls("meta"), position.network_name + " network", web::separator(),
                             years(position)),
                        h::when(!position.reason.empty(),
                                [&] { return h::p(h::cls("snip"), "Why not: ", position.reason); }),
                        h::when(may_end,
                                [&] {
                                    return h::p(h::cls("meta"),
                                                h::a(h::href(path_to(position.id) + "/end"),
                                                     "I have left this role"));
                                }),
                        views_of(call, position, views)),
                 h::div(h::cls("end"), state_of(position)));
}

h::Html nothing_said() {
    return web::empty_state("You have not said where you work",
                            "Say it once. Those who lead your network verify it.",
                            h::a(h::cls("btn second small"), h::href("/positions/new"),
                                 "Say where you work"));
}

h::Html nothing_asked() {
    return web::empty_state("You are here as a sponsor’s contact",
                            "Those who lead a network verify where its members work: nothing is "
                            "asked of you.",
                            {});
}

http::Response show_mine(web::Call& call) {
    const auto positions = call.open<Membership>().mine();
    const bool may_add = !call.open<Roll>().is_sponsor_contact();
    const auto views = call.open<Membership>().views();
    const auto row = [&](const Position& position) { return own_row(call, position, views); };
    web::Page page;
    page.name = "positions";
    page.title = "Where you work";
    page.current = "/positions";
    page.content = h::all(
        h::h1(page.title),
        h::p(h::cls("lede"),
             "Your role and organisation, so that your network knows who leads where."),
        h::h2(h::cls("vh"), "Your positions"),
        h::div(h::cls("mt5"),
               positions.empty()
                   ? (may_add ? nothing_said() : nothing_asked())
                   : h::div(h::cls("panel"), h::ol(h::cls("rows"), h::each(positions, row)))),
        h::when(!positions.empty() && may_add, [] {
            return h::p(h::cls("mt5"), h::a(h::cls("btn second"), h::href("/positions/new"),
                                            "Add another position"));
        }));
    return call.page(std::move(page));
}

// ---- a new one ----

http::Response show_new(web::Call& call, organisations::Directory& directory) {
    if (call.open<Roll>().is_sponsor_contact()) throw base::NotFound();
    const PositionDraft empty;
    const auto offered = organisations::picker(call, directory, "organisation");
    web::Page page;
    page.name = "position-new";
    page.title = "Say where you work";
    page.current = "/positions";
    page.content = h::all(
        web::crumbs({{"Where you work", "/positions"}}), h::h1(page.title),
        h::form(h::cls("form mt5"), h::attr("method", "post"), h::action("/positions"),
                h::flag("novalidate"), call.form_fields(),
                web::enter_button("Send it to be verified"), web::error_summary(call),
                organisations::picker_part(
                    call, offered, {"/positions/new", "/positions", "Search your organisation"},
                    {.name = offered.field, .label = "Organisation"}),
                position_form.draw(call, "network", empty, network_choices(call)),
                position_form.draw(call, "title", empty), position_form.draw(call, "began", empty),
                position_form.draw(call, "evidence", empty),
                h::p(h::cls("mt5"), web::submit_button("Send it to be verified", "Sending…"))));
    return call.page(std::move(page));
}

http::Response claim(web::Call& call, const organisations::DirectoryPtr& directory) {
    const auto page = [directory](web::Call& again) { return show_new(again, *directory); };
    if (organisations::is_search(call)) return call.again(page, web::Refused{});
    const auto claimed = position_form.submit(
        call, [&](const PositionDraft& draft) { return call.open<Membership>().claim(draft); });
    if (!claimed) return call.again(page, claimed.error());
    return call.redirect("/positions", "Sent. Those who lead the network will verify it.");
}

// ---- the end of one ----

Position own_position(const web::Call& call) {
    auto position = call.open<Membership>().position(call.id<PositionId>("position"));
    if (position.person != call.actor().id()) throw base::NotFound();
    return position;
}

http::Response show_ending(web::Call& call) {
    const Position position = own_position(call);
    const EndingDraft begun{.on = base::iso_day(today(call))};
    web::Page page;
    page.name = "position-end";
    page.title = "When did you leave?";
    page.current = "/positions";
    page.content = h::all(
        web::crumbs({{"Where you work", "/positions"}}), h::h1(page.title),
        h::p(h::cls("lede"), position.title + ", " + display_name(position.organisation_name)),
        form_to(call, path_to(position.id) + "/end", ending_form.draw_all(call, begun),
                "Save the last day"));
    return call.page(std::move(page));
}

http::Response end(web::Call& call) {
    const Position position = own_position(call);
    const auto ended = ending_form.submit(call, [&](const EndingDraft& draft) {
        return call.open<Membership>().end(position, draft);
    });
    if (!ended) return call.again(show_ending, ended.error());
    return call.redirect(
        "/positions", "Saved. Say where you work now, or you are an alumna or alumnus in 90 days.");
}

// ---- for those who decide ----

h::Html card(const web::Call& call, const Position& position) {
    const std::string path = path_to(position.id);
    const std::string of = " the position of " + position.person_name;
    return h::li(h::cls("panel pad card"), h::h3(h::cls("t-s"), name_of(position.person_name)),
                 clock_of(call, position.claimed),
                 h::div(h::cls("grid2 mt4"),
                        h::dl(h::cls("facts"), fact("Role", position.title),
                              fact("Organisation", display_name(position.organisation_name)),
                              fact("Time", years(position))),
                        h::p(position.evidence.empty() ? "Nothing was said of what shows it."
                                                       : "What shows it: " + position.evidence)),
                 h::form(h::cls("flex mt4"), h::attr("method", "post"),
                         h::action(path + "/verification"), call.token_field(),
                         h::button(h::cls("btn"), h::attr("type", "submit"),
                                   h::attr("data-key", "a"), "Verify", web::hidden_text(of)),
                         h::a(h::cls("btn second"), h::href(path + "/refusal"),
                              h::attr("data-key", "x"), "Refuse", web::hidden_text(of))));
}

// One part a network, in the order of the networks.
h::Html queue_of(const web::Call& call, const std::vector<Position>& waiting,
                 const networks::Network& network) {
    std::vector<Position> those;
    for (const Position& one : waiting) {
        if (one.network == network.id) those.push_back(one);
    }
    if (those.empty()) return {};
    const std::string id = "queue-" + network.slug;
    const auto count = static_cast<long long>(those.size());
    return h::section(
        h::cls("mt6"), h::attr("aria-labelledby", id),
        h::h2(h::cls("titled"), h::id(id), networks::sign_of(network),
              network.short_name + ": " + base::counted(count, "position", "positions")),
        h::ol(h::cls("stack cards mt3"),
              h::each(those, [&](const Position& one) { return card(call, one); })));
}

h::Html queues(const web::Call& call, const std::vector<Position>& waiting) {
    if (waiting.empty()) {
        return h::div(
            h::cls("mt5"), h::h2(h::cls("vh"), "Waiting"),
            web::empty_state("Nothing waits", "Whoever says where they work appears here.",
                             h::a(h::cls("btn second small"), h::href("/"), "Today")));
    }
    const auto all = call.open<networks::Networks>().all();
    return h::all(
        h::p(h::cls("meta wide"), "Keys: J and K go from one to the next, A verifies, X refuses."),
        h::each(all, [&](const networks::Network& network) {
            return queue_of(call, waiting, network);
        }));
}

http::Response show_waiting(web::Call& call) {
    if (!decides_anywhere(call.actor())) throw base::NotFound();
    const auto waiting = call.open<Membership>().waiting();
    if (!waiting.empty()) {
        call.afterwards(
            [waiting](const record::Floor& floor) { Membership(floor).note_views(waiting); });
    }
    web::Page page;
    page.name = "positions-waiting";
    page.title = "Positions to verify";
    page.current = "/positions/waiting";
    page.content = h::all(
        h::h1(page.title),
        h::p(h::cls("lede"), "Is this person in this role, at this organisation? Oldest first."),
        queues(call, waiting));
    return call.page(std::move(page));
}

Position deciding_position(const web::Call& call) {
    auto position = call.open<Membership>().position(call.id<PositionId>("position"));
    if (!call.actor().may(verify_positions, position.audience)) throw base::NotFound();
    return position;
}

http::Response verify(web::Call& call) {
    const Position position = deciding_position(call);
    const auto verified = call.open<Membership>().verify(position);
    return call.redirect("/positions/waiting", verified ? position.person_name + " is verified."
                                                        : verified.error().sentence);
}

http::Response show_refusal(web::Call& call) {
    const Position position = deciding_position(call);
    web::Page page;
    page.name = "position-refusal";
    page.title = "Refuse this position?";
    page.current = "/positions/waiting";
    page.content = h::all(
        web::crumbs({{"Positions to verify", "/positions/waiting"}}), h::h1(page.title),
        h::p(h::cls("lede"), name_of(position.person_name), ": " + position.title + ", " +
                                 display_name(position.organisation_name)),
        h::when(!position.waits(),
                [] { return h::p(h::cls("notice info"), "Somebody has decided it already."); }),
        form_to(call, path_to(position.id) + "/refusal", refusal_form.draw_all(call, {}),
                "Refuse it"));
    return call.page(std::move(page));
}

http::Response refuse(web::Call& call) {
    const Position position = deciding_position(call);
    const auto refused = refusal_form.submit(call, [&](const RefusalDraft& draft) {
        return call.open<Membership>().refuse(position, draft);
    });
    if (!refused) return call.again(show_refusal, refused.error());
    return call.redirect("/positions/waiting", "Refused. They read your reason.");
}

}  // namespace

void position_routes(web::Routes& site, const organisations::DirectoryPtr& directory) {
    using web::signed_in;
    const web::RouteOptions writing{.rate = {30}};
    site.get("/positions", signed_in, show_mine);
    site.get("/positions/new", signed_in,
             [directory](web::Call& call) { return show_new(call, *directory); });
    site.post(
        "/positions", signed_in, [directory](web::Call& call) { return claim(call, directory); },
        writing);
    site.get("/positions/waiting", signed_in, show_waiting);
    site.get("/positions/{position}/end", signed_in, show_ending);
    site.post("/positions/{position}/end", signed_in, end, writing);
    site.post("/positions/{position}/verification", signed_in, verify, {.rate = {120}});
    site.get("/positions/{position}/refusal", signed_in, show_refusal);
    site.post("/positions/{position}/refusal", signed_in, refuse, {.rate = {120}});
}

}  // namespace membership
