#pragma once
// A page as a person reads it: find what stands there, fill a form, press its button. HTML is
// parsed by gumbo, as browsers do.

#include "platform/http/message.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace testing_site {

// One element of a page; valid as long as the page is.
class Piece {
public:
    explicit Piece(const void* node) : node_(node) {}
    std::string text() const;  // all text within, white space folded
    std::optional<std::string> attribute(std::string_view name) const;
    std::string tag() const;
    std::vector<Piece> all(std::string_view selector) const;

private:
    friend class Page;
    const void* node_;
};

// "article.post", "#p3", "input[name=token]", "form[action*=/replies]"; one element, no descent.
class Page {
public:
    explicit Page(http::Response response);

    int status() const { return response_.status; }
    const std::string& body() const { return response_.body; }
    std::string header(std::string_view name) const;
    std::string headers() const;  // all of them, a line each
    std::string location() const { return header("Location"); }

    std::vector<Piece> all(std::string_view selector) const;
    bool has(std::string_view selector) const { return !all(selector).empty(); }
    Piece find(std::string_view selector) const;  // throws std::runtime_error if there is none
    bool says(std::string_view words) const;      // anywhere in its text
    std::string name() const;                     // data-page

    // The fields of a form as a browser would send them, by a part of its action.
    http::Fields fields_of(std::string_view action_part) const;
    std::string action_of(std::string_view action_part) const;

private:
    http::Response response_;
    std::shared_ptr<void> tree_;  // shared: pieces of a copied page stay good
};

}  // namespace testing_site
