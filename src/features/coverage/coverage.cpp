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

// Adds areas up as trusts come.
class Sums {
public:
    struct Trust {
        bool is_covered = false;
        bool is_named = false;  // to outsiders
    };

    // The key of the area, for its parts.
    std::string add(const std::string& parent, const std::string& code, std::string name,
                    const Trust& trust) {
        const std::string key = parent + "/" + code;
        const auto [place, _] = areas_.try_emplace(
            key, Area{code, std::move(name), parent, 0, 0, 0, key});
        Area& area = place->second;
        ++area.open;
        *area.covered += trust.is_covered ? 1 : 0;
        area.named += trust.is_named ? 1 : 0;
        return key;
    }
    std::vector<Area> take() {
        std::vector<Area> all;
        for (auto& [key, area] : areas_) all.push_back(std::move(area));
        std::ranges::sort(all, {}, [](const Area& a) { return std::pair(a.name, a.key); });
        return all;
    }

private:
    std::map<std::string, Area, std::less<>> areas_;
};

std::string name_of_region(const TrustThen& trust) {
    const bool is_blank = trust.region.empty() && trust.nation != "wales";
    return is_blank ? "No region given" : organisations::region_name(trust.region);
}

// A blank board is a part of its region like any other, so that boards add up to their total.
std::string name_of_board(const TrustThen& trust) {
    if (!trust.board.empty()) return organisations::board_name(trust.board);
    return "No board given, " + name_of_region(trust);
}

Levels levels_of(const Day& day, const std::set<std::int64_t>& named) {
    Sums nations, regions, boards;
    Levels levels{.covered = 0};
    for (const auto& trust : day.open) {
        const Sums::Trust seen{day.is_covered(trust), named.contains(trust.id.value)};
        const auto nation = nations.add("", trust.nation, organisations::nation_name(trust.nation),
                                        seen);
        const auto region = regions.add(nation, trust.region, name_of_region(trust), seen);
        boards.add(region, trust.board, name_of_board(trust), seen);
        ++levels.open;
        *levels.covered += seen.is_covered ? 1 : 0;
        levels.named += seen.is_named ? 1 : 0;
    }
    levels.nations = nations.take();
    levels.regions = regions.take();
    levels.boards = boards.take();
    return levels;
}

// Each trust in each area that it is a part of: all, nation, region, board.
using Places = std::set<std::pair<std::string, std::int64_t>>;

Places places_on(const std::vector<TrustThen>& trusts) {
    Places places;
    for (const auto& trust : trusts) {
        std::string key;
        for (const auto* code : {&trust.nation, &trust.region, &trust.board}) {
            places.emplace(key, trust.id.value);
            key += "/" + *code;
        }
        places.emplace(std::move(key), trust.id.value);
    }
    return places;
}

std::set<std::int64_t> named_to_outsiders(sql::Tx& tx) {
    std::set<std::int64_t> named;
    for (const auto& consent : store::consents(tx)) named.insert(consent.organisation.value);
    return named;
}

using ByArea = std::map<std::string, Differing, std::less<>>;  // by the key of the area; "": all

ByArea differing(const record::Floor& floor, base::Day day, base::Day shown) {
    const auto directory = Organisations(floor);
    const Places then = places_on(directory.open_trusts(day));
    const Places now = places_on(directory.open_trusts(shown));
    const auto named = named_to_outsiders(floor.tx);
    ByArea areas;
    const auto count = [&](const Places& here, const Places& there) {
        for (const auto& place : here) {
            if (there.contains(place)) continue;
            Differing& one = areas[place.first];
            ++one.trusts;
            if (!named.contains(place.second)) ++one.unnamed;
        }
    };
    count(then, now);
    count(now, then);
    return areas;
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

Table Coverage::table(NetworkId network, By by, base::Day on,
                      std::optional<base::Day> beside) const {
    Levels levels = levels_of(day_of(floor_, network, on), named_to_outsiders(floor_.tx));
    if (!sees_all()) {
        if (beside && *beside != on) {
            auto areas = differing(floor_, on, *beside);
            hide_comparable(levels, [&](const std::string& key) {
                return may_compare(floor_.actor, areas[key]).has_value();
            });
        }
        disclose(levels);
    }
    auto& rows = by == By::region  ? levels.regions
                 : by == By::board ? levels.boards
                                   : levels.nations;
    return {levels.open, levels.covered, std::move(rows)};
}

base::Verdict Coverage::may_tell(base::Day day, base::Day shown) const {
    return may_compare(floor_.actor, differing(floor_, day, shown)[""]);
}

std::vector<NamedTrust> Coverage::trusts(NetworkId network, base::Day on) const {
    const Day day = day_of(floor_, network, on);
    std::set<std::int64_t> named;
    if (!sees_all()) named = named_to_outsiders(floor_.tx);
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
