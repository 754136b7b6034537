#include "features/forum/pages.h"

#include "platform/base/text.h"
#include "platform/html/tags.h"

#include <algorithm>
#include <span>

namespace forum {

namespace h = html;

namespace {

using Place = kit::TodayPart::Place;
constexpr int rows_max = 12;

h::Html mention_item(const web::Call& call, const MentionLine& line) {
    return h::li(h::span(h::cls("tile"), web::icon("i-at")),
                 h::div(h::h3(line.author + " mentioned you"),
                        h::p(h::cls("snip"), "“", base::excerpt(line.markdown, 120), "”"),
                        h::p(h::cls("meta"), line.title, separator(),
                             how_long(line.written, call.now(), call.zone()))),
                 h::div(h::cls("act"), h::a(h::cls("btn small second"), h::href(path_to(line)),
                                            "Read and reply",
                                            web::hidden_text(": " + line.title))));
}

kit::TodayPart waiting(web::Call& call, Shelf& shelf) {
    kit::TodayPart part{.place = Place::waiting};
    const auto mentions = mentions_of(call, shelf);
    constexpr std::size_t shown_max = 3;
    for (const auto& line : std::span(*mentions).first(std::min(shown_max, mentions->size()))) {
        part.html.add(mention_item(call, line));
    }
    if (!mentions->empty()) {
        part.summary = how_many(*mentions) +
                       (mentions->size() == 1 ? " mention of you" : " mentions of you");
    }
    return part;
}

h::Html network_tabs(const std::vector<networks::Network>& networks,
                     const Unread& unread, AudienceId chosen) {
    const auto tab = [&](const std::string& path, std::string_view label, std::int64_t posts,
                         bool is_current) {
        return h::a(h::href(path), h::attr_if(is_current, "aria-current", "true"), label, " ",
                    h::when(posts > 0,
                            [&] { return h::span(h::cls("count"), unread.shown(posts)); }));
    };
    h::Html tabs = tab("/", "All", unread.all().posts, !chosen);
    for (const auto& network : networks) {
        const auto posts = unread.of(network.audience).posts;
        if (posts == 0 && network.audience != chosen) continue;
        tabs.add(tab("/?network=" + network.slug, network.short_name, posts,
                     network.audience == chosen));
    }
    return h::nav(h::cls("tabs"), h::attr("aria-label", "Filter by network"), tabs);
}

// What is unread first, and then the latest, so that the list is never a stub.
std::vector<TopicLine> rows(const Forum& forum, const Scope& scope) {
    auto lines = forum.topics(View::unread, scope, {}, rows_max).rows;
    if (lines.size() == rows_max) return lines;
    for (auto& line : forum.topics(View::latest, scope, {}, 2 * rows_max).rows) {
        if (lines.size() == rows_max) break;
        if (line.unread == 0) lines.push_back(std::move(line));
    }
    return lines;
}

// Where script says that something is new; what stands under the reader's eyes stays until then.
h::Html news_bar(const web::Call& call) {
    const auto network = call.query().get("network");
    const std::string here = network.empty() ? "/" : "/?network=" + http::percent_encode(network);
    return h::div(h::cls("news above"), h::id("news"), h::attr("data-subject", "unread"),
                  h::attr("data-src", here), h::attr("data-ids", "new"),
                  h::attr("data-words", "New posts"), h::flag("hidden"));
}

kit::TodayPart new_in_networks(web::Call& call, Shelf& shelf) {
    const auto forum = call.open<Forum>();
    const auto networks = networks_of(call, shelf);
    const auto unread = unread_of(call, shelf);
    const auto [_, topics, posts] = unread->all();
    AudienceId chosen;
    for (const auto& network : *networks) {
        if (network.slug == call.query().get("network")) chosen = network.audience;
    }
    const auto lines = rows(forum, chosen ? Scope(chosen) : Everywhere{});
    kit::TodayPart part{.place = Place::main};
    if (unread->is_more) {
        part.summary = "more than " + base::grouped(unread_topics_max) + " topics with new posts";
    } else if (posts > 0) {
        part.summary = base::counted(posts, "new post in ", "new posts in ") +
                       base::counted(topics, "topic", "topics");
    }
    if (networks->empty()) {
        part.html = h::section(
            h::attr("aria-labelledby", "n"),
            h::div(h::cls("sec-h"), h::h2(h::id("n"), "New in your networks")),
            no_network(call));
        return part;
    }
    part.html = h::section(
        h::attr("aria-labelledby", "n"), h::id("new"),
        h::div(h::cls("sec-h"), h::h2(h::id("n"), "New in your networks"),
               h::when(posts > 0 && !chosen,
                       [&] {
                           return h::form(h::cls("more"), h::attr("method", "post"),
                                          h::action("/forum/caught-up"), call.token_field(),
                                          h::input(h::attr("type", "hidden"),
                                                   h::attr("name", "from"),
                                                   h::attr("value", "today")),
                                          h::button(h::cls("link"), h::attr("type", "submit"),
                                                    "Mark all as read"));
                       })),
        network_tabs(*networks, *unread, chosen), news_bar(call),
        lines.empty()
            ? empty_state("Nothing has been said here yet",
                          "Ask the question that you wish somebody had asked before you.",
                          h::a(h::cls("btn second small"), h::href("/forum/new"), "Start a topic"))
            : topic_rows(call, lines, *networks),
        h::p(h::cls("mt4 flex"), h::a(h::cls("btn second"), h::href("/forum"), "See all topics"),
             h::span(h::cls("hint desk"), "Press ", h::kbd("J"), " and ", h::kbd("K"), " to move, ",
                     h::kbd("Enter"), " to open, ", h::kbd("?"), " for all shortcuts.")));
    return part;
}

kit::TodayPart followed(web::Call& call) {
    constexpr int shown_max = 5;
    const auto lines = call.open<Forum>().topics(View::followed, Everywhere{}, {}, shown_max).rows;
    kit::TodayPart part{.place = Place::rail};
    const auto item = [&](const TopicLine& line) {
        return h::li(h::div(h::h3(h::a(h::href(path_to(line.id, line.title)), line.title)),
                            h::p(h::cls("meta"),
                                 line.unread > 0 ? base::grouped(line.unread) + " new"
                                                 : base::counted(line.last_number - 1, "reply",
                                                                 "replies"),
                                 separator(),
                                 how_long(line.last_post_at, call.now(), call.zone()))));
    };
    part.html = h::section(
        h::attr("aria-labelledby", "fo"),
        h::div(h::cls("sec-h"), h::h2(h::id("fo"), "You follow"),
               h::a(h::cls("more"), h::href("/forum?view=followed"), "All you follow")),
        lines.empty() ? h::p(h::cls("meta"), "Press Follow on a topic, and it appears here.")
                      : h::ul(h::cls("side-list"), h::each(lines, item)));
    return part;
}

}  // namespace

std::vector<kit::TodayPart> today(web::Call& call, Shelf& shelf) {
    return {loosenings_asked(call, shelf), waiting(call, shelf), new_in_networks(call, shelf),
            followed(call)};
}

}  // namespace forum
