#include "features/people/index.h"

#include "features/people/store.h"

#include <algorithm>

namespace people {

namespace {

constexpr std::int64_t parts = 8;  // an entry's id is person * 8 + part
// More who changed are not looked through one by one: everybody is read anew. In a search of a few
// milliseconds three hundred cost a tenth of one.
constexpr std::size_t latest_max = 300;

void add_words(std::vector<search::NameEntry>& entries, PersonId person, Part part,
               const std::string& text) {
    entries.push_back({person.value * parts + static_cast<std::int64_t>(part), text, "", true});
}

// Both at once, the best first; those who changed as they are now alone.
std::vector<search::Fit> fits_of(const search::MatchIndex& everybody, std::string_view words,
                                 const std::vector<std::int64_t>& changed,
                                 std::vector<search::Fit> latest) {
    auto fits = everybody.fits(words, matches_max + changed.size());
    std::erase_if(fits, [&](const search::Fit& fit) {
        return std::ranges::binary_search(changed, fit.id / parts);
    });
    if (!latest.empty()) {
        fits.insert(fits.end(), latest.begin(), latest.end());
        std::ranges::stable_sort(fits, std::ranges::greater(), &search::Fit::score);
    }
    if (fits.size() > matches_max) fits.resize(matches_max);
    return fits;
}

}  // namespace

// A reader whose transaction began before the kept index was made has one made of what they see:
// words that were hidden since are found by nobody, and neither are those that were shown since.
std::vector<Match> Index::find(sql::Tx& tx, std::string_view words) {
    const std::int64_t version = store::version(tx);
    auto everybody = this->everybody();
    const bool is_ahead = everybody && everybody->version > version;
    auto beside = everybody && !is_ahead ? latest(tx, everybody->version, version) : nullptr;
    if (!beside) {
        everybody = make(tx, version);
        beside = std::make_shared<const Latest>();
        if (!is_ahead) keep(everybody);
    }
    auto newest = everybody->index.fits_among(beside->names, words);
    std::vector<Match> matches;
    for (const auto& fit :
         fits_of(everybody->index, words, beside->persons, std::move(newest))) {
        matches.push_back({PersonId{fit.id / parts}, static_cast<Part>(fit.id % parts)});
    }
    return matches;
}

Index::EverybodyPtr Index::everybody() {
    const std::scoped_lock lock(mutex_);
    return everybody_;
}

void Index::keep(const EverybodyPtr& made) {
    const std::scoped_lock lock(mutex_);
    if (!everybody_ || everybody_->version < made->version) everybody_ = made;
}

Index::EverybodyPtr Index::make(sql::Tx& tx, std::int64_t version) {
    std::vector<search::NameEntry> entries;
    store::unguarded_words(tx, [&](PersonId person, Part part, const std::string& text) {
        add_words(entries, person, part, text);
    });
    return std::make_shared<const Everybody>(version, search::MatchIndex(entries));
}

// Nothing where too many changed.
Index::LatestPtr Index::latest(sql::Tx& tx, std::int64_t since, std::int64_t version) {
    if (auto kept = latest_.find(since, version)) return kept;
    const auto changed = store::changed_since(tx, since, static_cast<int>(latest_max) + 1);
    if (changed.size() > latest_max) return nullptr;
    std::vector<search::NameEntry> entries;
    store::unguarded_words_of(tx, changed,
                              [&](PersonId person, Part part, const std::string& text) {
                                  add_words(entries, person, part, text);
                              });
    auto made = std::make_shared<const Latest>(since, changed, search::LatestNames(entries));
    latest_.keep(since, version, made);
    return made;
}

}  // namespace people
