#pragma once
// A strict reader of the HTML that render_markdown makes, for its tests and its fuzz target: it
// knows nothing of how the HTML was made and accepts only what members' text may become.

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace html::check {

class Reader {
public:
    explicit Reader(std::string_view html) : html_(html) {}

    // What is wrong with the HTML; empty: nothing.
    std::string fault() {
        while (fault_.empty() && at_ < html_.size()) {
            html_[at_] == '<' ? read_tag() : read_text();
        }
        if (fault_.empty() && !open_.empty()) wrong("unclosed " + std::string(open_.back()));
        return fault_;
    }

    // The words that were read, without white space and without what stands in <cite>.
    const std::string& words() const { return words_; }
    std::size_t depth() const { return depth_; }

private:
    void wrong(std::string reason) {
        fault_ = reason + " before " + std::string(html_.substr(at_, 60));
    }

    bool takes(std::string_view text) {
        if (!html_.substr(at_).starts_with(text)) return false;
        at_ += text.size();
        return true;
    }

    // The text of one character, if the place holds one that may stand in text and attributes.
    std::string character() {
        static constexpr std::pair<std::string_view, char> escapes[] = {
            {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
        for (const auto& [escape, c] : escapes) {
            if (takes(escape)) return std::string(1, c);
        }
        const char c = html_[at_];
        const bool is_control =
            (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r') ||
            c == 0x7F;
        if (std::string_view("<>&\"'").contains(c) || is_control) {
            wrong("unescaped character");
            return {};
        }
        ++at_;
        return std::string(1, c);
    }

    void read_text() {
        static constexpr std::string_view holds_no_text[] = {"ul", "ol", "table", "thead", "tbody",
                                                             "tr", "div"};
        const std::string text = character();
        if (!open_.empty() && std::ranges::find(holds_no_text, open_.back()) !=
                                  std::end(holds_no_text)) {
            return wrong("text in " + std::string(open_.back()));
        }
        if (open_.empty()) return wrong("text outside of any element");
        if (std::ranges::find(open_, "cite") == open_.end()) add_words(text);
    }

    void add_words(std::string_view text) {
        for (const char c : text) {
            if (c != ' ' && c != '\n' && c != '\t' && c != '\r') words_ += c;
        }
    }

    std::string_view name() {
        const auto end = std::find_if_not(html_.begin() + static_cast<std::ptrdiff_t>(at_),
                                          html_.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        });
        const auto size = static_cast<std::size_t>(end - html_.begin()) - at_;
        const std::string_view read = html_.substr(at_, size);
        at_ += size;
        return read;
    }

    void read_tag() {
        if (takes("</")) {
            const std::string_view tag = name();
            if (!takes(">")) return wrong("malformed end tag");
            if (open_.empty() || open_.back() != tag) return wrong("end tag of what is not open");
            open_.pop_back();
            return;
        }
        ++at_;
        const std::string_view tag = name();
        std::map<std::string, std::string, std::less<>> attributes;
        while (takes(" ")) {
            const std::string attribute(name());
            if (attribute.empty() || attributes.contains(attribute)) {
                return wrong("malformed attribute");
            }
            std::string value;
            if (takes("=\"")) {
                while (at_ < html_.size() && html_[at_] != '"' && fault_.empty()) {
                    value += character();
                }
                if (!takes("\"")) return wrong("unclosed attribute");
            }
            attributes[attribute] = value;
        }
        if (!takes(">")) return wrong("malformed tag");
        check_attributes(tag, attributes);
        check_place(tag);
        if (tag == "input") add_words(attributes.contains("checked") ? "[x]" : "[ ]");
        if (tag != "br" && tag != "hr" && tag != "input") open_.push_back(tag);
        depth_ = std::max(depth_, open_.size());
    }

    static bool is_harmless(std::string_view address) {
        if (std::ranges::any_of(address, [](char c) { return c >= 0 && c <= ' '; })) return false;
        std::string small(address);
        for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        if (small.starts_with("#")) return true;
        if (small == "/") return true;
        if (small.starts_with("/")) return small[1] != '/' && small[1] != '\\';
        return small.starts_with("http://") || small.starts_with("https://") ||
               small.starts_with("mailto:");
    }

    template <class Attributes>
    void check_attributes(std::string_view tag, const Attributes& attributes) {
        for (const auto& [name, value] : attributes) {
            if (!is_allowed(tag, name, value)) {
                return wrong(std::string(tag) + " with " + name + "=" + value);
            }
        }
        if (tag != "a") return;
        if (!attributes.contains("href")) return wrong("a without href");
        const bool is_outside = !attributes.at("href").starts_with('/') &&
                                !attributes.at("href").starts_with('#') &&
                                !std::string_view("mM").contains(attributes.at("href")[0]);
        if (is_outside != attributes.contains("rel")) wrong("rel where it does not belong");
    }

    static bool is_allowed(std::string_view tag, std::string_view name, std::string_view value) {
        const std::string all =
            std::string(tag) + ' ' + std::string(name) + '=' + std::string(value);
        if (name == "href") return tag == "a" && is_harmless(value);
        if (all.starts_with("ol start=")) {
            return !value.empty() && value.size() <= 9 &&
                   std::ranges::all_of(value, [](char c) { return c >= '0' && c <= '9'; });
        }
        static constexpr std::string_view allowed[] = {
            "p dir=auto", "li dir=auto", "h3 dir=auto", "h4 dir=auto", "h5 dir=auto",
            "h6 dir=auto", "li class=task", "input type=checkbox", "input disabled=",
            "input checked=", "input aria-label=Done", "input aria-label=To do", "pre tabindex=0",
            "div class=table-scroll", "div role=region", "div tabindex=0", "div aria-label=Table",
            "th scope=col", "th class=right", "th class=center", "td class=right",
            "td class=center", "span class=mention", "a rel=nofollow noopener"};
        return std::ranges::find(allowed, all) != std::end(allowed);
    }

    // Where each element may stand: the content model of HTML, as far as these elements go.
    void check_place(std::string_view tag) {
        static const std::map<std::string_view, std::string_view> parents = {
            {"li", " ul ol "}, {"tr", " thead tbody "}, {"th", " tr "}, {"td", " tr "},
            {"thead", " table "}, {"tbody", " table "}, {"table", " div "}, {"input", " li "},
            {"cite", " blockquote "}};
        static constexpr std::string_view blocks =
            " p h3 h4 h5 h6 blockquote ul ol hr pre div ";
        static constexpr std::string_view phrases = " em strong del a code br span ";
        const std::string_view parent = open_.empty() ? "" : open_.back();
        const std::string word = ' ' + std::string(tag) + ' ';
        const std::string parent_word = ' ' + std::string(parent) + ' ';
        if (const auto fixed = parents.find(tag); fixed != parents.end()) {
            if (!fixed->second.contains(parent_word)) wrong(word + "in" + parent_word);
        } else if (blocks.contains(word)) {
            const bool fits = parent.empty() || parent == "li" || parent == "blockquote";
            if (!fits) wrong(word + "in" + parent_word);
        } else if (phrases.contains(word)) {
            static constexpr std::string_view holds_none = " ul ol table thead tbody tr div ";
            if (parent.empty() || holds_none.contains(parent_word)) wrong("loose" + word);
            if (parent == "pre" && tag != "code") wrong(word + "in pre");
            if (tag == "a" && std::ranges::find(open_, "a") != open_.end()) wrong("a in a");
        } else {
            wrong("element" + word);
        }
    }

    std::string_view html_;
    std::size_t at_ = 0;
    std::vector<std::string_view> open_;
    std::size_t depth_ = 0;
    std::string words_;
    std::string fault_;
};

inline std::string without_white_space(std::string_view text) {
    std::string words;
    for (const char c : text) {
        if (c != ' ' && c != '\n' && c != '\t' && c != '\r') words += c;
    }
    return words;
}

// What is wrong with a rendering as a whole; empty: nothing.
inline std::string fault_of(std::string_view html, std::string_view text) {
    Reader reader(html);
    std::string fault = reader.fault();
    if (fault.empty() && reader.words() != without_white_space(text)) {
        fault = "the text says other words than the HTML";
    }
    return fault;
}

}  // namespace html::check
