#pragma once
// What a request tells by its heads, and the way aside from it and back.

#include "platform/http/message.h"

#include <string_view>

namespace web {

// A browser says where a form comes from; where it says so, it must come from us.
bool is_from_elsewhere(const http::Request& request);
bool is_multipart(const http::Request& request);
bool is_local_path(std::string_view path);

// To where one shows who one is, or meets what is asked, and back to what was asked for.
// Of what leaves no trace only the page above it is named: the way back goes into a letter.
http::Response to_page(std::string_view page, const http::Request& request, bool leaves_no_trace);

}  // namespace web
