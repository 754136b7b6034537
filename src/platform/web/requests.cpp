#include "platform/web/requests.h"

#include "platform/http/multipart.h"

#include <string>
#include <utility>

namespace web {

bool is_from_elsewhere(const http::Request& request) {
    const auto site = request.header("Sec-Fetch-Site");
    if (!site.empty()) return site != "same-origin" && site != "none";
    const auto origin = request.header("Origin");
    if (origin.empty()) return false;  // an old browser: the token decides
    const auto host = origin.find("://");
    return host == origin.npos || origin.substr(host + 3) != request.header("Host");
}

http::Response to_page(std::string_view page, const http::Request& request, bool leaves_no_trace) {
    http::Response response;
    response.status = 303;
    std::string target = request.path;
    if (leaves_no_trace) {
        target.resize(target.rfind('/'));
        if (target.empty()) target = "/";
    } else if (!request.query.empty()) {
        (target += '?') += request.query;
    }
    std::string location(page);
    if (target != "/") location += "?next=" + http::percent_encode(target);
    response.with("Location", std::move(location));
    return response;
}

bool is_local_path(std::string_view path) {
    return path.starts_with('/') && !path.starts_with("//") && path.find('\\') == path.npos;
}

// RFC 8058 lets mail servers send either kind of form.
bool is_multipart(const http::Request& request) {
    return http::multipart_boundary(request.header("Content-Type")).has_value();
}

}  // namespace web
