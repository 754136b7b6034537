#pragma once
// A QR code as a picture in the page, as libqrencode computes it.

#include "platform/html/html.h"

#include <string_view>

namespace html {

// Throws std::length_error where the text does not fit (about 2,900 bytes).
Html qr_code(std::string_view text, std::string_view label);

}  // namespace html
