#include "platform/web/errors.h"

#include "platform/html/tags.h"
#include "platform/web/page.h"

#include <algorithm>
#include <array>

namespace web {

namespace h = html;

namespace {

struct Words {
    int status;
    std::string_view name, title, sentence;
};

constexpr Words words[] = {
    {400, "bad-request", "We cannot read that request",
     "Something in the address or form was broken on its way. Go back and try again."},
    {403, "forbidden", "That form was too old",
     "Go back, load the page again, and send it once more."},
    {404, "not-found", "We cannot find that page",
     "Check the address, or search for what you were looking for."},
    {405, "method", "That cannot be done here", "Go back and use the buttons on the page."},
    {413, "too-large", "That is too large to send",
     "Shorten it, or split it into several parts, and send it again."},
    {429, "too-many", "That was a little fast",
     "Wait a minute and try again. Nothing you wrote is lost: go back and it is still there."},
    {500, "error", "Something went wrong on our side",
     "It has been noted. Try again in a minute; if it goes on, tell the people who run this site."},
    {503, "unavailable", "We cannot save or read just now",
     "The database does not answer. Try again in a minute."},
};

const Words& words_for(int status) {
    const auto found = std::ranges::find(words, status, &Words::status);
    return found == std::end(words) ? *std::ranges::find(words, 500, &Words::status) : *found;
}

http::Response html_response(int status, std::string body) {
    http::Response response;
    response.status = status;
    response.body = std::move(body);
    response.with("Content-Type", "text/html; charset=utf-8");
    return response;
}

h::Html search_again(const Link& search) {
    if (search.path.empty()) return {};
    return h::form(h::cls("search large"), h::attr("role", "search"), h::action(search.path),
                   h::label(h::cls("vh"), h::attr("for", "q"), search.label), icon("i-search"),
                   h::input(h::id("q"), h::attr("name", "q"), h::attr("type", "search"),
                            h::attr("maxlength", "200")),
                   h::button(h::cls("btn small"), h::attr("type", "submit"), "Search"));
}

// What does not come back: the old token, and secrets. The button that was pressed does ("do"):
// without it a draft would be sent as a post.
bool stays_away(std::string_view name) {
    return name == "token" || name == "password" || name == "code";
}

// What machines put into the forms of signing in: long, and nobody's words.
bool is_machines(std::string_view name) {
    constexpr std::array<std::string_view, 7> names = {
        "half", "state", "credential", "client_data", "authenticator_data", "signature", "next"};
    return std::ranges::find(names, name) != names.end();
}

// What machines write into forms is short and one word; people's words are shown.
bool is_typed(std::string_view name, std::string_view value) {
    if (stays_away(name) || is_machines(name)) return false;
    if (name == "body" || name == "title" || name == "reason") return true;
    return value.size() > 40 || value.contains(' ');
}

h::Html kept_field(const std::string& name, const std::string& value) {
    if (!is_typed(name, value)) {
        return h::input(h::attr("type", "hidden"), h::attr("name", name), h::attr("value", value));
    }
    std::string words = "Your " + (name == "body" ? "text" : name);
    std::ranges::replace(words, '_', ' ');
    return h::div(h::cls("field"), h::label(h::cls("label"), h::attr("for", name), words),
                  h::textarea(h::cls("area"), h::id(name), h::attr("name", name),
                              h::attr("rows", name == "title" ? "2" : "10"), "\n", value));
}

}  // namespace

http::Response error_page(int status, const PlainShell& shell) {
    const Words& said = words_for(status);
    const Signposts& signposts = shell.signposts;
    const bool is_missing = status == 404;
    std::string sentence(said.sentence);
    if (is_missing && !signposts.not_found.empty()) (sentence += ' ') += signposts.not_found;
    const h::Html content = h::div(
        h::cls("empty page"), picture(is_missing ? "p-notfound" : "p-error"), h::h1(said.title),
        h::p(sentence), is_missing ? search_again(signposts.search) : h::Html(),
        h::when(!signposts.home.path.empty(), [&] {
            return h::p(h::a(h::href(signposts.home.path), signposts.home.label));
        }));
    return html_response(status, draw_plain(said.name, said.title, content, shell));
}

bool has_typed(const http::Fields& fields) {
    return std::ranges::any_of(fields.all(), [](const auto& field) {
        return !field.second.empty() && is_typed(field.first, field.second);
    });
}

http::Response resend_page(const Resend& resend, const http::Fields& fields,
                           const PlainShell& shell) {
    const h::Html form = h::form(
        h::cls("form mt5"), h::attr("method", "post"), h::action(resend.path),
        h::input(h::attr("type", "hidden"), h::attr("name", "token"),
                 h::attr("value", resend.token)),
        h::each(fields.all(),
                [](const auto& field) {
                    return stays_away(field.first) ? h::Html()
                                                   : kept_field(field.first, field.second);
                }),
        h::p(h::button(h::cls("btn"), h::attr("type", "submit"), "Send again")));
    const h::Html content = h::all(
        h::h1(resend.title), h::p(h::cls("lede"), resend.why),
        h::when(resend.offer_sign_in,
                [] {
                    return h::p(h::cls("mt4"),
                                h::a(h::href("/sign-in"), h::attr("target", "_blank"),
                                     h::attr("rel", "noopener"),
                                     "Sign in (opens in a new tab), then send again here"));
                }),
        h::when(!resend.asking.empty(),
                [&] {
                    return h::p(h::cls("mt4"),
                                h::a(h::href(resend.asking), h::attr("target", "_blank"),
                                     h::attr("rel", "noopener"),
                                     "You are asked to accept something first (opens in a new "
                                     "tab). Then send again here"));
                }),
        form);
    return html_response(resend.status,
                         draw_plain("send-again", resend.title, content, shell));
}

http::Response bare_error(int status, const Signposts& signposts) {
    return error_page(status, {"Moothall", signposts});
}

void add_safety_headers(http::Response& response, bool secure) {
    const auto has = [&](std::string_view name) {
        return std::ranges::any_of(response.headers,
                                   [&](const http::Header& header) { return header.name == name; });
    };
    response.with("Content-Security-Policy",
                  "default-src 'none'; script-src 'self'; style-src 'self'; "
                  "img-src 'self' data:; font-src 'self'; connect-src 'self'; "
                  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    response.with("X-Content-Type-Options", "nosniff");
    response.with("Cross-Origin-Opener-Policy", "same-origin");
    response.with("Cross-Origin-Resource-Policy", "same-origin");
    response.with("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    if (!has("Referrer-Policy")) response.with("Referrer-Policy", "same-origin");
    if (!has("Cache-Control")) response.with("Cache-Control", "private, no-cache");
    if (secure) response.with("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
}

}  // namespace web
