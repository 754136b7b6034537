#include "platform/crypto/random.h"

#include "platform/crypto/sodium.h"
#include "platform/crypto/token.h"

#include <sodium.h>

namespace crypto {

std::string random_bytes(std::size_t count) {
    sodium::require();
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::string random_token() {
    return base64url(random_bytes(32));
}

}  // namespace crypto
