#pragma once
// The inside of a Server: the event loop, its connections and what they share. All of it belongs to
// the loop's thread but for stop(), post(), counters() and the mailbox. Not for other rooms.

#include "platform/http/listener.h"
#include "platform/http/mailbox.h"
#include "platform/http/proxies.h"
#include "platform/http/server.h"

// One thread runs all handlers, and what other threads post goes through a mutex: no fences needed,
// which ThreadSanitizer does not understand.
#define BOOST_ASIO_DISABLE_FENCED_BLOCK
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/posix/basic_stream_descriptor.hpp>

#include <atomic>
#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace http {

class Connection;

using Steady = std::chrono::steady_clock;
using Executor = boost::asio::io_context::executor_type;  // named, for any_executor costs time
using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Executor>;
using StreamOpened = std::function<void(std::shared_ptr<Stream>)>;
using boost::system::error_code;

class Loop final : public Receiver {
public:
    Loop(Server::Options options, Handler handler);
    ~Loop() override;

    // For the server.
    std::uint16_t port() const { return port_; }
    void run();
    void stop();
    void post(std::move_only_function<void()> work);
    Counters counters() const;

    // For the connections: what they share.
    const Server::Options& options() const { return options_; }
    const TrustedProxies& proxies() const { return proxies_; }
    const std::shared_ptr<Mailbox>& mailbox() const { return mailbox_; }
    std::span<char> read_room() { return read_room_; }  // its bytes last until the next turn
    std::span<char> file_room();
    std::string& head_room();  // empty; lasts as long
    std::string_view date();
    std::string next_request_id();
    bool is_stopping() const { return is_stopping_; }
    std::uint64_t next_serial() { return ++serial_; }
    Response error_page(int status) const;
    void handle(Request request, Reply reply);
    void open(const StreamOpened& opened, std::shared_ptr<Stream> stream);

    // For the connections: what they say.
    void set_deadline(std::uint32_t slot, Steady::time_point at) { deadlines_[slot] = at; }
    Steady::time_point deadline(std::uint32_t slot) const { return deadlines_[slot]; }
    void forget(std::uint32_t slot, Address peer);
    void count_bytes_out(std::size_t bytes) { bytes_out_ += bytes; }
    void count_refusal() { ++refused_; }
    void count_streams(int change) { open_streams_ += static_cast<std::size_t>(change); }

    // Receiver
    void receive(Ticket ticket, Answer answer) override;
    void mail_waits() override;

private:
    using Timer =
        boost::asio::basic_waitable_timer<Steady, boost::asio::wait_traits<Steady>, Executor>;
    using Watch = boost::asio::posix::basic_stream_descriptor<Executor>;

    void watch_listener();
    void accept_waiting();
    bool accept_one();
    bool has_room_for(const Address& peer);
    bool close_an_idle_one();
    void refuse_connection(const Accepted& accepted);
    void add_connection(Accepted accepted);
    void read_mail();
    std::shared_ptr<Connection> find(Ticket ticket) const;
    void tick();
    void expire_overdue(Steady::time_point now);
    void begin_stop();
    void close_listener();
    void close_all();
    void finish_if_stopped();

    Server::Options options_;
    Handler handler_;
    TrustedProxies proxies_;
    boost::asio::io_context context_{1};
    boost::asio::executor_work_guard<Executor> stay_{context_.get_executor()};
    Timer timer_{context_};
    Watch listener_{context_};
    std::uint16_t port_ = 0;
    bool is_accepting_paused_ = false;
    Steady::time_point pause_told_{};
    bool is_stopping_ = false;
    Steady::time_point stop_deadline_{};

    // One entry a slot in both; a deadline apart from its connection, so that the tick reads them
    // in one sweep. A connection is shared with its own operations under way, which may outlast it
    // here by a turn.
    std::vector<std::shared_ptr<Connection>> connections_;
    std::vector<Steady::time_point> deadlines_;
    std::vector<std::uint32_t> free_slots_;
    std::map<Address, std::size_t> per_peer_;

    std::shared_ptr<Mailbox> mailbox_;  // shared with replies and streams, which may outlive us
    std::vector<char> read_room_;
    std::vector<char> file_room_;
    std::string head_room_;
    std::string date_;
    std::time_t dated_ = 0;
    std::uint64_t serial_ = 0;
    std::uint64_t id_state_;

    std::atomic<std::uint64_t> requests_ = 0, accepted_ = 0, refused_ = 0, bytes_out_ = 0;
    std::atomic<std::size_t> open_connections_ = 0, open_streams_ = 0;
};

}  // namespace http
