#include "features/forum/pages.h"

#include "features/forum/facts.h"
#include "features/forum/policy.h"
#include "features/forum/topic_history.h"
#include "platform/base/text.h"
#include "platform/html/tags.h"
#include "platform/kit/history_list.h"

namespace forum {

namespace h = html;

namespace {

h::Html step_form(const web::Call& call, const std::string& path, std::string_view title,
                  std::string_view words, std::string_view button) {
    return h::div(h::cls("setting"), h::div(h::h3(title), h::p(h::cls("meta"), words)),
                  h::form(h::attr("method", "post"), h::action(path), call.form_fields(),
                          h::button(h::cls("btn second small"), h::attr("type", "submit"),
                                    button)));
}

h::Html hide_form(const web::Call& call, const web::Form<ReasonDraft>& form,
                  const std::string& path, std::string_view button) {
    return h::form(h::cls("form mt4"), h::attr("method", "post"), h::action(path),
                   call.form_fields(), form.draw_all(call, {}),
                   h::p(h::button(h::cls("btn danger"), h::attr("type", "submit"), button)));
}

// Another moderator was faster: the state shows theirs.
h::Html kept_reason(const web::Call& call) {
    return kept_text("It is hidden already, with the reason above. Yours was not recorded.",
                     call.typed("reason", {}));
}

// Not shown to those who may not: the page does not exist for them.
void require_moderator(const web::Call& call, AudienceId audience) {
    if (may_moderate(call.actor(), audience)) throw base::NotFound();
}

h::Html what_happened(const web::Call& call, const Topic& topic) {
    const auto facts = call.open<TopicHistory>().of(topic);
    if (facts.empty()) return {};
    return h::section(
        h::cls("mt6"), h::attr("aria-labelledby", "happened"),
        h::h2(h::id("happened"), "What happened here"),
        h::div(h::cls("mt3"),
               kit::history_list(call, facts, tellings, [](const record::ToldFact& fact) {
                   const PostId post{fact.details.integer("post")};
                   return post ? path_to(post) : std::string();
               })));
}

http::Response show_topic_moderation(web::Call& call, Shelf& shelf) {
    const Topic topic = call.open<Forum>().topic(call.id<TopicId>("topic"));
    require_moderator(call, topic.audience);
    const auto place = place_of(call, shelf, topic.area);
    const auto path = path_to(topic);
    web::Page page;
    page.name = "moderation";
    page.title = "Moderate: " + topic.title;
    page.current = networks::path_to(place->network);
    page.content = h::all(
        crumbs({{"Topics", "/forum"}, {topic.title, path}}), h::h1("Moderate this topic"),
        web::error_summary(call), h::h2(h::cls("vh"), "Its state"),
        h::div(h::cls("panel mt5"),
               topic.closed ? step_form(call, path + "/reopening", "Closed",
                                        "Members can read, and only moderators reply.", "Reopen")
                            : step_form(call, path + "/closure", "Open",
                                        "Every member of the network can reply.", "Close"),
               topic.pinned ? step_form(call, path + "/unpinning", "Pinned",
                                        "It stands at the top of its area and network.", "Unpin")
                            : step_form(call, path + "/pinning", "Not pinned",
                                        "It moves down as others are active.", "Pin")),
        h::section(h::cls("mt6"), h::attr("aria-labelledby", "hide"),
                   h::h2(h::id("hide"), topic.hidden ? "Show it again" : "Hide the whole topic"),
                   topic.hidden
                       ? h::all(h::div(h::cls("panel mt3"),
                                       step_form(call, path + "/showing", "Hidden",
                                                 "Reason given: " + topic.hidden_reason,
                                                 "Show again")),
                                kept_reason(call))
                       : h::div(h::cls("mt3"),
                                h::p("Members will no longer find it. It can be shown again."),
                                hide_form(call, topic_reason_form, path + "/hiding",
                                          "Hide topic"))),
        what_happened(call, topic));
    return call.page(std::move(page));
}

using TopicStep = base::Result<TopicId> (Moderation::*)(const Topic&);

// A step is a POST without fields: find, do, go back and say so.
web::Handler step(const ShelfPtr& shelf, TopicStep verb, std::string said) {
    return [shelf, verb, said = std::move(said)](web::Call& call) {
        const Topic topic = call.open<Forum>().topic(call.id<TopicId>("topic"));
        auto moderation = call.open<Moderation>();
        const auto done = (moderation.*verb)(topic);
        if (!done) {
            return call.again([shelf](web::Call& again) { return show_topic(again, *shelf); },
                              done.error());
        }
        return call.redirect(path_to(topic), said);
    };
}

http::Response hide_topic(web::Call& call, const ShelfPtr& shelf) {
    const Topic topic = call.open<Forum>().topic(call.id<TopicId>("topic"));
    require_moderator(call, topic.audience);
    const auto hidden = topic_reason_form.submit(
        call, [&](const ReasonDraft& draft) {
            return call.open<Moderation>().hide(topic, draft);
        });
    if (!hidden) {
        return call.again(
            [shelf](web::Call& again) { return show_topic_moderation(again, *shelf); },
            hidden.error());
    }
    return call.redirect(path_to(topic), "The topic is hidden.");
}

// Its field has a name of its own: the page has another reason.
h::Html silence_form(const web::Call& call, const std::string& path) {
    static const web::FieldFace why{.name = "why",
                                    .label = "Why",
                                    .hint = "Whoever has the phrase of the voice reads this.",
                                    .characters_max = 300};
    return h::form(h::cls("form mt4"), h::attr("method", "post"), h::action(path + "/silence"),
                   h::flag("novalidate"), call.form_fields(),
                   web::field(call, why, call.typed("why", {})),
                   h::p(h::button(h::cls("btn danger"), h::attr("type", "submit"),
                                  "Silence this voice")));
}

http::Response show_hiding(web::Call& call, Shelf& shelf) {
    const auto forum = call.open<Forum>();
    const Post post = forum.post(call.id<PostId>("post"));
    require_moderator(call, post.audience);
    const Topic topic = forum.topic(post.topic);
    const auto place = place_of(call, shelf, topic.area);
    const std::string path = path_to(post.id);
    const std::string number = std::to_string(post.number);
    web::Page page;
    page.name = "hiding";
    page.title = (post.hidden ? "Show post " : "Hide post ") + number;
    page.current = networks::path_to(place->network);
    page.content = h::all(
        crumbs({{"Topics", "/forum"}, {topic.title, path_to(topic)}}), h::h1(page.title),
        web::error_summary(call),
        h::div(h::cls("panel pad mt4"),
               h::div(h::cls("body"), h::rendered_before(post.html))),
        h::h2(h::cls("vh"), "Decide"),
        post.hidden ? h::all(h::div(h::cls("panel mt4"),
                                    step_form(call, path + "/showing", "Hidden",
                                              "Reason given: " + post.hidden_reason,
                                              "Show again")),
                             kept_reason(call))
                    : h::div(h::cls("mt4"), hide_form(call, post_reason_form, path + "/hiding",
                                                      "Hide post")),
        h::when(post.voice.has_value(), [&] {
            return h::section(
                h::cls("mt6"), h::attr("aria-labelledby", "silence"),
                h::h2(h::id("silence"), "Silence “" + post.author.name + "”"),
                h::p("Its posts stay. Whoever it is says nothing more under this name, and is told "
                     "why where they would."),
                silence_form(call, path));
        }));
    return call.page(std::move(page));
}

http::Response hide_post(web::Call& call, const ShelfPtr& shelf) {
    const auto forum = call.open<Forum>();
    const Post post = forum.post(call.id<PostId>("post"));
    require_moderator(call, post.audience);
    const auto hidden = post_reason_form.submit(
        call, [&](const ReasonDraft& draft) {
            return call.open<Moderation>().hide(post, draft);
        });
    if (!hidden) {
        return call.again([shelf](web::Call& again) { return show_hiding(again, *shelf); },
                          hidden.error());
    }
    return call.redirect(path_to(forum.topic(post.topic), post.number), "The post is hidden.");
}

http::Response silence_voice(web::Call& call, const ShelfPtr& shelf) {
    const auto forum = call.open<Forum>();
    const Post post = forum.post(call.id<PostId>("post"));
    require_moderator(call, post.audience);
    const auto done =
        call.open<Moderation>().silence(post, {base::trim(call.form().get("why"))});
    if (!done) {
        return call.again([shelf](web::Call& again) { return show_hiding(again, *shelf); },
                          done.error());
    }
    return call.redirect(path_to(forum.topic(post.topic), post.number), "The voice is silenced.");
}

http::Response show_post_again(web::Call& call) {
    const auto forum = call.open<Forum>();
    const Post post = forum.post(call.id<PostId>("post"));
    require_moderator(call, post.audience);
    const auto shown = call.open<Moderation>().show(post);
    return call.redirect(path_to(forum.topic(post.topic), post.number),
                         shown ? "The post is shown again." : shown.error().sentence);
}

}  // namespace

void moderation_routes(web::Routes& site, const ShelfPtr& shelf) {
    using web::signed_in;  // a chair moderates one network: the policy decides, not the door
    const auto with = [&shelf](auto page) {
        return [shelf, page](web::Call& call) { return page(call, *shelf); };
    };
    site.get("/forum/{topic}/moderation", signed_in, with(show_topic_moderation));
    site.post("/forum/{topic}/closure", signed_in,
              step(shelf, &Moderation::close, "The topic is closed."));
    site.post("/forum/{topic}/reopening", signed_in,
              step(shelf, &Moderation::reopen, "The topic is open again."));
    site.post("/forum/{topic}/pinning", signed_in,
              step(shelf, &Moderation::pin, "The topic is pinned."));
    site.post("/forum/{topic}/unpinning", signed_in,
              step(shelf, &Moderation::unpin, "The topic is no longer pinned."));
    site.post("/forum/{topic}/showing", signed_in,
              step(shelf, &Moderation::show, "The topic is shown again."));
    site.post("/forum/{topic}/hiding", signed_in,
              [shelf](web::Call& call) { return hide_topic(call, shelf); });
    site.get("/forum/posts/{post}/hiding", signed_in, with(show_hiding));
    site.post("/forum/posts/{post}/hiding", signed_in,
              [shelf](web::Call& call) { return hide_post(call, shelf); });
    site.post("/forum/posts/{post}/showing", signed_in, show_post_again);
    site.post("/forum/posts/{post}/silence", signed_in,
              [shelf](web::Call& call) { return silence_voice(call, shelf); });
}

}  // namespace forum
