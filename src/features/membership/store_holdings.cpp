#include "features/membership/store.h"

#include "platform/identity/holding.h"

namespace membership::store {

namespace {

using identity::rows_held_max;
using sql::Query;

const Query<HeldPosition(PersonId, int)> positions_held{"positions_held", R"(
    SELECT id, organisation_id, network_id, title, evidence, began, ended, claimed_at, decided_at,
           is_verified, reason
      FROM positions
     WHERE person_id = $1
     ORDER BY id
     LIMIT $2)"};
const Query<HeldMembership(PersonId, int)> memberships_held{"memberships_held", R"(
    SELECT network_id, category, began, expires, ended, why_ended, lapsed_from
      FROM memberships
     WHERE person_id = $1
     ORDER BY id
     LIMIT $2)"};
const Query<HeldApplication(PersonId, int)> applications_held{"applications_held", R"(
    SELECT id, network_id, category, organisation_id, title, began, proof, link, words, asked_at,
           CASE state WHEN 1 THEN 'waits' WHEN 2 THEN 'admitted' WHEN 3 THEN 'refused'
                      WHEN 4 THEN 'withdrawn' WHEN 5 THEN 'appealed'
                      ELSE 'refused for good' END,
           decided_at, reason, appeal, appealed_at
      FROM applications
     WHERE person_id = $1
     ORDER BY id
     LIMIT $2)"};
const Query<HeldDocument(PersonId, int)> documents_held{"application_documents_held", R"(
    SELECT d.application_id, d.id, d.name, d.media_type, d.size_bytes
      FROM application_documents d
      JOIN applications a ON a.id = d.application_id
     WHERE a.person_id = $1
     ORDER BY d.id
     LIMIT $2)"};
const Query<HeldNaming(PersonId, int)> named_held{"vouches_named_held", R"(
    SELECT a.id, count(*)
      FROM vouches v
      JOIN applications a ON a.id = v.application_id
     WHERE a.person_id = $1
     GROUP BY a.id
     ORDER BY a.id
     LIMIT $2)"};
const Query<HeldVouch(PersonId, int)> vouches_held{"vouches_held", R"(
    SELECT application_id, answered_at,
           CASE WHEN answered_at IS NULL THEN '' WHEN is_yes = 1 THEN 'yes' ELSE 'no' END, words
      FROM vouches
     WHERE person_id = $1
     ORDER BY id
     LIMIT $2)"};
const Query<HeldView(PersonId, int)> views_of_held{"views_of_evidence_of_held", R"(
    SELECT v.application_id, v.position_id, v.document_id, v.seen_at
      FROM views_of_evidence v
      LEFT JOIN applications a ON a.id = v.application_id
      LEFT JOIN positions p ON p.id = v.position_id
     WHERE a.person_id = $1 OR p.person_id = $1
     ORDER BY v.seen_at, v.id
     LIMIT $2)"};
const Query<HeldView(PersonId, int)> views_by_held{"views_of_evidence_by_held", R"(
    SELECT application_id, position_id, document_id, seen_at
      FROM views_of_evidence
     WHERE person_id = $1
     ORDER BY seen_at, id
     LIMIT $2)"};
const Query<HeldDecision(PersonId, int)> decisions_held{"decisions_held", R"(
    SELECT 'application', id, decided_at
      FROM applications
     WHERE decided_by = $1
     UNION ALL
    SELECT 'position', id, decided_at
      FROM positions
     WHERE decided_by = $1
     ORDER BY 3, 2
     LIMIT $2)"};
const Query<HeldConfirmation(PersonId, int)> confirmation_held{"confirmation_held", R"(
    SELECT confirmed, asked
      FROM confirmations
     WHERE person_id = $1
     LIMIT $2)"};
const Query<HeldRequest(PersonId, int)> requests_held{"join_requests_held", R"(
    SELECT asked_at, name, email, network, used_at
      FROM join_requests
     WHERE email_folded = (SELECT email_folded FROM persons WHERE id = $1)
     ORDER BY asked_at
     LIMIT $2)"};

}  // namespace

std::vector<HeldPosition> positions_held_of(sql::Tx& tx, PersonId person) {
    return tx.all(positions_held, person, rows_held_max);
}

std::vector<HeldMembership> memberships_held_of(sql::Tx& tx, PersonId person) {
    return tx.all(memberships_held, person, rows_held_max);
}

std::vector<HeldApplication> applications_held_of(sql::Tx& tx, PersonId person) {
    return tx.all(applications_held, person, rows_held_max);
}

std::vector<HeldDocument> documents_held_of(sql::Tx& tx, PersonId person) {
    return tx.all(documents_held, person, rows_held_max);
}

std::vector<HeldNaming> named_for(sql::Tx& tx, PersonId person) {
    return tx.all(named_held, person, rows_held_max);
}

std::vector<HeldVouch> vouches_by(sql::Tx& tx, PersonId person) {
    return tx.all(vouches_held, person, rows_held_max);
}

std::vector<HeldView> views_of_evidence_of(sql::Tx& tx, PersonId person) {
    return tx.all(views_of_held, person, rows_held_max);
}

std::vector<HeldView> views_by(sql::Tx& tx, PersonId person) {
    return tx.all(views_by_held, person, rows_held_max);
}

std::vector<HeldDecision> decisions_by(sql::Tx& tx, PersonId person) {
    return tx.all(decisions_held, person, rows_held_max);
}

std::vector<HeldConfirmation> confirmations_of(sql::Tx& tx, PersonId person) {
    return tx.all(confirmation_held, person, rows_held_max);
}

std::vector<HeldRequest> requests_of(sql::Tx& tx, PersonId person) {
    return tx.all(requests_held, person, rows_held_max);
}

}  // namespace membership::store
