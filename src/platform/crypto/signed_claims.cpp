#include "platform/crypto/signed_claims.h"

#include "platform/base/json.h"
#include "platform/crypto/token.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

#include <array>
#include <memory>

namespace crypto {

namespace {

using base::Json;

constexpr std::size_t token_bytes_max = 16 * 1024;
constexpr int rsa_bits_min = 2048;  // RFC 7518, 3.3
constexpr std::size_t coordinate_bytes = 32;

struct Freed {
    void operator()(EVP_PKEY* one) const { EVP_PKEY_free(one); }
    void operator()(EVP_PKEY_CTX* one) const { EVP_PKEY_CTX_free(one); }
    void operator()(EVP_MD_CTX* one) const { EVP_MD_CTX_free(one); }
    void operator()(OSSL_PARAM_BLD* one) const { OSSL_PARAM_BLD_free(one); }
    void operator()(OSSL_PARAM* one) const { OSSL_PARAM_free(one); }
    void operator()(BIGNUM* one) const { BN_free(one); }
    void operator()(ECDSA_SIG* one) const { ECDSA_SIG_free(one); }
};
template <class T>
using Owned = std::unique_ptr<T, Freed>;

const unsigned char* bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string word(const Json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Owned<BIGNUM> number(std::string_view big_endian) {
    return Owned<BIGNUM>(
        BN_bin2bn(bytes(big_endian), static_cast<int>(big_endian.size()), nullptr));
}

Owned<EVP_PKEY> key_of(const char* type, OSSL_PARAM_BLD* builder) {
    const Owned<OSSL_PARAM> parameters(OSSL_PARAM_BLD_to_param(builder));
    const Owned<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY* made = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1) {
        return nullptr;
    }
    return Owned<EVP_PKEY>(made);
}

// RFC 7518, 6.3.1.
Owned<EVP_PKEY> rsa_key(const Json& key) {
    const auto modulus = from_base64url(word(key, "n")), exponent = from_base64url(word(key, "e"));
    const Owned<OSSL_PARAM_BLD> builder(OSSL_PARAM_BLD_new());
    if (!modulus || !exponent || !builder) return nullptr;
    const auto n = number(*modulus), e = number(*exponent);
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
    auto made = key_of("RSA", builder.get());
    return made && EVP_PKEY_get_bits(made.get()) >= rsa_bits_min ? std::move(made) : nullptr;
}

// RFC 7518, 6.2.1; the point as X9.62 writes it, uncompressed.
Owned<EVP_PKEY> ec_key(const Json& key) {
    const auto x = from_base64url(word(key, "x")), y = from_base64url(word(key, "y"));
    const Owned<OSSL_PARAM_BLD> builder(OSSL_PARAM_BLD_new());
    const bool is_sized = x && y && x->size() == coordinate_bytes && y->size() == coordinate_bytes;
    if (!is_sized || word(key, "crv") != "P-256" || !builder) return nullptr;
    const std::string point = '\x04' + *x + *y;
    OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0);
    OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                     point.size());
    return key_of("EC", builder.get());
}

// Two numbers side by side (RFC 7518, 3.4), as the DER that OpenSSL verifies.
std::string der_of(std::string_view signature) {
    if (signature.size() != 2 * coordinate_bytes) return {};
    const Owned<ECDSA_SIG> pair(ECDSA_SIG_new());
    if (!pair || ECDSA_SIG_set0(pair.get(), number(signature.substr(0, coordinate_bytes)).release(),
                                number(signature.substr(coordinate_bytes)).release()) != 1) {
        return {};
    }
    unsigned char* der = nullptr;
    const int length = i2d_ECDSA_SIG(pair.get(), &der);
    if (length <= 0) return {};
    std::string out(reinterpret_cast<char*>(der), static_cast<std::size_t>(length));
    OPENSSL_free(der);
    return out;
}

bool is_signed(EVP_PKEY* key, std::string_view algorithm, std::string_view text,
               std::string_view signature) {
    const Owned<EVP_MD_CTX> context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* options = nullptr;  // belongs to the context
    if (!context ||
        EVP_DigestVerifyInit(context.get(), &options, EVP_sha256(), nullptr, key) != 1) {
        return false;
    }
    if (algorithm == "PS256" &&
        (EVP_PKEY_CTX_set_rsa_padding(options, RSA_PKCS1_PSS_PADDING) != 1 ||
         EVP_PKEY_CTX_set_rsa_pss_saltlen(options, RSA_PSS_SALTLEN_DIGEST) != 1)) {
        return false;
    }
    const std::string der = algorithm == "ES256" ? der_of(signature) : std::string(signature);
    return EVP_DigestVerify(context.get(), bytes(der), der.size(), bytes(text), text.size()) == 1;
}

// Whether the published key may be used for this token at all.
bool is_candidate(const Json& key, std::string_view algorithm, const std::string& key_id) {
    const std::string use = word(key, "use"), meant_for = word(key, "alg");
    return word(key, "kty") == (algorithm == "ES256" ? "EC" : "RSA") &&
           (key_id.empty() || word(key, "kid") == key_id) && (use.empty() || use == "sig") &&
           (meant_for.empty() || meant_for == algorithm);
}

std::optional<Json> object_of(std::string_view base64url_text) {
    const auto text = from_base64url(base64url_text);
    if (!text) return std::nullopt;
    auto json = Json::parse(*text, nullptr, false);
    if (!json.is_object()) return std::nullopt;
    return json;
}

}  // namespace

SignedClaims verify_claims(std::string_view token, std::string_view keys) {
    const auto first = token.find('.'), second = token.find('.', first + 1);
    if (token.size() > token_bytes_max || first == token.npos || second == token.npos) return {};
    const auto header = object_of(token.substr(0, first));
    const auto claims = object_of(token.substr(first + 1, second - first - 1));
    const auto signature = from_base64url(token.substr(second + 1));
    const auto published = Json::parse(keys, nullptr, false);
    if (!header || !claims || !signature || !published.is_object()) return {};
    const std::string algorithm = word(*header, "alg");
    const bool is_known = algorithm == "RS256" || algorithm == "PS256" || algorithm == "ES256";
    if (!is_known || header->contains("crit")) return {};  // RFC 7515, 4.1.11
    SignedClaims verified{ClaimsFault::unknown_key, {}};
    const auto list = published.find("keys");
    if (list == published.end() || !list->is_array()) return verified;
    for (const auto& key : *list) {
        if (!key.is_object() || !is_candidate(key, algorithm, word(*header, "kid"))) continue;
        verified.fault = ClaimsFault::wrong_signature;
        const auto made = algorithm == "ES256" ? ec_key(key) : rsa_key(key);
        if (made && is_signed(made.get(), algorithm, token.substr(0, second), *signature)) {
            return {ClaimsFault::none, claims->dump()};
        }
    }
    return verified;
}

}  // namespace crypto
