#include "platform/web/cookies.h"

#include "platform/base/text.h"
#include "platform/identity/identity.h"

namespace web {

namespace {

constexpr std::string_view session_name = "session";
constexpr std::string_view visitor_name = "visitor";
constexpr std::string_view flash_name = "flash";
constexpr std::size_t flash_characters_max = 200;

std::string full_name(std::string_view name, bool secure) {
    return secure ? "__Host-" + std::string(name) : std::string(name);
}

std::string cookie(std::string_view name, std::string_view value, bool secure,
                   std::int64_t life_s) {
    std::string text = full_name(name, secure);
    text += '=';
    text += value;
    text += "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + std::to_string(life_s);
    if (secure) text += "; Secure";
    return text;
}

}  // namespace

std::string session_cookie(std::string_view token, bool secure) {
    const auto life = std::chrono::duration_cast<base::seconds>(identity::session_life);
    return cookie(session_name, token, secure, token.empty() ? 0 : life.count());
}

std::string visitor_cookie(std::string_view secret, bool secure) {
    return cookie(visitor_name, secret, secure, 24 * 3600);
}

std::string flash_cookie(std::string_view sentence, bool secure) {
    return cookie(flash_name, http::percent_encode(sentence), secure, sentence.empty() ? 0 : 60);
}

std::string_view session_token(const http::Request& request) {
    return request.cookie(full_name(session_name, request.secure));
}

std::string_view visitor_secret(const http::Request& request) {
    return request.cookie(full_name(visitor_name, request.secure));
}

std::string flash(const http::Request& request) {
    const auto raw = request.cookie(full_name(flash_name, request.secure));
    auto sentence = http::percent_decode(raw, false).value_or("");
    if (!base::is_utf8(sentence) || base::length(sentence) > flash_characters_max) return {};
    return sentence;
}

}  // namespace web
