#include "platform/http/loop.h"

#include "platform/base/log.h"
#include "platform/http/connection.h"
#include "platform/http/spool.h"
#include "platform/http/writer.h"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <random>

#include <sys/socket.h>
#include <unistd.h>

namespace http {

namespace asio = boost::asio;

namespace {

constexpr std::size_t read_bytes_max = 64 * 1024;
constexpr std::size_t file_turn_bytes = 128 * 1024;  // then others have their turn
constexpr std::chrono::milliseconds tick_time{250};  // how late a deadline may be noticed
constexpr std::chrono::seconds pause_told_time{10};
constexpr int accepts_a_turn_max = 64;               // others want their turn
constexpr std::size_t own_files = 1'000;             // databases, spools, downloads

std::uint64_t random_seed() {
    std::random_device random;
    return (std::uint64_t{random()} << 32) | random();
}

std::uint64_t scrambled(std::uint64_t state) {  // splitmix64: distinct in, distinct out
    state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9U;
    state = (state ^ (state >> 27)) * 0x94D049BB133111EBU;
    return state ^ (state >> 31);
}

}  // namespace

Loop::Loop(Server::Options options, Handler handler)
    : options_(std::move(options)),
      handler_(std::move(handler)),
      proxies_(options_.trusted_proxies),
      mailbox_(std::make_shared<Mailbox>(*this)),
      read_room_(read_bytes_max),
      id_state_(random_seed()) {
    raise_file_limit(options_.limits.connections_max + own_files);
    auto listening = listen_on(options_.listen);
    port_ = port_of(listening);
    listener_.assign(listening.get());
    listening.release();
    if (!options_.spool_folder.empty()) Spool::sweep(options_.spool_folder);
}

Loop::~Loop() {
    mailbox_->close();
    if (listener_.is_open()) close_listener();
}

void Loop::run() {
    mailbox_->attend();
    watch_listener();
    tick();
    context_.run();
    mailbox_->leave();
}

void Loop::stop() {
    asio::post(context_, [this] { begin_stop(); });
}

void Loop::post(std::move_only_function<void()> work) {
    asio::post(context_, std::move(work));
}

Counters Loop::counters() const {
    return {.requests = requests_, .connections = accepted_, .refused = refused_,
            .bytes_out = bytes_out_, .open_connections = open_connections_,
            .open_streams = open_streams_};
}

std::span<char> Loop::file_room() {
    if (file_room_.empty()) file_room_.resize(file_turn_bytes);
    return file_room_;
}

std::string& Loop::head_room() {
    head_room_.clear();
    return head_room_;
}

std::string_view Loop::date() {
    const std::time_t now = std::time(nullptr);
    if (now != dated_) {
        date_ = http_date(now);
        dated_ = now;
    }
    return date_;
}

std::string Loop::next_request_id() {
    constexpr std::string_view digits = "0123456789abcdef";
    std::uint64_t number = scrambled(id_state_ += 0x9E3779B97F4A7C15U);
    std::string id(16, '0');
    for (auto& digit : id) {
        digit = digits[number & 15];
        number >>= 4;
    }
    return id;
}

Response Loop::error_page(int status) const {
    Response page = options_.error_page ? options_.error_page(status) : plain_error_page(status);
    page.status = status;
    if (status == 405) page.with("Allow", "GET, HEAD, POST");
    return page;
}

// A boundary: a handler that throws costs its own request a 500 (by the reply it drops), no other.
void Loop::handle(Request request, Reply reply) {
    ++requests_;
    try {
        handler_(std::move(request), std::move(reply));
    } catch (const std::exception& error) {
        base::log::error("http.handler_failed", {{"why", base::log::ours(error.what())}});
    }
}

// The same boundary, for a stream that the handler gets when its head is out.
void Loop::open(const StreamOpened& opened, std::shared_ptr<Stream> stream) {
    try {
        opened(std::move(stream));
    } catch (const std::exception& error) {
        base::log::error("http.stream_failed", {{"why", base::log::ours(error.what())}});
    }
}

void Loop::watch_listener() {
    if (!listener_.is_open()) return;
    listener_.async_wait(Watch::wait_read, [this](error_code error) {
        if (!error) accept_waiting();
    });
}

void Loop::accept_waiting() {
    for (int count = 0; count < accepts_a_turn_max; ++count)
        if (!accept_one()) break;
    if (!is_accepting_paused_) watch_listener();  // else the tick does
}

bool Loop::accept_one() {
    auto accepted = accept_from(listener_.native_handle());
    if (accepted.socket) {
        ++accepted_;
        if (has_room_for(accepted.peer)) {
            add_connection(std::move(accepted));
        } else {
            refuse_connection(accepted);
        }
        return true;
    }
    if (accepted.error == EAGAIN || accepted.error == EWOULDBLOCK) return false;
    if (accepted.error == ECONNABORTED || accepted.error == EINTR) return true;
    // Out of files or memory: whoever waits in the queue would wake us without end.
    const auto now = Steady::now();
    if (now - pause_told_ > pause_told_time) {
        base::log::warning("http.accept_paused", {{"errno", std::int64_t{accepted.error}}});
        pause_told_ = now;
    }
    is_accepting_paused_ = true;
    close_an_idle_one();
    return false;
}

bool Loop::has_room_for(const Address& peer) {
    const auto& limits = options_.limits;
    if (limits.connections_per_peer_max < limits.connections_max && !proxies_.trusts(peer)) {
        const auto at = per_peer_.find(peer);
        if (at != per_peer_.end() && at->second >= limits.connections_per_peer_max) return false;
    }
    return open_connections_ < limits.connections_max || close_an_idle_one();
}

// Of those that wait for a next request the one that has waited longest. Nobody notices: a browser
// opens another.
bool Loop::close_an_idle_one() {
    std::shared_ptr<Connection> oldest;
    auto earliest = Steady::time_point::max();
    for (std::uint32_t slot = 0; slot < connections_.size(); ++slot) {
        if (!connections_[slot] || !connections_[slot]->is_idle()) continue;
        if (deadlines_[slot] >= earliest) continue;
        earliest = deadlines_[slot];
        oldest = connections_[slot];
    }
    if (oldest) oldest->close();
    return oldest != nullptr;
}

void Loop::refuse_connection(const Accepted& accepted) {
    count_refusal();
    const Response page = plain_error_page(503);
    std::string bytes;
    write_head(bytes, page, {.length = page.body.size(), .date = date()});
    bytes += page.body;
    // Best effort: there is no room to wait for this peer.
    (void)::send(accepted.socket.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    ::shutdown(accepted.socket.get(), SHUT_WR);
}

void Loop::add_connection(Accepted accepted) {
    Socket socket(context_);
    error_code error;
    const auto protocol =
        accepted.is_ipv6 ? asio::ip::tcp::v6() : asio::ip::tcp::v4();
    if (socket.assign(protocol, accepted.socket.get(), error)) return;
    accepted.socket.release();
    socket.non_blocking(true, error);
    if (free_slots_.empty()) {
        free_slots_.push_back(static_cast<std::uint32_t>(connections_.size()));
        connections_.emplace_back();
        deadlines_.push_back(Steady::time_point::max());
    }
    const std::uint32_t slot = free_slots_.back();
    free_slots_.pop_back();
    connections_[slot] =
        std::make_shared<Connection>(*this, std::move(socket), slot, accepted.peer);
    ++per_peer_[accepted.peer];
    ++open_connections_;
    connections_[slot]->start();
}

void Loop::forget(std::uint32_t slot, Address peer) {
    deadlines_[slot] = Steady::time_point::max();
    connections_[slot].reset();
    free_slots_.push_back(slot);
    const auto at = per_peer_.find(peer);
    if (at != per_peer_.end() && --at->second == 0) per_peer_.erase(at);
    --open_connections_;
    finish_if_stopped();
}

std::shared_ptr<Connection> Loop::find(Ticket ticket) const {
    if (ticket.slot >= connections_.size()) return nullptr;
    const auto& connection = connections_[ticket.slot];
    return connection && connection->serial() == ticket.serial ? connection : nullptr;
}

void Loop::receive(Ticket ticket, Answer answer) {
    if (const auto connection = find(ticket)) connection->answer(std::move(answer));
}

void Loop::mail_waits() {
    asio::post(context_, [this] { read_mail(); });
}

void Loop::read_mail() {
    Mail mail = mailbox_->take();
    for (auto& [ticket, answer] : mail.answers) receive(ticket, std::move(answer));
    for (const Ticket ticket : mail.streams)
        if (const auto connection = find(ticket)) connection->pump_stream();
}

void Loop::tick() {
    const auto now = Steady::now();
    expire_overdue(now);
    if (is_stopping_ && now >= stop_deadline_) close_all();
    if (is_stopping_ && open_connections_ == 0) return;
    if (std::exchange(is_accepting_paused_, false)) watch_listener();
    timer_.expires_at(now + tick_time);
    timer_.async_wait([this](error_code error) {
        if (!error) tick();
    });
}

void Loop::expire_overdue(Steady::time_point now) {
    for (std::uint32_t slot = 0; slot < deadlines_.size(); ++slot) {
        if (deadlines_[slot] > now) continue;
        const auto connection = connections_[slot];  // held, for it may forget itself
        if (connection) connection->expire();
    }
}

void Loop::begin_stop() {
    if (std::exchange(is_stopping_, true)) return;
    stop_deadline_ = Steady::now() + options_.limits.stop_time_max;
    if (listener_.is_open()) {
        // Those who wait at our own socket would be cut off with it; at an inherited one they are
        // served by who comes next.
        if (options_.listen.inherited < 0)
            for (int count = 0; count < SOMAXCONN && accept_one(); ++count) {}
        close_listener();
    }
    for (const auto& connection : std::vector(connections_))
        if (connection) connection->begin_stop();
    finish_if_stopped();
}

// close() of the library leaves it to the kernel to take the descriptor out of epoll, which it does
// not do as long as another copy of an inherited socket is open; release() takes it out.
void Loop::close_listener() {
    error_code error;
    listener_.cancel(error);
    ::close(listener_.release());
}

void Loop::close_all() {
    for (const auto& connection : std::vector(connections_))
        if (connection) connection->close();
}

void Loop::finish_if_stopped() {
    if (!is_stopping_ || open_connections_ > 0) return;
    timer_.cancel();
    stay_.reset();
}

}  // namespace http
