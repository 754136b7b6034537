#pragma once
// Sealed values: text that travels through browsers unread and unchanged (XChaCha20-Poly1305). A
// seal says nothing of time: what must expire carries its own moment inside.

#include <optional>
#include <string>
#include <string_view>

namespace crypto {

// The key may have any length (256 random bits are right). The purpose ("sign-in link") is bound to
// the value: what was sealed for one is not opened for another. The result is base64url; two seals
// of one text differ; its length tells the text's.
std::string seal(std::string_view key, std::string_view purpose, std::string_view text);

// Nothing if the key or the purpose is another, or a single bit was changed.
std::optional<std::string> open(std::string_view key, std::string_view purpose,
                                std::string_view sealed);

}  // namespace crypto
