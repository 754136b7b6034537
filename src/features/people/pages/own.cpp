#include "features/people/pages.h"

#include "features/people/policy.h"
#include "platform/base/text.h"
#include "platform/html/tags.h"

#include <algorithm>

namespace people {

namespace h = html;

namespace {

using Kind = web::FieldFace::Kind;

const web::Form<ProfileDraft> profile_form({
    {{.name = "about",
      .label = "About you",
      .kind = Kind::text,
      .hint = "What colleagues would like to know.",
      .characters_max = about_characters_max},
     &ProfileDraft::about},
    {{.name = "interests",
      .label = "What you have done, or are interested in",
      .kind = Kind::text,
      .hint = "One a line, like two EPR go-lives, or virtual wards.",
      .characters_max = 2'000},
     &ProfileDraft::interests},
    {{.name = "systems",
      .label = "Systems you use",
      .kind = Kind::text,
      .hint = "One a line, as people call them.",
      .characters_max = 2'000},
     &ProfileDraft::systems},
    {{.name = "mentors", .label = "Mentoring", .kind = Kind::choice}, &ProfileDraft::mentors},
    {{.name = "receives", .label = "Site visits", .kind = Kind::choice}, &ProfileDraft::receives},
    {{.name = "see_name", .label = "That you are here at all", .kind = Kind::choice},
     &ProfileDraft::see_name},
    {{.name = "see_work", .label = "Your role, organisation and region", .kind = Kind::choice},
     &ProfileDraft::see_work},
    {{.name = "see_networks", .label = "Your networks", .kind = Kind::choice},
     &ProfileDraft::see_networks},
    {{.name = "see_about", .label = "About you, and what you are open to", .kind = Kind::choice},
     &ProfileDraft::see_about},
    {{.name = "see_interests", .label = "What you have done", .kind = Kind::choice},
     &ProfileDraft::see_interests},
    {{.name = "see_systems", .label = "Systems you use", .kind = Kind::choice},
     &ProfileDraft::see_systems},
});

std::string lines_of(const std::vector<std::string>& tags) {
    std::string lines;
    for (const auto& tag : tags) lines += (lines.empty() ? "" : "\n") + tag;
    return lines;
}

ProfileDraft draft_of(const Profile& profile) {
    return {.about = profile.about,
            .interests = lines_of(profile.tags.interests),
            .systems = lines_of(profile.tags.systems),
            .mentors = profile.mentors ? "yes" : "",
            .receives = profile.receives ? "yes" : "",
            .see_name = std::string(code_of(profile.name)),
            .see_work = std::string(code_of(profile.work)),
            .see_networks = std::string(code_of(profile.networks)),
            .see_about = std::string(code_of(profile.about_seen)),
            .see_interests = std::string(code_of(profile.interests_seen)),
            .see_systems = std::string(code_of(profile.systems_seen))};
}

http::Response show_profile(web::Call& call) {
    const ProfileDraft now = draft_of(call.open<People>().profile());
    const std::vector<web::Choice> whom = {
        {"members", "All members"}, {"networks", "Members of my networks"}, {"me", "Only I"}};
    const std::vector<web::Choice> open = {{"", "Not now"}, {"yes", "Yes: people may ask me"}};
    const auto line = [&](std::string_view name) { return profile_form.draw(call, name, now); };
    const auto see = [&](std::string_view name) {
        return profile_form.draw(call, name, now, whom);
    };
    web::Page page;
    page.name = "profile";
    page.title = "What others see of you";
    page.current = "/people";
    page.content = h::all(
        web::crumbs({{"People", "/people"}}), h::h1(page.title),
        h::p(h::cls("lede"),
             "Members find you by this. Your address is shown to nobody. What you write in the "
             "forum carries your name and role, whatever you choose here. ",
             h::a(h::href(path_to(call.actor().id())), "See your page")),
        h::form(h::cls("form mt5"), h::attr("method", "post"), h::action("/people/profile"),
                h::flag("novalidate"), call.form_fields(), web::error_summary(call), line("about"),
                line("interests"), line("systems"), profile_form.draw(call, "mentors", now, open),
                profile_form.draw(call, "receives", now, open), h::h2("Who sees what"),
                see("see_name"), see("see_work"), see("see_networks"), see("see_about"),
                see("see_interests"), see("see_systems"),
                h::p(h::cls("mt5"), web::submit_button("Save", "Saving…"))));
    return call.page(std::move(page));
}

http::Response save(web::Call& call) {
    const auto saved = profile_form.submit(
        call, [&](const ProfileDraft& draft) { return call.open<People>().save(draft); });
    if (!saved) return call.again(show_profile, saved.error());
    return call.redirect("/people/profile", "Saved.");
}

// ---- introductions ----

h::Html answer_form(const web::Call& call, const Introduction& one) {
    const std::string path = "/people/introductions/" + std::to_string(one.id.value) + "/answer";
    const auto button = [&](std::string_view value, std::string_view label,
                            std::string_view classes) {
        return h::button(h::cls(classes), h::attr("type", "submit"), h::attr("name", "answer"),
                         h::attr("value", value), label, web::hidden_text(" to " + one.asker_name));
    };
    return h::form(h::cls("flex mt3"), h::attr("method", "post"), h::action(path),
                   call.token_field(), button("yes", "Yes, share my address", "btn small"),
                   button("no", "Rather not", "btn small second"));
}

h::Html introduction_row(const web::Call& call, const Introduction& one) {
    const bool is_mine = one.asker == call.actor().id();
    const std::string address = call.open<People>().address(one);
    h::Html state = h::span(h::cls("pill"), "Waits");
    if (one.answered) {
        state = one.is_yes ? h::span(h::cls("pill ok"), "Yes") : h::span(h::cls("pill line"), "No");
    }
    return h::li(
        h::cls("row"), h::span(h::cls("mark"), web::icon("i-mail")),
        h::div(
            h::h3(is_mine ? "You asked " + one.asked_name
                          : one.asker_name + " would like to talk with you"),
            h::p(h::cls("meta"), is_mine ? "" : one.asker_role,
                 h::when(!is_mine && !one.asker_role.empty(), [] { return web::separator(); }),
                 web::how_long(one.at, call.now(), call.zone())),
            h::p(h::cls("snip"), one.words),
            h::when(!address.empty(),
                    [&] { return h::p("Write to ", h::a(h::href("mailto:" + address), address)); }),
            !is_mine && !one.answered ? answer_form(call, one) : h::Html()),
        h::div(h::cls("end"), state));
}

http::Response show_introductions(web::Call& call) {
    const auto all = call.open<People>().introductions();
    web::Page page;
    page.name = "introductions";
    page.title = "Introductions";
    page.current = "/people";
    page.content = h::all(
        web::crumbs({{"People", "/people"}}), h::h1(page.title),
        h::p(h::cls("lede"), "Who would like to talk with you, and whom you have asked."),
        h::h2(h::cls("vh"), "All of them"),
        h::div(h::cls("mt5"),
               all.empty()
                   ? web::empty_state(
                         "There are none yet",
                         "Find somebody who has done what you are about to do, and "
                         "ask for an introduction.",
                         h::a(h::cls("btn second small"), h::href("/people"), "Find people"))
                   : h::div(h::cls("panel"),
                            h::ol(h::cls("rows"), h::each(all, [&](const Introduction& one) {
                                      return introduction_row(call, one);
                                  })))));
    return call.page(std::move(page));
}

http::Response answer(web::Call& call) {
    auto people = call.open<People>();
    const auto one = people.introduction(call.id<IntroductionId>("introduction"));
    const auto said = call.form().get("answer");
    if (said != "yes" && said != "no") {
        return call.redirect("/people/introductions", "Choose one of the two answers.");
    }
    const bool is_yes = said == "yes";
    const auto answered = people.answer(one, is_yes);
    return call.redirect("/people/introductions", !answered ? answered.error().sentence
                                                  : is_yes
                                                      ? "You see each other’s addresses now."
                                                      : "They hear that you would rather not.");
}

}  // namespace

void own_routes(web::Routes& site) {
    using web::signed_in;
    const web::RouteOptions writing{.rate = {30}};
    site.get("/people/profile", signed_in, show_profile);
    site.post("/people/profile", signed_in, save, writing);
    site.get("/people/introductions", signed_in, show_introductions);
    site.post("/people/introductions/{introduction}/answer", signed_in, answer, writing);
}

// On every page, so it asks no statement: whoever reads some network is a member.
std::vector<web::MenuEntry> menu(web::Call& call) {
    if (call.actor().audiences().empty()) return {};
    return {{.section = web::MenuEntry::Section::main,
             .label = "People",
             .path = "/people",
             .icon = "i-person",
             .keys = "g p"}};
}

std::vector<kit::TodayPart> today_parts(web::Call& call) {
    if (call.actor().audiences().empty()) return {};
    std::vector<kit::TodayPart> parts;
    for (const Introduction& one : call.open<People>().introductions()) {
        if (one.answered || one.asked != call.actor().id()) continue;
        kit::TodayPart part{.place = kit::TodayPart::Place::waiting,
                            .summary = one.asker_name + " would like to talk with you"};
        part.html = h::li(h::span(h::cls("tile"), web::icon("i-mail")),
                          h::div(h::h3(part.summary), h::p(h::cls("meta"), one.asker_role)),
                          h::div(h::cls("act"), h::a(h::cls("btn small second"),
                                                     h::href("/people/introductions"), "Answer")));
        parts.push_back(std::move(part));
    }
    return parts;
}

}  // namespace people
