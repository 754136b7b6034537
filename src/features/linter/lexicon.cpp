#include "features/linter/lexicon.h"

#include "features/linter/word_lists.h"

#include <unordered_map>
#include <unordered_set>

namespace linter {

namespace {

using ByCode = std::unordered_map<std::string_view, const KnownOrganisation*>;

ByCode by_code(const std::vector<KnownOrganisation>& known) {
    ByCode table;
    for (const KnownOrganisation& one : known) {
        if (!one.code.empty()) table.emplace(one.code, &one);
        if (!one.name.empty()) table.emplace(one.name, &one);
    }
    return table;
}

const KnownOrganisation* find_organisation(const ByCode& table, const RollEntry& entry) {
    auto found = table.find(entry.organisation_code);
    if (found == table.end()) found = table.find(entry.organisation);
    return found == table.end() ? nullptr : found->second;
}

void add_known_codes(OrganisationNames& organisations) {
    const std::string_view codes = known_codes();
    for (std::size_t at = 0; at < codes.size();) {
        const auto end = std::min(codes.find(' ', at), codes.size());
        organisations.add_code(codes.substr(at, end - at));
        at = end + 1;
    }
}

void add_short_names(Lexicon& lexicon, std::unordered_set<std::string_view>& told) {
    for (const auto names :
         {english_short_names(), hospital_short_names(), national_short_names()}) {
        for (const ShortName& name : names) lexicon.organisations.add(name, lexicon.words);
        for (const ShortName& name : names) {
            if (!told.insert(name.organisation).second) continue;
            lexicon.organisations.add(KnownOrganisation{.name = std::string(name.organisation)},
                                      lexicon.words);
        }
    }
}

}  // namespace

Lexicon::Lexicon(const std::vector<RollEntry>& entries, const std::vector<KnownOrganisation>& known,
                 Settings chosen)
    : settings(chosen), words(language()), combinations(words) {
    const ByCode table = by_code(known);
    std::unordered_set<std::string_view> told;
    for (const KnownOrganisation& one : known) {
        organisations.add(one, words);
        told.insert(one.name);
    }
    for (const RollEntry& entry : entries) {
        if (!entry.name.empty()) people.add(entry.name, words);
        organisations.add_code(entry.organisation_code);
        roll.add(entry, find_organisation(table, entry), combinations, words);
        if (!entry.organisation.empty() && told.insert(entry.organisation).second) {
            organisations.add(KnownOrganisation{.name = entry.organisation}, words);
        }
    }
    add_turns_of_phrase(turns_of_phrase, words);
    add_known_codes(organisations);
    add_short_names(*this, told);
    organisations.finish(words);
}

}  // namespace linter
