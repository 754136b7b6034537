#include "platform/crypto/one_time_code.h"

#include "platform/crypto/random.h"
#include "platform/crypto/token.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <stdexcept>

namespace crypto {

namespace {

constexpr std::size_t secret_bytes = 20;
constexpr std::int64_t steps_apart_max = 1;

// Letters and digits stay; all else, UTF-8 too, as %XX. Our own, since crypto stands below http.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                              (c >= 'A' && c <= 'Z') || c == '-' || c == '.' || c == '_';
        if (is_plain)
            out += c;
        else
            (out += '%') += hex(std::string_view(reinterpret_cast<const char*>(&byte), 1));
    }
    return out;
}

}  // namespace

std::string new_code_secret() {
    return random_bytes(secret_bytes);
}

std::int64_t code_step_of(base::Instant at) {
    return std::chrono::floor<base::seconds>(at).time_since_epoch() / code_step;
}

// RFC 4226, 5.3: four bytes of the digest, where its last half byte points.
std::string one_time_code(std::string_view secret, std::int64_t step) {
    std::array<unsigned char, 8> counter{};
    for (std::size_t i = 0; i < counter.size(); ++i) {
        counter[i] = static_cast<unsigned char>(static_cast<std::uint64_t>(step) >> (56 - 8 * i));
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
    unsigned int length = 0;
    if (HMAC(EVP_sha1(), secret.data(), static_cast<int>(secret.size()), counter.data(),
             counter.size(), mac.data(), &length) == nullptr) {
        throw std::runtime_error("a code could not be computed");
    }
    const std::size_t at = mac[length - 1] & 0x0fU;
    const std::uint32_t number = (std::uint32_t{mac[at] & 0x7fU} << 24) |
                                 (std::uint32_t{mac[at + 1]} << 16) |
                                 (std::uint32_t{mac[at + 2]} << 8) | std::uint32_t{mac[at + 3]};
    const std::string digits = std::to_string(number % 1'000'000);
    return std::string(code_digits - digits.size(), '0') + digits;
}

std::optional<std::int64_t> step_of_code(std::string_view secret, std::string_view code,
                                         base::Instant now, std::int64_t after) {
    std::string typed;
    for (const char c : code) {
        if (c != ' ') typed += c;
    }
    const std::int64_t present = code_step_of(now);
    std::optional<std::int64_t> found;
    for (std::int64_t step = present - steps_apart_max; step <= present + steps_apart_max; ++step) {
        if (equal(one_time_code(secret, step), typed) && step > after) found = step;
    }
    return found;
}

std::string base32(std::string_view bytes) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string out;
    std::uint32_t held = 0;
    int bits = 0;
    for (const char c : bytes) {
        held = (held << 8) | static_cast<unsigned char>(c);
        for (bits += 8; bits >= 5; bits -= 5) out += letters[(held >> (bits - 5)) & 31U];
    }
    if (bits > 0) out += letters[(held << (5 - bits)) & 31U];
    return out;
}

std::string code_address(std::string_view issuer, std::string_view account,
                         std::string_view secret) {
    return "otpauth://totp/" + escaped(issuer) + ':' + escaped(account) +
           "?secret=" + base32(secret) + "&issuer=" + escaped(issuer);
}

}  // namespace crypto
