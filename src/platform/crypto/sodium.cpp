#include "platform/crypto/sodium.h"

#include <sodium.h>

#include <stdexcept>

namespace crypto::sodium {

void require() {
    static const int ready = sodium_init();  // 0: made ready, 1: was so already
    if (ready < 0) throw std::runtime_error("libsodium could not be made ready");
}

}  // namespace crypto::sodium
