#pragma once
// Html is text that is safe to send: everything that becomes Html is escaped on the way, so a page
// cannot be put together wrongly. No template language: a component is a function that gives Html.

#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace html {

// Large stretches are shared, not copied: an element around them only moves a pointer, so that the
// cost of nesting does not grow with the page.
class Html {
public:
    Html() = default;
    std::string text() const;  // all of it, in one string
    std::string take() &&;
    void append_to(std::string& out) const;
    // What text() would give, piece by piece and without a copy.
    template <class Each>
    void each_stretch(Each&& each) const {
        std::size_t shown = 0;
        for (const Shared& stretch : shared_) {
            each(std::string_view(text_).substr(shown, stretch.at - shown));
            each(std::string_view(*stretch.text));
            shown = stretch.at;
        }
        each(std::string_view(text_).substr(shown));
    }
    std::size_t size() const;
    bool empty() const { return text_.empty() && shared_.empty(); }
    Html& add(const Html& more);

private:
    friend struct Trusted;
    friend struct Writer;
    // A stretch that stands in text_ before the byte `at`; in order.
    struct Shared {
        std::size_t at;
        std::shared_ptr<const std::string> text;  // shared by every Html that contains it
    };
    static constexpr std::size_t share_bytes_min = 2048;

    explicit Html(std::string text) : text_(std::move(text)) { share_if_large(); }
    void share_if_large();

    std::string text_;
    std::vector<Shared> shared_;
};

void escape_into(std::string& out, std::string_view text);
std::size_t plain_length(std::string_view text);  // of the beginning that needs no escaping
std::string_view escaped(char character);         // of one that does

// The one way from a string to Html without escaping. Named only within platform/html.
struct Trusted {
    static Html html(std::string text) { return Html(std::move(text)); }
    static Html html(std::shared_ptr<const std::string> text) {
        Html shown;
        shown.shared_.push_back({0, std::move(text)});
        return shown;
    }
};

// Text from the database that render_markdown made when it was written.
Html rendered_before(std::string_view stored);

// An attribute lives within the expression that makes it; a named one would outlive its text.
struct Attribute {
    std::string_view name;
    std::string_view value;
    bool present = true;

    Attribute(std::string_view name_, std::string_view value_, bool present_ = true)
        : name(name_), value(value_), present(present_) {}
    Attribute(Attribute&&) = default;
    Attribute(const Attribute&) = delete;
};

inline Attribute cls(std::string_view names) { return {"class", names}; }
inline Attribute id(std::string_view name) { return {"id", name}; }
inline Attribute attr(std::string_view name, std::string_view value) { return {name, value}; }
inline Attribute attr_if(bool present, std::string_view name, std::string_view value) {
    return {name, value, present};
}
// A bare attribute ("checked", "required"), where it holds.
inline Attribute flag(std::string_view name, bool present = true) { return {name, {}, present}; }
// Addresses of ours, anchors, and the schemes that do no harm; anything else becomes "#".
Attribute href(std::string_view address);
Attribute action(std::string_view address);
Attribute formaction(std::string_view address);

// One piece of an element: an attribute, text (escaped), a number, or Html.
class Part {
public:
    Part(Attribute&& attribute) : kind_(Kind::attribute), name_(attribute.name),  // NOLINT
                                  text_(attribute.value), present_(attribute.present) {}
    Part(const Html& html) : kind_(Kind::html), html_(&html) {}                    // NOLINT
    Part(std::string_view text) : text_(text) {}                                   // NOLINT
    Part(const char* text) : text_(text) {}                                        // NOLINT
    Part(const std::string& text) : text_(text) {}                                 // NOLINT
    template <std::integral T>
        requires(!std::same_as<T, bool> && !std::same_as<T, char>)
    Part(T number) : kind_(Kind::number), number_(static_cast<long long>(number)) {}  // NOLINT
    Part(bool) = delete;
    Part(char) = delete;

private:
    friend Html element(std::string_view tag, std::span<const Part> parts);
    friend Html empty_element(std::string_view tag, std::span<const Part> parts);
    friend Html sequence(std::span<const Part> parts);
    friend struct Writer;
    enum class Kind { attribute, text, number, html };
    Kind kind_ = Kind::text;
    std::string_view name_;
    std::string_view text_;
    const Html* html_ = nullptr;
    long long number_ = 0;
    bool present_ = true;
};

Html element(std::string_view tag, std::span<const Part> parts);
Html empty_element(std::string_view tag, std::span<const Part> parts);
Html sequence(std::span<const Part> parts);

// `div(cls("panel"), p("Hello"))`
struct Element {
    std::string_view tag;
    template <class... Parts>
    Html operator()(Parts&&... parts) const {
        if constexpr (sizeof...(Parts) == 0) {
            return element(tag, {});
        } else {
            const Part list[] = {Part(std::forward<Parts>(parts))...};
            return element(tag, list);
        }
    }
};

// Elements without content: `input(attr("name", "q"))`.
struct EmptyElement {
    std::string_view tag;
    template <class... Parts>
    Html operator()(Parts&&... parts) const {
        if constexpr (sizeof...(Parts) == 0) {
            return empty_element(tag, {});
        } else {
            const Part list[] = {Part(std::forward<Parts>(parts))...};
            return empty_element(tag, list);
        }
    }
};

// Several pieces, one after the other, without an element around them.
template <class... Parts>
Html all(Parts&&... parts) {
    const Part list[] = {Part(std::forward<Parts>(parts))...};
    return sequence(list);
}

// What `make` gives for each thing of a list.
template <class List, class Make>
Html each(const List& list, Make&& make) {
    Html out;
    for (const auto& thing : list) out.add(make(thing));
    return out;
}

template <class Make>
Html when(bool condition, Make&& make) {
    return condition ? Html(make()) : Html();
}

}  // namespace html
