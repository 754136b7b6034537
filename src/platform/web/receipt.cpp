#include "platform/web/receipt.h"

#include "platform/crypto/token.h"

namespace web {

namespace {

// With its length, so that no two lists of fields read the same. Browsers end lines with CRLF where
// scripts send LF.
void add(std::string& all, std::string_view text) {
    std::string plain;
    for (const char c : text) {
        if (c != '\r') plain += c;
    }
    all += std::to_string(plain.size()) + ':' + plain;
}

}  // namespace

bool is_form_number(std::string_view number) { return number.size() >= 16 && number.size() <= 64; }

std::optional<std::string> receipt_of(std::string_view path, const http::Fields& sent,
                                      const std::vector<http::Upload>& uploads) {
    if (!is_form_number(sent.get("once")) || !sent.get("do").empty()) return std::nullopt;
    std::string all;
    add(all, path);
    for (const auto& [name, value] : sent.all()) {
        if (name == "token") continue;  // the same form, sent again with a fresh one
        add(all, name);
        add(all, value);
    }
    for (const auto& upload : uploads) {
        add(all, upload.field);
        add(all, upload.filename);
        add(all, crypto::digest(upload.bytes));
    }
    return crypto::base64url(crypto::digest(all));
}

}  // namespace web
