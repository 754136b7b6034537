#pragma once
// Networks and their areas: where members meet by role. A network is data: whoever runs the
// community founds it while the program runs, with its rule of who may join. Each is an audience;
// what an actor may know of one follows from belonging to it, its existence is known to everyone.

#include "features/organisations/organisations.h"
#include "platform/base/result.h"
#include "platform/record/record.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace networks {

using NetworkId = base::Id<struct NetworkTag>;
using AreaId = base::Id<struct AreaTag>;

inline constexpr identity::Permission found_networks{"found_networks"};
inline constexpr std::size_t name_characters_max = 80;
inline constexpr std::size_t short_name_characters_max = 24;
inline constexpr std::size_t words_characters_max = 300;  // a purpose, who it is for
inline constexpr int panel_size_max = 40;
inline constexpr std::size_t networks_max = 500;
inline constexpr std::size_t areas_max = 200;  // of one network

// The rule of who may join: what somebody must show, and of what kind of organisation.
enum class Needs { role = 1, work, interest, invitation };
enum class Place { care_provider = 1, nhs, anywhere, abroad };
// Who decides on those who apply: those who lead the network (and the community managers), or the
// community managers alone.
enum class Deciders { leaders = 1, managers };
// Whether the coverage tells at how many trusts somebody of it is in post.
enum class Told { trusts = 1, nowhere };

struct Network {
    NetworkId id;
    std::string slug;
    std::string name;        // "Chief clinical information officers"
    std::string short_name;  // "CCIO"
    std::string purpose;
    std::string glyph;  // "ccio": the symbol g-ccio
    identity::AudienceId audience;
    std::string colour = "teal";  // one of `colours`
    std::string who_for;          // in words: "Those who lead clinical informatics at a trust."
    Needs needs = Needs::role;
    Place place = Place::care_provider;
    Deciders decided_by = Deciders::leaders;
    int panel_size = 0;  // elected members; 0: no panel
    Told coverage = Told::trusts;
};

struct Area {
    AreaId id;
    NetworkId network;
    identity::AudienceId audience;  // its network's
    std::string slug;
    std::string name;
    std::string purpose;
};

// What a form says of a network; empty fields take what a new one has.
struct NetworkDraft {
    std::string slug, name, short_name, purpose, glyph;
    std::string colour = {}, who_for = {};
    std::string needs = {}, place = {}, decided_by = {}, panel_size = {}, coverage = {};
};

struct AreaDraft {
    std::string slug, name, purpose;
};

// Somebody with an office of a network: its chair, its vice chair, a member of its panel.
struct Leader {
    identity::PersonId person;
    std::string name;
    std::string role;  // "chair"
};

struct Named {
    std::string_view code, words;
};
std::span<const Named> colours();
std::span<const Named> glyphs();
std::span<const Named> needs();
std::span<const Named> places();
std::span<const Named> deciders();
std::span<const Named> coverages();
std::string place_words(Place place);           // "in the NHS"
std::string rule_words(const Network& network);  // "You need a verified role at …"
// Whether somebody who works at such an organisation can belong.
bool takes(Place place, organisations::Kind kind);

// The networks as one actor sees them.
class Networks {
public:
    explicit Networks(const record::Floor& floor) : floor_(floor) {}

    std::vector<Network> all() const;                             // every network there is
    std::vector<Network> mine() const;                            // those the actor belongs to
    std::vector<Network> found_by(std::string_view words) const;  // all of the words, in any order
    Network network(std::string_view slug) const;                 // NotFound if there is none
    std::optional<Network> find(NetworkId id) const;
    bool belongs(const Network& network) const;
    std::int64_t members(const Network& network) const;
    std::vector<Leader> leaders(const Network& network) const;  // the chair first
    std::vector<Area> areas(const Network& network) const;      // NotFound to those outside
    std::vector<Area> my_areas() const;
    Area area(AreaId id) const;                      // NotFound to those outside
    std::optional<Area> find_area(AreaId id) const;  // nothing to those outside
    Area area(const Network& network, std::string_view slug) const;
    Network network_of(const Area& area) const;
    // For whoever may found networks: NotFound to others, who know areas by belonging.
    std::vector<Area> kept_areas(const Network& network) const;

    base::Result<Network> found(const NetworkDraft& draft);
    base::Result<Network> change(const Network& network, const NetworkDraft& draft);
    base::Result<Area> open_area(const Network& network, const AreaDraft& draft);
    base::Result<AreaId> change_area(const Network& network, AreaId area, const AreaDraft& draft);

private:
    record::Floor floor_;
};

std::string path_to(const Network& network);
std::string path_to(const Network& network, const Area& area);
std::string about_path(const Network& network);
std::string tone_of(const Network& network);  // the class of its sign's colour: "c-teal"

}  // namespace networks
