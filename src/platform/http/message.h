#pragma once
// Requests and responses as plain values. Nothing here knows sockets; the server makes requests
// within the limits below and sends responses.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http {

enum class Method { get, head, post };  // all that a browser's pages and forms need

struct Header {
    std::string name;  // as sent; compared without regard to case
    std::string value;
};

// Named values of a query string or form, in order; names may repeat.
class Fields {
public:
    void add(std::string name, std::string value);
    const std::string* find(std::string_view name) const;  // the first; nullptr if none
    std::string_view get(std::string_view name) const;     // "" if none
    const std::vector<std::pair<std::string, std::string>>& all() const { return all_; }

private:
    std::vector<std::pair<std::string, std::string>> all_;
};

struct Request {
    Method method = Method::get;
    std::string path;   // decoded once, checked: begins with '/', UTF-8, no NUL, no "." or ".."
    std::string query;  // raw, without '?'
    std::vector<Header> headers;
    std::string body;        // up to Limits::body_in_memory_max; else empty and `body_file` set
    std::string body_file;   // path of the spooled body; removed when the request is done
    std::string peer;        // "127.0.0.1": the peer, or what a trusted proxy says of it
    bool secure = false;     // came over TLS, as the trusted proxy says
    std::string id;          // of the log: 16 hex characters

    std::string_view header(std::string_view name) const;  // "" if none
    std::string_view cookie(std::string_view name) const;  // "" if none
    Fields query_fields() const;                           // bad UTF-8 becomes U+FFFD
    std::optional<Fields> form_fields() const;  // urlencoded; nullopt if malformed or bad UTF-8
};

// A live stream: the server hands one to `Response::stream` and the stream is closed from either
// side. Safe for concurrent use.
class Stream {
public:
    virtual ~Stream() = default;
    virtual void send(std::string bytes) = 0;  // drops the stream if its peer does not keep up
    virtual void close() = 0;
    virtual bool is_open() const = 0;
};

struct Response {
    int status = 200;
    std::vector<Header> headers = {};
    std::string body = {};
    std::string_view static_body = {};  // instead of `body`: bytes that outlive the server
    std::string file = {};              // instead of `body`: sent from disk (downloads)
    // Set: head is sent, then the function is called once with the open stream.
    std::function<void(std::shared_ptr<Stream>)> stream = {};
    bool may_compress = true;           // pages yes; what is compressed already no

    Response& with(std::string name, std::string value) &;
    Response&& with(std::string name, std::string value) &&;
};

std::string percent_encode(std::string_view text);                    // for path and query parts
std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space);

// The path of a request target, decoded once and checked as `Request::path` promises; nullopt if it
// is not so, or if what it hides would read differently elsewhere (an encoded '/', a '\').
std::optional<std::string> decode_path(std::string_view raw);

bool same_name(std::string_view a, std::string_view b);  // without regard to ASCII case

}  // namespace http
