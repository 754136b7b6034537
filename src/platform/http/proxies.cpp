#include "platform/http/proxies.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include <arpa/inet.h>

namespace http {

namespace {

constexpr Address mapped_start{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0};
constexpr std::size_t mapped_bytes = 12;
constexpr std::size_t subscriber_bytes = 8;

bool is_mapped(const Address& address) {
    return std::equal(mapped_start.begin(), mapped_start.begin() + mapped_bytes, address.begin());
}

std::string_view trim(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// "[::1]:80" and "10.0.0.1:80" as some proxies write them.
std::string_view without_port(std::string_view text) {
    if (text.starts_with('[')) return text.substr(0, text.find(']') + 1);
    if (std::ranges::count(text, ':') == 1) return text.substr(0, text.find(':'));
    return text;
}

std::optional<int> read_bits(std::string_view text, int bits_max) {
    int bits = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), bits);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    if (bits < 0 || bits > bits_max) return std::nullopt;
    return bits;
}

bool shares_bits(const Address& a, const Address& b, int bits) {
    for (std::size_t at = 0; bits > 0; ++at, bits -= 8) {
        const int shift = std::max(0, 8 - bits);
        if ((a[at] >> shift) != (b[at] >> shift)) return false;
    }
    return true;
}

// All hops that the fields name, the nearest last; as many as the limit of a head lets in.
std::vector<std::string_view> forwarded_hops(const Request& request) {
    std::vector<std::string_view> hops;
    for (const auto& header : request.headers) {
        if (!same_name(header.name, "x-forwarded-for")) continue;
        for (std::string_view rest = header.value; !rest.empty();) {
            const auto comma = rest.find(',');
            hops.push_back(trim(rest.substr(0, comma)));
            rest = comma == rest.npos ? std::string_view{} : rest.substr(comma + 1);
        }
    }
    return hops;
}

// What the nearest proxy wrote: the last item of the last such field.
std::string_view forwarded_scheme(const Request& request) {
    std::string_view scheme;
    for (const auto& header : request.headers)
        if (same_name(header.name, "x-forwarded-proto")) scheme = header.value;
    const auto comma = scheme.rfind(',');
    return trim(comma == scheme.npos ? scheme : scheme.substr(comma + 1));
}

}  // namespace

std::optional<Address> read_address(std::string_view text) {
    if (text.starts_with('[') && text.ends_with(']')) text = text.substr(1, text.size() - 2);
    const std::string name(text);
    Address address = mapped_start;
    if (::inet_pton(AF_INET, name.c_str(), address.data() + mapped_bytes) == 1) return address;
    if (::inet_pton(AF_INET6, name.c_str(), address.data()) == 1) return address;
    return std::nullopt;
}

std::string text_of(const Address& address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (is_mapped(address)) {
        ::inet_ntop(AF_INET, address.data() + mapped_bytes, text.data(), text.size());
    } else {
        ::inet_ntop(AF_INET6, address.data(), text.data(), text.size());
    }
    return text.data();
}

std::string subscriber_of(std::string_view peer) {
    auto address = read_address(peer);
    if (!address) return std::string(peer);
    if (!is_mapped(*address)) std::fill(address->begin() + subscriber_bytes, address->end(), 0);
    return text_of(*address);
}

TrustedProxies::TrustedProxies(const std::vector<std::string>& names) {
    for (const std::string_view name : names) {
        const auto slash = name.find('/');
        const auto address = read_address(name.substr(0, slash));
        const int mapping_bits = address && is_mapped(*address) ? 96 : 0;
        const int bits_max = 128 - mapping_bits;
        const auto bits = slash == name.npos ? std::optional(bits_max)
                                             : read_bits(name.substr(slash + 1), bits_max);
        if (!address || !bits)
            throw std::runtime_error("\"" + std::string(name) +
                                     "\" is not the address or network of a proxy.");
        blocks_.push_back({*address, *bits + mapping_bits});
    }
}

bool TrustedProxies::trusts(const Address& address) const {
    return std::ranges::any_of(blocks_, [&](const Block& block) {
        return shares_bits(block.address, address, block.bits);
    });
}

void TrustedProxies::apply(Request& request) const {
    const auto hops = forwarded_hops(request);
    for (auto hop = hops.rbegin(); hop != hops.rend(); ++hop) {
        const auto address = read_address(without_port(*hop));
        if (!address) break;  // what stands further left was not written by one we trust
        request.peer = text_of(*address);
        if (!trusts(*address)) break;
    }
    request.secure = same_name(forwarded_scheme(request), "https");
}

}  // namespace http
