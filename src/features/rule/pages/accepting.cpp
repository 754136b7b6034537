// Accepting the Rule: what is asked of a member now, one page for each network and one for all.

#include "features/rule/pages.h"
#include "features/rule/policy.h"
#include "platform/html/tags.h"
#include "platform/web/call.h"
#include "platform/web/form.h"
#include "platform/web/parts.h"

#include <algorithm>

namespace rule {

namespace h = html;

namespace {

constexpr std::string_view declined_path = "/rule/acceptance/declined";

std::vector<Network> member_networks(const web::Call& call) {
    auto all = call.open<networks::Networks>().all();
    std::erase_if(all,
                  [&](const Network& one) { return !call.actor().is_member_of(one.audience); });
    return all;
}

// NotFound but to its members.
Network asking_network(const web::Call& call) {
    const AudienceId audience = call.id<AudienceId>("audience");
    const auto all = member_networks(call);
    const auto found = std::ranges::find(all, audience, &Network::audience);
    if (found == all.end()) throw base::NotFound();
    return *found;
}

// Where they wanted to go; "/": they came by themselves.
std::string next_of(const web::Call& call) {
    return call.typed("next", web::safe_next(call.query().get("next")));
}

// The same whether what they looked for is behind a door of theirs or nowhere.
h::Html why_here(const web::Call& call) {
    if (next_of(call) == "/") return {};
    return h::div(h::cls("notice info mt4"), web::icon("i-info"),
                  h::div(h::p("What you looked for is not open to you. It may be once you have "
                              "accepted, or there may be nothing at that address.")));
}

h::Html hidden(std::string_view name, std::string_view value) {
    return h::input(h::attr("type", "hidden"), h::attr("name", name), h::attr("value", value));
}

h::Html the_text(const web::Call& call, const Text& text) {
    return h::section(
        h::cls("mt5"), h::attr("aria-labelledby", "text"), h::h2(h::id("text"), "The Rule"),
        h::p(h::cls("meta"), byline(call, text)),
        h::div(h::cls("panel pad mt3"), h::div(h::cls("prose body"), drawn_words(text.words))));
}

h::Html the_addition(const web::Call& call, const Network& network, const Text& text) {
    if (text.words.empty()) return {};
    return h::section(
        h::cls("mt5"), h::attr("aria-labelledby", "addition"),
        h::h2(h::id("addition"), "What the ", network.short_name, " network adds"),
        h::p(h::cls("meta"), byline(call, text)),
        h::div(h::cls("panel pad mt3"), h::div(h::cls("prose body"), drawn_words(text.words))));
}

// Of what is on this page. What was on it is sent along: nobody accepts what they were not shown.
h::Html accept_form(const web::Call& call, const std::string& path, const Text& text,
                    const Text& addition) {
    return h::form(
        h::cls("form mt5"), h::attr("method", "post"), h::action(path), call.form_fields(),
        hidden("text", std::to_string(text.version)),
        hidden("addition", std::to_string(addition.version)), hidden("next", next_of(call)),
        h::p("You promise it to the others who are here, and they to you. You can withdraw it; "
             "what you have heard by then stays under the Rule."),
        h::p(h::cls("flex mt4"), web::submit_button("I accept, and keep it", "One moment…"),
             h::a(h::cls("btn quiet"), h::href(declined_path), "Not now")));
}

h::Html withdraw_form(const web::Call& call, const std::string& path, std::string_view of) {
    return h::form(
        h::cls("mt4"), h::attr("method", "post"), h::action(path + "/withdrawal"),
        call.form_fields(),
        h::button(h::cls("btn small second"), h::attr("type", "submit"), "Withdraw",
                  web::hidden_text(" your acceptance of the text of " + std::string(of))));
}

h::Html accepted_line(const web::Call& call, const Accepted& accepted) {
    return h::p(
        h::cls("mt4"), "You accepted ",
        accepted.version == 0 ? std::string("it") : "version " + std::to_string(accepted.version),
        ": ", web::when(accepted.at, call.now(), call.zone()), ".");
}

// ---- one network ----

http::Response show_network(web::Call& call) {
    const Network network = asking_network(call);
    const Texts texts = call.open<Texts>();
    const Acceptance acceptance = call.open<Acceptance>();
    const Text text = texts.present(), addition = texts.present({network});
    const auto accepted = acceptance.standing(network.audience);
    const auto of_text = acceptance.standing({});
    const bool is_done = accepted && accepted->version == addition.version && of_text &&
                         of_text->version == text.version;
    const bool is_first = !accepted;
    web::Page page;
    page.name = "rule-entering";
    page.title = is_first ? "Enter the " + network.short_name + " network"
                          : "The Rule in the " + network.short_name + " network";
    page.current = "/networks";
    page.content = h::all(
        web::crumbs({{"Networks", "/networks"},
                     {network.short_name + " network", networks::about_path(network)}}),
        h::h1(page.title), web::error_summary(call),
        h::p(h::cls("lede"),
             is_first ? "You belong to it. Before you come in for the first time, you accept the "
                        "Rule under which its members talk."
             : is_done
                 ? "This is the text that you accepted."
                 : "The text has changed since you accepted it. Read it, and accept it anew."),
        is_done ? h::Html() : why_here(call), the_text(call, text),
        the_addition(call, network, addition),
        is_done
            ? h::all(accepted_line(call, *accepted),
                     h::p(h::cls("mt4"), h::a(h::cls("btn"), h::href(networks::path_to(network)),
                                              "See its topics")),
                     withdraw_form(call, asking_path(network), network.short_name))
            : accept_form(call, asking_path(network), text, addition));
    return call.page(std::move(page));
}

Shown shown_on(const web::Call& call) {
    return {std::string(call.form().get("text")), std::string(call.form().get("addition"))};
}

std::string next_or(const web::Call& call, const std::string& otherwise) {
    const auto next = web::safe_next(call.form().get("next"));
    return next == "/" ? otherwise : next;
}

http::Response enter(web::Call& call) {
    const Network network = asking_network(call);
    const auto entered = call.open<Acceptance>().enter(network, shown_on(call));
    if (!entered) return call.again(show_network, entered.error());
    return call.redirect(next_or(call, networks::path_to(network)),
                         "You accepted the Rule. Come in.");
}

http::Response withdraw_from_network(web::Call& call) {
    const Network network = asking_network(call);
    const auto withdrawn = call.open<Acceptance>().withdraw({network});
    if (!withdrawn) return call.again(show_network, withdrawn.error());
    return call.redirect(declined_path, "It is withdrawn.");
}

// ---- all of them ----

h::Html network_row(const web::Call& call, const Network& network) {
    const bool is_asked = call.actor().is_asked(network.audience);
    const bool is_open = call.actor().belongs_to(network.audience);
    const auto next = next_of(call);
    const auto way_on = next == "/" ? std::string() : "?next=" + http::percent_encode(next);
    return h::li(h::cls("row"), h::span(h::cls("mark"), web::icon(is_open ? "i-check" : "i-lock")),
                 h::div(h::h3(h::a(h::href(asking_path(network) + way_on), network.name)),
                        h::p(h::cls("meta"), is_open    ? "Open to you."
                                             : is_asked ? "Asks you before you come in."
                                                        : "Closed to you for a time.")));
}

h::Html your_networks(const web::Call& call) {
    const auto mine = member_networks(call);
    if (mine.empty()) return {};
    return h::section(h::cls("mt6"), h::attr("aria-labelledby", "mine"),
                      h::h2(h::id("mine"), "Your networks"),
                      h::div(h::cls("panel mt3"),
                             h::ol(h::cls("rows"), h::each(mine, [&](const Network& one) {
                                       return network_row(call, one);
                                   }))));
}

http::Response show_all(web::Call& call) {
    const Text text = call.open<Texts>().present();
    const auto accepted = call.open<Acceptance>().standing({});
    const bool is_done = accepted && accepted->version == text.version;
    const std::string path(acceptance_path);
    web::Page page;
    page.name = "rule-acceptance";
    page.title = is_done ? "You accepted the Rule" : "Accept the Rule";
    page.content = h::all(
        h::h1(page.title), web::error_summary(call),
        h::p(h::cls("lede"),
             is_done ? "This is the text as it stands, and where it lets you in."
                     : "Members talk freely here because each of them keeps it. Read it, and say "
                       "whether you do."),
        why_here(call), is_done ? your_networks(call) : h::Html(), the_text(call, text),
        is_done ? h::all(accepted_line(call, *accepted), withdraw_form(call, path, "the community"))
                : accept_form(call, path, text, {}),
        is_done ? h::Html() : your_networks(call));
    return call.page(std::move(page));
}

http::Response accept(web::Call& call) {
    const auto accepted = call.open<Acceptance>().accept(shown_on(call), "when asked");
    if (!accepted) return call.again(show_all, accepted.error());
    return call.redirect(next_or(call, std::string(acceptance_path)), "You accepted the Rule.");
}

http::Response withdraw(web::Call& call) {
    const auto withdrawn = call.open<Acceptance>().withdraw({});
    if (!withdrawn) return call.again(show_all, withdrawn.error());
    return call.redirect(declined_path, "It is withdrawn.");
}

// ---- whoever does not ----

http::Response show_declined(web::Call& call) {
    auto closed = member_networks(call);
    std::erase_if(closed, [&](const Network& one) { return !call.actor().is_asked(one.audience); });
    web::Page page;
    page.name = "rule-declined";
    page.title = "Without accepting the Rule";
    page.content = h::all(
        h::h1(page.title),
        h::p(h::cls("lede"),
             "That is your choice, and nobody is told. You stay a member, and can accept whenever "
             "you like."),
        h::when(!closed.empty(),
                [&] {
                    return h::section(
                        h::cls("mt5"), h::attr("aria-labelledby", "closed"),
                        h::h2(h::id("closed"), "Closed to you until you accept"),
                        h::div(h::cls("panel mt3"),
                               h::ol(h::cls("rows"), h::each(closed,
                                                             [&](const Network& one) {
                                                                 return network_row(call, one);
                                                             }))),
                        h::p(h::cls("mt3"),
                             "Their topics and notices, what is searched in them, and letters "
                             "about them. Where no network is open to you, the directory of "
                             "members is closed too."));
                }),
        h::section(h::cls("mt5"), h::attr("aria-labelledby", "open"),
                   h::h2(h::id("open"), "Open to you all the same"),
                   h::div(h::cls("prose mt3"),
                          h::ul(h::li("Your settings, your data and your applications."),
                                h::li("Where you work, and as what you belong to your networks."),
                                h::li("Cases of the Rule that concern you."),
                                h::li("All that is public: networks, coverage, help.")))),
        h::p(h::cls("flex mt5"),
             h::a(h::cls("btn"), h::href(acceptance_path), "Read the Rule again"),
             h::a(h::cls("btn second"), h::href("/settings"), "Settings")));
    return call.page(std::move(page));
}

}  // namespace

h::Html text_to_accept(const record::Floor& floor) {
    const Text text = Texts(floor).present();
    return h::all(
        h::div(h::cls("panel pad mt3"), h::div(h::cls("prose body"), drawn_words(text.words))),
        hidden("text", std::to_string(text.version)));
}

// Above each page of whoever is asked now, or from a day on, but those that ask.
h::Html asking_banner(const web::Call& call) {
    if (call.request().path.starts_with(acceptance_path)) return {};
    const auto& actor = call.actor();
    const auto from = actor.asked_from();
    if (actor.asked().empty() && !from) return {};
    const std::string why =
        !actor.asked().empty()
            ? std::string("You are asked to accept the Rule before you enter ") +
                  (actor.asked().size() == 1 ? "a network of yours." : "networks of yours.")
            : "The text of the Rule has changed. Accept it before " + base::day_text(*from) +
                  ", when networks close to whoever has not.";
    return h::div(h::cls("notice info asking no-print"), web::icon("i-rule"),
                  h::div(h::p(why, " ", h::a(h::href(acceptance_path), "Read and accept"))));
}

void accepting_routes(web::Routes& site) {
    using web::signed_in;
    const web::RouteOptions pressing{.rate = {30}};
    site.get("/rule/acceptance", signed_in, show_all);
    site.post("/rule/acceptance", signed_in, accept, pressing);
    site.post("/rule/acceptance/withdrawal", signed_in, withdraw, pressing);
    site.get("/rule/acceptance/declined", signed_in, show_declined);
    site.get("/rule/acceptance/{audience}", signed_in, show_network);
    site.post("/rule/acceptance/{audience}", signed_in, enter, pressing);
    site.post("/rule/acceptance/{audience}/withdrawal", signed_in, withdraw_from_network, pressing);
}

}  // namespace rule
