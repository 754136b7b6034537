#include "features/breaches/pages.h"

#include "platform/base/text.h"
#include "platform/html/tags.h"
#include "platform/kit/today.h"
#include "platform/web/form.h"
#include "platform/web/parts.h"

#include <algorithm>
#include <array>

namespace breaches {

namespace h = html;

namespace {

using FieldKind = web::FieldFace::Kind;

const web::Form<ReportDraft> report_form({
    {{.name = "kind",
      .label = "What happened",
      .kind = FieldKind::choice,
      .required = "Choose what happened"},
     &ReportDraft::kind},
    {{.name = "words",
      .label = "In your words",
      .kind = FieldKind::text,
      .hint = "Those who moderate the network read this.",
      .required = "Say what happened",
      .characters_max = words_characters_max},
     &ReportDraft::words},
    {{.name = "came_out",
      .label = "When and where it came out",
      .hint = "As far as you know: a meeting last Tuesday, a post on another site.",
      .required = "Say when and where it came out, as far as you know",
      .characters_max = came_out_characters_max},
     &ReportDraft::came_out},
    {{.name = "whom",
      .label = "Who you think it was",
      .kind = FieldKind::choice,
      .required = "Say who it was, or that you do not know"},
     &ReportDraft::whom},
    {{.name = "handle",
      .label = "Their name with @, as in posts",
      .hint = "Only for another member."},
     &ReportDraft::handle},
    {{.name = "named",
      .label = "Your name",
      .kind = FieldKind::choice,
      .hint = "Those who moderate always read who reported."},
     &ReportDraft::named},
});

std::vector<web::Choice> kind_choices() {
    std::vector<web::Choice> choices = {{"", "Choose"}};
    for (const KindFace& face : kinds()) {
        choices.push_back({std::string(face.code), std::string(face.words)});
    }
    return choices;
}

std::vector<web::Choice> whom_choices(const web::Call& call, const Spot& spot) {
    std::vector<web::Choice> choices = {{"", "Choose"}, {"unknown", "I do not know"}};
    if (spot.post && !spot.is_unattributed && spot.author != call.actor().id()) {
        choices.push_back({"author", "Whoever wrote this post"});
    }
    choices.push_back({"other", "Another member"});
    return choices;
}

// The post or the topic that the path names, as this actor sees it.
Spot spot_in(const web::Call& call) {
    const auto forum = call.open<forum::Forum>();
    if (!call.part("post").empty()) return spot_of(forum.post(call.id<forum::PostId>("post")));
    return spot_of(forum.topic(call.id<forum::TopicId>("topic")));
}

std::string path_to_report(const Spot& spot) {
    return spot.post ? "/breaches/posts/" + std::to_string(spot.post->value)
                     : "/breaches/topics/" + std::to_string(spot.topic.value);
}

h::Html fields_of(const web::Call& call, const Spot& spot) {
    const ReportDraft draft;
    return h::all(report_form.draw(call, "kind", draft, kind_choices()),
                  report_form.draw(call, "words", draft), report_form.draw(call, "came_out", draft),
                  report_form.draw(call, "whom", draft, whom_choices(call, spot)),
                  report_form.draw(call, "handle", draft),
                  report_form.draw(call, "named", draft,
                                   {{"no", "Not to be read by the person reported"},
                                    {"yes", "The person reported may read it"}}));
}

http::Response show_report(web::Call& call) {
    const Spot spot = spot_in(call);
    web::Page page;
    page.name = "breach";
    page.title = "Report a breach of the Rule";
    page.current = "/forum";
    page.content = h::all(
        h::h1(page.title),
        h::p(h::cls("lede"),
             "For when something of this came out with a name or a place of work on it. Those who "
             "moderate the network look into it, hear the other side and decide."),
        h::section(h::cls("mt5"), h::attr("aria-labelledby", "of"),
                   h::h2(h::id("of"), spot.post ? "The post" : "The topic"),
                   spot_part(call, spot.topic, spot.post)),
        h::section(
            h::cls("mt6"), h::attr("aria-labelledby", "report"),
            h::h2(h::id("report"), "Your report"),
            h::form(h::cls("form mt3"), h::attr("method", "post"), h::action(path_to_report(spot)),
                    h::flag("novalidate"), call.form_fields(), web::error_summary(call),
                    fields_of(call, spot), h::p(web::submit_button("Send the report", "Sending…"))),
            h::p(h::cls("meta mt4"), "Two years after the case is closed, all of it is deleted.")));
    return call.page(std::move(page));
}

http::Response report(web::Call& call) {
    const Spot spot = spot_in(call);
    const auto done = report_form.submit(
        call, [&](const ReportDraft& draft) { return call.open<Cases>().report(spot, draft); });
    if (!done) return call.again(show_report, done.error());
    return call.redirect(path_to(*done), "It is reported. A letter tells you what was decided.");
}

// ---- one's own, and those one handles ----

std::string state_words(const Case& one) {
    switch (one.state) {
        case State::open:
            if (one.part == Part::reported && one.asked && !one.answered) {
                return "Your word is asked for";
            }
            return one.asked && !one.answered ? "Waits for a word" : "Waits for a decision";
        case State::appealed: return "Waits for a decision on appeal";
        case State::decided:
        case State::settled: return std::string(face_of(one.standing()->outcome).words);
    }
    return {};
}

h::Html case_rows(const web::Call& call, const std::vector<Case>& cases) {
    return h::div(h::cls("panel mt3"),
                  h::ol(h::cls("rows"), h::each(cases, [&](const Case& one) {
                            return h::li(
                                h::cls("row"), h::span(h::cls("mark"), web::icon("i-flag")),
                                h::div(h::h3(h::a(h::href(path_to(one.id)),
                                                  "Case " + std::to_string(one.id.value) + ": ",
                                                  face_of(one.kind).words)),
                                       h::p(h::cls("meta"), one.network.short_name, " network",
                                            web::separator(), state_words(one), web::separator(),
                                            "reported ", day_of(call, one.at))));
                        })));
}

http::Response show_cases(web::Call& call) {
    const auto cases = call.open<Cases>();
    const auto handled = cases.handled();
    const auto mine = cases.mine();
    web::Page page;
    page.name = "breaches";
    page.title = "Cases of the Rule";
    page.current = list_path;
    page.content = h::all(
        h::h1(page.title),
        h::p(h::cls("lede"), "What was reported, and what became of it. ",
             h::a(h::href("/rule/breaches"), "How many there were, for everybody to see"), "."),
        h::when(cases.handles_any(),
                [&] {
                    return h::section(h::cls("mt5"), h::attr("aria-labelledby", "handled"),
                                      h::h2(h::id("handled"), "Of the networks you moderate"),
                                      handled.empty()
                                          ? h::p(h::cls("mt3"), "No case of your networks is kept.")
                                          : case_rows(call, handled));
                }),
        h::section(h::cls("mt6"), h::attr("aria-labelledby", "mine"),
                   h::h2(h::id("mine"), "Concerning you"),
                   mine.empty()
                       ? h::p(h::cls("mt3"),
                              "Nothing. To report a breach, open the menu of the post that came "
                              "out, or of its topic.")
                       : case_rows(call, mine)));
    return call.page(std::move(page));
}

// ---- the numbers ----

h::Html tally_table(const std::vector<Tally>& all) {
    std::vector<int> years;
    for (const Tally& one : all) {
        if (years.empty() || years.back() != one.year) years.push_back(one.year);
    }
    const auto cell = [&](int year, Outcome outcome) {
        const auto found = std::ranges::find_if(
            all, [&](const Tally& one) { return one.year == year && one.outcome == outcome; });
        const bool is_shown = found != all.end() && found->cases;
        return h::td(h::cls("r"), is_shown ? base::grouped(*found->cases) : "fewer than five");
    };
    return h::div(
        h::cls("panel pad mt5 scroll"), h::attr("tabindex", "0"), h::attr("role", "region"),
        h::attr("aria-labelledby", "cap"),
        h::table(h::cls("tbl"), h::caption(h::id("cap"), "Closed cases by outcome and year"),
                 h::thead(h::tr(h::th(h::attr("scope", "col"), "Outcome"),
                                h::each(years,
                                        [](int year) {
                                            return h::th(h::cls("r"), h::attr("scope", "col"),
                                                         std::to_string(year));
                                        }))),
                 h::tbody(h::each(outcomes(), [&](const OutcomeFace& face) {
                     return h::tr(
                         h::th(h::attr("scope", "row"), face.words),
                         h::each(years, [&](int year) { return cell(year, face.outcome); }));
                 }))));
}

struct Numbers {
    explicit Numbers(const record::Floor& floor) : all(tallies(floor)) {}
    std::vector<Tally> all;
};

http::Response show_tallies(web::Call& call) {
    const auto all = call.open<Numbers>().all;
    web::Page page;
    page.name = "rule-breaches";
    page.title = "Breaches of the Rule";
    page.content = h::all(
        h::h1(page.title),
        h::p(h::cls("lede"),
             "How the Chatham House Rule is kept here: how many cases were closed, and how they "
             "ended."),
        all.empty() ? h::p(h::cls("mt5"), "No case was closed yet.") : tally_table(all),
        h::div(h::cls("prose mt5"),
               h::p("Numbers below five, and none, are shown as “fewer than five”: a small number "
                    "could tell of whom it speaks. There are no totals, from which it could be "
                    "worked out."),
               h::h2("What happens to a report"),
               h::ul(h::li("A member reports from the post that came out. The person reported does "
                           "not read who it was, unless the reporter agreed."),
                     h::li("Those who moderate the network ask the person reported for their word, "
                           "and decide: no breach, a reminder, a warning, a suspension, or that "
                           "they leave the network. Nobody handles a case that concerns them."),
                     h::li("It can be appealed once, within 28 days. Another officer decides."),
                     h::li("Two years after a case was closed, all of it is deleted. These numbers "
                           "stay.")),
               h::p(h::a(h::href("/rule/openings"), "How often sealed names were opened")),
               h::when(call.actor().is_person(), [] {
                   return h::p(
                       h::a(h::href(list_path), "What you reported, and what concerns you"));
               })));
    return call.page(std::move(page));
}

}  // namespace

void reporting_routes(web::Routes& site) {
    const web::RouteOptions writing{.rate = {20}};
    site.get("/rule/breaches", web::anyone, show_tallies);
    site.get("/breaches", web::signed_in, show_cases);
    site.get("/breaches/posts/{post}", web::signed_in, show_report);
    site.post("/breaches/posts/{post}", web::signed_in, report, writing);
    site.get("/breaches/topics/{topic}", web::signed_in, show_report);
    site.post("/breaches/topics/{topic}", web::signed_in, report, writing);
}

void routes(web::Routes& site) {
    reporting_routes(site);  // what has a name of its own comes before {case}
    case_routes(site);
}

std::vector<web::MenuEntry> menu(web::Call& call) {
    using Section = web::MenuEntry::Section;
    if (!call.open<Cases>().handles_any()) return {};
    return {{.section = Section::foot,
             .label = "Cases of the Rule",
             .path = std::string(list_path),
             .icon = "i-flag"}};
}

std::vector<kit::TodayPart> today(web::Call& call) {
    const auto cases = call.open<Cases>();
    std::vector<kit::TodayPart> parts;
    for (const Case& one : cases.mine()) {
        if (one.part != Part::reported) continue;
        const auto* ruling = one.standing();
        if (one.asked && !one.answered && one.state == State::open) {
            parts.push_back(kit::waiting_item({.title = "You are asked for your word",
                                               .meta = "In a case of the Chatham House Rule",
                                               .icon = "i-flag",
                                               .path = path_to(one.id),
                                               .button = "Read and answer"}));
        } else if (ruling && ruling->until && *ruling->until > call.now()) {
            parts.push_back(
                kit::waiting_item({.title = "The forum of the " + one.network.short_name +
                                            " network is closed to you",
                                   .meta = "Until " + base::day_text(*ruling->until),
                                   .icon = "i-lock",
                                   .path = path_to(one.id),
                                   .button = "Read why"}));
        }
    }
    const auto waiting = std::ranges::count_if(cases.handled(), [](const Case& one) {
        return one.part == Part::officer &&
               (one.state == State::open || one.state == State::appealed);
    });
    if (waiting > 0) {
        parts.push_back(kit::waiting_item(
            {.title = base::counted(waiting, "case of the Rule waits", "cases of the Rule wait"),
             .meta = "Reported by members of your networks",
             .icon = "i-flag",
             .path = std::string(list_path),
             .button = "See them"}));
    }
    return parts;
}

}  // namespace breaches
