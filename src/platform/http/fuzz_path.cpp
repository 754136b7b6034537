// Percent coding and paths: decoding undoes encoding, and a path that passes keeps its promises.

#include "platform/base/text.h"
#include "platform/http/message.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    if (http::percent_decode(http::percent_encode(text), true) != text) std::abort();
    (void)http::percent_decode(text, true);
    const auto path = http::decode_path(text);
    if (!path) return 0;
    const std::string closed = *path + "/";
    const bool is_good = path->starts_with('/') && base::is_utf8(*path) &&
                         !closed.contains("/../") && !closed.contains("/./") &&
                         !path->contains('\\') && !path->contains('\n');
    if (!is_good) std::abort();
    return 0;
}
