#include "tests/support/authenticator.h"

#include "platform/base/json.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/sha.h>

#include <stdexcept>

namespace testing_site {

namespace {

std::string sha256(std::string_view text) {
    std::string hash(SHA256_DIGEST_LENGTH, '\0');
    SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(),
           reinterpret_cast<unsigned char*>(hash.data()));
    return hash;
}

void require(bool done) {
    if (!done) throw std::runtime_error("the device is broken");
}

}  // namespace

struct Authenticator::Key {
    EVP_PKEY* pair = EVP_EC_gen("P-256");
    ~Key() { EVP_PKEY_free(pair); }

    std::string coordinate(const char* which) const {
        BIGNUM* number = nullptr;
        require(EVP_PKEY_get_bn_param(pair, which, &number) == 1);
        std::string bytes(32, '\0');
        BN_bn2binpad(number, reinterpret_cast<unsigned char*>(bytes.data()), 32);
        BN_free(number);
        return bytes;
    }

    std::string signature(const std::string& of) const {
        EVP_MD_CTX* context = EVP_MD_CTX_new();
        const auto* bytes = reinterpret_cast<const unsigned char*>(of.data());
        std::size_t length = 0;
        require(EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, pair) == 1);
        require(EVP_DigestSign(context, nullptr, &length, bytes, of.size()) == 1);
        std::string made(length, '\0');
        require(EVP_DigestSign(context, reinterpret_cast<unsigned char*>(made.data()), &length,
                               bytes, of.size()) == 1);
        made.resize(length);
        EVP_MD_CTX_free(context);
        return made;
    }
};

Authenticator::Authenticator(crypto::RelyingParty its_party)
    : party(std::move(its_party)), key_(std::make_unique<Key>()) {}
Authenticator::~Authenticator() = default;

std::string Authenticator::client_data(crypto::Ceremony ceremony,
                                       const std::string& challenge) const {
    const base::Json json = {
        {"type", ceremony == crypto::Ceremony::create ? "webauthn.create" : "webauthn.get"},
        {"challenge", challenge},
        {"origin", party.origin},
        {"crossOrigin", false}};
    return json.dump();
}

std::string Authenticator::beginning(unsigned char more_flags) const {
    std::string data = sha256(party.id);
    data += static_cast<char>((is_present ? 1 : 0) | (verifies_user ? 4 : 0) | more_flags);
    for (int shift = 24; shift >= 0; shift -= 8) data += static_cast<char>(count >> shift);
    return data;
}

// Attested credential data with a COSE key of P-256 (RFC 8152, 13.1.1).
std::string Authenticator::new_credential() const {
    std::string data = beginning(0x40) + std::string(16, '\0');
    data += static_cast<char>(credential_id.size() >> 8);
    data += static_cast<char>(credential_id.size());
    data += credential_id;
    data += std::string("\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20", 10);
    data += key_->coordinate(OSSL_PKEY_PARAM_EC_PUB_X);
    data += std::string("\x22\x58\x20", 3) + key_->coordinate(OSSL_PKEY_PARAM_EC_PUB_Y);
    return data;
}

crypto::Assertion Authenticator::sign(const std::string& challenge) {
    ++count;
    crypto::Assertion made{.client_data = client_data(crypto::Ceremony::get, challenge),
                           .authenticator_data = beginning(0)};
    made.signature = key_->signature(made.authenticator_data + sha256(made.client_data));
    return made;
}

}  // namespace testing_site
