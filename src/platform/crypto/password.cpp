#include "platform/crypto/password.h"

#include "platform/crypto/sodium.h"

#include <sodium.h>

#include <array>
#include <cstddef>
#include <new>

namespace crypto {

namespace {

struct Work {
    unsigned long long passes;
    std::size_t memory_bytes;
};

constexpr Work full_work = {.passes = 3, .memory_bytes = std::size_t{64} << 20};
constexpr Work least_work = {.passes = crypto_pwhash_argon2id_OPSLIMIT_MIN,
                             .memory_bytes = crypto_pwhash_argon2id_MEMLIMIT_MIN};

// The hash of 32 random bytes that nobody kept, made with full_work: checking against it costs what
// checking a person's password costs.
constexpr const char* nobodys_hash =
    "$argon2id$v=19$m=65536,t=3,p=1$KYO22o97boer2K77qwfrIw"
    "$ZNS0xKa0FxbKKCUJiBTssqTq17FXMfUD3P5vRE8DexM";

}  // namespace

std::string hash_password(std::string_view password, Effort effort) {
    sodium::require();
    const Work work = effort == Effort::full ? full_work : least_work;
    std::array<char, crypto_pwhash_argon2id_STRBYTES> hash{};
    // It fails for want of memory alone.
    if (crypto_pwhash_argon2id_str(hash.data(), password.data(), password.size(), work.passes,
                                   work.memory_bytes) != 0) {
        throw std::bad_alloc();
    }
    return hash.data();
}

bool is_password(std::string_view hash, std::string_view password) {
    sodium::require();
    return crypto_pwhash_argon2id_str_verify(std::string(hash).c_str(), password.data(),
                                             password.size()) == 0;
}

void spend_like_a_check() {
    is_password(nobodys_hash, "");
}

}  // namespace crypto
