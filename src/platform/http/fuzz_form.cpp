// Forms, queries and cookies: what is read of them is UTF-8 and within bounds.

#include "platform/base/text.h"
#include "platform/http/message.h"

#include <cstdlib>

namespace {

void check(const http::Fields& fields) {
    if (fields.all().size() > 2'000) std::abort();
    for (const auto& [name, value] : fields.all())
        if (!base::is_utf8(name) || !base::is_utf8(value)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    http::Request request;
    request.body.assign(reinterpret_cast<const char*>(data), size);
    request.query = request.body;
    check(request.query_fields());
    if (const auto form = request.form_fields()) check(*form);
    request.headers.push_back({"Cookie", request.body});
    (void)request.cookie("session");
    (void)request.cookie(std::string_view(request.body).substr(0, 1));
    return 0;
}
