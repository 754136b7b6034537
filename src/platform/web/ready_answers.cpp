#include "platform/web/ready_answers.h"

#include <span>

namespace web {

http::Response text_response(int status, std::string type, std::string body) {
    http::Response response;
    response.status = status;
    response.body = std::move(body);
    response.with("Content-Type", std::move(type));
    response.with("Cache-Control", "no-store");
    return response;
}

http::Response asset_response(const assets::Asset& asset, std::string_view accepts) {
    const auto bytes = [](std::span<const unsigned char> span) {
        return std::string_view(reinterpret_cast<const char*>(span.data()), span.size());
    };
    http::Response response;
    response.may_compress = false;
    response.static_body = bytes(asset.plain);
    if (!asset.brotli.empty() && accepts.find("br") != accepts.npos) {
        response.static_body = bytes(asset.brotli);
        response.with("Content-Encoding", "br");
    } else if (!asset.gzip.empty() && accepts.find("gzip") != accepts.npos) {
        response.static_body = bytes(asset.gzip);
        response.with("Content-Encoding", "gzip");
    }
    response.with("Vary", "Accept-Encoding");
    response.with("Content-Type", std::string(asset.type));
    response.with("ETag", std::string(asset.etag));
    response.with("Cache-Control", "public, max-age=31536000, immutable");
    return response;
}

}  // namespace web
