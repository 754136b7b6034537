#include "features/account/pages.h"

#include "features/account/account.h"
#include "features/account/letters.h"
#include "platform/base/text.h"
#include "platform/crypto/password.h"
#include "platform/html/tags.h"
#include "platform/http/proxies.h"
#include "platform/web/form.h"
#include "platform/web/limits.h"

#include <algorithm>
#include <expected>

namespace account {

namespace h = html;

namespace {

constexpr int guesses_a_minute = 10;         // of one address, at one account
constexpr int guesses_by_all_a_minute = 60;  // at one account

struct LinkDraft {
    std::string email;
    std::string next;
};

struct PasswordDraft {
    std::string email;
    std::string password;
    std::string next;
};

const web::FieldFace next_face{.name = "next", .kind = web::FieldFace::Kind::hidden,
                               .characters_max = 2'000};

const web::Form<LinkDraft> link_form({
    {{.name = "email",
      .label = "Email address",
      .kind = web::FieldFace::Kind::email,
      .hint = "The one your network knows you by.",
      .required = "Enter your email address",
      .characters_max = 254,
      .autocomplete = "username"},
     &LinkDraft::email},
    {next_face, &LinkDraft::next},
});

const web::Form<PasswordDraft> password_form({
    {{.name = "email",
      .label = "Email address",
      .kind = web::FieldFace::Kind::email,
      .required = "Enter your email address",
      .characters_max = 254,
      .autocomplete = "username"},
     &PasswordDraft::email},
    {{.name = "password",
      .label = "Password",
      .kind = web::FieldFace::Kind::password,
      .required = "Enter your password",
      .characters_max = identity::password_characters_max,
      .autocomplete = "current-password"},
     &PasswordDraft::password},
    {next_face, &PasswordDraft::next},
});

http::Response show_password(web::Call& call) {
    if (call.actor().is_person()) return call.redirect("/");
    const std::string next = call.typed("next", safe_next(call.query().get("next")));
    const auto content = h::all(
        h::h1("Sign in with a password"),
        h::form(h::attr("method", "post"), h::action("/sign-in/password"), h::flag("novalidate"),
                call.form_fields(), web::error_summary(call),
                password_form.draw_all(call, {"", "", next}),
                h::button(h::cls("btn block"), h::attr("type", "submit"),
                          h::attr("data-busy", "Checking…"), "Sign in")),
        h::p("Forgotten it? ", h::a(h::href("/sign-in"), "Email me a link instead"),
             ", and set a new one in your settings."));
    return call.page(web::plain_page("sign-in-password", "Sign in with a password",
                                sign_panel(content, {})));
}

http::Response show_sent(web::Call& call) {
    const auto content = h::all(
        h::h1("Check your email"),
        h::p(h::cls("lede"),
             "If the address belongs to a member, a link is on its way. It works once, for 20 "
             "minutes."),
        h::p("Nothing there after a few minutes? Look in the spam folder, then ",
             h::a(h::href("/sign-in"), "ask for another link"), "."));
    return call.page(web::plain_page("sign-in-sent", "Check your email", sign_panel(content)));
}

// Whoever asks is answered before anything is looked up, so that neither the answer nor the time
// that it takes tells who is a member.
http::Response ask_for_link(web::Call& call, const web::Handler& page) {
    const auto draft = link_form.read(call.form());
    if (!draft) return call.again(page, draft.error());
    if (auto refusal = identity::may_be_email(draft->email)) {
        return call.again(page, *refusal);
    }
    call.afterwards([asked = *draft, community = call.community(),
                     base_url = std::string(call.base_url())](const record::Floor& floor) {
        const auto letter = Account(floor).ask_for_link(asked.email);
        if (!letter) return;
        const std::string address = base_url + "/sign-in/link/" + letter->token;
        Letters(floor).send_sign_in_link(*letter, community, address + next_query(asked.next));
    });
    return call.redirect("/sign-in/sent");
}

// Mail filters follow links; only a person presses the button.
http::Response show_link(web::Call& call) {
    const auto token = call.part("token");
    const auto state = call.open<Account>().link_state(token);
    const std::string path = "/sign-in/link/" + std::string(token);
    h::Html content;
    if (state == identity::LinkState::good) {
        content = h::all(
            h::h1("Sign in"), h::p(h::cls("lede"), "One more press, and you are in."),
            h::form(h::attr("method", "post"), h::action(path), call.token_field(),
                    web::error_summary(call),
                    h::input(h::attr("type", "hidden"), h::attr("name", "next"),
                             h::attr("value", safe_next(call.query().get("next")))),
                    h::button(h::cls("btn block"), h::attr("type", "submit"),
                              h::attr("data-busy", "Signing in…"), "Sign in")));
    } else {
        const std::string_view why = state == identity::LinkState::used
                                         ? "This link was used already. Each works once."
                                     : state == identity::LinkState::expired
                                         ? "This link is too old. Links work for a short time."
                                         : "We do not know this link.";
        content = h::all(h::h1("That link does not work"), h::p(h::cls("lede"), why),
                         h::p(h::a(h::cls("btn block"), h::href("/sign-in"),
                                   "Ask for a new link")));
    }
    return call.page(web::plain_page("sign-in-link", "Sign in", sign_panel(content)));
}

http::Response use_link(web::Call& call, const Entrance& entrance) {
    const auto used = call.open<Account>().use_link(call.part("token"));
    if (!used) return call.again(show_link, used.error());
    const std::string_view way =
        used->assurance == identity::Assurance::two_factors ? "console" : "link";
    return let_in(call, entrance,
                  {used->person, std::string(way), used->assurance, device_of(call)},
                  call.form().get("next"));
}

// What the slow part found out, before the transaction of the sign-in.
struct Checked {
    identity::PersonId person;  // 0: no
    bool too_many = false;
};

// What was typed, where an account could have such an address.
std::expected<PasswordDraft, web::Refused> read_password(const web::Call& call) {
    auto draft = password_form.read(call.form());
    if (!draft) return draft;
    if (auto refusal = identity::may_be_email(draft->email)) {
        return std::unexpected(web::Refused{*std::move(refusal)});
    }
    return draft;
}

Checked check_password(web::Call& call, web::Limits& limits) {
    const auto draft = read_password(call);
    if (!draft) return {};  // the handler says why
    const std::string account = base::fold(draft->email);  // as it will be looked for
    const auto from = http::subscriber_of(call.request().peer) + '\n' + account;
    if (!limits.allow(from, guesses_a_minute, call.now()) ||
        !limits.allow(account, guesses_by_all_a_minute, call.now())) {
        return {{}, true};
    }
    const auto found = call.open<Account>().find_password(draft->email);
    if (!found) {
        crypto::spend_like_a_check();
        return {};
    }
    const bool is_right = crypto::is_password(found->hash, draft->password);
    return {is_right ? found->person : identity::PersonId{}, false};
}

http::Response use_password(web::Call& call, const Entrance& entrance) {
    const auto draft = read_password(call);
    if (!draft) return call.again(show_password, draft.error());
    const auto& checked = call.prepared<Checked>();
    if (checked.too_many) {
        return call.again(show_password,
                          base::Refusal{"Too many tries for this address. Wait a minute, or ask "
                                        "for a link by email.",
                                        "email"});
    }
    if (!checked.person) {
        return call.again(show_password,
                          base::Refusal{"Address and password do not match. Try again, or "
                                        "ask for a link by email.",
                                        "password"});
    }
    return let_in(call, entrance,
                  {checked.person, "password", identity::Assurance::one_factor, device_of(call)},
                  draft->next);
}

http::Response sign_out(web::Call& call) {
    call.open<Account>().end_session(call.session());
    return call.sign_out("/sign-in");
}

h::Html provider_links(const Entrance& entrance, std::string_view next) {
    return h::each(entrance.openid.providers(), [&](const Provider& provider) {
        return h::p(h::a(h::cls("btn second block"),
                         h::href("/sign-in/with/" + provider.key + next_query(next)),
                         web::icon("i-right", "i s"), "Sign in with " + provider.name));
    });
}

}  // namespace

http::Response show_sign_in(web::Call& call, const Entrance& entrance) {
    if (call.actor().is_person()) return call.redirect(safe_next(call.query().get("next")));
    const std::string next = call.typed("next", safe_next(call.query().get("next")));
    const auto content = h::all(
        h::div(h::h1("Sign in"),
               h::p(h::cls("lede"), "To " + call.community().name + ", for its members.")),
        web::error_summary(call),
        h::div(h::attr("data-with-passkeys", ""), h::flag("hidden"),
               passkey_form(call, entrance.door,
                            {.action = "/sign-in/passkey",
                             .button = "Sign in with a passkey",
                             .next = next}),
               h::p(h::cls("or"), "or")),
        without_script(),
        h::form(h::attr("method", "post"), h::action("/sign-in"), h::flag("novalidate"),
                call.form_fields(), link_form.draw_all(call, {"", next}),
                h::button(h::cls("btn second block"), h::attr("type", "submit"),
                          h::attr("data-busy", "Sending…"), "Email me a sign-in link")),
        h::p(h::cls("or"), "or"),
        h::p(h::a(h::cls("btn second block"), h::href("/sign-in/password" + next_query(next)),
                  web::icon("i-lock", "i s"), "Sign in with a password")),
        provider_links(entrance, next));
    return call.page(web::plain_page("sign-in", "Sign in", sign_panel(content)));
}

void sign_in_routes(web::Routes& site, const EntrancePtr& entrance) {
    using web::anyone;
    const auto limits = std::make_shared<web::Limits>();  // shared: lives with the route
    const web::Handler page = [entrance](web::Call& call) {
        return show_sign_in(call, *entrance);
    };
    site.get("/sign-in", anyone, page);
    site.post("/sign-in", anyone, [page](web::Call& call) { return ask_for_link(call, page); },
              {.rate = {10}, .body_bytes_max = sign_in_bytes_max});
    site.get("/sign-in/sent", anyone, show_sent);
    site.get("/sign-in/password", anyone, show_password);
    site.post("/sign-in/password", anyone,
              [entrance](web::Call& call) { return use_password(call, *entrance); },
              {.prepare = 
                   [limits](web::Call& call) { return std::any(check_password(call, *limits)); },
               .rate = {20},
               .body_bytes_max = sign_in_bytes_max});
    site.get("/sign-in/link/{token}", anyone, show_link);
    site.post("/sign-in/link/{token}", anyone,
              [entrance](web::Call& call) { return use_link(call, *entrance); },
              {.rate = {30}, .body_bytes_max = sign_in_bytes_max});
    site.post("/sign-out", web::signed_in, sign_out);
}

}  // namespace account
