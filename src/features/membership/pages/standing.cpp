#include "features/membership/pages.h"

#include "platform/base/text.h"
#include "platform/html/tags.h"
#include "platform/kit/today.h"

namespace membership {

namespace h = html;

std::vector<web::MenuEntry> menu(web::Call& call) {
    using Section = web::MenuEntry::Section;
    std::vector<web::MenuEntry> entries = {{.section = Section::foot,
                                            .label = "Your networks",
                                            .path = "/applications",
                                            .icon = "i-people"}};
    if (!call.open<Roll>().is_sponsor_contact()) {
        entries.push_back({.section = Section::foot,
                           .label = "Where you work",
                           .path = "/positions",
                           .icon = "i-person"});
    }
    if (decides_anywhere(call.actor())) {
        entries.push_back({.section = Section::foot,
                           .label = "Applications",
                           .path = "/applications/waiting",
                           .icon = "i-mark"});
        entries.push_back({.section = Section::foot,
                           .label = "Positions to verify",
                           .path = "/positions/waiting",
                           .icon = "i-check"});
    }
    if (call.actor().may(verify_positions)) {
        entries.push_back({.section = Section::foot,
                           .label = "Sponsor contacts",
                           .path = "/memberships/sponsors",
                           .icon = "i-person"});
    }
    return entries;
}

namespace {

// The yearly question, answered where it stands.
void add_question(web::Call& call, std::vector<kit::TodayPart>& parts) {
    const auto asked = call.open<Review>().asked();
    if (!asked) return;
    kit::TodayPart part{.place = kit::TodayPart::Place::waiting, .summary = ""};
    part.html = h::li(
        h::span(h::cls("tile"), web::icon("i-history")),
        h::div(h::h3("Is what we have of you still so?"),
               h::p(h::cls("meta"), "Your role, where you work, and your networks. Answer by ",
                    base::day_text(*asked + answer_within), ". ",
                    h::a(h::href("/positions"), "Something has changed"))),
        h::div(h::cls("act"), h::form(h::attr("method", "post"),
                                      h::action("/memberships/confirmation"), call.token_field(),
                                      h::button(h::cls("btn small"), h::attr("type", "submit"),
                                                "Yes, still so"))));
    parts.push_back(std::move(part));
}

// What is theirs: they belong to no network, and are not sent to apply to one.
void add_sponsorship(web::Call& call, std::vector<kit::TodayPart>& parts) {
    const auto roll = call.open<Roll>();
    if (!roll.is_sponsor_contact()) return;
    std::string until;
    for (const Member& member : roll.mine()) {
        const bool is_it = member.category == Category::sponsor && !member.ended;
        if (is_it) until = until_words(member);
    }
    kit::TodayPart part{.place = kit::TodayPart::Place::main, .summary = ""};
    part.html = h::section(
        h::attr("aria-labelledby", "sponsor"),
        h::div(h::cls("sec-h"), h::h2(h::id("sponsor"), "You are here as a sponsor’s contact")),
        h::p("That is so ",
             until.empty() ? "until somebody who runs this community ends it" : until,
             ". What members write to each other is not open to you."),
        h::p(h::cls("mt3"), "Yours are the pages on ", h::a(h::href("/networks"), "networks"),
             " and on the ", h::a(h::href("/coverage"), "coverage"), " of trusts, ",
             h::a(h::href("/settings"), "your settings"), " and ",
             h::a(h::href("/settings/data"), "what we hold of you"), "."));
    parts.push_back(std::move(part));
}

// What waits for those who decide.
void add_queues(web::Call& call, std::vector<kit::TodayPart>& parts) {
    if (!decides_anywhere(call.actor())) return;
    if (!call.open<Applications>().without_officer().empty()) {
        parts.push_back(kit::waiting_item(appeal_without_officer()));
    }
    const auto applications = call.open<Applications>().waiting();
    if (!applications.empty()) {
        const auto& oldest = applications.front();
        const auto count = static_cast<long long>(applications.size());
        parts.push_back(kit::waiting_item({
            base::counted(count, "application waits", "applications wait") + " to be decided",
            "The oldest: " + oldest.application.person_name + ", " + place_line(oldest), "i-mark",
            "/applications/waiting", "Decide"}));
    }
    const auto positions = call.open<Membership>().waiting();
    if (positions.empty()) return;
    const auto count = static_cast<long long>(positions.size());
    parts.push_back(kit::waiting_item(
        {base::counted(count, "position waits", "positions wait") + " to be verified",
         "The oldest: " + positions.front().person_name + ", " +
             organisations::display_name(positions.front().organisation_name),
         "i-person", "/positions/waiting", "Decide"}));
}

}  // namespace

std::vector<kit::TodayPart> today_parts(web::Call& call) {
    std::vector<kit::TodayPart> parts;
    add_question(call, parts);
    add_sponsorship(call, parts);
    const auto applications = call.open<Applications>();
    for (const Filed& one : applications.asking_me()) {
        parts.push_back(kit::waiting_item({
            one.application.person_name + " asks you to vouch for them",
            "They apply to the " + one.network.short_name + " network: " + place_line(one),
            "i-person", path_to(one.application.id) + "/vouch", "Answer"}));
    }
    for (const Filed& one : applications.mine()) {
        if (!one.application.is_open()) continue;
        auto part = kit::waiting_item({
            "Your application to the " + one.network.short_name + " network waits for a decision",
            place_line(one), "i-clock", path_to(one.application.id), "See how it stands"});
        part.summary = "";
        parts.push_back(std::move(part));
    }
    add_queues(call, parts);
    return parts;
}

}  // namespace membership
