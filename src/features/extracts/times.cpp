#include "features/extracts/times.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string>

namespace extracts {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

constexpr std::array<std::string_view, 12> months = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

// Reads on from one place; what does not fit leaves it where it was.
class Reader {
public:
    Reader(std::string_view text, std::size_t at) : text_(text), at_(at) {}

    std::size_t at() const { return at_; }
    char next(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }

    std::optional<int> number(std::size_t digits_min, std::size_t digits_max) {
        std::size_t digits = 0;
        int value = 0;
        while (is_digit(next(digits)) && digits <= digits_max) {
            value = value * 10 + (next(digits) - '0');
            ++digits;
        }
        if (digits < digits_min || digits > digits_max) return std::nullopt;
        at_ += digits;
        return value;
    }

    bool one_of(std::string_view characters) {
        if (next() == '\0' || characters.find(next()) == characters.npos) return false;
        ++at_;
        return true;
    }

    // A word in any letters, and nothing of another behind it.
    bool word(std::string_view small) {
        for (std::size_t i = 0; i < small.size(); ++i) {
            const auto c = static_cast<unsigned char>(next(i));
            if (static_cast<char>(std::tolower(c)) != small[i]) return false;
        }
        if (is_letter(next(small.size()))) return false;
        at_ += small.size();
        return true;
    }

    bool month() {
        return std::ranges::any_of(
            months, [&](std::string_view name) { return word(name) || word(name.substr(0, 3)); });
    }

    void blanks() {
        while (next() == ' ' || next() == '\n') ++at_;
    }
    void ordinal() {
        for (const std::string_view end : {"st", "nd", "rd", "th"}) {
            if (word(end)) return;
        }
    }
    bool ends() const { return !is_digit(next()) && !is_letter(next()); }

private:
    std::string_view text_;
    std::size_t at_;
};

using Read = bool (*)(Reader&);

bool clock_time(Reader& reader) {
    const auto hour = reader.number(1, 2);
    if (!hour || *hour > 23) return false;
    const bool is_dotted = reader.next() == '.';
    if (!reader.one_of(":.")) return false;
    const auto minute = reader.number(2, 2);
    if (!minute || *minute > 59) return false;
    if (reader.one_of(":") && !reader.number(2, 2)) return false;
    Reader half = reader;
    half.blanks();
    const bool has_half = half.word("am") || half.word("pm");
    if (has_half) reader = half;
    return (has_half || !is_dotted) && reader.ends();
}

bool day_month(Reader& reader) {
    const auto day = reader.number(1, 2);
    if (!day || *day < 1 || *day > 31) return false;
    reader.ordinal();
    reader.blanks();
    if (reader.word("of")) reader.blanks();
    if (!reader.month()) return false;
    Reader year = reader;
    if (year.one_of(" ,")) year.blanks();
    if (year.number(4, 4)) reader = year;
    return reader.ends();
}

bool month_day(Reader& reader) {
    if (!reader.month()) return false;
    if (!reader.one_of(" ")) return false;
    const auto day = reader.number(1, 2);
    if (!day || *day < 1 || *day > 31) return false;
    reader.ordinal();
    return reader.ends() && reader.next() != ':' && reader.next() != '%';
}

bool iso_day(Reader& reader) {
    return reader.number(4, 4) && reader.one_of("-") && reader.number(2, 2) && reader.one_of("-") &&
           reader.number(2, 2) && reader.ends();
}

bool slashed_day(Reader& reader) {
    const auto day = reader.number(1, 2);
    if (!day || *day > 31 || !reader.one_of("/.")) return false;
    const auto month = reader.number(1, 2);
    if (!month || *month > 12 || !reader.one_of("/.")) return false;
    return (reader.number(4, 4) || reader.number(2, 2)) && reader.ends();
}

}  // namespace

std::vector<Stretch> exact_times(std::string_view text) {
    constexpr std::array<Read, 5> shapes = {iso_day, slashed_day, clock_time, day_month, month_day};
    std::vector<Stretch> found;
    for (std::size_t at = 0; at < text.size();) {
        const bool begins = at == 0 || !std::isalnum(static_cast<unsigned char>(text[at - 1]));
        if (!begins || (!is_digit(text[at]) && !is_letter(text[at]))) {
            ++at;
            continue;
        }
        std::size_t end = at;
        for (const Read read : shapes) {
            Reader reader(text, at);
            if (read(reader)) end = std::max(end, reader.at());
        }
        if (end > at) found.push_back({at, end});
        at = std::max(end, at + 1);
    }
    return found;
}

}  // namespace extracts
