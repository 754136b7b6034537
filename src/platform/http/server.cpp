#include "platform/http/server.h"

#include "platform/http/loop.h"

namespace http {

Server::Server(Options options, Handler handler)
    : loop_(std::make_unique<Loop>(std::move(options), std::move(handler))) {}

Server::~Server() = default;

std::uint16_t Server::port() const {
    return loop_->port();
}

void Server::run() {
    loop_->run();
}

void Server::stop() {
    loop_->stop();
}

void Server::post(std::move_only_function<void()> work) {
    loop_->post(std::move(work));
}

Counters Server::counters() const {
    return loop_->counters();
}

}  // namespace http
