#pragma once
// Bytes to messages: sockets, limits, timeouts, compression and conditional requests. It knows no
// route and no person. Boost.Asio's loop and Beast's parser underneath, one source includes them.

#include "platform/http/message.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace http {

struct Limits {
    std::size_t header_bytes_max = 16 * 1024;            // more: 431
    std::size_t target_bytes_max = 4 * 1024;             // more: 414
    std::size_t body_in_memory_max = 1024 * 1024;        // more goes to disk
    std::uint64_t body_bytes_max = 2 * 1024 * 1024;      // more: 413 (a route may allow more)
    std::size_t connections_max = 20'000;
    std::size_t connections_per_peer_max = 20'000;
    std::chrono::seconds header_time_max{10};            // from the first byte; then 408
    std::chrono::seconds idle_time_max{75};              // between requests
    std::chrono::seconds body_time_max{30};              // and at least 1 kB/s beyond it
    std::chrono::seconds write_time_max{30};             // without progress
    std::chrono::seconds stop_time_max{10};              // for requests under way at a stop
};

struct Listen {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  // 0: any free one
    // A listening socket handed over (systemd), instead of the above. The server works on a copy of
    // it: the caller's stays open, so that what is waiting there is served by the next server.
    int inherited = -1;
};

struct Counters {  // since the start
    std::uint64_t requests = 0, connections = 0, refused = 0, bytes_out = 0;
    std::size_t open_connections = 0, open_streams = 0;
};

// Takes a finished response, from any thread, once.
using Reply = std::move_only_function<void(Response)>;
// Called on the loop's thread; must not block. HEAD comes as HEAD, its body is not sent.
using Handler = std::function<void(Request, Reply)>;
// How much body a request may bring, asked when its head is complete (path and method known).
using BodyLimit = std::function<std::uint64_t(const Request&)>;

// Draws the page of an answer that the server gives by itself (400, 408, 413, 500…). On the loop's
// thread; must not block.
using ErrorPage = std::function<Response(int status)>;

class Loop;

// One event loop. Safe for concurrent use: stop() and counters() from any thread.
class Server {
public:
    struct Options {
        Listen listen;
        Limits limits;
        std::string spool_folder;               // for bodies over body_in_memory_max
        std::vector<std::string> trusted_proxies;  // peers whose X-Forwarded-For/-Proto count
        BodyLimit body_limit;                   // optional
        ErrorPage error_page;                   // optional
    };
    Server(Options options, Handler handler);   // listens, or throws std::runtime_error with a
    ~Server();                                  // sentence that names address and port
    std::uint16_t port() const;
    void run();   // serves until stop(); the calling thread is the loop's
    void stop();  // no new connections; requests under way are answered; streams are closed
    // Runs on the loop's thread, soon; what it throws comes out of run().
    void post(std::move_only_function<void()> work);
    Counters counters() const;

private:
    std::unique_ptr<Loop> loop_;
};

}  // namespace http
