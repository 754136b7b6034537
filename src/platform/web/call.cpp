#include "platform/web/call.h"

#include "platform/crypto/random.h"
#include "platform/crypto/token.h"
#include "platform/html/tags.h"
#include "platform/web/cookies.h"
#include "platform/web/receipt.h"

#include <charconv>

#include <algorithm>

namespace web {

namespace h = html;

bool is_one_click_form(const http::Fields& form) {
    return form.get("List-Unsubscribe") == "One-Click";
}

DrawAgain::DrawAgain(Handler its_page, Refused its_refused)
    : std::logic_error("a page was to be drawn again where nothing was sent"),
      page(std::move(its_page)),
      refused(std::move(its_refused)) {}

Call::Call(const Setting& setting, sql::Tx& tx, const identity::Actor& actor, base::Instant now)
    : setting_(setting), floor_{tx, actor, now}, query_(setting.request.query_fields()) {}

std::string_view Call::part(std::string_view name) const {
    for (const auto& [key, value] : setting_.values) {
        if (key == name) return value;
    }
    return {};
}

std::int64_t Call::number(std::string_view name) const {
    const auto text = part(name);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = end == text.data() + text.size() || *end == '-';
    if (error != std::errc() || !whole || number <= 0) throw base::NotFound();
    return number;
}

const http::Fields& Call::form() const {
    if (!setting_.form) throw std::logic_error("a page that was only asked for has no form");
    return *setting_.form;
}

const http::Upload* Call::upload(std::string_view field) const {
    if (!setting_.uploads) return nullptr;
    const auto found = std::ranges::find(*setting_.uploads, field, &http::Upload::field);
    return found == setting_.uploads->end() ? nullptr : &*found;
}

const Refused& Call::refused() const {
    static const Refused none;
    return setting_.refused ? *setting_.refused : none;
}

std::string Call::typed(std::string_view field, std::string_view otherwise) const {
    if (is_drawn_again() && setting_.form) {
        if (const auto* value = setting_.form->find(field)) return *value;
    }
    return std::string(otherwise);
}

const std::string& Call::version() {
    if (version_.empty()) version_ = floor_.tx.version();
    return version_;
}

http::Response Call::page(Page page) {
    page_ = std::move(page);
    http::Response response;
    response.status = refused().empty() ? page_->status : 422;
    return response;
}

http::Response Call::redirect(std::string_view path, std::string_view flash) const {
    http::Response response;
    response.status = 303;
    response.with("Location", std::string(path));
    if (!flash.empty()) response.with("Set-Cookie", flash_cookie(flash, request().secure));
    return response;
}

http::Response Call::again(Handler page, Refused refused) const {
    throw DrawAgain(std::move(page), std::move(refused));
}

http::Response Call::again(Handler page, base::Refusal refusal) const {
    throw DrawAgain(std::move(page), {std::move(refusal)});
}

void Call::afterwards(std::function<void(const record::Floor&)> work) {
    afterwards_.push_back(std::move(work));
}

http::Response Call::sign_in(const identity::NewSession& session, std::string_view path,
                             std::string_view flash) const {
    auto response = redirect(path, flash);
    response.with("Set-Cookie", session_cookie(session.token, request().secure));
    return response;
}

http::Response Call::sign_out(std::string_view path) const {
    auto response = redirect(path);
    response.with("Set-Cookie", session_cookie({}, request().secure));
    response.with("Clear-Site-Data", "\"cache\", \"storage\"");
    return response;
}

identity::SessionId Call::session() const {
    return setting_.signed_in ? setting_.signed_in->session.id : identity::SessionId{};
}

std::string_view Call::secret() const {
    return setting_.signed_in ? std::string_view(setting_.signed_in->session.secret)
                              : setting_.visitor_secret;
}

const std::string& Call::form_token() const {
    if (token_.empty()) token_ = crypto::form_token(secret());
    return token_;
}

html::Html Call::token_field() const {
    return h::input(h::attr("type", "hidden"), h::attr("name", "token"),
                    h::attr("value", form_token()));
}

html::Html Call::form_fields() const {
    // A page drawn again keeps the number of its form: what was refused has not counted, and the
    // same text counts once, sent from there or from the page that Back brings.
    std::string number = typed("once", {});
    if (!is_form_number(number)) number = crypto::random_token().substr(0, 22);
    return h::all(token_field(), h::input(h::attr("type", "hidden"), h::attr("name", "once"),
                                          h::attr("value", number)));
}

std::string Call::bound(std::string_view purpose) const {
    return crypto::base64url(crypto::keyed_digest(secret(), purpose));
}

bool Call::is_token(std::string_view token) const {
    return !secret().empty() && crypto::is_form_token(secret(), token);
}

}  // namespace web
