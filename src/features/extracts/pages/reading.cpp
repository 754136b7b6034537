#include "features/extracts/pages.h"

#include "features/extracts/facts.h"
#include "features/extracts/policy.h"
#include "platform/base/text.h"
#include "platform/html/markdown.h"
#include "platform/html/tags.h"
#include "platform/kit/history_list.h"
#include "platform/web/form.h"
#include "platform/web/parts.h"

#include <algorithm>
#include <set>

namespace extracts {

namespace h = html;

namespace {

const web::Form<ReturnDraft> return_form({
    {{.name = "reason",
      .label = "What is to be changed",
      .kind = web::FieldFace::Kind::text,
      .hint = "Who took it reads this.",
      .required = "Say what is to be changed",
      .characters_max = reason_characters_max},
     &ReturnDraft::reason},
});

// ---- the text ----

h::Html text_part(const std::vector<Passage>& passages, const std::vector<Origin>& origins) {
    h::Html all;
    for (std::size_t i = 0; i < passages.size(); ++i) {
        if (i > 0) all.add(h::hr());
        const bool is_gone = i < origins.size() && origins[i].source == Source::gone;
        all.add(is_gone ? gone_words()
                        : h::rendered_before(html::render_markdown(passages[i].text).html));
    }
    return h::div(h::cls("panel pad mt3"), h::div(h::cls("body"), all));
}

h::Html kept_part(const std::vector<Mark>& marks, const std::vector<Origin>& origins) {
    h::Html items;
    std::set<std::string> listed;
    for (const Mark& mark : marks) {
        const bool is_gone = mark.passage && origins[*mark.passage].source == Source::gone;
        if (is_gone || listed.contains(mark.key)) continue;
        if (listed.size() >= findings_shown_max) {
            items.add(h::li("And more."));
            break;
        }
        if (!listed.insert(mark.key).second) continue;
        items.add(h::li(h::cls(mark.is_open() ? "" : "kept"),
                        h::p(h::strong("“" + base::excerpt(base::one_line(mark.text), 120) + "”")),
                        h::p(h::cls("meta"), mark.reason),
                        h::p(mark.is_open() ? "This is open." : "It stays: " + mark.why)));
    }
    if (items.empty()) return h::p(h::cls("mt3"), "Nothing is marked in the text.");
    return h::ul(h::cls("findings mt3"), items);
}

std::string other_words(const Origin& origin) {
    if (origin.source == Source::gone || origin.other_words == 0) return {};
    return ": " +
           base::counted(static_cast<long long>(origin.other_words), "word is", "words are") +
           " not from the post";
}

h::Html sources_part(const Extract& seen, const std::vector<Passage>& passages,
                     const std::vector<Origin>& origins) {
    h::Html items;
    for (std::size_t i = 0; i < passages.size(); ++i) {
        const std::string number = std::to_string(passages[i].post_number);
        items.add(h::li(h::a(h::href("/forum/" + std::to_string(seen.topic.value) +
                                     "?from=" + number + "#p" + number),
                             "Passage " + std::to_string(i + 1) + ", from post " + number),
                        other_words(origins[i])));
    }
    return h::all(h::p(h::cls("mt3"), "This stays inside, for members of the network."),
                  h::ul(h::cls("prose mt3"), items));
}

// ---- where it stands ----

struct Told {
    Stage stage = Stage::consent;
    std::string title, words, icon = "i-clock";
};

// The same words whoever is asked, how many they are, and what they said.
Told told_of(const Extract& seen, Standing standing) {
    switch (standing) {
        case Standing::ready:
            return {Stage::second, "It is ready for a second person.",
                    "Somebody of the network who neither took it nor wrote any of it reads it and "
                    "lets it go out, or sends it back.",
                    "i-eye"};
        case Standing::waits:
            return {
                Stage::consent, "It waits.",
                "Too few spoke for it to go out unasked, so the authors are asked. Nothing "
                "tells who, how many, or what they said. What was said unattributed is asked of "
                "nobody, and does not go out. They have until " +
                    base::day_text(std::chrono::floor<base::days>(seen.answers_until())) + "."};
        case Standing::late:
            return {Stage::consent, "It cannot be released as it is.",
                    "Who took it can take it back, leave something out, and hand it on again; or "
                    "give it up.",
                    "i-warn"};
        case Standing::changed:
            return {Stage::making_safe, "It is stopped: a post that it was taken from has changed.",
                    "It was edited, closed or hidden since. Who took it takes it anew.", "i-warn"};
        case Standing::open_findings:
            return {Stage::making_safe, "It is stopped: something in it tells more than it did.",
                    "The roll of the network has changed since. Who took it takes it back and "
                    "writes that otherwise.",
                    "i-warn"};
    }
    return {};
}

h::Html standing_notice(const Told& told) {
    return h::div(h::cls(told.icon == "i-warn" ? "notice warn mt4" : "notice mt4"),
                  web::icon(told.icon), h::div(h::p(h::strong(told.title)), h::p(told.words)));
}

h::Html takers_part(const web::Call& call, const Extract& seen, Standing standing) {
    const std::string path = path_to(seen.id);
    return section(
        "yours", "You took it",
        h::div(h::cls("flex mt3"),
               h::when(standing == Standing::changed,
                       [&] {
                           return one_button(call, path + "/renewal", "Take what changed anew",
                                             "btn");
                       }),
               one_button(call, path + "/draft", "Take it back to change it", "btn second"),
               one_button(call, path + "/end", "Give the extract up", "btn second")));
}

h::Html seconds_part(const web::Call& call, const Extract& seen, Standing standing,
                     const std::string& read) {
    const std::string path = path_to(seen.id);
    return section(
        "second", "You can be the second person",
        h::all(h::p(h::cls("mt3"),
                    "Read it as a stranger would who knows the trade: a turn of phrase, a story, a "
                    "number. What goes out cannot be taken back."),
               h::when(standing == Standing::ready,
                       [&] {
                           return h::form(h::cls("mt4"), h::attr("method", "post"),
                                          h::action(path + "/publication"), call.form_fields(),
                                          h::input(h::attr("type", "hidden"),
                                                   h::attr("name", "read"), h::attr("value", read)),
                                          h::button(h::cls("btn"), h::attr("type", "submit"),
                                                    "Let it go out"));
                       }),
               h::form(h::cls("form mt5"), h::attr("method", "post"), h::action(path + "/return"),
                       h::flag("novalidate"), call.form_fields(), return_form.draw_all(call, {}),
                       h::p(h::button(h::cls("btn second"), h::attr("type", "submit"),
                                      "Send it back")))));
}

h::Html handed_on_part(const web::Call& call, const Door& door, const Extract& seen,
                       const std::vector<Passage>& passages, const std::vector<Origin>& origins) {
    const auto extracts = opened(call, door);
    const Standing standing = extracts.standing(seen);
    const Told told = told_of(seen, standing);
    const auto marks = extracts.marks(seen, passages);
    return h::all(
        stages(told.stage), standing_notice(told), web::error_summary(call),
        section("text", "What would go out", text_part(passages, origins)),
        section("kept", "What was found in it", kept_part(marks, origins)),
        h::when(extracts.is_mine(seen), [&] { return takers_part(call, seen, standing); }),
        h::when(extracts.is_second(seen), [&] {
            return seconds_part(call, seen, standing, what_is_read(seen, passages, marks));
        }));
}

// ---- published ----

h::Html copies_part(const web::Call& call, const Extract& seen, const std::vector<Copy>& copies) {
    h::Html buttons, log;
    for (const FormFace& face : forms()) {
        buttons.add(h::form(h::attr("method", "post"), h::action(path_to(seen.id) + "/copies"),
                            call.form_fields(),
                            h::input(h::attr("type", "hidden"), h::attr("name", "form"),
                                     h::attr("value", face.code)),
                            h::button(h::cls("btn second"), h::attr("type", "submit"),
                                      web::icon("i-download", "i s"), face.words)));
    }
    for (const Copy& one : copies) {
        log.add(h::li(h::cls("setting"),
                      h::div(h::p(one.person_name, " took it as ", face_of(one.form).words)),
                      h::p(h::cls("meta"), day_of(call, one.at))));
    }
    return h::all(
        section("copies", "Take a copy",
                h::all(h::p(h::cls("mt3"),
                            "Each carries the sentence that states the Rule, and "
                            "nothing that leads back. That you took it is noted, "
                            "for members of the network to see."),
                       h::div(h::cls("flex mt4"), buttons))),
        section("log", "Who took a copy",
                copies.empty() ? h::p(h::cls("mt3"), "Nobody yet.")
                               : h::div(h::cls("panel mt3"), h::ol(h::cls("rows"), log))));
}

h::Html published_part(const web::Call& call, const Door& door, const Extract& seen,
                       const std::vector<Passage>& passages, const std::vector<Origin>& origins) {
    const std::string second = seen.second_name.empty() ? "a former member" : seen.second_name;
    return h::all(stages(Stage::published), web::error_summary(call),
                  h::p(h::cls("meta mt4"), "Let go out by ", second, web::separator(),
                       day_of(call, *seen.published)),
                  section("text", "What went out", text_part(passages, origins)),
                  copies_part(call, seen, opened(call, door).copies(seen)));
}

h::Html inside_part(const web::Call& call, const Door& door, const Extract& seen,
                    const std::vector<Passage>& passages, const std::vector<Origin>& origins) {
    const auto history = opened(call, door).history(seen);
    return h::all(section("sources", "Where it comes from", sources_part(seen, passages, origins)),
                  section("happened", "What happened",
                          h::div(h::cls("mt3"), kit::history_list(call, history, tellings,
                                                                  [](const record::ToldFact&) {
                                                                      return std::string();
                                                                  }))));
}

// ---- verbs ----

http::Response publish(web::Call& call, const Door& door) {
    const Extract seen = extract_in(call, door);
    const auto done = opened(call, door).publish(seen, call.form().get("read"));
    if (!done) return call.again(at(door, show_extract), done.error());
    return call.redirect(path_to(seen.id), "It is published.");
}

http::Response send_back(web::Call& call, const Door& door) {
    const Extract seen = extract_in(call, door);
    const auto done = return_form.submit(
        call, [&](const ReturnDraft& draft) { return opened(call, door).send_back(seen, draft); });
    if (!done) return call.again(at(door, show_extract), done.error());
    return call.redirect(list_path, "It is sent back.");
}

// ---- an author ----

h::Html answer_words(const Asked& asked) {
    if (!asked.answer) {
        return h::p(
            h::cls("mt4"),
            "Nothing goes out without your yes. You can say yes until " +
                base::day_text(std::chrono::floor<base::days>(asked.extract.answers_until())) +
                ", and take it back until it is published.");
    }
    return h::div(h::cls(*asked.answer ? "notice ok mt4" : "notice mt4"),
                  web::icon(*asked.answer ? "i-check" : "i-lock"),
                  h::div(h::p(h::strong(*asked.answer ? "You said yes, to the words below."
                                                      : "You said no.")),
                         h::p(*asked.answer ? "You can take it back until it is published."
                                            : "Your words do not go out. You can still say yes.")));
}

h::Html own_fields(const web::Call& call, const Asked& asked) {
    return h::each(asked.passages, [&](const Passage& one) {
        const std::string name = field_of(one.id);
        return web::field(call,
                          {.name = name,
                           .label = asked.passages.size() == 1
                                        ? "Your words, as they would go out"
                                        : "From your post " + std::to_string(one.post_number) +
                                              ", as it would go out",
                           .kind = web::FieldFace::Kind::text,
                           .hint = "Change them as you like: your wording becomes the text.",
                           .required = "Say in your words what may be used, or say no",
                           .characters_max = passage_characters_max},
                          call.typed(name, one.text));
    });
}

h::Html answer_form(const web::Call& call, const Asked& asked) {
    const auto button = [](std::string_view value, std::string_view classes,
                           std::string_view label) {
        return h::button(h::cls(classes), h::attr("type", "submit"), h::attr("name", "answer"),
                         h::attr("value", value), label);
    };
    return h::form(h::cls("form mt5"), h::attr("method", "post"),
                   h::action(path_to(asked.extract.id) + "/consent"), h::flag("novalidate"),
                   call.form_fields(), web::error_summary(call), own_fields(call, asked),
                   h::div(h::cls("flex"), button("yes", "btn", "Yes, in these words"),
                          button("no", "btn second",
                                 asked.answer.value_or(false) ? "Take my yes back" : "No")));
}

http::Response show_consent(web::Call& call, const Door& door) {
    const Asked asked = call.open<Consents>(*door.workshop).asked(call.id<ExtractId>("extract"));
    const bool is_open = asked.extract.state == State::handed_on;
    const std::string taker = asked.extract.taker_name.empty() ? "A former member"
                                                               : asked.extract.taker_name;
    h::Html content = is_open
                          ? h::all(answer_words(asked), answer_form(call, asked))
                          : h::all(h::div(h::cls("notice ok mt4"), web::icon("i-check"),
                                          h::div(h::p(h::strong("It is published, with your yes."),
                                                      " What went out cannot be taken back."))),
                                   web::error_summary(call), text_part(asked.passages, {}));
    web::Page page;
    page.name = "extract-consent";
    page.title = "May your words be taken outside?";
    page.current = list_path;
    page.content = h::all(
        h::h1(page.title),
        h::p(h::cls("lede"), taker, " would like to use something that was said in the ",
             asked.extract.network.short_name,
             " network, with nothing that tells who said it. You see your own words; nobody is "
             "told whether you were asked, or what you answer."),
        content);
    return call.page(std::move(page));
}

http::Response answer(web::Call& call, const Door& door) {
    auto consents = call.open<Consents>(*door.workshop);
    const Asked asked = consents.asked(call.id<ExtractId>("extract"));
    const auto said = call.form().get("answer");
    if (said != "yes" && said != "no") throw base::NotFound();
    const auto done = said == "yes" ? consents.agree(asked, texts_in(call, asked.passages))
                                    : consents.decline(asked);
    if (!done) return call.again(at(door, show_consent), done.error());
    return call.redirect(path_to(asked.extract.id) + "/consent",
                         said == "yes" ? "You said yes." : "You said no.");
}

}  // namespace

http::Response show_extract(web::Call& call, const Door& door) {
    const Extract seen = extract_in(call, door);
    web::Page page;
    page.name = "extract";
    page.title = seen.title;
    page.current = list_path;
    const std::string taker = seen.taker_name.empty() ? "a former member" : seen.taker_name;
    h::Html content = h::all(
        web::crumbs({{"Extracts", std::string(list_path)}}), h::h1(seen.title),
        h::p(h::cls("meta mt2"), seen.network.short_name, " network", web::separator(), "Said in ",
             months_in_words(seen.said_from, seen.said_to), web::separator(), "Taken by ", taker));
    switch (seen.state) {
        case State::draft:
            content.add(h::all(stages(Stage::making_safe), draft_part(call, door, seen)));
            break;
        case State::given_up:
            content.add(h::p(h::cls("mt4"),
                             "You gave this extract up. It is deleted 90 days "
                             "later."));
            break;
        case State::handed_on:
        case State::published: {
            const auto passages = opened(call, door).passages(seen);
            const auto origins = opened(call, door).origins(seen, passages);
            content.add(seen.state == State::published
                            ? published_part(call, door, seen, passages, origins)
                            : handed_on_part(call, door, seen, passages, origins));
            content.add(inside_part(call, door, seen, passages, origins));
        }
    }
    page.content = std::move(content);
    return call.page(std::move(page));
}

void consent_routes(web::Routes& site, const Door& door) {
    using web::signed_in;
    const web::RouteOptions steps{.lane = web::Lane::blocking, .rate = {20}};
    site.get("/extracts/{extract}/consent", signed_in, at(door, show_consent),
             {.lane = web::Lane::blocking, .rate = {60}});
    site.post("/extracts/{extract}/consent", signed_in, at(door, answer),
              {.lane = web::Lane::blocking, .rate = {10}, .body_bytes_max = 4ULL * 1024 * 1024});
    site.post("/extracts/{extract}/publication", signed_in, at(door, publish), steps);
    site.post("/extracts/{extract}/return", signed_in, at(door, send_back), steps);
}

}  // namespace extracts
