#include "features/people/index.h"

#include "features/people/store.h"

namespace people {

namespace {

constexpr std::int64_t parts = 8;  // an entry's id is person * 8 + part
constexpr std::int64_t the_only = 1;

}  // namespace

std::vector<Match> Index::find(sql::Tx& tx, std::string_view words) {
    const std::int64_t version = store::version(tx);
    auto index = kept_.find(the_only, version);
    if (!index) {
        std::vector<search::MatchIndex::Entry> entries;
        store::unguarded_words(tx, [&](PersonId person, Part part, const std::string& text) {
            entries.push_back(
                {person.value * parts + static_cast<std::int64_t>(part), text, "", true});
        });
        index = std::make_shared<const search::MatchIndex>(std::move(entries));
        kept_.keep(the_only, version, index);
    }
    std::vector<Match> matches;
    for (const auto id : index->find(words, matches_max)) {
        matches.push_back({PersonId{id / parts}, static_cast<Part>(id % parts)});
    }
    return matches;
}

}  // namespace people
