#include "features/admin/pages.h"

#include "features/admin/admin.h"
#include "platform/base/text.h"
#include "platform/html/tags.h"
#include "platform/web/form.h"

namespace admin {

namespace h = html;

namespace {

const web::Form<SetUpDraft> set_up_form({
    {{.name = "name",
      .label = "Name of the community",
      .hint = "It appears on every page and in every mail.",
      .required = "Enter the name of the community",
      .characters_max = 80},
     &SetUpDraft::name},
    {{.name = "zone",
      .label = "Time zone",
      .hint = "Like Europe/London. Dates and times are shown in it.",
      .required = "Enter a time zone"},
     &SetUpDraft::zone},
    {{.name = "mail_from",
      .label = "Sender of mails",
      .kind = web::FieldFace::Kind::email,
      .hint = "Members see this address. A test mail is sent to you from it.",
      .required = "Enter the address that mails come from",
      .characters_max = 254},
     &SetUpDraft::mail_from},
    {{.name = "network",
      .label = "First network",
      .hint = "Who meets here first? Others can be added later.",
      .required = "Enter the name of the first network",
      .characters_max = 60},
     &SetUpDraft::network},
});

http::Response show_set_up(web::Call& call) {
    const auto community = call.open<Administration>().community();
    const SetUpDraft now{community.is_set_up ? community.name : "", community.zone,
                         community.mail_from, community.is_set_up ? "(already there)" : ""};
    const bool is_first_time = !community.is_set_up;
    web::Page page;
    page.name = "set-up";
    page.title = is_first_time ? "Set up your community" : "Name, time zone and sender";
    page.current = "/admin";
    if (is_first_time) page.frame = web::Page::Frame::plain;
    page.content = h::all(
        h::h1(page.title),
        h::p(h::cls("lede"), is_first_time ? "Four answers, and members can come."
                                           : "What every page and every letter says of us."),
        h::form(h::cls("form mt5"), h::attr("method", "post"), h::action("/admin/set-up"),
                h::flag("novalidate"), call.form_fields(), web::error_summary(call),
                set_up_form.draw(call, "name", now), set_up_form.draw(call, "zone", now),
                set_up_form.draw(call, "mail_from", now),
                is_first_time ? set_up_form.draw(call, "network", now)
                              : h::input(h::attr("type", "hidden"), h::attr("name", "network"),
                                         h::attr("value", now.network)),
                h::p(h::cls("mt5"),
                     web::submit_button(is_first_time ? "Save and begin" : "Save changes",
                                        "Saving…"))));
    return call.page(std::move(page));
}

http::Response set_up(web::Call& call) {
    const bool was_set_up = call.open<Administration>().community().is_set_up;
    const auto done = set_up_form.submit(call, [&](const SetUpDraft& draft) {
        return call.open<Administration>().set_up(draft);
    });
    if (!done) return call.again(show_set_up, done.error());
    const std::string_view said = "Saved. A test mail is on its way to you.";
    return was_set_up ? call.redirect("/admin", said)
                      : call.redirect("/", "Your community is set up. A test mail is on its way "
                                           "to you.");
}

std::string size_words(std::int64_t bytes) {
    return base::grouped(static_cast<long long>((bytes + 1023) / 1024)) + " kB";
}

h::Html backup_words(const web::Call& call, const Administration& administration) {
    const auto good = administration.last_good_backup();
    const auto last = administration.last_backup();
    const auto when = [&](base::Instant at) {
        return h::time(h::attr("datetime", base::iso_utc(at)),
                       base::calendar_text(at, call.now(), call.zone()));
    };
    const bool overdue = administration.is_backup_overdue();
    return h::div(
        h::cls(overdue ? "notice warn" : "notice ok"), web::icon(overdue ? "i-warn" : "i-check"),
        h::div(good ? h::p(h::strong("Last good backup: "), when(good->at), ", ",
                           base::grouped(good->rows), " rows, ", size_words(good->bytes), ".")
                    : h::p(h::strong("There is no good backup yet. "),
                           "Back up now: moothall backup FILE."),
               h::when(last && !last->trouble.empty(), [&] {
                   return h::p("The last try failed: ", last->trouble);
               })));
}

h::Html words_of_set_aside(std::int64_t facts) {
    if (facts == 0) return {};
    return h::div(h::cls("notice warn"), web::icon("i-warn"),
                  h::div(h::p(h::strong(base::counted(facts, "fact was", "facts were") +
                                        " set aside. "),
                              "What follows from them, in the search or by mail, did not happen. "
                              "See why: moothall check. Try again: moothall retry.")));
}

h::Html fact(std::string_view name, std::int64_t count) {
    return h::div(h::dt(name), h::dd(base::grouped(count)));
}

http::Response show_admin(web::Call& call) {
    const auto administration = call.open<Administration>();
    const auto counts = administration.counts();
    web::Page page;
    page.name = "admin";
    page.title = "Administration";
    page.current = "/admin";
    page.content = h::all(
        h::h1("Administration"), h::p(h::cls("lede"), "How the machine is doing."),
        h::div(h::cls("stack tight mt5"), backup_words(call, administration),
               words_of_set_aside(counts.facts_set_aside),
               h::section(h::attr("aria-labelledby", "work"),
                          h::div(h::cls("sec-h"), h::h2(h::id("work"), "People and work")),
                          h::div(h::cls("panel pad"),
                                 h::dl(h::cls("facts row-wise"), fact("People", counts.persons),
                                       fact("Jobs waiting", counts.jobs.waiting),
                                       fact("Jobs given up", counts.jobs.dead),
                                       fact("Letters waiting", counts.letters.waiting),
                                       fact("Letters refused", counts.letters.refused)))),
               h::p(h::a(h::cls("btn second"), h::href("/admin/set-up"),
                         "Change name, time zone or sender"))));
    return call.page(std::move(page));
}

}  // namespace

void routes(web::Routes& site) {
    site.get("/admin", web::needs(administer), show_admin);
    site.get("/admin/set-up", web::needs(administer), show_set_up);
    site.post("/admin/set-up", web::needs(administer), set_up, {.rate = {10}});
}

std::vector<kit::TodayPart> today(web::Call& call) {
    if (!call.actor().may(administer)) return {};
    kit::TodayPart part{.place = kit::TodayPart::Place::waiting};
    const auto item = [](std::string_view title, std::string_view words, std::string_view path,
                         std::string_view button) {
        return h::li(h::span(h::cls("tile"), web::icon("i-warn")),
                     h::div(h::h3(title), h::p(h::cls("meta"), words)),
                     h::div(h::cls("act"),
                            h::a(h::cls("btn small second"), h::href(path), button)));
    };
    if (!call.community().is_set_up) {
        part.html.add(item("Set up your community", "It has no name yet.", "/admin/set-up",
                           "Set up"));
        part.summary = "your community waits to be set up";
    }
    if (call.open<Administration>().is_backup_overdue()) {
        part.html.add(item("No good backup in two days", "See when the last one was, and why.",
                           "/admin", "Look"));
    }
    return {part};
}

}  // namespace admin
