// The text of the Rule, its versions, and writing the next one: the community's, and what a network
// adds to it.

#include "features/rule/pages.h"
#include "platform/base/text.h"
#include "platform/html/diff.h"
#include "platform/html/markdown.h"
#include "platform/html/tags.h"
#include "platform/web/call.h"
#include "platform/web/form.h"
#include "platform/web/parts.h"

namespace rule {

namespace h = html;

namespace {

using VersionId = base::Id<struct VersionTag>;  // as it stands in an address

const web::Form<TextDraft> text_form({
    {{.name = "words",
      .label = "The text",
      .kind = web::FieldFace::Kind::text,
      .hint = "Markdown works. What you leave out is gone from this version on.",
      .characters_max = text_characters_max},
     &TextDraft::words},
    {{.name = "asks",
      .label = "Is everybody asked again?",
      .kind = web::FieldFace::Kind::choice,
      .hint = "A correction of a slip asks nobody. Whatever changes what people promise, asks all.",
      .required = "Say whether everybody is asked again"},
     &TextDraft::asks},
    {{.name = "from",
      .label = "From which day",
      .hint = "Like 2027-03-31, at most 180 days from now. Until then members see a banner and get "
              "a letter; from then on, networks are closed to whoever has not accepted. Empty: at "
              "once.",
      .characters_max = 10},
     &TextDraft::from},
    {{.name = "version", .label = "Version", .kind = web::FieldFace::Kind::hidden},
     &TextDraft::version},
});

// The community's text where the address names no network.
Scope scope_of(const web::Call& call) {
    const auto slug = call.part("network");
    if (slug.empty()) return {};
    Scope scope{call.open<networks::Networks>().network(slug)};
    (void)call.open<Texts>().present(scope);  // NotFound to whom it is not
    return scope;
}

// To those who write it; to others it is not there.
Scope written_scope(const web::Call& call) {
    Scope scope = scope_of(call);
    if (!call.open<Texts>().writes(scope)) throw base::NotFound();
    return scope;
}

std::string title_of(const Scope& scope) {
    return scope.network ? "The Rule in the " + scope.network->short_name + " network"
                         : "The text of the Rule";
}

std::string version_path(const Scope& scope, int version) {
    return path_to(scope) + "/versions/" + std::to_string(version);
}

h::Html crumbs_to(const Scope& scope) {
    if (!scope.network) return web::crumbs({{"The Rule", "/rule"}});
    return web::crumbs(
        {{"Networks", "/networks"},
         {scope.network->short_name + " network", networks::about_path(*scope.network)}});
}

h::Html words_panel(const Text& text) {
    return h::div(h::cls("panel pad mt4"), h::div(h::cls("prose body"), drawn_words(text.words)));
}

h::Html version_row(const web::Call& call, const Scope& scope, const Text& text) {
    return h::li(
        h::cls("row"), h::span(h::cls("mark"), web::icon("i-rule")),
        h::div(h::h3(h::a(h::href(version_path(scope, text.version)), "Version ", text.version)),
               h::p(h::cls("meta"), byline(call, text), web::separator(),
                    text.asks ? "everybody was asked" : "a correction")));
}

// Members look up what they accepted; outsiders read the text as it is.
h::Html versions_part(const web::Call& call, const Scope& scope) {
    if (!call.actor().is_person()) return {};
    const auto all = call.open<Texts>().versions(scope);
    if (all.empty()) return {};
    return h::section(
        h::cls("mt6"), h::attr("aria-labelledby", "versions"),
        h::h2(h::id("versions"), "Its versions"),
        h::div(h::cls("panel mt3"), h::ol(h::cls("rows"), h::each(all, [&](const Text& text) {
                                              return version_row(call, scope, text);
                                          }))));
}

h::Html acts(const web::Call& call, const Scope& scope) {
    if (!call.actor().is_person()) return {};
    const std::string asking = scope.network ? asking_path(*scope.network)
                                             : std::string(acceptance_path);
    const bool accepts = !scope.network || call.actor().is_member_of(scope.audience());
    return h::p(
        h::cls("flex mt5"),
        h::when(accepts,
                [&] { return h::a(h::cls("btn second"), h::href(asking), "Your acceptance"); }),
        h::when(call.open<Texts>().writes(scope), [&] {
            return h::a(h::cls("btn second"), h::href(path_to(scope) + "/edit"),
                        "Write the next version");
        }));
}

// Those who lead a network find here what it adds.
h::Html additions_part(const web::Call& call) {
    const auto texts = call.open<Texts>();
    h::Html rows;
    for (const auto& network : call.open<networks::Networks>().all()) {
        const bool reads = call.actor().is_member_of(network.audience) || texts.writes({network});
        if (!reads) continue;
        rows.add(h::li(h::cls("row"), h::span(h::cls("mark"), web::icon("i-rule")),
                       h::div(h::h3(h::a(h::href(path_to(Scope{network})), "What the ",
                                         network.short_name, " network adds")))));
    }
    if (rows.empty()) return {};
    return h::section(h::cls("mt6"), h::attr("aria-labelledby", "additions"),
                      h::h2(h::id("additions"), "In your networks"),
                      h::div(h::cls("panel mt3"), h::ol(h::cls("rows"), rows)));
}

http::Response show_text(web::Call& call) {
    const Scope scope = scope_of(call);
    const Text text = call.open<Texts>().present(scope);
    web::Page page;
    page.name = scope.network ? "rule-of-network" : "rule-text";
    page.title = title_of(scope);
    if (!call.actor().is_person()) page.frame = web::Page::Frame::plain;
    page.content = h::all(
        crumbs_to(scope), h::h1(page.title),
        h::p(h::cls("lede"), scope.network
                                 ? "What its members promise each other beside the text that holds "
                                   "everywhere."
                                 : "What every member accepts before they come in, and keeps."),
        h::h2(h::cls("vh"), "The words"),
        text.words.empty()
            ? h::p(h::cls("mt4"), "It adds nothing to the text that holds everywhere.")
            : h::all(h::p(h::cls("meta"), byline(call, text)), words_panel(text)),
        h::when(!scope.network,
                [] {
                    return h::p(h::cls("mt4"),
                                h::a(h::href("/help/rule"), "What the Rule means in practice"));
                }),
        acts(call, scope), versions_part(call, scope),
        h::when(!scope.network && call.actor().is_person(), [&] { return additions_part(call); }));
    return call.page(std::move(page));
}

http::Response show_version(web::Call& call) {
    const Scope scope = scope_of(call);
    const auto texts = call.open<Texts>();
    const Text text = texts.version(scope, call.id<VersionId>("version").value);
    web::Page page;
    page.name = "rule-version";
    page.title = title_of(scope) + ", version " + std::to_string(text.version);
    page.content = h::all(
        web::crumbs({{title_of(scope), path_to(scope)}}), h::h1(page.title),
        h::p(h::cls("meta"), byline(call, text)), h::h2(h::cls("vh"), "The words"),
        words_panel(text), h::when(text.version > 1, [&] {
            const Text before = texts.version(scope, text.version - 1);
            return h::section(
                h::cls("mt6"), h::attr("aria-labelledby", "changed"),
                h::h2(h::id("changed"), "What changed since version ", before.version),
                h::div(h::cls("panel pad mt3 body diff"),
                       h::Differences().show(before.words, text.words)));
        }));
    return call.page(std::move(page));
}

// ---- writing the next one ----

h::Html preview_of(const web::Call& call, const Scope& scope, const Text& last,
                   const std::string& words) {
    const auto readers = call.open<Texts>().readers(scope);
    const bool asks = call.typed("asks", "") == "yes";
    return h::section(
        h::cls("panel pad preview-pane mt3"), h::id("preview"), h::attr("tabindex", "-1"),
        h::flag("autofocus"), h::attr("aria-labelledby", "preview-h"),
        h::h2(h::id("preview-h"), "Preview"), h::div(h::cls("prose body"), drawn_words(words)),
        h::h3(h::cls("mt4"), "What changes"),
        h::div(h::cls("body diff"), h::Differences().show(last.words, words)),
        h::p(h::cls("mt4"), asks ? base::counted(readers, "member is", "members are") +
                                       " asked to accept it. Whoever has not by then gets a letter."
                                 : "Nobody is asked again."));
}

http::Response show_edit(web::Call& call) {
    const Scope scope = written_scope(call);
    const Text last = call.open<Texts>().present(scope);
    const TextDraft begun{
        .words = last.words, .asks = "yes", .from = {}, .version = std::to_string(last.version)};
    const std::string words = call.typed("words", last.words);
    const bool is_preview = call.is_drawn_again() && call.refused().empty();
    const bool has_moved_on = call.typed("version", begun.version) != begun.version;
    // What was refused for another's version counts the next time, read as it stands below.
    const h::Html version = h::input(h::attr("type", "hidden"), h::attr("name", "version"),
                                     h::attr("value", begun.version));
    const auto draw = [&](std::string_view name, const std::vector<web::Choice>& choices = {}) {
        return text_form.draw(call, name, begun, choices);
    };
    web::Page page;
    page.name = "rule-writing";
    page.title = "Write the next version";
    page.content = h::all(
        web::crumbs({{title_of(scope), path_to(scope)}}), h::h1(page.title),
        h::p(h::cls("lede"), scope.network
                                 ? "What the " + scope.network->short_name +
                                       " network adds to the text that holds everywhere."
                                 : "The text that every member accepts. Whoever publishes it "
                                   "accepts it too."),
        h::when(is_preview, [&] { return preview_of(call, scope, last, words); }),
        h::form(h::cls("form mt5"), h::attr("method", "post"),
                h::action(path_to(scope) + "/versions"), h::flag("novalidate"), call.form_fields(),
                web::error_summary(call), version, draw("words"),
                h::when(has_moved_on,
                        [&] {
                            return h::div(
                                h::cls("field"),
                                h::label(h::cls("label"), h::attr("for", "theirs"),
                                         "The text as it is now"),
                                h::textarea(h::cls("area"), h::id("theirs"), h::attr("rows", "8"),
                                            h::flag("readonly"), "\n", last.words));
                        }),
                draw("asks",
                     {{"yes", "Yes, all who were asked before"}, {"no", "No, it corrects a slip"}}),
                draw("from"),
                h::p(h::cls("flex mt5"),
                     h::button(h::cls("btn"), h::attr("type", "submit"), h::attr("name", "do"),
                               h::attr("value", "preview"), "Preview"),
                     h::button(h::cls("btn second"), h::attr("type", "submit"),
                               h::attr("name", "do"), h::attr("value", "publish"), "Publish it"),
                     h::a(h::cls("btn quiet"), h::href(path_to(scope)), "Cancel"))));
    return call.page(std::move(page));
}

http::Response publish(web::Call& call) {
    const Scope scope = written_scope(call);
    if (call.form().get("do") == "preview") return call.again(show_edit, web::Refused{});
    const auto published = text_form.submit(
        call, [&](const TextDraft& draft) { return call.open<Texts>().publish(scope, draft); });
    if (!published) return call.again(show_edit, published.error());
    return call.redirect(path_to(scope),
                         "Version " + std::to_string(*published) + " is published.");
}

}  // namespace

h::Html drawn_words(std::string_view markdown) {
    return h::rendered_before(h::render_markdown(markdown).html);
}

h::Html byline(const web::Call&, const Text& text) {
    const auto day = std::chrono::floor<base::days>(text.published);
    return h::all("Version ", text.version, ", published ",
                  h::time(h::attr("datetime", base::iso_day(day)), base::day_text(day)),
                  text.by_name.empty() ? "" : " by " + text.by_name,
                  text.from ? ", asks members from " + base::day_text(*text.from) : "");
}

void text_routes(web::Routes& site) {
    using web::signed_in;
    const web::RouteOptions writing{.rate = {20}};
    const auto writers = web::needs(write_rule_text);
    site.get("/rule", web::anyone, show_text);
    site.get("/rule/edit", writers, show_edit);
    site.post("/rule/versions", writers, publish, writing);
    site.get("/rule/versions/{version}", signed_in, show_version);
    site.get("/rule/networks/{network}", signed_in, show_text);
    site.get("/rule/networks/{network}/edit", signed_in, show_edit);
    site.post("/rule/networks/{network}/versions", signed_in, publish, writing);
    site.get("/rule/networks/{network}/versions/{version}", signed_in, show_version);
}

}  // namespace rule
