#pragma once
// Boxes that anybody can close for somebody and only they can open (libsodium's sealed boxes:
// X25519, XSalsa20-Poly1305). Who closed one, nothing says.

#include <optional>
#include <string>
#include <string_view>

namespace crypto {

// 32 raw bytes each. The secret half is wiped when the pair goes.
class KeyPair {
public:
    // The same pair for the same secret, purpose by purpose.
    KeyPair(std::string_view secret, std::string_view purpose);
    ~KeyPair();
    KeyPair(const KeyPair&) = delete;

    const std::string& public_key() const { return public_key_; }
    std::optional<std::string> open(std::string_view box) const;

private:
    std::string public_key_, secret_key_;
};

std::string close_box(std::string_view public_key, std::string_view text);  // 48 bytes longer
std::string exclusive_or(std::string_view left, std::string_view right);    // of the same length
void wipe(std::string& secret);

}  // namespace crypto
