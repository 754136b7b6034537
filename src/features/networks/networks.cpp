#include "features/networks/networks.h"

#include "features/networks/facts.h"
#include "features/networks/policy.h"
#include "features/networks/store.h"
#include "platform/identity/store.h"

#include <algorithm>

namespace networks {

std::vector<Network> Networks::all() const { return store::networks(floor_.tx); }

std::vector<Network> Networks::mine() const {
    return store::networks_within(floor_.tx, floor_.actor.audiences());
}

Network Networks::network(std::string_view slug) const {
    auto found = store::find_network(floor_.tx, slug);
    if (!found) throw base::NotFound();
    return *std::move(found);
}

bool Networks::belongs(const Network& network) const {
    return floor_.actor.belongs_to(network.audience);
}

std::int64_t Networks::members(const Network& network) const {
    return identity::store::count_members(floor_.tx, network.audience);
}

std::vector<Area> Networks::areas(const Network& network) const {
    if (!belongs(network)) throw base::NotFound();
    return store::areas(floor_.tx, network.id, floor_.actor.audiences());
}

std::vector<Area> Networks::my_areas() const {
    return store::areas_within(floor_.tx, floor_.actor.audiences());
}

std::optional<Area> Networks::find_area(AreaId id) const {
    return store::find_area(floor_.tx, id, floor_.actor.audiences());
}

Area Networks::area(AreaId id) const {
    auto found = find_area(id);
    if (!found) throw base::NotFound();
    return *std::move(found);
}

Area Networks::area(const Network& network, std::string_view slug) const {
    auto all_areas = areas(network);
    const auto found = std::ranges::find(all_areas, slug, &Area::slug);
    if (found == all_areas.end()) throw base::NotFound();
    return *found;
}

Network Networks::network_of(const Area& area) const {
    auto found = store::find_network(floor_.tx, area.network);
    if (!found) throw base::NotFound();
    return *std::move(found);
}

base::Result<Network> Networks::found(const NetworkDraft& draft) {
    if (auto refusal = may_found(floor_.actor)) return std::unexpected(*refusal);
    const auto audience = identity::store::add_audience(floor_.tx, draft.name);
    const NetworkId network = store::add_network(floor_.tx, draft, audience);
    floor_.record().add(NetworkFounded{network, draft.name});
    return Network{network,       draft.slug,  draft.name, draft.short_name,
                   draft.purpose, draft.glyph, audience};
}

base::Result<Area> Networks::open_area(const Network& network, const AreaDraft& draft) {
    if (auto refusal = may_found(floor_.actor)) return std::unexpected(*refusal);
    const AreaId area = store::add_area(floor_.tx, network.id, draft);
    floor_.record().add(AreaOpened{area, draft.name});
    return Area{area, network.id, network.audience, draft.slug, draft.name, draft.purpose};
}

base::Result<identity::PersonId> Networks::admit(identity::PersonId person,
                                                 const Network& network) {
    if (auto refusal = may_found(floor_.actor)) return std::unexpected(*refusal);
    identity::store::join_audience(floor_.tx, person, network.audience);
    return person;
}

std::string path_to(const Network& network) { return "/networks/" + network.slug; }

std::string path_to(const Network& network, const Area& area) {
    return path_to(network) + "/" + area.slug;
}

}  // namespace networks
