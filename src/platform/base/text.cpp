#include "platform/base/text.h"

#include <fmt/format.h>
#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <vector>

namespace base {

namespace {

void require(UErrorCode code) {
    if (U_FAILURE(code)) throw std::runtime_error(fmt::format("ICU: {}", u_errorName(code)));
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](unsigned char c) { return c < 0x80; });
}

struct TextClosed {
    void operator()(UText* text) const { utext_close(text); }
};

// Walks the places between user-perceived characters of a UTF-8 text, as byte offsets.
class Characters {
public:
    explicit Characters(std::string_view text) : breaks_(prototype().clone()) {
        UErrorCode code = U_ZERO_ERROR;
        text_.reset(utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()),
                                   &code));
        require(code);
        breaks_->setText(text_.get(), code);
        require(code);
        breaks_->first();
    }

    // Where the next character ends; nothing at the end of the text.
    bool next(std::size_t& end) {
        const std::int32_t at = breaks_->next();
        if (at == icu::BreakIterator::DONE) return false;
        end = static_cast<std::size_t>(at);
        return true;
    }

private:
    // Opening the rules costs far more than copying an open iterator; the rules do not change.
    static const icu::BreakIterator& prototype() {
        static const std::unique_ptr<const icu::BreakIterator> rules = [] {
            UErrorCode code = U_ZERO_ERROR;
            std::unique_ptr<icu::BreakIterator> opened(
                icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), code));
            require(code);
            return opened;
        }();
        return *rules;
    }

    std::unique_ptr<icu::BreakIterator> breaks_;
    std::unique_ptr<UText, TextClosed> text_;
};

// The code point at `at`, which moves behind it; U+FFFD for what is not UTF-8.
UChar32 next_code_point(std::string_view text, std::size_t& at) {
    auto index = static_cast<std::int32_t>(at);
    UChar32 point = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), index,
                    static_cast<std::int32_t>(text.size()), point);
    at = static_cast<std::size_t>(index);
    return point;
}

bool is_space(UChar32 point) {
    // Nearly all are these, and ICU takes far longer.
    if (point < 0x80) return point == ' ' || (point >= '\t' && point <= '\r');
    return u_isUWhiteSpace(point) != 0;
}

// Accents and points that readers leave out, not the vowel signs of Indic and Thai writing, nor the
// marks that make another sound of a kana: those carry the word.
bool is_removable_mark(UChar32 point) {
    if (u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return true;
    if (u_charType(point) != U_NON_SPACING_MARK) return false;
    const int order = u_getCombiningClass(point);
    return (order >= 10 && order <= 36) || order >= 200;
}

// Letters that Unicode does not take apart, as people without such a keyboard write them.
const char16_t* plain_letters(UChar32 point) {
    switch (point) {
        case 0x00E6: return u"ae";   // æ
        case 0x0153: return u"oe";   // œ
        case 0x00F8: return u"o";    // ø
        case 0x0142: return u"l";    // ł
        case 0x0111: return u"d";    // đ
        case 0x00F0: return u"d";    // ð
        case 0x00FE: return u"th";   // þ
        case 0x0127: return u"h";    // ħ
        case 0x0131: return u"i";    // ı
        case 0x0167: return u"t";    // ŧ
        case 0x014B: return u"n";    // ŋ
        case 0x2018: case 0x2019: case 0x02BC: return u"'";
        case 0x201C: case 0x201D: return u"\"";
        case 0x2010: case 0x2012: case 0x2013: case 0x2014: return u"-";
        default: return nullptr;
    }
}

icu::UnicodeString stripped(const icu::UnicodeString& text) {
    icu::UnicodeString kept;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 point = text.char32At(i);
        if (is_removable_mark(point)) continue;
        if (const char16_t* plain = plain_letters(point)) {
            kept.append(plain, -1);
        } else {
            kept.append(point);
        }
    }
    return kept;
}

icu::UnicodeString from_utf8(std::string_view text) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string fold_ascii(std::string_view text) {
    std::string folded(text);
    for (char& c : folded) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return folded;
}

bool is_slug_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// The text without white space and loose punctuation at its end, so that "…" follows a word.
std::string_view without_loose_end(std::string_view text) {
    while (!text.empty()) {
        std::size_t start = text.size() - 1;
        while (start > 0 && U8_IS_TRAIL(static_cast<std::uint8_t>(text[start]))) --start;
        std::size_t at = start;
        const UChar32 last = next_code_point(text, at);
        if (!is_space(last) && std::u32string_view(U",;:–—-").find(
                                   static_cast<char32_t>(last)) == std::u32string_view::npos) {
            break;
        }
        text = text.substr(0, start);
    }
    return text;
}

}  // namespace

bool is_utf8(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        auto index = static_cast<std::int32_t>(at);
        UChar32 point = 0;
        U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), index,
                static_cast<std::int32_t>(text.size()), point);
        if (point <= 0) return false;
        at = static_cast<std::size_t>(index);
    }
    return true;
}

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::size_t length(std::string_view text) {
    if (is_ascii(text) && !text.contains('\r')) return text.size();
    Characters characters(text);
    std::size_t count = 0;
    for (std::size_t end = 0; characters.next(end);) ++count;
    return count;
}

std::string fold(std::string_view text) {
    if (is_ascii(text)) return fold_ascii(text);
    UErrorCode code = U_ZERO_ERROR;
    const auto* decompose = icu::Normalizer2::getNFKDInstance(code);
    const auto* compose = icu::Normalizer2::getNFCInstance(code);
    require(code);
    // Opening compatible letters brings new capitals, folding them new marks: so each twice.
    icu::UnicodeString opened = decompose->normalize(from_utf8(text).foldCase(), code);
    icu::UnicodeString plain = stripped(decompose->normalize(opened.foldCase(), code));
    std::string folded;
    compose->normalize(plain, code).toUTF8String(folded);
    require(code);
    return folded;
}

std::string slug(std::string_view text, std::size_t bytes_max) {
    std::string made;
    for (const char c : fold(text)) {
        if (is_slug_letter(c)) {
            made += c;
        } else if (c != '\'' && !made.empty() && made.back() != '-') {
            made += '-';
        }
    }
    if (made.size() > bytes_max) {
        const bool between_words = made[bytes_max] == '-';
        made.resize(bytes_max);
        const std::size_t word = made.rfind('-');
        if (!between_words && word != std::string::npos && word >= bytes_max / 2) {
            made.resize(word);
        }
    }
    while (made.ends_with('-')) made.pop_back();
    return made.empty() ? "untitled" : made;
}

Verdict fits(std::string_view text, std::size_t characters_max, std::string_view what,
             std::string_view field) {
    if (length(text) <= characters_max && code_points(text) <= 2 * characters_max) return allowed;
    return Refusal{std::string(what) + " can be " +
                       grouped(static_cast<long long>(characters_max)) +
                       " characters long. Shorten it and send again.",
                   std::string(field)};
}

std::string excerpt(std::string_view text, std::size_t characters_max) {
    if (text.size() <= characters_max) return std::string(text);
    if (characters_max == 0) return {};
    Characters characters(text);
    std::vector<std::size_t> ends = {0};  // ends[n]: where the n-th character ends
    for (std::size_t end = 0; ends.size() <= characters_max + 1 && characters.next(end);) {
        ends.push_back(end);
    }
    if (ends.size() <= characters_max + 1) return std::string(text);
    std::size_t cut = characters_max - 1;  // "…" is a character too
    const std::size_t near = cut - cut / 4;
    for (std::size_t n = cut; n >= near && n > 0; --n) {
        std::size_t at = ends[n];
        if (is_space(next_code_point(text, at))) {
            cut = n;
            break;
        }
    }
    return std::string(without_loose_end(text.substr(0, ends[cut]))) + "…";
}

std::string trim(std::string_view text) {
    std::size_t first = text.size();
    std::size_t last = text.size();
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        if (is_space(next_code_point(text, at))) continue;
        if (first == text.size()) first = start;
        last = at;
    }
    return std::string(text.substr(first, last - first));
}

namespace {

// Turns the direction of what follows, and of what stands beside it on a page: a name written from
// right to left needs none of them.
bool is_direction_mark(UChar32 point) {
    return point == 0x200E || point == 0x200F || (point >= 0x202A && point <= 0x202E) ||
           (point >= 0x2066 && point <= 0x2069);
}

}  // namespace

std::string one_line(std::string_view text) {
    std::string line;
    bool gap = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const UChar32 point = next_code_point(text, at);
        if (is_direction_mark(point)) continue;
        if (is_space(point)) {
            gap = !line.empty();
            continue;
        }
        if (gap) line += ' ';
        gap = false;
        line += text.substr(start, at - start);
    }
    return line;
}

namespace {

// The first letter or digit of a word as a capital, with the marks that follow it; empty if none.
std::string capital(std::string_view word) {
    Characters characters(word);
    std::size_t start = 0;
    for (std::size_t end = 0; characters.next(end); start = end) {
        std::size_t at = start;
        const UChar32 point = next_code_point(word, at);
        if (!u_isalnum(point)) continue;
        std::string initial;
        icu::UnicodeString(u_toupper(point)).toUTF8String(initial);
        return initial.append(word.substr(at, end - at));
    }
    return {};
}

// As below for most names, a hundred times faster than ICU.
std::string initials_of_ascii(std::string_view name) {
    std::array<char, 2> found{};
    std::size_t count = 0;
    bool word_has_none = true;
    for (const char c : name) {
        if (is_space(c)) word_has_none = true;
        const bool is_small = c >= 'a' && c <= 'z';
        const bool is_capital_or_digit = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!word_has_none || !(is_small || is_capital_or_digit)) continue;
        found[std::min(count++, std::size_t{1})] = is_small ? static_cast<char>(c - 'a' + 'A') : c;
        word_has_none = false;
    }
    return {found.data(), std::min(count, found.size())};
}

}  // namespace

std::string initials(std::string_view name) {
    if (is_ascii(name)) return initials_of_ascii(name);
    std::string first, last;
    const std::string line = one_line(name);
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = std::min(line.find(' ', at), line.size());
        std::string initial = capital(std::string_view(line).substr(at, end - at));
        if (!initial.empty()) (first.empty() ? first : last) = std::move(initial);
        at = end + 1;
    }
    return first + last;
}

std::string counted(long long count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", grouped(count), count == 1 ? one : many);
}

std::string grouped(long long number) {
    std::string digits = std::to_string(number);
    const std::size_t first = number < 0 ? 1 : 0;
    for (std::size_t at = digits.size(); at > first + 3; at -= 3) digits.insert(at - 3, 1, ',');
    return digits;
}

}  // namespace base
