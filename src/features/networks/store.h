#pragma once
// All SQL of networks and areas.

#include "features/networks/networks.h"

namespace networks::store {

std::vector<Network> networks(sql::Tx& tx);
std::vector<Network> networks_within(sql::Tx& tx, const std::vector<std::int64_t>& audiences);
std::optional<Network> find_network(sql::Tx& tx, std::string_view slug);
std::optional<Network> find_network(sql::Tx& tx, NetworkId id);
std::vector<Area> areas(sql::Tx& tx, NetworkId network,
                        const std::vector<std::int64_t>& audiences);
std::vector<Area> areas_within(sql::Tx& tx, const std::vector<std::int64_t>& audiences);
std::optional<Area> find_area(sql::Tx& tx, AreaId id, const std::vector<std::int64_t>& audiences);
NetworkId add_network(sql::Tx& tx, const NetworkDraft& draft, identity::AudienceId audience);
AreaId add_area(sql::Tx& tx, NetworkId network, const AreaDraft& draft);

}  // namespace networks::store
