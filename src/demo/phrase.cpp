#include "demo/phrase.h"

#include "demo/material.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace demo {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr std::array<std::string_view, 13> number_words = {
    "no",    "one",   "two",   "three", "four",   "five",  "six",
    "seven", "eight", "nine",  "ten",   "eleven", "twelve"};

std::string with_commas(std::int64_t value) {
    std::string digits = std::to_string(value);
    for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
    return digits;
}

// A year is written without a comma. No quantity in the material lies wholly in this range.
bool are_years(std::int64_t low, std::int64_t high) { return low >= 1900 && high <= 2100; }

// "11", "11-19", "1.1-2.8", "200-900/50": tenths when there is a decimal point.
struct Range {
    std::int64_t low = 0, high = 0, step = 1;
    bool tenths = false;
};

std::int64_t parse_number(std::string_view text, bool tenths) {
    std::int64_t whole = 0;
    auto end = std::from_chars(text.data(), text.data() + text.size(), whole).ptr;
    if (!tenths) return whole;
    bool has_point = end != text.data() + text.size() && *end == '.';
    return whole * 10 + (has_point ? end[1] - '0' : 0);
}

Range parse_range(std::string_view text) {
    Range range;
    range.tenths = text.find('.') != std::string_view::npos;
    auto slash = text.find('/');
    if (slash != std::string_view::npos) {
        range.step = parse_number(text.substr(slash + 1), false);
        text = text.substr(0, slash);
    }
    auto dash = text.find('-');
    range.low = parse_number(text.substr(0, dash), range.tenths);
    range.high = dash == std::string_view::npos ? range.low
                                                : parse_number(text.substr(dash + 1), range.tenths);
    return range;
}

std::int64_t roll(const Range& range, Dice& dice) {
    return range.low + range.step * dice.between(0, (range.high - range.low) / range.step);
}

// A quantity marked {w …} is never a year, and small ones may be spelt out.
std::string written(std::int64_t value, const Range& range, bool is_quantity, bool in_words) {
    constexpr std::int64_t spelt_quantity = 12, spelt_number = 9;
    if (range.tenths) return std::to_string(value / 10) + "." + std::to_string(value % 10);
    if (!is_quantity && are_years(range.low, range.high)) return std::to_string(value);
    if (in_words && value <= (is_quantity ? spelt_quantity : spelt_number))
        return std::string(number_words[static_cast<std::size_t>(value)]);
    return with_commas(value);
}

std::string time_passed(std::int64_t seconds) {
    constexpr std::int64_t day_s = 86400;
    std::int64_t weeks = std::max<std::int64_t>(2, seconds / (7 * day_s));
    std::int64_t count = weeks < 9 ? weeks : seconds / (30 * day_s);
    std::string unit = weeks < 9 ? " weeks" : " months";
    if (count < std::int64_t(number_words.size()))
        return std::string(number_words[static_cast<std::size_t>(count)]) + unit;
    return std::to_string(count) + unit;
}

std::string first_name(const Person& person) {
    return person.name.substr(0, person.name.find(' '));
}

std::string in_sentence(const std::string& region) {
    constexpr std::array<std::string_view, 6> with_the = {
        "North West", "South West", "South East", "Midlands", "East of England",
        "North East and Yorkshire"};
    for (std::string_view name : with_the)
        if (region == name) return "the " + region;
    return region;
}

// Slots that depend on who speaks; empty when the name is not one of them.
std::string slot_of_scene(std::string_view name, const Scene& scene) {
    if (name == "kind") return lower_first(scene.workplace->kind);
    if (name == "my org") return short_name(*scene.workplace);
    if (name == "my role") return with_article(lower_first(scene.speaker->role));
    if (name == "region") return in_sentence(scene.workplace->region);
    if (name == "first") return first_name(*scene.asker);
    if (name == "since") return time_passed(scene.since_s);
    if (name == "no") return std::to_string(scene.number);
    return {};
}

bool begins_sentence(std::string_view made) {
    while (!made.empty() && (made.back() == '*' || made.back() == '"')) made.remove_suffix(1);
    if (made.empty() || made.back() == '\n') return true;
    if (made.size() < 2 || made.back() != ' ') return false;
    char before = made[made.size() - 2];
    return before == '.' || before == '?' || before == '!';
}

std::vector<std::string_view> alternatives(std::string_view text) {
    std::vector<std::string_view> parts;
    std::size_t from = 0, depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '<' || text[i] == '{') ++depth;
        if (text[i] == '>' || text[i] == '}') --depth;
        if (text[i] != '|' || depth > 0) continue;
        parts.push_back(text.substr(from, i - from));
        from = i + 1;
    }
    parts.push_back(text.substr(from));
    return parts;
}

std::size_t closing_at(std::string_view text, std::size_t open) {
    std::size_t depth = 0;
    for (std::size_t i = open; i < text.size(); ++i) {
        if (text[i] == '<' || text[i] == '{') ++depth;
        if ((text[i] == '>' || text[i] == '}') && --depth == 0) return i;
    }
    return text.size() - 1;
}

class Filling {
public:
    Filling(const Scene& scene, Dice& dice) : scene_(scene), dice_(dice) {}

    std::string fill(std::string_view line) {
        add(line);
        return std::move(made_);
    }

private:
    void add(std::string_view line) {
        for (std::size_t i = 0; i < line.size();) {
            char c = line[i];
            if (c == '<' || c == '{') {
                std::size_t end = closing_at(line, i);
                std::string_view inside = line.substr(i + 1, end - i - 1);
                c == '<' ? choose(inside) : slot(inside, line.substr(end + 1));
                i = end + 1;
            } else if (c == '@' && line.substr(i, 2) == "@@") {
                i += mention(line.substr(i));
            } else if (c == ' ' && line.substr(i, 2) == " %") {
                ++i;  // written "8 %" in the material, so that slots stand apart
            } else {
                made_ += c;
                ++i;
            }
        }
    }

    void put(const std::string& text) {
        made_ += begins_sentence(made_) ? capitalised(text) : text;
    }

    void choose(std::string_view inside) {
        std::size_t from = made_.size();
        bool at_beginning = begins_sentence(made_);
        add(dice_.pick(alternatives(inside)));
        if (at_beginning && from < made_.size() && is_lower(made_[from]))
            made_[from] = static_cast<char>(made_[from] - 'a' + 'A');
    }

    std::size_t mention(std::string_view rest) {
        bool is_amira = rest.starts_with("@@amira");
        made_ += '@';
        made_ += is_amira ? scene_.amira : scene_.mentioned;
        return is_amira ? 7 : 2;
    }

    void slot(std::string_view name, std::string_view after) {
        if (name.find('|') != std::string_view::npos) return choose(name);
        auto hash = name.find('#');
        label_ = hash == std::string_view::npos ? "" : name.substr(hash + 1);
        name = name.substr(0, hash);
        bool is_quantity = name.starts_with("w ");
        if (is_quantity) name.remove_prefix(2);
        if (is_digit(name[0])) {
            return put(number(name, is_quantity, may_be_spelt(after)));
        }
        std::string text = settled([&] { return named(lower_first(name)); });
        is_upper(name[0]) ? put(capitalised(text)) : put(text);
    }

    // Not "£three", "#three", "three%", "three,000" or "three-hour".
    bool may_be_spelt(std::string_view after) const {
        bool is_bound = made_.ends_with("\xC2\xA3") || made_.ends_with("#");
        for (std::string_view tail : {" %", "-", ",0", ":", "/", " am", " pm"})
            if (after.starts_with(tail)) is_bound = true;
        return !is_bound;
    }

    std::string number(std::string_view text, bool is_quantity, bool in_words) {
        Range range = parse_range(text);
        std::string value = settled([&] { return std::to_string(roll(range, dice_)); });
        return written(parse_number(value, false), range, is_quantity, in_words);
    }

    // What was said under the same label before, or what `make` makes now.
    template <class Make>
    std::string settled(Make make) {
        if (label_.empty() || !scene_.memory) return make();
        auto [at, is_first] = scene_.memory->try_emplace(std::string(label_));
        if (is_first) at->second = make();
        return at->second;
    }

    std::string named(std::string_view name) {
        if (name == "a kind") return with_article(slot_of_scene("kind", scene_));
        if (std::string text = slot_of_scene(name, scene_); !text.empty()) return text;
        if (auto list = words(name); !list.empty()) return std::string(dice_.pick(list));
        if (name.starts_with("a "))
            if (auto list = words(name.substr(2)); !list.empty())
                return with_article(dice_.pick(list));
        return "{" + std::string(name) + "}";  // the test finds it
    }

    const Scene& scene_;
    Dice& dice_;
    std::string_view label_;
    std::string made_;
};

}  // namespace

std::string phrase(std::string_view line, const Scene& scene, Dice& dice) {
    return Filling(scene, dice).fill(line);
}

std::string capitalised(std::string_view text) {
    std::string made(text);
    if (!made.empty() && is_lower(made[0])) made[0] = static_cast<char>(made[0] - 'a' + 'A');
    return made;
}

std::string lower_first(std::string_view text) {
    constexpr std::array<std::string_view, 9> names = {
        "I ",      "I'",    "Caldicott",     "Parkinson", "Windows",
        "Wi-Fi", "Summer School", "Dutch", "Royal"};
    std::string made(text);
    for (std::string_view name : names)
        if (text.starts_with(name)) return made;
    bool is_word = text.size() < 2 || is_lower(text[1]) || text[1] == ' ';
    if (!made.empty() && is_upper(made[0]) && is_word)
        made[0] = static_cast<char>(made[0] - 'A' + 'a');
    return made;
}

std::string with_article(std::string_view noun) {
    constexpr std::string_view vowels = "aeiouAEIOU";
    constexpr std::string_view spoken_with_vowel = "AEFHILMNORSX";  // an MSc, an NHS trust
    if (noun.empty()) return {};
    bool is_acronym = noun.size() > 1 && is_upper(noun[0]) && is_upper(noun[1]);
    bool is_an = is_acronym ? spoken_with_vowel.find(noun[0]) != std::string_view::npos
                            : vowels.find(noun[0]) != std::string_view::npos;
    if (noun.starts_with("uni") || noun.starts_with("one")) is_an = false;
    return (is_an ? "an " : "a ") + std::string(noun);
}

std::string short_name(const Organisation& organisation) {
    std::string_view name = organisation.name;
    for (std::string_view ending :
         {" NHS Foundation Trust", " NHS Trust", " Integrated Care Board"})
        if (name.ends_with(ending)) name.remove_suffix(ending.size());
    return std::string(name);
}

}  // namespace demo
