// To an identity provider and back: signing in, or connecting an account held there.

#include "features/account/pages.h"
#include "platform/html/tags.h"

namespace account {

namespace h = html;

namespace {

constexpr std::string_view state_purpose = "state of a trip to a provider";
constexpr std::string_view state_bound = "provider";
constexpr std::string_view not_this_browser =
    "That took too long, or came from another browser. Begin again.";

const Provider& provider_of(const web::Call& call, const Entrance& entrance) {
    const auto* found = entrance.openid.find(call.part("provider"));
    if (found == nullptr) throw base::NotFound();
    return *found;
}

std::string return_path(const Provider& provider) {
    return "/sign-in/with/" + provider.key + "/return";
}

http::Response trouble(web::Call& call, const base::Refusal& refusal) {
    const auto content = h::all(
        h::h1("That did not work"), h::p(h::cls("lede"), refusal.sentence),
        h::p(h::a(h::cls("btn block"),
                  h::href(call.actor().is_person() ? "/settings/sign-in" : "/sign-in"),
                  call.actor().is_person() ? "Back to your settings" : "Sign in another way")));
    return call.page(web::plain_page("sign-in-provider", "Sign in", sign_panel(content)));
}

// What a trip is for: signing in; for whoever is signed in, connecting the account there, or
// showing with it that it is they.
constexpr std::string_view for_sign_in = "sign-in", for_connecting = "connect",
                           for_sure = "confirm";

// Connecting begins at a link of one's own settings: its token is in no other's address.
std::optional<std::string_view> purpose_of(const web::Call& call) {
    if (!call.actor().is_person()) return for_sign_in;
    const auto token = call.query().get("connect");
    if (token.empty()) return for_sure;
    return call.is_token(token) ? std::optional(for_connecting) : std::nullopt;
}

http::Response go(web::Call& call, Entrance& entrance) {
    const auto& provider = provider_of(call, entrance);
    const auto purpose = purpose_of(call);
    if (!purpose) return call.redirect("/settings/sign-in", "That took too long. Try again.");
    if (purpose == for_connecting) {
        if (auto elsewhere = confirm_first(call, entrance)) return *std::move(elsewhere);
    }
    const auto errand = new_errand(std::string(call.base_url()) + return_path(provider));
    const auto state = seal({entrance.door, state_purpose, call.bound(state_bound)},
                            {{"provider", provider.key},
                             {"for", std::string(*purpose)},
                             {"nonce", errand.nonce},
                             {"verifier", errand.verifier},
                             {"next", safe_next(call.query().get("next"))}},
                            call.now() + challenge_life);
    const auto address = entrance.openid.address(provider, errand, state, call.now());
    if (!address) return trouble(call, address.error());
    http::Response response;
    response.status = 303;
    response.with("Location", *address);
    return response;
}

// The provider sends the browser back by a link. To sign in, the script presses at once: the state
// is this browser's own, and began here. Accounts are connected by a person's press only.
http::Response show_return(web::Call& call, const Entrance& entrance) {
    const auto& provider = provider_of(call, entrance);
    if (call.is_drawn_again()) return trouble(call, call.refused().front());
    const auto from = call.query();
    if (!from.get("error").empty()) {
        return trouble(call, {provider.name + " did not sign you in. Try again, or sign in another "
                                              "way."});
    }
    const auto parts = open({entrance.door, state_purpose, call.bound(state_bound)},
                            from.get("state"), call.now());
    if (!parts) return trouble(call, {std::string(not_this_browser)});
    const bool connects = parts->at("for") == for_connecting;
    const std::string words = provider.name + " has sent you back. " +
                              (connects ? "Connect the account there to yours here?"
                                        : "Go on here.");
    const auto content = h::all(
        h::h1("One more press"), h::p(h::cls("lede"), words),
        h::form(h::attr("method", "post"), h::action(return_path(provider)),
                h::attr_if(!connects, "data-press", ""), call.token_field(),
                hidden_input("code", from.get("code")), hidden_input("state", from.get("state")),
                hidden_input("iss", from.get("iss")),
                h::button(h::cls("btn block"), h::attr("type", "submit"),
                          h::attr("data-busy", "Checking…"), connects ? "Connect it" : "Go on")));
    return call.page(web::plain_page("sign-in-provider", "Sign in", sign_panel(content)));
}

// What the slow part found out.
struct Checked {
    base::Result<Vouched> vouched = base::refuse("Begin again.");
    std::string next;
    std::string purpose;
};

std::any redeem(web::Call& call, const EntrancePtr& entrance) {
    const auto* provider = entrance->openid.find(call.part("provider"));
    const auto parts = open({entrance->door, state_purpose, call.bound(state_bound)},
                            call.form().get("state"), call.now());
    if (provider == nullptr || !parts || parts->at("provider") != provider->key) {
        return Checked{base::refuse(std::string(not_this_browser)),
                       {},
                       {}};
    }
    // Another provider's answer, slipped in (RFC 9207).
    const auto issuer = call.form().get("iss");
    if (!issuer.empty() && issuer != provider->issuer) {
        return Checked{base::refuse("The answer is another provider's. Begin again."), {}, {}};
    }
    const Errand errand{parts->at("nonce"), parts->at("verifier"),
                        std::string(call.base_url()) + return_path(*provider)};
    return Checked{entrance->openid.redeem(*provider, errand, call.form().get("code"), call.now()),
                   parts->at("next"), parts->at("for")};
}

http::Response come_back(web::Call& call, const Entrance& entrance, const web::Handler& page) {
    const auto& provider = provider_of(call, entrance);
    const auto& checked = call.prepared<Checked>();
    if (!checked.vouched) return call.again(page, checked.vouched.error());
    auto ways = call.open<Ways>(entrance.door);
    if (!ways.spend(call.form().get("state"))) {
        return call.again(page, base::Refusal{"This answer was used already. Begin again."});
    }
    const auto& who = *checked.vouched;
    if (checked.purpose == for_connecting) {
        if (auto refusal = ways.connect_provider(
                {provider.key, provider.issuer, who.subject, who.shown})) {
            return call.again(page, *refusal);
        }
        return call.redirect("/settings/sign-in", provider.name + " is connected.");
    }
    const auto person = ways.find_by_provider(provider.issuer, who.subject);
    if (!person) {
        return call.again(page, base::Refusal{"This " + provider.name +
                                              " account is connected to nobody here yet. Sign in "
                                              "by email once, and connect it in your settings."});
    }
    ways.note_provider_used(provider.issuer, who.subject);
    const auto assurance = provider.asks_two_factors ? identity::Assurance::two_factors
                                                     : identity::Assurance::one_factor;
    const Shown shown{*person, provider.name, assurance, device_of(call)};
    if (checked.purpose != for_sure) return let_in(call, entrance, shown, checked.next);
    if (*person != call.actor().id()) {
        return call.again(page, base::Refusal{"That account belongs to somebody else here."});
    }
    if (assurance == identity::Assurance::one_factor) {
        return call.again(page, base::Refusal{provider.name + " does not ask for two factors. Use "
                                                              "your passkey or a code."});
    }
    return call.sign_in(call.open<Account>().strengthen(call.session(), shown),
                        safe_next(checked.next));
}

}  // namespace

void provider_routes(web::Routes& site, const EntrancePtr& entrance) {
    using web::anyone;
    const web::Handler page = [entrance](web::Call& call) { return show_return(call, *entrance); };
    site.get("/sign-in/with/{provider}", anyone,
             [entrance](web::Call& call) { return go(call, *entrance); },
             {.lane = web::Lane::blocking, .rate = {30}});
    site.get("/sign-in/with/{provider}/return", anyone, page);
    site.post("/sign-in/with/{provider}/return", anyone,
              [entrance, page](web::Call& call) { return come_back(call, *entrance, page); },
              {.prepare = [entrance](web::Call& call) { return redeem(call, entrance); },
               .prepare_spends = web::Spends::waiting,
               .rate = {30},
               .body_bytes_max = sign_in_bytes_max});
}

}  // namespace account
