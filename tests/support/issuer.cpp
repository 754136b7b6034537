#include "tests/support/issuer.h"

#include "platform/base/json.h"
#include "platform/crypto/token.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <stdexcept>

namespace testing_site {

namespace {

void require(bool done) {
    if (!done) throw std::runtime_error("the issuer is broken");
}

std::string bytes_of(const BIGNUM* number, int length) {
    std::string bytes(static_cast<std::size_t>(length), '\0');
    BN_bn2binpad(number, reinterpret_cast<unsigned char*>(bytes.data()), length);
    return bytes;
}

}  // namespace

struct Issuer::Key {
    Algorithm algorithm;
    std::string id;
    EVP_PKEY* pair;
    ~Key() { EVP_PKEY_free(pair); }

    std::string part(const char* name, int length = 0) const {
        BIGNUM* number = nullptr;
        require(EVP_PKEY_get_bn_param(pair, name, &number) == 1);
        const auto bytes = bytes_of(number, length > 0 ? length : BN_num_bytes(number));
        BN_free(number);
        return crypto::base64url(bytes);
    }

    std::string name() const {
        return algorithm == Algorithm::rs256   ? "RS256"
               : algorithm == Algorithm::ps256 ? "PS256"
                                               : "ES256";
    }

    std::string signature(const std::string& of) const {
        EVP_MD_CTX* context = EVP_MD_CTX_new();
        EVP_PKEY_CTX* options = nullptr;
        const auto* bytes = reinterpret_cast<const unsigned char*>(of.data());
        require(EVP_DigestSignInit(context, &options, EVP_sha256(), nullptr, pair) == 1);
        if (algorithm == Algorithm::ps256) {
            EVP_PKEY_CTX_set_rsa_padding(options, RSA_PKCS1_PSS_PADDING);
            EVP_PKEY_CTX_set_rsa_pss_saltlen(options, RSA_PSS_SALTLEN_DIGEST);
        }
        std::size_t length = 0;
        require(EVP_DigestSign(context, nullptr, &length, bytes, of.size()) == 1);
        std::string made(length, '\0');
        require(EVP_DigestSign(context, reinterpret_cast<unsigned char*>(made.data()), &length,
                               bytes, of.size()) == 1);
        made.resize(length);
        EVP_MD_CTX_free(context);
        if (algorithm != Algorithm::es256) return made;
        const auto* der = reinterpret_cast<const unsigned char*>(made.data());
        ECDSA_SIG* pair_of = d2i_ECDSA_SIG(nullptr, &der, static_cast<long>(made.size()));
        const auto flat = bytes_of(ECDSA_SIG_get0_r(pair_of), 32) +
                          bytes_of(ECDSA_SIG_get0_s(pair_of), 32);
        ECDSA_SIG_free(pair_of);
        return flat;
    }
};

Issuer::Issuer(Algorithm algorithm, std::string key_id, int rsa_bits) {
    EVP_PKEY* pair = algorithm == Algorithm::es256
                         ? EVP_EC_gen("P-256")
                         : EVP_RSA_gen(static_cast<unsigned int>(rsa_bits));
    require(pair != nullptr);
    key_.reset(new Key{algorithm, std::move(key_id), pair});
}
Issuer::~Issuer() = default;

std::string Issuer::key() const {
    base::Json json = {{"use", "sig"}, {"kid", key_->id}, {"alg", key_->name()}};
    if (key_->algorithm == Algorithm::es256) {
        json.update({{"kty", "EC"},
                     {"crv", "P-256"},
                     {"x", key_->part(OSSL_PKEY_PARAM_EC_PUB_X, 32)},
                     {"y", key_->part(OSSL_PKEY_PARAM_EC_PUB_Y, 32)}});
    } else {
        json.update({{"kty", "RSA"},
                     {"n", key_->part(OSSL_PKEY_PARAM_RSA_N)},
                     {"e", key_->part(OSSL_PKEY_PARAM_RSA_E)}});
    }
    return json.dump();
}

std::string Issuer::key_set(const std::vector<const Issuer*>& issuers) {
    auto keys = base::Json::array();
    for (const auto* issuer : issuers) keys.push_back(base::Json::parse(issuer->key()));
    return base::Json{{"keys", keys}}.dump();
}

std::string Issuer::header() const {
    return base::Json{{"alg", key_->name()}, {"kid", key_->id}}.dump();
}

std::string Issuer::token(const std::string& claims) const {
    return token_with(header(), claims);
}

std::string Issuer::token_with(const std::string& header, const std::string& claims) const {
    const std::string text = crypto::base64url(header) + '.' + crypto::base64url(claims);
    return text + '.' + crypto::base64url(key_->signature(text));
}

}  // namespace testing_site
