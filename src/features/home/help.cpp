#include "features/home/pages.h"

#include "platform/html/tags.h"
#include "platform/web/call.h"

#include <array>

namespace home {

namespace h = html;

namespace {

h::Html markdown_table() {
    constexpr std::array<std::array<std::string_view, 2>, 7> ways = {{
        {"**bold**", "bold"},
        {"_italic_", "italic"},
        {"[words](https://example.org)", "a link"},
        {"- item", "a list; 1. for a numbered one"},
        {"> words", "a quotation; > #3 on its own line names the post it is from"},
        {"@name", "mentions a member of the network, who is told"},
        {"`code`", "code, or three of them on a line before and after several lines"},
    }};
    return h::table(h::cls("tbl"),
                    h::thead(h::tr(h::th(h::attr("scope", "col"), "You type"),
                                   h::th(h::attr("scope", "col"), "You get"))),
                    h::tbody(h::each(ways, [](const auto& way) {
                        return h::tr(h::td(h::code(way[0])), h::td(way[1]));
                    })));
}

http::Response show_help(web::Call& call) {
    web::Page page;
    page.name = "help";
    page.title = "Help and house rules";
    page.current = "/help";
    page.content = h::all(
        h::h1("Help and house rules"),
        h::p(h::cls("lede"), "Be kind, be useful, and keep the Rule."),
        h::div(
            h::cls("prose mt5"), h::h2("House rules"),
            h::ul(h::li(h::a(h::href("/help/rule"), "The Chatham House Rule"),
                        ": use what you learn, never say who said it."),
                  h::li("Nothing that could identify a patient, ever."),
                  h::li("No selling. Say so if you have an interest in what you recommend."),
                  h::li("Disagree with the idea, not with the person.")),
            h::h2("Reading"),
            h::p("A dot marks what is new to you. A topic opens at the first post you have not "
                 "read. Follow a topic to have it stand out; mute it to have it left alone. Your "
                 "own replies never count as new to you."),
            h::h2("Writing"),
            h::p("Text is saved as a draft while you write. Preview shows what others will see. "
                 "You can edit a post for a day; members can see what changed.")),
        h::div(h::cls("mt5"), markdown_table()),
        h::div(h::cls("prose mt5"), h::h2(h::id("keyboard"), "Keyboard"),
               h::p("Single keys work outside text fields, where the browser allows script: ",
                    h::kbd("J"), " and ", h::kbd("K"), " move, ", h::kbd("R"),
                    " replies. Press ", h::kbd("?"), " for all of them, and to turn them off."),
               h::p(h::button(h::cls("btn second small"), h::attr("type", "button"),
                              h::flag("data-keys"), "Show all shortcuts"))));
    return call.page(std::move(page));
}

}  // namespace

void help_routes(web::Routes& site) { site.get("/help", web::anyone, show_help); }

}  // namespace home
