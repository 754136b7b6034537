#include "features/linter/organisation_names.h"

#include "features/linter/places.h"
#include "features/linter/tokens.h"

#include <algorithm>

namespace linter {

namespace {

constexpr std::size_t misspelled_letters_min = 5;
constexpr std::size_t misspelling_letters_min = 4;
constexpr std::size_t long_letters_min = 8;
constexpr std::size_t official_words_min = 4;  // so many are no accident, whatever they are

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        if (end > at) parts.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

// Longest first: what a name may end with and be known without.
constexpr std::string_view endings[] = {"university nhs foundation trust",
                                        "nhs foundation trust",
                                        "nhs health and care trust",
                                        "health and social care trust",
                                        "integrated care board",
                                        "university health board",
                                        "teaching health board",
                                        "university nhs trust",
                                        "foundation trust",
                                        "health board",
                                        "nhs trust",
                                        "nhs ft",
                                        "hsc trust",
                                        "nhs icb",
                                        "community interest company",
                                        "limited",
                                        "ltd",
                                        "cic",
                                        "plc",
                                        "trust",
                                        "icb",
                                        "ft",
                                        "nhs",
                                        "uhb",
                                        "hb"};

void drop_ending(std::vector<std::string>& parts) {
    for (bool goes_on = true; goes_on;) {
        goes_on = false;
        for (const std::string_view ending : endings) {
            const auto words = split(ending);
            if (parts.size() <= words.size()) continue;
            const auto from = parts.end() - static_cast<std::ptrdiff_t>(words.size());
            if (!std::equal(words.begin(), words.end(), from)) continue;
            parts.erase(from, parts.end());
            goes_on = true;
            break;
        }
    }
}

bool is_small(std::string_view word) {
    return word == "and" || word == "of" || word == "the" || word == "for" || word == "on" ||
           word == "in" || word == "upon";
}

bool is_landscape(std::string_view word) {  // where people walk
    return word == "valley" || word == "bay" || word == "forest" || word == "vale" ||
           word == "coast" || word == "isle" || word == "dales";
}

std::uint64_t hash(std::string_view word, std::size_t without) {
    std::uint64_t value = 14695981039346656037ULL;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (i != without) value = (value ^ static_cast<unsigned char>(word[i])) * 1099511628211ULL;
    }
    return value;
}

// One letter wrong, missing, added, or two neighbours swapped.
bool is_near(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 1) return false;
    const auto at = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
    if (b.size() > a.size()) return a.substr(at) == b.substr(at + 1);
    if (at == a.size() || a.substr(at + 1) == b.substr(at + 1)) return true;
    return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] &&
           a.substr(at + 2) == b.substr(at + 2);
}

}  // namespace

void OrganisationNames::add_code(std::string_view code) {
    constexpr std::size_t code_letters_max = 10;
    if (code.size() < 3 || code.size() > code_letters_max) return;
    std::string capitals(code);
    for (char& c : capitals) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    codes_.insert(std::move(capitals));
}

void OrganisationNames::add_phrase(const Parts& parts, OrganisationName name, Words& words) {
    constexpr std::size_t words_max = 16;
    if (parts.empty() || parts.size() > words_max) return;
    std::vector<WordId> ids;
    std::size_t letters = 0;
    bool is_told_apart = false;
    for (const std::string& part : parts) {
        ids.push_back(words.intern(part));
        letters += part.size();
        is_told_apart |= !words.is(ids.back(), Trait::ordinary) &&
                         !words.is(ids.back(), Trait::filler) && !words.is(ids.back(), Trait::body);
        if (part.size() >= misspelled_letters_min && parts.size() > 1) parts_.push_back(ids.back());
        if (part.size() >= long_letters_min && parts.size() == 1) parts_.push_back(ids.back());
    }
    name.is_long = (is_told_apart && parts.size() > 1 && letters >= long_letters_min) ||
                   parts.size() >= official_words_min;
    const auto value = phrases_.add(ids, static_cast<std::uint32_t>(names_.size()));
    if (value == names_.size())
        names_.push_back(std::move(name));
    else if (value < names_.size() && name.need < names_[value].need)
        names_[value] = std::move(name);
}

void OrganisationNames::add_acronyms(const Parts& core, const std::string& told, Words& words) {
    std::string letters, all;
    for (const std::string& part : core) {
        all += part[0];
        if (!is_small(part)) letters += part[0];
    }
    for (const std::string& acronym : {letters, all}) {
        for (const std::string_view ending :
             {"", "t", "ft", "nft", "nhst", "nhsft", "nhs", "hb", "uhb", "icb", "hsct"}) {
            const std::string word = acronym + std::string(ending);
            if (acronym.size() < 2 || word.size() < 2) continue;
            const WordId id = words.intern(word);
            const bool is_word = words.is(id, Trait::ordinary) || words.is(id, Trait::jargon);
            const Need need = is_word || word.size() < 3 ? Need::article : Need::nothing;
            add_phrase({word}, {told, need, true}, words);
        }
    }
}

// "Lincs Community Health" of Lincolnshire Community Health Services.
void OrganisationNames::add_shorter(const Parts& core, const std::string& told, Words& words) {
    Parts shorter = core;
    const bool has_services = core.size() > 2 && core.back().starts_with("service");
    if (has_services) shorter.pop_back();
    if (shorter.size() < 2) return;
    if (has_services) add_phrase(shorter, {told}, words);
    const std::string county = short_county(shorter.front());
    if (county.empty()) return;
    shorter.front() = county;
    add_phrase(shorter, {told}, words);
}

void OrganisationNames::add_official(std::string_view name, const std::string& told, Words& words) {
    Parts parts = spelled(name);
    if (parts.size() > 1 && parts[0] == "the") parts.erase(parts.begin());
    Parts whole = parts;
    if (parts.size() > 1 && parts[0] == "nhs") parts.erase(parts.begin());
    drop_ending(parts);
    if (parts.empty()) return;
    add_phrase(whole, {told}, words);
    add_shorter(parts, told, words);
    const WordId first = words.intern(parts[0]);
    const auto is_plain = [&](const std::string& part) {
        const WordId id = words.intern(part);
        return words.is(id, Trait::ordinary) || words.is(id, Trait::filler) || is_small(part) ||
               words.is(id, Trait::place) || words.is(id, Trait::body);
    };
    const bool names_little = parts.size() == 1 || std::ranges::all_of(parts, is_plain);
    const bool has_body = std::ranges::any_of(
        parts, [&](const std::string& part) { return words.is(words.intern(part), Trait::body); });
    const Need need = parts.size() == 1 ? Need::place : Need::area;
    const bool is_vague = (names_little && !has_body) || is_landscape(parts.back());
    add_phrase(parts, {told, is_vague ? need : Need::nothing}, words);
    for (const std::string_view ending :
         {"nhs foundation trust", "nhs trust", "foundation trust", "nhs ft", "trust", "ft", "icb",
          "hospital", "hospitals", "nhs", "integrated care board", "health board", "uhb"}) {
        Parts longer = parts;
        for (std::string& word : split(ending)) longer.push_back(std::move(word));
        add_phrase(longer, {told}, words);
    }
    add_phrase(
        [&] {
            Parts longer = parts;
            longer.insert(longer.begin(), "nhs");
            return longer;
        }(),
        {told}, words);
    if (parts.size() > 1 && !is_plain(parts[0])) {
        add_phrase({parts[0]}, {told, Need::place}, words);
        for (const char* ending : {"trust", "hospital", "hospitals", "ft"}) {
            add_phrase({parts[0], ending}, {told}, words);
        }
    } else if (words.is(first, Trait::place)) {
        if (parts.size() > 1) add_phrase({parts[0]}, {told, Need::place}, words);
        for (const char* ending : {"trust", "ft"}) add_phrase({parts[0], ending}, {told}, words);
    }
    add_acronyms(parts, told, words);
}

void OrganisationNames::add(const KnownOrganisation& organisation, Words& words) {
    add_code(organisation.code);
    if (!organisation.name.empty()) add_official(organisation.name, organisation.name, words);
    for (const std::string& alias : organisation.aliases) {
        const Parts parts = spelled(alias);
        if (parts.empty()) continue;
        const WordId first = words.intern(parts[0]);
        const bool is_word = parts.size() == 1 &&
                             (words.is(first, Trait::ordinary) || words.is(first, Trait::jargon) ||
                              parts[0].size() < 3);
        const bool is_place = parts.size() == 1 && words.is(first, Trait::place);
        const bool is_acronym = parts.size() == 1 &&
                                std::ranges::count_if(
                                    alias, [](unsigned char c) { return std::isupper(c); }) > 1;
        const bool is_area = parts.size() > 1 && is_landscape(parts.back());
        const Need need = is_place  ? Need::place
                          : is_word ? Need::article
                          : is_area ? Need::area
                                    : Need::nothing;
        add_phrase(parts, {organisation.name, need, is_acronym}, words);
    }
}

void OrganisationNames::add(const ShortName& name, Words& words) {
    const Parts parts = spelled(name.name);
    const auto capitals = std::ranges::count_if(name.name,
                                                [](unsigned char c) { return std::isupper(c); });
    const bool is_acronym = parts.size() == 1 && capitals > 1;
    add_phrase(parts, {std::string(name.organisation), name.need, is_acronym}, words);
}

void OrganisationNames::finish(const Words& words) {
    std::ranges::sort(parts_);
    const auto [from, to] = std::ranges::unique(parts_);
    parts_.erase(from, to);
    near_.reserve(parts_.size() * 12);
    for (const WordId part : parts_) {
        const std::string_view spelling = words.spelling(part);
        for (std::size_t without = 0; without <= spelling.size(); ++without) {
            near_.emplace(hash(spelling, without), part);
        }
    }
}

std::vector<WordId> OrganisationNames::near(std::string_view word, const Words& words) const {
    std::vector<WordId> found;
    if (word.size() < misspelling_letters_min || word.size() > word_letters_max) return found;
    constexpr std::size_t tried_max = 8;
    for (std::size_t without = 0; without <= word.size(); ++without) {
        auto [at, end] = near_.equal_range(hash(word, without));
        for (; at != end && found.size() < tried_max; ++at) {
            const std::string_view spelling = words.spelling(at->second);
            if (spelling == word || !is_near(word, spelling)) continue;
            if (std::ranges::find(found, at->second) == found.end()) found.push_back(at->second);
        }
    }
    return found;
}

}  // namespace linter
