#pragma once
// The strict look at a request's raw head, in front of the library's parser: what two programs in
// a row could read differently is refused here. It judges, it does not take the head apart.

#include "platform/http/server.h"

#include <cstddef>
#include <string_view>

namespace http {

struct HeadEnd {
    std::size_t length = 0;  // of the whole head with its empty line; 0: not all of it is there yet
    int refusal = 0;         // a status, if these bytes can never become a head we take
};

// Looks for the end of the head at the front of `bytes`. `scanned` starts at 0 and remembers, from
// call to call with more bytes, how far it looked.
HeadEnd find_head_end(std::string_view bytes, std::size_t& scanned, const Limits& limits);

struct HeadVerdict {
    int refusal = 0;  // a status; 0: the head may be parsed
    bool expects_continue = false;
};

HeadVerdict check_head(std::string_view head, const Limits& limits);

// "/a?b" of "/a?b" and of "http://host/a?b".
std::string_view origin_form(std::string_view target);

}  // namespace http
