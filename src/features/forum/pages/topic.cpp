#include "features/forum/pages.h"

#include "features/forum/pages/post.h"
#include "features/forum/policy.h"
#include "platform/base/text.h"
#include "platform/html/tags.h"

#include <algorithm>
#include <cassert>
#include <charconv>

namespace forum {

namespace h = html;

namespace {

// What a stretch shows depends on the topic's version, the day and the zone ("Today, 08:49").
std::shared_ptr<const DrawnPosts> drawn_posts(web::Call& call, Shelf& shelf, const Topic& topic,
                                              int from, int count) {
    const std::string key = std::to_string(topic.id.value) + ':' + std::to_string(from) + ':' +
                            std::to_string(count) + ':' +
                            std::to_string(call.zone().local(call.now()).day_number) + ':' +
                            call.zone().name();
    const auto draw = [&] { return draw_posts(call, topic, from, count); };
    if (auto found = shelf.posts.find(key, topic.version)) {
#ifdef MOOTHALL_DEBUG
        assert(draw().sheet.whole().text() == found->sheet.whole().text());
#endif
        return found;
    }
    auto made = std::make_shared<const DrawnPosts>(draw());
    shelf.posts.keep(key, topic.version, made, made->sheet.size());
    return made;
}

std::shared_ptr<const PeopleIn> people_in(web::Call& call, Shelf& shelf, const Topic& topic) {
    constexpr std::size_t faces_max = 6;
    if (auto found = shelf.people.find(topic.id.value, topic.version)) return found;
    const auto people = call.open<Forum>().people_in(topic, faces_max);
    const auto others = people.total - static_cast<std::int64_t>(people.first.size());
    auto made = std::make_shared<const PeopleIn>(faces(people.first), people.total, others);
    shelf.people.keep(topic.id.value, topic.version, made);
    return made;
}

// ---- the thread ----

h::Html thread_part(int first_number, const h::Html& posts, bool is_last) {
    if (posts.empty()) return {};
    return h::ol(h::cls("thread"), h::attr("start", std::to_string(first_number)),
                 h::attr_if(is_last, "id", "posts"), posts);
}

// Where the page begins: as asked, else at what is new, else at the last stretch.
struct Stretch {
    int from = 1;
    bool shows_opening = false;  // the first post above a fold
    int first_new = 0;           // 0: nothing is new here
};

Stretch stretch_of(const web::Call& call, const Topic& topic) {
    Stretch stretch;
    const int first_unread = topic.unread() > 0 ? topic.reading.read_number + 1 : 0;
    const auto asked = call.query().get("from");
    const auto [end, error] =
        std::from_chars(asked.data(), asked.data() + asked.size(), stretch.from);
    if (asked.empty() || error != std::errc()) {
        const int last_page = (topic.last_number - 1) / posts_a_page * posts_a_page + 1;
        stretch.from = first_unread > 0 ? first_unread : last_page;
        if (topic.last_number <= posts_a_page) stretch.from = 1;
        stretch.shows_opening = stretch.from > 1;
    }
    stretch.from = std::clamp(stretch.from, 1, topic.last_number);
    const int last = stretch.from + posts_a_page - 1;
    if (first_unread >= stretch.from && first_unread <= last && first_unread > 1) {
        stretch.first_new = first_unread;
    }
    return stretch;
}

// Whole, as all links of a page are: drawn again, it stands at the address of a POST.
std::string path_from(const Topic& topic, int number) {
    return path_to(topic) + "?from=" + std::to_string(number);
}

h::Html fold(const Topic& topic, int from) {
    const int count = from - 2;
    if (count <= 0) return {};
    const bool was_read = topic.reading.read_number >= from - 1;
    return h::a(h::cls("fold"), h::href(path_from(topic, 1)),
                base::counted(count, "earlier reply", "earlier replies") +
                    (was_read ? " that you have read " : " "),
                h::strong("Show from the start"));
}

h::Html fresh_line(const Topic& topic) {
    return h::div(h::cls("fresh"), h::id("new-posts"), base::grouped(topic.unread()) + " new");
}

h::Html thread(web::Call& call, Shelf& shelf, const TopicView& view, const Stretch& stretch) {
    const Topic& topic = view.topic;
    const Reader reader{call.actor(), view.reactions,
                        !may_moderate(call.actor(), topic.audience), call.now(),
                        call.actor().may(sealing::open_sealed_names)};
    const auto drawn = drawn_posts(call, shelf, topic, stretch.from, posts_a_page);
    h::Html above;
    if (stretch.shows_opening) {
        const auto opening = drawn_posts(call, shelf, topic, 1, 1);
        above = h::all(thread_part(1, for_reader(*opening, reader), false),
                       fold(topic, stretch.from));
    }
    if (stretch.first_new == 0) {
        return h::div(h::cls("panel"), h::id("thread"), above,
                      thread_part(stretch.from, for_reader(*drawn, reader), true));
    }
    const auto split = std::ranges::find_if(drawn->posts, [&](const DrawnPost& post) {
        return post.number >= stretch.first_new;
    });
    const auto before = for_reader(*drawn, {drawn->posts.begin(), split}, reader);
    const auto fresh = for_reader(*drawn, {split, drawn->posts.end()}, reader);
    return h::div(h::cls("panel"), h::id("thread"), above,
                  thread_part(stretch.from, before, false), fresh_line(topic),
                  thread_part(stretch.first_new, fresh, true));
}

h::Html pager(const Topic& topic, const Stretch& stretch) {
    const int last = std::min(stretch.from + posts_a_page - 1, topic.last_number);
    if (stretch.from == 1 && last == topic.last_number) return {};
    const int earlier = std::max(1, stretch.from - posts_a_page);
    return h::nav(
        h::cls("pager"), h::attr("aria-label", "Pages of this topic"),
        h::when(stretch.from > 1,
                [&] {
                    return h::a(h::cls("btn second small"),
                                h::href(path_from(topic, earlier)),
                                web::icon("i-left", "i s"), "Earlier posts");
                }),
        h::span(h::cls("where"), base::grouped(stretch.from) + " to " + base::grouped(last) +
                                     " of " + base::grouped(topic.last_number) + " posts"),
        h::when(last < topic.last_number, [&] {
            return h::a(h::cls("btn second small next"),
                        h::href(path_from(topic, last + 1)), "Later posts",
                        web::icon("i-right", "i s"));
        }));
}

// ---- around the thread ----

// Of the one form for small acts, so that they are the same for whoever is shown them again.
h::Html follow_buttons(const Topic& topic) {
    const bool follows = topic.reading.attention == Attention::followed;
    const bool muted = topic.reading.attention == Attention::muted;
    const std::string path = path_to(topic) + "/following";
    const auto button = [&](std::string_view id, std::string_view value, bool pressed,
                            std::string_view symbol, std::string_view words) {
        return h::button(h::cls("btn small second"), h::id(id), h::attr("form", "acts"),
                         h::formaction(path), h::attr("name", "attention"),
                         h::attr("value", pressed ? "normal" : value),
                         h::attr("aria-pressed", pressed ? "true" : "false"),
                         h::attr("data-swap", "about"),
                         h::attr_if(value == "followed", "data-key", "f"),
                         web::icon(symbol, "i s"), words);
    };
    return h::span(h::cls("flex"),
                   button("follow", "followed", follows, follows ? "i-check" : "i-bell",
                          follows ? "Following" : "Follow"),
                   button("mute", "muted", muted, "i-eye", muted ? "Muted" : "Mute"));
}

h::Html on_paper() {
    return h::p(h::cls("print-only"),
                "Use what you read here. Never say who said it, or where they work. Names, roles "
                "and times are left out on paper, but where somebody may be named.");
}

h::Html state_notices(const web::Call& call, const Topic& topic) {
    const auto notice = [](std::string_view symbol, std::string_view strong,
                           std::string_view words) {
        return h::div(h::cls("notice warn"), web::icon(symbol),
                      h::div(h::p(h::strong(strong), words)));
    };
    return h::all(
        h::when(topic.hidden.has_value(),
                [&] {
                    return notice("i-eye", "Hidden. ",
                                  "Only moderators see this topic. " + topic.hidden_reason);
                }),
        h::when(topic.closed.has_value(), [&] {
            const bool may_reply_still = !may_reply(call.actor(), topic);
            return notice("i-lock", "Closed. ",
                          may_reply_still ? "Only those who moderate here can reply."
                                          : "Nobody can reply any more. You can still read.");
        }));
}

h::Html heading(const web::Call& call, const Topic& topic, const Place& place,
                std::int64_t people) {
    return h::all(
        h::h1(topic.title),
        h::div(h::cls("meta meta-row mt3"), sign_of(place.network),
               h::span(place.network.short_name + " network"), separator(),
               h::span(base::counted(topic.replies(), "reply", "replies") + " from " +
                       base::counted(people, "person", "people")),
               separator(),
               h::span("Started ",
                       h::time(h::attr("datetime", base::iso_utc(topic.started)),
                               base::day_month_year(call.zone().local(topic.started))))));
}

// The line above what is new, if this page has one: a topic that is all new has none, and other
// stretches have none either.
std::string path_to_new(const Topic& topic, const Stretch& stretch) {
    if (stretch.first_new > 0) return "#new-posts";
    const int first = topic.reading.read_number + 1;
    const bool is_here = first >= stretch.from && first < stretch.from + posts_a_page;
    return is_here ? "#p" + std::to_string(first) : path_to(topic, first);
}

h::Html about(const web::Call& call, const TopicView& view, const Stretch& stretch) {
    const Topic& topic = view.topic;
    return h::div(
        h::id("about"), view.heading,
        h::div(h::cls("flex mt4"),
               h::when(topic.unread() > 0,
                       [&] {
                           return h::a(h::cls("btn small"),
                                       h::href(path_to_new(topic, stretch)),
                                       "Jump to " + base::grouped(topic.unread()) + " new");
                       }),
               view.follow_buttons,
               h::when(!may_rule(call.actor(), topic),
                       [&] {
                           return h::a(h::cls("btn small quiet"), h::href(path_to(topic) + "/rule"),
                                       web::icon("i-rule", "i s"), "Rule");
                       }),
               h::when(!may_moderate(call.actor(), topic.audience), [&] {
                   return h::a(h::cls("btn small quiet"), h::href(path_to(topic) + "/moderation"),
                               web::icon("i-cog", "i s"), "Moderate");
               }),
               h::a(h::cls("btn small quiet"),
                    h::href("/extracts/topics/" + std::to_string(topic.id.value)),
                    web::icon("i-quote", "i s"), "Take it outside"),
               h::a(h::cls("btn small quiet"),
                    h::href("/breaches/topics/" + std::to_string(topic.id.value)),
                    web::icon("i-flag", "i s"), "Report a breach")));
}

h::Html rail(const Topic& topic, const Place& place, const PeopleIn& people) {
    const int read = std::max(0, std::min(topic.reading.read_number, topic.last_number) - 1);
    return h::aside(
        h::cls("stack rail"), h::attr("aria-label", "About this topic"),
        h::section(
            h::attr("aria-labelledby", "ab"), h::h2(h::id("ab"), "In this topic"),
            h::dl(h::cls("facts mt3"),
                  h::div(h::dt("You have read"),
                         h::dd(base::grouped(read) + " of " +
                               base::counted(topic.replies(), "reply", "replies"))),
                  h::div(h::dt("Who can see this"),
                         h::dd(base::counted(place.members, "member", "members") + " of the " +
                               place.network.short_name + " network"))),
            h::div(h::cls("flex mt4"), people.faces, h::when(people.others > 0, [&] {
                       return h::span(h::cls("meta"),
                                      "and " + base::grouped(people.others) + " more");
                   }))));
}

// The quoted words, for those who follow the quote link without script.
std::string quoted(web::Call& call, const Topic& topic) {
    int number = 0;
    const auto asked = call.query().get("quote");
    std::from_chars(asked.data(), asked.data() + asked.size(), number);
    if (number < 1 || number > topic.last_number) return {};
    const auto forum = call.open<Forum>();
    const auto posts = posts_of(forum, topic, number, 1);
    if (posts.empty() || posts.front().number != number || posts.front().hidden) return {};
    std::string text = "> #" + std::to_string(number) + "\n> ";
    for (const char c : base::excerpt(forum.source(posts.front()), 400)) {
        text += c;
        if (c == '\n') text += "> ";
    }
    return text + "\n\n";
}

// Nobody can reply (any more). What was typed before that, or lies as a draft, can be copied.
h::Html instead_of_reply(web::Call& call, const TopicView& view, const base::Refusal& refusal) {
    const auto& draft = view.draft;
    const std::string text = call.typed("body", draft ? draft->body : "");
    if (base::trim(text).empty()) {
        return h::p(h::cls("notice info"), h::id("reply"), refusal.sentence);
    }
    return h::section(
        h::id("reply"), h::attr("aria-label", "Your reply"),
        call.refused().empty() ? h::p(h::cls("notice info"), refusal.sentence)
                               : web::error_summary(call),
        kept_text("It is not posted. Copy it, and use it where you go on.", text),
        h::when(draft.has_value(), [&] {
            return h::form(h::cls("mt4"), h::attr("method", "post"),
                           h::action(path_to(view.topic) + "/replies"), call.token_field(),
                           h::button(h::cls("btn quiet"), h::attr("type", "submit"),
                                     h::attr("name", "do"), h::attr("value", "discard"),
                                     "Discard draft"));
        }));
}

// Whoever only asks for the page, as nearly all do, is shown the same again.
bool is_plainly_asked(const web::Call& call) {
    return !call.is_drawn_again() && call.query().get("quote").empty() &&
           call.query().get("preview").empty();
}

// The reply form, but for what is new in every form.
h::Html writing(web::Call& call, const Topic& topic, const std::optional<Draft>& draft) {
    Composer fields{.label = "Your reply. Markdown works."};
    std::string begun = draft ? draft->body : std::string();
    if (auto quote = quoted(call, topic); !quote.empty()) {
        begun = begun.empty() ? quote : begun + "\n\n" + quote;
    }
    fields.body = call.typed("body", begun);
    const std::string people = path_to(topic) + "/mentionable";
    fields.people_path = people;
    if (draft) fields.saved = draft->saved;
    const bool previews = call.query().get("preview") == "1" && draft;
    if (previews) {
        fields.preview = h::section(
            h::cls("panel pad preview-pane mt3"), h::id("preview"), h::attr("tabindex", "-1"),
            h::flag("autofocus"), h::attr("aria-labelledby", "preview-h"),
            h::h3(h::id("preview-h"), "Preview"),
            h::div(h::cls("body"),
                   h::rendered_before(call.open<Desk>().preview(draft->body, topic))));
    }
    return h::all(
        h::input(h::attr("type", "hidden"), h::attr("name", "place"),
                 h::attr("value", draft_place(topic.id))),
        h::input(h::attr("type", "hidden"), h::attr("name", "state"),
                 h::attr("value", code_of(topic.state))),
        h::h2(h::id("rh"), h::cls("mt2"), "Your reply"), web::error_summary(call),
        composer(call, fields),
        h::p(h::cls("flex mt5"),
             h::button(h::cls("btn"), h::attr("type", "submit"), h::attr("data-busy", "Posting…"),
                       "Post reply"),
             h::button(h::cls("btn quiet"), h::id("save"), h::attr("type", "submit"),
                       h::attr("name", "do"), h::attr("value", "save"), h::flag("formnovalidate"),
                       "Save draft"),
             h::when(draft.has_value(),
                     [] {
                         return h::button(h::cls("btn quiet"), h::id("discard"),
                                          h::attr("type", "submit"), h::attr("name", "do"),
                                          h::attr("value", "discard"), h::flag("formnovalidate"),
                                          "Discard draft");
                     }),
             h::a(h::cls("btn quiet"), h::href("/forum/" + std::to_string(topic.id.value) +
                                               "/unattributed"),
                  "Speak unattributed")));
}

std::shared_ptr<const TopicView> view_of(web::Call& call, Shelf& shelf, TopicId id) {
    return web::keep(call, shelf.topics, std::pair(call.actor().id().value, id.value), [&] {
        const auto forum = call.open<Forum>();
        const Topic topic = forum.topic(id);
        const auto place = place_of(call, shelf, topic.area);
        const auto people = people_in(call, shelf, topic);
        const auto& network = place->network;
        const auto draft = call.open<Desk>().draft(draft_place(id));
        return TopicView{
            topic,
            place,
            forum.my_reactions(topic),
            forum.unseen_mentions(topic),
            draft,
            crumbs({{"Topics", "/forum"},
                    {network.short_name + " network", networks::path_to(network)},
                    {place->area.name, networks::path_to(network, place->area)}}),
            heading(call, topic, *place, people->total),
            follow_buttons(topic),
            rail(topic, *place, *people),
            is_plainly_asked(call) ? writing(call, topic, draft) : h::Html(),
        };
    });
}

h::Html reply_form_of(web::Call& call, const TopicView& view) {
    const Topic& topic = view.topic;
    if (auto refusal = may_reply(call.actor(), topic)) {
        return instead_of_reply(call, view, *refusal);
    }
    const bool is_kept = is_plainly_asked(call) && !view.writing.empty();
    return h::form(h::id("reply"), h::attr("method", "post"),
                   h::action(path_to(topic) + "/replies"), h::attr("aria-labelledby", "rh"),
                   h::attr("data-swap", "main"), call.form_fields(),
                   is_kept ? view.writing : writing(call, topic, view.draft));
}

// One form for all small acts on posts: the token stands on the page once, not at every post.
h::Html acts_form(const web::Call& call) {
    return h::form(h::id("acts"), h::attr("method", "post"), h::action("/forum/acts"),
                   h::attr("data-swap", "thread"), call.token_field());
}

// Where script says that there are new posts. Only the topic's end can take them in; from elsewhere
// the button leads there.
h::Html news_bar(const Topic& topic, const Stretch& stretch) {
    const std::string subject = "topic:" + std::to_string(topic.id.value);
    const bool is_end = stretch.from + posts_a_page > topic.last_number;
    return h::div(h::cls("news"), h::id("news"), h::attr("data-subject", subject),
                  h::attr("data-src", path_to(topic)), h::attr_if(is_end, "data-into", "posts"),
                  h::flag("hidden"));
}

// A script that fetches other parts of this page does not read the posts.
bool shows_posts(const web::Call& call) {
    const auto parts = call.request().header("X-Fragment");
    return parts.empty() || parts.find("posts") != parts.npos || parts.find("main") != parts.npos;
}

void note_reading(web::Call& call, const TopicView& view, const Stretch& stretch) {
    if (!shows_posts(call)) return;
    const Topic& topic = view.topic;
    const Shown shown{.first = stretch.from,
                      .last = std::min(stretch.from + posts_a_page - 1, topic.last_number),
                      .opening = stretch.shows_opening};
    const Reading& reading = topic.reading;
    const bool reads_on =
        shown.first <= reading.read_number + 1 && shown.last > reading.read_number;
    const bool sees_mention = std::ranges::any_of(view.mentions, [&](int number) {
        return (number >= shown.first && number <= shown.last) || (shown.opening && number == 1);
    });
    if (reading.was_opened && !reads_on && !sees_mention) return;
    call.afterwards([id = topic.id, shown](const record::Floor& floor) {
        Forum forum(floor);
        forum.note_shown(forum.topic(id), shown);
    });
}

// ---- handlers ----

http::Response reply(web::Call& call, const ShelfPtr& shelf) {
    auto forum = call.open<Forum>();
    const Topic topic = forum.topic(call.id<TopicId>("topic"));
    auto desk = call.open<Desk>();
    const auto place = draft_place(topic.id);
    const auto wish = call.form().get("do");
    if (wish == "preview" || wish == "save") {
        const auto kept = desk.keep_draft(place, {}, call.form().get("body"));
        if (!kept) {
            return call.again([shelf](web::Call& again) { return show_topic(again, *shelf); },
                              kept.error());
        }
        return wish == "save" ? call.redirect(path_to(topic) + "#reply", "Draft saved.")
                              : call.redirect(path_to(topic) + "?preview=1#preview");
    }
    if (wish == "discard") {
        desk.drop_draft(place);
        return call.redirect(path_to(topic) + "#reply", "Draft discarded.");
    }
    const auto post = reply_form.submit(
        call, [&](const ReplyDraft& draft) { return forum.reply(topic, draft); });
    if (!post) {
        return call.again([shelf](web::Call& again) { return show_topic(again, *shelf); },
                          post.error());
    }
    desk.drop_draft(place);
    return call.redirect(path_to(topic, topic.last_number + 1), "Your reply is posted.");
}

http::Response react(web::Call& call) {
    auto forum = call.open<Forum>();
    const Post post = forum.post(call.id<PostId>("post"));
    const bool thanks = call.form().get("kind") == "thanks";
    const auto done = forum.react(post, thanks ? Reaction::thanks : Reaction::useful);
    const auto back = path_to(forum.topic(post.topic), post.number);
    if (!done) return call.redirect(back, done.error().sentence);
    const std::string_view word = thanks ? "thanks" : "“useful”";
    return call.redirect(back, *done ? "Your " + std::string(word) + " is noted."
                                     : "Your " + std::string(word) + " is taken back.");
}

http::Response follow(web::Call& call) {
    auto forum = call.open<Forum>();
    const Topic topic = forum.topic(call.id<TopicId>("topic"));
    const auto wish = call.form().get("attention");
    const auto attention = wish == "followed" ? Attention::followed
                           : wish == "muted"  ? Attention::muted
                                              : Attention::normal;
    forum.attend(topic, attention);
    const std::string_view said =
        attention == Attention::followed ? "You follow this topic. New posts are marked for you."
        : attention == Attention::muted  ? "Muted. This topic will not be marked as unread."
                                         : "You no longer follow this topic.";
    return call.redirect(path_to(topic), said);
}

http::Response mentionable(web::Call& call) {
    const Topic topic = call.open<Forum>().topic(call.id<TopicId>("topic"));
    const auto beginning = call.query().get("q");
    h::Html items;
    if (!beginning.empty() && beginning.size() <= 100) {
        items = h::each(call.open<Desk>().mentionable(topic, beginning),
                        [](const Mentionable& person) {
            return h::li(h::attr("data-handle", person.handle), person.name,
                         h::small(person.role_line));
        });
    }
    http::Response response;
    response.body = items.text();
    response.with("Content-Type", "text/html; charset=utf-8");
    return response;
}

}  // namespace

http::Response show_topic(web::Call& call, Shelf& shelf) {
    const auto view = view_of(call, shelf, call.id<TopicId>("topic"));
    const Topic& topic = view->topic;
    const Stretch stretch = stretch_of(call, topic);
    // First what may have to be read: a page that only looks for the remembered ends here.
    const h::Html posts = thread(call, shelf, *view, stretch);
    web::Page page;
    page.name = "topic";
    page.title = topic.title;
    page.current = networks::path_to(view->place->network);
    page.subject = "topic:" + std::to_string(topic.id.value);
    page.content = h::all(
        view->crumbs,
        h::div(h::cls("cols"),
               h::div(h::cls("stack tight"), about(call, *view, stretch),
                      state_notices(call, topic),
                      rule::banner(topic.state), on_paper(), posts,
                      pager(topic, stretch), news_bar(topic, stretch), acts_form(call),
                      reply_form_of(call, *view)),
               view->rail));
    note_reading(call, *view, stretch);
    return call.page(std::move(page));
}

void topic_routes(web::Routes& site, const ShelfPtr& shelf) {
    using web::signed_in;
    const web::RouteOptions writing{.rate = {30}};
    site.get("/forum/{topic}", signed_in,
             [shelf](web::Call& call) { return show_topic(call, *shelf); });
    site.get("/forum/{topic}/mentionable", signed_in, mentionable);
    site.post("/forum/{topic}/replies", signed_in,
              [shelf](web::Call& call) { return reply(call, shelf); }, writing);
    site.post("/forum/{topic}/following", signed_in, follow, {.rate = {60}});
    site.post("/forum/posts/{post}/reactions", signed_in, react, {.rate = {60}});
}

}  // namespace forum
