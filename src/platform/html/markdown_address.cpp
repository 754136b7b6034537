#include "platform/html/markdown_address.h"

#include <algorithm>
#include <array>

namespace html {

namespace {

bool starts_with_ignoring_case(std::string_view text, std::string_view beginning) {
    return text.size() > beginning.size() &&
           std::ranges::equal(text.substr(0, beginning.size()), beginning, {}, [](char c) {
               return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
           });
}

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

// What does not belong in an address, or reads as something else there ("\\" is "/" to a browser).
constexpr std::array<bool, 256> foreign = [] {
    std::array<bool, 256> table{};
    for (const unsigned char c : std::string_view(" \"<>\\^`{|}")) table[c] = true;
    return table;
}();

bool is_foreign(char c) {
    return foreign[static_cast<unsigned char>(c)];
}

bool is_host_start(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '[' || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

Target target_of(std::string_view address) {
    if (address.empty() || address.size() > address_bytes_max) return Target::refused;
    if (std::ranges::any_of(address, is_control)) return Target::refused;
    if (address.front() == '#') return Target::inside;
    if (address.front() == '/') {
        const bool is_other_host =
            address.size() > 1 && (address[1] == '/' || address[1] == '\\');
        return is_other_host ? Target::refused : Target::inside;
    }
    if (starts_with_ignoring_case(address, "mailto:")) return Target::mail;
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (starts_with_ignoring_case(address, scheme) && is_host_start(address[scheme.size()])) {
            return Target::outside;
        }
    }
    return Target::refused;
}

void percent_encode(std::string& address) {
    if (std::ranges::none_of(address, is_foreign)) return;
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : address) {
        if (!is_foreign(c)) {
            encoded += c;
            continue;
        }
        encoded += '%';
        encoded += digits[static_cast<unsigned char>(c) >> 4];
        encoded += digits[static_cast<unsigned char>(c) & 15];
    }
    address = std::move(encoded);
}

}  // namespace html
