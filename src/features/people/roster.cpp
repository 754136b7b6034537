#include "features/people/roster.h"

#include "platform/base/text.h"

#include <algorithm>
#include <map>

namespace people {

// A filter in the roster's own words.
struct Roster::Asked {
    std::optional<Word> organisation, region, role, tag;
    std::int64_t audience = 0;
    bool mentors = false, receives = false;
};

// Counts by word, and gives what was counted at all.
class Roster::Tally {
public:
    explicit Tally(const Roster& roster)
        : roster_(roster),
          organisations_(roster.organisations_.size()),
          regions_(roster.regions_.size()),
          roles_(roster.roles_.size()),
          interests_(roster.tag_words_.size()),
          spelling_(interests_) {}

    void count(std::size_t place) {
        const Card& card = roster_.cards_[place];
        ++organisations_[card.organisation];
        ++regions_[card.region];
        ++roles_[card.role];
        for (const auto audience : roster_.audiences_of(place)) ++audiences_[audience];
        for (const Said& said : roster_.tags_of(place)) {
            if (said.is_interest) count(said);
        }
    }

    Counts counts() const {
        Counts counts{.regions = counted(regions_, roster_.regions_),
                      .audiences = {},
                      .organisations = counted(organisations_, roster_.organisations_),
                      .roles = counted(roles_, roster_.roles_),
                      .interests = {}};
        for (const auto& [audience, people] : audiences_) {
            counts.audiences.push_back({std::to_string(audience), people});
        }
        for (Word folded = 0; folded < interests_.size(); ++folded) {
            if (interests_[folded] == 0) continue;
            counts.interests.push_back({roster_.tag_words_[spelling_[folded]], interests_[folded]});
        }
        return counts;
    }

private:
    using Numbers = std::vector<std::uint32_t>;  // by word

    void count(const Said& said) {
        const bool is_first = interests_[said.folded]++ == 0;
        Word& spelling = spelling_[said.folded];
        if (is_first ||
            (spelling != said.tag && roster_.tag_words_[said.tag] < roster_.tag_words_[spelling])) {
            spelling = said.tag;
        }
    }

    static std::vector<Counted> counted(const Numbers& numbers, const Words& words) {
        std::vector<Counted> counts;
        for (Word word = 0; word < numbers.size(); ++word) {
            if (numbers[word] > 0) counts.push_back({words[word], numbers[word]});
        }
        return counts;
    }

    const Roster& roster_;
    Numbers organisations_, regions_, roles_, interests_;
    Numbers spelling_;  // of an interest, by its folded word: the first of those that were counted
    std::map<std::int64_t, std::int64_t> audiences_;
};

void Roster::add(const Person& person) {
    for (const auto audience : person.audiences) audiences_.push_back(audience);
    for (const Tag& tag : person.tags) {
        tags_.push_back({tag.is_interest, tag_words_.add(tag.folded), tag_words_.add(tag.tag)});
    }
    places_.emplace(person.id.value, static_cast<std::uint32_t>(cards_.size()));
    cards_.push_back({.person = person.id.value,
                      .organisation = organisations_.add(person.organisation),
                      .region = regions_.add(person.region),
                      .role = roles_.add(person.role),
                      .mentors = person.mentors,
                      .receives = person.receives,
                      .audiences = static_cast<std::uint32_t>(audiences_.size()),
                      .tags = static_cast<std::uint32_t>(tags_.size())});
}

Counts Roster::count(const Filter& filter, const Ids& but) const {
    Tally tally(*this);
    const auto asked = this->asked(filter);
    for (std::size_t place = 0; asked && place < cards_.size(); ++place) {
        if (!fits(place, *asked)) continue;
        if (!std::ranges::binary_search(but, cards_[place].person)) tally.count(place);
    }
    return tally.counts();
}

bool Roster::fits(const Filter& filter, PersonId person) const {
    const auto place = places_.find(person.value);
    if (place == places_.end()) return false;
    const auto asked = this->asked(filter);
    return asked && fits(place->second, *asked);
}

Counts Roster::count(std::span<const PersonId> persons) const {
    Tally tally(*this);
    for (const PersonId person : persons) tally.count(places_.at(person.value));
    return tally.counts();
}

Roster::Ids Roster::fitting(const Filter& filter, const Ids& but, std::size_t count) const {
    Ids found;
    const auto asked = this->asked(filter);
    for (std::size_t place = 0; asked && place < cards_.size() && found.size() < count; ++place) {
        const auto person = cards_[place].person;
        if (!fits(place, *asked) || std::ranges::binary_search(but, person)) continue;
        found.push_back(person);
    }
    return found;
}

Roster::Word Roster::Words::add(const std::string& text) {
    const auto [there, is_new] = places_.emplace(text, static_cast<Word>(texts_.size()));
    if (is_new) texts_.push_back(text);
    return there->second;
}

std::optional<Roster::Word> Roster::Words::find(const std::string& text) const {
    const auto there = places_.find(text);
    if (there == places_.end()) return std::nullopt;
    return there->second;
}

std::optional<Roster::Asked> Roster::asked(const Filter& filter) const {
    Asked asked{
        .audience = filter.audience, .mentors = filter.mentors, .receives = filter.receives};
    const auto is_known = [](const std::string& text, const Words& words,
                             std::optional<Word>& word) {
        if (text.empty()) return true;
        word = words.find(text);
        return word.has_value();
    };
    if (!is_known(filter.organisation, organisations_, asked.organisation) ||
        !is_known(filter.region, regions_, asked.region) ||
        !is_known(filter.role, roles_, asked.role) ||
        !is_known(filter.tag, tag_words_, asked.tag)) {
        return std::nullopt;
    }
    return asked;
}

bool Roster::fits(std::size_t place, const Asked& asked) const {
    const Card& card = cards_[place];
    if (asked.organisation && *asked.organisation != card.organisation) return false;
    if (asked.region && *asked.region != card.region) return false;
    if (asked.role && *asked.role != card.role) return false;
    if ((asked.mentors && !card.mentors) || (asked.receives && !card.receives)) return false;
    if (asked.audience != 0 &&
        std::ranges::find(audiences_of(place), asked.audience) == audiences_of(place).end()) {
        return false;
    }
    return !asked.tag ||
           std::ranges::find(tags_of(place), *asked.tag, &Said::folded) != tags_of(place).end();
}

std::span<const std::int64_t> Roster::audiences_of(std::size_t place) const {
    const auto begin = place == 0 ? 0 : cards_[place - 1].audiences;
    return std::span(audiences_).subspan(begin, cards_[place].audiences - begin);
}

std::span<const Roster::Said> Roster::tags_of(std::size_t place) const {
    const auto begin = place == 0 ? 0 : cards_[place - 1].tags;
    return std::span(tags_).subspan(begin, cards_[place].tags - begin);
}

// ---- adding up ----

namespace {

using People = std::vector<Counted> Counts::*;

std::vector<Counted> by_code(const std::vector<Counts>& parts, People which) {
    std::map<std::string, std::int64_t> people;
    for (const Counts& part : parts) {
        for (const Counted& one : part.*which) people[one.code] += one.people;
    }
    std::vector<Counted> counts;
    for (const auto& [code, count] : people) counts.push_back({code, count});
    return counts;
}

std::vector<Counted> most_common(std::vector<Counted> counts) {
    std::erase_if(counts, [](const Counted& one) { return one.code.empty(); });
    std::ranges::sort(counts, [](const Counted& a, const Counted& b) {
        return a.people != b.people ? a.people > b.people : a.code < b.code;
    });
    return counts;
}

// However they are spelled, under the first of their spellings.
std::vector<Counted> by_interest(const std::vector<Counts>& parts) {
    std::map<std::string, Counted> people;
    for (const Counts& part : parts) {
        for (const Counted& one : part.interests) {
            const auto [there, is_new] = people.emplace(base::fold(one.code), one);
            if (is_new) continue;
            there->second.people += one.people;
            there->second.code = std::min(there->second.code, one.code);
        }
    }
    std::vector<Counted> counts;
    for (auto& [folded, count] : people) counts.push_back(std::move(count));
    return counts;
}

}  // namespace

Counts sum(const std::vector<Counts>& parts) {
    return {.regions = by_code(parts, &Counts::regions),
            .audiences = most_common(by_code(parts, &Counts::audiences)),
            .organisations = most_common(by_code(parts, &Counts::organisations)),
            .roles = most_common(by_code(parts, &Counts::roles)),
            .interests = most_common(by_interest(parts))};
}

}  // namespace people
