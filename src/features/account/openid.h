#pragma once
// Signing in with an account held elsewhere: any OpenID Connect provider (NHSmail's Entra ID,
// CIS2), by the authorization code flow with PKCE and a nonce. Says who the provider vouches for;
// whose account here that is, is not decided here.

#include "platform/base/result.h"
#include "platform/base/time.h"
#include "platform/http/fetch.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace account {

// As the configuration names it.
struct Provider {
    std::string key;     // in addresses: "nhsmail"
    std::string name;    // on the button: "NHSmail"
    std::string issuer;  // where /.well-known/openid-configuration lies
    std::string client_id;
    std::string client_secret;  // may be empty: a public client
    std::string scope = "openid email profile";
    bool asks_two_factors = false;  // then its word is as good as a passkey
};

// Reads a JSON list of providers; throws std::invalid_argument with a sentence where it is wrong.
std::vector<Provider> read_providers(std::string_view json);

// What goes out with one sign-in and is checked when it comes back.
struct Errand {
    std::string nonce;
    std::string verifier;  // PKCE (RFC 7636)
    std::string redirect;  // where the provider sends the browser back to
};
Errand new_errand(std::string_view redirect);

// Whom the provider vouches for, verified.
struct Vouched {
    std::string subject;  // its own name for them: never changes, and is nobody else's
    std::string shown;    // an address or a name, for them to know it by
};

// Safe for concurrent use. Asks over the network: not for the lanes where others wait.
class OpenId {
public:
    OpenId(std::vector<Provider> providers, http::Fetch fetch);

    const std::vector<Provider>& providers() const { return providers_; }
    const Provider* find(std::string_view key) const;

    // Where to send the browser. A refusal where the provider does not answer.
    base::Result<std::string> address(const Provider& provider, const Errand& errand,
                                      std::string_view state, base::Instant now);
    // What a code is worth. Refused: used or made-up codes, tokens for others, too old, changed.
    base::Result<Vouched> redeem(const Provider& provider, const Errand& errand,
                                 std::string_view code, base::Instant now);

private:
    // What the provider publishes of itself.
    struct Published {
        std::string authorization, token, user, keys_at;
        std::string keys;
        base::Instant read;
        base::Instant keys_read;
    };
    base::Result<Published> published(const Provider& provider, base::Instant now);
    std::string fresh_keys(const Provider& provider, const Published& known, base::Instant now);
    base::Result<std::string> verified_claims(const Provider& provider, std::string_view token,
                                              base::Instant now);
    std::string shown_name(const Published& known, std::string_view access_token,
                           std::string_view claims) const;

    const std::vector<Provider> providers_;
    const http::Fetch fetch_;
    std::mutex mutex_;
    std::map<std::string, Published, std::less<>> published_;         // by key
    std::map<std::string, base::Instant, std::less<>> silent_until_;  // likewise
};

}  // namespace account
