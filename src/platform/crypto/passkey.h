#pragma once
// Passkeys (Web Authentication, level 2), as libfido2 reads and verifies them. What a browser sends
// is checked against what was asked of it; who it belongs to is not decided here.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crypto {

// Who asks: the host name that keys are bound to, and where the page came from.
struct RelyingParty {
    std::string id;      // "networks.example.org"
    std::string origin;  // "https://networks.example.org"
};
RelyingParty relying_party(std::string_view base_url);

enum class Ceremony { create, get };

// The challenge that the browser says it answers, base64url; nothing if the text is not of this
// ceremony or of another page. It is not verified before the signature is.
std::optional<std::string> challenge_of(std::string_view client_data, Ceremony ceremony,
                                        const RelyingParty& party);

struct Passkey {
    std::string credential_id;   // raw bytes
    std::int64_t algorithm = 0;  // COSE: -7 ES256, -8 EdDSA, -257 RS256
    std::string public_key;      // raw, as libfido2 holds it
    std::uint32_t sign_count = 0;
    bool is_synced = false;  // its owner's other devices have it too
};

// The key of a new credential, made with the user verified. Attestation is not asked for: which
// make of device it is says nothing that we need. Nothing where anything is not as it must be.
std::optional<Passkey> read_new_passkey(std::string_view authenticator_data, std::int64_t algorithm,
                                        const RelyingParty& party);

struct Assertion {
    std::string client_data;
    std::string authenticator_data;
    std::string signature;
};

// The new signature counter, where the signature is this key's, for this party, user verified.
std::optional<std::uint32_t> verify_assertion(const Passkey& key, const Assertion& assertion,
                                              const RelyingParty& party);

}  // namespace crypto
