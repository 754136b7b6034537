#pragma once
// What a response becomes for the client that asked: 304 where it has the page, compressed where it
// can read that, and the bytes of its head. It sends nothing.

#include "platform/http/compress.h"
#include "platform/http/message.h"

#include <cstdint>
#include <ctime>
#include <optional>
#include <string>
#include <string_view>

namespace http {

// What the head of a request says about the answer its client can use.
struct Wishes {
    Method method = Method::get;
    Encoding encoding = Encoding::none;
    std::string if_none_match = {};
    std::string if_modified_since = {};
};

Wishes wishes_of(const Request& request);

// Makes the response what the client wished for: may turn it to 304, may compress it. Safe for
// concurrent use; meant for the thread that made the response.
void shape(Response& response, const Wishes& wishes);

enum class Persistence { close, keep, keep_http_1_0 };  // HTTP/1.0 wants to be told

struct HeadFacts {
    Persistence persistence = Persistence::close;
    std::optional<std::uint64_t> length = {};  // of the body; none: it ends with the connection
    std::string_view date;
};

// Appends status line and fields with the empty line. Fields that the server decides and fields
// that would break out of their line are left out.
void write_head(std::string& bytes, const Response& response, const HeadFacts& facts);

std::string_view reason_of(int status);  // "Not Found"
bool has_no_body(int status);            // 204, 304
std::string_view body_of(const Response& response);

std::string http_date(std::time_t at);                         // Tue, 08 Jun 2027 08:57:03 GMT
std::optional<std::time_t> read_http_date(std::string_view text);  // only of that form

Response plain_error_page(int status);  // for servers that were given none

}  // namespace http
