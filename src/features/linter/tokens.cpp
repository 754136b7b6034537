#include "features/linter/tokens.h"

#include "features/linter/letters.h"

#include <algorithm>
#include <array>

namespace linter {

namespace {

enum class Class : std::uint8_t { mark, small, capital, digit, apostrophe };

constexpr std::array<Class, 256> classes = [] {
    std::array<Class, 256> all{};
    for (int c = 'a'; c <= 'z'; ++c) all[c] = Class::small;
    for (int c = 'A'; c <= 'Z'; ++c) all[c] = Class::capital;
    for (int c = '0'; c <= '9'; ++c) all[c] = Class::digit;
    all[static_cast<unsigned char>(other_letter)] = Class::small;
    all[static_cast<unsigned char>('\'')] = Class::apostrophe;
    return all;
}();

Class class_of(char c) {
    return classes[static_cast<unsigned char>(c)];
}
bool is_word_part(char c) {
    return class_of(c) != Class::mark && class_of(c) != Class::apostrophe;
}
char lowered(char c) {
    return class_of(c) == Class::capital ? static_cast<char>(c + 32) : c;
}

std::uint16_t bit(Gap mark) {
    return static_cast<std::uint16_t>(mark);
}

class Cutter {
public:
    Cutter(const PlainText& text, const Words& words) : text_(text), words_(words) {}

    std::vector<Token> cut() {
        std::vector<Token> found;
        found.reserve(text_.size() / 5 + 1);
        std::uint16_t gap = bit(Gap::paragraph);
        while (true) {
            gap |= skip_gap();
            if (at_ == text_.size()) return found;
            Token token = take_word();
            token.gap = gap;
            token.begins_sentence = begins_sentence(token, found.empty() ? nullptr : &found.back());
            found.push_back(token);
            gap = ends_with_apostrophe_ ? bit(Gap::quote) : 0;
        }
    }

private:
    char letter(std::size_t at) const { return at < text_.size() ? text_.letters[at] : '\0'; }

    std::uint16_t skip_gap() {
        std::uint16_t gap = 0;
        int lines = 0;
        for (; at_ < text_.size() && !is_word_part(text_.letters[at_]); ++at_) {
            const char c = text_.letters[at_];
            if (c == '\n') {
                ++lines;
                gap |= lines > 1 ? bit(Gap::paragraph) : bit(Gap::line);
            } else {
                gap |= mark_of(c, lines > 0 || at_ == 0);
            }
        }
        return gap;
    }

    // A line that begins with - or * is a list's; > and | continue a quote or a table.
    std::uint16_t mark_of(char c, bool is_at_line_begin) const {
        switch (c) {
            case ' ':
            case '\t':
            case '\r': return bit(Gap::space);
            case '.':
            case '!':
            case '?': return bit(Gap::stop);
            case ',': return bit(Gap::comma);
            case ':':
            case ';': return bit(Gap::colon);
            case '"':
            case '\'': return bit(Gap::quote);
            case '(':
            case '[': return bit(Gap::open);
            case ')':
            case ']': return bit(Gap::close);
            case '/': return bit(Gap::slash);
            case '-': {
                if (is_at_line_begin) return bit(Gap::bullet);
                const bool is_tight = letter(at_ + 1) != ' ' && letter(at_ + 1) != '\n';
                return is_tight && letter(at_ - 1) != ' ' ? bit(Gap::hyphen) : bit(Gap::dash);
            }
            case '*':
            case '#':
            case '|': return bit(is_at_line_begin || c == '|' ? Gap::bullet : Gap::other);
            case '>': return is_at_line_begin ? 0 : bit(Gap::other);
            default: return bit(Gap::other);
        }
    }

    Token take_word() {
        Token token;
        token.begin = static_cast<std::uint32_t>(at_);
        std::size_t size = 0, capitals = 0, digits = 0, smalls = 0;
        std::array<char, word_letters_max + 2> word{};
        ends_with_apostrophe_ = false;
        for (; at_ < text_.size(); ++at_) {
            const char c = text_.letters[at_];
            const Class kind = class_of(c);
            if (kind == Class::mark) {
                if (!joins_lines()) break;
                continue;
            }
            if (kind == Class::apostrophe) {
                if (ends_at_apostrophe(token)) break;
                continue;
            }
            capitals += kind == Class::capital;
            digits += kind == Class::digit;
            smalls += kind == Class::small;
            if (size <= word_letters_max) word[size++] = lowered(c);
        }
        finish(token, {word.data(), size}, capitals, digits, smalls);
        return token;
    }

    // "Addenbroo-\nkes": a hyphen at the end of a line, before a small letter.
    bool joins_lines() {
        if (letter(at_) != '-' || letter(at_ + 1) != '\n') return false;
        if (at_ == 0 || class_of(letter(at_ - 1)) != Class::small) return false;
        if (class_of(letter(at_ + 2)) != Class::small) return false;
        ++at_;
        return true;
    }

    // 's, 'll, 'd … end a word; O'Brien and don't go on. Leaves at_ behind what was swallowed.
    bool ends_at_apostrophe(Token& token) {
        std::size_t end = at_ + 1;
        while (is_word_part(letter(end)) && end < at_ + 4) ++end;
        const std::string suffix = lower(
            std::string_view(text_.letters).substr(at_ + 1, end - at_ - 1));
        const bool is_end = !is_word_part(letter(end)) && letter(end) != '\'';
        if (suffix.empty()) {
            token.is_possessive = lowered(letter(at_ - 1)) == 's' && !is_word_part(letter(end));
            ends_with_apostrophe_ = true;
            token.end = static_cast<std::uint32_t>(at_);
            ++at_;
            return true;
        }
        const bool is_clitic = suffix == "s" || suffix == "ll" || suffix == "d" || suffix == "ve" ||
                               suffix == "re" || suffix == "m";
        if (!is_end || !is_clitic) return false;
        token.is_possessive = suffix == "s";
        token.end = static_cast<std::uint32_t>(at_);
        at_ = end;
        return true;
    }

    void finish(Token& token, std::string_view word, std::size_t capitals, std::size_t digits,
                std::size_t smalls) const {
        if (token.end == 0) token.end = static_cast<std::uint32_t>(at_);
        token.has_digit = digits > 0;
        const bool is_first = class_of(text_.letters[token.begin]) == Class::capital;
        if (capitals + smalls == 0)
            token.shape = Shape::number;
        else if (capitals == 0)
            token.shape = Shape::lower;
        else if (smalls == 0)
            token.shape = Shape::upper;
        else
            token.shape = is_first && capitals == 1 ? Shape::title : Shape::mixed;
        if (word.size() <= word_letters_max) {
            token.word = token.whole = words_.find(word);
            if (token.is_possessive && !ends_with_apostrophe_) {
                token.whole = words_.find(std::string(word) + "s");
            }
        }
        for (auto i = token.begin; i < token.end; ++i) {
            token.is_disguised |= text_.is_look_alike[i];
            token.is_disguised |= i > token.begin && text_.from[i] > text_.to[i - 1];
        }
    }

    bool begins_sentence(const Token& token, const Token* before) const {
        if (before == nullptr || token.follows(Gap::paragraph) || token.follows(Gap::bullet)) {
            return true;
        }
        if (token.follows(Gap::colon)) return true;
        if (token.follows(Gap::quote) && (token.follows(Gap::comma) || token.follows(Gap::open))) {
            return true;
        }
        if (!token.follows(Gap::stop)) return false;
        const bool is_initial = before->letters() == 1 && before->shape == Shape::upper;
        const bool is_pronoun = is_initial && letter(before->begin) == 'I';
        return !words_.is(before->word, Trait::title) && (!is_initial || is_pronoun);
    }

    const PlainText& text_;
    const Words& words_;
    std::size_t at_ = 0;
    bool ends_with_apostrophe_ = false;
};

}  // namespace

std::vector<Token> tokens(const PlainText& text, const Words& words) {
    return Cutter(text, words).cut();
}

std::string lower(std::string_view letters) {
    std::string out;
    out.reserve(letters.size());
    for (const char c : letters) {
        if (is_word_part(c)) out += lowered(c);
    }
    return out;
}

std::vector<std::string> spelled(std::string_view name) {
    static const Words none;
    const PlainText text = plain_text(name);
    std::vector<std::string> words;
    for (const Token& token : tokens(text, none)) {
        auto word = lower(
            std::string_view(text.letters).substr(token.begin, token.end - token.begin));
        const bool is_dropped_s = token.is_possessive && text.letters[token.end] == '\'' &&
                                  lower(std::string_view(text.letters).substr(token.end, 2)) == "s";
        if (is_dropped_s) word += 's';
        words.push_back(std::move(word));
    }
    return words;
}

}  // namespace linter
