#pragma once
// The listening socket, as a plain descriptor: opened, or taken over, and accepted from. Who waits
// for it to be readable is the loop.

#include "platform/http/proxies.h"
#include "platform/http/server.h"

#include <cstdint>
#include <utility>

namespace http {

// Closes its descriptor. -1: none.
class Descriptor {
public:
    explicit Descriptor(int number = -1) : number_(number) {}
    ~Descriptor();
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    int get() const { return number_; }
    int release() { return std::exchange(number_, -1); }
    explicit operator bool() const { return number_ >= 0; }

private:
    int number_;
};

Descriptor listen_on(const Listen& listen);  // throws std::runtime_error that names the place
std::uint16_t port_of(const Descriptor& listening);

struct Accepted {
    Descriptor socket;  // none: see `error`
    Address peer = {};
    bool is_ipv6 = false;
    int error = 0;  // errno; EAGAIN: nobody waits
};

Accepted accept_from(int listening);  // EAGAIN also where the kernel says EMFILE to nobody
std::size_t unsent_bytes(int socket);  // that the kernel holds for a peer

// Lets this process open so many files, as far as its hard limit goes.
void raise_file_limit(std::size_t files);

}  // namespace http
