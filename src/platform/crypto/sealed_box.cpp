#include "platform/crypto/sealed_box.h"

#include "platform/crypto/sodium.h"
#include "platform/crypto/token.h"

#include <cassert>
#include <sodium.h>
#include <stdexcept>

namespace crypto {

KeyPair::KeyPair(std::string_view secret, std::string_view purpose)
    : public_key_(crypto_box_PUBLICKEYBYTES, '\0'), secret_key_(crypto_box_SECRETKEYBYTES, '\0') {
    static_assert(crypto_box_SEEDBYTES == 32);
    sodium::require();
    std::string seed = keyed_digest(secret, purpose);
    crypto_box_seed_keypair(sodium::bytes(public_key_.data()), sodium::bytes(secret_key_.data()),
                            sodium::bytes(std::string_view(seed)));
    wipe(seed);
}

KeyPair::~KeyPair() {
    wipe(secret_key_);
}

std::optional<std::string> KeyPair::open(std::string_view box) const {
    if (box.size() < crypto_box_SEALBYTES) return std::nullopt;
    std::string text(box.size() - crypto_box_SEALBYTES, '\0');
    const int refused = crypto_box_seal_open(sodium::bytes(text.data()), sodium::bytes(box),
                                             box.size(), sodium::bytes(public_key_),
                                             sodium::bytes(std::string_view(secret_key_)));
    if (refused != 0) return std::nullopt;
    return text;
}

std::string close_box(std::string_view public_key, std::string_view text) {
    assert(public_key.size() == crypto_box_PUBLICKEYBYTES);
    sodium::require();
    std::string box(text.size() + crypto_box_SEALBYTES, '\0');
    const int refused = crypto_box_seal(sodium::bytes(box.data()), sodium::bytes(text), text.size(),
                                        sodium::bytes(public_key));
    if (refused != 0) throw std::runtime_error("a box could not be closed");
    return box;
}

std::string exclusive_or(std::string_view left, std::string_view right) {
    assert(left.size() == right.size());
    std::string both(left);
    for (std::size_t at = 0; at < both.size(); ++at) {
        both[at] = static_cast<char>(both[at] ^ right[at]);
    }
    return both;
}

void wipe(std::string& secret) {
    sodium_memzero(secret.data(), secret.size());
    secret.clear();
}

}  // namespace crypto
