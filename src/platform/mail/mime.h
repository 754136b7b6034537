#pragma once
// A letter as a value, and the message it becomes on its way (RFC 5322, 2045, 2047): plain text and
// HTML side by side, in lines that every server carries. Nothing here sends.

#include "platform/base/time.h"

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace mail {

// This letter can never be sent: an address that is none, a line end in a header, or a final no
// from the other side.
struct Rejected : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct Header {
    std::string name;   // "List-Unsubscribe"; those a letter always has are not for setting here
    std::string value;
};

struct Letter {
    std::string from_name = {};
    std::string from_address = {};
    std::string to_name = {};
    std::string to_address = {};
    std::string subject = {};
    std::string text = {};  // UTF-8, any line ends; either may be empty, not both
    std::string html = {};
    std::vector<Header> headers = {};
    std::string message_id = {};  // "a1b2@example.org", without "<" and ">"; a mailer makes one
};

inline constexpr std::size_t letter_bytes_max = 2'000'000;  // of text and HTML
inline constexpr std::size_t header_bytes_max = 2'000;      // of each value

// Name and domain in ASCII, as servers without extensions take them: no quotes, no comments.
bool is_address(std::string_view text);

// The message with CRLF line ends, of at most 998 bytes each; throws Rejected.
std::string compose(const Letter& letter, base::Instant date);

}  // namespace mail
