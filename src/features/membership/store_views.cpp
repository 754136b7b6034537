// Who looked at what shows a claim: each look, for the person whose claim it is.

#include "features/membership/store.h"

namespace membership::store {

namespace {

using sql::Nothing;
using sql::Query;

const Query<EvidenceView(ApplicationId)> views_by_application{"views_by_application", R"(
    SELECT p.name, v.seen_at, coalesce(v.document_id, 0)
      FROM views_of_evidence v
      JOIN persons p ON p.id = v.person_id
     WHERE v.application_id = $1
     ORDER BY v.seen_at DESC, v.id DESC
     LIMIT 200)"};
const Query<PositionView(PersonId)> views_by_owner_of_positions{"views_by_owner_of_positions", R"(
    SELECT v.position_id, p.name, v.seen_at
      FROM positions o
      JOIN views_of_evidence v ON v.position_id = o.id
      JOIN persons p ON p.id = v.person_id
     WHERE o.person_id = $1
     ORDER BY v.seen_at DESC, v.id DESC
     LIMIT 200)"};
const Query<Nothing(ApplicationId, std::optional<DocumentId>, PersonId, base::Instant)> view_noted{
    "view_noted", R"(
    INSERT INTO views_of_evidence (application_id, document_id, person_id, seen_at)
    VALUES ($1, $2, $3, $4))"};
const Query<Nothing(List, PersonId, base::Instant)> application_views_noted{
    "application_views_noted", R"(
    INSERT INTO views_of_evidence (application_id, person_id, seen_at)
    SELECT id, CAST($2 AS BIGINT), CAST($3 AS BIGINT)
      FROM applications
     WHERE id IN ($1) AND person_id <> $2)"};
const Query<Nothing(List, PersonId, base::Instant)> position_views_noted{"position_views_noted", R"(
    INSERT INTO views_of_evidence (position_id, person_id, seen_at)
    SELECT id, CAST($2 AS BIGINT), CAST($3 AS BIGINT)
      FROM positions
     WHERE id IN ($1) AND person_id <> $2)"};
const Query<Nothing(base::Instant)> views_purged{
    "views_of_evidence_purged", "DELETE FROM views_of_evidence WHERE seen_at < $1"};

}  // namespace

std::vector<EvidenceView> views_of(sql::Tx& tx, ApplicationId id) {
    return tx.all(views_by_application, id);
}

std::vector<PositionView> views_of_positions_of(sql::Tx& tx, PersonId person) {
    return tx.all(views_by_owner_of_positions, person);
}

void note_view(sql::Tx& tx, ApplicationId id, DocumentId document, const Look& look) {
    const auto which = document ? std::optional(document) : std::nullopt;
    tx.run(view_noted, id, which, look.by, look.at);
}

void note_views_of_applications(sql::Tx& tx, const List& ids, const Look& look) {
    tx.run(application_views_noted, ids, look.by, look.at);
}

void note_views_of_positions(sql::Tx& tx, const List& ids, const Look& look) {
    tx.run(position_views_noted, ids, look.by, look.at);
}

std::int64_t purge_views(sql::Tx& tx, base::Instant seen_before) {
    return tx.run(views_purged, seen_before);
}

}  // namespace membership::store
