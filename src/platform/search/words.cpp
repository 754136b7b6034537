#include "platform/search/words.h"

#include "platform/base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace search {

namespace {

struct Point {
    char32_t value = 0xFFFD;
    std::size_t size = 1;
};

// What is not UTF-8 is read byte by byte, as no letter.
Point point_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) -> unsigned {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const unsigned first = byte(at);
    if (first < 0x80) return {first, 1};
    const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
    if (size == 0 || first > 0xF4) return {};
    char32_t value = first & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80) return {};
        value = value << 6 | (byte(at + i) & 0x3FU);
    }
    return {value, size};
}

struct Range {
    char32_t first;
    char32_t last;
};

// Beyond ASCII nearly everything is a letter, a mark or a digit; these blocks are not.
constexpr std::array<Range, 20> no_letters = {{
    {0x0080, 0x00A9}, {0x00AB, 0x00B1}, {0x00B4, 0x00B4}, {0x00B6, 0x00B8}, {0x00BB, 0x00BB},
    {0x00BF, 0x00BF}, {0x00D7, 0x00D7}, {0x00F7, 0x00F7}, {0x2000, 0x206F}, {0x20A0, 0x20CF},
    {0x2100, 0x214F}, {0x2190, 0x2BFF}, {0x3000, 0x3004}, {0x3008, 0x3020}, {0xE000, 0xF8FF},
    {0xFE00, 0xFE6F}, {0xFF01, 0xFF0F}, {0xFF1A, 0xFF20}, {0xFFF0, 0xFFFF}, {0x1F000, 0x1FAFF},
}};

bool is_letter(char32_t point) {
    if (point < 0x80) {
        return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') ||
               (point >= '0' && point <= '9');
    }
    return std::ranges::none_of(no_letters, [point](const Range& range) {
        return point >= range.first && point <= range.last;
    });
}

std::string_view word_at(std::string_view folded, WordWalk::Span span) {
    return cut_at_character(folded.substr(span.begin, span.end - span.begin), word_bytes_max);
}

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// The opening and closing marks that keyboards and phones make.
std::size_t quote_size(std::string_view text, std::size_t at) {
    if (at < text.size() && text[at] == '"') return 1;
    for (const std::string_view mark : {"“", "”", "„"}) {
        if (text.substr(at).starts_with(mark)) return mark.size();
    }
    return 0;
}

// Takes a query apart, item by item.
class Items {
public:
    explicit Items(std::string_view text) : text_(text) {}

    bool next() {
        while (at_ < text_.size() && is_space(text_[at_])) ++at_;
        if (at_ >= text_.size()) return false;
        is_excluded_ = false;
        for (; at_ < text_.size() && text_[at_] == '-'; ++at_) is_excluded_ = true;
        const std::size_t quote = quote_size(text_, at_);
        is_quoted_ = quote > 0;
        at_ += quote;
        const std::size_t begin = at_;
        while (at_ < text_.size() && !is_end()) ++at_;
        item_ = text_.substr(begin, at_ - begin);
        if (is_quoted_) at_ += quote_size(text_, at_);
        return true;
    }
    std::string_view item() const { return item_; }
    bool is_quoted() const { return is_quoted_; }
    bool is_excluded() const { return is_excluded_; }

private:
    bool is_end() const {
        return quote_size(text_, at_) > 0 || (!is_quoted_ && is_space(text_[at_]));
    }

    const std::string_view text_;
    std::size_t at_ = 0;
    std::string_view item_;
    bool is_quoted_ = false;
    bool is_excluded_ = false;
};

}  // namespace

std::optional<WordWalk::Span> WordWalk::next() {
    Point point;
    for (; at_ < text_.size(); at_ += point.size) {
        point = point_at(text_, at_);
        if (is_letter(point.value)) break;
    }
    if (at_ >= text_.size()) return std::nullopt;
    const std::size_t begin = at_;
    for (; at_ < text_.size(); at_ += point.size) {
        point = point_at(text_, at_);
        if (!is_letter(point.value)) break;
    }
    return Span{begin, at_};
}

std::string_view cut_at_character(std::string_view text, std::size_t bytes_max) {
    if (text.size() <= bytes_max) return text;
    std::size_t end = bytes_max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
    return text.substr(0, end);
}

std::size_t count_characters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

std::string_view first_characters(std::string_view text, std::size_t characters) {
    std::size_t end = 0;
    for (; end < text.size(); ++end) {
        const bool begins = (static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80;
        if (begins && characters-- == 0) break;
    }
    return text.substr(0, end);
}

std::vector<std::string> words_of(std::string_view text) {
    const std::string folded = base::fold(text);
    std::vector<std::string> words;
    WordWalk walk(folded);
    while (const auto span = walk.next()) words.emplace_back(word_at(folded, *span));
    return words;
}

std::string word_line(std::string_view text, std::size_t bytes_max) {
    const std::string folded = base::fold(text);
    std::string line;
    WordWalk walk(folded);
    while (const auto span = walk.next()) {
        const auto word = word_at(folded, *span);
        if (line.size() + 1 + word.size() > bytes_max) break;
        line.append(" ").append(word);
    }
    return line;
}

std::string Phrase::line() const {
    std::string line;
    for (const std::string& word : words) line.append(" ").append(word);
    return line;
}

Query parse(std::string_view text) {
    constexpr std::size_t prefix_characters_min = 3;
    Query query;
    Items items(cut_at_character(text, query_bytes_max));
    std::size_t words_left = query_words_max;
    bool is_last_open = false;
    while (words_left > 0 && items.next()) {
        Phrase phrase{.words = words_of(items.item())};
        if (phrase.words.empty()) continue;
        if (phrase.words.size() > words_left) phrase.words.resize(words_left);
        words_left -= phrase.words.size();
        is_last_open = !items.is_quoted() && !items.is_excluded();
        (items.is_excluded() ? query.excluded : query.wanted).push_back(std::move(phrase));
    }
    if (is_last_open) {
        Phrase& last = query.wanted.back();
        last.is_prefix = count_characters(last.words.back()) >= prefix_characters_min;
    }
    return query;
}

}  // namespace search
