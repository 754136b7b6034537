#include "platform/http/writer.h"

#include "platform/base/log.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace http {

namespace {

constexpr std::size_t compressed_min = 1024;             // less gains nothing
constexpr std::size_t compressed_max = 8 * 1024 * 1024;  // more would hold a thread too long

constexpr std::array<std::string_view, 7> weekdays{"Sun", "Mon", "Tue", "Wed",
                                                   "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

const Header* find(const Response& response, std::string_view name) {
    for (const auto& header : response.headers)
        if (same_name(header.name, name)) return &header;
    return nullptr;
}

std::string_view value_of(const Response& response, std::string_view name) {
    const auto* header = find(response, name);
    return header ? std::string_view(header->value) : std::string_view{};
}

// W/"x" and "x" are the same for a reader: RFC 9110, 8.8.3.2.
std::string_view opaque_tag(std::string_view tag) {
    return tag.starts_with("W/") ? tag.substr(2) : tag;
}

bool names_tag(std::string_view list, std::string_view tag) {
    if (list == "*") return true;
    tag = opaque_tag(tag);
    while (!list.empty()) {
        const auto start = list.find('"');
        if (start == list.npos) return false;
        const auto end = list.find('"', start + 1);
        if (end == list.npos) return false;
        if (list.substr(start, end - start + 1) == tag) return true;
        list.remove_prefix(end + 1);
    }
    return false;
}

bool client_has_it(const Response& response, const Wishes& wishes) {
    if (response.status != 200 || wishes.method == Method::post || response.stream) return false;
    if (!wishes.if_none_match.empty()) {
        const auto tag = value_of(response, "etag");
        return !tag.empty() && names_tag(wishes.if_none_match, tag);
    }
    if (wishes.if_modified_since.empty()) return false;
    const auto changed = read_http_date(value_of(response, "last-modified"));
    const auto known = read_http_date(wishes.if_modified_since);
    return changed && known && *changed <= *known;
}

void make_not_modified(Response& response) {
    response.status = 304;
    response.body.clear();
    response.static_body = {};
    response.file.clear();
    std::erase_if(response.headers, [](const Header& header) {
        return same_name(header.name, "content-type") ||
               same_name(header.name, "content-encoding") ||
               same_name(header.name, "content-language");
    });
}

// Could another client get this response compressed? Then caches must be told.
bool depends_on_encoding(const Response& response) {
    const auto size = body_of(response).size();
    return response.may_compress && response.file.empty() && !response.stream &&
           size >= compressed_min && size <= compressed_max && !has_no_body(response.status) &&
           !find(response, "content-encoding") &&
           is_compressible(value_of(response, "content-type"));
}

void weaken_tag(Response& response) {  // the bytes differ from those the strong tag named
    for (auto& header : response.headers)
        if (same_name(header.name, "etag") && header.value.starts_with('"'))
            header.value.insert(0, "W/");
}

void compress_body(Response& response, Encoding encoding) {
    auto smaller = compress(encoding, body_of(response));
    if (!smaller) return;
    response.body = std::move(*smaller);
    response.static_body = {};
    response.with("Content-Encoding", encoding == Encoding::brotli ? "br" : "gzip");
    weaken_tag(response);
}

bool belongs_to_server(std::string_view name) {
    switch (name.size()) {
    case 4: return same_name(name, "date");
    case 10: return same_name(name, "connection") || same_name(name, "keep-alive");
    case 14: return same_name(name, "content-length");
    case 17: return same_name(name, "transfer-encoding");
    default: return false;
    }
}

bool stays_in_line(const Header& header) {
    constexpr std::string_view breaking("\r\n\0", 3);
    if (!header.name.empty() && header.name.find_first_of(" :\r\n") == header.name.npos &&
        header.value.find_first_of(breaking) == header.value.npos)
        return true;
    base::log::error("http.bad_response_header", {{"name", base::log::ours(header.name)}});
    return false;
}

void append_number(std::string& bytes, std::uint64_t number) {
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    bytes.append(digits.data(), end);
}

void append_persistence(std::string& bytes, Persistence persistence) {
    if (persistence == Persistence::close) bytes += "Connection: close\r\n";
    if (persistence == Persistence::keep_http_1_0) bytes += "Connection: keep-alive\r\n";
}

std::optional<int> read_number(std::string_view digits) {
    int number = 0;
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), number);
    if (error != std::errc{} || end != digits.end() || number < 0) return std::nullopt;
    return number;
}

}  // namespace

Wishes wishes_of(const Request& request) {
    Wishes wishes{.method = request.method};
    for (const auto& [name, value] : request.headers) {
        if (same_name(name, "accept-encoding")) wishes.encoding = preferred_encoding(value);
        if (same_name(name, "if-none-match")) wishes.if_none_match = value;
        if (same_name(name, "if-modified-since")) wishes.if_modified_since = value;
    }
    return wishes;
}

void shape(Response& response, const Wishes& wishes) {
    const bool varies = depends_on_encoding(response);
    if (varies) response.with("Vary", "Accept-Encoding");
    if (client_has_it(response, wishes)) {
        make_not_modified(response);
    } else if (varies && wishes.encoding != Encoding::none) {
        compress_body(response, wishes.encoding);
    }
}

void write_head(std::string& bytes, const Response& response, const HeadFacts& facts) {
    bytes += "HTTP/1.1 ";
    append_number(bytes, static_cast<std::uint64_t>(response.status));
    (bytes += ' ') += reason_of(response.status);
    ((bytes += "\r\nDate: ") += facts.date) += "\r\n";
    for (const auto& header : response.headers) {
        if (belongs_to_server(header.name) || !stays_in_line(header)) continue;
        (((bytes += header.name) += ": ") += header.value) += "\r\n";
    }
    if (facts.length && !has_no_body(response.status)) {
        bytes += "Content-Length: ";
        append_number(bytes, *facts.length);
        bytes += "\r\n";
    }
    append_persistence(bytes, facts.persistence);
    bytes += "\r\n";
}

std::string_view reason_of(int status) {
    struct Reason {
        int status;
        std::string_view text;
    };
    static constexpr auto reasons = std::to_array<Reason>(
        {{200, "OK"}, {201, "Created"}, {202, "Accepted"}, {204, "No Content"},
         {206, "Partial Content"}, {301, "Moved Permanently"}, {302, "Found"}, {303, "See Other"},
         {304, "Not Modified"}, {307, "Temporary Redirect"}, {308, "Permanent Redirect"},
         {400, "Bad Request"}, {401, "Unauthorized"}, {403, "Forbidden"}, {404, "Not Found"},
         {405, "Method Not Allowed"}, {406, "Not Acceptable"}, {408, "Request Timeout"},
         {409, "Conflict"}, {410, "Gone"}, {411, "Length Required"}, {412, "Precondition Failed"},
         {413, "Content Too Large"}, {414, "URI Too Long"}, {415, "Unsupported Media Type"},
         {417, "Expectation Failed"}, {422, "Unprocessable Content"}, {423, "Locked"},
         {428, "Precondition Required"}, {429, "Too Many Requests"},
         {431, "Request Header Fields Too Large"}, {500, "Internal Server Error"},
         {501, "Not Implemented"}, {502, "Bad Gateway"}, {503, "Service Unavailable"},
         {504, "Gateway Timeout"}, {505, "HTTP Version Not Supported"},
         {507, "Insufficient Storage"}});
    const auto at = std::ranges::find(reasons, status, &Reason::status);
    return at == reasons.end() ? "Status" : at->text;
}

bool has_no_body(int status) {
    return status == 204 || status == 304;
}

std::string_view body_of(const Response& response) {
    return response.static_body.data() ? response.static_body : std::string_view(response.body);
}

std::string http_date(std::time_t at) {
    std::tm utc{};
    ::gmtime_r(&at, &utc);
    std::string text;
    const auto two_digits = [&](int number) {
        if (number < 10) text += '0';
        append_number(text, static_cast<std::uint64_t>(number));
    };
    (text += weekdays[static_cast<std::size_t>(utc.tm_wday)]) += ", ";
    two_digits(utc.tm_mday);
    ((text += ' ') += months[static_cast<std::size_t>(utc.tm_mon)]) += ' ';
    append_number(text, static_cast<std::uint64_t>(utc.tm_year + 1900));
    text += ' ';
    two_digits(utc.tm_hour);
    text += ':';
    two_digits(utc.tm_min);
    text += ':';
    two_digits(utc.tm_sec);
    return text += " GMT";
}

std::optional<std::time_t> read_http_date(std::string_view text) {
    if (text.size() != 29 || text.substr(3, 2) != ", " || !text.ends_with(" GMT"))
        return std::nullopt;
    const auto month = std::ranges::find(months, text.substr(8, 3));
    const auto day = read_number(text.substr(5, 2)), year = read_number(text.substr(12, 4));
    const auto hour = read_number(text.substr(17, 2)), minute = read_number(text.substr(20, 2));
    const auto second = read_number(text.substr(23, 2));
    if (month == months.end() || !day || !year || !hour || !minute || !second) return std::nullopt;
    std::tm utc{};
    utc.tm_mday = *day;
    utc.tm_mon = static_cast<int>(month - months.begin());
    utc.tm_year = *year - 1900;
    utc.tm_hour = *hour;
    utc.tm_min = *minute;
    utc.tm_sec = *second;
    return ::timegm(&utc);
}

Response plain_error_page(int status) {
    const std::string title = std::to_string(status) + " " + std::string(reason_of(status));
    Response page;
    page.status = status;
    page.with("Content-Type", "text/html; charset=utf-8").with("Cache-Control", "no-store");
    page.body = "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>" + title +
                "</title><h1>" + title + "</h1></html>\n";
    return page;
}

}  // namespace http
