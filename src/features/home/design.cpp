#include "features/home/pages.h"

#include "platform/html/tags.h"
#include "platform/web/form.h"

namespace home {

namespace h = html;

namespace {

h::Html buttons() {
    return h::p(h::cls("flex"), h::button(h::cls("btn"), h::attr("type", "button"), "Primary"),
                h::button(h::cls("btn second"), h::attr("type", "button"), "Second"),
                h::button(h::cls("btn quiet"), h::attr("type", "button"), "Quiet"),
                h::button(h::cls("btn danger"), h::attr("type", "button"), "Danger"),
                h::button(h::cls("btn small"), h::attr("type", "button"), "Small"));
}

h::Html notices() {
    const auto notice = [](std::string_view kind, std::string_view symbol,
                           std::string_view words) {
        return h::div(h::cls("notice " + std::string(kind)), web::icon(symbol),
                      h::div(h::p(h::strong("Notice. "), words)));
    };
    return h::div(h::cls("stack tight"), notice("rule", "i-rule", "The Rule of this area."),
                  notice("info", "i-help", "Something to know."),
                  notice("ok", "i-check", "It is done."),
                  notice("warn", "i-warn", "Something to look at."),
                  notice("bad", "i-warn", "Something went wrong."));
}

h::Html fields(const web::Call& call) {
    return h::form(
        h::cls("form"), h::action("/design"),
        web::field(call, {.name = "a", .label = "A line", .hint = "What it is for.",
                          .required = "Enter it"},
                   "As typed"),
        web::field(call, {.name = "b", .label = "A text", .kind = web::FieldFace::Kind::text}, ""),
        web::field(call, {.name = "c", .label = "A choice", .kind = web::FieldFace::Kind::choice},
                   "2", {{"1", "One"}, {"2", "Two"}}));
}

h::Html pills() {
    return h::p(h::cls("flex"), h::span(h::cls("pill new"), "6 new"),
                h::span(h::cls("pill ok"), "Done"), h::span(h::cls("pill warn"), "Soon"),
                h::span(h::cls("pill"), "Plain"), web::avatar("Meera Raman", 0),
                web::avatar("Tom Ellery", 4), web::avatar("Grace Okonjo", 7));
}

h::Html shown(std::string_view title, const h::Html& part) {
    return h::section(h::h2(title), h::div(h::cls("mt3"), part));
}

http::Response show_design(web::Call& call) {
    web::Page page;
    page.name = "design";
    page.title = "Parts of pages";
    page.content = h::all(
        h::h1("Parts of pages"), h::p(h::cls("lede"), "What pages are made of, in each state."),
        h::div(h::cls("stack mt5"), shown("Buttons", buttons()), shown("Pills and faces", pills()),
               shown("Notices", notices()), shown("Fields", fields(call)),
               shown("Empty", h::div(h::cls("panel empty"), web::picture("p-empty"),
                                     h::h3("Nothing here yet"), h::p("It will appear here.")))));
    return call.page(std::move(page));
}

}  // namespace

void design_routes(web::Routes& site) { site.get("/design", web::signed_in, show_design); }

}  // namespace home
