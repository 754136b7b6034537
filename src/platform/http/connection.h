#pragma once
// One connection's life: requests in, one after the other, their answers out in the same order, and
// perhaps a live stream at the end. Belongs to the loop's thread. Idle, it holds no buffer.
//
//   idle -> head -> body -> busy (the handler has it) -> writing -> idle ...
//              a refusal, or the last answer:  writing -> lingering -> closed
//              a response with a stream:       writing -> streaming -> lingering -> closed

#include "platform/http/head.h"
#include "platform/http/incoming.h"
#include "platform/http/live_stream.h"
#include "platform/http/loop.h"

#include <memory>
#include <string>

namespace http {

// Shared by the loop's table and its own operations under way; nobody else holds one for longer
// than a call.
class Connection final : public std::enable_shared_from_this<Connection> {
public:
    Connection(Loop& loop, Socket socket, std::uint32_t slot, const Address& peer);

    void start();
    void answer(Answer answer);  // to the request that the handler has
    void pump_stream();          // the stream has something to send, or is to be closed
    void expire();               // the deadline passed
    void begin_stop();
    void close();

    bool is_idle() const { return state_ == State::idle && unread_.empty(); }
    std::uint64_t serial() const { return serial_; }  // of what waits for mail; 0: nothing does

private:
    enum class State : std::uint8_t {
        idle, head, body, busy, writing, streaming, lingering, closed
    };

    // What did not go out at once. Pages mostly do; then no such thing is made.
    struct Outgoing {
        Answer answer = {};
        std::string head = {};
        std::size_t sent_bytes = 0;  // of head and body
        Descriptor file{};
        std::uint64_t file_at = 0, file_end = 0;
    };
    enum class Progress { done, blocked, broken };

    // Reading (connection.cpp)
    void wait_readable();
    void on_readable();
    void on_bytes(std::string_view fresh);
    void on_pipelined();
    void resume();
    void keep_rest(std::string_view input, std::size_t used);
    std::size_t advance(std::string_view input);
    std::size_t take_head(std::string_view input);
    std::size_t take_body(std::string_view input);
    void begin_request(std::string_view head);
    void begin_body(const HeadVerdict& verdict);
    void send_continue();
    void dispatch();
    void discard(std::size_t bytes);
    void on_read_error(const error_code& error);
    bool may_read() const { return state_ != State::busy && state_ != State::writing; }
    void enter(State state, Steady::duration time_max);
    void enter_without_deadline(State state);
    void refuse(int status);

    // Writing (sending.cpp)
    void send(Answer answer);
    bool open_file(Answer& answer, Outgoing& outgoing) const;
    Persistence persistence() const;
    std::string_view sent_body(const Response& response) const;
    void write_waiting();
    void go_on(Progress progress);
    Progress write_parts(std::string_view head, std::string_view body, std::size_t& sent_bytes);
    Progress write_file(Outgoing& outgoing);
    void wait_writable();
    bool peer_took_some();
    void finish_answer(Answer answer);
    void become_stream(StreamOpened opened);
    void write_stream();
    void finish_stream();
    void linger();
    void cut_off();

    Loop& loop_;
    Socket socket_;
    const Address peer_;
    const std::string peer_text_;
    const std::uint32_t slot_;
    State state_ = State::idle;
    bool is_from_proxy_ : 1 = false;
    bool keeps_alive_ : 1 = false;
    bool is_http_1_0_ : 1 = false;
    bool is_head_only_ : 1 = false;
    bool is_waiting_to_read_ : 1 = false;
    bool is_waiting_to_write_ : 1 = false;
    bool is_in_turn_ : 1 = false;  // on_bytes() is on the stack
    std::uint64_t serial_ = 0;
    std::size_t scanned_ = 0;        // of a head that is not whole
    std::size_t unsent_bytes_ = 0;   // in the kernel, when writing last stopped
    std::uint64_t body_bytes_ = 0;   // received of the body, or discarded
    Steady::time_point body_began_{};
    std::string unread_;             // came, but is not yet parsed
    std::unique_ptr<Incoming> incoming_;
    std::unique_ptr<Outgoing> outgoing_;
    std::shared_ptr<StreamQueue> stream_;  // shared with the handler's side
};

}  // namespace http
