#include "features/offices/pages.h"

#include "features/offices/facts.h"
#include "features/offices/policy.h"
#include "platform/base/text.h"
#include "platform/html/tags.h"
#include "platform/kit/history_list.h"
#include "platform/web/form.h"
#include "platform/web/parts.h"

#include <map>

namespace offices {

namespace h = html;

namespace {

using Kind = web::FieldFace::Kind;

const std::string list_path = "/admin/offices";

const web::Form<AppointmentDraft> appointment_form({
    {{.name = "office", .label = "Office", .kind = Kind::choice, .required = "Choose the office"},
     &AppointmentDraft::office},
    {{.name = "network",
      .label = "Network",
      .kind = Kind::choice,
      .hint = "None for an office of the whole community."},
     &AppointmentDraft::network},
});

const web::Form<AppointmentDraft> confirmation_form({
    {{.name = "office", .label = "Office", .kind = Kind::hidden}, &AppointmentDraft::office},
    {{.name = "network", .label = "Network", .kind = Kind::hidden}, &AppointmentDraft::network},
});

const web::Form<EndingDraft> ending_form({
    {{.name = "reason",
      .label = "Why it ends",
      .kind = Kind::text,
      .hint = "They read this in a letter, and on the page of their offices.",
      .required = "Say why, in a sentence they can use",
      .characters_max = reason_characters_max},
     &EndingDraft::reason},
});

std::string path_to(PersonId person) {
    return list_path + "/people/" + std::to_string(person.value);
}

std::string path_to_end(const Held& held) {
    return list_path + "/" + std::to_string(held.id.value) + "/end";
}

h::Html day_of(const web::Call& call, base::Instant at) {
    return h::time(h::attr("datetime", base::iso_utc(at)),
                   base::day_text(base::day_of(call.zone().local(at))));
}

// "Since 4 May 2027, by Ann Lee."
h::Html since_words(const web::Call& call, const Held& one) {
    if (!one.since) return h::all("Since the set-up, or longer than is known.");
    return h::all("Since ", day_of(call, *one.since),
                  one.by_name.empty() ? "." : ", by " + one.by_name + ".");
}

// ---- who holds which ----

h::Html way_to_end(const web::Call& call, const Held& one) {
    if (!call.open<Offices>().ends(one)) return {};
    return h::a(h::cls("btn second small"), h::href(path_to_end(one)), "End",
                web::hidden_text(" that " + one.person_name + " is " + one.title()));
}

h::Html holder_row(const web::Call& call, const Held& one) {
    return h::li(
        h::cls("person"), web::avatar(one.person_name, one.person.value, "lg"),
        h::div(h::h3(h::a(h::href(path_to(one.person)), one.person_name)),
               h::p(face_of(one.office).words), h::p(h::cls("meta"), since_words(call, one))),
        h::div(h::cls("act"), way_to_end(call, one)));
}

// The community first, then its networks by name; in each, those who decide most first.
h::Html holders_part(const web::Call& call, const std::vector<Held>& held) {
    std::map<std::string, std::vector<Held>> places;
    for (const OfficeFace& face : offices()) {
        for (const Held& one : held) {
            if (one.office != face.office) continue;
            places[one.network ? one.network->short_name : ""].push_back(one);
        }
    }
    return h::each(places, [&](const auto& place) {
        const auto& [network, holders] = place;
        const auto row = [&](const Held& one) { return holder_row(call, one); };
        return h::section(
            h::cls("mt5"), h::h2(network.empty() ? "The whole community" : network + " network"),
            h::div(h::cls("panel mt3"), h::ul(h::cls("people"), h::each(holders, row))));
    });
}

h::Html search_form(std::string_view words) {
    return h::form(h::cls("search large mt4"), h::attr("role", "search"),
                   h::attr("aria-label", "Find somebody to appoint"), h::action(list_path),
                   web::icon("i-search"),
                   h::label(h::cls("vh"), h::attr("for", "who"), "Name or email address"),
                   h::input(h::id("who"), h::attr("name", "words"), h::attr("type", "search"),
                            h::attr("value", words), h::attr("maxlength", "100"),
                            h::attr("placeholder", "Name or email address")),
                   h::button(h::cls("btn"), h::attr("type", "submit"), "Find"));
}

h::Html found_part(const web::Call& call, std::string_view words) {
    if (words.empty()) return {};
    const auto found = call.open<Offices>().found_by(words);
    if (found.empty()) {
        return h::p(h::cls("mt3"), h::attr("role", "status"),
                    "Nobody has that name or address. Part of a name is enough; of an address, all "
                    "of it is needed.");
    }
    const auto row = [](const Candidate& one) {
        return h::li(h::cls("person"), web::avatar(one.name, one.person.value, "lg"),
                     h::div(h::h3(h::a(h::href(path_to(one.person)), one.name)),
                            h::p(h::cls("meta"), one.role_line)));
    };
    return h::div(h::cls("panel mt3"), h::ul(h::cls("people"), h::each(found, row)));
}

http::Response show_offices(web::Call& call) {
    const auto held = call.open<Offices>().held();
    const std::string words = base::trim(call.query().get("words"));
    web::Page page;
    page.name = "offices";
    page.title = "Offices";
    page.current = list_path;
    page.content = h::all(
        h::h1(page.title),
        h::p(h::cls("lede"),
             "Who holds which, since when and on whose word. An office opens to "
             "whoever signs in with two factors."),
        h::section(h::cls("mt5"), h::attr("aria-labelledby", "appoint"),
                   h::h2(h::id("appoint"), "Appoint somebody"), search_form(words),
                   found_part(call, words)),
        held.empty() ? h::p(h::cls("mt5"), "Nobody holds an office.") : holders_part(call, held));
    return call.page(std::move(page));
}

// ---- one person ----

web::Page page_below(const Candidate& person, std::string name, std::string title) {
    web::Page page;
    page.name = std::move(name);
    page.title = std::move(title);
    page.current = list_path;
    page.content = h::all(
        web::crumbs({{"Offices", list_path}, {person.name, path_to(person.person)}}),
        h::h1(page.title));
    return page;
}

h::Html held_row(const Held& one, const h::Html& words, const h::Html& end) {
    return h::li(h::cls("row"), h::span(h::cls("mark"), web::icon("i-key")),
                 h::div(h::h3(one.title()), words), h::div(h::cls("end"), end));
}

// What they hold themselves, for those who may end it.
h::Html held_part(const web::Call& call, const std::vector<Held>& held) {
    if (held.empty()) return {};
    const auto row = [&](const Held& one) {
        return held_row(one, h::p(h::cls("meta"), since_words(call, one)), way_to_end(call, one));
    };
    return h::section(h::cls("mt5"), h::attr("aria-labelledby", "held"),
                      h::h2(h::id("held"), "Holds"),
                      h::div(h::cls("panel mt3"), h::ul(h::cls("rows"), h::each(held, row))));
}

std::vector<web::Choice> office_choices(const web::Call& call) {
    std::vector<web::Choice> choices = {{"", "Choose"}};
    for (const OfficeFace& face : offices()) {
        if (may_give(call.actor(), face.office)) continue;
        choices.push_back({std::string(face.role), std::string(face.words)});
    }
    return choices;
}

std::vector<web::Choice> network_choices(const web::Call& call) {
    std::vector<web::Choice> choices = {{"", "None"}};
    for (const auto& network : call.open<networks::Networks>().all()) {
        choices.push_back({network.slug, network.name});
    }
    return choices;
}

h::Html past_part(const web::Call& call, const std::vector<Past>& past) {
    if (past.empty()) return {};
    return h::section(
        h::cls("mt6"), h::attr("aria-labelledby", "past"), h::h2(h::id("past"), "Ended"),
        h::div(h::cls("panel mt3"),
               h::ol(h::cls("rows"), h::each(past, [&](const Past& one) {
                         return h::li(h::cls("setting"),
                                      h::div(h::p(h::strong(title_of(one.office, one.network))),
                                             h::p(h::cls("meta"), "Reason: ", one.why)),
                                      h::p(h::cls("meta"), "Until ", day_of(call, one.ended)));
                     }))));
}

h::Html history_part(const web::Call& call, PersonId person) {
    const auto facts = call.open<Offices>().history(person);
    if (facts.empty()) return {};
    return h::section(
        h::cls("mt6"), h::attr("aria-labelledby", "happened"),
        h::h2(h::id("happened"), "What happened"),
        h::div(h::cls("mt3"), kit::history_list(call, facts, tellings, [](const record::ToldFact&) {
                   return std::string();
               })));
}

http::Response show_person(web::Call& call) {
    const auto offices = call.open<Offices>();
    const auto person = offices.candidate(call.id<PersonId>("person"));
    const auto held = offices.held_by(person.person);
    web::Page page;
    page.name = "offices-person";
    page.title = person.name;
    page.current = list_path;
    page.content = h::all(
        web::crumbs({{"Offices", list_path}}), h::h1(page.title),
        h::p(h::cls("lede"), person.role_line), held_part(call, held),
        h::section(h::cls("mt6"), h::attr("aria-labelledby", "appoint"),
                   h::h2(h::id("appoint"), "Appoint them"),
                   h::form(h::cls("form mt3"), h::action(path_to(person.person) + "/appointment"),
                           appointment_form.draw(call, "office", {}, office_choices(call)),
                           appointment_form.draw(call, "network", {}, network_choices(call)),
                           h::p(web::submit_button("Go on", "One moment…")))),
        past_part(call, offices.past_of(person.person)), history_part(call, person.person));
    return call.page(std::move(page));
}

// ---- appointing ----

h::Html confirmation(const web::Call& call, const Candidate& person, const Plan& plan,
                     const AppointmentDraft& draft) {
    return h::all(
        h::p(h::cls("lede"), person.name, " would be ", h::strong(plan.title()), "."),
        h::div(h::cls("notice mt5"), web::icon("i-key"),
               h::div(h::p(h::strong("What it opens. "), face_of(plan.office).opens),
                      h::p("It opens to two factors: they sign in with a passkey, or with a code "
                           "besides. A letter tells them."))),
        h::form(h::cls("form mt5"), h::attr("method", "post"),
                h::action(path_to(person.person) + "/appointment"), call.form_fields(),
                web::error_summary(call), confirmation_form.draw_all(call, draft),
                h::p(h::cls("flex"), web::submit_button("Appoint them", "Saving…"),
                     h::a(h::cls("btn second"), h::href(path_to(person.person)), "Choose again"))));
}

h::Html impossible(const Candidate& person, const base::Refusal& refusal) {
    return h::all(
        h::div(h::cls("notice warn mt5"), web::icon("i-warn"),
               h::div(h::p(refusal.sentence, refusal.sentence.ends_with('.') ? "" : "."))),
        h::p(h::cls("mt5"),
             h::a(h::cls("btn second"), h::href(path_to(person.person)), "Choose again")));
}

http::Response show_appointment(web::Call& call) {
    const auto offices = call.open<Offices>();
    const auto person = offices.candidate(call.id<PersonId>("person"));
    const AppointmentDraft draft{call.typed("office", call.query().get("office")),
                                 call.typed("network", call.query().get("network"))};
    const auto plan = offices.plan(person.person, draft);
    web::Page page = page_below(person, "appointment", "Appoint " + person.name);
    page.content.add(plan ? confirmation(call, person, *plan, draft)
                          : impossible(person, plan.error()));
    return call.page(std::move(page));
}

http::Response appoint(web::Call& call) {
    const auto person = call.open<Offices>().candidate(call.id<PersonId>("person"));
    const auto done = confirmation_form.submit(call, [&](const AppointmentDraft& draft) {
        return call.open<Offices>().appoint(person.person, draft);
    });
    if (!done) return call.again(show_appointment, done.error());
    return call.redirect(path_to(*done), "They hold the office. A letter tells them.");
}

// ---- ending ----

Held held_in(const web::Call& call) {
    auto held = call.open<Offices>().held(call.id<OfficeId>("office"));
    if (!call.open<Offices>().ends(held)) throw base::NotFound();
    return held;
}

http::Response show_end(web::Call& call) {
    const Held held = held_in(call);
    web::Page page = page_below({held.person, held.person_name, ""}, "office-end",
                                "End the office of " + held.person_name);
    page.content.add(h::all(
        h::p(h::cls("lede"), held.title(), ". ", since_words(call, held)),
        h::form(h::cls("form mt5"), h::attr("method", "post"), h::action(path_to_end(held)),
                h::flag("novalidate"), call.form_fields(), web::error_summary(call),
                ending_form.draw_all(call, {}),
                h::p(h::cls("flex"),
                     h::button(h::cls("btn danger"), h::attr("type", "submit"), "End their office"),
                     h::a(h::cls("btn second"), h::href(path_to(held.person)), "Go back")))));
    return call.page(std::move(page));
}

http::Response end(web::Call& call) {
    const Held held = held_in(call);
    const auto ended = ending_form.submit(
        call, [&](const EndingDraft& draft) { return call.open<Offices>().end(held, draft); });
    if (!ended) return call.again(show_end, ended.error());
    // Who has ended their own may not see the list any more.
    const bool is_own = *ended == call.actor().id();
    return call.redirect(is_own ? "/offices" : list_path, "The office has ended.");
}

// ---- one's own ----

h::Html own_part(const web::Call& call, const std::vector<Held>& held) {
    if (held.empty()) {
        return web::empty_state(
            "You hold no office", "A letter tells you when you are appointed to one.",
            h::a(h::cls("btn second small"), h::href("/networks"), "See who leads the networks"));
    }
    const auto row = [&](const Held& one) {
        return held_row(one,
                        h::all(h::p(h::cls("meta"), since_words(call, one)),
                               h::p(h::cls("snip"), "What it opens: ", face_of(one.office).opens)),
                        {});
    };
    return h::div(h::cls("panel"), h::ul(h::cls("rows"), h::each(held, row)));
}

constexpr std::string_view two_factors =
    "An office opens to two factors: a passkey, or a code from an app besides.";

http::Response show_own(web::Call& call) {
    const auto offices = call.open<Offices>();
    const auto held = offices.mine();
    web::Page page;
    page.name = "own-offices";
    page.title = "Your offices";
    page.current = "/offices";
    page.content = h::all(
        h::h1(page.title), h::p(h::cls("lede"), two_factors), h::h2(h::cls("vh"), "What you hold"),
        h::div(h::cls("mt5"), own_part(call, held)),
        h::when(call.actor().is_office_closed(),
                [] {
                    return h::p(h::cls("mt3"), h::a(h::cls("btn"), h::href("/sign-in/confirmation"),
                                                    "Open your office"));
                }),
        past_part(call, offices.my_past()));
    return call.page(std::move(page));
}

}  // namespace

void routes(web::Routes& site) {
    const auto appointers = web::needs(appoint_leaders);
    const web::RouteOptions writing{.rate = {60}};
    site.get("/admin/offices", appointers, show_offices);
    site.get("/admin/offices/people/{person}", appointers, show_person);
    site.get("/admin/offices/people/{person}/appointment", appointers, show_appointment);
    site.post("/admin/offices/people/{person}/appointment", appointers, appoint, writing);
    site.get("/admin/offices/{office}/end", appointers, show_end);
    site.post("/admin/offices/{office}/end", appointers, end, writing);
    site.get("/offices", web::signed_in, show_own);
}

std::vector<web::MenuEntry> menu(web::Call& call) {
    using Section = web::MenuEntry::Section;
    if (!call.actor().may(appoint_leaders)) return {};
    return {{.section = Section::foot, .label = "Offices", .path = list_path, .icon = "i-key"}};
}

std::vector<kit::TodayPart> today(web::Call& call) {
    const auto held = call.open<Offices>().mine();
    if (held.empty()) return {};
    kit::TodayPart part{.place = kit::TodayPart::Place::rail};
    part.html = h::section(
        h::attr("aria-labelledby", "of"),
        h::div(h::cls("sec-h"), h::h2(h::id("of"), "You hold"),
               h::a(h::cls("more"), h::href("/offices"), "Your offices")),
        h::ul(h::cls("side-list"), h::each(held,
                                           [&](const Held& one) {
                                               return h::li(h::div(
                                                   h::h3(one.title()),
                                                   h::p(h::cls("meta"), since_words(call, one))));
                                           })),
        h::p(h::cls("meta"), two_factors));
    return {std::move(part)};
}

}  // namespace offices
