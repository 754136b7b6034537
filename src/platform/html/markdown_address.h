#pragma once
// Which addresses a link in a member's text may have. For the Markdown renderer alone.

#include <cstddef>
#include <string>
#include <string_view>

namespace html {

inline constexpr std::size_t address_bytes_max = 2'000;

enum class Target { refused, inside, outside, mail };

// Allowed are http, https and mailto, "/…" (but neither "//…" nor "/\…", which are other hosts) and
// "#…". Judged by what a browser makes of it, so anything with control characters is refused.
Target target_of(std::string_view address);

// Puts what does not belong in an address (spaces, quotes, "\", …) into percent form.
void percent_encode(std::string& address);

}  // namespace html
