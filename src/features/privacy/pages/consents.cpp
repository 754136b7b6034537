#include "features/privacy/pages.h"

#include "platform/html/tags.h"
#include "platform/web/form.h"
#include "platform/web/parts.h"

#include <algorithm>

namespace privacy {

namespace h = html;

namespace {

using VersionId = base::Id<struct VersionTag>;  // as it stands in an address

std::string consent_path(const Text& text) {
    return "/settings/data/consents/" + text.key;
}

h::Html press(const web::Call& call, const Text& text, bool stands) {
    const std::string path = consent_path(text);
    return h::form(
        h::attr("method", "post"), h::action(stands ? path + "/withdrawal" : path),
        call.form_fields(),
        h::input(h::attr("type", "hidden"), h::attr("name", "version"),
                 h::attr("value", std::to_string(text.version))),
        h::button(h::cls(stands ? "btn small second" : "btn small"), h::attr("type", "submit"),
                  stands ? "Withdraw" : "Consent", web::hidden_text(": " + text.title)));
}

// The latest consent to any version of this text.
const Consent* latest(const std::vector<Consent>& ledger, const Text& text) {
    const auto found = std::ranges::find(ledger, text.key, &Consent::key);
    return found == ledger.end() ? nullptr : &*found;
}

h::Html state_words(const web::Call& call, const Text& text, const Consent* last) {
    const auto when = [&](base::Instant at) { return web::when(at, call.now(), call.zone()); };
    if (!last) return h::p(h::cls("meta"), "You have not consented.");
    if (last->withdrawn) return h::p(h::cls("meta"), "You withdrew it: ", when(*last->withdrawn));
    if (last->version != text.version) {
        return h::p(h::cls("meta"), "You consented to version ", last->version,
                    ". This is a newer one.");
    }
    return h::p(h::cls("meta"), "You consented: ", when(last->given),
                ". If you withdraw: ", text.if_withdrawn);
}

h::Html text_row(const web::Call& call, const Text& text, const std::vector<Consent>& ledger) {
    const Consent* last = latest(ledger, text);
    const bool stands = last && !last->withdrawn && last->version == text.version;
    return h::li(
        h::cls("row"), h::span(h::cls("mark"), web::icon(stands ? "i-check" : "i-info")),
        h::div(h::h3(h::a(h::href(path_to(text)), text.title)),
               h::p(h::cls("meta"), "Version ", text.version), state_words(call, text, last)),
        h::div(h::cls("end"), press(call, text, stands)));
}

h::Html ledger_table(const web::Call& call, const std::vector<Consent>& ledger) {
    const auto when = [&](base::Instant at) { return web::when(at, call.now(), call.zone()); };
    const auto row = [&](const Consent& one) {
        const Text text{.key = one.key, .version = one.version};
        return h::tr(h::th(h::attr("scope", "row"),
                           h::a(h::href(path_to(text)), one.title, " ", one.version)),
                     h::td(when(one.given)), h::td(one.how),
                     h::td(one.withdrawn ? when(*one.withdrawn) : h::Html()));
    };
    return h::div(
        h::cls("mt4"), h::h3("Every consent you gave"),
        h::div(h::cls("mt3"), wide_table("Every consent you gave",
                                         h::all(column("Text and version"), column("Given"),
                                                column("How"), column("Withdrawn")),
                                         h::each(ledger, row))));
}

// What others hold as consents: as it stands, in full.
h::Html others_part(const identity::Holding& holding) {
    if (!holding.is_consent || holding.rows.empty()) return {};
    return h::div(h::cls("mt4"), h::h3(holding.title), h::p(holding.why),
                  h::div(h::cls("mt3"),
                         wide_table(holding.title, h::each(holding.columns, column),
                                    h::each(holding.rows, [](const std::vector<std::string>& row) {
                                        return h::tr(h::each(row, [](const std::string& cell) {
                                            return h::td(cell);
                                        }));
                                    }))));
}

http::Response give(web::Call& call, const WholePtr& whole) {
    auto consents = call.open<Consents>();
    const Text text = consents.text(call.part("key"));
    const bool is_read = call.form().get("version") == std::to_string(text.version);
    const auto given = consents.give(text.key, is_read ? text.version : 0,
                                     "on the page of my data");
    if (!given) {
        return call.again([whole](web::Call& again) { return show_held(again, *whole); },
                          given.error());
    }
    return call.redirect("/settings/data", "Your consent is noted.");
}

http::Response withdraw(web::Call& call, const WholePtr& whole) {
    auto consents = call.open<Consents>();
    const auto withdrawn = consents.withdraw(consents.text(call.part("key")).key);
    if (!withdrawn) {
        return call.again([whole](web::Call& again) { return show_held(again, *whole); },
                          withdrawn.error());
    }
    return call.redirect("/settings/data", "Your consent is withdrawn.");
}

h::Html paragraphs(std::string_view words) {
    h::Html all;
    while (!words.empty()) {
        const auto end = std::min(words.find("\n\n"), words.size());
        all.add(h::p(words.substr(0, end)));
        words.remove_prefix(std::min(end + 2, words.size()));
    }
    return all;
}

http::Response show_words(web::Call& call, const Text& text) {
    web::Page page;
    page.name = "consent-text";
    page.title = text.title;
    if (!call.actor().is_person()) page.frame = web::Page::Frame::plain;
    page.content = h::all(
        h::h1(text.title),
        h::p(h::cls("meta"), "Version ", text.version, ", since ", base::day_text(text.since)),
        h::div(h::cls("prose mt5"), paragraphs(text.words)), h::when(call.actor().is_person(), [] {
            return h::p(h::cls("mt5"),
                        h::a(h::href("/settings/data"), "My data and what I consented to"));
        }));
    return call.page(std::move(page));
}

http::Response show_notice(web::Call& call) {
    return show_words(call, call.open<Consents>().text(privacy_notice));
}

http::Response show_text(web::Call& call) {
    const auto version = call.id<VersionId>("version").value;
    return show_words(call, call.open<Consents>().text(call.part("key"), version));
}

}  // namespace

h::Html consents_part(const web::Call& call, const Archive& archive) {
    const auto consents = call.open<Consents>();
    const auto ledger = consents.mine();
    return h::section(h::attr("aria-labelledby", "consents"),
                      h::div(h::cls("sec-h"), h::h2(h::id("consents"), "What you consented to")),
                      h::p("Nobody can consent for you, whatever their role."),
                      h::div(h::cls("panel mt3"),
                             h::ol(h::cls("rows"), h::each(consents.texts(),
                                                           [&](const Text& text) {
                                                               return text_row(call, text, ledger);
                                                           }))),
                      h::when(!ledger.empty(), [&] { return ledger_table(call, ledger); }),
                      h::each(archive.holdings, others_part));
}

void consent_routes(web::Routes& site, const WholePtr& whole) {
    site.post("/settings/data/consents/{key}", web::signed_in,
              [whole](web::Call& call) { return give(call, whole); }, {.rate = {30}});
    site.post("/settings/data/consents/{key}/withdrawal", web::signed_in,
              [whole](web::Call& call) { return withdraw(call, whole); }, {.rate = {30}});
    site.get("/privacy", web::anyone, show_notice);
    site.get("/privacy/texts/{key}/{version}", web::anyone, show_text);
}

}  // namespace privacy
