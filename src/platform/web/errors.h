#pragma once
// The pages that say what went wrong and what to do next. They need neither database nor actor, and
// they give back what was typed.

#include "platform/http/message.h"
#include "platform/web/page.h"

#include <string>
#include <string_view>

namespace web {

http::Response error_page(int status, const PlainShell& shell);

// A form that could not be taken: the fields come back, visible and ready to be sent again.
// `why` is one sentence, `token` a fresh form token (empty where nobody is signed in).
struct Resend {
    int status = 403;
    std::string_view title;
    std::string_view why;
    std::string_view path;
    std::string_view token;
    bool offer_sign_in = false;
    std::string asking = {};  // where to meet what is asked first; empty: nothing is
};
http::Response resend_page(const Resend& resend, const http::Fields& fields,
                           const PlainShell& shell);

// Whether there is anything in it that a person would miss.
bool has_typed(const http::Fields& fields);

// For the server, before a request is one of ours.
http::Response bare_error(int status, const Signposts& signposts);

// Headers that every answer carries.
void add_safety_headers(http::Response& response, bool secure);

}  // namespace web
