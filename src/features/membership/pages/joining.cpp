#include "features/membership/pages.h"

#include "features/membership/policy.h"
#include "features/privacy/privacy.h"
#include "platform/base/text.h"
#include "platform/html/tags.h"

namespace membership {

namespace h = html;

namespace {

struct RuleText {
    explicit RuleText(const record::Floor& floor) : html(rule::text_to_accept(floor)) {}
    h::Html html;
};

}  // namespace

h::Html consented_words(const web::Call& call) {
    h::Html texts;
    for (const auto& text : call.open<privacy::Consents>().texts()) {
        if (!text.is_for_joining) continue;
        texts.add(h::li(h::a(h::href(privacy::path_to(text)), text.title)));
    }
    return h::all(h::p("By going on you say that you have read this:"), h::ul(texts),
                  h::p(h::cls("mt4"),
                       "And that you accept the Chatham House Rule as it stands here, and keep "
                       "it:"),
                  call.open<RuleText>().html);
}

rule::Shown shown_on(const web::Call& call) {
    return {.text = std::string(call.form().get("text")), .addition = {}};
}

namespace {

constexpr std::uint64_t body_bytes_max = 64 * 1024;  // whoever sends these forms is a stranger

const web::Form<JoinDraft> join_form({
    {{.name = "full_name",
      .label = "Your name",
      .hint = "As colleagues know you.",
      .required = "Enter your name",
      .characters_max = 100,
      .autocomplete = "name"},
     &JoinDraft::name},
    {{.name = "email",
      .label = "Email address",
      .kind = web::FieldFace::Kind::email,
      .hint = "Your address at work, if you can read it: it shows where you work.",
      .required = "Enter your email address",
      .characters_max = 254,
      .autocomplete = "email"},
     &JoinDraft::email},
    {{.name = "network", .label = "Network", .kind = web::FieldFace::Kind::hidden},
     &JoinDraft::network},
});

// ---- which networks suit me ----

// What somebody says of themselves, in the address of the page.
struct Asked {
    std::optional<Category> category;
    std::optional<organisations::Kind> kind;
    bool is_whole() const { return category.has_value(); }
};

Asked asked(const web::Call& call) {
    return {category_of(call.query().get("as")), organisations::kind_of(call.query().get("at"))};
}

std::vector<web::Choice> kind_choices() {
    std::vector<web::Choice> choices = {{"", "Nowhere, or I do not say"},
                                        {"trust", "An NHS trust"}};
    for (const auto kind : organisations::kinds_by_hand) {
        choices.push_back({std::string(organisations::code_of(kind)),
                           std::string(organisations::words_of(kind))});
    }
    return choices;
}

h::Html question(std::string_view name, std::string_view label,
                 const std::vector<web::Choice>& choices, std::string_view chosen) {
    const std::string id = "ask-" + std::string(name);
    return h::div(h::cls("field"), h::label(h::cls("label"), h::attr("for", id), label),
                  h::select(h::cls("select"), h::id(id), h::attr("name", name),
                            h::each(choices, [&](const web::Choice& choice) {
                                return h::option(h::attr("value", choice.value),
                                                 h::flag("selected", choice.value == chosen),
                                                 choice.label);
                            })));
}

h::Html suiting_row(const networks::Network& network, const base::Verdict& verdict) {
    return h::li(h::cls("row"), h::span(h::cls("mark"), networks::sign_of(network)),
                 h::div(h::h3(h::a(h::href(networks::about_path(network)), network.name)),
                        h::p(h::cls("meta"),
                             verdict ? verdict->sentence + "." : networks::rule_words(network))),
                 h::div(h::cls("end"), verdict ? h::span(h::cls("pill line"), "Not for you")
                                               : h::span(h::cls("pill ok"), "Suits you")));
}

h::Html suiting_networks(const web::Call& call, const Asked& asked) {
    if (!asked.is_whole()) return {};
    const auto all = call.open<networks::Networks>().all();
    const auto rows = [&](bool suiting) {
        return h::each(all, [&](const networks::Network& network) {
            const auto verdict = fits(network, *asked.category, asked.kind);
            return verdict.has_value() == suiting ? h::Html() : suiting_row(network, verdict);
        });
    };
    return h::section(h::cls("mt5"), h::attr("aria-labelledby", "suiting"),
                      h::h2(h::id("suiting"), "What suits you"),
                      h::div(h::cls("panel mt3"), h::ol(h::cls("rows"), rows(true), rows(false))));
}

h::Html questions(const web::Call& call) {
    return h::section(
        h::cls("mt6"), h::attr("aria-labelledby", "which"),
        h::h2(h::id("which"), "Which networks do I qualify for?"),
        h::form(
            h::cls("form mt3"), h::action("/join"),
            category_part(call, {.name = "as", .label = "What are you?"}, call.query().get("as")),
            question("at", "Where do you work?", kind_choices(), call.query().get("at")),
            h::p(h::button(h::cls("btn second"), h::attr("type", "submit"), "Show what suits me"))),
        suiting_networks(call, asked(call)));
}

http::Response show_join(web::Call& call) {
    const std::string slug = call.typed("network", std::string(call.query().get("network")));
    if (call.actor().is_person()) {
        web::Page page;
        page.name = "suiting";
        page.title = "Which networks suit you";
        page.current = "/networks";
        page.content = h::all(
            web::crumbs({{"Networks", "/networks"}}), h::h1(page.title), questions(call),
            h::when(!call.open<Roll>().is_sponsor_contact(), [] {
                return h::p(h::cls("mt5"), h::a(h::cls("btn"), h::href("/applications/new"),
                                                "Apply to a network"));
            }));
        return call.page(std::move(page));
    }
    const JoinDraft begun{.name = {}, .email = {}, .network = slug};
    const auto content = h::all(
        h::h1("Join " + call.community().name),
        h::p(h::cls("lede"),
             "Tell us who you are. We send you a link, and there you say where you work and which "
             "network you apply to. It is free."),
        h::form(h::cls("form mt5"), h::attr("method", "post"), h::action("/join"),
                h::flag("novalidate"), call.form_fields(), web::error_summary(call),
                join_form.draw_all(call, begun),
                h::p(web::submit_button("Send me the link", "Sending…"))),
        questions(call),
        h::p(h::cls("mt6"), "A member already? ", h::a(h::href("/sign-in"), "Sign in")));
    return call.page(web::plain_page("join", "Join", content));
}

// As with sign-in links: the answer comes before anything is looked up.
http::Response ask_to_join(web::Call& call, const Mailing& mailing) {
    const auto draft = join_form.read(call.form());
    if (!draft) return call.again(show_join, draft.error());
    if (auto refusal = may_ask_to_join(*draft)) return call.again(show_join, *refusal);
    call.afterwards([asked = *draft, mailing](const record::Floor& floor) {
        if (const auto letter = Joining(floor).ask(asked)) write_to_join(floor, *letter, mailing);
    });
    return call.redirect("/join/sent");
}

http::Response show_sent(web::Call& call) {
    return call.page(web::plain_page(
        "join-sent", "Check your email",
        h::all(
            h::h1("Check your email"),
            h::p(h::cls("lede"),
                 "A letter is on its way. Its link shows us that the address is yours; it "
                 "works once, for a day."),
            h::p(h::cls("mt4"), "Nothing there after a few minutes? Look in the spam folder, then ",
                 h::a(h::href("/join"), "ask again"), "."))));
}

// Mail filters follow links; only a person presses the button.
http::Response show_link(web::Call& call) {
    const auto token = call.part("token");
    const auto request = call.open<Joining>().request(token);
    if (request.state == RequestState::good) {
        return call.page(web::plain_page(
            "join-link", "Go on with joining",
            h::all(
                h::h1("Good to see you, " + request.name),
                h::p(h::cls("lede"), "One more press, and you can say which network you apply to."),
                h::form(h::cls("form mt5"), h::attr("method", "post"),
                        h::action("/join/link/" + std::string(token)), call.token_field(),
                        web::error_summary(call), consented_words(call),
                        h::p(web::submit_button("This address is mine: go on", "One moment…"))))));
    }
    const std::string_view why = request.state == RequestState::used
                                     ? "This link was used already. Each works once."
                                 : request.state == RequestState::expired
                                     ? "This link is too old. Links work for a day."
                                     : "We do not know this link.";
    return call.page(web::plain_page(
        "join-link", "That link does not work",
        h::all(h::h1("That link does not work"), h::p(h::cls("lede"), why),
               h::p(h::cls("flex mt5"), h::a(h::cls("btn"), h::href("/join"), "Ask for a new link"),
                    h::a(h::cls("btn second"), h::href("/sign-in"), "Sign in")))));
}

http::Response begin(web::Call& call) {
    const auto device = identity::device_name(call.request().header("User-Agent"));
    const auto begun =
        call.open<Joining>().begin(call.part("token"), device, shown_on(call));
    if (!begun) return call.again(show_link, begun.error());
    const std::string to = begun->network.empty() ? std::string("/applications/new")
                                                  : "/applications/new?network=" +
                                                        http::percent_encode(begun->network);
    return call.sign_in(begun->session, to);
}

}  // namespace

void joining_routes(web::Routes& site, const Mailing& mailing) {
    using web::anyone;
    site.get("/join", anyone, show_join);
    site.post("/join", anyone, [mailing](web::Call& call) { return ask_to_join(call, mailing); },
              {.rate = {10}, .body_bytes_max = body_bytes_max});
    site.get("/join/sent", anyone, show_sent);
    site.get("/join/link/{token}", anyone, show_link);
    site.post("/join/link/{token}", anyone, begin,
              {.rate = {30}, .body_bytes_max = body_bytes_max});
}

}  // namespace membership
