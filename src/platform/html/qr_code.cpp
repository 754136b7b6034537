#include "platform/html/qr_code.h"

#include "platform/html/tags.h"

#include <qrencode.h>

#include <memory>
#include <stdexcept>
#include <string>

namespace html {

namespace {

constexpr Element path_element{"path"};
constexpr int quiet_modules = 4;  // ISO/IEC 18004: clear space around it

struct Freed {
    void operator()(QRcode* one) const { QRcode_free(one); }
};

}  // namespace

Html qr_code(std::string_view text, std::string_view label) {
    const std::unique_ptr<QRcode, Freed> code(
        QRcode_encodeString8bit(std::string(text).c_str(), 0, QR_ECLEVEL_M));
    if (!code) throw std::length_error("too much for a QR code");
    std::string path;
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            if ((code->data[y * code->width + x] & 1U) == 0) continue;
            path += "M" + std::to_string(x + quiet_modules) + " " +
                    std::to_string(y + quiet_modules) + "h1v1h-1z";
        }
    }
    const std::string side = std::to_string(code->width + 2 * quiet_modules);
    return svg(cls("qr"), attr("viewBox", "0 0 " + side + " " + side), attr("role", "img"),
               attr("aria-label", label), path_element(attr("d", path)));
}

}  // namespace html
