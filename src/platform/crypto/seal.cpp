#include "platform/crypto/seal.h"

#include "platform/crypto/random.h"
#include "platform/crypto/sodium.h"
#include "platform/crypto/token.h"

#include <sodium.h>

namespace crypto {

namespace {

// Sealed: nonce, then the encrypted text, then its proof; all in base64url.
constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t proof_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

// One key of the right length, which no other use of the same secret has.
std::string sealing_key(std::string_view key) {
    static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == 32);
    return keyed_digest(key, "moothall seal");
}

}  // namespace

std::string seal(std::string_view key, std::string_view purpose, std::string_view text) {
    std::string sealed = random_bytes(nonce_bytes);
    sealed.resize(nonce_bytes + text.size() + proof_bytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        sodium::bytes(sealed.data()) + nonce_bytes, nullptr, sodium::bytes(text), text.size(),
        sodium::bytes(purpose), purpose.size(), nullptr, sodium::bytes(sealed.data()),
        sodium::bytes(std::string_view(sealing_key(key))));
    return base64url(sealed);
}

std::optional<std::string> open(std::string_view key, std::string_view purpose,
                                std::string_view sealed) {
    const std::optional<std::string> bytes = from_base64url(sealed);
    if (!bytes || bytes->size() < nonce_bytes + proof_bytes) return std::nullopt;
    std::string text(bytes->size() - nonce_bytes - proof_bytes, '\0');
    const std::string_view box = std::string_view(*bytes).substr(nonce_bytes);
    const int refused = crypto_aead_xchacha20poly1305_ietf_decrypt(
        sodium::bytes(text.data()), nullptr, nullptr, sodium::bytes(box), box.size(),
        sodium::bytes(purpose), purpose.size(), sodium::bytes(*bytes),
        sodium::bytes(std::string_view(sealing_key(key))));
    if (refused != 0) return std::nullopt;
    return text;
}

}  // namespace crypto
