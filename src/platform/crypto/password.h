#pragma once
// Password hashes: Argon2id by libsodium, about a tenth of a second of work and 64 MiB of memory.
// Slow by intent: call it on the blocking lane only.

#include <string>
#include <string_view>

namespace crypto {

enum class Effort { full, least };  // `least` is for the demo and for tests, never for people

std::string hash_password(std::string_view password, Effort effort = Effort::full);
bool is_password(std::string_view hash, std::string_view password);
void spend_like_a_check();  // the work of is_password, where there is no such account

}  // namespace crypto
