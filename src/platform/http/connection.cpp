#include "platform/http/connection.h"

#include "platform/http/writer.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>

#include <algorithm>

namespace http {

namespace asio = boost::asio;

namespace {

constexpr std::size_t head_read_max = 16 * 1024;  // what a pipelining client can make us keep
constexpr std::uint64_t body_rate_min = 1024;     // bytes a second, beyond body_time_max
constexpr std::chrono::milliseconds stop_grace{500};  // for a request that is on its way to us
constexpr std::uint64_t stream_input_max = 64 * 1024;  // a listener has nothing to say

}  // namespace

Connection::Connection(Loop& loop, Socket socket, std::uint32_t slot, const Address& peer)
    
    : loop_(loop),
      socket_(std::move(socket)),
      peer_(peer),
      peer_text_(text_of(peer)),
      slot_(slot) {}

void Connection::start() {
    is_from_proxy_ = loop_.proxies().trusts(peer_);
    enter(State::idle, loop_.options().limits.idle_time_max);
    wait_readable();
}

void Connection::enter(State state, Steady::duration time_max) {
    state_ = state;
    loop_.set_deadline(slot_, Steady::now() + time_max);
}

void Connection::enter_without_deadline(State state) {
    state_ = state;
    loop_.set_deadline(slot_, Steady::time_point::max());
}

void Connection::wait_readable() {
    if (is_waiting_to_read_) return;
    is_waiting_to_read_ = true;
    socket_.async_wait(Socket::wait_read, [self = shared_from_this()](error_code error) {
        self->is_waiting_to_read_ = false;
        if (!error && self->state_ != State::closed && self->may_read()) self->on_readable();
    });
}

void Connection::on_readable() {
    const auto room = loop_.read_room();
    const bool is_head = state_ == State::idle || state_ == State::head;
    const auto size = is_head ? std::min(head_read_max, room.size()) : room.size();
    error_code error;
    const auto count = socket_.read_some(asio::buffer(room.data(), size), error);
    if (error == asio::error::would_block) return wait_readable();
    if (error) return on_read_error(error);
    on_bytes({room.data(), count});
}

// One who ended in the middle of a request may still listen: shutdown() closes one direction.
void Connection::on_read_error(const error_code& error) {
    const bool is_cut = state_ == State::head || state_ == State::body;
    if (error == asio::error::eof && is_cut) return refuse(400);
    close();
}

void Connection::on_bytes(std::string_view fresh) {
    if (state_ == State::streaming || state_ == State::lingering) return discard(fresh.size());
    is_in_turn_ = true;
    if (unread_.empty()) {
        keep_rest(fresh, advance(fresh));
    } else {
        unread_ += fresh;
        keep_rest(unread_, advance(unread_));
    }
    is_in_turn_ = false;
    resume();
}

// `input` is what just came, or unread_ itself.
void Connection::keep_rest(std::string_view input, std::size_t used) {
    const bool wants_rest = used < input.size() && state_ != State::lingering &&
                            state_ != State::closed && state_ != State::streaming;
    if (!wants_rest) {
        std::string().swap(unread_);
    } else if (unread_.empty()) {
        unread_ = input.substr(used);
    } else {
        unread_.erase(0, used);
    }
}

// Goes on after a turn or an answer. A pipelined request waits for the next turn of the loop: so
// nobody holds it up, and nothing recurs.
void Connection::resume() {
    if (is_in_turn_) return;
    if (state_ == State::idle && !unread_.empty()) {
        asio::post(socket_.get_executor(), [self = shared_from_this()] { self->on_pipelined(); });
    } else if (state_ != State::closed && may_read()) {
        wait_readable();
    }
}

void Connection::on_pipelined() {
    if (state_ == State::idle) on_bytes({});
}

std::size_t Connection::advance(std::string_view input) {
    std::size_t used = 0;
    if (state_ == State::idle || state_ == State::head) used = take_head(input);
    if (state_ == State::body) used += take_body(input.substr(used));
    return used;
}

std::size_t Connection::take_head(std::string_view input) {
    std::size_t skipped = 0;
    // RFC 9112, 2.2: an empty line in front of a request is let go.
    if (state_ == State::idle && input.starts_with("\r\n")) skipped = 2;
    input.remove_prefix(skipped);
    if (input.empty() || (state_ == State::idle && input == "\r")) return skipped;
    if (state_ == State::idle) enter(State::head, loop_.options().limits.header_time_max);
    const HeadEnd end = find_head_end(input, scanned_, loop_.options().limits);
    if (end.refusal) refuse(end.refusal);
    if (end.length == 0) return skipped;
    scanned_ = 0;
    begin_request(input.substr(0, end.length));
    return skipped + end.length;
}

void Connection::begin_request(std::string_view head) {
    const HeadVerdict verdict = check_head(head, loop_.options().limits);
    if (verdict.refusal) return refuse(verdict.refusal);
    incoming_ = std::make_unique<Incoming>(loop_.options().limits, loop_.options().spool_folder);
    if (const int status = incoming_->take_head(head)) return refuse(status);
    Request& request = incoming_->request();
    request.peer = peer_text_;
    request.id = loop_.next_request_id();
    if (is_from_proxy_) loop_.proxies().apply(request);
    if (incoming_->expects_body()) {
        begin_body(verdict);
    } else {
        dispatch();
    }
}

void Connection::begin_body(const HeadVerdict& verdict) {
    const auto& options = loop_.options();
    const auto bytes_max = options.body_limit ? options.body_limit(incoming_->request())
                                              : options.limits.body_bytes_max;
    if (const int status = incoming_->limit_body(bytes_max)) return refuse(status);
    if (verdict.expects_continue) send_continue();
    if (state_ == State::closed) return;
    body_bytes_ = 0;
    body_began_ = Steady::now();
    enter(State::body, options.limits.body_time_max);
}

void Connection::send_continue() {
    constexpr std::string_view line = "HTTP/1.1 100 Continue\r\n\r\n";
    error_code error;
    // Nothing else is on its way out, so these few bytes go at once or the peer is not worth it.
    if (socket_.write_some(asio::buffer(line), error) != line.size()) close();
}

std::size_t Connection::take_body(std::string_view input) {
    const auto taken = incoming_->take_body(input);
    body_bytes_ += taken.bytes;
    if (taken.refusal) {
        refuse(taken.refusal);
    } else if (taken.is_whole) {
        dispatch();
    } else {
        const std::chrono::seconds earned{body_bytes_ / body_rate_min};
        loop_.set_deadline(slot_, body_began_ + loop_.options().limits.body_time_max + earned);
    }
    return taken.bytes;
}

void Connection::dispatch() {
    keeps_alive_ = incoming_->keeps_alive();
    is_http_1_0_ = incoming_->is_http_1_0();
    Request request = std::move(incoming_->request());
    is_head_only_ = request.method == Method::head;
    serial_ = loop_.next_serial();
    PendingReply reply(loop_.mailbox(), {slot_, serial_}, wishes_of(request),
                       incoming_->take_spool());
    incoming_.reset();
    enter_without_deadline(State::busy);  // the handler's time is the handler's business
    loop_.handle(std::move(request), std::move(reply));
}

void Connection::answer(Answer answer) {
    serial_ = 0;
    if (answer.was_dropped) answer.response = loop_.error_page(500);
    send(std::move(answer));
}

// An answer that the server gives by itself. What else the client sends cannot be trusted to be
// where we think it is; so it is not read as requests.
void Connection::refuse(int status) {
    loop_.count_refusal();
    incoming_.reset();
    keeps_alive_ = false;
    is_head_only_ = false;
    send({.response = loop_.error_page(status)});
}

void Connection::discard(std::size_t bytes) {
    body_bytes_ += bytes;
    if (state_ == State::streaming && body_bytes_ > stream_input_max) return close();
    wait_readable();
}

void Connection::expire() {
    switch (state_) {
    case State::head:
    case State::body: return refuse(408);
    case State::writing:
    case State::streaming:
        if (!peer_took_some()) return cut_off();
        return loop_.set_deadline(slot_, Steady::now() + loop_.options().limits.write_time_max);
    case State::idle:  // a request may have come in this very moment
        if (error_code error; socket_.available(error) > 0) return on_readable();
        return close();
    default: return close();
    }
}

void Connection::begin_stop() {
    const auto soon = Steady::now() + stop_grace;
    if (state_ == State::streaming) return finish_stream();
    if (state_ == State::idle || state_ == State::lingering)
        loop_.set_deadline(slot_, std::min(loop_.deadline(slot_), soon));
}

void Connection::close() {
    if (state_ == State::closed) return;
    state_ = State::closed;
    serial_ = 0;
    incoming_.reset();
    outgoing_.reset();
    if (stream_) {
        stream_->end();
        stream_.reset();
        loop_.count_streams(-1);
    }
    error_code error;
    socket_.close(error);
    loop_.forget(slot_, peer_);
}

}  // namespace http
