#include "tests/support/page.h"

#include "platform/base/text.h"

#include <gumbo.h>
#include <stdexcept>

namespace testing_site {

namespace {

const GumboNode* node_of(const void* node) { return static_cast<const GumboNode*>(node); }

std::string tag_of(const GumboNode* node) {
    const GumboElement& element = node->v.element;
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    GumboStringPiece piece = element.original_tag;
    gumbo_tag_from_original_text(&piece);
    return std::string(piece.data, piece.length);
}

void collect_text(const GumboNode* node, std::string& out) {
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) {
        out += node->v.text.text;
        return;
    }
    if (node->type != GUMBO_NODE_ELEMENT) return;
    for (unsigned i = 0; i < node->v.element.children.length; ++i) {
        collect_text(static_cast<const GumboNode*>(node->v.element.children.data[i]), out);
    }
    if (tag_of(node) != "bdi") out += ' ';  // names stand within a sentence
}

const char* attribute_of(const GumboNode* node, const char* name) {
    const auto* attribute = gumbo_get_attribute(&node->v.element.attributes, name);
    return attribute ? attribute->value : nullptr;
}

struct Selector {
    std::string tag, id, class_name, name, value;
    bool by_part = false;

    explicit Selector(std::string_view text) {
        std::size_t i = 0;
        const auto word = [&] {
            const auto begin = i;
            while (i < text.size() && text[i] != '.' && text[i] != '#' && text[i] != '[') ++i;
            return std::string(text.substr(begin, i - begin));
        };
        tag = word();
        while (i < text.size()) {
            const char kind = text[i++];
            if (kind == '.') class_name = word();
            else if (kind == '#') id = word();
            else read_attribute(text, i);
        }
    }

    void read_attribute(std::string_view text, std::size_t& i) {
        const auto end = text.find(']', i);
        auto inside = text.substr(i, end - i);
        i = end + 1;
        const auto equals = inside.find('=');
        name = inside.substr(0, equals);
        if (equals == inside.npos) return;
        value = inside.substr(equals + 1);
        if (!name.ends_with('*')) return;
        by_part = true;
        name.pop_back();
    }

    bool fits(const GumboNode* node) const {
        if (!tag.empty() && tag_of(node) != tag) return false;
        const char* own_id = attribute_of(node, "id");
        if (!id.empty() && (!own_id || id != own_id)) return false;
        const char* classes = attribute_of(node, "class");
        const std::string padded = " " + std::string(classes ? classes : "") + " ";
        if (!class_name.empty() && padded.find(" " + class_name + " ") == padded.npos) return false;
        if (name.empty()) return true;
        const char* held = attribute_of(node, name.c_str());
        if (!held) return false;
        if (value.empty()) return true;
        return by_part ? std::string_view(held).find(value) != std::string_view::npos
                       : value == held;
    }
};

void collect(const GumboNode* node, const Selector& selector, std::vector<Piece>& out) {
    if (node->type != GUMBO_NODE_ELEMENT) return;
    if (selector.fits(node)) out.emplace_back(node);
    for (unsigned i = 0; i < node->v.element.children.length; ++i) {
        collect(static_cast<const GumboNode*>(node->v.element.children.data[i]), selector, out);
    }
}

std::string value_of(const Piece& control) {
    if (control.tag() == "textarea") return control.text();
    if (control.tag() != "select") return control.attribute("value").value_or("on");
    for (const Piece& option : control.all("option")) {
        if (option.attribute("selected")) return option.attribute("value").value_or(option.text());
    }
    const auto options = control.all("option");
    return options.empty() ? "" : options.front().attribute("value").value_or("");
}

bool is_sent(const Piece& control) {
    if (!control.attribute("name")) return false;
    const std::string type = control.attribute("type").value_or("");
    if (type == "submit") return false;
    if (type == "radio" || type == "checkbox") return control.attribute("checked").has_value();
    return true;
}

}  // namespace

std::string Piece::text() const {
    std::string out;
    collect_text(node_of(node_), out);
    return base::one_line(base::trim(out));
}

std::optional<std::string> Piece::attribute(std::string_view name) const {
    const char* value = attribute_of(node_of(node_), std::string(name).c_str());
    return value ? std::optional<std::string>(value) : std::nullopt;
}

std::string Piece::tag() const { return tag_of(node_of(node_)); }

std::vector<Piece> Piece::all(std::string_view selector) const {
    std::vector<Piece> out;
    collect(node_of(node_), Selector(selector), out);
    return out;
}

Page::Page(http::Response response) : response_(std::move(response)) {
    auto kept = std::make_shared<std::string>(response_.body);
    GumboOutput* output =
        gumbo_parse_with_options(&kGumboDefaultOptions, kept->data(), kept->size());
    tree_ = std::shared_ptr<void>(output, [kept](void* tree) {
        gumbo_destroy_output(&kGumboDefaultOptions, static_cast<GumboOutput*>(tree));
    });
}

std::string Page::header(std::string_view name) const {
    for (const auto& header : response_.headers) {
        if (header.name == name) return header.value;
    }
    return {};
}

std::string Page::headers() const {
    std::string lines;
    for (const auto& header : response_.headers) {
        lines += header.name + ": " + header.value + "\n";
    }
    return lines;
}

std::vector<Piece> Page::all(std::string_view selector) const {
    return Piece(static_cast<const GumboOutput*>(tree_.get())->root).all(selector);
}

Piece Page::find(std::string_view selector) const {
    auto found = all(selector);
    if (found.empty()) {
        throw std::runtime_error("no " + std::string(selector) + " on the page (status " +
                                 std::to_string(status()) + "): " + body().substr(0, 2000));
    }
    return found.front();
}

bool Page::says(std::string_view words) const {
    return Piece(static_cast<const GumboOutput*>(tree_.get())->root).text().find(words) !=
           std::string::npos;
}

std::string Page::name() const {
    const auto bodies = all("body");
    return bodies.empty() ? "" : bodies.front().attribute("data-page").value_or("");
}

namespace {

// A search goes to its page's own address by GET. The form of exactly this action, where there is
// one, else the first of which it is a part.
Piece form_that_posts(const Page& page, std::string_view action_part) {
    const std::string selector = "form[action*=" + std::string(action_part) + "]";
    std::optional<Piece> found;
    for (const Piece& form : page.all(selector)) {
        if (form.attribute("method") != "post") continue;
        if (form.attribute("action") == action_part) return form;
        if (!found) found = form;
    }
    return found ? *found : page.find(selector);  // or says that there is none
}

}  // namespace

http::Fields Page::fields_of(std::string_view action_part) const {
    const Piece form = form_that_posts(*this, action_part);
    http::Fields fields;
    for (const auto* selector : {"input", "textarea", "select"}) {
        for (const Piece& control : form.all(selector)) {
            if (is_sent(control)) fields.add(*control.attribute("name"), value_of(control));
        }
    }
    return fields;
}

std::string Page::action_of(std::string_view action_part) const {
    return *form_that_posts(*this, action_part).attribute("action");
}

}  // namespace testing_site
