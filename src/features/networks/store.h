#pragma once
// All SQL of networks and areas.

#include "features/networks/networks.h"

namespace networks::store {

std::vector<Network> networks(sql::Tx& tx);
std::vector<Network> networks_within(sql::Tx& tx, const std::vector<std::int64_t>& audiences);
std::optional<Network> find_network(sql::Tx& tx, std::string_view slug);
std::optional<Network> find_network(sql::Tx& tx, NetworkId id);
std::vector<Leader> leaders(sql::Tx& tx, identity::AudienceId audience);
std::vector<Area> areas(sql::Tx& tx, NetworkId network, const std::vector<std::int64_t>& audiences);
std::vector<Area> areas_within(sql::Tx& tx, const std::vector<std::int64_t>& audiences);
std::optional<Area> find_area(sql::Tx& tx, AreaId id, const std::vector<std::int64_t>& audiences);

// What is kept of a network, checked before.
struct NetworkRow {
    std::string_view slug, name, short_name, purpose, glyph, colour, who_for;
    Needs needs;
    Place place;
    Deciders decided_by;
    int panel_size = 0;
    Told coverage = Told::trusts;
};
NetworkId add_network(sql::Tx& tx, const NetworkRow& row, identity::AudienceId audience);
void change_network(sql::Tx& tx, NetworkId id, const NetworkRow& row);
AreaId add_area(sql::Tx& tx, NetworkId network, const AreaDraft& draft);
void change_area(sql::Tx& tx, AreaId area, const AreaDraft& draft);

}  // namespace networks::store
