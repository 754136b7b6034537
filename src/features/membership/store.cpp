#include "features/membership/store.h"

namespace membership::store {

namespace {

using sql::Nothing;
using sql::Query;

const std::string columns = R"(
    SELECT p.id, p.person_id, h.name, p.organisation_id, p.network_id, p.title, p.evidence,
           p.began, p.ended, p.claimed_at, p.decided_at, p.is_verified, p.reason
      FROM positions p
      JOIN persons h ON h.id = p.person_id)";
const Query<Row(PersonId, int)> positions_by_person{"positions_by_person", columns + R"(
     WHERE p.person_id = $1
     ORDER BY coalesce(p.ended, 1000000) DESC, p.began DESC, p.id DESC
     LIMIT $2)"};
const Query<Row(List, PersonId, int)> positions_waiting{"positions_waiting", columns + R"(
     WHERE p.network_id IN ($1) AND p.decided_at IS NULL AND p.person_id <> $2
     ORDER BY p.claimed_at, p.id
     LIMIT $3)"};
const Query<Row(PositionId, PersonId, List)> position_by_id{
    "position_by_id", columns + " WHERE p.id = $1 AND (p.person_id = $2 OR p.network_id IN ($3))"};
const Query<Post(List, base::Day)> posts_by_persons{"positions_of_persons", R"(
    SELECT person_id, organisation_id, title
      FROM positions
     WHERE person_id IN ($1) AND is_verified = 1 AND (ended IS NULL OR ended >= $2)
     ORDER BY person_id, coalesce(ended, 1000000) DESC, began DESC, id DESC
     LIMIT 100000)"};
const Query<OrganisationId(NetworkId, base::Day)> organisations_held{"positions_held_at", R"(
    SELECT DISTINCT organisation_id
      FROM positions
     WHERE network_id = $1 AND is_verified = 1 AND kind = 1
       AND began <= $2 AND (ended IS NULL OR ended >= $2)
     ORDER BY organisation_id
     LIMIT 100000)"};
const Query<PositionId(PersonId, OrganisationId, NetworkId, std::string_view, std::string_view,
                       base::Day, base::Instant, Standing)>
    position_added{"position_added", R"(
    INSERT INTO positions (person_id, organisation_id, network_id, title, evidence, began,
                           claimed_at, kind)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
 RETURNING id)"};
const Query<Nothing(PositionId, bool, std::string_view, std::optional<PersonId>, base::Instant)>
    position_decided{"position_decided", R"(
    UPDATE positions
       SET is_verified = $2, reason = $3, decided_by = $4, decided_at = $5, evidence = ''
     WHERE id = $1)"};
const Query<Nothing(PositionId, base::Day)> position_ended{
    "position_ended", "UPDATE positions SET ended = $2 WHERE id = $1"};

const Query<Nothing(PersonId)> positions_forgotten{"positions_forgotten",
                                                   "DELETE FROM positions WHERE person_id = $1"};
const Query<Nothing(PersonId)> decider_forgotten{
    "position_decider_forgotten", "UPDATE positions SET decided_by = NULL WHERE decided_by = $1"};

}  // namespace

std::vector<Row> positions_of(sql::Tx& tx, PersonId person) {
    return tx.all(positions_by_person, person, positions_max);
}

std::vector<Row> waiting(sql::Tx& tx, const List& networks, PersonId except) {
    return tx.all(positions_waiting, networks, except, positions_max);
}

std::optional<Row> find(sql::Tx& tx, PositionId id, PersonId person, const List& networks) {
    return tx.find(position_by_id, id, person, networks);
}

std::vector<Post> posts_of(sql::Tx& tx, const List& persons, base::Day day) {
    return tx.all(posts_by_persons, persons, day);
}

std::vector<OrganisationId> held_at(sql::Tx& tx, NetworkId network, base::Day day) {
    return tx.all(organisations_held, network, day);
}

PositionId add(sql::Tx& tx, const NewPosition& p) {
    return tx.one(position_added, p.person, p.organisation, p.network, p.title, p.evidence, p.began,
                  p.now, p.kind);
}

void decide(sql::Tx& tx, PositionId position, bool is_verified, std::string_view reason,
            PersonId by, base::Instant now) {
    const auto decider = by ? std::optional(by) : std::nullopt;
    tx.run(position_decided, position, is_verified, reason, decider, now);
}

void end(sql::Tx& tx, PositionId id, base::Day last) {
    tx.run(position_ended, id, last);
}

void forget(sql::Tx& tx, PersonId person) {
    tx.run(positions_forgotten, person);
    tx.run(decider_forgotten, person);
    forget_belonging(tx, person);
}

}  // namespace membership::store
