#include "features/linter/plain_text.h"

#include "features/linter/letters.h"

#include <algorithm>
#include <cassert>

namespace linter {

namespace {

constexpr std::size_t entity_bytes_max = 16;
constexpr std::size_t tag_bytes_max = 12;

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_high(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}

bool is_inline(std::string_view tag) {
    constexpr std::string_view all[] = {"b",    "i",   "u",    "s",    "em",  "strong",
                                        "span", "sub", "code", "mark", "sup", "del",
                                        "ins",  "wbr", "a",    "q",    "kbd", "small"};
    return std::ranges::find(all, tag) != std::end(all);
}

bool is_breaking(std::string_view tag) {
    constexpr std::string_view all[] = {"br", "p",  "div", "li", "tr", "td", "th",
                                        "h1", "h2", "h3",  "h4", "ul", "ol", "hr"};
    return std::ranges::find(all, tag) != std::end(all);
}

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {
        plain_.letters.reserve(text.size());
        plain_.from.reserve(text.size());
        plain_.to.reserve(text.size());
        plain_.is_look_alike.reserve(text.size());
    }

    PlainText read() {
        while (at_ < text_.size()) step();
        return std::move(plain_);
    }

private:
    void step() {
        const char c = text_[at_];
        switch (c) {
            case '*':
            case '_':
            case '`':
            case '~':
            case '\\': return markup(c);
            case '&': return and_sign();
            case '<': return less();
            case '\0': return push(other_mark, 1);
            default: break;
        }
        if (!is_high(c)) return push(c, 1);
        const CodePoint point = code_point_at(text_, at_);
        take(point.value, point.bytes);
    }

    void push(char c, std::size_t bytes, bool is_look_alike = false) {
        append(c, bytes, is_look_alike);
        at_ += bytes;
    }

    void append(char c, std::size_t bytes, bool is_look_alike) {
        plain_.letters.push_back(c);
        plain_.from.push_back(static_cast<std::uint32_t>(at_));
        plain_.to.push_back(static_cast<std::uint32_t>(at_ + bytes));
        plain_.is_look_alike.push_back(is_look_alike);
    }

    void take(char32_t point, std::size_t bytes) {
        const bool is_like = is_look_alike(point);
        for (const char c : plain_of(point)) append(c == '\0' ? other_mark : c, bytes, is_like);
        at_ += bytes;
    }

    char before() const { return plain_.letters.empty() ? ' ' : plain_.letters.back(); }
    char after(std::size_t bytes) const {
        return at_ + bytes < text_.size() ? text_[at_ + bytes] : ' ';
    }

    // Emphasis goes; what stands alone, or between digits, stays as it is.
    void markup(char mark) {
        const auto end = mark == '\\' ? at_ + 1 : text_.find_first_not_of(mark, at_);
        const std::size_t run = std::min(end, text_.size()) - at_;
        const char next = after(run);
        const bool is_after = is_letter(before()) || before() == other_letter;
        const bool is_before = is_letter(next) || is_high(next);
        if (mark == '\\') {
            if (std::ispunct(static_cast<unsigned char>(next)))
                at_ += 1;
            else
                push(mark, 1);
            return;
        }
        if (mark == '`' && run == 1 && is_after && is_before) return push('\'', 1);  // O`Brien
        const bool is_number = is_digit(before()) && is_digit(next);
        const bool is_lone = !is_after && !is_before &&
                             std::isspace(static_cast<unsigned char>(next));
        const bool is_joint = mark == '_' && run == 1 &&
                              std::isalnum(static_cast<unsigned char>(next)) &&
                              std::isalnum(static_cast<unsigned char>(before()));
        const bool is_opening = std::isspace(static_cast<unsigned char>(before())) ||
                                plain_.size() == 0;
        if (is_number || is_joint || (is_lone && is_opening) || (mark == '~' && run == 1)) {
            for (std::size_t i = 0; i < run; ++i) push(mark, 1);
            return;
        }
        at_ += run;
    }

    void and_sign() {
        const auto end = text_.substr(at_, entity_bytes_max + 2).find(';');
        if (end == std::string_view::npos) return push('&', 1);
        const char32_t point = entity(text_.substr(at_ + 1, end - 1));
        if (point == 0) return push('&', 1);
        take(point, end + 1);
    }

    void less() {
        for (const std::string_view empty : {"!---->", "!-- -->"}) {  // comments
            if (!text_.substr(at_ + 1).starts_with(empty)) continue;
            at_ += empty.size() + 1;
            return;
        }
        const auto end = text_.substr(at_, tag_bytes_max).find('>');
        if (end == std::string_view::npos) return push('<', 1);
        const std::string tag = tag_name(text_.substr(at_ + 1, end - 1));
        if (is_inline(tag))
            at_ += end + 1;
        else if (is_breaking(tag))
            push('\n', end + 1);
        else
            push('<', 1);
    }

    static std::string tag_name(std::string_view inside) {
        if (inside.starts_with('/')) inside.remove_prefix(1);
        while (inside.ends_with('/') || inside.ends_with(' ')) inside.remove_suffix(1);
        std::string name(inside);
        for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        return name;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    PlainText plain_;
};

}  // namespace

PlainText plain_text(std::string_view text) {
    assert(text.size() <= UINT32_MAX);
    return Reader(text).read();
}

}  // namespace linter
