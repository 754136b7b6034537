#pragma once
// Asking another server over HTTP, as libcurl does it. Waits for the answer: for the lanes where
// nobody waits behind it. Encrypted, unless the other is this machine; follows no redirects.

#include <functional>
#include <string>
#include <string_view>

namespace http {

struct FetchRequest {
    std::string url;
    std::string form = {};    // a body of application/x-www-form-urlencoded: then it is a POST
    std::string bearer = {};  // "Authorization: Bearer …"
    std::string user = {}, password = {};  // "Authorization: Basic …"
};

struct Fetched {
    int status = 0;  // 0: there was no answer, and `trouble` says why
    std::string body = {};
    std::string trouble = {};
};

using Fetch = std::function<Fetched(const FetchRequest&)>;  // of tests, too

Fetched fetch(const FetchRequest& request);

}  // namespace http
