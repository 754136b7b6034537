#pragma once
// Signed claims (JSON Web Tokens, RFC 7519, signed as in RFC 7515): what an identity provider says
// of a person, verified against the keys that it publishes (RFC 7517). Says what was signed and by
// which key; whether it is meant for us and still good is for whoever asked.

#include <optional>
#include <string>
#include <string_view>

namespace crypto {

enum class ClaimsFault { none, malformed, unknown_key, wrong_signature };

struct SignedClaims {
    ClaimsFault fault = ClaimsFault::malformed;
    std::string claims;  // a JSON object, where there is no fault
};

// `keys`: a JSON Web Key Set. Algorithms: RS256, PS256 and ES256; "none" and those with a shared
// secret are malformed. A token without a key's name is tried with each key of its algorithm.
SignedClaims verify_claims(std::string_view token, std::string_view keys);

}  // namespace crypto
