#include "features/account/pages.h"

#include "features/account/account.h"
#include "platform/base/text.h"
#include "platform/html/tags.h"

namespace account {

namespace h = html;

namespace {

// How a session came to be, for its owner.
std::string way_words(const identity::store::SessionLine& session) {
    const std::string how = session.way.empty() ? "Signed in earlier" : "By " + session.way;
    return session.assurance == identity::Assurance::two_factors ? how + ", two factors" : how;
}

h::Html session_row(const web::Call& call, const identity::store::SessionLine& session) {
    const bool is_this = session.id == call.session();
    const auto seen = h::time(h::attr("datetime", base::iso_utc(session.seen)),
                              base::calendar_text(session.seen, call.now(), call.zone()));
    const std::string path = "/settings/sessions/" + std::to_string(session.id.value) + "/end";
    return h::tr(
        h::th(h::attr("scope", "row"), session.device,
              h::p(h::cls("meta"), way_words(session))),
        h::td(h::cls("nowrap"), seen),
        h::td(h::cls("nowrap"), base::calendar_text(session.created, call.now(), call.zone())),
        h::td(h::cls("r"),
              is_this ? h::span(h::cls("pill ok"), "This device")
                      : h::form(h::attr("method", "post"), h::action(path), call.token_field(),
                                h::button(h::cls("btn second small"), h::attr("type", "submit"),
                                          "Sign out",
                                          web::hidden_text(" of " + session.device)))));
}

h::Html sessions(const web::Call& call,
                 const std::vector<identity::store::SessionLine>& sessions) {
    const auto column = [](std::string_view words) {
        return h::th(h::attr("scope", "col"), words);
    };
    return h::section(
        h::attr("aria-labelledby", "ss"),
        h::div(h::cls("sec-h"), h::h2(h::id("ss"), "Where you are signed in"),
               h::when(sessions.size() > 1,
                       [&] {
                           return h::form(h::cls("more"), h::attr("method", "post"),
                                          h::action("/settings/sessions/end-others"),
                                          call.token_field(),
                                          h::button(h::cls("link"), h::attr("type", "submit"),
                                                    "Sign out everywhere else"));
                       })),
        h::div(h::cls("panel pad"),
               h::div(h::cls("scroll"), h::attr("tabindex", "0"), h::attr("role", "region"),
                      h::attr("aria-label", "Table of sessions"),
                      h::table(h::cls("tbl"),
                               h::thead(h::tr(column("Device"), column("Last used"),
                                              column("Signed in"),
                                              h::th(h::attr("scope", "col"),
                                                    web::hidden_text("Action")))),
                               h::tbody(h::each(sessions, [&](const auto& session) {
                                   return session_row(call, session);
                               }))))));
}

h::Html look(const web::Call& call) {
    const auto choice = [&](std::string_view value, std::string_view words) {
        const std::string id = "look-" + std::string(value.empty() ? "device" : value);
        return h::div(h::cls("choice"),
                      h::input(h::attr("type", "radio"), h::attr("name", "theme"), h::id(id),
                               h::attr("value", value),
                               h::flag("checked", call.actor().theme() == value)),
                      h::label(h::attr("for", id), words));
    };
    return h::section(
        h::attr("aria-labelledby", "lk"), h::div(h::cls("sec-h"), h::h2(h::id("lk"), "Look")),
        h::form(h::cls("form"), h::attr("method", "post"), h::action("/settings/look"),
                call.token_field(),
                h::fieldset(h::id("theme"), h::legend(h::cls("vh"), "Theme"),
                            h::div(h::cls("choices"), choice("", "As your device says"),
                                   choice("light", "Light"), choice("dark", "Dark"))),
                h::p(h::button(h::cls("btn second"), h::attr("type", "submit"), "Save look"))));
}

http::Response show_settings(web::Call& call) {
    const auto account = call.open<Account>();
    web::Page page;
    page.name = "settings";
    page.title = "Settings";
    page.current = "/settings";
    page.content = h::all(
        h::div(h::cls("sec-h"),
               h::div(h::h1("Settings"),
                      h::p(h::cls("lede"), call.actor().name() + ", " + account.email())),
               h::form(h::cls("more"), h::attr("method", "post"), h::action("/sign-out"),
                       call.token_field(),
                       h::button(h::cls("btn second small"), h::attr("type", "submit"),
                                 web::icon("i-sign-out", "i s"), "Sign out"))),
        web::error_summary(call),
        h::div(h::cls("stack narrow-stack mt5"), sessions(call, account.sessions()),
               h::p(h::a(h::href("/settings/sign-in"), "How you sign in"),
                    ": passkeys, codes, password"),
               h::p(h::a(h::href("/settings/address"), "Change your address")),
               look(call),
               h::p(h::a(h::href("/settings/data"), "My data and what I consented to")),
               h::p(h::a(h::href("/settings/merging"), "I have two accounts")),
               h::p(h::a(h::href("/settings/erasure"), "Erase my account"))));
    return call.page(std::move(page));
}

http::Response end_session(web::Call& call) {
    call.open<Account>().end_session(call.id<identity::SessionId>("session"));
    return call.redirect("/settings", "That device is signed out.");
}

http::Response end_others(web::Call& call) {
    call.open<Account>().end_other_sessions(call.session());
    return call.redirect("/settings", "You are signed out everywhere else.");
}

http::Response save_look(web::Call& call) {
    const auto saved = call.open<Account>().set_theme(call.form().get("theme"));
    if (!saved) return call.again(show_settings, saved.error());
    return call.redirect("/settings", "The look is saved.");
}

}  // namespace

void settings_routes(web::Routes& site) {
    using web::signed_in;
    site.get("/settings", signed_in, show_settings);
    site.post("/settings/sessions/end-others", signed_in, end_others);
    site.post("/settings/sessions/{session}/end", signed_in, end_session);
    site.post("/settings/look", signed_in, save_look);
}

}  // namespace account
