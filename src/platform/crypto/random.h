#pragma once
// Unguessable bytes from the operating system, as libsodium hands them out.

#include <cstddef>
#include <string>

namespace crypto {

std::string random_bytes(std::size_t count);
std::string random_token();  // 256 bits, base64url, 43 characters

}  // namespace crypto
