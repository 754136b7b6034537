// Multipart bodies: whatever comes, what is read lies within the body and within the limits. The
// first line of the input is the boundary.

#include "platform/base/text.h"
#include "platform/http/multipart.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view all(reinterpret_cast<const char*>(data), size);
    const auto line = all.substr(0, all.find('\n'));
    const auto boundary = http::multipart_boundary(line);
    const std::string_view body = all.substr(std::min(all.size(), line.size() + 1));
    const auto form = http::parse_multipart(body, boundary.value_or("b"), {});
    if (!form) return 0;
    for (const auto& [name, value] : form->fields.all())
        if (name.empty() || !base::is_utf8(name) || !base::is_utf8(value)) std::abort();
    for (const auto& upload : form->uploads) {
        if (upload.filename.empty() || upload.filename.contains('/')) std::abort();
        const bool is_inside = upload.bytes.data() >= body.data() &&
                               upload.bytes.data() + upload.bytes.size() <=
                                   body.data() + body.size();
        if (!is_inside) std::abort();
    }
    return 0;
}
