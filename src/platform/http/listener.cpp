#include "platform/http/listener.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <string>

#include <fcntl.h>
#include <linux/sockios.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace http {

namespace {

struct Place {
    sockaddr_storage bytes{};
    socklen_t size = 0;
};

[[noreturn]] void fail(const Listen& listen, std::string_view why) {
    const std::string place =
        listen.inherited >= 0 ? "the inherited socket " + std::to_string(listen.inherited)
                              : listen.address + ", port " + std::to_string(listen.port);
    throw std::runtime_error("Cannot listen on " + place + ": " + std::string(why) + ".");
}

Place place_of(const Listen& listen, const Address& address) {
    Place place;
    if (text_of(address).contains(':')) {
        auto& v6 = reinterpret_cast<sockaddr_in6&>(place.bytes);
        v6.sin6_family = AF_INET6;
        v6.sin6_port = htons(listen.port);
        std::memcpy(&v6.sin6_addr, address.data(), address.size());
        place.size = sizeof v6;
    } else {
        auto& v4 = reinterpret_cast<sockaddr_in&>(place.bytes);
        v4.sin_family = AF_INET;
        v4.sin_port = htons(listen.port);
        std::memcpy(&v4.sin_addr, address.data() + 12, 4);
        place.size = sizeof v4;
    }
    return place;
}

Descriptor open_listening(const Listen& listen) {
    const auto address = read_address(listen.address);
    if (!address) fail(listen, "that is not an IP address");
    const Place place = place_of(listen, *address);
    Descriptor socket(
        ::socket(place.bytes.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!socket) fail(listen, std::strerror(errno));
    const int on = 1;
    ::setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    const auto* where = reinterpret_cast<const sockaddr*>(&place.bytes);
    if (::bind(socket.get(), where, place.size) < 0 || ::listen(socket.get(), SOMAXCONN) < 0)
        fail(listen, std::strerror(errno));
    return socket;
}

Descriptor copy_inherited(const Listen& listen) {
    int is_listening = 0;
    socklen_t size = sizeof is_listening;
    if (::getsockopt(listen.inherited, SOL_SOCKET, SO_ACCEPTCONN, &is_listening, &size) < 0)
        fail(listen, std::strerror(errno));
    if (!is_listening) fail(listen, "it does not listen");
    Descriptor socket(::fcntl(listen.inherited, F_DUPFD_CLOEXEC, 3));
    if (!socket) fail(listen, std::strerror(errno));
    ::fcntl(socket.get(), F_SETFL, ::fcntl(socket.get(), F_GETFL) | O_NONBLOCK);
    if (port_of(socket) == 0) fail(listen, "it is not a TCP socket");
    return socket;
}

bool somebody_waits(int listening) {
    pollfd waiting{listening, POLLIN, 0};
    return ::poll(&waiting, 1, 0) > 0;
}

}  // namespace

Descriptor::~Descriptor() {
    if (number_ >= 0) ::close(number_);
}

Descriptor listen_on(const Listen& listen) {
    return listen.inherited >= 0 ? copy_inherited(listen) : open_listening(listen);
}

std::uint16_t port_of(const Descriptor& listening) {
    Place place;
    place.size = sizeof place.bytes;
    if (::getsockname(listening.get(), reinterpret_cast<sockaddr*>(&place.bytes), &place.size) < 0)
        return 0;
    if (place.bytes.ss_family == AF_INET)
        return ntohs(reinterpret_cast<const sockaddr_in&>(place.bytes).sin_port);
    if (place.bytes.ss_family == AF_INET6)
        return ntohs(reinterpret_cast<const sockaddr_in6&>(place.bytes).sin6_port);
    return 0;
}

Accepted accept_from(int listening) {
    Place place;
    place.size = sizeof place.bytes;
    Accepted accepted;
    accepted.socket =
        Descriptor(::accept4(listening, reinterpret_cast<sockaddr*>(&place.bytes), &place.size,
                             SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (!accepted.socket) {
        accepted.error = errno;
        // Without a free descriptor the kernel does not even look whether somebody waits.
        if (accepted.error == EMFILE && !somebody_waits(listening)) accepted.error = EAGAIN;
        return accepted;
    }
    accepted.is_ipv6 = place.bytes.ss_family == AF_INET6;
    if (accepted.is_ipv6) {
        const auto& v6 = reinterpret_cast<const sockaddr_in6&>(place.bytes);
        std::memcpy(accepted.peer.data(), &v6.sin6_addr, accepted.peer.size());
    } else {
        const auto& v4 = reinterpret_cast<const sockaddr_in&>(place.bytes);
        accepted.peer[10] = accepted.peer[11] = 0xFF;
        std::memcpy(accepted.peer.data() + 12, &v4.sin_addr, 4);
    }
    const int on = 1;  // small answers leave at once
    ::setsockopt(accepted.socket.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return accepted;
}

std::size_t unsent_bytes(int socket) {
    int bytes = 0;
    return ::ioctl(socket, SIOCOUTQ, &bytes) == 0 ? static_cast<std::size_t>(bytes) : 0;
}

void raise_file_limit(std::size_t files) {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) < 0 || limit.rlim_cur >= files) return;
    limit.rlim_cur = std::min<rlim_t>(files, limit.rlim_max);
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace http
