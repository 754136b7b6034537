#include "platform/crypto/passkey.h"

#include "platform/base/json.h"
#include "platform/crypto/token.h"

#include <fido.h>
#include <fido/eddsa.h>
#include <fido/es256.h>
#include <fido/rs256.h>

#include <memory>
#include <stdexcept>

namespace crypto {

namespace {

constexpr std::size_t data_bytes_max = 4096;
constexpr std::size_t credential_bytes_max = 1023;  // WebAuthn level 2, 5.8.3
constexpr std::size_t party_hash_bytes = 32;        // with which authenticator data begins
constexpr unsigned char user_present = 0x01, user_verified = 0x04, backed_up = 0x10;

struct Freed {
    void operator()(fido_cred_t* one) const { fido_cred_free(&one); }
    void operator()(fido_assert_t* one) const { fido_assert_free(&one); }
    void operator()(es256_pk_t* one) const { es256_pk_free(&one); }
    void operator()(eddsa_pk_t* one) const { eddsa_pk_free(&one); }
    void operator()(rs256_pk_t* one) const { rs256_pk_free(&one); }
};

void require_ready() {
    static const bool is_ready = (fido_init(0), true);
    (void)is_ready;
}

const unsigned char* bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string text(const unsigned char* from, std::size_t length) {
    return {reinterpret_cast<const char*>(from), length};
}

// Keys that libfido2 takes apart into a type of their own, handed on as what verifies.
template <class Key>
bool is_signed(const fido_assert_t* assertion, int algorithm, Key* made,
               int (*read)(Key*, const void*, std::size_t), std::string_view public_key) {
    const std::unique_ptr<Key, Freed> key(made);
    return key && read(key.get(), public_key.data(), public_key.size()) == FIDO_OK &&
           fido_assert_verify(assertion, 0, algorithm, key.get()) == FIDO_OK;
}

bool is_signed_by(const fido_assert_t* assertion, const Passkey& key) {
    switch (key.algorithm) {
        case COSE_ES256:
            return is_signed(assertion, COSE_ES256, es256_pk_new(), es256_pk_from_ptr,
                             key.public_key);
        case COSE_EDDSA:
            return is_signed(assertion, COSE_EDDSA, eddsa_pk_new(), eddsa_pk_from_ptr,
                             key.public_key);
        case COSE_RS256:
            return is_signed(assertion, COSE_RS256, rs256_pk_new(), rs256_pk_from_ptr,
                             key.public_key);
        default: return false;
    }
}

}  // namespace

RelyingParty relying_party(std::string_view base_url) {
    const auto scheme_end = base_url.find("://");
    if (scheme_end == base_url.npos) return {};
    const auto host_from = scheme_end + 3;
    const auto host_and_port = base_url.substr(host_from,
                                               base_url.find('/', host_from) - host_from);
    return {.id = std::string(host_and_port.substr(0, host_and_port.find(':'))),
            .origin = std::string(base_url.substr(0, host_from + host_and_port.size()))};
}

std::optional<std::string> challenge_of(std::string_view client_data, Ceremony ceremony,
                                        const RelyingParty& party) {
    if (client_data.size() > data_bytes_max) return std::nullopt;
    const auto json = base::Json::parse(client_data, nullptr, false);
    if (!json.is_object()) return std::nullopt;
    const auto field = [&](const char* name) {
        const auto found = json.find(name);
        return found != json.end() && found->is_string() ? found->get<std::string>()
                                                         : std::string();
    };
    const auto crossed = json.find("crossOrigin");
    const bool is_framed = crossed != json.end() && *crossed != false;
    const auto* type = ceremony == Ceremony::create ? "webauthn.create" : "webauthn.get";
    if (field("type") != type || field("origin") != party.origin || is_framed) return std::nullopt;
    return field("challenge");
}

std::optional<Passkey> read_new_passkey(std::string_view authenticator_data, std::int64_t algorithm,
                                        const RelyingParty& party) {
    require_ready();
    if (authenticator_data.size() > data_bytes_max ||
        authenticator_data.substr(0, party_hash_bytes) != sha256(party.id)) {
        return std::nullopt;
    }
    const std::unique_ptr<fido_cred_t, Freed> credential(fido_cred_new());
    if (!credential) throw std::bad_alloc();
    if (fido_cred_set_type(credential.get(), static_cast<int>(algorithm)) != FIDO_OK ||
        fido_cred_set_authdata_raw(credential.get(), bytes(authenticator_data),
                                   authenticator_data.size()) != FIDO_OK) {
        return std::nullopt;
    }
    const unsigned char flags = fido_cred_flags(credential.get());
    const std::size_t id_bytes = fido_cred_id_len(credential.get());
    const bool is_verified = (flags & user_present) != 0 && (flags & user_verified) != 0;
    if (!is_verified || id_bytes == 0 || id_bytes > credential_bytes_max ||
        fido_cred_pubkey_len(credential.get()) == 0) {
        return std::nullopt;
    }
    return Passkey{.credential_id = text(fido_cred_id_ptr(credential.get()), id_bytes),
                   .algorithm = algorithm,
                   .public_key = text(fido_cred_pubkey_ptr(credential.get()),
                                      fido_cred_pubkey_len(credential.get())),
                   .sign_count = fido_cred_sigcount(credential.get()),
                   .is_synced = (flags & backed_up) != 0};
}

std::optional<std::uint32_t> verify_assertion(const Passkey& key, const Assertion& assertion,
                                              const RelyingParty& party) {
    require_ready();
    if (assertion.authenticator_data.size() > data_bytes_max ||
        assertion.signature.size() > data_bytes_max) {
        return std::nullopt;
    }
    const std::unique_ptr<fido_assert_t, Freed> held(fido_assert_new());
    if (!held) throw std::bad_alloc();
    auto* one = held.get();
    const bool is_taken = fido_assert_set_clientdata(one, bytes(assertion.client_data),
                                                     assertion.client_data.size()) == FIDO_OK &&
                          fido_assert_set_rp(one, party.id.c_str()) == FIDO_OK &&
                          fido_assert_set_up(one, FIDO_OPT_TRUE) == FIDO_OK &&
                          fido_assert_set_uv(one, FIDO_OPT_TRUE) == FIDO_OK &&
                          fido_assert_set_count(one, 1) == FIDO_OK &&
                          fido_assert_set_authdata_raw(one, 0, bytes(assertion.authenticator_data),
                                                       assertion.authenticator_data.size()) ==
                              FIDO_OK &&
                          fido_assert_set_sig(one, 0, bytes(assertion.signature),
                                              assertion.signature.size()) == FIDO_OK;
    if (!is_taken || !is_signed_by(one, key)) return std::nullopt;
    return fido_assert_sigcount(one, 0);
}

}  // namespace crypto
