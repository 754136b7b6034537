// The other fields that strangers write: encodings, dates, tags and the hops of proxies.

#include "platform/http/proxies.h"
#include "platform/http/writer.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    static const http::TrustedProxies proxies({"10.0.0.0/8"});
    const std::string text(reinterpret_cast<const char*>(data), size);
    (void)http::preferred_encoding(text);
    (void)http::is_compressible(text);
    if (const auto at = http::read_http_date(text)) (void)http::http_date(*at);
    http::Request request;
    request.peer = "10.0.0.1";
    request.headers = {{"X-Forwarded-For", text}, {"X-Forwarded-Proto", text}};
    proxies.apply(request);
    if (!http::read_address(request.peer)) std::abort();
    http::Response response;
    response.with("ETag", "\"1\"").with("X", text).with(text, "1");
    http::shape(response, {.if_none_match = text, .if_modified_since = text});
    std::string head;
    http::write_head(head, response, {.date = "now"});
    if (head.find("\r\n\r\n") != head.size() - 4) std::abort();
    return 0;
}
