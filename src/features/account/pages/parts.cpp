#include "features/account/pages.h"
#include "platform/crypto/token.h"
#include "platform/html/tags.h"

#include <algorithm>
#include <charconv>

namespace account {

namespace h = html;

std::string next_query(std::string_view typed) {
    const auto next = web::safe_next(typed);
    return next == "/" ? std::string() : "?next=" + http::percent_encode(next);
}

h::Html sign_panel(const h::Html& content, const h::Html& under) {
    return h::all(
        h::div(h::cls("sign"), web::picture("p-signin", "scene"), h::div(h::cls("in"), content)),
        under);
}

h::Html hidden_input(std::string_view name, std::string_view value) {
    return h::input(h::attr("type", "hidden"), h::attr("name", name), h::attr("value", value));
}

std::string device_of(const web::Call& call) {
    return identity::device_name(call.request().header("User-Agent"));
}

h::Html passkey_form(const web::Call& call, const Door& door, const PasskeyForm& form) {
    const bool creates = form.ceremony == crypto::Ceremony::create;
    std::string credentials;
    for (const auto& one : form.credentials) credentials += (credentials.empty() ? "" : " ") + one;
    const std::string user = crypto::base64url(
        crypto::keyed_digest(door.key, "passkey user\n" + std::to_string(call.actor().id().value)));
    return h::form(
        h::attr("method", "post"), h::action(form.action), h::flag("hidden", true),
        h::attr("data-passkey", creates ? "create" : "get"),
        h::attr("data-challenge", new_challenge(door, call.bound(passkey_bound), call.now())),
        h::attr("data-party", door.party.id), h::attr("data-credentials", credentials),
        h::attr_if(creates, "data-community", call.community().name),
        h::attr_if(creates, "data-user", user),
        h::attr_if(creates, "data-name", call.actor().name()), call.token_field(),
        hidden_input("next", form.next), hidden_input("credential", ""),
        hidden_input("client_data", ""), hidden_input("authenticator_data", ""),
        hidden_input("signature", ""), hidden_input("algorithm", ""), form.more,
        h::button(h::cls(form.is_wide ? "btn block" : "btn"), h::attr("type", "submit"),
                  web::icon("i-key", "i s"), form.button),
        h::p(h::cls("hint"), h::attr("role", "status"), h::attr("data-said", "")));
}

h::Html without_script() {
    return h::noscript(h::p(h::cls("hint"),
                            "Passkeys need JavaScript, which is off here. The other ways do not."));
}

PasskeyAnswer passkey_answer(const http::Fields& form) {
    PasskeyAnswer answer{.credential_id = std::string(form.get("credential")),
                         .client_data = std::string(form.get("client_data")),
                         .authenticator_data = std::string(form.get("authenticator_data")),
                         .signature = std::string(form.get("signature"))};
    const auto algorithm = form.get("algorithm");
    std::from_chars(algorithm.data(), algorithm.data() + algorithm.size(), answer.algorithm);
    return answer;
}

const web::Form<CodeDraft> code_form({
    {{.name = "code",
      .label = "Code from your app",
      .hint = "Six digits. Or one of your recovery codes.",
      .required = "Enter the code that your app shows",
      .characters_max = 40,
      .autocomplete = "one-time-code"},
     &CodeDraft::code},
    {{.name = "next", .kind = web::FieldFace::Kind::hidden, .characters_max = 2'000},
     &CodeDraft::next},
});

http::Response let_in(web::Call& call, const Entrance& entrance, const Shown& shown,
                      std::string_view next) {
    if (const auto session = call.open<Account>().enter(shown)) {
        return call.sign_in(*session, safe_next(next));
    }
    const auto half = seal_half_way(entrance.door, call.bound(half_way_bound),
                                    {shown.person, shown.way}, call.now());
    const auto to = safe_next(next);
    return call.redirect("/sign-in/code?half=" + half +
                         (to == "/" ? "" : "&next=" + http::percent_encode(to)));
}

std::optional<http::Response> confirm_first(web::Call& call, const Entrance& entrance) {
    if (!call.open<Ways>(entrance.door).may_change()) return std::nullopt;
    return call.redirect("/sign-in/confirmation?next=" + http::percent_encode(call.request().path));
}

}  // namespace account
