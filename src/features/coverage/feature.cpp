#include "features/coverage/feature.h"

#include "features/coverage/coverage.h"
#include "features/coverage/pages.h"
#include "features/coverage/store.h"

#include <algorithm>
#include <set>

namespace coverage {

namespace {

// What their organisation consented to stands with whoever holds a verified position there. Left
// out: the words of who gave the consent, which name that person.
std::vector<identity::Holding> held(const record::Floor& floor) {
    identity::Holding all{.name = "coverage_consents",
                          .title = "What your organisation consented to",
                          .why = "Outsiders read in the coverage whether it is covered, by name.",
                          .tables = {},
                          .columns = {"Organisation", "Consented on"},
                          .is_consent = true};
    std::set<std::int64_t> shown;
    const auto consents = store::consents(floor.tx);
    for (const auto& position : membership::Membership(floor).mine()) {
        if (!position.is_open() || !position.is_verified) continue;
        const auto organisation = position.organisation_now;
        const auto given = std::ranges::find(consents, organisation, &store::Row::organisation);
        if (given == consents.end() || !shown.insert(organisation.value).second) continue;
        all.rows.push_back({organisations::display_name(position.organisation_name),
                            identity::cell(given->given)});
    }
    return {std::move(all)};
}

}  // namespace

kit::Feature feature(const leaving::Gate& gate) {
    return {
        .name = "coverage",
        .routes = [gate](web::Routes& site) { routes(site, gate); },
        // Figures hold nobody's name; a consent is an organisation's.
        .forget = [](const record::Floor&, identity::PersonId) {},
        .merge = kit::nothing_to_merge,
        .hold = &held,
        .check = [](sql::Tx&) { return std::vector<std::string>{}; },
        .retains = {{.name = "coverage.consents",
                     .what = "That an organisation may be named in the coverage",
                     .from = "Until it withdraws its consent",
                     .why = "To name it is to name who works there."}},
        .grants = {{keep_coverage, {"administrator", "community_manager"}}},
        .menu = &menu,
    };
}

}  // namespace coverage
