#include "platform/web/download.h"

#include <stdexcept>

namespace web {

http::Response download(leaving::Passed passed, const FileFace& file) {
    if (passed.exit() != leaving::Exit::export_file) {
        throw std::logic_error("a download of what was not let out as a file");
    }
    const bool is_text = file.type.starts_with("text/");
    http::Response response{
        .headers = {{"Content-Type", file.type},
                    {"Content-Disposition",
                     "attachment; filename*=UTF-8''" + http::percent_encode(file.name)},
                    {"Cache-Control", "no-store"}},
        .may_compress = is_text};
    response.body = std::move(passed).content();
    return response;
}

}  // namespace web
