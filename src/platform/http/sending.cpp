#include "platform/http/connection.h"
#include "platform/http/writer.h"

#include "platform/base/log.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace http {

namespace asio = boost::asio;

namespace {

constexpr std::chrono::seconds linger_time_max{5};

void keep_checking(int socket) {  // a peer that vanished without a word shows within minutes
    const int on = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
}

}  // namespace

// The usual way of a page: one gather write from the loop's room and the response, all taken.
void Connection::send(Answer answer) {
    Outgoing rest;
    const bool is_good = answer.response.status >= 200 && answer.response.status <= 599;
    if (!is_good || !open_file(answer, rest)) answer.response = loop_.error_page(500);
    const Response& response = answer.response;
    HeadFacts facts{.persistence = persistence(), .date = loop_.date()};
    if (response.stream) {
        facts.persistence = Persistence::close;
    } else {
        facts.length = rest.file ? rest.file_end : body_of(response).size();
    }
    std::string& head = loop_.head_room();
    write_head(head, response, facts);
    enter(State::writing, loop_.options().limits.write_time_max);
    const auto progress = write_parts(head, sent_body(response), rest.sent_bytes);
    if (progress == Progress::done && !rest.file) return finish_answer(std::move(answer));
    if (progress == Progress::broken) return close();
    rest.head = head;
    rest.answer = std::move(answer);
    outgoing_ = std::make_unique<Outgoing>(std::move(rest));
    if (progress == Progress::done) {
        go_on(write_file(*outgoing_));
    } else {
        wait_writable();
    }
}

Persistence Connection::persistence() const {
    if (!keeps_alive_ || loop_.is_stopping()) return Persistence::close;
    return is_http_1_0_ ? Persistence::keep_http_1_0 : Persistence::keep;
}

std::string_view Connection::sent_body(const Response& response) const {
    const bool is_sent = !is_head_only_ && !has_no_body(response.status);
    return is_sent ? body_of(response) : std::string_view{};
}

// False if the response names a file that cannot be sent.
bool Connection::open_file(Answer& answer, Outgoing& outgoing) const {
    if (answer.response.file.empty()) return true;
    outgoing.file = Descriptor(::open(answer.response.file.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat facts {};
    if (!outgoing.file || ::fstat(outgoing.file.get(), &facts) < 0 || !S_ISREG(facts.st_mode)) {
        base::log::error("http.file_not_sent", {{"why", base::log::ours(std::strerror(errno))}});
        outgoing.file = Descriptor();
        return false;
    }
    outgoing.file_end = static_cast<std::uint64_t>(facts.st_size);
    return true;
}

Connection::Progress Connection::write_parts(std::string_view head, std::string_view body,
                                             std::size_t& sent_bytes) {
    const auto total = head.size() + body.size();
    if (sent_bytes == total) return Progress::done;
    const auto skipped = std::min(sent_bytes, head.size());
    const std::array<asio::const_buffer, 2> parts{
        asio::buffer(head) + skipped, asio::buffer(body) + (sent_bytes - skipped)};
    error_code error;
    const auto count = socket_.write_some(parts, error);
    if (error == asio::error::would_block) return Progress::blocked;
    if (error) return Progress::broken;
    loop_.count_bytes_out(count);
    sent_bytes += count;
    return sent_bytes == total ? Progress::done : Progress::blocked;
}

Connection::Progress Connection::write_file(Outgoing& outgoing) {
    if (is_head_only_ || outgoing.file_at == outgoing.file_end) return Progress::done;
    const auto left = outgoing.file_end - outgoing.file_at;
    const auto room = loop_.file_room();  // not sendfile(): it raises SIGPIPE
    const auto read = ::pread(outgoing.file.get(), room.data(),
                              std::min<std::uint64_t>(left, room.size()),
                              static_cast<off_t>(outgoing.file_at));
    if (read <= 0) return Progress::broken;  // the file has shrunk under us, or the disk failed
    error_code error;
    const auto count =
        socket_.write_some(asio::buffer(room.data(), static_cast<std::size_t>(read)), error);
    if (error && error != asio::error::would_block) return Progress::broken;
    loop_.count_bytes_out(count);
    outgoing.file_at += count;
    return outgoing.file_at == outgoing.file_end ? Progress::done : Progress::blocked;
}

void Connection::wait_writable() {
    if (is_waiting_to_write_) return;
    is_waiting_to_write_ = true;
    unsent_bytes_ = unsent_bytes(socket_.native_handle());
    socket_.async_wait(Socket::wait_write, [self = shared_from_this()](error_code error) {
        self->is_waiting_to_write_ = false;
        if (!error && self->state_ != State::closed) self->write_waiting();
    });
}

// The kernel wakes us when a good part of its buffer is free; a slow peer takes less at a time.
bool Connection::peer_took_some() {
    const auto before = std::exchange(unsent_bytes_, unsent_bytes(socket_.native_handle()));
    return unsent_bytes_ < before;
}

void Connection::write_waiting() {
    if (!outgoing_) return;
    if (state_ == State::streaming) return write_stream();
    const auto sent_before = outgoing_->sent_bytes + outgoing_->file_at;
    auto progress = write_parts(outgoing_->head, sent_body(outgoing_->answer.response),
                                outgoing_->sent_bytes);
    if (progress == Progress::done && outgoing_->file) progress = write_file(*outgoing_);
    if (outgoing_->sent_bytes + outgoing_->file_at > sent_before)
        enter(State::writing, loop_.options().limits.write_time_max);
    go_on(progress);
}

void Connection::go_on(Progress progress) {
    switch (progress) {
    case Progress::blocked: return wait_writable();
    case Progress::broken: return close();
    case Progress::done: break;
    }
    const auto outgoing = std::move(outgoing_);
    finish_answer(std::move(outgoing->answer));
}

void Connection::finish_answer(Answer answer) {
    if (answer.response.stream && !is_head_only_ && !loop_.is_stopping()) {
        become_stream(std::move(answer.response.stream));
    } else if (persistence() == Persistence::close || answer.response.stream) {
        linger();
    } else {
        enter(State::idle, loop_.options().limits.idle_time_max);
    }
    resume();
}

// From here on the parser and all buffers are gone: thousands of streams idle at little cost.
void Connection::become_stream(StreamOpened opened) {
    enter_without_deadline(State::streaming);
    if (!is_in_turn_) std::string().swap(unread_);  // else keep_rest() does
    body_bytes_ = 0;
    keep_checking(socket_.native_handle());
    serial_ = loop_.next_serial();
    stream_ = std::make_shared<StreamQueue>(loop_.mailbox(), Ticket{slot_, serial_});
    loop_.count_streams(+1);
    loop_.open(opened, stream_over(stream_));
}

void Connection::pump_stream() {
    if (state_ != State::streaming) return;
    if (stream_->is_overrun()) return cut_off();
    if (!outgoing_) write_stream();
}

void Connection::write_stream() {
    if (!outgoing_) {
        outgoing_ = std::make_unique<Outgoing>();
        outgoing_->head = stream_->take();
        loop_.set_deadline(slot_, Steady::now() + loop_.options().limits.write_time_max);
    }
    const auto sent_before = outgoing_->sent_bytes;
    const auto progress = write_parts(outgoing_->head, {}, outgoing_->sent_bytes);
    if (progress == Progress::broken) return close();
    if (outgoing_->sent_bytes > sent_before)
        loop_.set_deadline(slot_, Steady::now() + loop_.options().limits.write_time_max);
    if (progress == Progress::blocked) return wait_writable();
    outgoing_.reset();
    stream_->sent();
    loop_.set_deadline(slot_, Steady::time_point::max());
    if (stream_->is_finished()) return finish_stream();
    // What came meanwhile waits for a later turn, lest a busy sender keep us here.
    if (stream_->has_waiting()) loop_.mailbox()->wake({slot_, serial_});
}

void Connection::finish_stream() {
    if (stream_->is_open()) stream_->end();
    stream_.reset();
    outgoing_.reset();
    serial_ = 0;
    loop_.count_streams(-1);
    linger();
    wait_readable();
}

// Closes in good order: the peer reads the answer to its end, though it may still be sending. To
// close with bytes unread would reset the connection, and the answer could be lost.
void Connection::linger() {
    error_code error;
    socket_.shutdown(Socket::shutdown_send, error);
    if (error) return close();
    enter(State::lingering, linger_time_max);
}

// For a peer that does not read: what the kernel still holds for it is given up as well.
void Connection::cut_off() {
    error_code error;
    socket_.set_option(asio::socket_base::linger(true, 0), error);
    close();
}

}  // namespace http
