#include "features/forum/pages.h"

#include "features/forum/policy.h"
#include "platform/base/text.h"
#include "platform/crypto/phrase.h"
#include "platform/html/tags.h"

#include <charconv>

namespace forum {

namespace h = html;

namespace {

using BatchPtr = std::shared_ptr<Batch>;  // shared with what makes it appear

const web::FieldFace phrase_face{.name = "phrase",
                                 .label = "Your phrase in this topic",
                                 .hint =
                                     "A fresh one stands here. If you have spoken in this topic "
                                     "before, type that one instead and go on as before.",
                                 .required = "Type your phrase, all twelve words",
                                 .characters_max = crypto::phrase_characters_max,
                                 .autocomplete = "off"};
const web::FieldFace words_face{.name = "body",
                                .label = "What you say",
                                .kind = web::FieldFace::Kind::text,
                                .hint = "Markdown works. Nothing is saved before it appears.",
                                .required = "Write something first.",
                                .characters_max = body_characters_max};

std::string path_of(const Topic& topic) {
    return "/forum/" + std::to_string(topic.id.value) + "/unattributed";
}

// Bound to this session: a phrase that was made up elsewhere begins no voice.
std::string proof_of(const web::Call& call, std::string_view phrase) {
    const auto secret = crypto::secret_of(phrase);
    return secret ? call.bound("a fresh voice: " + crypto::phrase_of(*secret)) : std::string();
}

std::string clock_of(const web::Call& call, base::Instant at) {
    return base::clock_text(call.zone().local(at));
}

// ---- what is said of it ----

h::Html explanation(const web::Call& call, const Topic& topic, base::Instant due) {
    return h::all(
        h::p(h::cls("lede"), "In “", topic.title,
             "”, under a fresh name that stands in no other topic. What you send now appears soon "
             "after ",
             clock_of(call, due), ", together with what others sent."),
        h::div(h::cls("notice mt4"), web::icon("i-lock"),
               h::div(h::p(h::strong("Who you are is sealed. "),
                           "Two officers together can open it, with a stated ground; then you are "
                           "told. ",
                           h::a(h::href("/rule/openings"), "How often that happens"), "."),
                      h::p("Members may know you by your style. Do not say what only you can "
                           "know."))),
        h::noscript(h::div(
            h::cls("notice warn mt4"), web::icon("i-warn"),
            h::div(h::p(h::strong("Without script this browser keeps nothing. "),
                        "Write your phrase on paper: you type it each time, and nobody can give it "
                        "back to you. Keep a copy of your text until it has appeared: if the site "
                        "fails before then, it is lost.")))));
}

h::Html phrase_field(const web::Call& call, const std::string& phrase) {
    return h::all(
        h::input(h::attr("type", "hidden"), h::attr("name", "fresh"),
                 h::attr("value", call.typed("fresh", proof_of(call, phrase)))),
        h::div(h::attr("translate", "no"), web::field(call, phrase_face, phrase)),
        h::p(h::cls("hint"), h::flag("data-voice-kept"),
             "With it you answer, edit, and read what waits for you. With script, this browser "
             "keeps it until you sign out here; write it on paper to have it for longer."));
}

h::Html form_around(const web::Call& call, const Topic& topic, std::string_view mark,
                    const h::Html& fields) {
    return h::form(h::cls("form mt5"), h::id("voice"), h::attr("method", "post"),
                   h::action(path_of(topic)), h::flag("novalidate"),
                   h::attr("data-voice", std::to_string(topic.id.value)),
                   h::attr("data-voice-of", mark), call.token_field(),
                   h::input(h::attr("type", "hidden"), h::attr("name", "state"),
                            h::attr("value", code_of(topic.state))),
                   fields);
}

// ---- what waits at the voice ----

h::Html hidden_phrase(const web::Call& call) {
    return h::input(h::attr("type", "hidden"), h::attr("name", "phrase"),
                    h::attr("value", call.typed("phrase", {})));
}

h::Html small_form(const web::Call& call, const std::string& path, const h::Html& fields) {
    return h::form(h::cls("form mt3"), h::attr("method", "post"), h::action(path),
                   h::flag("novalidate"), call.token_field(), hidden_phrase(call), fields);
}

h::Html button(std::string_view name, std::string_view value, std::string_view words,
               std::string_view classes = "btn second small") {
    return h::button(h::cls(classes), h::attr("type", "submit"), h::attr("name", name),
                     h::attr("value", value), words);
}

h::Html own_saying(const web::Call& call, const Topic& topic, const OwnSaying& said) {
    const std::string number = std::to_string(said.number);
    const bool may_change = !may_edit_said(said, call.now());
    const std::string id = "said-" + number;
    return h::li(
        h::attr("data-said", ""),
        h::h3(h::a(h::href(path_to(topic, said.number)), "Post ", number)),
        h::when(!may_change, [&] { return h::p(h::cls("meta"), "It can be edited no more."); }),
        h::when(may_change, [&] {
            return small_form(
                call, path_of(topic) + "/edits",
                h::all(h::input(h::attr("type", "hidden"), h::attr("name", "number"),
                                h::attr("value", number)),
                       h::input(h::attr("type", "hidden"), h::attr("name", "version"),
                                h::attr("value", std::to_string(said.version))),
                       h::div(h::cls("field"),
                              h::label(h::cls("label"), h::attr("for", id), "Its text"),
                              h::textarea(h::cls("area"), h::id(id), h::attr("name", "body"),
                                          h::attr("rows", "4"), "\n", said.markdown)),
                       h::p(h::button(h::cls("btn second small"), h::attr("type", "submit"),
                                      "Change post ", number))));
        }));
}

h::Html wish_of(const web::Call& call, const Topic& topic, const Loosening& wish) {
    return h::li(h::h3("Posts ", std::to_string(wish.from), " to ", std::to_string(wish.to), ": ",
                       rule::name_of(wish.state), "?"),
                 h::p(wish.asker_name, " asks all authors: “", wish.words, "”"),
                 small_form(call, path_of(topic) + "/answers",
                            h::all(h::input(h::attr("type", "hidden"), h::attr("name", "wish"),
                                            h::attr("value", std::to_string(wish.id.value))),
                                   h::p(h::cls("flex"), button("answer", "yes", "I agree"),
                                        button("answer", "no", "I do not agree")))));
}

h::Html part(std::string_view id, std::string_view title, const h::Html& content) {
    return h::section(h::cls("mt6"), h::attr("aria-labelledby", id), h::h2(h::id(id), title),
                      content);
}

h::Html fetched_parts(const web::Call& call, const Topic& topic, const Fetched& fetched) {
    return h::all(
        part("fetched", "You are “" + fetched.voice.name + "” here",
             h::all(h::when(fetched.voice.silenced.has_value(),
                            [&] {
                                return h::p("Those who moderate have silenced this voice: ",
                                            fetched.voice.silenced_reason);
                            }),
                    h::p(base::counted(static_cast<std::int64_t>(fetched.waiting.size()),
                                       "post waits", "posts wait"),
                         " to appear."))),
        h::when(!fetched.answers.empty(),
                [&] {
                    return part("answers", "Answers to you",
                                h::ul(h::each(fetched.answers, [&](const auto& answer) {
                                    return h::li(h::a(h::href(path_to(topic, answer.number)),
                                                      "Post ", std::to_string(answer.number)),
                                                 " by ", answer.author);
                                })));
                }),
        h::when(!fetched.wishes.empty(),
                [&] {
                    return part(
                        "wishes", "May this be used more freely?",
                        h::ul(h::cls("stack"), h::each(fetched.wishes, [&](const Loosening& wish) {
                                  return wish_of(call, topic, wish);
                              })));
                }),
        h::when(!fetched.said.empty(),
                [&] {
                    return part(
                        "said", "What you said",
                        h::ul(h::cls("stack"), h::each(fetched.said, [&](const OwnSaying& said) {
                                  return own_saying(call, topic, said);
                              })));
                }),
        part("farewell", "Let this voice go",
             h::all(h::p("Its posts stay. The phrase opens nothing any more, and nobody answers in "
                         "this name again."),
                    small_form(call, path_of(topic) + "/farewell",
                               h::p(h::button(h::cls("btn second"), h::attr("type", "submit"),
                                              "Let this voice go"))))));
}

// ---- handlers ----

Topic topic_of(const web::Call& call) {
    return call.open<Forum>().topic(call.id<TopicId>("topic"));
}

http::Response show_voice(web::Call& call, const BatchPtr& batch) {
    const Topic topic = topic_of(call);
    const auto voices = call.open<Voices>(*batch);
    const auto due = batch->due_of(call.now());
    web::Page page;
    page.name = "voice";
    page.title = "Speak unattributed";
    page.current = "/forum";
    page.content = h::all(crumbs({{"Topics", "/forum"}, {topic.title, path_to(topic)}}),
                          h::h1(page.title), web::error_summary(call));
    const auto refusal = voices.may_speak_in(topic);
    const auto looked = call.is_drawn_again() ? voices.find(topic, call.typed("phrase", {}))
                                              : std::nullopt;
    const bool is_aside = call.is_drawn_again() && call.refused().empty();
    if (is_aside && !looked) {
        page.content.add(h::p(h::cls("notice warn mt4"),
                              "No voice in this topic has that phrase. Nothing waits for it."));
    }
    if (refusal) {
        page.content.add(h::p(h::cls("notice info mt4"), refusal->sentence));
        page.content.add(kept_text("It is not sent. Copy it from here.", call.typed("body", {})));
    } else {
        const std::string phrase = call.typed("phrase", crypto::random_phrase());
        page.content.add(h::all(
            explanation(call, topic, due), h::div(h::cls("mt4"), rule::banner(topic.state)),
            form_around(
                call, topic, batch->mark_of(call.actor().id()),
                h::all(web::field(call, words_face, call.typed("body", {})),
                       phrase_field(call, phrase),
                       h::p(h::cls("flex mt5"), web::submit_button("Say this", "Sending…"),
                            h::button(h::cls("btn quiet"), h::attr("type", "submit"),
                                      h::attr("name", "do"), h::attr("value", "look"),
                                      h::flag("formnovalidate"), "See what waits for me"))))));
    }
    if (looked) page.content.add(fetched_parts(call, topic, voices.fetch(topic, *looked)));
    return call.page(std::move(page));
}

web::Handler again_with(const BatchPtr& batch) {
    return [batch](web::Call& again) { return show_voice(again, batch); };
}

http::Response held(const web::Call& call, const Topic& topic, const Spoken& spoken) {
    return call.redirect(path_of(topic), "It appears soon after " + clock_of(call, spoken.appears) +
                                             ", as “" + spoken.name + "”.");
}

http::Response say(web::Call& call, const BatchPtr& batch) {
    const Topic topic = topic_of(call);
    const auto& form = call.form();
    if (form.get("do") == "look") return call.again(again_with(batch), web::Refused{});
    web::Refused refused;
    for (const auto* face : {&words_face, &phrase_face}) {
        if (auto refusal = web::check_field(*face, web::clean_field(*face, form.get(face->name)))) {
            refused.push_back(*std::move(refusal));
        }
    }
    if (!refused.empty()) return call.again(again_with(batch), std::move(refused));
    const std::string phrase(form.get("phrase"));
    const auto proof = proof_of(call, phrase);
    const auto said = call.open<Voices>(*batch).say(
        topic, {.body = web::clean_field(words_face, form.get("body")),
                .phrase = phrase,
                .state = std::string(form.get("state")),
                .is_fresh = !proof.empty() && form.get("fresh") == proof});
    if (!said) return call.again(again_with(batch), said.error());
    return held(call, topic, *said);
}

// As the voice whose phrase is sent; the page says where none has it.
template <class Act>
http::Response as_voice(web::Call& call, const BatchPtr& batch, Act&& act) {
    const Topic topic = topic_of(call);
    auto voices = call.open<Voices>(*batch);
    const auto voice = voices.find(topic, call.form().get("phrase"));
    if (!voice) {
        return call.again(again_with(batch),
                          base::Refusal{"No voice in this topic has that phrase.", "phrase"});
    }
    const base::Result<Spoken> done = act(voices, topic, *voice);
    if (!done) return call.again(again_with(batch), done.error());
    return held(call, topic, *done);
}

http::Response edit(web::Call& call, const BatchPtr& batch) {
    return as_voice(call, batch, [&](Voices& voices, const Topic& topic, const Voice& voice) {
        const auto& form = call.form();
        return voices.edit(topic, voice,
                           {.number = std::string(form.get("number")),
                            .version = std::string(form.get("version")),
                            .body = web::clean_field(words_face, form.get("body"))});
    });
}

http::Response answer(web::Call& call, const BatchPtr& batch) {
    return as_voice(call, batch, [&](Voices& voices, const Topic& topic, const Voice& voice) {
        const auto sent = call.form().get("wish");
        LooseningId wish;
        std::from_chars(sent.data(), sent.data() + sent.size(), wish.value);
        return voices.answer(topic, voice, wish, call.form().get("answer") == "yes");
    });
}

http::Response let_go(web::Call& call, const BatchPtr& batch) {
    return as_voice(call, batch, [&](Voices& voices, const Topic& topic, const Voice& voice) {
        return voices.let_go(topic, voice);
    });
}

}  // namespace

void voice_routes(web::Routes& site, const BatchPtr& batch) {
    const web::RouteOptions unseen{.rate = {20}, .leaves_no_trace = true};
    const auto with = [&](auto handler) {
        return [batch, handler](web::Call& call) { return handler(call, batch); };
    };
    site.get("/forum/{topic}/unattributed", web::signed_in, with(&show_voice),
             {.leaves_no_trace = true});
    site.post("/forum/{topic}/unattributed", web::signed_in, with(&say), unseen);
    site.post("/forum/{topic}/unattributed/edits", web::signed_in, with(&edit), unseen);
    site.post("/forum/{topic}/unattributed/answers", web::signed_in, with(&answer), unseen);
    site.post("/forum/{topic}/unattributed/farewell", web::signed_in, with(&let_go), unseen);
}

}  // namespace forum
