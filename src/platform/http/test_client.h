#pragma once
// For the tests of this room: a server in a thread, and a client that sends raw bytes, right or
// wrong, at the pace of its choice. It is no client for anything else.

#include "platform/http/listener.h"
#include "platform/http/server.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace http::test {

struct Reading {
    int status = 0;
    std::string line;
    std::vector<Header> headers;
    std::string body;

    std::string_view header(std::string_view name) const;  // "" if none
};

class Client {
public:
    explicit Client(std::uint16_t port, int receive_buffer_bytes = 0);

    bool send(std::string_view bytes);  // false if the connection broke
    void end_sending();
    void reset();  // closes with a reset

    // The next answer; nullopt if the connection ended or a while passed before it was whole. One
    // without Content-Length is read to its end, but for a HEAD's.
    std::optional<Reading> read(bool is_to_head = false);
    std::optional<Reading> ask(std::string_view request) {
        return send(request) ? read() : std::nullopt;
    }
    std::string read_some();                           // "" at the end, or after a while
    std::string read_to_end();
    bool ends_within(std::chrono::milliseconds time);  // and nothing more is said
    std::uint16_t local_port() const;

private:
    bool fill();

    Descriptor socket_;
    std::string unread_;
};

class TestServer {
public:
    using Adjust = std::function<void(Server::Options&)>;
    explicit TestServer(Handler handler, const Adjust& adjust = {});
    ~TestServer();

    Server& server() { return *server_; }
    std::uint16_t port() const { return server_->port(); }
    const std::filesystem::path& folder() const { return folder_; }
    std::size_t spooled_files() const;
    void stop() { server_->stop(); }
    void wait() { thread_.join(); }  // until run() is back

private:
    std::filesystem::path folder_;
    std::unique_ptr<Server> server_;
    std::thread thread_;
};

Response page(std::string text);  // 200, plain text
Handler echo();  // answers "METHOD path?query" and the body or the size of its file
std::string get(std::string_view path, std::string_view more_headers = "");

// Waits up to a few seconds for it to become true.
bool becomes_true(const std::function<bool()>& condition);

}  // namespace http::test
