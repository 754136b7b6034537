#include "features/account/openid.h"

#include "platform/base/json.h"
#include "platform/base/log.h"
#include "platform/base/text.h"
#include "platform/crypto/random.h"
#include "platform/crypto/signed_claims.h"
#include "platform/crypto/token.h"
#include "platform/http/message.h"

#include <algorithm>
#include <functional>
#include <stdexcept>

namespace account {

namespace {

using base::Json;

constexpr auto published_life = base::hours(6);
constexpr auto keys_step = base::minutes(1);  // an unknown key is looked for this often at most
constexpr auto silence = base::seconds(20);   // a provider that is away is asked this often
constexpr auto clock_skew_max = base::minutes(5);
constexpr std::size_t code_bytes_max = 4096, shown_bytes_max = 200;

std::string word(const Json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// Whole seconds since 1970, as all times in tokens; nothing if there is none.
std::optional<base::Instant> moment(const Json& object, const char* name) {
    const auto found = object.find(name);
    if (found == object.end() || !found->is_number()) return std::nullopt;
    return base::Instant(base::seconds(found->get<std::int64_t>()));
}

Json object_of(std::string_view text) {
    auto json = Json::parse(text, nullptr, false);
    return json.is_object() ? json : Json::object();
}

// `why`: words of this file, or what the way to the provider says of itself.
void tell(const Provider& provider, base::log::Words what, std::string_view why) {
    base::log::warning("provider", {{"provider", base::log::ours(provider.key)},
                                    {"step", what},
                                    {"reason", base::log::ours(why)}});
}

std::unexpected<base::Refusal> silent(const Provider& provider) {
    return base::refuse(provider.name +
                        " does not answer. Try again in a minute, or sign in "
                        "another way.");
}

std::unexpected<base::Refusal> not_good(const Provider& provider) {
    return base::refuse("What " + provider.name +
                        " said could not be used, or was used before. "
                        "Begin again.");
}

bool is_for(const Json& claims, const std::string& client_id) {
    const auto audience = claims.find("aud");
    if (audience == claims.end()) return false;
    if (audience->is_string()) return *audience == client_id;
    const bool is_named = audience->is_array() &&
                          std::ranges::find(*audience, Json(client_id)) != audience->end();
    // Among several, the one it was issued to must be us (OpenID Connect Core, 3.1.3.7).
    return is_named && (audience->size() == 1 || word(claims, "azp") == client_id);
}

// OpenID Connect Core, 3.1.3.7: what a token must say for us to believe it, but for its signature.
std::string_view fault_of(const Json& claims, const Provider& provider, const Errand& errand,
                          base::Instant now) {
    const auto expires = moment(claims, "exp"), issued = moment(claims, "iat");
    const auto not_before = moment(claims, "nbf");
    if (word(claims, "iss") != provider.issuer) return "another issuer";
    if (!is_for(claims, provider.client_id)) return "for another client";
    if (!expires || *expires + clock_skew_max <= now) return "expired";
    if (!issued || *issued - clock_skew_max > now) return "issued in the future";
    if (not_before && *not_before - clock_skew_max > now) return "not good yet";
    if (errand.nonce.empty() || !crypto::equal(word(claims, "nonce"), errand.nonce)) {
        return "of another sign-in";
    }
    const auto subject = word(claims, "sub");
    if (subject.empty() || !base::is_utf8(subject)) return "without a subject";
    return {};
}

std::string body_of(const std::vector<std::pair<std::string, std::string>>& fields) {
    std::string body;
    for (const auto& [name, value] : fields) {
        body += (body.empty() ? "" : "&") + name + "=" + http::percent_encode(value);
    }
    return body;
}

// RFC 7636, 4.2: S256.
std::string challenge_of(const std::string& verifier) {
    return crypto::base64url(crypto::sha256(verifier));
}

}  // namespace

std::vector<Provider> read_providers(std::string_view text) {
    const auto json = Json::parse(text, nullptr, false);
    if (!json.is_array()) throw std::invalid_argument("The file of providers is no JSON list.");
    std::vector<Provider> all;
    for (const auto& one : json) {
        if (!one.is_object()) throw std::invalid_argument("A provider is a JSON object.");
        Provider provider{.key = word(one, "key"),
                          .name = word(one, "name"),
                          .issuer = word(one, "issuer"),
                          .client_id = word(one, "client_id"),
                          .client_secret = word(one, "client_secret")};
        if (one.contains("scope")) provider.scope = word(one, "scope");
        provider.asks_two_factors = one.value("asks_two_factors", false);
        const bool is_plain = std::ranges::all_of(provider.key, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        });
        if (provider.key.empty() || !is_plain) {
            throw std::invalid_argument("A provider's key is of small letters and digits.");
        }
        if (provider.name.empty() || provider.issuer.empty() || provider.client_id.empty()) {
            throw std::invalid_argument("The provider " + provider.key +
                                        " needs a name, an issuer and a client_id.");
        }
        all.push_back(std::move(provider));
    }
    return all;
}

Errand new_errand(std::string_view redirect) {
    return {crypto::random_token(), crypto::random_token(), std::string(redirect)};
}

OpenId::OpenId(std::vector<Provider> providers, http::Fetch fetch)
    : providers_(std::move(providers)), fetch_(std::move(fetch)) {}

const Provider* OpenId::find(std::string_view key) const {
    const auto found = std::ranges::find(providers_, key, &Provider::key);
    return found == providers_.end() ? nullptr : &*found;
}

// OpenID Connect Discovery, 4; read anew after published_life. The lock is not held while asking.
base::Result<OpenId::Published> OpenId::published(const Provider& provider, base::Instant now) {
    {
        const std::scoped_lock lock(mutex_);
        const auto known = published_.find(provider.key);
        if (known != published_.end() && now - known->second.read < published_life) {
            return known->second;
        }
    }
    {
        const std::scoped_lock lock(mutex_);
        auto& silent_until = silent_until_[provider.key];
        if (now < silent_until) return silent(provider);
        silent_until = now + silence;  // until it has answered: others do not wait with us
    }
    const bool ends_in_slash = provider.issuer.ends_with('/');
    const auto answer = fetch_(
        {.url = provider.issuer + (ends_in_slash ? "" : "/") + ".well-known/openid-configuration"});
    const Json said = object_of(answer.body);
    if (answer.status != 200 || word(said, "issuer") != provider.issuer) {
        tell(provider, "discovery",
             answer.status == 0     ? std::string_view(answer.trouble)
             : answer.status != 200 ? "an error"
                                    : "another issuer");
        return silent(provider);
    }
    Published fresh{.authorization = word(said, "authorization_endpoint"),
                    .token = word(said, "token_endpoint"),
                    .user = word(said, "userinfo_endpoint"),
                    .keys_at = word(said, "jwks_uri"),
                    .keys = {},
                    .read = now,
                    .keys_read = {}};
    if (fresh.authorization.empty() || fresh.token.empty() || fresh.keys_at.empty()) {
        tell(provider, "discovery", "incomplete");
        return silent(provider);
    }
    const auto keys = fetch_({.url = fresh.keys_at});
    if (keys.status != 200 || !object_of(keys.body).contains("keys")) {
        tell(provider, "keys", keys.status == 0 ? std::string_view(keys.trouble) : "an error");
        return silent(provider);
    }
    fresh.keys = keys.body;
    fresh.keys_read = now;
    const std::scoped_lock lock(mutex_);
    published_[provider.key] = fresh;
    silent_until_.erase(provider.key);
    return fresh;
}

// Providers change their keys from time to time, and sign with the new ones at once.
std::string OpenId::fresh_keys(const Provider& provider, const Published& known,
                               base::Instant now) {
    if (now - known.keys_read < keys_step) return known.keys;
    const auto answer = fetch_({.url = known.keys_at});
    const std::scoped_lock lock(mutex_);
    auto& kept = published_[provider.key];
    kept.keys_read = now;
    if (answer.status == 200 && object_of(answer.body).contains("keys")) kept.keys = answer.body;
    return kept.keys;
}

base::Result<std::string> OpenId::address(const Provider& provider, const Errand& errand,
                                          std::string_view state, base::Instant now) {
    const auto known = published(provider, now);
    if (!known) return std::unexpected(known.error());
    const bool has_query = known->authorization.find('?') != std::string::npos;
    return known->authorization + (has_query ? "&" : "?") +
           body_of({{"response_type", "code"},
                    {"client_id", provider.client_id},
                    {"redirect_uri", errand.redirect},
                    {"scope", provider.scope},
                    {"state", std::string(state)},
                    {"nonce", errand.nonce},
                    {"code_challenge", challenge_of(errand.verifier)},
                    {"code_challenge_method", "S256"}});
}

base::Result<std::string> OpenId::verified_claims(const Provider& provider, std::string_view token,
                                                  base::Instant now) {
    const auto known = published(provider, now);
    if (!known) return std::unexpected(known.error());
    auto verified = crypto::verify_claims(token, known->keys);
    if (verified.fault == crypto::ClaimsFault::unknown_key) {
        verified = crypto::verify_claims(token, fresh_keys(provider, *known, now));
    }
    if (verified.fault == crypto::ClaimsFault::none) return verified.claims;
    tell(provider, "signature",
         verified.fault == crypto::ClaimsFault::unknown_key ? "unknown key" : "wrong or malformed");
    return not_good(provider);
}

// Providers may tell addresses and names at the userinfo endpoint only; it must speak of the same
// subject (OpenID Connect Core, 5.3.2).
std::string OpenId::shown_name(const Published& known, std::string_view access_token,
                               std::string_view claims) const {
    const Json said = object_of(claims);
    Json user = Json::object();
    if (!known.user.empty() && !access_token.empty()) {
        user = object_of(fetch_({.url = known.user, .bearer = std::string(access_token)}).body);
        if (word(user, "sub") != word(said, "sub")) user = Json::object();
    }
    for (const Json& source : {std::cref(user), std::cref(said)}) {
        for (const char* name : {"email", "preferred_username", "name"}) {
            const auto shown = word(source, name);
            if (!shown.empty() && shown.size() <= shown_bytes_max) return base::one_line(shown);
        }
    }
    return "an account";
}

base::Result<Vouched> OpenId::redeem(const Provider& provider, const Errand& errand,
                                     std::string_view code, base::Instant now) {
    const auto known = published(provider, now);
    if (!known) return std::unexpected(known.error());
    if (code.empty() || code.size() > code_bytes_max) return not_good(provider);
    std::vector<std::pair<std::string, std::string>> fields = {{"grant_type", "authorization_code"},
                                                               {"code", std::string(code)},
                                                               {"redirect_uri", errand.redirect},
                                                               {"code_verifier", errand.verifier}};
    http::FetchRequest request{.url = known->token};
    if (provider.client_secret.empty()) {
        fields.emplace_back("client_id", provider.client_id);
    } else {  // RFC 6749, 2.3.1: each of the two is encoded first
        request.user = http::percent_encode(provider.client_id);
        request.password = http::percent_encode(provider.client_secret);
    }
    request.form = body_of(fields);
    const auto answer = fetch_(request);
    if (answer.status == 0 || answer.status >= 500) {
        tell(provider, "token", answer.status == 0 ? std::string_view(answer.trouble) : "an error");
        return silent(provider);
    }
    const Json said = object_of(answer.body);
    const auto claims = verified_claims(provider, word(said, "id_token"), now);
    if (!claims) return std::unexpected(claims.error());
    if (const auto fault = fault_of(object_of(*claims), provider, errand, now); !fault.empty()) {
        tell(provider, "token", fault);
        return not_good(provider);
    }
    return Vouched{word(object_of(*claims), "sub"),
                   shown_name(*known, word(said, "access_token"), *claims)};
}

}  // namespace account
