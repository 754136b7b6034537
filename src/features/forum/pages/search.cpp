#include "features/forum/pages.h"

#include "platform/base/text.h"
#include "platform/html/tags.h"
#include "platform/search/query.h"

#include <algorithm>

namespace forum {

namespace h = html;

namespace {

constexpr std::size_t query_bytes_max = 400;

h::Html again_form(std::string_view words) {
    return h::form(h::cls("search large mt4"), h::attr("role", "search"), h::action("/search"),
                   h::attr("aria-label", "Search again"),
                   h::label(h::cls("vh"), h::attr("for", "q2"), "Search topics"),
                   web::icon("i-search"),
                   h::input(h::id("q2"), h::attr("name", "q"), h::attr("type", "search"),
                            h::attr("maxlength", "200"), h::attr("value", words)),
                   h::button(h::cls("btn small"), h::attr("type", "submit"), "Search"));
}

h::Html hit_row(const web::Call& call, const Hit& hit, std::string_view words,
                const std::vector<networks::Network>& networks) {
    const auto network =
        std::ranges::find(networks, hit.topic.audience, &networks::Network::audience);
    const std::string path = path_to(hit.post);
    const int replies = hit.topic.last_number - 1;
    return h::li(
        h::cls("row strong"), h::span(h::cls("mark"), ""),
        h::div(h::h3(h::a(h::href(path), search::marked(hit.topic.title, words))),
               h::p(h::cls("meta"),
                    h::when(network != networks.end(),
                            [&] {
                                return h::all(sign_of(*network),
                                              network->short_name,
                                              h::span(h::cls("nw"), " network"), separator());
                            }),
                    when(hit.at, call.now(), call.zone())),
               h::p(h::cls("snip"), search::snippet(hit.text, words))),
        h::div(h::cls("end"),
               h::span(h::cls("stat"), h::span(h::cls("num"), base::grouped(replies)), h::br(),
                       h::span(replies == 1 ? "reply" : "replies"))));
}

h::Html tabs(std::string_view words, bool newest_first) {
    const std::string path = "/search?q=" + http::percent_encode(words);
    return h::nav(h::cls("tabs mt4"), h::attr("aria-label", "Order"),
                  h::a(h::href(path), h::attr_if(!newest_first, "aria-current", "true"),
                       "Best match"),
                  h::a(h::href(path + "&order=newest"),
                       h::attr_if(newest_first, "aria-current", "true"), "Newest"));
}

std::string said(const Hits& hits, std::string_view words) {
    std::string sentence = base::counted(hits.matches, "post", "posts") + " for “" +
                           std::string(words) + "”.";
    if (hits.is_capped) {
        sentence = "More than " + sentence + " The newest " + base::grouped(hits.matches) +
                   " were ranked.";
    }
    if (static_cast<std::int64_t>(hits.rows.size()) < hits.matches) {
        sentence += " The first " + base::grouped(static_cast<long long>(hits.rows.size())) +
                    " are shown; more words find fewer.";
    }
    return sentence;
}

h::Html results(web::Call& call, Shelf& shelf, const std::string& words, bool newest_first) {
    const auto hits = call.open<Forum>().search(words, newest_first);
    if (hits.rows.empty()) {
        return h::div(h::cls("mt5"), h::h2(h::cls("vh"), "Results"),
                      empty_state("Nothing matches “" + words + "”",
                                  "Try fewer or other words, or look through the topics.",
                                  h::a(h::cls("btn second small"), h::href("/forum"),
                                       "See all topics")));
    }
    const auto networks = networks_of(call, shelf);
    return h::all(tabs(words, newest_first),
                  h::p(h::cls("meta"), h::attr("role", "status"), said(hits, words)),
                  h::h2(h::cls("vh"), "Results"),
                  h::div(h::cls("panel mt3"),
                         h::ol(h::cls("rows"), h::each(hits.rows, [&](const Hit& hit) {
                                   return hit_row(call, hit, words, *networks);
                               }))));
}

http::Response show_search(web::Call& call, Shelf& shelf) {
    const std::string words = base::one_line(call.query().get("q").substr(0, query_bytes_max));
    const bool newest_first = call.query().get("order") == "newest";
    web::Page page;
    page.name = "search";
    page.title = words.empty() ? "Search" : "Search: " + words;
    page.content = h::all(
        h::h1("Search"), again_form(words),
        words.empty()
            ? h::p(h::cls("hint mt3"),
                   "Words, “phrases in quotes”, and -word to leave something out. You find only "
                   "what you may read.")
            : results(call, shelf, words, newest_first));
    return call.page(std::move(page));
}

// A post by its own address leads to its place in the topic.
http::Response go_to_post(web::Call& call) {
    const auto forum = call.open<Forum>();
    const Post post = forum.post(call.id<PostId>("post"));
    return call.redirect(path_to(forum.topic(post.topic), post.number));
}

}  // namespace

void search_routes(web::Routes& site, const ShelfPtr& shelf) {
    site.get("/search", web::signed_in,
             for_members(shelf, show_search),
             {.lane = web::Lane::blocking, .rate = {60}});
    site.get("/forum/posts/{post}", web::signed_in, go_to_post);
}

}  // namespace forum
