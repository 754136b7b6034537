#include "features/rule/pages.h"

#include "features/rule/rule.h"
#include "platform/html/tags.h"
#include "platform/web/call.h"

namespace rule {

namespace h = html;

namespace {

h::Html notice(std::string_view name, std::string_view words) {
    return h::div(h::cls("notice rule"), web::icon("i-rule"),
                  h::div(h::p(h::strong(name), " ", words, " ",
                              h::a(h::href("/help/rule"), "What this means in practice"))));
}

http::Response show_rule(web::Call& call) {
    web::Page page;
    page.name = "rule";
    page.title = "The Chatham House Rule";
    page.content = h::all(
        h::h1("The Chatham House Rule"),
        h::p(h::cls("lede"),
             "Use what you learn here. Never say who said it, or where they work."),
        h::p(h::cls("mt3"), h::a(h::href("/rule"), "The text that every member accepts")),
        h::div(h::cls("prose mt5"),
               h::p("You may repeat an idea, a number or a lesson. You may not repeat a name, a "
                    "place of work, or anything that gives either away."),
               h::h2("In practice"),
               h::ul(h::li("Write “a trust in the north told me”, not which one."),
                     h::li("Do not forward posts, and do not take screenshots with names in them."),
                     h::li("Ask the author first if you want to name them. Many will say yes.")),
               h::h2("Three states"),
               h::p("Above every topic stands which one holds for what is said next, and beside a "
                    "post where it is another: ",
                    h::strong("Chatham House Rule"), " (use it, without names), ",
                    h::strong("on the record"), " (you may say who said it) or ",
                    h::strong("closed"),
                    " (do not use it outside at all). A rule is made stricter at once. What you "
                    "said is put under a looser one only if you agree, and you alone can say that "
                    "you may be named with it."),
               h::h2("What this site does about it"),
               h::p("Mails about the forum carry titles, never the text of a post or who wrote it, "
                    "and on paper names, roles, faces and times are left out. "
                    "Nobody outside the network of an area can read it, find it or learn that it "
                    "exists. The site cannot stop a person who breaks the Rule on purpose: if you "
                    "see that, report it from the menu of the post.")));
    return call.page(std::move(page));
}

}  // namespace

const h::Html& banner(State state) {
    static const h::Html on_record =
        notice("On the record.", "You may use what is said here and say who said it.");
    static const h::Html chatham_house =
        notice("Chatham House Rule.",
               "Use what you learn here. Never say who said it, or where they work.");
    static const h::Html closed =
        notice("Closed.", "What is said here stays here. Do not use it outside.");
    switch (state) {
        case State::on_record: return on_record;
        case State::chatham_house: return chatham_house;
        case State::closed: return closed;
    }
    return closed;
}

std::string_view name_of(State state) {
    switch (state) {
        case State::on_record: return "on the record";
        case State::chatham_house: return "Chatham House Rule";
        case State::closed: return "closed";
    }
    return {};
}

std::string_view meaning_of(State state) {
    switch (state) {
        case State::on_record: return "On the record: it may be used, and who said it";
        case State::chatham_house: return "Chatham House Rule: it may be used, never who said it";
        case State::closed: return "Closed: it may not be used outside";
    }
    return {};
}

void explaining_routes(web::Routes& site) { site.get("/help/rule", web::anyone, show_rule); }

void routes(web::Routes& site) {
    explaining_routes(site);
    accepting_routes(site);
    text_routes(site);
}

}  // namespace rule
