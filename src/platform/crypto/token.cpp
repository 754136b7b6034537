#include "platform/crypto/token.h"

#include "platform/crypto/random.h"
#include "platform/crypto/sodium.h"

#include <sodium.h>

#include <stdexcept>

namespace crypto {

namespace {

constexpr std::size_t digest_bytes = 32;
constexpr std::size_t salt_bytes = 16;
constexpr std::size_t token_bytes = salt_bytes + digest_bytes;

std::string hashed(std::string_view key, std::string_view text) {
    sodium::require();
    std::string made(digest_bytes, '\0');
    crypto_generichash(sodium::bytes(made.data()), made.size(), sodium::bytes(text), text.size(),
                       key.empty() ? nullptr : sodium::bytes(key), key.size());
    return made;
}

std::string form_proof(std::string_view session_secret, std::string_view salt) {
    return keyed_digest(session_secret, std::string("form ").append(salt));
}

}  // namespace

std::string digest(std::string_view text) {
    return hashed({}, text);
}

std::string sha256(std::string_view text) {
    sodium::require();
    std::string made(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(sodium::bytes(made.data()), sodium::bytes(text), text.size());
    return made;
}

std::string hmac_sha256(std::string_view key, std::string_view text) {
    if (key.empty()) throw std::invalid_argument("a key must not be empty");
    sodium::require();
    std::string made(crypto_auth_hmacsha256_BYTES, '\0');
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, sodium::bytes(key), key.size());
    crypto_auth_hmacsha256_update(&state, sodium::bytes(text), text.size());
    crypto_auth_hmacsha256_final(&state, sodium::bytes(made.data()));
    return made;
}

std::string keyed_digest(std::string_view key, std::string_view text) {
    // Without a key BLAKE2b is `digest`, which anybody can make; over 64 bytes it takes none.
    if (key.empty()) throw std::invalid_argument("a key must not be empty");
    if (key.size() > crypto_generichash_KEYBYTES_MAX) return hashed(digest(key), text);
    return hashed(key, text);
}

bool equal(std::string_view left, std::string_view right) {
    if (left.size() != right.size()) return false;  // lengths are no secret
    return sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

std::string base64url(std::string_view bytes) {
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), sodium::bytes(bytes), bytes.size(), variant);
    text.pop_back();  // its closing NUL
    return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
    std::string bytes(text.size() / 4 * 3 + 3, '\0');
    std::size_t size = 0;
    if (sodium_base642bin(sodium::bytes(bytes.data()), bytes.size(), text.data(), text.size(),
                          nullptr, &size, nullptr,
                          sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0) {
        return std::nullopt;
    }
    bytes.resize(size);
    return bytes;
}

std::string hex(std::string_view bytes) {
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), sodium::bytes(bytes), bytes.size());
    text.pop_back();
    return text;
}

std::string form_token(std::string_view session_secret) {
    const std::string salt = random_bytes(salt_bytes);
    return base64url(salt + form_proof(session_secret, salt));
}

bool is_form_token(std::string_view session_secret, std::string_view token) {
    if (session_secret.empty()) return false;  // no session, no form of it
    const std::optional<std::string> bytes = from_base64url(token);
    if (!bytes || bytes->size() != token_bytes) return false;
    const std::string_view salt = std::string_view(*bytes).substr(0, salt_bytes);
    const std::string_view proof = std::string_view(*bytes).substr(salt_bytes);
    return equal(form_proof(session_secret, salt), proof);
}

}  // namespace crypto
