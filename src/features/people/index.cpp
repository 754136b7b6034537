#include "features/people/index.h"

#include "features/people/store.h"

#include <algorithm>

namespace people {

namespace {

constexpr std::int64_t parts = 8;  // an entry's id is person * 8 + part
// More who changed are not looked through one by one: everybody is read anew. In a search of a few
// milliseconds three hundred cost a tenth of one.
constexpr std::size_t latest_max = 300;
// So many at once are asked of the database for a page of names, where few of them are open.
constexpr std::size_t persons_a_step = 500;

// What people are found by, and those of them who are open.
struct Reading {
    std::vector<search::NameEntry> entries;
    Roster roster, choosy;
    std::vector<View::Named> names;

    void add(const store::Card& card) {
        add(card.person.id, Part::name, card.name);
        add(card.person.id, Part::work, card.role_line + " " + card.person.organisation);
        for (const auto& tag : card.person.tags) {
            add(card.person.id, tag.is_interest ? Part::interests : Part::systems, tag.tag);
        }
        names.push_back({card.name, card.person.id.value});
        (card.is_choosy ? choosy : roster).add(card.person);
    }
    void add(PersonId person, Part part, const std::string& text) {
        entries.push_back({person.value * parts + static_cast<std::int64_t>(part), text, "", true});
    }
};

std::vector<View::Named> in_order(std::vector<View::Named> names) {
    std::ranges::sort(names);
    return names;
}

}  // namespace

// ---- one view ----

bool View::is_latest(std::int64_t person) const {
    return std::ranges::binary_search(latest_->persons, person);
}

const Roster& View::roster_of(PersonId person) const {
    return is_latest(person.value) ? latest_->roster : everybody_->roster;
}

bool View::is_open(PersonId person) const {
    return roster_of(person).has(person);
}

// Those who changed are found as they are now alone.
std::vector<Match> View::find(std::string_view words) const {
    auto fits = everybody_->words.fits(words, matches_max + latest_->persons.size());
    std::erase_if(fits, [&](const search::Fit& fit) { return is_latest(fit.id / parts); });
    const auto latest = everybody_->words.fits_among(latest_->words, words);
    if (!latest.empty()) {
        fits.insert(fits.end(), latest.begin(), latest.end());
        std::ranges::stable_sort(fits, std::ranges::greater(), &search::Fit::score);
    }
    if (fits.size() > matches_max) fits.resize(matches_max);
    std::vector<Match> matches;
    for (const auto& fit : fits) {
        matches.push_back({PersonId{fit.id / parts}, static_cast<Part>(fit.id % parts)});
    }
    return matches;
}

Counts View::count_open(const Filter& filter) const {
    return sum({everybody_->roster.count(filter, latest_->persons),
                latest_->roster.count(filter, {})});
}

View::Open View::open(const Filter& filter, std::span<const PersonId> persons) const {
    std::vector<PersonId> chosen, of_everybody, of_latest;
    for (const PersonId person : persons) {
        if (!roster_of(person).fits(filter, person)) continue;
        chosen.push_back(person);
        (is_latest(person.value) ? of_latest : of_everybody).push_back(person);
    }
    return {std::move(chosen), sum({everybody_->roster.count(of_everybody),
                                    latest_->roster.count(of_latest)})};
}

Roster::Ids View::choosy(const Filter& filter, std::size_t count) const {
    auto found = latest_->choosy.fitting(filter, {}, count);
    const auto more = everybody_->choosy.fitting(filter, latest_->persons, count - found.size());
    found.insert(found.end(), more.begin(), more.end());
    return found;
}

View::Next View::next(const Filter& filter, const Named& after, std::size_t open) const {
    Next next;
    auto of_all = std::ranges::upper_bound(everybody_->names, after);
    auto of_latest = std::ranges::upper_bound(latest_->names, after);
    while (of_all != everybody_->names.end() || of_latest != latest_->names.end()) {
        const bool is_latest = of_all == everybody_->names.end() ||
                               (of_latest != latest_->names.end() && *of_latest < *of_all);
        const Named& named = is_latest ? *of_latest++ : *of_all++;
        if (!is_latest && this->is_latest(named.person)) continue;  // stands there as they are now
        const PersonId person{named.person};
        const bool is_open = this->is_open(person);
        const Roster& roster = is_open     ? roster_of(person)
                               : is_latest ? latest_->choosy
                                           : everybody_->choosy;
        if (!roster.fits(filter, person)) continue;
        next.persons.push_back(named.person);
        open -= is_open ? 1 : 0;
        if (open > 0 && next.persons.size() < persons_a_step) continue;
        next.last = named;
        return next;
    }
    return next;
}

// ---- all of them ----

// A reader whose transaction began before the kept people were read has them read as they see them:
// words that were hidden since are found by nobody, and neither are those that were shown since.
View Index::at(sql::Tx& tx) {
    const auto now = store::version(tx);
    auto everybody = this->everybody();
    const bool is_ahead = everybody && everybody->version > now.version;
    if (everybody && !is_ahead && everybody->version >= now.gone) {
        if (auto beside = latest(tx, everybody->version, now.version)) return {everybody, beside};
    }
    Reading all;
    store::unguarded_cards(tx, [&](const store::Card& card) { all.add(card); });
    everybody = std::make_shared<const View::Everybody>(
        now.version, search::MatchIndex(all.entries), std::move(all.roster),
        std::move(all.choosy), in_order(std::move(all.names)));
    if (!is_ahead) keep(everybody);
    return {everybody, std::make_shared<const View::Latest>()};
}

Index::EverybodyPtr Index::everybody() {
    const std::scoped_lock lock(mutex_);
    return everybody_;
}

void Index::keep(const EverybodyPtr& made) {
    const std::scoped_lock lock(mutex_);
    if (!everybody_ || everybody_->version < made->version) everybody_ = made;
}

// Nothing where too many changed.
Index::LatestPtr Index::latest(sql::Tx& tx, std::int64_t since, std::int64_t version) {
    if (auto kept = latest_.find(since, version)) return kept;
    auto changed = store::changed_since(tx, since, static_cast<int>(latest_max) + 1);
    if (changed.size() > latest_max) return nullptr;
    Reading some;
    store::unguarded_cards_of(tx, changed, [&](const store::Card& card) { some.add(card); });
    auto made = std::make_shared<const View::Latest>(
        std::move(changed), search::LatestNames(some.entries), std::move(some.roster),
        std::move(some.choosy), in_order(std::move(some.names)));
    latest_.keep(since, version, made);
    return made;
}

}  // namespace people
