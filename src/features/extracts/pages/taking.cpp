#include "features/extracts/pages.h"

#include "features/extracts/policy.h"
#include "platform/base/text.h"
#include "platform/html/markdown.h"
#include "platform/html/tags.h"
#include "platform/kit/today.h"
#include "platform/web/download.h"
#include "platform/web/form.h"
#include "platform/web/parts.h"

#include <algorithm>
#include <charconv>

namespace extracts {

namespace h = html;

namespace {

constexpr int posts_shown_max = 500;

forum::Topic topic_in(const web::Call& call) {
    const auto topic = call.open<forum::Forum>().topic(call.id<forum::TopicId>("topic"));
    if (topic.hidden) throw base::NotFound();
    return topic;
}

std::vector<int> chosen_in(const web::Call& call) {
    std::vector<int> numbers;
    for (const auto& [name, value] : call.form().all()) {
        int number = 0;
        if (name != "posts") continue;
        std::from_chars(value.data(), value.data() + value.size(), number);
        if (number > 0) numbers.push_back(number);
    }
    std::ranges::sort(numbers);
    const auto again = std::ranges::unique(numbers);
    numbers.erase(again.begin(), again.end());
    return numbers;
}

h::Html post_choice(const forum::PostText& post, bool is_chosen, bool is_first) {
    constexpr std::size_t shown_max = 160;
    const std::string number = std::to_string(post.number);
    const std::string id = is_first ? "posts" : "post-" + number;
    const bool may = may_be_taken(post);
    const std::string words = post.is_hidden ? "Hidden by a moderator: it is not taken outside."
                              : may ? base::excerpt(html::render_markdown(post.markdown).text,
                                                    shown_max)
                                    : "Closed: it may not be used outside, with a name or without.";
    return h::div(h::cls("check"),
                  h::input(h::attr("type", "checkbox"), h::id(id), h::attr("name", "posts"),
                           h::attr("value", number), h::flag("checked", is_chosen && may),
                           h::flag("disabled", !may)),
                  h::label(h::attr("for", id), "Post " + number), h::p(h::cls("hint"), words));
}

h::Html choices(const web::Call& call, const std::vector<forum::PostText>& posts) {
    const auto chosen = call.is_drawn_again() ? chosen_in(call) : std::vector<int>();
    const web::FieldNotes notes = web::field_notes(call, {.name = "posts", .label = "Posts"});
    bool is_first = true;
    h::Html all;
    for (const auto& post : posts) {
        const bool is_chosen = std::ranges::find(chosen, post.number) != chosen.end();
        all.add(post_choice(post, is_chosen, is_first && may_be_taken(post)));
        if (may_be_taken(post)) is_first = false;
    }
    return h::fieldset(h::cls(notes.is_refused ? "field bad" : "field"),
                       h::legend(h::cls("label"), "Which posts"), notes.html,
                       h::div(h::cls("checks mt3"), all));
}

http::Response show_taking(web::Call& call, const Door&) {
    const auto topic = topic_in(call);
    const auto posts = call.open<forum::Texts>().of(topic.id, 1, posts_shown_max);
    web::Page page;
    page.name = "extract-taking";
    page.title = "Take it outside";
    page.current = "/forum";
    page.content = h::all(
        web::crumbs({{"Topics", "/forum"}, {topic.title, forum::path_to(topic)}}),
        h::h1(page.title),
        h::p(h::cls("lede"),
             "The Rule lets you use what was said, but not tell who said it. Choose what you need: "
             "an extract is made of it without names, and we mark what could still tell."),
        stages(Stage::choosing),
        h::form(
            h::cls("form mt5"), h::attr("method", "post"), h::action(path_to_take(topic.id)),
            h::flag("novalidate"), call.form_fields(), web::error_summary(call),
            choices(call, posts),
            h::div(h::cls("flex"),
                   h::button(h::cls("btn"), h::attr("type", "submit"), h::attr("name", "do"),
                             h::attr("value", "chosen"), "Take the chosen posts"),
                   h::button(h::cls("btn second"), h::attr("type", "submit"), h::attr("name", "do"),
                             h::attr("value", "whole"), "Take the whole topic"))));
    return call.page(std::move(page));
}

http::Response take(web::Call& call, const Door& door) {
    const auto topic = topic_in(call);
    auto numbers = chosen_in(call);
    if (call.form().get("do") == "whole") {
        numbers.clear();
        for (const auto& post : call.open<forum::Texts>().of(topic.id, 1, topic.last_number)) {
            if (may_be_taken(post)) numbers.push_back(post.number);
        }
    }
    const auto taken = opened(call, door).take(topic, numbers);
    if (!taken) return call.again(at(door, show_taking), taken.error());
    return call.redirect(path_to(*taken));
}

// ---- the list ----

std::string state_words(const Extract& one) {
    switch (one.state) {
        case State::draft: return one.returned.empty() ? "Draft" : "Sent back to you";
        case State::handed_on: return "Handed on";
        case State::published: return "Published";
        case State::given_up: return "Given up";
    }
    return {};
}

h::Html rows(const web::Call& call, const std::vector<Extract>& extracts) {
    return h::div(h::cls("panel mt3"),
                  h::ol(h::cls("rows"), h::each(extracts, [&](const Extract& one) {
                            return h::li(h::cls("row"),
                                         h::span(h::cls("mark"), web::icon("i-quote")),
                                         h::div(h::h3(h::a(h::href(path_to(one.id)), one.title)),
                                                h::p(h::cls("meta"), one.network.short_name,
                                                     " network", web::separator(), state_words(one),
                                                     web::separator(), day_of(call, one.changed))));
                        })));
}

http::Response show_list(web::Call& call, const Door& door) {
    if (call.actor().audiences().empty()) throw base::NotFound();
    const auto extracts = opened(call, door);
    std::vector<Extract> mine, waiting, published;
    for (auto& one : extracts.all()) {
        auto& list = one.state == State::published ? published
                     : extracts.is_mine(one)       ? mine
                                                   : waiting;
        list.push_back(std::move(one));
    }
    const auto part = [&](std::string_view id, std::string_view title, const auto& list) {
        return h::when(!list.empty(), [&] { return section(id, title, rows(call, list)); });
    };
    web::Page page;
    page.name = "extracts";
    page.title = "Extracts";
    page.current = list_path;
    page.content = h::all(
        h::h1(page.title),
        h::p(h::cls("lede"), "What was said in your networks, prepared to be used outside."),
        part("mine", "You are preparing", mine), part("waiting", "Handed on by others", waiting),
        part("published", "Published", published),
        h::when(mine.empty() && waiting.empty() && published.empty(), [] {
            return h::div(h::cls("mt5"),
                          web::empty_state("Nothing was taken outside yet",
                                           "Open a topic and press “Take it outside” to begin.",
                                           h::a(h::cls("btn second small"), h::href("/forum"),
                                                "See the topics")));
        }));
    return call.page(std::move(page));
}

// ---- copies ----

// The log first: a file without its line cannot be had.
http::Response take_copy(web::Call& call, const Door& door) {
    auto extracts = opened(call, door);
    const Extract seen = extract_in(call, door);
    const auto form = std::ranges::find(forms(), call.form().get("form"), &FormFace::code);
    if (form == forms().end()) throw base::NotFound();
    const auto copy = extracts.copy(seen, form->form);
    if (!copy) return call.again(at(door, show_extract), copy.error());
    return call.redirect(path_to(seen.id) + "/copies/" + std::to_string(copy->value));
}

http::Response show_copy(web::Call& call, const Door& door) {
    const Extract seen = extract_in(call, door);
    const CopyId copy = call.id<CopyId>("copy");
    const record::Floor floor = call.open<record::Floor>();
    auto passed = door.gate.pass({.exit = leaving::Exit::export_file,
                                  .from = {std::string(copy_kind), seen.id.value, copy.value},
                                  .audience = seen.network.audience,
                                  .subject_line = seen.title},
                                 floor);
    if (!passed) throw base::NotFound();
    const FormFace& face = face_of(opened(call, door).form_of(copy).value());
    return web::download(*std::move(passed), {base::slug(seen.title) + "." + std::string(face.code),
                                              std::string(face.type)});
}

}  // namespace

void taking_routes(web::Routes& site, const Door& door) {
    using web::signed_in;
    site.get("/extracts", signed_in, at(door, show_list));
    site.get("/extracts/topics/{topic}", signed_in, at(door, show_taking),
             {.lane = web::Lane::blocking, .rate = {60}});
    site.post("/extracts/topics/{topic}", signed_in, at(door, take),
              {.lane = web::Lane::blocking, .rate = {20}});
    site.post("/extracts/{extract}/copies", signed_in, at(door, take_copy), {.rate = {20}});
    site.get("/extracts/{extract}/copies/{copy}", signed_in, at(door, show_copy),
             {.lane = web::Lane::blocking, .rate = {20}});
}

void routes(web::Routes& site, const Door& door) {
    taking_routes(site, door);  // what has a name of its own comes before {extract}
    preparing_routes(site, door);
    consent_routes(site, door);
}

std::vector<web::MenuEntry> menu(web::Call& call) {
    if (call.actor().audiences().empty()) return {};
    return {{.section = web::MenuEntry::Section::foot,
             .label = "Extracts",
             .path = std::string(list_path),
             .icon = "i-quote"}};
}

std::vector<kit::TodayPart> today(web::Call& call, Workshop& workshop) {
    std::vector<kit::TodayPart> parts;
    for (const Asked& one : call.open<Consents>(workshop).asked_of_me()) {
        parts.push_back(kit::waiting_item(
            {.title = "May your words be taken outside?",
             .meta = "Without your name, from the " + one.extract.network.short_name + " network",
             .icon = "i-quote",
             .path = path_to(one.extract.id) + "/consent",
             .button = "Read and answer"}));
    }
    if (call.actor().roles().empty()) return parts;
    const auto extracts = call.open<Extracts>(workshop);
    const auto waiting = std::ranges::count_if(extracts.all(), [&](const Extract& one) {
        return one.state == State::handed_on && !extracts.is_mine(one) &&
               call.actor().may(forum::moderate_forum, one.network.audience);
    });
    if (waiting > 0) {
        parts.push_back(kit::waiting_item(
            {.title = base::counted(waiting, "extract is handed on", "extracts are handed on"),
             .meta = "A second person reads each before it goes outside",
             .icon = "i-quote",
             .path = std::string(list_path),
             .button = "See them"}));
    }
    return parts;
}

}  // namespace extracts
