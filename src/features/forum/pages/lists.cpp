#include "features/forum/pages.h"

#include "features/forum/policy.h"
#include "platform/base/text.h"
#include "platform/html/tags.h"

#include <algorithm>

namespace forum {

namespace h = html;

namespace {

struct Asked {
    View view = View::latest;
    sql::After after;
};

Asked asked(const web::Call& call) {
    const auto view = call.query().get("view");
    Asked asked;
    asked.view = view == "unread"     ? View::unread
                 : view == "followed" ? View::followed
                                      : View::latest;
    asked.after = sql::After::parse(call.query().get("after"));
    return asked;
}

std::string_view name_of(View view) {
    switch (view) {
        case View::latest: return "latest";
        case View::unread: return "unread";
        case View::followed: return "followed";
    }
    return {};
}

h::Html tab(std::string_view path, std::string_view label, bool is_current,
            std::string_view count = {}) {
    return h::a(h::href(path), h::attr_if(is_current, "aria-current", "true"), label,
                h::when(!count.empty(),
                        [&] { return h::all(" ", h::span(h::cls("count"), count)); }));
}

h::Html view_tabs(std::string_view path, View current, std::string_view unread) {
    const auto to = [&](View view) {
        return std::string(path) + "?view=" + std::string(name_of(view));
    };
    return h::nav(h::cls("tabs"), h::attr("aria-label", "Which topics"),
                  tab(to(View::latest), "Latest", current == View::latest),
                  tab(to(View::unread), "Unread", current == View::unread, unread),
                  tab(to(View::followed), "Followed", current == View::followed));
}

h::Html nothing_here(View view) {
    const auto button = [](std::string_view path, std::string_view label) {
        return h::a(h::cls("btn second small"), h::href(path), label);
    };
    switch (view) {
        case View::unread:
            return empty_state("You are up to date",
                               "New posts in your networks will appear here.",
                               button("/forum?view=latest", "See the latest topics"));
        case View::followed:
            return empty_state("You follow no topics yet",
                               "Press Follow on a topic, or reply to one, and it will appear here.",
                               button("/forum?view=latest", "See the latest topics"));
        case View::latest:
            return empty_state("Nothing has been said here yet",
                               "Ask the question that you wish somebody had asked before you.",
                               button("/forum/new", "Start a topic"));
    }
    return {};
}

h::Html more(std::string_view path, View view, const std::optional<sql::After>& next) {
    if (!next) return {};
    const std::string to = std::string(path) + "?view=" + std::string(name_of(view)) +
                           "&after=" + next->text();
    return h::nav(h::cls("pager"), h::attr("aria-label", "Pages of topics"),
                  h::a(h::cls("btn second small next"), h::href(to), "Older topics",
                       web::icon("i-right", "i s")));
}

h::Html catch_up_form(const web::Call& call) {
    return h::form(h::cls("more"), h::attr("method", "post"), h::action("/forum/caught-up"),
                   call.token_field(),
                   h::button(h::cls("link"), h::attr("type", "submit"), "Mark all as read"));
}

h::Html list(web::Call& call, Shelf& shelf, const Scope& scope, std::string_view path,
             const Asked& wish) {
    const auto forum = call.open<Forum>();
    const auto networks = networks_of(call, shelf);
    const auto slice = forum.topics(wish.view, scope, wish.after);
    const bool is_first = wish.after.id == INT64_MAX;
    const bool is_scoped = !std::holds_alternative<Everywhere>(scope);
    std::vector<TopicLine> rows;
    if (is_first && wish.view == View::latest) rows = forum.pinned(scope);
    for (const TopicLine& line : slice.rows) {
        const bool stands_above = std::ranges::find(rows, line.id, &TopicLine::id) != rows.end();
        if (!stands_above) rows.push_back(line);
    }
    if (networks->empty()) return h::all(h::h2(h::cls("vh"), "Topics"), no_network(call));
    const auto unread = unread_of(call, shelf);
    // Of a single area no count is kept.
    const auto* const audience = std::get_if<AudienceId>(&scope);
    const auto unread_topics = audience     ? unread->of(*audience).topics
                               : !is_scoped ? unread->all().topics
                                            : 0;
    return h::section(
        h::attr("aria-labelledby", "list-title"), h::id("list"),
        h::div(h::cls("sec-h"), h::h2(h::cls("vh"), h::id("list-title"), "Topics"),
               h::when(!is_scoped && unread_topics > 0, [&] { return catch_up_form(call); })),
        view_tabs(path, wish.view, unread->shown(unread_topics)),
        rows.empty() ? nothing_here(wish.view) : topic_rows(call, rows, *networks),
        more(path, wish.view, slice.next));
}

http::Response show_all(web::Call& call, Shelf& shelf) {
    web::Page page;
    page.name = "topics";
    page.title = "Topics";
    page.current = "/forum";
    page.content = h::all(
        h::div(h::cls("sec-h"), h::div(h::h1("Topics"))),
        h::div(h::cls("mt5"), list(call, shelf, Everywhere{}, "/forum", asked(call))));
    return call.page(std::move(page));
}

h::Html area_links(const networks::Network& network, const std::vector<networks::Area>& areas) {
    return h::aside(
        h::cls("stack rail"), h::attr("aria-label", "About this network"),
        h::section(h::attr("aria-labelledby", "areas"), h::h2(h::id("areas"), "Areas"),
                   h::ul(h::cls("side-list mt3"), h::each(areas, [&](const networks::Area& area) {
                             return h::li(h::div(
                                 h::h3(h::a(h::href(networks::path_to(network, area)), area.name)),
                                 h::p(h::cls("meta"), area.purpose)));
                         }))));
}

// On a phone the areas stand far below, after all topics.
h::Html way_to_areas(std::size_t areas) {
    return h::p(h::cls("phone mt3"),
                h::a(h::href("#areas"), base::counted(static_cast<long long>(areas), "area",
                                                      "areas")));
}

h::Html network_head(const networks::Network& network, std::int64_t members) {
    return h::div(
        h::cls("sec-h"),
        h::div(h::h1(h::cls("titled"), sign_of(network),
                     network.short_name + " network"),
               h::p(h::cls("lede"),
                    network.purpose + " " + base::counted(members, "member.", "members.") + " ",
                    h::a(h::href(about_path(network)), "About this network"), web::separator(),
                    h::a(h::href(path_to(network) + "/notices"), "Notices"))),
        h::a(h::cls("btn more"), h::href("/forum/new"), web::icon("i-plus", "i s"),
             "Start a topic"));
}

h::Html finder(const std::string& words) {
    return h::form(h::cls("search large mt4"), h::attr("role", "search"),
                   h::attr("aria-label", "Search networks"), h::action("/networks"),
                   h::label(h::cls("vh"), h::attr("for", "nq"), "Search networks"),
                   web::icon("i-search"),
                   h::input(h::id("nq"), h::attr("name", "words"), h::attr("type", "search"),
                            h::attr("value", words), h::attr("maxlength", "100")),
                   h::button(h::cls("btn small"), h::attr("type", "submit"), "Search"));
}

http::Response show_network(web::Call& call, Shelf& shelf) {
    const auto networks = call.open<networks::Networks>();
    const auto network = networks.network(call.part("network"));
    const auto path = networks::path_to(network);
    if (call.actor().is_asked(network.audience)) {  // that there is such a network, everybody knows
        return call.redirect(rule::asking_path(network) + "?next=" + http::percent_encode(path));
    }
    if (!networks.belongs(network)) return call.redirect(networks::about_path(network));
    web::Page page;
    page.name = "network";
    page.title = network.short_name + " network";
    page.current = path;
    const h::Html head = h::all(crumbs({{"Networks", "/networks"}}),
                                network_head(network, networks.members(network)));
    const auto areas = networks.areas(network);
    page.content = h::all(
        head, way_to_areas(areas.size()),
        h::div(h::cls("cols mt5"),
               h::div(h::cls("stack tight"),
                      list(call, shelf, network.audience, path, asked(call))),
               area_links(network, areas)));
    return call.page(std::move(page));
}

http::Response show_area(web::Call& call, Shelf& shelf) {
    const auto networks = call.open<networks::Networks>();
    const auto network = networks.network(call.part("network"));
    const auto area = networks.area(network, call.part("area"));
    const auto path = networks::path_to(network, area);
    web::Page page;
    page.name = "area";
    page.title = area.name + ", " + network.short_name + " network";
    page.current = networks::path_to(network);
    page.content = h::all(
        crumbs({{"Networks", "/networks"},
                {network.short_name + " network", networks::path_to(network)}}),
        h::div(h::cls("sec-h"),
               h::div(h::h1(area.name), h::p(h::cls("lede"), area.purpose)),
               h::a(h::cls("btn more"),
                    h::href("/forum/new?area=" + std::to_string(area.id.value)),
                    web::icon("i-plus", "i s"), "Start a topic")),
        rule::banner(call.open<rule::Rule>().state_of(area.id)),
        h::when(call.actor().may(rule::set_rule),
                [&] {
                    const std::string to =
                        "/forum/areas/" + std::to_string(area.id.value) + "/rule";
                    return h::p(h::cls("mt3"), h::a(h::href(to), "Set the rule of this area"));
                }),
        h::div(h::cls("mt5"), list(call, shelf, area.id, path, asked(call))));
    return call.page(std::move(page));
}

// A row of the finder; what is new in it, for those who belong.
h::Html network_row(const networks::Network& network, bool belongs, const std::string& news) {
    return h::li(
        h::cls("row"),
        h::span(h::cls("mark"), sign_of(network)),
        h::div(h::h3(h::a(h::href(belongs ? networks::path_to(network)
                                          : networks::about_path(network)),
                          network.name)),
               h::p(h::cls("meta"), network.purpose)),
        h::div(h::cls("end"), belongs ? h::span(h::cls("pill ok"), "You belong") : h::Html(),
               h::when(!news.empty(),
                       [&] { return h::span(h::cls("pill new"), news + " new"); })));
}

http::Response show_networks(web::Call& call, Shelf& shelf) {
    const auto networks = call.open<networks::Networks>();
    const std::string words = base::one_line(call.query().get("words"));
    const auto found = networks.found_by(words);
    const bool is_person = call.actor().is_person();
    const auto unread = is_person ? unread_of(call, shelf) : std::make_shared<const Unread>();
    const auto row = [&](const networks::Network& network) {
        const auto posts = unread->of(network.audience).posts;
        return network_row(network, networks.belongs(network),
                           posts > 0 ? unread->shown(posts) : "");
    };
    web::Page page;
    page.name = "networks";
    page.title = "Networks";
    page.current = "/networks";
    page.content = h::all(
        h::div(h::cls("sec-h"),
               h::div(h::h1("Networks"),
                      h::p(h::cls("lede"),
                           "Members meet by role and subject. One person, many networks.")),
               h::when(call.actor().may(networks::found_networks),
                       [] {
                           return h::a(h::cls("btn more"), h::href("/networks/new"),
                                       web::icon("i-plus", "i s"), "Found a network");
                       })),
        finder(words),
        h::section(
            h::cls("mt5"), h::attr("aria-labelledby", "found"),
            h::h2(h::cls(words.empty() ? "vh" : ""), h::id("found"),
                  words.empty() ? std::string("All networks")
                                : base::counted(static_cast<long long>(found.size()), "network",
                                                "networks")),
            found.empty() ? empty_state("No network is like that",
                                        "Try another word, or see which of all suits you.",
                                        h::a(h::cls("btn second small"), h::href("/networks"),
                                             "See all networks"))
                          : h::div(h::cls("panel mt3"),
                                   h::ol(h::cls("rows"), h::each(found, row)))),
        h::when(!is_person, [] {
            return h::p(h::cls("mt5"), h::a(h::cls("btn"), h::href("/join"),
                                            "Which networks do I qualify for?"));
        }));
    return call.page(std::move(page));
}

http::Response show_mentions(web::Call& call, Shelf&) {
    constexpr int mentions_max = 50;
    const auto mentions = call.open<Forum>().unseen_mentions(mentions_max);
    web::Page page;
    page.name = "mentions";
    page.title = "Mentions";
    const auto row = [&](const MentionLine& line) {
        return h::li(h::cls("row unread"), h::span(h::cls("mark"), h::span(h::cls("dot"))),
                     h::div(h::h3(h::a(h::href(path_to(line)),
                                       line.author + " mentioned you")),
                            h::p(h::cls("meta"), line.title, separator(),
                                 how_long(line.written, call.now(), call.zone())),
                            h::p(h::cls("snip"), base::excerpt(line.markdown, 160))),
                     h::div(h::cls("end")));
    };
    page.content = h::all(
        h::h1("Mentions"), h::p(h::cls("lede"), "Posts that name you and that you have not seen."),
        h::h2(h::cls("vh"), "Unseen mentions"),
        h::div(h::cls("mt5"),
               mentions.empty()
                   ? empty_state("Nobody has mentioned you since you last looked",
                                 "When a post names you with @, it appears here.",
                                 h::a(h::cls("btn second small"), h::href("/"), "Go to Today"))
                   : h::div(h::cls("panel"), h::ol(h::cls("rows"), h::each(mentions, row)))));
    return call.page(std::move(page));
}

http::Response catch_up(web::Call& call) {
    if (call.open<networks::Networks>().mine().empty()) throw base::NotFound();
    call.open<Forum>().catch_up();
    const bool from_today = call.form().get("from") == "today";
    return call.redirect(from_today ? "/" : "/forum?view=latest",
                         "All topics are marked as read.");
}

}  // namespace

std::vector<web::MenuEntry> menu(web::Call& call, Shelf& shelf) {
    using Section = web::MenuEntry::Section;
    const auto unread = unread_of(call, shelf);
    const auto new_posts = [&](AudienceId audience) {
        return web::MenuEntry::Count{unread->shown(unread->of(audience).posts), " new posts"};
    };
    const auto networks = networks_of(call, shelf);
    std::vector<web::MenuEntry> entries;
    if (!networks->empty()) {
        entries.push_back({.section = Section::main, .label = "Topics", .path = "/forum",
                           .icon = "i-topics", .short_label = "Topics", .keys = "g f",
                           .count = new_posts({})});
    }
    entries.push_back({.section = Section::main, .label = "Networks", .path = "/networks",
                       .icon = "i-people", .short_label = "Networks", .keys = "g n"});
    for (const auto& network : *networks) {
        entries.push_back({.section = Section::listed,
                           .label = network.short_name,
                           .path = networks::path_to(network),
                           .icon = "g-" + network.glyph,
                           .count = new_posts(network.audience),
                           .tone = tone_of(network)});
    }
    return entries;
}

web::BarNotes bar(web::Call& call, Shelf& shelf) {
    const bool is_member = !networks_of(call, shelf)->empty();
    const auto mentions = mentions_of(call, shelf);
    std::string waiting;
    if (!mentions->empty()) {
        waiting = how_many(*mentions) + (mentions->size() == 1 ? " is new" : " are new");
    }
    return {.action_path = is_member ? "/forum/new" : "",
            .action_label = "Start a topic",
            .waiting = waiting,
            .waiting_path = is_member ? "/forum/mentions" : "",
            .account_path = "/settings",
            .has_search = is_member};
}

web::Signposts signposts() {
    using enum web::Shortcut::Kind;
    return {.shortcuts = {{moving, "J", "Next row or post"},
                          {moving, "K", "Previous row or post"},
                          {moving, "Enter", "Open the row"},
                          {moving, "N", "Next unread topic"},
                          {moving, "U", "Back to the list"},
                          {acting, "R", "Reply"},
                          {acting, "Q", "Quote the post"},
                          {acting, "C", "Start a topic"},
                          {acting, "F", "Follow the topic"},
                          {acting, "/", "Search"},
                          {going, "G then F", "Go to topics"},
                          {going, "G then N", "Go to networks"},
                          {writing, "Ctrl Enter", "Post what you wrote"}},
            .search = {"/search", "Search topics"},
            .not_found = "It may also be that the page is for members of a network you do not "
                         "belong to.",
            .menu_subject = "unread",
            .listed = {"networks", "Your networks"}};
}

void list_routes(web::Routes& site, const ShelfPtr& shelf) {
    using web::signed_in;
    const auto with = [&shelf](auto page) {
        return [shelf, page](web::Call& call) { return page(call, *shelf); };
    };
    site.get("/forum", signed_in, for_members(shelf, show_all));
    site.get("/forum/mentions", signed_in, for_members(shelf, show_mentions));
    site.post("/forum/caught-up", signed_in, catch_up, {.rate = {30}});
    site.get("/networks", web::anyone, with(show_networks));
    site.get("/networks/{network}", web::anyone, with(show_network));
    site.get("/networks/{network}/{area}", signed_in, with(show_area));
}

}  // namespace forum
