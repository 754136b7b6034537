#include "features/membership/pages.h"

#include "features/membership/policy.h"
#include "platform/base/text.h"
#include "platform/html/tags.h"

#include <algorithm>

namespace membership {

namespace h = html;

namespace {

using Kind = web::FieldFace::Kind;

const web::FieldFace began_face{.name = "began",
                                .label = "First day in this role",
                                .hint = "Needed where you choose an organisation. Like "
                                        "2026-04-01. Near enough will do.",
                                .characters_max = 10};

const web::Form<ApplicationDraft> application_form({
    {{.name = "network", .label = "Network", .kind = Kind::choice, .required = "Choose a network"},
     &ApplicationDraft::network},
    {{.name = "category",
      .label = "As what do you apply?",
      .kind = Kind::hidden,
      .required = "Choose as what you apply"},
     &ApplicationDraft::category},
    {{.name = "organisation", .label = "Organisation", .kind = Kind::hidden},
     &ApplicationDraft::organisation},
    {{.name = "title",
      .label = "Title of your role",
      .hint = "Like chief clinical information officer; or patient, or carer.",
      .required = "Enter the title of your role",
      .characters_max = title_characters_max,
      .autocomplete = "organization-title"},
     &ApplicationDraft::title},
    {began_face, &ApplicationDraft::began},
    {{.name = "link",
      .label = "A page that names you in this role",
      .hint = "Of your organisation, your college or a regulator.",
      .characters_max = link_characters_max,
      .autocomplete = "url"},
     &ApplicationDraft::link},
    {{.name = "voucher_1",
      .label = "A member who knows your work",
      .kind = Kind::email,
      .hint = "Their email address. We ask them, and do not tell you whether they are members.",
      .characters_max = 254},
     &ApplicationDraft::voucher_1},
    {{.name = "voucher_2", .label = "A second one", .kind = Kind::email, .characters_max = 254},
     &ApplicationDraft::voucher_2},
    {{.name = "words",
      .label = "Anything else that shows it",
      .kind = Kind::text,
      .hint = "Only those who decide read this. It is deleted 30 days after the decision.",
      .characters_max = words_characters_max},
     &ApplicationDraft::words},
});

const web::Form<AppealDraft> appeal_form({
    {{.name = "appeal",
      .label = "What was overlooked, or what has changed?",
      .kind = Kind::text,
      .hint = "Somebody who did not take part in the first decision reads this.",
      .required = "Say what was overlooked, or what has changed",
      .characters_max = words_characters_max},
     &AppealDraft::appeal},
});

const web::Form<VouchDraft> vouch_form({
    {{.name = "answer",
      .label = "Do you vouch for them?",
      .kind = Kind::choice,
      .required = "Choose one of the two answers"},
     &VouchDraft::answer},
    {{.name = "words",
      .label = "What you know of their work",
      .kind = Kind::text,
      .hint =
          "Those who decide read this, and so does the applicant where they ask for their data.",
      .characters_max = vouch_characters_max},
     &VouchDraft::words},
});

// ---- my networks ----

h::Html leaving_part(const web::Call& call, const networks::Network& network) {
    const auto day = call.open<Review>().leaves_on(network.id);
    if (!day) return {};
    return h::p(h::cls("snip"), "You have left your role. You keep all rights until " +
                                    base::day_text(*day) +
                                    ", then you are an alumna or alumnus, unless you say where "
                                    "you work now.");
}

h::Html membership_row(const web::Call& call, const Member& member) {
    const auto& face = face_of(member.category);
    if (!member.network) {
        return h::li(h::cls("row"), h::span(h::cls("mark"), web::icon("i-person")),
                     h::div(h::h3(face.words), h::p(h::cls("meta"), face.meaning)));
    }
    const auto network = call.open<networks::Networks>().find(*member.network);
    const std::string until = member.expires ? ", " + until_words(member) : "";
    return h::li(
        h::cls("row"), h::span(h::cls("mark"), networks::sign_of(*network)),
        h::div(h::h3(h::a(h::href(networks::path_to(*network)), network->name)),
               leaving_part(call, *network),
               h::p(h::cls("meta"), std::string(face.words) + " since " +
                                        base::day_text(member.began) + until + ". " +
                                        rights_words(face.rights))),
        h::div(h::cls("end"),
               h::a(h::cls("btn second small"),
                    h::href("/memberships/" + std::to_string(member.id.value) + "/leaving"),
                    "Leave", web::hidden_text(" the " + network->short_name + " network"))));
}

h::Html ended_row(const web::Call& call, const Member& member) {
    const auto network = member.network ? call.open<networks::Networks>().find(*member.network)
                                        : std::nullopt;
    return h::li(h::cls("row"), h::span(h::cls("mark"), web::icon("i-history")),
                 h::div(h::h3(network ? network->name : std::string("The community")),
                        h::p(h::cls("meta"),
                             "Until " + base::day_text(*member.ended) + ". " + member.why_ended)));
}

h::Html application_row(const web::Call& call, const Filed& filed) {
    const Application& one = filed.application;
    return h::li(h::cls("row"), h::span(h::cls("mark"), networks::sign_of(filed.network)),
                 h::div(h::h3(h::a(h::href(path_to(one.id)), filed.network.name)),
                        h::p(h::cls("meta"), place_line(filed), web::separator(), "sent ",
                             web::how_long(one.asked, call.now(), call.zone()))),
                 h::div(h::cls("end"), state_of(one)));
}

h::Html asking_row(const Filed& filed) {
    return h::li(h::cls("row"), h::span(h::cls("mark"), web::icon("i-person")),
                 h::div(h::h3(h::a(h::href(path_to(filed.application.id) + "/vouch"),
                                   filed.application.person_name)),
                        h::p(h::cls("meta"), place_line(filed), web::separator(),
                             filed.network.short_name + " network")));
}

h::Html listed(std::string_view id, std::string_view title, const h::Html& rows) {
    return h::section(h::cls("mt5"), h::attr("aria-labelledby", id), h::h2(h::id(id), title),
                      h::div(h::cls("panel mt3"), h::ol(h::cls("rows"), rows)));
}

http::Response show_mine(web::Call& call) {
    const auto applications = call.open<Applications>();
    auto members = call.open<Roll>().mine();
    std::vector<Member> ended;
    for (const Member& member : members) {
        if (member.ended && ended.size() < 5) ended.push_back(member);
    }
    std::erase_if(members, [](const Member& member) { return member.ended.has_value(); });
    const auto filed = applications.mine();
    const auto asking = applications.asking_me();
    const bool is_empty = members.empty() && filed.empty();
    web::Page page;
    page.name = "applications";
    page.title = "Your networks";
    page.current = "/applications";
    page.content = h::all(
        h::div(h::cls("sec-h"),
               h::div(h::h1(page.title),
                      h::p(h::cls("lede"), "Where you belong, and where you have applied.")),
               h::when(!call.open<Roll>().is_sponsor_contact(),
                       [] {
                           return h::a(h::cls("btn more"), h::href("/applications/new"),
                                       web::icon("i-plus", "i s"), "Apply to a network");
                       })),
        h::when(
            !asking.empty(),
            [&] { return listed("asking", "Who asks you to vouch", h::each(asking, asking_row)); }),
        h::when(!members.empty(),
                [&] {
                    return listed("belonging", "You belong to",
                                  h::each(members, [&](const Member& member) {
                                      return membership_row(call, member);
                                  }));
                }),
        h::when(!filed.empty(),
                [&] {
                    return listed("applications", "Your applications",
                                  h::each(filed, [&](const Filed& one) {
                                      return application_row(call, one);
                                  }));
                }),
        h::when(!ended.empty(),
                [&] {
                    return listed("ended", "You belonged to",
                                  h::each(ended, [&](const Member& member) {
                                      return ended_row(call, member);
                                  }));
                }),
        h::when(is_empty, [] {
            return h::all(h::h2(h::cls("vh"), "Networks"),
                          web::empty_state("You belong to no network yet",
                                           "Apply to one: most are decided within two weeks.",
                                           h::a(h::cls("btn second small"), h::href("/networks"),
                                                "See all networks")));
        }));
    return call.page(std::move(page));
}

// ---- a new one ----

// Whether it is needed follows from another field, so its label does not call it optional; the verb
// decides.
h::Html began_field(const web::Call& call, const ApplicationDraft& begun) {
    web::FieldFace face = began_face;
    face.required = "Enter the day on which you began";
    return web::field(call, face, call.typed(face.name, begun.began));
}

http::Response show_new(web::Call& call, organisations::Directory& directory) {
    if (call.open<Roll>().is_sponsor_contact()) throw base::NotFound();
    const ApplicationDraft begun{.network = std::string(call.query().get("network")),
                                 .category = std::string(call.query().get("as"))};
    const auto offered = organisations::picker(call, directory, "organisation");
    const auto line = [&](std::string_view name) {
        return application_form.draw(call, name, begun);
    };
    web::Page page;
    page.name = "application-new";
    page.title = "Apply to a network";
    page.current = "/applications";
    page.content = h::all(
        web::crumbs({{"Your networks", "/applications"}}), h::h1(page.title),
        h::p(h::cls("lede"),
             "One network at a time. You can apply to others after this one, with the same role."),
        h::form(
            h::cls("form mt5"), h::attr("method", "post"), h::action("/applications"),
            h::flag("novalidate"), call.form_fields(), web::enter_button("Send the application"),
            web::error_summary(call),
            organisations::picker_part(
                call, offered, {"/applications/new", "/applications", "Search your organisation"},
                {.name = offered.field,
                 .label = "Organisation",
                 .hint = "Patients and lay members need not choose one."}),
            application_form.draw(call, "network", begun, network_choices(call)),
            category_part(call, {.name = "category", .label = "As what do you apply?"},
                          begun.category),
            line("title"), began_field(call, begun), line("link"), line("voucher_1"),
            line("voucher_2"), line("words"),
            h::p(h::cls("mt5"), web::submit_button("Send the application", "Sending…"))));
    return call.page(std::move(page));
}

http::Response apply(web::Call& call, const organisations::DirectoryPtr& directory) {
    const auto page = [directory](web::Call& again) { return show_new(again, *directory); };
    if (organisations::is_search(call)) return call.again(page, web::Refused{});
    const auto sent = application_form.submit(call, [&](const ApplicationDraft& draft) {
        return call.open<Applications>().apply(draft);
    });
    if (!sent) return call.again(page, sent.error());
    return call.redirect(path_to(*sent), "Sent. You will hear from us by email.");
}

// ---- one of them ----

Filed shown(const web::Call& call) {
    return call.open<Applications>().application(call.id<ApplicationId>("application"));
}

Filed own(const web::Call& call) {
    auto filed = shown(call);
    if (filed.application.person != call.actor().id()) throw base::NotFound();
    return filed;
}

h::Html no_officer_note(const web::Call& call, const Filed& filed) {
    if (!call.open<Applications>().lacks_officer(filed.application)) return {};
    return h::p(h::cls("notice info mt3"),
                "Nobody else can decide an appeal yet: who refused may not. Those who run this "
                "community are told that another officer has to be appointed.");
}

h::Html what_next(const web::Call& call, const Filed& filed) {
    const Application& one = filed.application;
    const std::string path = path_to(one.id);
    switch (one.state) {
        case State::waits:
        case State::appealed:
            return h::all(h::p("Those who decide have it before them. You will hear by email, "
                               "most often within two weeks."),
                          h::when(one.state == State::appealed,
                                  [&] { return no_officer_note(call, filed); }),
                          h::form(h::cls("mt3"), h::attr("method", "post"),
                                  h::action(path + "/withdrawal"), call.token_field(),
                                  h::button(h::cls("btn small second"), h::attr("type", "submit"),
                                            "Withdraw the application")));
        case State::admitted:
            return h::all(
                h::p("You belong to this network now."),
                h::p(h::cls("mt3"), h::a(h::cls("btn"), h::href(networks::path_to(filed.network)),
                                         "Go to the network")));
        case State::refused:
            return h::all(
                h::p(h::strong("Why not: "), one.reason),
                h::p(h::cls("flex mt3"),
                     h::a(h::cls("btn second"), h::href(path + "/appeal"), "Appeal"),
                     h::a(h::cls("btn second"), h::href("/join"), "See which networks suit you")));
        case State::refused_for_good:
            return h::all(h::p(h::strong("The answer to your appeal: "), one.reason),
                          h::p(h::cls("mt3"), "You can apply anew when something has changed."));
        case State::withdrawn:
            return h::p(
                "You withdrew it. ",
                h::a(h::href("/applications/new?network=" + filed.network.slug), "Apply anew"));
    }
    return {};
}

h::Html views_part(const web::Call& call, const std::vector<EvidenceView>& views) {
    if (views.empty()) return h::p(h::cls("meta"), "Nobody has looked at your evidence yet.");
    return h::ul(h::cls("side-list"), h::each(views, [&](const EvidenceView& view) {
                     return h::li(web::icon("i-eye", "i s"),
                                  h::p(name_of(view.person_name), ", ", moment_of(call, view.at),
                                       view.document ? ", a document" : ""));
                 }));
}

h::Html sent_part(const Application& one) {
    const auto line = [](std::string_view icon, const h::Html& words) {
        return h::li(web::icon(icon, "i s"), h::div(words));
    };
    if (one.link.empty() && one.words.empty() && one.proof.empty()) {
        return h::p(h::cls("meta"), "Nothing that shows it, or it has been deleted.");
    }
    return h::ul(h::cls("side-list"),
                 h::when(!one.proof.empty(),
                         [&] {
                             return line("i-check", h::p("Your address at ", h::strong(one.proof),
                                                         " shows where you work."));
                         }),
                 h::when(!one.link.empty(), [&] { return line("i-link", h::p(one.link)); }),
                 h::when(!one.words.empty(), [&] { return line("i-quote", h::p(one.words)); }));
}

h::Html own_part(const web::Call& call, const Filed& filed) {
    const auto views = call.open<Applications>().views(filed.application);
    return h::all(
        h::section(h::cls("mt5"), h::attr("aria-labelledby", "stands"),
                   h::h2(h::id("stands"), "How it stands"), h::p(state_of(filed.application)),
                   h::div(h::cls("mt3"), what_next(call, filed))),
        h::section(h::cls("mt6"), h::attr("aria-labelledby", "sent"),
                   h::h2(h::id("sent"), "What you sent"),
                   h::div(h::cls("mt3"), sent_part(filed.application)), documents_part(call, filed),
                   h::when(filed.application.is_open(),
                           [&] {
                               return h::p(
                                   h::cls("mt3"),
                                   h::a(h::cls("btn second small"),
                                        h::href(path_to(filed.application.id) + "/documents"),
                                        "Add a document"));
                           }),
                   h::p(h::cls("meta mt3"),
                        "Whom you named has been asked, where they may vouch. Words, links, "
                        "documents and vouches are deleted 30 days after the decision.")),
        h::section(h::cls("mt6"), h::attr("aria-labelledby", "seen"),
                   h::h2(h::id("seen"), "Who has looked at it"),
                   h::div(h::cls("mt3"), views_part(call, views))));
}

// The applicant sees how it stands; who decides sees the evidence, and that is noted.
http::Response show_one(web::Call& call) {
    const Filed filed = shown(call);
    const Application& one = filed.application;
    const bool is_own = one.person == call.actor().id();
    if (!is_own) {
        call.afterwards([one](const record::Floor& floor) { Applications(floor).note_view(one); });
    }
    web::Page page;
    page.name = "application";
    page.title = is_own ? "Your application to the " + filed.network.short_name + " network"
                        : one.person_name + ", " + filed.network.short_name + " network";
    page.current = is_own ? "/applications" : "/applications/waiting";
    page.content = h::all(
        web::crumbs({is_own ? std::pair<std::string, std::string>("Your networks", "/applications")
                            : std::pair<std::string, std::string>("Applications",
                                                                  "/applications/waiting")}),
        h::h1(page.title),
        h::p(h::cls("lede"), face_of(one.category).words, web::separator(), place_line(filed)),
        is_own ? own_part(call, filed)
               : h::section(h::cls("mt5"), h::attr("aria-labelledby", "evidence"),
                            h::h2(h::id("evidence"), "Evidence"), h::p(state_of(one)),
                            h::div(h::cls("mt3"), evidence_part(call, filed),
                                   documents_part(call, filed))));
    return call.page(std::move(page));
}

http::Response withdraw(web::Call& call) {
    const Filed filed = own(call);
    const auto done = call.open<Applications>().withdraw(filed);
    return call.redirect(path_to(filed.application.id),
                         done ? "You have withdrawn it." : done.error().sentence);
}

http::Response show_appeal(web::Call& call) {
    const Filed filed = own(call);
    if (filed.application.state != State::refused) throw base::NotFound();
    web::Page page;
    page.name = "application-appeal";
    page.title = "Appeal";
    page.current = "/applications";
    page.content = h::all(
        web::crumbs({{"Your networks", "/applications"},
                     {"Your application", path_to(filed.application.id)}}),
        h::h1(page.title), h::p(h::cls("lede"), h::strong("Why not: "), filed.application.reason),
        no_officer_note(call, filed),
        h::form(h::cls("form mt5"), h::attr("method", "post"),
                h::action(path_to(filed.application.id) + "/appeal"), h::flag("novalidate"),
                call.form_fields(), web::error_summary(call),
                appeal_form.draw_all(call, AppealDraft{}),
                h::p(h::cls("mt5"), web::submit_button("Send the appeal", "Sending…"))));
    return call.page(std::move(page));
}

http::Response appeal(web::Call& call) {
    const Filed filed = own(call);
    const auto sent = appeal_form.submit(call, [&](const AppealDraft& draft) {
        return call.open<Applications>().appeal(filed, draft);
    });
    if (!sent) return call.again(show_appeal, sent.error());
    return call.redirect(path_to(*sent), "Your appeal is sent.");
}

// ---- vouching ----

Filed asking(const web::Call& call) {
    return call.open<Applications>().asking_me(call.id<ApplicationId>("application"));
}

http::Response show_vouch(web::Call& call) {
    const Filed filed = asking(call);
    const Application& one = filed.application;
    web::Page page;
    page.name = "vouch";
    page.title = "Do you vouch for " + one.person_name + "?";
    page.current = "/applications";
    page.content = h::all(
        web::crumbs({{"Your networks", "/applications"}}), h::h1(page.title),
        h::p(h::cls("lede"), "They apply to the " + filed.network.short_name +
                                 " network: " + place_line(filed) +
                                 ". Say yes only where you know that it is so."),
        h::form(h::cls("form mt5"), h::attr("method", "post"),
                h::action(path_to(one.id) + "/vouch"), h::flag("novalidate"), call.form_fields(),
                web::error_summary(call),
                vouch_form.draw(call, "answer", VouchDraft{},
                                {{"", "Choose"},
                                 {"yes", "Yes: they are in this role"},
                                 {"no", "No, or I do not know"}}),
                vouch_form.draw(call, "words", VouchDraft{}),
                h::p(h::cls("mt5"), web::submit_button("Send your answer", "Sending…"))));
    return call.page(std::move(page));
}

http::Response vouch(web::Call& call) {
    const Filed filed = asking(call);
    const auto said = vouch_form.submit(call, [&](const VouchDraft& draft) {
        return call.open<Applications>().vouch(filed, draft);
    });
    if (!said) return call.again(show_vouch, said.error());
    return call.redirect("/applications", "Thank you. Those who decide see your answer.");
}

}  // namespace

void applying_routes(web::Routes& site, const organisations::DirectoryPtr& directory) {
    using web::signed_in;
    const web::RouteOptions writing{.rate = {30}};
    site.get("/applications", signed_in, show_mine);
    site.get("/applications/new", signed_in,
             [directory](web::Call& call) { return show_new(call, *directory); });
    site.post(
        "/applications", signed_in, [directory](web::Call& call) { return apply(call, directory); },
        writing);
    site.get("/applications/{application}", signed_in, show_one);
    site.post("/applications/{application}/withdrawal", signed_in, withdraw, writing);
    site.get("/applications/{application}/appeal", signed_in, show_appeal);
    site.post("/applications/{application}/appeal", signed_in, appeal, writing);
    site.get("/applications/{application}/vouch", signed_in, show_vouch);
    site.post("/applications/{application}/vouch", signed_in, vouch, writing);
}

}  // namespace membership
