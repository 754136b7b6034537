#include "features/offices/offices.h"

#include "features/offices/facts.h"
#include "features/offices/policy.h"
#include "features/offices/store.h"
#include "platform/base/text.h"
#include "platform/identity/store.h"

#include <algorithm>

namespace offices {

using base::Result;

namespace {

std::optional<PersonId> by_actor(const record::Floor& floor) {
    return floor.actor.is_person() ? std::optional(floor.actor.id()) : std::nullopt;
}

// Roles that are no office here are left out.
std::vector<Held> named(const record::Floor& floor, std::vector<store::Row> rows) {
    if (rows.empty()) return {};
    const auto all = networks::Networks(floor).all();
    std::vector<Held> named;
    for (auto& row : rows) {
        const auto office = office_of(row.role);
        if (!office) continue;
        const auto network = std::ranges::find(all, row.audience, &Network::audience);
        if (row.audience && network == all.end()) continue;
        named.push_back({.id = row.id,
                         .person = row.person,
                         .person_name = std::move(row.person_name),
                         .office = *office,
                         .network = row.audience ? std::optional(*network) : std::nullopt,
                         .since = row.since,
                         .by_name = std::move(row.by_name)});
    }
    return named;
}

std::vector<Past> past(const record::Floor& floor, PersonId person) {
    const auto rows = store::past_of(floor.tx, person);
    if (rows.empty()) return {};
    const auto all = networks::Networks(floor).all();
    std::vector<Past> past;
    for (const auto& row : rows) {
        const auto office = office_of(row.role);
        const auto network = std::ranges::find(all, row.audience, &Network::audience);
        if (!office) continue;
        past.push_back({*office, network == all.end() ? "" : network->short_name, row.since,
                        row.ended, row.why});
    }
    return past;
}

std::size_t count_administrators(const record::Floor& floor) {
    return identity::store::holders_of(floor.tx, face_of(Office::administrator).role).size();
}

Standing standing_of(const record::Floor& floor, PersonId person, const Plan& plan) {
    Standing standing{.is_sponsor = membership::belongings_of(floor, person).to_a_sponsor};
    const auto audience = plan.network ? plan.network->audience : identity::AudienceId{};
    for (const auto& role : identity::store::roles_of(floor.tx, person)) {
        const bool is_it = role.role == face_of(plan.office).role && role.audience == audience;
        standing.holds_it |= is_it;
    }
    if (plan.network) {
        standing.category = membership::category_of(floor, person, plan.network->id);
    }
    return standing;
}

store::Step step_of(const record::Floor& floor, PersonId person, Office office,
                    const std::optional<Network>& network) {
    return {.person = person,
            .role = face_of(office).role,
            .audience = network ? network->audience : identity::AudienceId{},
            .by = by_actor(floor),
            .now = floor.now};
}

}  // namespace

std::string told_title(const record::Details& details) {
    const auto office = office_of(details.text("office"));
    std::string title = title_of(office.value_or(Office::chair), details.text("network_name"));
    title.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(title.front())));
    return title;
}

void Offices::require_appointer() const {
    if (!floor_.actor.may(appoint_leaders)) throw base::NotFound();
}

std::vector<Held> Offices::held() const {
    require_appointer();
    return named(floor_, store::held(floor_.tx));
}

Held Offices::held(OfficeId id) const {
    require_appointer();
    std::vector<store::Row> rows;
    if (auto row = store::find_held(floor_.tx, id)) rows.push_back(*std::move(row));
    auto found = named(floor_, std::move(rows));
    if (found.empty()) throw base::NotFound();
    return std::move(found.front());
}

std::vector<Held> Offices::held_by(PersonId person) const {
    require_appointer();
    return named(floor_, store::held_by(floor_.tx, person));
}

std::vector<Candidate> Offices::found_by(std::string_view words) const {
    require_appointer();
    return store::people_by(floor_.tx, base::trim(words));
}

Candidate Offices::candidate(PersonId person) const {
    require_appointer();
    auto found = store::find_person(floor_.tx, person);
    if (!found) throw base::NotFound();
    return *std::move(found);
}

std::vector<record::ToldFact> Offices::history(PersonId person) const {
    require_appointer();
    return record::history(floor_.tx, "offices.", person.value, told_max);
}

bool Offices::ends(const Held& held) const {
    return !may_give(floor_.actor, held.office);
}

std::vector<Held> Offices::mine() const {
    if (floor_.actor.roles().empty() && !floor_.actor.is_office_closed()) return {};
    return named(floor_, store::held_by(floor_.tx, floor_.actor.id()));
}

std::vector<Past> Offices::my_past() const {
    return past(floor_, floor_.actor.id());
}

std::vector<Past> Offices::past_of(PersonId person) const {
    require_appointer();
    return past(floor_, person);
}

Result<Plan> Offices::plan(PersonId person, const AppointmentDraft& draft) const {
    const auto office = office_of(draft.office);
    if (!office) return base::refuse("Choose the office", "office");
    Plan plan{.office = *office};
    if (!draft.network.empty()) {
        const auto all = networks::Networks(floor_).all();
        const auto network = std::ranges::find(all, draft.network, &Network::slug);
        if (network == all.end()) return base::refuse("Choose a network", "network");
        plan.network = *network;
    }
    const auto standing = standing_of(floor_, person, plan);
    if (auto refusal = may_appoint(floor_.actor, person, plan, standing)) {
        return std::unexpected(*refusal);
    }
    return plan;
}

Result<PersonId> Offices::appoint(PersonId person, const AppointmentDraft& draft) {
    const auto planned = plan(person, draft);
    if (!planned) return std::unexpected(planned.error());
    store::appoint(floor_.tx, step_of(floor_, person, planned->office, planned->network));
    floor_.record().add(OfficeGiven{person, planned->office, planned->network});
    return person;
}

Result<PersonId> Offices::end(const Held& held, const EndingDraft& draft) {
    if (auto refusal = may_end(floor_.actor, held, count_administrators(floor_))) {
        return std::unexpected(*refusal);
    }
    if (auto refusal = may_say(draft)) return std::unexpected(*refusal);
    store::end(floor_.tx, held.id, step_of(floor_, held.person, held.office, held.network),
               draft.reason);
    floor_.record().add(OfficeEnded{held.person, held.office, held.network});
    return held.person;
}

void settle(const record::Floor& floor, PersonId person, NetworkId network) {
    const auto held = named(floor, store::held_by(floor.tx, person));
    const auto category = membership::category_of(floor, person, network);
    for (const Held& one : held) {
        const bool is_there = one.network && one.network->id == network;
        if (!is_there || may_hold(one.office, category)) continue;
        (void)Offices(floor).end(one, {category ? "What you are in the network now may not hold it."
                                                : "Your membership of the network ended."});
    }
}

}  // namespace offices
