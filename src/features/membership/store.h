#pragma once
// All SQL of the roll. Whoever reads positions reads their own, or those of the networks in which
// they decide; what networks and organisations are called, these are asked.

#include "features/membership/membership.h"

namespace membership::store {

using List = std::vector<std::int64_t>;

struct NewPosition {
    PersonId person;
    OrganisationId organisation;
    NetworkId network;
    std::string_view title, evidence;
    base::Day began;
    base::Instant now;
};

struct Row {
    PositionId id;
    PersonId person;
    std::string person_name;
    OrganisationId organisation;
    NetworkId network;
    std::string title, evidence;
    base::Day began;
    std::optional<base::Day> ended;
    base::Instant claimed;
    std::optional<base::Instant> decided;
    bool is_verified = false;
    std::string reason;
};

std::vector<Row> positions_of(sql::Tx& tx, PersonId person);
std::vector<Row> waiting(sql::Tx& tx, const List& networks, PersonId except);
std::optional<Row> find(sql::Tx& tx, PositionId id, PersonId person, const List& networks);
std::vector<OrganisationId> held_at(sql::Tx& tx, NetworkId network, base::Day day);  // verified

PositionId add(sql::Tx& tx, const NewPosition& position);
void decide(sql::Tx& tx, const Position& position, bool is_verified, std::string_view reason,
            PersonId by, base::Instant now);
void end(sql::Tx& tx, PositionId id, base::Day last);
void forget(sql::Tx& tx, PersonId person);

}  // namespace membership::store
