#pragma once
// Networks and their areas: where members meet by role. Each network is an audience; what an actor
// may know of one follows from belonging to it, its existence is known to every member.

#include "platform/base/result.h"
#include "platform/record/record.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace networks {

using NetworkId = base::Id<struct NetworkTag>;
using AreaId = base::Id<struct AreaTag>;

inline constexpr identity::Permission found_networks{"found_networks"};

struct Network {
    NetworkId id;
    std::string slug;
    std::string name;        // "Chief clinical information officers"
    std::string short_name;  // "CCIO"
    std::string purpose;
    std::string glyph;  // "ccio": the symbol g-ccio
    identity::AudienceId audience;
};

struct Area {
    AreaId id;
    NetworkId network;
    identity::AudienceId audience;  // its network's
    std::string slug;
    std::string name;
    std::string purpose;
};

struct NetworkDraft {
    std::string slug, name, short_name, purpose, glyph;
};

struct AreaDraft {
    std::string slug, name, purpose;
};

// The networks as one actor sees them.
class Networks {
public:
    explicit Networks(const record::Floor& floor) : floor_(floor) {}

    std::vector<Network> all() const;                       // every network there is
    std::vector<Network> mine() const;                      // those the actor belongs to
    Network network(std::string_view slug) const;           // NotFound if there is none
    bool belongs(const Network& network) const;
    std::int64_t members(const Network& network) const;
    std::vector<Area> areas(const Network& network) const;  // NotFound to those outside
    std::vector<Area> my_areas() const;
    Area area(AreaId id) const;                             // NotFound to those outside
    std::optional<Area> find_area(AreaId id) const;         // nothing to those outside
    Area area(const Network& network, std::string_view slug) const;
    Network network_of(const Area& area) const;

    base::Result<Network> found(const NetworkDraft& draft);
    base::Result<Area> open_area(const Network& network, const AreaDraft& draft);
    base::Result<identity::PersonId> admit(identity::PersonId person, const Network& network);

private:
    record::Floor floor_;
};

std::string path_to(const Network& network);
std::string path_to(const Network& network, const Area& area);

}  // namespace networks
