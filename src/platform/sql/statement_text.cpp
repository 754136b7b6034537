#include "platform/sql/statement_text.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <stdexcept>
#include <vector>

namespace sql {

namespace {

constexpr std::size_t list_size_max = 16'384;  // both engines take over 32,000 parameters

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

// Walks from parameter to parameter, over quotes and comments as the engine reads them:
// comments nest and `$tag$ … $tag$` quotes in PostgreSQL alone.
class Scanner {
public:
    Scanner(std::string_view text, Mark mark) : text_(text), mark_(mark) {}

    bool next() {
        while (at_ < text_.size()) {
            if (is_parameter()) return true;
            step();
        }
        return false;
    }
    std::size_t begin() const { return begin_; }
    std::size_t end() const { return at_; }
    std::size_t number() const { return number_; }

private:
    char look(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }
    // A dollar sign inside a name belongs to the name.
    bool is_inside_word() const {
        return at_ > 0 && (is_word(text_[at_ - 1]) || text_[at_ - 1] == '$');
    }

    bool is_parameter() {
        if (look() != '$' || !is_digit(look(1)) || is_inside_word()) return false;
        begin_ = at_++;
        const char* first = text_.data() + at_;
        while (is_digit(look())) ++at_;
        const auto read = std::from_chars(first, text_.data() + at_, number_);
        if (read.ec != std::errc{}) number_ = 0;  // refused by expand: no parameter has number 0
        return true;
    }

    void step() {
        const char c = look();
        if (c == '\'' || c == '"') return quoted(c);
        if (c == '-' && look(1) == '-') return move_behind("\n", at_ + 2);
        if (c == '/' && look(1) == '*') return comment();
        if (c == '$' && mark_ == Mark::dollar && !is_inside_word()) return dollar_quoted();
        ++at_;
    }

    void move_behind(std::string_view mark, std::size_t from) {
        const auto found = text_.find(mark, from);
        at_ = found == std::string_view::npos ? text_.size() : found + mark.size();
    }

    // A doubled quote ends one stretch and begins the next, so it needs no care.
    void quoted(char quote) {
        const bool escapes = quote == '\'' && at_ > 0 && (text_[at_ - 1] | 0x20) == 'e' &&
                             (at_ == 1 || !is_word(text_[at_ - 2]));
        for (++at_; at_ < text_.size() && text_[at_] != quote; ++at_) {
            if (escapes && text_[at_] == '\\') ++at_;
        }
        at_ = std::min(at_ + 1, text_.size());
    }

    void comment() {
        int depth = 1;
        for (at_ += 2; depth > 0 && at_ < text_.size();) {
            const std::string_view two = text_.substr(at_, 2);
            if (two == "*/") --depth;
            if (two == "/*" && mark_ == Mark::dollar) ++depth;
            at_ += two == "*/" || two == "/*" ? 2 : 1;
        }
        at_ = std::min(at_, text_.size());
    }

    void dollar_quoted() {
        std::size_t close = at_ + 1;
        while (close < text_.size() && is_word(text_[close])) ++close;
        if (close >= text_.size() || text_[close] != '$' || is_digit(look(1))) {
            ++at_;
            return;
        }
        const std::string_view tag = text_.substr(at_, close + 1 - at_);
        move_behind(tag, close + 1);
    }

    const std::string_view text_;
    const Mark mark_;
    std::size_t at_ = 0;
    std::size_t begin_ = 0;
    std::size_t number_ = 0;
};

[[noreturn]] void mismatch(const Statement& statement, std::size_t given) {
    throw std::logic_error("statement " + statement.name + " was given " + std::to_string(given) +
                           " values, which are not the parameters of its text");
}

void write_places(std::string& into, std::size_t first, std::size_t count, Mark mark) {
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) into += ',';
        into += static_cast<char>(mark);
        into += std::to_string(first + i);
    }
}

}  // namespace

void write_shape(std::span<const Value> values, std::string& shape) {
    shape.clear();
    for (const Value& value : values) {
        char letter = '-';
        if (std::holds_alternative<std::int64_t>(value)) {
            letter = 'i';
        } else if (const List* list = std::get_if<List>(&value)) {
            if (list->size() > list_size_max) throw std::length_error("a list is too long for SQL");
            const std::size_t padded = std::bit_ceil(std::max<std::size_t>(list->size(), 1));
            letter = static_cast<char>('A' + std::countr_zero(padded));
        }
        shape += letter;
    }
}

std::size_t width(char letter) {
    return letter >= 'A' && letter <= 'Z' ? std::size_t{1} << (letter - 'A') : 1;
}

std::string expand(const Statement& statement, std::string_view shape, Mark mark) {
    std::vector<std::size_t> first(shape.size(), 1);
    for (std::size_t i = 1; i < shape.size(); ++i) first[i] = first[i - 1] + width(shape[i - 1]);

    std::vector<bool> is_used(shape.size(), false);
    std::string text;
    std::size_t copied = 0;
    Scanner scanner(statement.text, mark);
    while (scanner.next()) {
        const std::size_t index = scanner.number() - 1;  // 0 becomes huge, and is refused
        if (index >= shape.size()) mismatch(statement, shape.size());
        is_used[index] = true;
        text.append(statement.text, copied, scanner.begin() - copied);
        write_places(text, first[index], width(shape[index]), mark);
        copied = scanner.end();
    }
    for (const bool used : is_used) {
        if (!used) mismatch(statement, shape.size());
    }
    return text.append(statement.text, copied);
}

}  // namespace sql
