#include "features/networks/store.h"

namespace networks::store {

namespace {

using sql::Query;
using Audiences = std::vector<std::int64_t>;

const std::string network_columns = R"(
    SELECT id, slug, name, short_name, purpose, glyph, audience_id
      FROM networks)";
const Query<Network()> networks_all{"networks_all", network_columns + R"(
     ORDER BY id
     LIMIT 500)"};
// There are few: in the order of their ids they need no sorting, hence the plus.
const Query<Network(Audiences)> networks_mine{"networks_mine", network_columns + R"(
     WHERE +audience_id IN ($1)
     ORDER BY id
     LIMIT 500)"};
const Query<Network(std::string_view)> network_by_slug{"network_by_slug",
                                                       network_columns + " WHERE slug = $1"};
const Query<Network(NetworkId)> network_by_id{"network_by_id",
                                              network_columns + " WHERE id = $1"};

// The one rule of areas: they exist for those who belong to their network.
const std::string visible_areas = R"(
    SELECT a.id, a.network_id, n.audience_id, a.slug, a.name, a.purpose
      FROM areas a
      JOIN networks n ON n.id = a.network_id
     WHERE n.audience_id IN ($1))";
const Query<Area(Audiences, NetworkId)> areas_by_network{
    "areas_by_network", visible_areas + " AND a.network_id = $2 ORDER BY a.id LIMIT 200"};
const Query<Area(Audiences)> areas_mine{"areas_mine",
                                        visible_areas + " ORDER BY a.network_id, a.id LIMIT 500"};
const Query<Area(Audiences, AreaId)> area_by_id{"area_by_id", visible_areas + " AND a.id = $2"};

const Query<NetworkId(std::string, std::string, std::string, std::string, std::string,
                      identity::AudienceId)>
    network_added{"network_added", R"(
    INSERT INTO networks (slug, name, short_name, purpose, glyph, audience_id)
    VALUES ($1, $2, $3, $4, $5, $6)
 RETURNING id)"};
const Query<AreaId(NetworkId, std::string, std::string, std::string)> area_added{"area_added", R"(
    INSERT INTO areas (network_id, slug, name, purpose)
    VALUES ($1, $2, $3, $4)
 RETURNING id)"};

}  // namespace

std::vector<Network> networks(sql::Tx& tx) { return tx.all(networks_all); }

std::vector<Network> networks_within(sql::Tx& tx, const Audiences& audiences) {
    return tx.all(networks_mine, audiences);
}

std::optional<Network> find_network(sql::Tx& tx, std::string_view slug) {
    return tx.find(network_by_slug, slug);
}

std::optional<Network> find_network(sql::Tx& tx, NetworkId id) {
    return tx.find(network_by_id, id);
}

std::vector<Area> areas(sql::Tx& tx, NetworkId network, const Audiences& audiences) {
    return tx.all(areas_by_network, audiences, network);
}

std::vector<Area> areas_within(sql::Tx& tx, const Audiences& audiences) {
    return tx.all(areas_mine, audiences);
}

std::optional<Area> find_area(sql::Tx& tx, AreaId id, const Audiences& audiences) {
    return tx.find(area_by_id, audiences, id);
}

NetworkId add_network(sql::Tx& tx, const NetworkDraft& draft, identity::AudienceId audience) {
    return tx.one(network_added, draft.slug, draft.name, draft.short_name, draft.purpose,
                  draft.glyph, audience);
}

AreaId add_area(sql::Tx& tx, NetworkId network, const AreaDraft& draft) {
    return tx.one(area_added, network, draft.slug, draft.name, draft.purpose);
}

}  // namespace networks::store
