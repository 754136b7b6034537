#include "features/membership/membership.h"
#include "features/membership/store.h"

#include <iterator>
#include <map>
#include <set>

namespace membership {

namespace {

// Where each of these works today, successions followed.
class Places {
public:
    Places(const record::Floor& floor, const std::vector<store::PresentRow>& rows)
        : directory_(floor),
          successions_(directory_.successions()),
          today_(std::chrono::floor<base::days>(floor.now)) {
        std::set<std::int64_t> ids;
        for (const auto& row : rows) {
            if (row.organisation) ids.insert(now(*row.organisation).value);
        }
        constexpr std::ptrdiff_t at_once = 500;
        for (auto from = ids.begin(); from != ids.end();) {
            const auto to = std::ranges::next(from, at_once, ids.end());
            for (auto& place : directory_.some({from, to})) {
                places_.emplace(place.id.value, std::move(place));
            }
            from = to;
        }
    }

    const organisations::Organisation& of(OrganisationId said) const {
        return places_.at(now(said).value);
    }

private:
    OrganisationId now(OrganisationId said) const { return successions_.at(said, today_); }

    organisations::Organisations directory_;
    organisations::Successions successions_;
    base::Day today_;
    std::map<std::int64_t, organisations::Organisation> places_;
};

std::vector<std::int64_t> listed_categories() {
    std::vector<std::int64_t> codes;
    for (const CategoryFace& face : categories()) {
        if (face.rights.is_listed) codes.push_back(static_cast<std::int64_t>(face.category));
    }
    return codes;
}

}  // namespace

std::vector<Participant> participants(const record::Floor& floor,
                                      const networks::Network& network) {
    const auto rows = store::present(floor.tx, network.audience,
                                     std::chrono::floor<base::days>(floor.now));
    const Places places(floor, rows);
    std::vector<Participant> all;
    PersonId last;
    for (const auto& row : rows) {
        if (row.person == last) continue;  // the latest position counts
        last = row.person;
        Participant one{.name = row.name};
        if (row.organisation) {
            const auto& place = places.of(*row.organisation);
            one.organisation = place.name;
            one.organisation_code = place.code;
            one.region = organisations::region_name(place.region);
            one.role = row.title;
        }
        all.push_back(std::move(one));
    }
    for (auto& name : store::names_beside(floor.tx, network, listed_categories())) {
        all.push_back({.name = std::move(name)});
    }
    return all;
}

}  // namespace membership
