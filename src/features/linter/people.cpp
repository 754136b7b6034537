#include "features/linter/people.h"

#include "features/linter/tokens.h"

#include <algorithm>

namespace linter {

namespace {

constexpr std::string_view after_names =
    " phd md obe mbe cbe dbe kbe frcp mrcp frcs frcgp mrcgp frcpch frca frcem rn rgn rmn dphil msc "
    "ba bsc mba fbcs fedip jr sr ii iii qc kc mp qn mrpharms ";

bool is_in(std::string_view list, std::string_view word) {
    return list.find(" " + std::string(word) + " ") != list.npos;
}

// German and Scandinavian letters as they are written where the keyboard lacks them.
std::string written_out(std::string_view name) {
    constexpr std::pair<std::string_view, std::string_view> pairs[] = {
        {"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"ø", "oe"}, {"å", "aa"},
        {"Ä", "Ae"}, {"Ö", "Oe"}, {"Ü", "Ue"}, {"Ø", "Oe"}, {"Å", "Aa"}};
    std::string out(name);
    for (const auto& [letter, plain] : pairs) {
        for (auto at = out.find(letter); at != out.npos; at = out.find(letter, at)) {
            out.replace(at, letter.size(), plain);
        }
    }
    return out;
}

struct Parts {
    std::vector<std::string> given, family;
};

// "Dr Anne-Marie van der Berg-Price, PhD": what stands last, with what a hyphen joins to it.
Parts parts_of(std::string_view name, const Words& words) {
    const PlainText text = plain_text(name);
    std::vector<Token> all = tokens(text, words);
    const auto word = [&](const Token& token) {
        return lower(std::string_view(text.letters).substr(token.begin, token.end - token.begin));
    };
    std::erase_if(all, [&](const Token& token) {
        return words.is(token.word, Trait::title) || is_in(after_names, word(token));
    });
    const auto comma = std::ranges::find_if(
        all, [&](const Token& token) { return &token != all.data() && token.follows(Gap::comma); });
    if (comma != all.end()) std::rotate(all.begin(), comma, all.end());  // "Price, Hope"
    Parts parts;
    for (auto i = all.size(); i-- > 0;) {
        const bool is_last = i + 1 == all.size();
        const bool is_joined = !is_last && !parts.family.empty() && parts.given.empty() &&
                               (all[i + 1].follows(Gap::hyphen) ||
                                words.is(all[i].word, Trait::particle));
        const bool is_family = (is_last && all.size() > 1) || (is_joined && i > 0);
        auto& side = is_family ? parts.family : parts.given;
        side.insert(side.begin(), word(all[i]));
    }
    return parts;
}

// The parts, those of one letter aside, and what they are when run together.
std::vector<std::string> spellings(const std::vector<std::string>& parts) {
    std::vector<std::string> all;
    std::string joined;
    for (const std::string& part : parts) {
        joined += part;
        if (part.size() > 1) all.push_back(part);
    }
    if (parts.size() > 1) all.push_back(joined);
    return all;
}

// Steph, Stephie and Stephy of Stephanie.
void mark_short_forms(std::string_view first, Words& words) {
    constexpr std::size_t letters_min = 3, stem_letters_max = 6;
    for (std::size_t size = letters_min; size <= first.size(); ++size) {
        const std::string stem(first.substr(0, size));
        if (size + 2 <= first.size()) words.mark(words.intern(stem), Trait::short_form);
        if (size > stem_letters_max) continue;
        for (const char* const ending : {"ie", "y"}) {
            words.mark(words.intern(stem + ending), Trait::short_form);
        }
    }
}

}  // namespace

void People::add(std::string_view name, Words& words) {
    add_spelling(name, words);
    const std::string other = written_out(name);
    if (other != name) add_spelling(other, words);
}

void People::add_spelling(std::string_view name, Words& words) {
    const Parts parts = parts_of(name, words);
    std::vector<WordId> families;
    for (const std::string& family : spellings(parts.family)) {
        const WordId id = words.intern(family);
        if (words.is(id, Trait::particle) && parts.family.size() > 1) continue;
        words.mark(id, Trait::family_name);
        families.push_back(id);
        const bool is_irish = family.size() > 4 && family[0] == 'o' &&
                              name.find('O') != name.npos &&
                              name.find_first_of("'\xE2") != name.npos;
        if (!is_irish) continue;
        families.push_back(words.intern(family.substr(1)));  // O Brien
        words.mark(families.back(), Trait::family_name);
    }
    auto given = spellings(parts.given);
    for (auto i = given.size(); i-- > 0;) {
        for (const std::string_view other : nicknames(given[i])) given.emplace_back(other);
    }
    for (const std::string& first : given) {
        const WordId id = words.intern(first);
        words.mark(id, Trait::first_name);
        for (const WordId family : families) join(id, family);
        if (!parts.family.empty()) join(id, letter(parts.family.back()[0]));
    }
    for (const std::string& first : parts.given) {
        mark_short_forms(first, words);
        for (const WordId family : families) join(letter(first[0]), family);
    }
    if (parts.given.empty() || parts.family.empty()) return;
    join(letter(parts.given.front()[0]), letter(parts.family.front()[0]));
    join(letter(parts.given.front()[0]), letter(parts.family.back()[0]));
}

}  // namespace linter
