#include "platform/http/message.h"

#include "platform/base/text.h"

#include <algorithm>
#include <array>

namespace http {

namespace {

constexpr std::size_t fields_max = 2'000;  // of one query or form; more is an attack, not a form
constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

constexpr char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char small = lower(c);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

bool is_unreserved(char c) {  // RFC 3986, 2.3
    const char small = lower(c);
    return (small >= 'a' && small <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '_' || c == '~';
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

// What stands up to `separator`; `rest` keeps what follows it.
std::string_view cut(std::string_view& rest, char separator) {
    const auto at = rest.find(separator);
    const auto head = rest.substr(0, at);
    rest = at == std::string_view::npos ? std::string_view{} : rest.substr(at + 1);
    return head;
}

// Length of the well-formed UTF-8 sequence (not NUL) at the front of `text`; 0 if there is none.
std::size_t sequence_length(std::string_view text) {
    for (std::size_t length = 1; length <= std::min<std::size_t>(4, text.size()); ++length)
        if (base::is_utf8(text.substr(0, length))) return length;
    return 0;
}

std::string repaired(std::string text) {
    if (base::is_utf8(text)) return text;
    std::string good;
    for (std::string_view rest = text; !rest.empty();) {
        const auto length = sequence_length(rest);
        good += length ? rest.substr(0, length) : replacement;
        rest.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return good;
}

// In a query a stray '%' stands for itself: people edit addresses by hand.
std::string lenient_decode(std::string_view text) {
    if (auto decoded = percent_decode(text, true)) return repaired(std::move(*decoded));
    return repaired(std::string(text));
}

bool is_safe_path(std::string_view path) {
    const auto is_control = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    };
    if (path.empty() || path.front() != '/') return false;
    if (!base::is_utf8(path) || path.contains('\\')) return false;
    if (std::ranges::any_of(path, is_control)) return false;
    while (!path.empty()) {
        const auto segment = cut(path, '/');
        if (segment == "." || segment == "..") return false;
    }
    return true;
}

bool has_encoded_slash(std::string_view raw) {
    for (std::size_t at = raw.find('%'); at != std::string_view::npos; at = raw.find('%', at + 1))
        if (same_name(raw.substr(at, 3), "%2f")) return true;
    return false;
}

// The media type is absent (a client by hand) or that of an urlencoded form.
bool may_be_form(std::string_view content_type) {
    const auto type = trim(content_type.substr(0, content_type.find(';')));
    return type.empty() || same_name(type, "application/x-www-form-urlencoded");
}

}  // namespace

void Fields::add(std::string name, std::string value) {
    all_.emplace_back(std::move(name), std::move(value));
}

const std::string* Fields::find(std::string_view name) const {
    const auto at = std::ranges::find(all_, name, [](const auto& field) -> std::string_view {
        return field.first;
    });
    return at == all_.end() ? nullptr : &at->second;
}

std::string_view Fields::get(std::string_view name) const {
    const auto* value = find(name);
    return value ? std::string_view(*value) : std::string_view{};
}

bool same_name(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, lower, lower);
}

std::string_view Request::header(std::string_view name) const {
    for (const auto& header : headers)
        if (same_name(header.name, name)) return header.value;
    return {};
}

std::string_view Request::cookie(std::string_view name) const {
    for (const auto& header : headers) {
        if (!same_name(header.name, "cookie")) continue;
        for (std::string_view rest = header.value; !rest.empty();) {
            auto value = cut(rest, ';');
            if (!value.contains('=')) continue;
            if (trim(cut(value, '=')) == name) return trim(value);
        }
    }
    return {};
}

Fields Request::query_fields() const {
    Fields fields;
    for (std::string_view rest = query; !rest.empty() && fields.all().size() < fields_max;) {
        auto value = cut(rest, '&');
        if (value.empty()) continue;
        auto name = lenient_decode(cut(value, '='));
        fields.add(std::move(name), lenient_decode(value));
    }
    return fields;
}

std::optional<Fields> Request::form_fields() const {
    if (!may_be_form(header("content-type")) || !body_file.empty()) return std::nullopt;
    Fields fields;
    for (std::string_view rest = body; !rest.empty();) {
        auto raw_value = cut(rest, '&');
        if (raw_value.empty()) continue;
        auto name = percent_decode(cut(raw_value, '='), true);
        auto value = percent_decode(raw_value, true);
        if (!name || !value || !base::is_utf8(*name) || !base::is_utf8(*value)) return std::nullopt;
        if (fields.all().size() == fields_max) return std::nullopt;
        fields.add(std::move(*name), std::move(*value));
    }
    return fields;
}

Response& Response::with(std::string name, std::string value) & {
    headers.push_back({std::move(name), std::move(value)});
    return *this;
}

Response&& Response::with(std::string name, std::string value) && {
    headers.push_back({std::move(name), std::move(value)});
    return std::move(*this);
}

std::string percent_encode(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    encoded.reserve(text.size());
    for (const char c : text) {
        if (is_unreserved(c)) {
            encoded += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            encoded += {'%', digits[byte >> 4], digits[byte & 15]};
        }
    }
    return encoded;
}

std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '+' && plus_is_space) {
            decoded += ' ';
        } else if (text[at] != '%') {
            decoded += text[at];
        } else {
            if (at + 2 >= text.size()) return std::nullopt;
            const int high = hex_value(text[at + 1]), low = hex_value(text[at + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            decoded += static_cast<char>(high * 16 + low);
            at += 2;
        }
    }
    return decoded;
}

std::optional<std::string> decode_path(std::string_view raw) {
    if (has_encoded_slash(raw)) return std::nullopt;
    auto path = percent_decode(raw, false);
    if (!path || !is_safe_path(*path)) return std::nullopt;
    return path;
}

}  // namespace http
