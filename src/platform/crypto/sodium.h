#pragma once
// Libsodium made ready and the forms in which it takes text. For the sources of this room alone.

#include <cstddef>
#include <string_view>

namespace crypto::sodium {

// Must have been called before any other call to libsodium; costs nothing after the first time.
void require();

inline const unsigned char* bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

inline unsigned char* bytes(char* text) {
    return reinterpret_cast<unsigned char*>(text);
}

}  // namespace crypto::sodium
