#include "features/membership/pages.h"

#include "features/membership/policy.h"
#include "platform/base/text.h"
#include "platform/html/tags.h"

#include <algorithm>

namespace membership {

namespace h = html;

namespace {

const web::Form<RefusalDraft> refusal_form = reason_form(
    "Why not", "They read this. Say what is missing, or which network would suit them.");

struct DomainDraft {
    std::string domain;
};
const web::Form<DomainDraft> domain_form({
    {{.name = "domain",
      .label = "Domain",
      .hint = "Like nhs.net. Addresses below it count too.",
      .required = "Enter a domain like nhs.net",
      .characters_max = 100},
     &DomainDraft::domain},
});

// ---- the queue ----

h::Html claim_part(const Filed& filed) {
    const Application& one = filed.application;
    return h::dl(h::cls("facts"), fact("Applies as", std::string(face_of(one.category).words)),
                 fact("Role", one.title),
                 fact("Organisation", organisations::display_name(filed.organisation_name)),
                 fact("Since", one.began ? base::day_text(*one.began) : ""));
}

h::Html admission_form(const web::Call& call, const Filed& filed) {
    const Application& one = filed.application;
    const std::string id = "as-" + std::to_string(one.id.value);
    const std::string of = " " + one.person_name;
    return h::form(
        h::cls("flex mt4"), h::attr("method", "post"), h::action(path_to(one.id) + "/admission"),
        call.token_field(), h::label(h::cls("vh"), h::attr("for", id), "Admit" + of + " as"),
        h::select(h::cls("select w-m"), h::id(id), h::attr("name", "category"),
                  h::each(categories(),
                          [&](const CategoryFace& face) {
                              if (face.category == Category::sponsor) return h::Html();
                              return h::option(h::attr("value", face.code),
                                               h::flag("selected", face.category == one.category),
                                               face.words);
                          })),
        h::button(h::cls("btn"), h::attr("type", "submit"), h::attr("data-key", "a"), "Admit",
                  web::hidden_text(of)),
        h::a(h::cls("btn second"), h::href(path_to(one.id) + "/refusal"), h::attr("data-key", "x"),
             "Refuse", web::hidden_text(of)));
}

h::Html card(const web::Call& call, const Filed& filed) {
    const Application& one = filed.application;
    return h::li(h::cls("panel pad card"),
                 h::h3(h::cls("t-s"), h::a(h::href(path_to(one.id)), name_of(one.person_name))),
                 clock_of(call, one.appealed.value_or(one.asked)),
                 h::when(one.state == State::appealed,
                         [&] {
                             return h::div(h::cls("notice warn mt3"), web::icon("i-flag"),
                                           h::div(h::p(h::strong("Refused before: "), one.reason),
                                                  h::p(h::strong("Appeal: "), one.appeal)));
                         }),
                 h::div(h::cls("grid2 mt4"), claim_part(filed),
                        h::div(evidence_part(call, filed), documents_part(call, filed))),
                 admission_form(call, filed));
}

// One part a network, in the order of the networks.
h::Html queue_of(const web::Call& call, const std::vector<Filed>& waiting,
                 const networks::Network& network) {
    std::vector<Filed> those;
    for (const Filed& one : waiting) {
        if (one.network.id == network.id) those.push_back(one);
    }
    if (those.empty()) return {};
    const std::string id = "queue-" + network.slug;
    return h::section(h::cls("mt6"), h::attr("aria-labelledby", id),
                      h::h2(h::cls("titled"), h::id(id), networks::sign_of(network),
                            network.short_name + ": " +
                                base::counted(static_cast<long long>(those.size()), "application",
                                              "applications")),
                      h::ol(h::cls("stack cards mt3"),
                            h::each(those, [&](const Filed& one) { return card(call, one); })));
}

// The ways to the rolls of the networks that this actor keeps, and to what proves employment.
h::Html rolls_part(const web::Call& call, const std::vector<networks::Network>& all) {
    const auto roll = call.open<Roll>();
    return h::section(
        h::cls("mt6"), h::attr("aria-labelledby", "rolls"), h::h2(h::id("rolls"), "The rolls"),
        h::ul(h::cls("side-list mt3"),
              h::each(all,
                      [&](const networks::Network& network) {
                          if (!roll.keeps(network)) return h::Html();
                          return h::li(
                              networks::sign_of(network),
                              h::a(h::href("/memberships?network=" + network.slug),
                                   "Who belongs to the " + network.short_name + " network"));
                      })),
        h::when(call.actor().may(verify_positions), [] {
            return h::p(
                h::cls("mt5"),
                h::a(h::href("/memberships/attention"), "Members we have lost touch with"),
                web::separator(),
                h::a(h::href("/applications/domains"), "Mail domains that show employment"));
        }));
}

h::Html no_officer_part(const web::Call& call) {
    if (call.open<Applications>().without_officer().empty()) return {};
    const auto said = appeal_without_officer();
    return h::div(h::cls("notice warn mt3"), web::icon(said.icon),
                  h::p(said.title, ". ", said.meta, " ", h::a(h::href(said.path), said.button)));
}

http::Response show_waiting(web::Call& call) {
    if (!decides_anywhere(call.actor())) throw base::NotFound();
    const auto waiting = call.open<Applications>().waiting();
    if (!waiting.empty()) {
        call.afterwards(
            [waiting](const record::Floor& floor) { Applications(floor).note_views(waiting); });
    }
    web::Page page;
    page.name = "applications-waiting";
    page.title = "Applications";
    page.current = "/applications/waiting";
    const auto all = call.open<networks::Networks>().all();
    page.content = h::all(
        h::h1(page.title), h::p(h::cls("lede"), "Who applies, with what shows it. Oldest first."),
        no_officer_part(call),
        h::when(!waiting.empty(),
                [] {
                    return h::p(h::cls("meta wide"),
                                "Keys: J and K go from one to the next, A "
                                "admits, X refuses.");
                }),
        waiting.empty()
            ? h::div(h::cls("mt5"), h::h2(h::cls("vh"), "Waiting"),
                     web::empty_state("Nobody waits", "Whoever applies appears here.",
                                      h::a(h::cls("btn second small"), h::href("/"), "Today")))
            : h::each(all,
                      [&](const networks::Network& network) {
                          return queue_of(call, waiting, network);
                      }),
        rolls_part(call, all));
    return call.page(std::move(page));
}

Filed deciding(const web::Call& call) {
    auto filed = call.open<Applications>().application(call.id<ApplicationId>("application"));
    if (!call.open<Roll>().keeps(filed.network)) throw base::NotFound();
    return filed;
}

http::Response admit(web::Call& call) {
    const Filed filed = deciding(call);
    const AdmissionDraft draft{std::string(call.form().get("category"))};
    const auto admitted = call.open<Applications>().admit(filed, draft);
    return call.redirect(
        "/applications/waiting",
        admitted ? filed.application.person_name + " is admitted." : admitted.error().sentence);
}

http::Response show_refusal(web::Call& call) {
    const Filed filed = deciding(call);
    const Application& one = filed.application;
    web::Page page;
    page.name = "application-refusal";
    page.title = "Refuse " + one.person_name;
    page.current = "/applications/waiting";
    page.content = h::all(
        web::crumbs({{"Applications", "/applications/waiting"}}), h::h1(page.title),
        h::p(h::cls("lede"), filed.network.short_name + " network: " + place_line(filed)),
        h::form(h::cls("form mt5"), h::attr("method", "post"),
                h::action(path_to(one.id) + "/refusal"), h::flag("novalidate"), call.form_fields(),
                web::error_summary(call), refusal_form.draw_all(call, RefusalDraft{}),
                h::p(h::cls("mt5"), web::submit_button("Refuse and tell them", "Sending…"))));
    return call.page(std::move(page));
}

http::Response refuse(web::Call& call) {
    const Filed filed = deciding(call);
    const auto refused = refusal_form.submit(call, [&](const RefusalDraft& draft) {
        return call.open<Applications>().refuse(filed, draft);
    });
    if (!refused) return call.again(show_refusal, refused.error());
    return call.redirect("/applications/waiting", "Refused. They read your reason.");
}

// ---- mail domains ----

http::Response show_domains(web::Call& call) {
    const auto domains = call.open<MailDomains>().all();
    const auto row = [&](const std::string& domain) {
        return h::li(h::cls("row"), h::span(h::cls("mark"), web::icon("i-mail")),
                     h::div(h::h3(domain)),
                     h::div(h::cls("end"),
                            h::form(h::attr("method", "post"),
                                    h::action("/applications/domains/removal"), call.token_field(),
                                    h::input(h::attr("type", "hidden"), h::attr("name", "domain"),
                                             h::attr("value", domain)),
                                    h::button(h::cls("btn small second"), h::attr("type", "submit"),
                                              "Remove", web::hidden_text(" " + domain)))));
    };
    web::Page page;
    page.name = "mail-domains";
    page.title = "Mail domains that show employment";
    page.current = "/applications/waiting";
    page.content = h::all(
        web::crumbs({{"Applications", "/applications/waiting"}}), h::h1(page.title),
        h::p(h::cls("lede"),
             "Who proves an address at one of these works for a provider of care. It never shows "
             "the role: contractors have such addresses too."),
        h::h2(h::cls("vh"), "Domains"),
        h::div(h::cls("panel mt5"), h::ol(h::cls("rows"), h::each(domains, row))),
        h::form(h::cls("form mt5"), h::attr("method", "post"), h::action("/applications/domains"),
                h::flag("novalidate"), call.form_fields(), web::error_summary(call),
                domain_form.draw_all(call, DomainDraft{}),
                h::p(web::submit_button("Add the domain", "Adding…"))));
    return call.page(std::move(page));
}

http::Response keep_one(web::Call& call) {
    const auto kept = domain_form.submit(call, [&](const DomainDraft& draft) {
        return call.open<MailDomains>().keep(draft.domain);
    });
    if (!kept) return call.again(show_domains, kept.error());
    return call.redirect("/applications/domains", *kept + " shows employment from now on.");
}

http::Response drop_one(web::Call& call) {
    const auto dropped = call.open<MailDomains>().drop(call.form().get("domain"));
    return call.redirect("/applications/domains",
                         dropped ? *dropped + " is removed." : dropped.error().sentence);
}

}  // namespace

void deciding_routes(web::Routes& site) {
    using web::signed_in;
    const auto keepers = web::needs(verify_positions);
    const web::RouteOptions writing{.rate = {30}};
    site.get("/applications/waiting", signed_in, show_waiting);
    site.post("/applications/{application}/admission", signed_in, admit, {.rate = {120}});
    site.get("/applications/{application}/refusal", signed_in, show_refusal);
    site.post("/applications/{application}/refusal", signed_in, refuse, {.rate = {120}});
    site.get("/applications/domains", keepers, show_domains);
    site.post("/applications/domains", keepers, keep_one, writing);
    site.post("/applications/domains/removal", keepers, drop_one, writing);
}

}  // namespace membership
