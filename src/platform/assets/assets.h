#pragma once
// The front end's files, embedded in the program under names that change with their content: found
// by the path a browser asks for, or named by the name a template knows. Not files of members, and
// not how they are sent (platform/http does that).

#include <span>
#include <string_view>

namespace assets {

struct Asset {
    std::string_view name;                 // "app.css", "fonts/newsreader.woff2"
    std::string_view path;                 // "/assets/app.1a2b3c4d.css"
    std::string_view type;                 // "text/css; charset=utf-8"
    std::string_view etag;                 // as the header wants it, quotes and all
    std::span<const unsigned char> plain;
    std::span<const unsigned char> brotli;  // empty when it would not be smaller
    std::span<const unsigned char> gzip;    // empty when it would not be smaller
};

// By the path with the hash; nullptr when there is none.
const Asset* find(std::string_view path);

// "app.css" gives its path with the hash; asserts that there is such an asset.
std::string_view path_to(std::string_view name);

// Sorted by path.
std::span<const Asset> all();

}  // namespace assets
