#pragma once
// Who a request comes from, when a reverse proxy stands in front: X-Forwarded-For and -Proto count
// only from peers that the operator named. Addresses are read, never looked up.

#include "platform/http/message.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace http {

// An address as 16 bytes; IPv4 as its IPv6 mapping, so that both spellings are one address.
using Address = std::array<std::uint8_t, 16>;

std::optional<Address> read_address(std::string_view text);  // "10.0.0.1", "::1", "[::1]"
std::string text_of(const Address& address);                 // IPv4 without its mapping

// What is counted as one: an IPv4 address, or the /64 network of an IPv6 address. That is what one
// line is given, and whoever has it may come from another address with every request.
std::string subscriber_of(std::string_view peer);  // itself, if it is no address

class TrustedProxies {
public:
    // Addresses or networks ("10.0.0.0/8"); throws std::runtime_error naming one that is neither.
    explicit TrustedProxies(const std::vector<std::string>& names);
    bool trusts(const Address& address) const;

    // Sets peer and `secure` from the fields of a proxy that trusts() let through.
    void apply(Request& request) const;

private:
    struct Block {
        Address address;
        int bits;
    };
    std::vector<Block> blocks_;
};

}  // namespace http
