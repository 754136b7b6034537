#pragma once
// A multipart/form-data body, from memory or from its spool file, taken apart within limits. What
// is in a file that somebody uploaded is not looked at here; its name and type are only claims.

#include "platform/http/message.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace http {

struct MultipartLimits {
    std::size_t parts_max = 500;
    std::size_t part_head_bytes_max = 2 * 1024;
    std::size_t field_bytes_max = 256 * 1024;  // one value that is not a file
    std::size_t name_bytes_max = 255;          // of a field, and of a file
};

struct Upload {
    std::string field;
    std::string filename;      // without folders; UTF-8 without control characters; never empty
    std::string content_type;  // as claimed; "" if none
    std::string_view bytes;    // as long-lived as the Multipart
};

struct Multipart {
    Fields fields;                // values that are not files; UTF-8
    std::vector<Upload> uploads;  // in order; inputs left empty are not there
    std::shared_ptr<const void> mapping = {};  // of the spool file; shared by copies of this
};

// nullopt if the body is something else, malformed, not UTF-8 in its names and fields, or beyond a
// limit. The request must outlive the result unless its body is in a file. Reads that file: on the
// blocking lane.
std::optional<Multipart> read_multipart(const Request& request, const MultipartLimits& limits = {});

// The boundary of a Content-Type; nullopt if it is not multipart/form-data with a usable one.
std::optional<std::string> multipart_boundary(std::string_view content_type);

std::optional<Multipart> parse_multipart(std::string_view body, std::string_view boundary,
                                         const MultipartLimits& limits);

}  // namespace http
