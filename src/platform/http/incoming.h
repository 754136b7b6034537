#pragma once
// One request on its way in: from a checked head and the bytes behind it to a Request. The
// library's parser is inside; it is given only heads that check_head let through.

#include "platform/http/message.h"
#include "platform/http/server.h"
#include "platform/http/spool.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

namespace http {

class Incoming {
public:
    Incoming(const Limits& limits, const std::string& spool_folder);  // both outlive it
    ~Incoming();

    int take_head(std::string_view head);  // 0, or the status to refuse with
    bool expects_body() const;
    bool keeps_alive() const;
    bool is_http_1_0() const;
    int limit_body(std::uint64_t bytes_max);  // before the first take_body; 0 or 413
    Request& request();

    struct Taken {
        std::size_t bytes = 0;  // of those given; give the others again, with more behind them
        int refusal = 0;        // a status
        bool is_whole = false;  // the request is complete
    };
    Taken take_body(std::string_view bytes);
    std::unique_ptr<Spool> take_spool();  // what Request::body_file names, if it names a file

private:
    class Parser;
    std::unique_ptr<Parser> parser_;
};

}  // namespace http
