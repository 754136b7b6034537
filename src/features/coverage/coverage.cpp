#include "features/coverage/coverage.h"

#include "features/coverage/facts.h"
#include "features/coverage/policy.h"
#include "features/coverage/store.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace coverage {

namespace {

using organisations::Organisations;
using organisations::TrustThen;

constexpr int years_shown = 4;
constexpr std::array<std::string_view, 3> by_codes = {"region", "board", "nation"};

// The open trusts of a day, and where one is in post.
struct Day {
    std::vector<TrustThen> open;
    std::set<std::int64_t> covered;

    bool is_covered(const TrustThen& trust) const { return covered.contains(trust.id.value); }
};

Day day_of(const record::Floor& floor, NetworkId network, base::Day on) {
    Day day{.open = Organisations(floor).open_trusts(on), .covered = {}};
    for (const auto id : membership::Membership(floor).covered(network, on)) {
        day.covered.insert(id.value);
    }
    return day;
}

// Adds areas up as trusts come; a trust without a code for the level is left out of it.
class Sums {
public:
    void add(const std::string& code, std::string name, const std::string& parent, bool covered) {
        const auto [place, _] = areas_.try_emplace(code, Area{code, std::move(name), parent, 0, 0});
        Area& area = place->second;
        ++area.open;
        *area.covered += covered ? 1 : 0;
    }
    std::vector<Area> take() {
        std::vector<Area> all;
        for (auto& [code, area] : areas_) all.push_back(std::move(area));
        std::ranges::sort(all, {}, [](const Area& a) { return std::pair(a.name, a.code); });
        return all;
    }

private:
    std::map<std::string, Area, std::less<>> areas_;
};

Levels levels_of(const Day& day) {
    Sums nations, regions, boards;
    Levels levels{.covered = 0};
    for (const auto& trust : day.open) {
        const bool is_covered = day.is_covered(trust);
        nations.add(trust.nation, organisations::nation_name(trust.nation), "", is_covered);
        regions.add(trust.region, organisations::region_name(trust.region), trust.nation,
                    is_covered);
        if (!trust.board.empty()) {
            boards.add(trust.board, organisations::board_name(trust.board), trust.region,
                       is_covered);
        }
        ++levels.open;
        *levels.covered += is_covered ? 1 : 0;
    }
    levels.nations = nations.take();
    levels.regions = regions.take();
    levels.boards = boards.take();
    return levels;
}

}  // namespace

std::optional<By> by_of(std::string_view code) {
    const auto found = std::ranges::find(by_codes, code);
    if (found == by_codes.end()) return std::nullopt;
    return static_cast<By>(found - by_codes.begin());
}

std::string_view code_of(By by) {
    return by_codes.at(static_cast<std::size_t>(by));
}

bool Coverage::sees_all() const {
    return may_see_all(floor_.actor);
}

Table Coverage::table(NetworkId network, By by, base::Day on) const {
    Levels levels = levels_of(day_of(floor_, network, on));
    if (!sees_all()) disclose(levels);
    auto& rows = by == By::region  ? levels.regions
                 : by == By::board ? levels.boards
                                   : levels.nations;
    return {levels.open, levels.covered, std::move(rows)};
}

std::vector<NamedTrust> Coverage::trusts(NetworkId network, base::Day on) const {
    const Day day = day_of(floor_, network, on);
    std::set<std::int64_t> named;
    if (!sees_all()) {
        for (const auto& consent : store::consents(floor_.tx)) {
            named.insert(consent.organisation.value);
        }
    }
    std::vector<NamedTrust> trusts;
    for (const auto& trust : day.open) {
        if (!sees_all() && !named.contains(trust.id.value)) continue;
        trusts.push_back(
            {trust.id, trust.code, trust.name, trust.region, trust.board, day.is_covered(trust)});
    }
    return trusts;
}

std::vector<Point> Coverage::over_time(NetworkId network, base::Day on) const {
    if (!sees_all()) return {};
    std::vector<Point> points;
    const auto year = std::chrono::year_month_day(on).year();
    const auto add = [&](base::Day at) {
        const Day day = day_of(floor_, network, at);
        const auto covered = std::ranges::count_if(
            day.open, [&](const TrustThen& trust) { return day.is_covered(trust); });
        points.push_back({at, static_cast<std::int64_t>(day.open.size()), covered});
    };
    for (int back = years_shown; back > 0; --back) {
        add(base::Day{(year - std::chrono::years{back}) / std::chrono::December / 31});
    }
    add(on);
    return points;
}

std::vector<Consent> Coverage::consents() const {
    if (may_keep(floor_.actor)) throw base::NotFound();
    const auto rows = store::consents(floor_.tx);
    std::vector<std::int64_t> ids;
    for (const auto& row : rows) ids.push_back(row.organisation.value);
    const auto places = Organisations(floor_).some(ids);
    std::vector<Consent> consents;
    for (std::size_t i = 0; i < rows.size(); ++i) {  // `places` come in the order of the ids
        consents.push_back({rows[i].organisation, places.at(i).code, places.at(i).name,
                            rows[i].given, rows[i].words});
    }
    std::ranges::sort(consents, {}, &Consent::name);
    return consents;
}

base::Result<OrganisationId> Coverage::note_consent(const ConsentDraft& draft) {
    if (auto refusal = may_note(floor_.actor, draft)) return std::unexpected(*refusal);
    const auto organisation = Organisations(floor_).find(draft.organisation);
    if (!organisation || organisation->kind != organisations::Kind::trust) {
        return base::refuse("Enter the code of an NHS trust, like RAL", "organisation");
    }
    store::put_consent(floor_.tx, organisation->id, std::chrono::floor<base::days>(floor_.now),
                       draft.words);
    floor_.record().add(ConsentNoted{organisation->id, true});
    return organisation->id;
}

base::Result<OrganisationId> Coverage::withdraw_consent(OrganisationId organisation) {
    if (auto refusal = may_keep(floor_.actor)) return std::unexpected(*refusal);
    if (!store::drop_consent(floor_.tx, organisation)) throw base::NotFound();
    floor_.record().add(ConsentNoted{organisation, false});
    return organisation;
}

}  // namespace coverage
