#include "platform/http/head.h"

#include "platform/http/message.h"

#include <algorithm>
#include <array>
#include <cstdint>

// head         = request-line *( field CRLF ) CRLF               RFC 9112, without its leniencies:
// request-line = token SP target SP "HTTP/1." ( "0" / "1" ) CRLF    one space, no bare LF or CR,
// field        = token ":" OWS value OWS                           no folding, no space before ":"
// target       = origin-form / absolute-form with the same authority as Host

namespace http {

namespace {

constexpr std::size_t fields_max = 100;
constexpr std::size_t line_overhead = 32;      // method, spaces and version around a target
constexpr std::size_t length_digits_max = 18;  // fits 63 bits

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

constexpr bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr auto token_table = [] {
    std::array<bool, 256> table{};
    for (int c = 0; c < 128; ++c)
        table[c] = is_digit(static_cast<char>(c)) || is_letter(static_cast<char>(c)) ||
                   std::string_view("!#$%&'*+-.^_`|~").contains(static_cast<char>(c));
    return table;
}();

bool is_token_char(char c) {
    return token_table[static_cast<unsigned char>(c)];
}

bool is_token(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, is_token_char);
}

bool is_value_char(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 0x20 && byte != 0x7F) || c == '\t';
}

bool is_target_char(char c) {  // what is left needs percent-encoding; '#' never travels
    return c > 0x20 && c < 0x7F && c != '#' && c != '"' && c != '<' && c != '>';
}

bool is_authority(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return is_digit(c) || is_letter(c) || std::string_view("-._:[]").contains(c);
    });
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

// The line up to CRLF; what follows stays in `rest`. A bare LF gives a line that nothing accepts.
std::string_view take_line(std::string_view& rest) {
    const auto at = rest.find('\n');
    const auto line = rest.substr(0, at);
    rest.remove_prefix(at + 1);
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : "\n";
}

// The scheme's length in an absolute-form target ("http://" or "https://"), else 0.
std::size_t scheme_length(std::string_view target) {
    for (const std::string_view scheme : {"http://", "https://"})
        if (same_name(target.substr(0, scheme.size()), scheme)) return scheme.size();
    return 0;
}

std::string_view authority_of(std::string_view target) {
    target.remove_prefix(scheme_length(target));
    return target.substr(0, target.find_first_of("/?"));
}

int check_version(std::string_view version) {
    if (version == "HTTP/1.1" || version == "HTTP/1.0") return 0;
    const bool is_version = version.size() == 8 && version.starts_with("HTTP/") &&
                            is_digit(version[5]) && version[6] == '.' && is_digit(version[7]);
    return is_version ? 505 : 400;
}

int check_method(std::string_view method) {
    if (method == "GET" || method == "HEAD" || method == "POST") return 0;
    if (!is_token(method)) return 400;
    for (const auto known : {"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"})
        if (method == known) return 405;
    return 501;
}

struct RequestLine {
    std::string_view method, target, version;
};

int check_request_line(std::string_view line, const Limits& limits, RequestLine& parts) {
    const auto first = line.find(' ');
    const auto second = line.find(' ', first + 1);
    if (first == line.npos || second == line.npos) return 400;
    parts = {line.substr(0, first), line.substr(first + 1, second - first - 1),
             line.substr(second + 1)};
    if (parts.target.size() > limits.target_bytes_max) return 414;
    if (const int refusal = check_version(parts.version)) return refusal;
    if (const int refusal = check_method(parts.method)) return refusal;
    const bool is_known_form = parts.target.starts_with('/') || scheme_length(parts.target) > 0;
    if (!is_known_form || !std::ranges::all_of(parts.target, is_target_char)) return 400;
    return 0;
}

struct Field {
    std::string_view name, value;
};

int check_field(std::string_view line, Field& field) {
    const auto colon = line.find(':');
    if (colon == line.npos) return 400;  // also: a folded line without one
    field = {line.substr(0, colon), trim(line.substr(colon + 1))};
    const bool is_good = is_token(field.name) && std::ranges::all_of(field.value, is_value_char);
    return is_good ? 0 : 400;  // a folded line starts with a space, which is in no token
}

// What the fields say that decide where this request ends and the next begins.
struct Framing {
    std::string_view length, host;
    bool has_length = false, is_chunked = false, has_host = false, expects_continue = false;
};

int take_length(std::string_view value, Framing& framing) {
    if (framing.has_length || value.empty() || !std::ranges::all_of(value, is_digit)) return 400;
    framing.has_length = true;
    framing.length = value;
    return value.size() > length_digits_max ? 413 : 0;
}

int take_coding(std::string_view value, Framing& framing) {
    if (framing.is_chunked) return 400;
    if (!same_name(value, "chunked")) return is_token(value) ? 501 : 400;
    framing.is_chunked = true;
    return 0;
}

int take_host(std::string_view value, Framing& framing) {
    if (framing.has_host || !is_authority(value)) return 400;
    framing.has_host = true;
    framing.host = value;
    return 0;
}

int take_expectation(std::string_view value, Framing& framing) {
    framing.expects_continue = same_name(value, "100-continue");
    return framing.expects_continue ? 0 : 417;
}

int take_field(const Field& field, Framing& framing) {
    switch (field.name.size()) {  // few fields matter; most are let go by their length
    case 4:
        return same_name(field.name, "host") ? take_host(field.value, framing) : 0;
    case 6:
        return same_name(field.name, "expect") ? take_expectation(field.value, framing) : 0;
    case 14:
        return same_name(field.name, "content-length") ? take_length(field.value, framing) : 0;
    case 17:
        return same_name(field.name, "transfer-encoding") ? take_coding(field.value, framing) : 0;
    default: return 0;
    }
}

int check_fields(std::string_view rest, Framing& framing) {
    std::size_t count = 0;
    while (!rest.empty()) {
        const auto line = take_line(rest);
        if (line.empty()) return 0;
        Field field;
        if (++count > fields_max) return 431;
        if (const int refusal = check_field(line, field)) return refusal;
        if (const int refusal = take_field(field, framing)) return refusal;
    }
    return 400;
}

int check_framing(const Framing& framing, const RequestLine& line) {
    const bool is_old = line.version == "HTTP/1.0";
    if (framing.is_chunked && (framing.has_length || is_old)) return 400;
    if (!framing.has_host && !is_old) return 400;
    if (scheme_length(line.target) > 0) {
        const auto authority = authority_of(line.target);
        if (!is_authority(authority)) return 400;
        if (framing.has_host && !same_name(authority, framing.host)) return 400;
    }
    if (line.method == "POST") return framing.has_length || framing.is_chunked ? 0 : 411;
    const bool has_body = framing.is_chunked || framing.length.find_first_not_of('0') !=
                                                    std::string_view::npos;
    return has_body ? 400 : 0;
}

// Bytes without a whole head: can they still become one?
HeadEnd judge_partial(std::string_view bytes, const Limits& limits) {
    const bool line_ended = bytes.substr(0, limits.target_bytes_max + line_overhead).contains('\n');
    if (!line_ended && bytes.size() > limits.target_bytes_max + line_overhead) return {0, 414};
    return {0, bytes.size() > limits.header_bytes_max ? 431 : 0};
}

}  // namespace

HeadEnd find_head_end(std::string_view bytes, std::size_t& scanned, const Limits& limits) {
    if (!bytes.empty() && !is_token_char(bytes.front())) return {0, 400};  // TLS, rubbish
    for (;;) {
        const auto at = bytes.find('\n', scanned);
        if (at == bytes.npos) break;
        if (at == 0 || bytes[at - 1] != '\r') return {0, 400};
        scanned = at + 1;
        if (at < 3 || bytes.substr(at - 3, 4) != "\r\n\r\n") continue;
        const bool is_target_long =
            bytes.find('\n') > limits.target_bytes_max + line_overhead;
        const bool is_long = scanned > limits.header_bytes_max;
        return is_target_long || is_long ? HeadEnd{0, is_target_long ? 414 : 431}
                                         : HeadEnd{scanned, 0};
    }
    scanned = bytes.size();
    return judge_partial(bytes, limits);
}

HeadVerdict check_head(std::string_view head, const Limits& limits) {
    if (!head.ends_with("\r\n\r\n")) return {400};
    RequestLine line;
    Framing framing;
    if (const int refusal = check_request_line(take_line(head), limits, line)) return {refusal};
    if (const int refusal = check_fields(head, framing)) return {refusal};
    if (const int refusal = check_framing(framing, line)) return {refusal};
    return {0, framing.expects_continue && line.version == "HTTP/1.1"};
}

std::string_view origin_form(std::string_view target) {
    const auto scheme = scheme_length(target);
    if (scheme == 0) return target;
    target.remove_prefix(scheme + authority_of(target).size());
    return target.empty() ? "/" : target;  // "http://host?b" keeps its "?b": decode_path refuses it
}

}  // namespace http
