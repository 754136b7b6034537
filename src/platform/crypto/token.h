#pragma once
// Opaque tokens: what the person holds is never what the database holds.

#include <optional>
#include <string>
#include <string_view>

namespace crypto {

std::string digest(std::string_view text);                    // BLAKE2b-256, 32 raw bytes
std::string sha256(std::string_view text);  // 32 raw bytes, where a standard asks for it
// 32 raw bytes of RFC 2104, where a standard asks for it.
std::string hmac_sha256(std::string_view key, std::string_view text);
// 32 raw bytes; throws std::invalid_argument if the key is empty, as all here that take a secret.
std::string keyed_digest(std::string_view key, std::string_view text);
bool equal(std::string_view left, std::string_view right);    // in time that tells nothing

std::string base64url(std::string_view bytes);                // without padding
std::optional<std::string> from_base64url(std::string_view text);  // strict: one form a value
std::string hex(std::string_view bytes);

// A form token: bound to one session's secret, with fresh salt so that no two pages carry the same
// bytes (a compressed page leaks what repeats).
std::string form_token(std::string_view session_secret);
bool is_form_token(std::string_view session_secret, std::string_view token);

}  // namespace crypto
