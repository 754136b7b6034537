#include "features/forum/pages/post.h"

#include "platform/base/text.h"
#include "platform/html/builder.h"
#include "platform/html/tags.h"

#include <algorithm>

namespace forum {

namespace h = html;
using namespace html::literals;

namespace {

// A page shows twenty posts, and most of what it costs is their drawing: hence the builder.

// ---- one post, without what differs between readers ----

// What the banner above does not say of it.
void write_rule(h::Builder& out, const Post& post, rule::State around) {
    if (post.state == around && !post.is_named) return;
    out << "<p class=\"ruled\">"_h << web::icon("i-rule", "i s") << "<span>"_h;
    if (post.state != around) out << rule::meaning_of(post.state) << ". "_h;
    if (post.is_named) out << "May be named: the author agreed."_h;
    out << "</span></p>"_h;
}

void write_when(h::Builder& out, const Post& post, const web::Call& call) {
    out << "<p class=\"when\"><a href=\"#p"_h << post.number << "\"><time datetime=\""_h
        << base::iso_utc(post.written) << "\">"_h
        << base::calendar_text(post.written, call.now(), call.zone()) << "</time></a>"_h;
    if (post.edited) {
        out << separator() << "<a href=\"/forum/posts/"_h << post.id.value
            << "/history\">edited<span class=\"vh\"> post "_h << post.number
            << ": what changed</span></a>"_h;
    }
    out << "</p>"_h;
}

void write_text(h::Builder& out, const Post& post, const web::Call& call, rule::State around) {
    web::write_avatar(out, post.author.name, post.voice ? post.voice->value : post.author.id.value);
    out << "<div><header><h2 class=\"vh\">Post "_h << post.number
        << "</h2><p class=\"who\" id=\"w"_h << post.number << "\">"_h << post.author.name
        << "</p><p class=\"role\">"_h << post.author.role_line << "</p>"_h;
    write_when(out, post, call);
    out << "</header>"_h;
    write_rule(out, post, around);
    out << "<div class=\"body\">"_h;
    out.add_rendered_before(post.html) << "</div>"_h;
}

h::Html hidden_text(const Post& post, const web::Call& call) {
    const std::string words = "Hidden by a moderator on " +
                              base::day_month(call.zone().local(*post.hidden)) + ": " +
                              post.hidden_reason;
    return h::all(h::span(h::cls("avatar"), h::attr("aria-hidden", "true"), web::icon("i-trash")),
                  h::div(h::h2(h::cls("vh"), "Post " + std::to_string(post.number)),
                         h::p(h::id("w" + std::to_string(post.number)), words)));
}

// ---- one post, for one reader ----

void write_reaction(h::Builder& out, const DrawnPost& post, Reaction reaction, bool is_on) {
    const bool thanks = reaction == Reaction::thanks;
    const std::string_view name = thanks ? "thanks" : "useful";
    out << "<button class=\"react "_h << name << "\" id=\""_h << name << post.number
        << "\" form=\"acts\" formaction=\"/forum/posts/"_h << post.id.value
        << "/reactions\" name=\"kind\" value=\""_h << name << "\" data-swap=\"f"_h
        << post.number << "\" aria-pressed=\""_h << (is_on ? "true" : "false") << "\">"_h
        << (thanks ? "Thanks " : "Useful ") << "<span>"_h
        << base::grouped(thanks ? post.thanks : post.useful) << "</span></button>"_h;
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

// Every post has one, so what all of them show is written as it is.
void write_more_menu(h::Builder& out, const DrawnPost& post, const Reader& reader) {
    static const h::Html more = web::icon("i-more"), flag = web::icon("i-flag");
    const bool is_own = post.author == reader.actor.id();
    const std::string path = path_to(post.id);
    out << "<details class=\"drop\" data-menu><summary class=\"icon-btn sm\">"_h << more
        << "<span class=\"vh\">More actions for post "_h << post.number
        << "</span></summary><ul class=\"menu\">"_h;
    if (is_own && reader.now - post.written <= edit_window) {
        out << menu_item(path + "/edit", "i-edit", "Edit");
    }
    if (is_own || reader.moderates) out << menu_item(path + "/rule", "i-rule", "Rule and naming");
    if (reader.moderates) out << menu_item(path + "/hiding", "i-eye", "Hide");
    if (reader.opens_names && post.sealed_name) {
        out << menu_item(sealing::path_to(*post.sealed_name), "i-lock", "Open the sealed name");
    }
    out << "<li><a href=\"/breaches/posts/"_h << post.id.value << "\">"_h << flag
        << "Report a breach</a></li></ul></details>"_h;
}

// `write_inside` writes what is the same for all.
template <class WriteInside>
void write_item(h::Builder& out, const DrawnPost& post, const Reader& reader,
                WriteInside&& write_inside) {
    const bool is_own = post.author == reader.actor.id();
    out << "<li id=\"p"_h << post.number << "\"><article class=\""_h
        << (post.is_hidden ? "post removed" : is_own ? "post yours" : "post")
        << (post.says_who ? " says-who" : "") << "\" aria-labelledby=\"w"_h << post.number
        << "\" data-post=\""_h << post.number
        << "\">"_h;
    write_inside();
    if (post.is_hidden) {
        if (reader.moderates) {
            out << "<a class=\"btn quiet small\" href=\"/forum/posts/"_h << post.id.value
                << "/hiding\">Review this decision</a>"_h;
        }
        out << "</article></li>"_h;
        return;
    }
    out << "<footer id=\"f"_h << post.number << "\">"_h;
    if (is_own) {
        out << own_counts(post);
    } else {
        write_reaction(out, post, Reaction::thanks, reader.reacted(post.id, Reaction::thanks));
        write_reaction(out, post, Reaction::useful, reader.reacted(post.id, Reaction::useful));
    }
    out << "<div class=\"acts\"><a class=\"btn quiet small\" href=\"#reply\">Reply"_h
        << "<span class=\"vh\"> to post "_h
        << post.number << "</span></a><a class=\"icon-btn sm\" href=\"/forum/"_h
        << post.topic.value << "?quote="_h << post.number << "#reply\" data-quote=\""_h
        << post.number << "\"><span class=\"vh\">Quote post "_h << post.number
        << "</span></a>"_h;
    write_more_menu(out, post, reader);
    out << "</div></footer></div></article></li>"_h;
}

DrawnPost draw_post(h::Builder& out, const Post& post, const web::Call& call,
                    rule::State around) {
    DrawnPost drawn{.id = post.id,
                    .topic = post.topic,
                    .author = post.author.id,
                    .written = post.written,
                    .number = post.number,
                    .thanks = post.thanks,
                    .useful = post.useful,
                    .is_hidden = post.hidden.has_value(),
                    .sealed_name = post.sealed_name,
                    .says_who = post.state == rule::State::on_record || post.is_named};
    const auto anybody = identity::Actor::visitor();
    drawn.item.begin = out.size();
    write_item(out, drawn, Reader{anybody, {}, false, base::Instant::max()}, [&] {
        drawn.inside.begin = out.size();
        if (drawn.is_hidden) out << hidden_text(post, call);
        else write_text(out, post, call, around);
        drawn.inside.end = out.size();
    });
    drawn.item.end = out.size();
    return drawn;
}

bool is_plain_for(const DrawnPost& post, const Reader& reader) {
    const bool opens = reader.opens_names && post.sealed_name;
    return !reader.moderates && !opens && post.author != reader.actor.id() &&
           !reader.reacted(post.id, Reaction::thanks) &&
           !reader.reacted(post.id, Reaction::useful);
}

}  // namespace

bool Reader::reacted(PostId post, Reaction reaction) const {
    return std::ranges::find(reactions, std::pair(post, reaction)) != reactions.end();
}

DrawnPosts draw_posts(web::Call& call, const Topic& topic, int from_number, int count) {
    h::Builder out;
    DrawnPosts drawn;
    drawn.posts.reserve(static_cast<std::size_t>(count));
    call.open<Forum>().each_post(topic, from_number, count, [&](const Post& post) {
        drawn.posts.push_back(draw_post(out, post, call, topic.state));
    });
    drawn.sheet = std::move(out).sheet();
    return drawn;
}

html::Html for_reader(const DrawnPosts& drawn, const Reader& reader) {
    const bool all_plain = std::ranges::all_of(
        drawn.posts, [&](const DrawnPost& post) { return is_plain_for(post, reader); });
    return all_plain ? drawn.sheet.whole() : for_reader(drawn, drawn.posts, reader);
}

html::Html for_reader(const DrawnPosts& drawn, std::span<const DrawnPost> some,
                      const Reader& reader) {
    h::Builder out;
    for (const DrawnPost& post : some) {
        if (is_plain_for(post, reader)) out.add(drawn.sheet, post.item);
        else write_item(out, post, reader, [&] { out.add(drawn.sheet, post.inside); });
    }
    return std::move(out).done();
}

}  // namespace forum
