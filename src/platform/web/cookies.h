#pragma once
// The names and attributes of our cookies, in one place. Over TLS they carry the __Host- prefix,
// which ties them to this host and to TLS.

#include "platform/http/message.h"

#include <string>
#include <string_view>

namespace web {

std::string session_cookie(std::string_view token, bool secure);  // an empty token removes it
std::string visitor_cookie(std::string_view secret, bool secure);
std::string flash_cookie(std::string_view sentence, bool secure);  // shown once, on the next page

std::string_view session_token(const http::Request& request);
std::string_view visitor_secret(const http::Request& request);
std::string flash(const http::Request& request);

}  // namespace web
