#include "tests/support/page_check.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace testing_site {

namespace {

using Faults = std::vector<std::string>;

void want_one(const Page& page, std::string_view selector, Faults& faults) {
    const auto count = page.all(selector).size();
    if (count == 1) return;
    faults.push_back(std::to_string(count) + " of " + std::string(selector) + ", not one");
}

void check_frame(const Page& page, Faults& faults) {
    want_one(page, "h1", faults);
    want_one(page, "main#main", faults);
    want_one(page, "title", faults);
    want_one(page, "a.skip", faults);
    for (const Piece& skip : page.all("a.skip")) {
        if (skip.attribute("href") != "#main") faults.push_back("the skip link leads elsewhere");
    }
    for (const Piece& title : page.all("title")) {
        if (title.text().empty()) faults.push_back("an empty title");
    }
    if (page.name().empty()) faults.push_back("no data-page");
    if (page.all("html").front().attribute("lang").value_or("").empty()) {
        faults.push_back("no language");
    }
}

std::string name_of(const Piece& piece) {
    std::string name = piece.tag();
    for (const char* attribute : {"id", "name", "type", "href"}) {
        if (const auto value = piece.attribute(attribute)) {
            name += std::string(" ") + attribute + "=" + *value;
        }
    }
    return name;
}

bool has_label(const Piece& control, const std::set<std::string>& labelled,
               const std::set<std::string>& wrapped) {
    if (!control.attribute("aria-label").value_or("").empty()) return true;
    if (control.attribute("aria-labelledby")) return true;
    if (labelled.contains(control.attribute("id").value_or("?"))) return true;
    return wrapped.contains(name_of(control));
}

void check_labels(const Page& page, Faults& faults) {
    std::set<std::string> labelled, wrapped;
    for (const Piece& label : page.all("label")) {
        if (label.text().empty()) faults.push_back("an empty label");
        labelled.insert(label.attribute("for").value_or(""));
        for (const char* tag : {"input", "select", "textarea"}) {
            for (const Piece& control : label.all(tag)) wrapped.insert(name_of(control));
        }
    }
    static const std::set<std::string> silent = {"hidden", "submit", "button", "reset"};
    for (const char* tag : {"input", "select", "textarea"}) {
        for (const Piece& control : page.all(tag)) {
            if (silent.contains(control.attribute("type").value_or(""))) continue;
            if (!has_label(control, labelled, wrapped)) {
                faults.push_back("no label: " + name_of(control));
            }
        }
    }
    for (const char* tag : {"a", "button"}) {
        for (const Piece& piece : page.all(tag)) {
            if (piece.text().empty() && !piece.attribute("aria-label")) {
                faults.push_back("no words: " + name_of(piece));
            }
        }
    }
}

void check_ids(const Page& page, Faults& faults) {
    std::set<std::string> ids;
    for (const Piece& piece : page.all("[id]")) {
        const auto id = *piece.attribute("id");
        if (!ids.insert(id).second) faults.push_back("the id " + id + " stands twice");
    }
    for (const char* attribute : {"for", "aria-labelledby", "aria-describedby", "form"}) {
        for (const Piece& piece : page.all("[" + std::string(attribute) + "]")) {
            const std::string wanted = *piece.attribute(attribute) + ' ';
            for (std::size_t at = 0; at < wanted.size();) {
                const auto end = wanted.find(' ', at);
                const auto id = wanted.substr(at, end - at);
                if (!ids.contains(id)) {
                    faults.push_back(std::string(attribute) + " names " + id +
                                     ", which is nowhere");
                }
                at = end + 1;
            }
        }
    }
}

// Names of attributes such as onclick, wherever a tag has them.
bool has_script_attribute(const std::string& body) {
    bool in_tag = false, in_quotes = false;
    for (std::size_t i = 0; i + 3 < body.size(); ++i) {
        const char c = body[i];
        if (in_quotes) in_quotes = c != '"';
        else if (in_tag && c == '"') in_quotes = true;
        else if (c == '<') in_tag = true;
        else if (c == '>') in_tag = false;
        else if (in_tag && c == ' ' && body.compare(i + 1, 2, "on") == 0 &&
                 std::isalpha(static_cast<unsigned char>(body[i + 3])))
            return true;
    }
    return false;
}

void check_safety(const Page& page, Faults& faults) {
    if (page.has("[style]") || page.has("style")) faults.push_back("an inline style");
    if (has_script_attribute(page.body())) faults.push_back("an inline handler");
    for (const Piece& script : page.all("script")) {
        if (!script.attribute("src")) faults.push_back("an inline script");
    }
    for (const char* attribute : {"href", "action", "formaction"}) {
        for (const Piece& piece : page.all("[" + std::string(attribute) + "]")) {
            const auto address = *piece.attribute(attribute);
            if (address == "#" || address.empty()) {
                faults.push_back("an address that was refused: " + name_of(piece));
            }
        }
    }
}

// As a browser resolves it. Ours are all absolute, or a part of the same page.
std::string resolved(const std::string& link, const std::string& address) {
    const auto path = address.substr(0, address.find('?'));
    if (link.starts_with('?')) return path + link;
    if (link.starts_with('/') || link.find(':') != link.npos) return link;
    return path.substr(0, path.rfind('/') + 1) + link;
}

bool leads_out(const std::string& link) { return link.find(':') < link.find('/'); }

bool leads_somewhere(http::Method method, const std::string& link, const web::Routes& routes) {
    const auto path = link.substr(0, link.find_first_of("?#"));
    if (path.starts_with("/assets/")) return method == http::Method::get;
    return routes.find(method, path).route != nullptr;
}

}  // namespace

std::vector<std::string> dead_ends_of(const Page& page, const std::string& address,
                                      const web::Routes& routes) {
    Faults dead;
    const auto check = [&](const Piece& piece, const char* attribute, http::Method method) {
        const auto link = piece.attribute(attribute).value_or("");
        if (leads_out(link)) return;
        const bool is_here = link.starts_with('#');
        const bool is_good = is_here ? page.has("[id=" + link.substr(1) + "]")
                                     : leads_somewhere(method, resolved(link, address), routes);
        if (!is_good) dead.push_back(name_of(piece) + " leads nowhere from " + address);
    };
    using enum http::Method;
    for (const Piece& link : page.all("a[href]")) check(link, "href", get);
    for (const char* attribute : {"data-src", "data-people"}) {
        for (const Piece& piece : page.all("[" + std::string(attribute) + "]")) {
            check(piece, attribute, get);
        }
    }
    for (const Piece& area : page.all("[data-draft]")) check(area, "data-draft", post);
    for (const Piece& button : page.all("[formaction]")) check(button, "formaction", post);
    for (const Piece& form : page.all("form")) {
        if (form.all("button").empty()) continue;  // its buttons stand elsewhere, with addresses
        check(form, "action", form.attribute("method") == "post" ? post : get);
    }
    return dead;
}

std::vector<std::string> faults_of(const Page& page) {
    Faults faults;
    if (!page.body().starts_with("<!DOCTYPE html>")) faults.push_back("no doctype");
    check_frame(page, faults);
    check_labels(page, faults);
    check_ids(page, faults);
    check_safety(page, faults);
    return faults;
}

std::vector<std::string> missing_headers(const Page& page) {
    Faults missing;
    for (const char* name : {"Content-Security-Policy", "X-Content-Type-Options",
                             "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy",
                             "Permissions-Policy", "Referrer-Policy", "Cache-Control"}) {
        if (page.header(name).empty()) missing.push_back(name);
    }
    const auto policy = page.header("Content-Security-Policy");
    for (const char* words : {"default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'",
                              "form-action 'self'", "script-src 'self'"}) {
        if (policy.find(words) == policy.npos) missing.push_back(words);
    }
    if (policy.find("unsafe") != policy.npos) missing.push_back("a policy without unsafe");
    return missing;
}

}  // namespace testing_site
