#include "features/breaches/pages.h"

#include "features/breaches/facts.h"
#include "features/breaches/policy.h"
#include "platform/base/text.h"
#include "platform/html/tags.h"
#include "platform/kit/history_list.h"
#include "platform/web/form.h"
#include "platform/web/parts.h"

namespace breaches {

namespace h = html;

namespace {

using FieldKind = web::FieldFace::Kind;

const web::Form<NoteDraft> note_form({
    {{.name = "note",
      .label = "A note",
      .kind = FieldKind::text,
      .hint = "For those who handle the case, and for nobody else.",
      .required = "Write the note",
      .characters_max = words_characters_max},
     &NoteDraft::note},
});

const web::Form<NameDraft> name_form({
    {{.name = "handle",
      .label = "Who is reported",
      .hint = "Their name with @, as in posts.",
      .required = "Enter their name with @, as in posts"},
     &NameDraft::handle},
});

const web::Form<QuestionDraft> question_form({
    {{.name = "question",
      .label = "What you ask them",
      .kind = FieldKind::text,
      .hint = "They read this, and not who reported unless the reporter agreed: say of what it is, "
              "in your own words.",
      .required = "Say what you ask them",
      .characters_max = reason_characters_max},
     &QuestionDraft::question},
});

const web::Form<WordDraft> word_form({
    {{.name = "word",
      .label = "Your word",
      .kind = FieldKind::text,
      .hint = "Those who handle the case read this. Who reported does not.",
      .required = "Say how it was",
      .characters_max = words_characters_max},
     &WordDraft::word},
});

const web::Form<OutcomeDraft> outcome_form({
    {{.name = "outcome",
      .label = "What is decided",
      .kind = FieldKind::choice,
      .required = "Choose what is decided"},
     &OutcomeDraft::outcome},
    {{.name = "until",
      .label = "Suspended until",
      .hint = "Only for a suspension: the day on which it is over, like 2027-03-31.",
      .characters_max = 10},
     &OutcomeDraft::until},
    {{.name = "reason",
      .label = "Why",
      .kind = FieldKind::text,
      .hint = "Both read this: name nobody.",
      .required = "Say why, in a sentence that both can read",
      .characters_max = reason_characters_max},
     &OutcomeDraft::reason},
});

const web::Form<AppealDraft> appeal_form({
    {{.name = "appeal",
      .label = "What was overlooked",
      .kind = FieldKind::text,
      .hint = "Another officer reads this and decides.",
      .required = "Say what was overlooked",
      .characters_max = words_characters_max},
     &AppealDraft::appeal},
});

Case case_in(const web::Call& call) {
    return call.open<Cases>().one(call.id<CaseId>("case"));
}

h::Html part_of_page(std::string_view id, std::string_view title, const h::Html& content) {
    return h::section(h::cls("mt6"), h::attr("aria-labelledby", id), h::h2(h::id(id), title),
                      content);
}

h::Html quote(std::string_view text) {
    return h::div(h::cls("panel pad mt3"), h::div(h::cls("body"), paragraphs(text)));
}

h::Html form_to(const web::Call& call, const Case& one, std::string_view step,
                const h::Html& fields, const h::Html& button) {
    return h::form(h::cls("form mt4"), h::attr("method", "post"),
                   h::action(path_to(one.id) + std::string(step)), h::flag("novalidate"),
                   call.form_fields(), fields, h::p(button));
}

// What was typed into a form that is not there any more, because somebody else was faster.
h::Html kept(const web::Call& call, std::string_view field) {
    const std::string text = call.typed(field, {});
    if (text.empty()) return {};
    return h::div(
        h::cls("field mt4"),
        h::label(h::cls("label"), h::attr("for", "kept"), "What you typed. It was not recorded."),
        h::textarea(h::cls("area"), h::id("kept"), h::attr("rows", "5"), h::flag("readonly"), "\n",
                    text));
}

// ---- what was decided ----

h::Html ruling_notice(const web::Call& call, const Ruling& ruling, std::string_view title) {
    const auto& face = face_of(ruling.outcome);
    const bool is_mild = ruling.outcome <= Outcome::nobody_known;
    return h::div(
        h::cls(is_mild ? "notice mt3" : "notice warn mt3"), web::icon("i-flag"),
        h::div(h::p(h::strong(title, face.words, "."),
                    h::when(ruling.until.has_value(),
                            [&] { return h::all(" Until ", base::day_text(*ruling.until), "."); })),
               h::p(face.meaning), h::p("Why: ", ruling.reason),
               h::p(h::cls("meta"), day_of(call, ruling.at),
                    ruling.by_name.empty() ? "" : ", by " + ruling.by_name)));
}

h::Html rulings(const web::Call& call, const Case& one) {
    if (!one.ruling) return {};
    return part_of_page(
        "decided", "What was decided",
        h::all(h::when(one.on_appeal.has_value(),
                       [&] {
                           return ruling_notice(call, *one.on_appeal,
                                                "On appeal, and this holds: ");
                       }),
               ruling_notice(call, *one.ruling, one.on_appeal ? "At first: " : ""),
               h::when(one.state == State::appealed, [] {
                   return h::p(h::cls("mt3"),
                               "There is an appeal. What was decided holds until it is decided.");
               })));
}

// ---- for those who handle it ----

h::Html step_line(const web::Call& call, std::string_view words, base::Instant at) {
    return h::li(h::cls("setting"), h::div(h::p(words)), h::p(h::cls("meta"), day_of(call, at)));
}

// For those whom it concerns: what happened, and not who did it.
h::Html steps(const web::Call& call, const Case& one) {
    h::Html lines = step_line(call, "It was reported", one.at);
    if (one.asked) lines.add(step_line(call, "The person reported was asked", *one.asked));
    if (one.answered) lines.add(step_line(call, "They gave their word", *one.answered));
    if (one.ruling) lines.add(step_line(call, "It was decided", one.ruling->at));
    if (one.appealed) lines.add(step_line(call, "There was an appeal", *one.appealed));
    if (one.on_appeal) lines.add(step_line(call, "The appeal was decided", one.on_appeal->at));
    return h::div(h::cls("panel mt3"), h::ol(h::cls("rows"), lines));
}

h::Html fact(std::string_view name, const h::Html& value) {
    return h::div(h::dt(name), h::dd(value));
}

h::Html report_part(const Case& one) {
    const std::string reporter = one.reporter_name.empty() ? "Somebody who was erased since"
                                                           : one.reporter_name;
    return part_of_page(
        "report", "The report",
        h::all(
            quote(one.words),
            h::dl(h::cls("facts mt4"), fact("When and where", h::all(one.came_out)),
                  fact("Reported by", h::all(reporter)),
                  fact("Their name", h::all(one.names_reporter ? "The person reported may read it"
                                                               : "Not for the person reported")))));
}

h::Html naming_form(const web::Call& call, const Case& one, std::string_view button) {
    return form_to(call, one, "/person", name_form.draw_all(call, {}),
                   web::submit_button(button, "Saving…"));
}

h::Html hearing_part(const web::Call& call, const Case& one) {
    h::Html content;
    if (one.reported) {
        content.add(
            h::p(h::cls("mt3"), "It is said to have been ", h::strong(one.reported_name), "."));
    } else {
        content.add(h::p(h::cls("mt3"), "Nobody is named yet."));
    }
    const bool may_be_asked = one.question.empty() && one.state == State::open && one.reported;
    if (!may_be_asked) content.add(kept(call, "question"));
    if (!one.question.empty()) {
        content.add(h::all(h::h3(h::cls("mt4"), "They were asked"), quote(one.question),
                           h::h3(h::cls("mt4"), "Their word"),
                           one.answered ? quote(one.word)
                                        : h::p("They have not answered yet. A week after they were "
                                               "asked it can be decided without.")));
    } else if (may_be_asked) {
        content.add(form_to(call, one, "/question", question_form.draw_all(call, {}),
                            web::submit_button("Ask for their word", "Sending…")));
    }
    if (one.state == State::open && !one.reported) {
        content.add(h::div(h::cls("mt4"), naming_form(call, one, "Save who is reported")));
    }
    return part_of_page("hearing", "The person reported", content);
}

h::Html notes_part(const web::Call& call, const Case& one) {
    const auto notes = call.open<Cases>().notes(one);
    return part_of_page(
        "notes", "Notes",
        h::all(
            notes.empty()
                ? h::p(h::cls("mt3"), "None yet.")
                : h::div(h::cls("panel mt3"),
                         h::ol(h::cls("rows"),
                               h::each(notes,
                                       [&](const Note& note) {
                                           return h::li(
                                               h::cls("setting"), h::div(paragraphs(note.text)),
                                               h::p(h::cls("meta"), note.author_name,
                                                    web::separator(), day_of(call, note.at)));
                                       }))),
            form_to(call, one, "/notes", note_form.draw_all(call, {}),
                    h::button(h::cls("btn second"), h::attr("type", "submit"), "Add the note"))));
}

std::vector<web::Choice> outcome_choices(Outcome hardest) {
    std::vector<web::Choice> choices = {{"", "Choose"}};
    for (const OutcomeFace& face : outcomes()) {
        if (face.outcome > hardest) continue;
        choices.push_back({std::string(face.code), std::string(face.words)});
    }
    return choices;
}

h::Html meanings() {
    return h::details(h::cls("mt3"), h::summary("What each means"),
                      h::dl(h::cls("facts mt3"), h::each(outcomes(), [](const OutcomeFace& face) {
                                return fact(face.words, h::all(face.meaning));
                            })));
}

h::Html outcome_fields(const web::Call& call, Outcome hardest) {
    return h::all(outcome_form.draw(call, "outcome", {}, outcome_choices(hardest)),
                  outcome_form.draw(call, "until", {}), outcome_form.draw(call, "reason", {}));
}

h::Html deciding_part(const web::Call& call, const Case& one) {
    if (one.state == State::open) {
        return part_of_page(
            "decide", "Decide",
            h::all(h::p(h::cls("mt3"), "Both get a letter that there is something to read."),
                   meanings(),
                   form_to(call, one, "/outcome", outcome_fields(call, Outcome::excluded),
                           web::submit_button("Decide it", "Saving…"))));
    }
    if (one.state != State::appealed) return kept(call, "reason");
    const bool is_first = one.ruling->by == call.actor().id();
    return part_of_page(
        "decide", "The appeal",
        h::all(quote(one.appeal),
               is_first
                   ? h::all(h::p(h::cls("mt3"),
                                 "You decided the case. Another officer decides the appeal."),
                            kept(call, "reason"))
                   : h::all(h::p(h::cls("mt3"),
                                 "Choose the same again to let it stand. Nothing becomes harder."),
                            meanings(),
                            form_to(call, one, "/appeal/outcome",
                                    outcome_fields(call, one.ruling->outcome),
                                    web::submit_button("Decide the appeal", "Saving…")))));
}

h::Html officer_parts(const web::Call& call, const Case& one) {
    return h::all(
        report_part(one), hearing_part(call, one), deciding_part(call, one), notes_part(call, one),
        part_of_page("happened", "What happened",
                     h::div(h::cls("mt3"), kit::history_list(call, call.open<Cases>().history(one),
                                                             tellings, [](const record::ToldFact&) {
                                                                 return std::string();
                                                             }))));
}

// ---- for whom it concerns ----

h::Html word_part(const web::Call& call, const Case& one) {
    if (one.question.empty()) return {};
    const bool is_waited_for = one.state == State::open && !one.answered;
    return part_of_page(
        "asked", "You are asked",
        h::all(quote(one.question),
               h::when(!one.words.empty(),
                       [&] {
                           return h::all(h::h3(h::cls("mt4"), one.reporter_name, " reported"),
                                         quote(one.words));
                       }),
               one.answered ? h::all(h::h3(h::cls("mt4"), "Your word"), quote(one.word))
               : is_waited_for
                   ? form_to(call, one, "/word", word_form.draw_all(call, {}),
                             web::submit_button("Send my word", "Sending…"))
                   : h::all(h::p(h::cls("mt3"), "You gave no word before it was decided."),
                            kept(call, "word"))));
}

h::Html appeal_part(const web::Call& call, const Case& one) {
    if (!one.appeal.empty()) return part_of_page("appealing", "Your appeal", quote(one.appeal));
    if (may_appeal(one, {"-"}, call.now())) return kept(call, "appeal");
    return part_of_page("appealing", "Appeal",
                        h::all(h::p(h::cls("mt3"), "Once, until ",
                                    base::day_month_year(call.zone().local(one.appeal_until())),
                                    ". Another officer decides, and nothing becomes harder by it."),
                               form_to(call, one, "/appeal", appeal_form.draw_all(call, {}),
                                       web::submit_button("Appeal", "Sending…"))));
}

h::Html own_report(const Case& one) {
    return part_of_page(
        "report", "Your report",
        h::all(quote(one.words), h::p(h::cls("mt3"), "When and where: ", one.came_out)));
}

h::Html keeper_part(const Case& one) {
    return part_of_page(
        "handed", "Handed to you",
        h::p(h::cls("mt3"), h::strong(one.reported_name),
             " is to leave the network. Nothing is done by itself: wait for the appeal, which is "
             "possible for 28 days, then end the membership on the roll. ",
             h::a(h::href("/memberships?network=" + one.network.slug),
                  "The roll of the " + one.network.short_name + " network")));
}

h::Html parts_for(const web::Call& call, const Case& one) {
    switch (one.part) {
        case Part::officer: return officer_parts(call, one);
        case Part::keeper: return keeper_part(one);
        case Part::reporter:
            return h::all(own_report(one),
                          part_of_page("happened", "What happened", steps(call, one)));
        case Part::reported:
            return h::all(word_part(call, one), appeal_part(call, one),
                          part_of_page("happened", "What happened", steps(call, one)));
    }
    return {};
}

http::Response show_case(web::Call& call) {
    const Case one = case_in(call);
    web::Page page;
    page.name = "breach-case";
    page.title = "Case " + std::to_string(one.id.value);
    page.current = list_path;
    page.content = h::all(
        web::crumbs({{"Cases of the Rule", std::string(list_path)}}), h::h1(page.title),
        h::p(h::cls("lede"), face_of(one.kind).words, ". ", one.network.name, "."),
        web::error_summary(call), rulings(call, one),
        h::when(one.part != Part::keeper,
                [&] {
                    return part_of_page("of", one.post ? "The post" : "The topic",
                                        spot_part(call, one.topic, one.post));
                }),
        parts_for(call, one));
    return call.page(std::move(page));
}

// ---- steps: find, do, go back and say so ----

template <class Draft>
using Verb = base::Result<CaseId> (Cases::*)(const Case&, const Draft&);

template <class Draft>
web::Handler step(const web::Form<Draft>& form, Verb<Draft> verb, std::string said) {
    return [&form, verb, said = std::move(said)](web::Call& call) {
        const Case one = case_in(call);
        const auto done = form.submit(call, [&](const Draft& draft) {
            auto cases = call.open<Cases>();
            return (cases.*verb)(one, draft);
        });
        if (!done) return call.again(show_case, done.error());
        return call.redirect(path_to(*done), said);
    };
}

}  // namespace

void case_routes(web::Routes& site) {
    const web::RouteOptions writing{.rate = {30}};
    using web::signed_in;
    site.get("/breaches/{case}", signed_in, show_case);
    site.post("/breaches/{case}/notes", signed_in,
              step(note_form, &Cases::note, "The note is there."), writing);
    site.post("/breaches/{case}/person", signed_in,
              step(name_form, &Cases::name, "It is saved who is reported."), writing);
    site.post("/breaches/{case}/question", signed_in,
              step(question_form, &Cases::ask, "They are asked. A letter tells them."), writing);
    site.post("/breaches/{case}/word", signed_in,
              step(word_form, &Cases::answer, "Your word is there."), writing);
    site.post("/breaches/{case}/outcome", signed_in,
              step(outcome_form, &Cases::decide, "It is decided. A letter tells both."), writing);
    site.post("/breaches/{case}/appeal", signed_in,
              step(appeal_form, &Cases::appeal, "You have appealed. A letter tells you more."),
              writing);
    site.post("/breaches/{case}/appeal/outcome", signed_in,
              step(outcome_form, &Cases::settle, "The appeal is decided. A letter tells both."),
              writing);
}

}  // namespace breaches
