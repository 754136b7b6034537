// How one signs in: passkeys, an app that shows codes, the password, accounts held elsewhere.

#include "features/account/pages.h"
#include "platform/base/text.h"
#include "platform/crypto/password.h"
#include "platform/html/tags.h"

namespace account {

namespace h = html;

namespace {

constexpr std::string_view path = "/settings/sign-in";

struct NewPassword {
    std::string password;
};

const web::Form<NewPassword> password_form({
    {{.name = "password",
      .label = "New password",
      .kind = web::FieldFace::Kind::password,
      .hint = "At least 12 characters. Three or four words are easy to remember.",
      .required = "Enter a new password",
      .characters_max = identity::password_characters_max,
      .autocomplete = "new-password"},
     &NewPassword::password},
});

h::Html titled(std::string_view id, std::string_view title, const h::Html& content) {
    return h::section(h::attr("aria-labelledby", id),
                      h::div(h::cls("sec-h"), h::h2(h::id(std::string(id)), title)),
                      h::div(h::cls("panel pad stack"), content));
}

h::Html removal(const web::Call& call, const std::string& action, std::string_view verb,
                const std::string& of_what) {
    return h::form(h::attr("method", "post"), h::action(action), call.token_field(),
                   h::button(h::cls("btn second small"), h::attr("type", "submit"), verb,
                             web::hidden_text(" " + of_what)));
}

// ---- passkeys ----

h::Html passkey_row(const web::Call& call, const PasskeyLine& one) {
    const std::string used = one.used ? "Last used " +
                                            base::calendar_text(*one.used, call.now(), call.zone())
                                      : "Not used yet";
    return h::li(
        h::span(h::cls("tile"), web::icon("i-key")),
        h::div(h::h3(one.name),
               h::p(h::cls("meta"), used + (one.is_synced ? ". On your other devices too."
                                                          : ". On this device "
                                                            "only."))),
        h::div(h::cls("act"),
               removal(call, "/settings/passkeys/" + std::to_string(one.id.value) + "/removal",
                       "Remove", one.name)));
}

h::Html passkeys(const web::Call& call, const Door& door, const Ways& ways,
                 const Standing& standing) {
    return titled(
        "pk", "Passkeys",
        h::all(
            h::p("Your phone's or computer's own lock signs you in: nothing to remember, nothing "
                 "that can be stolen from us, and it counts as two factors."),
            h::when(!standing.passkeys.empty(),
                    [&] {
                        return h::ul(h::cls("todo"),
                                     h::each(standing.passkeys, [&](const PasskeyLine& one) {
                                         return passkey_row(call, one);
                                     }));
                    }),
            passkey_form(
                call, door,
                {.ceremony = crypto::Ceremony::create,
                 .action = "/settings/passkeys",
                 .button = standing.passkeys.empty() ? "Add a passkey" : "Add another passkey",
                 .credentials = ways.credentials(call.actor().id()),
                 .is_wide = false,
                 .more = hidden_input("name", device_of(call))}),
            without_script()));
}

http::Response remove_passkey(web::Call& call, const Entrance& entrance, const web::Handler& page) {
    if (auto refusal =
            call.open<Ways>(entrance.door).remove_passkey(call.id<PasskeyId>("passkey"))) {
        return call.again(page, *refusal);
    }
    return call.redirect(path, "The passkey is removed. Remove it on its device too.");
}

// Whoever adds a passkey has just used it: the session knows two factors of them from here on.
http::Response add_passkey(web::Call& call, const Entrance& entrance, const web::Handler& page) {
    const auto added = call.open<Ways>(entrance.door)
                           .add_passkey(passkey_answer(call.form()), call.bound(passkey_bound),
                                        call.form().get("name"));
    if (!added) return call.again(page, added.error());
    const auto session = call.open<Account>().strengthen(
        call.session(),
        {call.actor().id(), "passkey", identity::Assurance::two_factors, device_of(call)});
    return call.sign_in(session, path, "The passkey is added.");
}

// ---- an app that shows codes ----

h::Html authenticator(const web::Call& call, const Standing& standing) {
    if (!standing.has_authenticator) {
        return titled(
            "au", "Codes from an app",
            h::all(h::p("After a password or a mailed link you type six digits that an app on your "
                        "phone shows. Passkeys do not ask for them."),
                   h::form(h::attr("method", "post"), h::action("/settings/authenticator"),
                           call.token_field(),
                           h::button(h::cls("btn second"), h::attr("type", "submit"),
                                     "Set up an app"))));
    }
    const auto left = standing.recovery_codes_left;
    return titled(
        "au", "Codes from an app",
        h::all(h::p(h::span(h::cls("pill ok"), "On"),
                    " Codes are asked for after a password or a mailed link. " +
                        base::counted(left, "recovery code is", "recovery codes are") + " left."),
               h::div(h::cls("row-actions"),
                      h::form(h::attr("method", "post"), h::action("/settings/recovery-codes"),
                              call.token_field(),
                              h::button(h::cls("btn second small"), h::attr("type", "submit"),
                                        "Make new recovery codes")),
                      removal(call, "/settings/authenticator/removal", "Turn codes off", ""))));
}

// ---- password ----

h::Html password(const web::Call& call, bool has_one) {
    return h::section(
        h::attr("aria-labelledby", "pw"),
        h::div(h::cls("sec-h"),
               h::h2(h::id("pw"), has_one ? "Change your password" : "Set a password")),
        h::form(h::cls("form"), h::attr("method", "post"), h::action("/settings/password"),
                h::flag("novalidate"), call.form_fields(), password_form.draw_all(call, {}),
                h::p(h::button(h::cls("btn second"), h::attr("type", "submit"),
                               h::attr("data-busy", "Saving…"), "Save password"))));
}

base::Verdict may_be_password(const web::Call& call, std::string_view typed) {
    return identity::may_be_password(
        typed, identity::own_words(
                   {call.actor().name(), call.open<Account>().email(), call.community().name}));
}

std::any hash_of(web::Call& call) {
    const std::string sent(call.form().get("password"));
    if (may_be_password(call, sent)) return std::string();  // the handler says why
    return crypto::hash_password(sent);
}

http::Response save_password(web::Call& call, const Entrance& entrance, const web::Handler& page) {
    const auto draft = password_form.read(call.form());
    if (!draft) return call.again(page, draft.error());
    if (auto refusal = call.open<Ways>(entrance.door).may_change()) {
        return call.again(page, *refusal);
    }
    if (auto refusal = may_be_password(call, draft->password)) return call.again(page, *refusal);
    auto account = call.open<Account>();
    account.set_password(call.prepared<std::string>());
    account.end_other_sessions(call.session());
    return call.redirect(path, "Your password is saved. Other devices are signed out.");
}

// ---- accounts held elsewhere ----

h::Html providers(const web::Call& call, const Entrance& entrance, const Standing& standing) {
    const auto name_of = [&](const std::string& key) {
        const auto* provider = entrance.openid.find(key);
        return provider ? provider->name : key;
    };
    if (entrance.openid.providers().empty() && standing.providers.empty()) return {};
    return titled(
        "pr", "Accounts held elsewhere",
        h::all(h::when(!standing.providers.empty(),
                       [&] {
                           return h::ul(
                               h::cls("todo"),
                               h::each(standing.providers, [&](const ProviderAccount& one) {
                                   const auto id = std::to_string(one.id.value);
                                   return h::li(
                                       h::span(h::cls("tile"), web::icon("i-link")),
                                       h::div(h::h3(name_of(one.provider)),
                                              h::p(h::cls("meta"), one.shown)),
                                       h::div(
                                           h::cls("act"),
                                           removal(call, "/settings/providers/" + id + "/removal",
                                                   "Disconnect", name_of(one.provider))));
                               }));
                       }),
               h::each(entrance.openid.providers(), [&](const Provider& one) {
                   const std::string path =
                       "/sign-in/with/" + one.key + "?connect=" + call.form_token();
                   return h::p(h::a(h::cls("btn second"), h::href(path),
                                    web::icon("i-right", "i s"), "Connect " + one.name));
               })));
}

http::Response disconnect(web::Call& call, const Entrance& entrance, const web::Handler& page) {
    const auto id = call.id<ProviderAccountId>("account");
    if (auto refusal = call.open<Ways>(entrance.door).disconnect_provider(id)) {
        return call.again(page, *refusal);
    }
    return call.redirect(path, "It is disconnected.");
}

http::Response show_ways(web::Call& call, const Entrance& entrance) {
    if (!call.is_drawn_again()) {
        if (auto elsewhere = confirm_first(call, entrance)) return *std::move(elsewhere);
    }
    const auto ways = call.open<Ways>(entrance.door);
    const auto standing = ways.standing(call.actor().id());
    web::Page page;
    page.name = "settings-sign-in";
    page.title = "How you sign in";
    page.current = "/settings";
    page.content = h::all(
        web::crumbs({{"Settings", "/settings"}}), h::h1("How you sign in"),
        h::p(h::cls("lede"), "A link to " + call.open<Account>().email() +
                                 " always works. These "
                                 "are quicker, or surer."),
        web::error_summary(call),
        h::when(call.actor().is_office_closed(),
                [&] {
                    return h::div(h::cls("notice warn mt5"), web::icon("i-lock"),
                                  h::p("You hold an office here. It opens once you have signed in "
                                       "with two factors: add a passkey, or set up an app."));
                }),
        h::div(h::cls("stack narrow-stack mt5"), passkeys(call, entrance.door, ways, standing),
               authenticator(call, standing), password(call, call.open<Account>().has_password()),
               providers(call, entrance, standing)));
    return call.page(std::move(page));
}

}  // namespace

void ways_routes(web::Routes& site, const EntrancePtr& entrance) {
    using web::signed_in;
    const web::Handler page = [entrance](web::Call& call) { return show_ways(call, *entrance); };
    const auto with = [&](auto act) -> web::Handler {
        return [entrance, page, act](web::Call& call) { return act(call, *entrance, page); };
    };
    site.get(std::string(path), signed_in, page);
    site.post("/settings/passkeys", signed_in, with(add_passkey), {.rate = {20}});
    site.post("/settings/passkeys/{passkey}/removal", signed_in, with(remove_passkey));
    site.post("/settings/password", signed_in, with(save_password),
              {.prepare = hash_of, .rate = {5}});
    site.post("/settings/providers/{account}/removal", signed_in, with(disconnect));
}

}  // namespace account
