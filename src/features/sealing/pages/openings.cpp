#include "features/sealing/pages.h"

#include "features/sealing/policy.h"
#include "platform/base/text.h"
#include "platform/crypto/phrase.h"
#include "platform/html/tags.h"
#include "platform/kit/today.h"
#include "platform/web/form.h"
#include "platform/web/parts.h"

#include <algorithm>

namespace sealing {

namespace h = html;

namespace {

using FieldKind = web::FieldFace::Kind;

const web::FieldFace own_phrase{.name = "phrase",
                                .label = "The phrase of your key",
                                .hint =
                                    "All twelve words. They are used for this, and kept "
                                    "nowhere.",
                                .required = "Type the phrase of your key",
                                .characters_max = crypto::phrase_characters_max,
                                .autocomplete = "off"};

const web::Form<AskDraft> ask_form({
    {{.name = "ground",
      .label = "The ground",
      .kind = FieldKind::choice,
      .required = "Choose the ground"},
     &AskDraft::ground},
    {{.name = "words",
      .label = "Why",
      .kind = FieldKind::text,
      .hint = "The second officer reads this, and the author once the name is open.",
      .required = "Say why: the author will read it",
      .characters_max = words_characters_max},
     &AskDraft::words},
    {own_phrase, &AskDraft::phrase},
});

const web::Form<AgreementDraft> agreement_form({{own_phrase, &AgreementDraft::phrase}});

const web::Form<DeclineDraft> decline_form({
    {{.name = "reason",
      .label = "Why not",
      .kind = FieldKind::text,
      .hint = "Other officers read this.",
      .required = "Say why not",
      .characters_max = reason_characters_max},
     &DeclineDraft::reason},
});

std::string state_words(const Opening& one) {
    switch (one.state) {
        case State::waits: return "waits for a second officer";
        case State::opened: return one.is_own ? "opened: an officer’s own" : "opened";
        case State::declined: return "declined";
        case State::lapsed: return "lapsed";
        case State::moved: return "could not be opened";
    }
    return {};
}

// ---- asking ----

http::Response show_name(web::Call& call) {
    const auto openings = call.open<Openings>();
    const auto name = openings.name(call.id<NameId>("sealed_name"));
    const auto earlier = openings.of(name.id);
    const AskDraft any{.ground = "law", .words = "Why", .phrase = {}};
    const auto refusal = may_ask(call.actor(), any, earlier);
    std::vector<web::Choice> choices = {{"", "Choose"}};
    for (const GroundFace& face : grounds()) {
        choices.push_back({std::string(face.code), std::string(face.words)});
    }
    web::Page page;
    page.name = "sealed-name";
    page.title = "Open a sealed name";
    page.current = keys_path;
    page.content = h::all(
        web::crumbs({{"Sealed names", std::string(keys_path)}}), h::h1(page.title),
        web::error_summary(call),
        h::p(h::cls("lede"), "Who speaks as “", name.label.words, "” ",
             h::a(h::href(name.label.path), "in this topic"),
             ". You begin; another officer opens it or declines. Then the author is told why, and "
             "it counts in the public table."),
        h::when(refusal && call.refused().empty(),
                [&] { return h::p(h::cls("mt4"), refusal->sentence); }),
        h::when(!refusal,
                [&] {
                    return h::form(h::cls("form mt4"), h::attr("method", "post"),
                                   h::action(path_to(name.id)), h::flag("novalidate"),
                                   call.token_field(), ask_form.draw(call, "ground", {}, choices),
                                   ask_form.draw(call, "words", {}),
                                   ask_form.draw(call, "phrase", {}),
                                   h::p(web::submit_button("Ask to open this name", "Asking…")));
                }),
        h::when(!earlier.empty(), [&] {
            return part_of_page("earlier", "Of this name", opening_rows(call, earlier));
        }));
    return call.page(std::move(page));
}

http::Response ask(web::Call& call) {
    auto openings = call.open<Openings>();
    const auto name = openings.name(call.id<NameId>("sealed_name"));
    const auto asked = ask_form.submit(
        call, [&](const AskDraft& draft) { return openings.ask(name, draft); });
    if (!asked) return call.again(show_name, asked.error());
    return call.redirect(path_to(*asked), "You asked. Another officer opens it or declines.");
}

// ---- one opening ----

h::Html outcome(const web::Call& call, const Opening& one) {
    const auto notice = [](const h::Html& words) {
        return h::div(h::cls("notice mt4"), web::icon("i-lock"), h::div(words));
    };
    if (one.state == State::waits) {
        return notice(h::p("It waits for a second officer, until ",
                           day_of(call, one.asked + waits_for), "."));
    }
    const auto ended = h::p(h::cls("meta"), day_of(call, *one.ended),
                            one.ended_by_name.empty() ? "" : ", by " + one.ended_by_name);
    if (one.state == State::declined) return notice(h::all(h::p("Declined: ", one.reason), ended));
    if (one.state == State::lapsed) {
        return notice(h::all(h::p("No second officer agreed within thirty days."), ended));
    }
    if (one.state == State::moved) {
        return notice(h::all(
            h::p("It could not be opened: what was sealed does not belong to this name. Somebody "
                 "has changed the database. Keep a copy of it, and find out who."),
            ended));
    }
    if (one.part == Part::found) {
        return notice(h::all(h::p("Two officers opened it, and know that it is you. Nobody else "
                                  "is told."),
                             ended));
    }
    if (one.part == Part::officer) {
        return notice(h::all(h::p("Two officers opened it. Only they read whose it is."), ended));
    }
    return notice(
        h::all(h::p(h::strong(one.found_name.empty() ? "Somebody who was erased" : one.found_name),
                    one.found_handle.empty() ? "" : " (@" + one.found_handle + ")"),
               h::when(one.is_own,
                       [] {
                           return h::p(
                               "It is the name of one of the two of you. The other officers are "
                               "told, and it is counted as that.");
                       }),
               ended));
}

h::Html officers_forms(const web::Call& call, const Opening& one) {
    const std::string path = path_to(one.id);
    return h::all(
        h::when(!may_agree(call.actor(), one, call.now()),
                [&] {
                    return part_of_page(
                        "agree", "Open it",
                        h::form(h::cls("form mt3"), h::attr("method", "post"),
                                h::action(path + "/agreement"), h::flag("novalidate"),
                                call.token_field(), agreement_form.draw_all(call, {}),
                                h::p(web::submit_button("Open this name", "Opening…"))));
                }),
        h::when(!may_decline(call.actor(), one, {.reason = "No."}), [&] {
            return part_of_page(
                "decline", "Decline",
                h::form(h::cls("form mt3"), h::attr("method", "post"), h::action(path + "/decline"),
                        h::flag("novalidate"), call.form_fields(), decline_form.draw_all(call, {}),
                        h::p(web::submit_button("Decline", "Declining…"))));
        }));
}

http::Response show_opening(web::Call& call) {
    const auto one = call.open<Openings>().one(call.id<OpeningId>("opening"));
    const bool is_mine = one.part == Part::found;
    web::Page page;
    page.name = "opening";
    page.title = is_mine ? "Your sealed name was opened" : "An opening of a sealed name";
    page.current = keys_path;
    page.content = h::all(
        h::when(!is_mine, [] { return web::crumbs({{"Sealed names", std::string(keys_path)}}); }),
        h::h1(page.title), web::error_summary(call),
        h::p(h::cls("lede"), "Who speaks as “", one.name.label.words, "” ",
             h::a(h::href(one.name.label.path), "in this topic"), "."),
        outcome(call, one),
        part_of_page("ground", "The ground",
                     h::all(h::p(h::strong(face_of(one.ground).words)), h::p(one.words),
                            h::p(h::cls("meta"), "Asked ", day_of(call, one.asked),
                                 one.asker_name.empty() ? "" : ", by " + one.asker_name))),
        h::when(!is_mine, [&] { return officers_forms(call, one); }),
        h::p(h::cls("mt6"), h::a(h::href("/rule/openings"), "How often this happens")));
    return call.page(std::move(page));
}

http::Response agree(web::Call& call) {
    auto openings = call.open<Openings>();
    const auto one = openings.one(call.id<OpeningId>("opening"));
    const auto done = agreement_form.submit(
        call, [&](const AgreementDraft& draft) { return openings.agree(one, draft); });
    if (!done) return call.again(show_opening, done.error());
    return call.redirect(path_to(*done));
}

http::Response decline(web::Call& call) {
    auto openings = call.open<Openings>();
    const auto one = openings.one(call.id<OpeningId>("opening"));
    const auto done = decline_form.submit(
        call, [&](const DeclineDraft& draft) { return openings.decline(one, draft); });
    if (!done) return call.again(show_opening, done.error());
    return call.redirect(path_to(*done), "You declined.");
}

// ---- the numbers ----

h::Html tally_table(const std::vector<Tally>& all) {
    const auto head = [](std::string_view words) {
        return h::th(h::cls("r"), h::attr("scope", "col"), words);
    };
    const auto cell = [](std::int64_t count) { return h::td(h::cls("r"), base::grouped(count)); };
    return h::div(h::cls("panel pad mt5 scroll"), h::attr("tabindex", "0"),
                  h::attr("role", "region"), h::attr("aria-labelledby", "cap"),
                  h::table(h::cls("tbl"), h::caption(h::id("cap"), "Openings by ground and year"),
                           h::thead(h::tr(h::th(h::attr("scope", "col"), "Year and ground"),
                                          head("Asked"), head("Opened"), head("Declined"),
                                          head("Lapsed"), head("An officer’s own"))),
                           h::tbody(h::each(all, [&](const Tally& one) {
                               return h::tr(h::th(h::attr("scope", "row"), std::to_string(one.year),
                                                  ": ", face_of(one.ground).words),
                                            cell(one.asked), cell(one.opened), cell(one.declined),
                                            cell(one.lapsed), cell(one.own));
                           }))));
}

struct Numbers {
    explicit Numbers(const record::Floor& floor) : all(tallies(floor)) {}
    std::vector<Tally> all;
};

http::Response show_tallies(web::Call& call) {
    const auto all = call.open<Numbers>().all;
    web::Page page;
    page.name = "rule-openings";
    page.title = "Sealed names";
    page.content = h::all(
        h::h1(page.title),
        h::p(h::cls("lede"),
             "Members may speak unattributed. Who speaks is sealed, so that nobody "
             "finds it alone. How often it was opened, and why, stands here."),
        all.empty() ? h::p(h::cls("mt5"), "No officer has asked to open a name yet.")
                    : tally_table(all),
        h::div(h::cls("prose mt5"), h::h2("How a name is opened"),
               h::ul(h::li("It takes two different officers, each with a key on paper. Neither can "
                           "do it alone; the machine cannot either."),
                     h::li("The first states a ground. The second reads it, and opens or "
                           "declines."),
                     h::li("Only those two and the author read whose name it is. The author is "
                           "told, with the ground."),
                     h::li("From then on the database knows it, until two years later all but "
                           "these numbers is deleted."))),
        h::p(h::cls("mt5"), h::a(h::href("/rule/breaches"), "Breaches of the Rule")));
    return call.page(std::move(page));
}

}  // namespace

h::Html day_of(const web::Call& call, base::Instant at) {
    return h::time(h::attr("datetime", base::iso_utc(at)),
                   base::calendar_text(at, call.now(), call.zone()));
}

h::Html part_of_page(std::string_view id, std::string_view title, const h::Html& content) {
    return h::section(h::cls("mt6"), h::attr("aria-labelledby", id), h::h2(h::id(id), title),
                      content);
}

h::Html opening_rows(const web::Call& call, const std::vector<Opening>& openings) {
    if (openings.empty()) return h::p(h::cls("mt3"), "None.");
    return h::ul(h::cls("rows mt3"), h::each(openings, [&](const Opening& one) {
                     return h::li(
                         h::span(h::cls("tile"), web::icon("i-lock")),
                         h::div(h::h3(h::a(h::href(path_to(one.id)), "“", one.name.label.words,
                                           "”: ", face_of(one.ground).words)),
                                h::p(h::cls("meta"), state_words(one), web::separator(), "asked ",
                                     day_of(call, one.asked))));
                 }));
}

void opening_routes(web::Routes& site) {
    const auto officers = web::needs(open_sealed_names);
    const web::RouteOptions guessing{.rate = {20}};
    site.get("/rule/openings", web::anyone, show_tallies);
    site.get("/sealing/names/{sealed_name}", officers, show_name);
    site.post("/sealing/names/{sealed_name}", officers, ask, guessing);
    site.get("/sealing/openings/{opening}", web::signed_in, show_opening);
    site.post("/sealing/openings/{opening}/agreement", officers, agree, guessing);
    site.post("/sealing/openings/{opening}/decline", officers, decline);
}

void routes(web::Routes& site) {
    key_routes(site);
    opening_routes(site);
}

std::vector<web::MenuEntry> menu(web::Call& call) {
    if (!is_officer(call.actor())) return {};
    return {{.section = web::MenuEntry::Section::foot,
             .label = "Sealed names",
             .path = std::string(keys_path),
             .icon = "i-lock"}};
}

std::vector<kit::TodayPart> today(web::Call& call) {
    std::vector<kit::TodayPart> parts;
    const auto openings = call.open<Openings>();
    for (const Opening& one : openings.of_me()) {
        if (one.state != State::opened || call.now() > *one.ended + author_reads_first) continue;
        parts.push_back(kit::waiting_item({.title = "A sealed name of yours was opened",
                                           .meta = "By two officers, who stated a ground",
                                           .icon = "i-lock",
                                           .path = path_to(one.id),
                                           .button = "Read why"}));
    }
    if (!is_officer(call.actor())) return parts;
    const auto all = openings.all();
    const auto waiting = std::ranges::count_if(
        all, [&](const Opening& one) { return !may_agree(call.actor(), one, call.now()); });
    if (waiting > 0) {
        parts.push_back(
            kit::waiting_item({.title = "A second officer is needed",
                               .meta = base::counted(waiting, "sealed name is asked for",
                                                     "sealed names are asked for"),
                               .icon = "i-lock",
                               .path = std::string(keys_path),
                               .button = "Read the ground"}));
    }
    return parts;
}

}  // namespace sealing
