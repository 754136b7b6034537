#pragma once
// Compression on the fly, at the fast settings measured to cost less than the page itself. What can
// be compressed beforehand (assets) should be; this is for pages.

#include <optional>
#include <string>
#include <string_view>

namespace http {

enum class Encoding { none, gzip, brotli };

// The encoding a client prefers of those we have, by its weights. Where it has no preference, gzip:
// at these settings both make a page equally small, and gzip takes two thirds of the time.
Encoding preferred_encoding(std::string_view accept_encoding);

bool is_compressible(std::string_view content_type);  // text in the wide sense

// nullopt if the result would not be smaller. Safe for concurrent use.
std::optional<std::string> compress(Encoding encoding, std::string_view text);

}  // namespace http
