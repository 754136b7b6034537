#include "features/membership/membership.h"

#include "features/membership/facts.h"
#include "features/membership/policy.h"
#include "features/membership/store.h"
#include "platform/base/text.h"

#include <algorithm>
#include <map>

namespace membership {

namespace {

// The networks in which this actor decides.
std::vector<std::int64_t> led_networks(const record::Floor& floor) {
    std::vector<std::int64_t> led;
    for (const auto& network : networks::Networks(floor).all()) {
        const bool is_worker = floor.actor.kind() == identity::Actor::Kind::worker;
        if (is_worker || floor.actor.may(verify_positions, network.audience)) {
            led.push_back(network.id.value);
        }
    }
    return led;
}

base::Day today(const record::Floor& floor) {
    return organisations::latest_today(floor.now);
}

Position position_of(store::Row& row) {
    Position position;
    position.id = row.id;
    position.person = row.person;
    position.person_name = std::move(row.person_name);
    position.organisation = row.organisation;
    position.network = row.network;
    position.title = std::move(row.title);
    position.evidence = std::move(row.evidence);
    position.began = row.began;
    position.ended = row.ended;
    position.claimed = row.claimed;
    position.decided = row.decided;
    position.is_verified = row.is_verified;
    position.reason = std::move(row.reason);
    return position;
}

// With what their networks and organisations are called; of what is over, as it was then.
std::vector<Position> positions_of(const record::Floor& floor, std::vector<store::Row> rows) {
    if (rows.empty()) return {};
    const organisations::Organisations directory(floor);
    const auto successions = directory.successions();
    std::vector<Position> positions;
    std::vector<std::int64_t> ids;
    for (auto& row : rows) {
        Position position = position_of(row);
        position.organisation_now = successions.at(position.organisation,
                                                   position.ended.value_or(today(floor)));
        ids.push_back(position.organisation_now.value);
        positions.push_back(std::move(position));
    }
    const auto places = directory.some(ids);
    const auto all = networks::Networks(floor).all();
    for (Position& position : positions) {
        const auto network = std::ranges::find(all, position.network, &networks::Network::id);
        position.audience = network->audience;
        position.network_name = network->short_name;
        position.organisation_name = std::ranges::find(places, position.organisation_now,
                                                       &organisations::Organisation::id)
                                         ->name;
    }
    return positions;
}

base::Result<OrganisationId> place_of_work(const record::Floor& floor, std::string_view code) {
    const auto one = organisations::Organisations(floor).find(code);
    if (!one) return base::refuse("Choose the organisation you work for", "organisation");
    if (auto refusal = may_work_at(*one, today(floor))) return std::unexpected(*refusal);
    return one->id;
}

}  // namespace

std::vector<Position> Membership::mine() const {
    return positions_of(floor_, store::positions_of(floor_.tx, floor_.actor.id()));
}

std::vector<Position> Membership::waiting() const {
    return positions_of(floor_, store::waiting(floor_.tx, led_networks(floor_), floor_.actor.id()));
}

Position Membership::position(PositionId id) const {
    auto found = store::find(floor_.tx, id, floor_.actor.id(), led_networks(floor_));
    if (!found) throw base::NotFound();
    return positions_of(floor_, {*std::move(found)}).front();
}

std::vector<PositionView> Membership::views() const {
    return store::views_of_positions_of(floor_.tx, floor_.actor.id());
}

void Membership::note_views(const std::vector<Position>& seen) {
    std::vector<std::int64_t> ids;
    for (const Position& position : seen) ids.push_back(position.id.value);
    store::note_views_of_positions(floor_.tx, ids, {floor_.actor.id(), floor_.now});
}

std::vector<OrganisationId> Membership::covered(NetworkId network, base::Day day) const {
    const auto successions = organisations::Organisations(floor_).successions();
    auto places = store::held_at(floor_.tx, network, day);
    for (auto& place : places) place = successions.at(place, day);
    return places;
}

base::Result<PositionId> Membership::claim(const PositionDraft& draft) {
    if (Roll(floor_).is_sponsor_contact()) throw base::NotFound();  // nobody would verify it
    const auto held = mine();
    const auto waiting = std::ranges::count_if(held, &Position::waits);
    if (auto refusal = may_claim(floor_.actor, draft, waiting)) return std::unexpected(*refusal);
    const auto all = networks::Networks(floor_).all();
    const auto network = std::ranges::find(all, draft.network, &networks::Network::slug);
    if (network == all.end()) return base::refuse("Choose the network of your role", "network");
    const auto began = base::parse_day(draft.began);
    if (!began) return base::refuse("Enter the first day as year, month and day", "began");
    if (auto refusal = may_begin(*began, today(floor_))) return std::unexpected(*refusal);
    const auto organisation = place_of_work(floor_, draft.organisation);
    if (!organisation) return std::unexpected(organisation.error());
    const bool is_said = std::ranges::any_of(held, [&](const Position& position) {
        return position.is_open() && position.network == network->id &&
               position.organisation_now == *organisation;
    });
    if (is_said) {
        return base::refuse("You have said this already: see the list of your positions",
                            "organisation");
    }
    // Who belongs as a deputy, or in any other role, does not cover their trust.
    const auto member = store::find_member(floor_.tx, floor_.actor.id(), network->id);
    const auto category = !member ? Category::full : member->lapsed_from.value_or(member->category);
    const auto id = store::add(
        floor_.tx, {floor_.actor.id(), *organisation, network->id, draft.title, draft.evidence,
                    *began, floor_.now, standing_of(category)});
    floor_.record().add(PositionClaimed{id, network->id});
    return id;
}

base::Result<PositionId> Membership::verify(const Position& position) {
    if (auto refusal = may_decide(floor_.actor, position)) return std::unexpected(*refusal);
    store::decide(floor_.tx, position.id, true, "", floor_.actor.id(), floor_.now);
    floor_.record().add(PositionDecided{position.id, position.person, true});
    // Who had left, and is back.
    const auto member = store::find_member(floor_.tx, position.person, position.network);
    const auto network = networks::Networks(floor_).find(position.network);
    if (member && network && member->lapsed_from) (void)Roll(floor_).revive(*member, *network);
    return position.id;
}

base::Result<PositionId> Membership::refuse(const Position& position, const RefusalDraft& draft) {
    if (auto refusal = may_refuse(floor_.actor, position, draft)) return std::unexpected(*refusal);
    store::decide(floor_.tx, position.id, false, draft.reason, floor_.actor.id(), floor_.now);
    floor_.record().add(PositionDecided{position.id, position.person, false});
    return position.id;
}

base::Result<PositionId> Membership::end(const Position& position, const EndingDraft& draft) {
    const auto last = base::parse_day(draft.on);
    if (!last) return base::refuse("Enter the last day as year, month and day", "on");
    if (auto refusal = may_end(floor_.actor, position, *last, today(floor_))) {
        return std::unexpected(*refusal);
    }
    store::end(floor_.tx, position.id, *last);
    floor_.record().add(PositionEnded{position.id, position.person});
    return position.id;
}

std::vector<Workplace> workplaces(const record::Floor& floor,
                                  const std::vector<std::int64_t>& persons) {
    const organisations::Organisations directory(floor);
    const auto successions = directory.successions();
    std::vector<Workplace> found;
    std::vector<std::int64_t> ids;  // of the organisation of each
    for (const auto& post : store::posts_of(floor.tx, persons, today(floor))) {
        if (!found.empty() && found.back().person == post.person) continue;  // the latest counts
        found.push_back(
            {.person = post.person, .organisation = "", .region = "", .role = post.title});
        ids.push_back(successions.at(post.organisation, today(floor)).value);
    }
    std::map<std::int64_t, organisations::Organisation> places;
    for (auto& place : directory.some(ids)) places.emplace(place.id.value, std::move(place));
    for (std::size_t at = 0; at < found.size(); ++at) {
        found[at].organisation = places.at(ids[at]).name;
        found[at].region = places.at(ids[at]).region;
    }
    return found;
}

Presence presence_of(const record::Floor& floor, PersonId person) {
    Presence presence;
    for (const Member& member : store::members_of(floor.tx, person)) {
        if (!member.ended && face_of(member.category).rights.is_listed) presence.is_listed = true;
    }
    for (auto& place : workplaces(floor, {person.value})) {
        presence.organisation = std::move(place.organisation);
        presence.region = std::move(place.region);
        presence.role = std::move(place.role);
    }
    return presence;
}

}  // namespace membership
