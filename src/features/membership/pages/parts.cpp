#include "features/membership/pages.h"
#include "platform/base/text.h"
#include "platform/html/tags.h"

#include <algorithm>

namespace membership {

namespace h = html;

using organisations::display_name;

std::string moment_of(const web::Call& call, base::Instant at) {
    const auto local = call.zone().local(at);
    return "on " + base::day_text(base::day_of(local)) + " at " + base::clock_text(local);
}

h::Html clock_of(const web::Call& call, base::Instant asked) {
    const base::Instant due = asked + decide_within;
    const std::string by = base::day_text(std::chrono::floor<base::days>(due));
    return h::p(h::cls("meta meta-row"), web::icon("i-clock", "i s"), "Asked ",
                web::how_long(asked, call.now(), call.zone()), web::separator(),
                call.now() > due ? h::span(h::cls("pill warn"), "Late: due " + by)
                                 : h::span("to be decided by " + by));
}

h::Html fact(std::string_view name, const std::string& value) {
    return h::div(h::dt(name), h::dd(value.empty() ? "Not said" : value));
}

bool decides_anywhere(const identity::Actor& actor) {
    if (actor.may(verify_positions)) return true;
    return std::ranges::any_of(actor.roles(), [&](const identity::RoleHeld& held) {
        return actor.may(verify_positions, held.audience);
    });
}

std::vector<web::Choice> category_choices() {
    std::vector<web::Choice> choices = {{"", "Choose"}};
    for (const CategoryFace& face : categories()) {
        if (face.category == Category::sponsor) continue;
        choices.push_back({std::string(face.code), std::string(face.words)});
    }
    return choices;
}

h::Html category_part(const web::Call& call, const web::FieldFace& face, std::string_view chosen) {
    const web::FieldNotes notes = web::field_notes(call, face);
    const std::string typed = call.typed(face.name, chosen);
    return h::fieldset(
        h::cls(notes.is_refused ? "field bad" : "field"), h::id(face.name),
        h::attr_if(!notes.described_by.empty(), "aria-describedby", notes.described_by),
        h::legend(h::cls("label"), face.label), notes.html,
        h::div(h::cls("choices"), h::each(categories(), [&](const CategoryFace& one) {
                   if (one.category == Category::alumni || one.category == Category::sponsor) {
                       return h::Html();
                   }
                   const std::string id = face.name + "-" + std::string(one.code);
                   return h::div(
                       h::cls("choice"),
                       h::input(h::id(id), h::attr("type", "radio"), h::attr("name", face.name),
                                h::attr("value", one.code), h::flag("checked", typed == one.code)),
                       h::label(h::attr("for", id), one.words), h::p(h::cls("hint"), one.meaning));
               })));
}

std::vector<web::Choice> network_choices(const web::Call& call) {
    std::vector<web::Choice> choices = {{"", "Choose"}};
    for (const auto& network : call.open<networks::Networks>().all()) {
        choices.push_back({network.slug, network.name});
    }
    return choices;
}

h::Html state_of(const Application& application) {
    switch (application.state) {
        case State::waits: return h::span(h::cls("pill"), "Waits for a decision");
        case State::admitted: return h::span(h::cls("pill ok"), "Admitted");
        case State::refused: return h::span(h::cls("pill bad"), "Not accepted");
        case State::withdrawn: return h::span(h::cls("pill line"), "Withdrawn");
        case State::appealed: return h::span(h::cls("pill warn"), "Appeal waits");
        case State::refused_for_good: return h::span(h::cls("pill bad"), "Appeal not accepted");
    }
    return {};
}

std::string place_line(const Filed& filed) {
    const std::string& title = filed.application.title;
    if (filed.organisation_name.empty()) return title;
    return (title.empty() ? "" : title + ", ") + display_name(filed.organisation_name);
}

web::Form<RefusalDraft> reason_form(std::string label, std::string hint) {
    return web::Form<RefusalDraft>({
        {{.name = "reason",
          .label = std::move(label),
          .kind = web::FieldFace::Kind::text,
          .hint = std::move(hint),
          .required = "Say why, in a sentence they can use",
          .characters_max = reason_characters_max},
         &RefusalDraft::reason},
    });
}

h::Html form_to(const web::Call& call, const std::string& path, const h::Html& fields,
                std::string_view button) {
    return h::form(h::cls("form mt5"), h::attr("method", "post"), h::action(path),
                   h::flag("novalidate"), call.form_fields(), web::error_summary(call), fields,
                   h::p(h::cls("mt5"), web::submit_button(button, "Saving…")));
}

web::FieldFace last_day_face() {
    return {.name = "expires",
            .label = "Last day",
            .hint = "Like 2027-03-31. Left empty, it has no end.",
            .characters_max = 10};
}

std::string last_day_of(const Member& member) {
    return member.expires ? base::iso_day(*member.expires - base::days{1}) : "";
}

std::string until_words(const Member& member) {
    return member.expires ? "until " + base::day_text(*member.expires - base::days{1}) : "";
}

web::Form<RefusalDraft> member_ending_form() {
    return reason_form("Why it ends", "They read this under Your networks.");
}

h::Html way_to_end(const std::string& path, std::string_view words) {
    return h::p(h::cls("mt5"), h::a(h::cls("btn second"), h::href(path + "/end"), words));
}

h::Html ending_part(const web::Call& call, const std::string& path) {
    return h::form(
        h::cls("form mt5"), h::attr("method", "post"), h::action(path + "/end"),
        h::flag("novalidate"), call.form_fields(), web::error_summary(call),
        member_ending_form().draw_all(call, {}),
        h::p(h::cls("flex"), h::button(h::cls("btn danger"), h::attr("type", "submit"), "End it"),
             h::a(h::cls("btn second"), h::href(path), "Go back")));
}

h::Html ended_words(const Member& member) {
    return h::p(h::cls("mt5"), "This ended on ", base::day_text(*member.ended), ": ",
                member.why_ended);
}

namespace {

h::Html point(bool is_good, const h::Html& words) {
    return h::li(web::icon(is_good ? "i-check" : "i-x", "i s"), h::div(words));
}

h::Html vouch_point(const Vouch& vouch) {
    if (vouch.person_name.empty()) {
        return point(false, h::p("Somebody was named who cannot vouch here."));
    }
    if (!vouch.answered) return point(false, h::p(name_of(vouch.person_name), " was asked."));
    return point(
        vouch.is_yes,
        h::all(h::p(name_of(vouch.person_name),
                    vouch.is_yes ? " vouches for them." : " does not vouch for them."),
               h::when(!vouch.words.empty(), [&] { return h::p(h::cls("snip"), vouch.words); })));
}

}  // namespace

h::Html evidence_part(const web::Call& call, const Filed& filed) {
    const Application& one = filed.application;
    const auto vouches = call.open<Applications>().vouches(one);
    const auto good = std::ranges::count(vouches, true, &Vouch::is_yes);
    const bool is_gone = one.decided && call.now() > *one.decided + evidence_kept;
    if (is_gone)
        return h::p(h::cls("meta"), "The evidence was deleted 30 days after the decision.");
    return h::ul(
        h::cls("side-list"),
        one.proof.empty() ? point(false, h::p("Their email address does not show where they work."))
                          : point(true, h::p("Their address at ", h::strong(one.proof),
                                             " is proved. It shows employment, not the role.")),
        point(good >= vouches_needed,
              h::p(std::to_string(good) + " of " + std::to_string(vouches_needed) +
                   " members vouch for them.")),
        h::each(vouches, vouch_point),
        h::when(!one.link.empty(),
                [&] {
                    return h::li(
                        web::icon("i-link", "i s"),
                        h::div(h::p(h::a(h::href(one.link), h::attr("rel", "noreferrer nofollow"),
                                         one.link))));
                }),
        h::when(!one.words.empty(),
                [&] { return h::li(web::icon("i-quote", "i s"), h::div(h::p(one.words))); }));
}

h::Html name_of(std::string_view name) {
    constexpr h::Element isolated{"bdi"};
    return isolated(name);
}

kit::Waiting appeal_without_officer() {
    return {.title = "An appeal waits that nobody may decide",
            .meta = "Who refused it may not, and nobody else is an administrator or community "
                    "manager. Another one has to be appointed.",
            .icon = "i-flag",
            .path = "/admin/offices",
            .button = "See the offices"};
}

}  // namespace membership
