#include "features/forum/pages/post.h"

#include "platform/base/text.h"
#include "platform/html/tags.h"

#include <algorithm>

namespace forum {

namespace h = html;

namespace {

// ---- one post, without what differs between readers ----

h::Html when_line(const Post& post, const web::Call& call) {
    const std::string anchor = "#p" + std::to_string(post.number);
    const std::string history = "/forum/posts/" + std::to_string(post.id.value) + "/history";
    return h::p(h::cls("when"), h::a(h::href(anchor), when(post.written, call.now(), call.zone())),
                h::when(post.edited.has_value(), [&] {
                    return h::all(separator(),
                                  h::a(h::href(history), "edited",
                                       web::hidden_text(" post " + std::to_string(post.number) +
                                                        ": what changed")));
                }));
}

h::Html reaction_button(const DrawnPost& post, Reaction reaction, bool is_on) {
    const bool thanks = reaction == Reaction::thanks;
    const std::string id = (thanks ? "thanks" : "useful") + std::to_string(post.number);
    const std::string path = "/forum/posts/" + std::to_string(post.id.value) + "/reactions";
    const std::string swap = "f" + std::to_string(post.number);
    return h::button(h::cls(thanks ? "react thanks" : "react useful"), h::id(id),
                     h::attr("form", "acts"), h::attr("formaction", path), h::attr("name", "kind"),
                     h::attr("value", thanks ? "thanks" : "useful"), h::attr("data-swap", swap),
                     h::attr("aria-pressed", is_on ? "true" : "false"),
                     thanks ? "Thanks " : "Useful ",
                     h::span(base::grouped(thanks ? post.thanks : post.useful)));
}

h::Html own_counts(const DrawnPost& post) {
    const auto count = [](std::string_view classes, std::string_view word, int number) {
        if (number == 0) return h::Html();
        return h::span(h::cls(classes), word, " ",
                       h::span(base::grouped(number)));
    };
    return h::all(count("react still thanks", "Thanks", post.thanks),
                  count("react still useful", "Useful", post.useful));
}

h::Html menu_item(std::string_view path, std::string_view symbol, std::string_view words) {
    return h::li(h::a(h::href(path), web::icon(symbol), words));
}

h::Html acts_of(const DrawnPost& post) {
    const std::string number = std::to_string(post.number);
    const std::string quote = "?quote=" + number + "#reply";
    return h::all(
        h::a(h::cls("btn quiet small"), h::href("#reply"), "Reply",
             web::hidden_text(" to post " + number)),
        h::a(h::cls("icon-btn sm"), h::href(quote), h::attr("data-quote", number),
             web::hidden_text("Quote post " + number)));
}

h::Html hidden_post(const Post& post, const web::Call& call) {
    const std::string words = "Hidden by a moderator on " +
                              base::day_month(call.zone().local(*post.hidden)) + ": " +
                              post.hidden_reason;
    return h::all(h::span(h::cls("avatar"), h::attr("aria-hidden", "true"), web::icon("i-trash")),
                  h::div(h::h2(h::cls("vh"), "Post " + std::to_string(post.number)),
                         h::p(h::id("w" + std::to_string(post.number)), words)));
}

h::Html post_head(const Post& post, const web::Call& call) {
    const std::string who = "w" + std::to_string(post.number);
    return h::all(
        h::header(h::h2(h::cls("vh"), "Post " + std::to_string(post.number)),
                  h::p(h::cls("who"), h::id(who), post.author.name),
                  h::p(h::cls("role"), post.author.role_line), when_line(post, call)),
        h::div(h::cls("body"), h::rendered_before(post.html)));
}

// ---- one post, for one reader ----

h::Html more_menu(const DrawnPost& post, const Reader& reader) {
    const std::string number = std::to_string(post.number);
    const std::string path = "/forum/posts/" + std::to_string(post.id.value);
    const bool may_edit =
        post.author == reader.actor.id() && reader.now - post.written <= edit_window;
    if (!may_edit && !reader.moderates) return {};
    return h::details(
        h::cls("drop"), h::flag("data-menu"),
        h::summary(h::cls("icon-btn sm"), web::icon("i-more"),
                   web::hidden_text("More actions for post " + number)),
        h::ul(h::cls("menu"),
              h::when(may_edit, [&] { return menu_item(path + "/edit", "i-edit", "Edit"); }),
              h::when(reader.moderates,
                      [&] { return menu_item(path + "/hiding", "i-eye", "Hide"); })));
}

h::Html post_item(const DrawnPost& post, const Reader& reader) {
    const std::string number = std::to_string(post.number);
    const std::string who = "w" + number;
    if (post.is_hidden) {
        const std::string path = "/forum/posts/" + std::to_string(post.id.value) + "/hiding";
        return h::li(
            h::id("p" + number),
            h::article(h::cls("post removed"), h::attr("aria-labelledby", who),
                       h::attr("data-post", number), post.head,
                       h::when(reader.moderates, [&] {
                           return h::a(h::cls("btn quiet small"), h::href(path),
                                       "Review this decision");
                       })));
    }
    const bool is_own = post.author == reader.actor.id();
    const bool thanked = reader.reacted(post.id, Reaction::thanks);
    const bool useful = reader.reacted(post.id, Reaction::useful);
    return h::li(
        h::id("p" + number),
        h::article(
            h::cls(is_own ? "post yours" : "post"), h::attr("aria-labelledby", who),
            h::attr("data-post", number), post.face,
            h::div(post.head,
                   h::footer(h::id("f" + number),
                             is_own ? own_counts(post)
                                    : h::all(reaction_button(post, Reaction::thanks, thanked),
                                             reaction_button(post, Reaction::useful, useful)),
                             h::div(h::cls("acts"), acts_of(post), more_menu(post, reader))))));
}

}  // namespace

bool Reader::reacted(PostId post, Reaction reaction) const {
    return std::ranges::find(reactions, std::pair(post, reaction)) != reactions.end();
}

DrawnPost draw_post(const Post& post, const web::Call& call) {
    DrawnPost drawn;
    drawn.id = post.id;
    drawn.author = post.author.id;
    drawn.written = post.written;
    drawn.number = post.number;
    drawn.thanks = post.thanks;
    drawn.useful = post.useful;
    drawn.is_hidden = post.hidden.has_value();
    drawn.head = drawn.is_hidden ? hidden_post(post, call) : post_head(post, call);
    if (!drawn.is_hidden) drawn.face = web::avatar(post.author.name, post.author.id.value);
    const auto anybody = identity::Actor::visitor();
    drawn.plain = post_item(drawn, Reader{anybody, {}, false, base::Instant::max()});
    return drawn;
}

html::Html for_reader(const DrawnPost& post, const Reader& reader) {
    const bool is_plain = !reader.moderates && post.author != reader.actor.id() &&
                          !reader.reacted(post.id, Reaction::thanks) &&
                          !reader.reacted(post.id, Reaction::useful);
    return is_plain ? post.plain : post_item(post, reader);
}

}  // namespace forum
