#include "platform/http/incoming.h"

#include "platform/http/head.h"

#include <boost/beast/http/basic_parser.hpp>

#include <algorithm>

namespace http {

namespace beast = boost::beast;
using ParseError = beast::http::error;
using beast::error_code;

namespace {

// What a parser may leave for later is a chunk's size line or the end of the body; both are short.
constexpr std::size_t leftover_max = 256;
// The shortest body in chunks, "0" CRLF CRLF. Beast 1.81 asserts, wrongly, that it never sees less.
constexpr std::size_t chunked_bytes_min = 5;
constexpr std::size_t reserved_max = 64 * 1024;  // trust in what a length promises

// The parser takes no other methods; check_head has refused them.
Method method_of(beast::http::verb verb) {
    if (verb == beast::http::verb::head) return Method::head;
    return verb == beast::http::verb::post ? Method::post : Method::get;
}

}  // namespace

// The library calls the on_… functions; its names and signatures are given.
class Incoming::Parser final : public beast::http::basic_parser<true> {
public:
    Parser(const Limits& limits, const std::string& spool_folder)
        : limits_(limits), spool_folder_(spool_folder) {
        header_limit(static_cast<std::uint32_t>(limits.header_bytes_max + 1));
        body_limit(boost::none);  // until the head is known
    }

    Request request;
    std::unique_ptr<Spool> spool;
    int refusal = 0;
    bool is_http_1_0 = false;
    bool has_begun_body = false;

    void expect(std::uint64_t bytes) {
        request.body.reserve(std::min<std::uint64_t>(bytes, reserved_max));
        if (bytes > limits_.body_in_memory_max) open_spool();
    }

    std::uint64_t takes_at_most() const {  // without a folder to spool to, what memory may hold
        return spool_folder_.empty() ? limits_.body_in_memory_max : UINT64_MAX;
    }

private:
    void on_request_impl(beast::http::verb verb, beast::string_view, beast::string_view target,
                         int version, error_code& error) override {
        request.method = method_of(verb);
        is_http_1_0 = version == 10;
        const auto raw = origin_form({target.data(), target.size()});
        const auto question = raw.find('?');
        auto path = decode_path(raw.substr(0, question));
        if (!path) return refuse(400, error);
        request.path = std::move(*path);
        if (question != raw.npos) request.query = raw.substr(question + 1);
        request.headers.reserve(16);
    }

    void on_field_impl(beast::http::field, beast::string_view name, beast::string_view value,
                       error_code& error) override {
        if (is_head_done_) return refuse(400, error);  // a trailer: nobody needs one
        request.headers.push_back({std::string(name.data(), name.size()),
                                   std::string(value.data(), value.size())});
    }

    void on_header_impl(error_code&) override { is_head_done_ = true; }
    void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {}

    std::size_t on_body_impl(beast::string_view bytes, error_code& error) override {
        keep({bytes.data(), bytes.size()}, error);
        return bytes.size();
    }

    void on_chunk_header_impl(std::uint64_t, beast::string_view extensions,
                              error_code& error) override {
        if (!extensions.empty()) refuse(400, error);
    }

    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view bytes,
                                   error_code& error) override {
        keep({bytes.data(), bytes.size()}, error);
        return bytes.size();
    }

    void on_finish_impl(error_code&) override {}
    void on_response_impl(int, beast::string_view, int, error_code&) override {}

    void keep(std::string_view bytes, error_code& error) {
        if (!spool && request.body.size() + bytes.size() > limits_.body_in_memory_max) open_spool();
        if (!spool) {
            request.body += bytes;
        } else if (const int status = spool->append(bytes)) {
            refuse(status, error);
        }
    }

    void open_spool() {
        spool = std::make_unique<Spool>(spool_folder_);
        request.body_file = spool->path();
        spool->append(request.body);
        std::string().swap(request.body);
    }

    void refuse(int status, error_code& error) {
        refusal = status;
        error = ParseError::bad_field;  // any will do: it stops the parser
    }

    const Limits& limits_;
    const std::string& spool_folder_;
    bool is_head_done_ = false;
};

Incoming::Incoming(const Limits& limits, const std::string& spool_folder)
    : parser_(std::make_unique<Parser>(limits, spool_folder)) {}

Incoming::~Incoming() = default;

int Incoming::take_head(std::string_view head) {
    error_code error;
    parser_->put({head.data(), head.size()}, error);
    if (parser_->refusal) return parser_->refusal;
    return error || !parser_->is_header_done() ? 400 : 0;
}

bool Incoming::expects_body() const {
    return !parser_->is_done();
}

bool Incoming::keeps_alive() const {
    return parser_->keep_alive();
}

bool Incoming::is_http_1_0() const {
    return parser_->is_http_1_0;
}

int Incoming::limit_body(std::uint64_t bytes_max) {
    bytes_max = std::min(bytes_max, parser_->takes_at_most());
    const auto length = parser_->content_length();
    if (length && *length > bytes_max) return 413;
    if (length) parser_->expect(*length);
    parser_->body_limit(bytes_max);
    parser_->eager(true);
    return 0;
}

Request& Incoming::request() {
    return parser_->request;
}

Incoming::Taken Incoming::take_body(std::string_view bytes) {
    const auto bytes_min = parser_->chunked() ? chunked_bytes_min : 1;
    if (!parser_->has_begun_body && bytes.size() < bytes_min) return {};
    if (bytes.empty()) return {};
    parser_->has_begun_body = true;
    error_code error;
    Taken taken;
    taken.bytes = parser_->put({bytes.data(), bytes.size()}, error);
    taken.is_whole = !error && parser_->is_done();
    if (parser_->refusal) {
        taken.refusal = parser_->refusal;
    } else if (error == ParseError::body_limit) {
        taken.refusal = 413;
    } else if (error == ParseError::need_more) {
        taken.refusal = bytes.size() - taken.bytes > leftover_max ? 400 : 0;
    } else if (error) {
        taken.refusal = 400;
    }
    return taken;
}

std::unique_ptr<Spool> Incoming::take_spool() {
    return std::move(parser_->spool);
}

}  // namespace http
