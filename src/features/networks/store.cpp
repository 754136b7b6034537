#include "features/networks/store.h"

namespace networks::store {

namespace {

using sql::Query;
using Audiences = std::vector<std::int64_t>;

const std::string network_columns = R"(
    SELECT id, slug, name, short_name, purpose, glyph, audience_id, colour, who_for, needs, place,
           decided_by, panel_size, coverage
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
const Query<Network(NetworkId)> network_by_id{"network_by_id", network_columns + " WHERE id = $1"};

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

const Query<NetworkId(std::string_view, std::string_view, std::string_view, std::string_view,
                      std::string_view, identity::AudienceId, std::string_view, std::string_view,
                      Needs, Place, Deciders, int, Told)>
    network_added{"network_added", R"(
    INSERT INTO networks (slug, name, short_name, purpose, glyph, audience_id, colour, who_for,
                          needs, place, decided_by, panel_size, coverage)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
 RETURNING id)"};
const Query<sql::Nothing(NetworkId, std::string_view, std::string_view, std::string_view,
                         std::string_view, std::string_view, std::string_view, std::string_view,
                         Needs, Place, Deciders, int, Told)>
    network_changed{"network_changed", R"(
    UPDATE networks
       SET slug = $2, name = $3, short_name = $4, purpose = $5, glyph = $6, colour = $7,
           who_for = $8, needs = $9, place = $10, decided_by = $11, panel_size = $12,
           coverage = $13
     WHERE id = $1)"};
// Offices of a network, the chair's first; the names of those who hold them.
const Query<Leader(identity::AudienceId)> leaders_of{"network_leaders", R"(
    SELECT p.id, p.name, r.role
      FROM roles_held r
      JOIN persons p ON p.id = r.person_id
     WHERE r.audience_id = $1 AND r.role IN ('chair', 'vice_chair', 'panel_member')
     ORDER BY CASE r.role WHEN 'chair' THEN 1 WHEN 'vice_chair' THEN 2 ELSE 3 END, p.name, p.id
     LIMIT 100)"};
const Query<AreaId(NetworkId, std::string, std::string, std::string)> area_added{"area_added", R"(
    INSERT INTO areas (network_id, slug, name, purpose)
    VALUES ($1, $2, $3, $4)
 RETURNING id)"};
const Query<sql::Nothing(AreaId, std::string, std::string, std::string)> area_changed{
    "area_changed", "UPDATE areas SET slug = $2, name = $3, purpose = $4 WHERE id = $1"};

}  // namespace

std::vector<Network> networks(sql::Tx& tx) {
    return tx.all(networks_all);
}

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

std::vector<Leader> leaders(sql::Tx& tx, identity::AudienceId audience) {
    return tx.all(leaders_of, audience);
}

NetworkId add_network(sql::Tx& tx, const NetworkRow& row, identity::AudienceId audience) {
    return tx.one(network_added, row.slug, row.name, row.short_name, row.purpose, row.glyph,
                  audience, row.colour, row.who_for, row.needs, row.place, row.decided_by,
                  row.panel_size, row.coverage);
}

void change_network(sql::Tx& tx, NetworkId id, const NetworkRow& row) {
    tx.run(network_changed, id, row.slug, row.name, row.short_name, row.purpose, row.glyph,
           row.colour, row.who_for, row.needs, row.place, row.decided_by, row.panel_size,
           row.coverage);
}

AreaId add_area(sql::Tx& tx, NetworkId network, const AreaDraft& draft) {
    return tx.one(area_added, network, draft.slug, draft.name, draft.purpose);
}

void change_area(sql::Tx& tx, AreaId area, const AreaDraft& draft) {
    tx.run(area_changed, area, draft.slug, draft.name, draft.purpose);
}

}  // namespace networks::store
