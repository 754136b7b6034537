#pragma once
// Codes of six digits that an authenticator app shows for half a minute each (TOTP, RFC 6238, with
// HMAC-SHA-1 as all such apps have it).

#include "platform/base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crypto {

inline constexpr auto code_step = base::seconds(30);
inline constexpr std::size_t code_digits = 6;

std::string new_code_secret();  // 160 random bits
std::int64_t code_step_of(base::Instant at);
std::string one_time_code(std::string_view secret, std::int64_t step);

// The step that this code belongs to: the present one or a neighbour (clocks differ), and later
// than `after`, so that a code counts once. Nothing if there is none. Spaces do not matter.
std::optional<std::int64_t> step_of_code(std::string_view secret, std::string_view code,
                                         base::Instant now, std::int64_t after);

std::string base32(std::string_view bytes);  // RFC 4648, without padding

// What an app reads from the picture: otpauth://totp/…
std::string code_address(std::string_view issuer, std::string_view account,
                         std::string_view secret);

}  // namespace crypto
