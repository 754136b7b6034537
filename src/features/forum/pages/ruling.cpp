// Which rule holds: for a topic, for a post, for an area; and the wishes to loosen it.

#include "features/forum/pages.h"

#include "features/forum/policy.h"
#include "platform/base/text.h"
#include "platform/html/tags.h"

namespace forum {

namespace h = html;

namespace {

using rule::State;

web::Form<StateDraft> form_of_state(std::string name) {
    return web::Form<StateDraft>({{{.name = std::move(name),
                                    .label = "Rule",
                                    .kind = web::FieldFace::Kind::choice,
                                    .required = "Choose a rule"},
                                   &StateDraft::state}});
}

// Two stand on one page.
const web::Form<StateDraft> state_form = form_of_state("state");
const web::Form<StateDraft> all_form = form_of_state("all");

const web::Form<LooseningDraft> loosening_form({
    {{.name = "from", .label = "From post", .required = "Enter the number of the first post"},
     &LooseningDraft::from},
    {{.name = "to", .label = "To post", .required = "Enter the number of the last post"},
     &LooseningDraft::to},
    {{.name = "wanted",
      .label = "Rule that you would like",
      .kind = web::FieldFace::Kind::choice,
      .required = "Choose a rule"},
     &LooseningDraft::state},
    {{.name = "words",
      .label = "What for",
      .kind = web::FieldFace::Kind::text,
      .hint = "The authors read this. They agree, or they do not; the rule changes when all agree.",
      .required = "Say what you would like to use them for",
      .characters_max = loosening_words_max},
     &LooseningDraft::words},
});

// Those that `fits`, in words.
template <class Fits>
std::vector<web::Choice> choices(Fits&& fits) {
    auto all = state_choices("Choose a rule");
    std::erase_if(all, [&](const web::Choice& one) {
        const auto state = state_of(one.value);
        return state && !fits(*state);
    });
    return all;
}

web::Page page_of(const Topic& topic, std::string_view name, std::string title) {
    web::Page page;
    page.name = name;
    page.title = std::move(title);
    page.current = "/forum";
    page.content = h::all(crumbs({{"Topics", "/forum"}, {topic.title, path_to(topic)}}),
                          h::h1(page.title));
    return page;
}

h::Html small_form(const web::Call& call, const std::string& path, const h::Html& fields,
                   std::string_view button) {
    return h::form(h::cls("form mt3"), h::attr("method", "post"), h::action(path),
                   h::flag("novalidate"), call.form_fields(), fields,
                   h::p(h::cls("mt4"), web::submit_button(button, "One moment…")));
}

h::Html one_button(const web::Call& call, const std::string& path, std::string_view name,
                   const web::Choice& choice, std::string_view classes = "btn small second") {
    return h::form(h::attr("method", "post"), h::action(path), call.token_field(),
                   h::button(h::cls(classes), h::attr("type", "submit"), h::attr("name", name),
                             h::attr("value", choice.value), choice.label));
}

h::Html section(std::string_view id, std::string_view title, const h::Html& inside) {
    const std::string name = "about-" + std::string(id);
    return h::section(h::cls("mt6"), h::attr("aria-labelledby", name), h::h2(h::id(name), title),
                      inside);
}

std::string posts_in_words(const Loosening& wish) {
    if (wish.from == wish.to) return "post " + std::to_string(wish.from);
    return "posts " + std::to_string(wish.from) + " to " + std::to_string(wish.to);
}

// ---- a topic ----

h::Html waiting_wishes(const web::Call& call, const std::vector<Loosening>& wishes) {
    if (wishes.empty()) return {};
    const auto row = [&](const Loosening& wish) {
        return h::div(
            h::cls("setting"),
            h::div(h::h3(h::a(h::href(path_to(wish.id)), "Asked for " + posts_in_words(wish))),
                   h::p(h::cls("meta"), wish.asker_name, separator(),
                        when(wish.asked, call.now(), call.zone()), separator(),
                        base::counted(wish.authors, "author is", "authors are") + " asked")),
            one_button(call, path_to(wish.id) + "/withdrawal", "do", {"withdraw", "Withdraw"}));
    };
    return section("waits", "What waits for an answer",
                   h::div(h::cls("panel mt3"), h::each(wishes, row)));
}

// For who may change it; for all others it is not there.
http::Response show_rule_of_topic(web::Call& call) {
    const Topic topic = call.open<Forum>().topic(call.id<TopicId>("topic"));
    if (may_rule(call.actor(), topic)) throw base::NotFound();
    const std::string path = path_to(topic) + "/rule";
    const auto any = choices([](State) { return true; });
    const auto stricter = choices([](State state) { return state != State::on_record; });
    const auto looser = choices([](State state) { return state != State::closed; });
    web::Page page = page_of(topic, "topic-rule", "The rule of this topic");
    page.content.add(h::all(
        web::error_summary(call), h::div(h::cls("mt4"), rule::banner(topic.state)),
        section("next", "What is said next",
                h::all(h::p("From the next post on. What was said before stays as it was."),
                       small_form(call, path + "/next", state_form.draw(call, "state", {}, any),
                                  "Set the rule"))),
        section("all", "Stricter, for all that was said",
                h::all(h::p("At once, for every post of this topic."),
                       small_form(call, path + "/all", all_form.draw(call, "all", {}, stricter),
                                  "Make it stricter"))),
        section("looser", "Looser, if all agree",
                h::all(h::p("Each author of these posts is asked. If one does not agree, they stay "
                            "as they are."),
                       small_form(call, path + "/loosenings",
                                  h::all(loosening_form.draw(call, "from", {}),
                                         loosening_form.draw(call, "to", {}),
                                         loosening_form.draw(call, "wanted", {}, looser),
                                         loosening_form.draw(call, "words", {})),
                                  "Ask the authors"))),
        waiting_wishes(call, call.open<Ruling>().of(topic))));
    return call.page(std::move(page));
}

using TopicVerb = base::Result<State> (Ruling::*)(const Topic&, const StateDraft&);

// A state, chosen; where it is refused, the page says why.
web::Handler set_rule_of_topic(const web::Form<StateDraft>& form, TopicVerb verb,
                               std::string said) {
    return [&form, verb, said = std::move(said)](web::Call& call) {
        const Topic topic = call.open<Forum>().topic(call.id<TopicId>("topic"));
        if (may_rule(call.actor(), topic)) throw base::NotFound();
        const auto set = form.submit(call, [&](const StateDraft& draft) {
            auto ruling = call.open<Ruling>();
            return (ruling.*verb)(topic, draft);
        });
        if (!set) return call.again(show_rule_of_topic, set.error());
        return call.redirect(path_to(topic), said);
    };
}

http::Response ask_to_loosen(web::Call& call) {
    const Topic topic = call.open<Forum>().topic(call.id<TopicId>("topic"));
    if (may_rule(call.actor(), topic)) throw base::NotFound();
    const auto asked = loosening_form.submit(
        call, [&](const LooseningDraft& draft) { return call.open<Ruling>().ask(topic, draft); });
    if (!asked) return call.again(show_rule_of_topic, asked.error());
    return call.redirect(path_to(*asked), "The authors are asked.");
}

// ---- a post ----

h::Html naming(const web::Call& call, const Post& post) {
    if (post.author.id != call.actor().id()) return {};
    const std::string path = path_to(post.id) + "/naming";
    if (post.is_named) {
        return section("naming", "Your name",
                       h::all(h::p("You agreed to be named with this post outside."),
                              one_button(call, path, "named", {"no", "Take it back"})));
    }
    if (may_name(call.actor(), post)) return {};
    return section(
        "naming", "Your name",
        h::all(h::p("Others may use what you say here, and not say who said it. You may allow them "
                    "to name you with this post. You can take it back, but not out of what was "
                    "published by then."),
               one_button(call, path, "named", {"yes", "I may be named with this post"})));
}

h::Html tightening(const web::Call& call, const Post& post) {
    const auto stricter = choices(
        [&](State state) { return !may_tighten(call.actor(), post, state); });
    if (stricter.size() == 1) return {};
    return section(
        "tighten", "A stricter rule",
        h::all(h::p("For this post alone, at once."),
               small_form(call, path_to(post.id) + "/rule",
                          state_form.draw(call, "state", {}, stricter), "Make it stricter")));
}

Post ruled_post(const web::Call& call) {
    const Post post = call.open<Forum>().post(call.id<PostId>("post"));
    const bool is_own = post.author.id == call.actor().id();
    if (!is_own && may_moderate(call.actor(), post.audience)) throw base::NotFound();
    return post;
}

http::Response show_rule_of_post(web::Call& call) {
    const Post post = ruled_post(call);
    const Topic topic = call.open<Forum>().topic(post.topic);
    web::Page page = page_of(topic, "post-rule", "The rule of post " + std::to_string(post.number));
    page.content.add(h::all(
        web::error_summary(call), h::div(h::cls("mt4"), rule::banner(post.state)),
        h::h2(h::cls("vh"), "What it says"),
        h::div(h::cls("panel pad mt4"), h::div(h::cls("body"), h::rendered_before(post.html))),
        naming(call, post), tightening(call, post),
        h::p(h::cls("mt5"), h::a(h::cls("btn second"), h::href(path_to(topic, post.number)),
                                 web::icon("i-left", "i s"), "Back to the topic"))));
    return call.page(std::move(page));
}

http::Response set_rule_of_post(web::Call& call) {
    const Post post = ruled_post(call);
    const auto set = state_form.submit(
        call, [&](const StateDraft& draft) { return call.open<Ruling>().tighten(post, draft); });
    if (!set) return call.again(show_rule_of_post, set.error());
    return call.redirect(path_to(call.open<Forum>().topic(post.topic), post.number),
                         "The rule of the post is stricter now.");
}

http::Response set_naming(web::Call& call) {
    const Post post = ruled_post(call);
    const bool may_be_named = call.form().get("named") == "yes";
    const auto set = call.open<Ruling>().allow_naming(post, may_be_named);
    if (!set) return call.again(show_rule_of_post, {set.error()});
    return call.redirect(path_to(call.open<Forum>().topic(post.topic), post.number),
                         may_be_named ? "You may be named with this post."
                                      : "You may not be named with this post any more.");
}

// ---- a wish to loosen ----

std::string outcome_in_words(const Loosening& wish) {
    switch (wish.outcome) {
        case Loosening::Outcome::waits:
            return "It waits until " + base::counted(wish.authors, "author has", "authors have") +
                   " agreed. If one does not, nothing changes.";
        case Loosening::Outcome::agreed: return "All agreed: the rule is looser now.";
        case Loosening::Outcome::refused: return "It was not agreed. Nothing changed.";
        case Loosening::Outcome::withdrawn: return "It was withdrawn. Nothing changed.";
    }
    return {};
}

h::Html answers(const web::Call& call, const Loosening& wish) {
    if (may_answer(call.actor(), wish)) return {};
    const std::string path = path_to(wish.id) + "/answer";
    return section(
        "answer", "Do you agree?",
        h::all(h::when(wish.my_answer.has_value(),
                       [] {
                           return h::p(
                               "You agreed. Until the last author has, you can still say "
                               "no.");
                       }),
               h::div(h::cls("flex mt3"),
                      h::when(!wish.my_answer,
                              [&] {
                                  return one_button(call, path, "answer", {"yes", "I agree"},
                                                    "btn");
                              }),
                      one_button(call, path, "answer", {"no", "I do not agree"}, "btn second"))));
}

http::Response show_loosening(web::Call& call) {
    const auto ruling = call.open<Ruling>();
    const Loosening wish = ruling.loosening(call.id<LooseningId>("loosening"));
    const auto posts = wish.asks_me ? ruling.own_posts(wish) : std::vector<OwnPost>();
    web::Page page;
    page.name = "loosening";
    page.title = "May this be used more freely?";
    page.current = "/forum";
    page.content = h::all(
        crumbs({{"Topics", "/forum"}}), h::h1(page.title), web::error_summary(call),
        h::p(h::cls("lede"),
             wish.asker_name + " asks the authors of " + posts_in_words(wish) +
                 " of one topic for a looser rule. " + std::string(rule::meaning_of(wish.state)) +
                 "."),
        h::blockquote(h::cls("mt4"), wish.words), h::p(h::cls("mt4"), outcome_in_words(wish)),
        h::when(!posts.empty(),
                [&] {
                    return section("own", "What you said", h::each(posts, [](const OwnPost& post) {
                                       return h::div(
                                           h::cls("panel pad mt3"),
                                           h::h3("Post " + std::to_string(post.number)),
                                           h::div(h::cls("body"), h::rendered_before(post.html)));
                                   }));
                }),
        answers(call, wish), h::when(!may_withdraw(call.actor(), wish), [&] {
            return h::div(h::cls("mt5"), one_button(call, path_to(wish.id) + "/withdrawal", "do",
                                                    {"withdraw", "Withdraw this"}));
        }));
    return call.page(std::move(page));
}

http::Response answer_loosening(web::Call& call) {
    auto ruling = call.open<Ruling>();
    const Loosening wish = ruling.loosening(call.id<LooseningId>("loosening"));
    const bool is_yes = call.form().get("answer") == "yes";
    const auto outcome = ruling.answer(wish, is_yes);
    if (!outcome) return call.again(show_loosening, {outcome.error()});
    return call.redirect(path_to(wish.id),
                         is_yes ? "You agreed." : "You did not agree. Nothing changes.");
}

http::Response withdraw_loosening(web::Call& call) {
    auto ruling = call.open<Ruling>();
    const Loosening wish = ruling.loosening(call.id<LooseningId>("loosening"));
    const auto withdrawn = ruling.withdraw(wish);
    if (!withdrawn) return call.again(show_loosening, {withdrawn.error()});
    return call.redirect(path_to(wish.id), "It is withdrawn.");
}

// ---- an area ----

networks::Area ruled_area(const web::Call& call) {
    if (!call.actor().may(rule::set_rule)) throw base::NotFound();
    return call.open<networks::Networks>().area(call.id<AreaId>("area_id"));
}

http::Response show_rule_of_area(web::Call& call) {
    const auto area = ruled_area(call);
    const auto network = call.open<networks::Networks>().network_of(area);
    web::Page page;
    page.name = "area-rule";
    page.title = "The rule of " + area.name;
    page.current = networks::path_to(network);
    page.content = h::all(
        crumbs({{network.short_name + " network", networks::path_to(network)},
                {area.name, networks::path_to(network, area)}}),
        h::h1(page.title), web::error_summary(call),
        h::div(h::cls("mt4"), rule::banner(call.open<rule::Rule>().state_of(area.id))),
        section("set", "Another rule",
                h::all(h::p("A stricter one holds at once for all that was said here. A looser one "
                            "holds for topics that begin from now on."),
                       small_form(
                           call, "/forum/areas/" + std::to_string(area.id.value) + "/rule",
                           state_form.draw(call, "state", {}, choices([](State) { return true; })),
                           "Set the rule"))));
    return call.page(std::move(page));
}

http::Response set_rule_of_area(web::Call& call) {
    const auto area = ruled_area(call);
    const auto set = state_form.submit(
        call, [&](const StateDraft& draft) { return call.open<Ruling>().set_area(area, draft); });
    if (!set) return call.again(show_rule_of_area, set.error());
    const auto network = call.open<networks::Networks>().network_of(area);
    return call.redirect(networks::path_to(network, area), "The rule is set.");
}

}  // namespace

// Who is asked to agree sees it first.
kit::TodayPart loosenings_asked(web::Call& call, Shelf& shelf) {
    kit::TodayPart part{.place = kit::TodayPart::Place::waiting};
    const auto wishes = web::keep(call, shelf.loosenings, call.actor().id().value,
                                  [&] { return call.open<Ruling>().asked_of_me(); });
    for (const Loosening& wish : *wishes) {
        part.html.add(
            h::li(h::span(h::cls("tile"), web::icon("i-rule")),
                  h::div(h::h3("May what you said be used more freely?"),
                         h::p(h::cls("snip"), "“", base::excerpt(wish.words, 120), "”"),
                         h::p(h::cls("meta"), wish.asker_name, separator(),
                              how_long(wish.asked, call.now(), call.zone()))),
                  h::div(h::cls("act"), h::a(h::cls("btn small second"), h::href(path_to(wish.id)),
                                             "Read and answer"))));
    }
    if (!wishes->empty()) {
        part.summary = base::counted(static_cast<std::int64_t>(wishes->size()),
                                     "question about what you said",
                                     "questions about what you "
                                     "said");
    }
    return part;
}

void ruling_routes(web::Routes& site) {
    using web::signed_in;  // the policies decide, not the door
    const web::RouteOptions asking{.rate = {20}};
    site.get("/forum/{topic}/rule", signed_in, show_rule_of_topic);
    site.post(
        "/forum/{topic}/rule/next", signed_in,
        set_rule_of_topic(state_form, &Ruling::set_next, "The rule of what is said next is set."));
    site.post(
        "/forum/{topic}/rule/all", signed_in,
        set_rule_of_topic(all_form, &Ruling::tighten, "The rule of the topic is stricter now."));
    site.post("/forum/{topic}/rule/loosenings", signed_in, ask_to_loosen, asking);
    site.get("/forum/posts/{post}/rule", signed_in, show_rule_of_post);
    site.post("/forum/posts/{post}/rule", signed_in, set_rule_of_post);
    site.post("/forum/posts/{post}/naming", signed_in, set_naming);
    site.get("/forum/loosenings/{loosening}", signed_in, show_loosening);
    site.post("/forum/loosenings/{loosening}/answer", signed_in, answer_loosening);
    site.post("/forum/loosenings/{loosening}/withdrawal", signed_in, withdraw_loosening);
    site.get("/forum/areas/{area_id}/rule", signed_in, show_rule_of_area);
    site.post("/forum/areas/{area_id}/rule", signed_in, set_rule_of_area);
}

}  // namespace forum
