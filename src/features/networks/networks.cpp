#include "features/networks/networks.h"

#include "features/networks/facts.h"
#include "features/networks/policy.h"
#include "features/networks/store.h"
#include "platform/base/text.h"
#include "platform/identity/store.h"

#include <algorithm>
#include <charconv>

namespace networks {

namespace {

// The place of a code in its list; codes were checked before.
template <class Enum>
Enum code_to(std::span<const Named> names, std::string_view code) {
    return static_cast<Enum>(std::ranges::find(names, code, &Named::code) - names.begin() + 1);
}

// What a new network has where nothing else was said.
NetworkDraft completed(NetworkDraft draft) {
    const auto otherwise = [](std::string& field, std::string_view value) {
        if (field.empty()) field = value;
    };
    otherwise(draft.slug, base::slug(draft.short_name));
    otherwise(draft.glyph, "network");
    otherwise(draft.colour, "teal");
    otherwise(draft.needs, "role");
    otherwise(draft.place, "care-provider");
    otherwise(draft.decided_by, "leaders");
    otherwise(draft.panel_size, "0");
    otherwise(draft.coverage, draft.needs == "role" ? "trusts" : "none");
    return draft;
}

store::NetworkRow row_of(const NetworkDraft& draft) {
    store::NetworkRow row{.slug = draft.slug,
                          .name = draft.name,
                          .short_name = draft.short_name,
                          .purpose = draft.purpose,
                          .glyph = draft.glyph,
                          .colour = draft.colour,
                          .who_for = draft.who_for,
                          .needs = code_to<Needs>(needs(), draft.needs),
                          .place = code_to<Place>(places(), draft.place),
                          .decided_by = code_to<Deciders>(deciders(), draft.decided_by),
                          .coverage = code_to<Told>(coverages(), draft.coverage)};
    const auto& size = draft.panel_size;
    std::from_chars(size.data(), size.data() + size.size(), row.panel_size);
    return row;
}

}  // namespace

std::vector<Network> Networks::all() const {
    return store::networks(floor_.tx);
}

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

std::vector<Network> Networks::found_by(std::string_view words) const {
    auto found = all();
    std::string wanted = base::fold(base::one_line(words));
    for (std::size_t at = 0; at < wanted.size();) {
        const auto end = std::min(wanted.find(' ', at), wanted.size());
        const std::string_view word(wanted.data() + at, end - at);
        std::erase_if(found, [&](const Network& network) {
            return base::fold(network.name + " " + network.short_name + " " + network.purpose +
                              " " + network.who_for)
                       .find(word) == std::string::npos;
        });
        at = end + 1;
    }
    return found;
}

std::optional<Network> Networks::find(NetworkId id) const {
    return store::find_network(floor_.tx, id);
}

std::vector<Leader> Networks::leaders(const Network& network) const {
    return store::leaders(floor_.tx, network.audience);
}

std::vector<Area> Networks::kept_areas(const Network& network) const {
    if (may_found(floor_.actor)) throw base::NotFound();
    return store::areas(floor_.tx, network.id, {network.audience.value});
}

base::Result<Network> Networks::found(const NetworkDraft& draft) {
    if (auto refusal = may_found(floor_.actor)) return std::unexpected(*refusal);
    const NetworkDraft whole = completed(draft);
    const bool taken = store::find_network(floor_.tx, whole.slug).has_value();
    if (auto refusal = may_be_network(whole, taken)) return std::unexpected(*refusal);
    if (all().size() >= networks_max) return base::refuse("There are 500 networks already.");
    const auto audience = identity::store::add_audience(floor_.tx, whole.name);
    const NetworkId id = store::add_network(floor_.tx, row_of(whole), audience);
    floor_.record().add(NetworkFounded{id, whole.name});
    return *store::find_network(floor_.tx, id);
}

base::Result<Network> Networks::change(const Network& network, const NetworkDraft& draft) {
    if (auto refusal = may_found(floor_.actor)) return std::unexpected(*refusal);
    const NetworkDraft whole = completed(draft);
    const auto other = store::find_network(floor_.tx, whole.slug);
    const bool taken = other && other->id != network.id;
    if (auto refusal = may_be_network(whole, taken)) return std::unexpected(*refusal);
    store::change_network(floor_.tx, network.id, row_of(whole));
    floor_.record().add(NetworkChanged{network.id, whole.name});
    return *store::find_network(floor_.tx, network.id);
}

base::Result<Area> Networks::open_area(const Network& network, const AreaDraft& draft) {
    if (auto refusal = may_found(floor_.actor)) return std::unexpected(*refusal);
    AreaDraft whole = draft;
    if (whole.slug.empty()) whole.slug = base::slug(whole.name);
    const auto there = kept_areas(network);
    const bool taken = std::ranges::find(there, whole.slug, &Area::slug) != there.end();
    if (auto refusal = may_be_area(whole, taken)) return std::unexpected(*refusal);
    if (there.size() >= areas_max) return base::refuse("This network has 200 areas already.");
    const AreaId area = store::add_area(floor_.tx, network.id, whole);
    floor_.record().add(AreaOpened{area, whole.name});
    return Area{area, network.id, network.audience, whole.slug, whole.name, whole.purpose};
}

base::Result<AreaId> Networks::change_area(const Network& network, AreaId area,
                                           const AreaDraft& draft) {
    if (auto refusal = may_found(floor_.actor)) return std::unexpected(*refusal);
    const auto there = kept_areas(network);
    if (std::ranges::find(there, area, &Area::id) == there.end()) throw base::NotFound();
    AreaDraft whole = draft;
    if (whole.slug.empty()) whole.slug = base::slug(whole.name);
    const auto other = std::ranges::find(there, whole.slug, &Area::slug);
    const bool taken = other != there.end() && other->id != area;
    if (auto refusal = may_be_area(whole, taken)) return std::unexpected(*refusal);
    store::change_area(floor_.tx, area, whole);
    floor_.record().add(AreaChanged{area, whole.name});
    return area;
}

std::string path_to(const Network& network) {
    return "/networks/" + network.slug;
}

std::string about_path(const Network& network) {
    return path_to(network) + "/about";
}

std::string path_to(const Network& network, const Area& area) {
    return path_to(network) + "/" + area.slug;
}

}  // namespace networks
