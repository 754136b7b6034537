// What passes from one account of a person to their other one. $1 the account that goes, $2 the one
// that is kept.

#include "features/membership/store.h"

namespace membership::store {

namespace {

using sql::Nothing;
using sql::Query;
using Passing = Query<Nothing(PersonId, PersonId)>;
using Ending = Query<Nothing(PersonId, PersonId, base::Day)>;

const Query<std::int64_t(PersonId)> sponsorships_counted{"sponsorships_counted", R"(
    SELECT count(*)
      FROM memberships
     WHERE person_id = $1 AND ended IS NULL AND category = 8)"};
const Query<std::int64_t(PersonId)> reading_memberships_counted{"reading_memberships_counted", R"(
    SELECT count(*)
      FROM memberships
     WHERE person_id = $1 AND ended IS NULL AND category <> 8)"};

// One claim is enough where the other account holds or claims the same; of two that were verified,
// that of the account which goes ends today.
std::string same_position(const std::string& whose) {
    return R"(
       AND EXISTS (SELECT 1 FROM positions o
                    WHERE o.person_id = )" +
           whose + R"( AND o.organisation_id = positions.organisation_id
                      AND o.network_id = positions.network_id AND o.ended IS NULL
                      AND (o.decided_at IS NULL OR o.is_verified = 1)))";
}
const Passing gone_claims_doubled{"gone_claims_doubled", R"(
    DELETE FROM positions
     WHERE person_id = $1 AND ended IS NULL AND decided_at IS NULL)" +
                                                             same_position("$2")};
const Passing kept_claims_doubled{"kept_claims_doubled", R"(
    DELETE FROM positions
     WHERE person_id = $2 AND ended IS NULL AND decided_at IS NULL)" +
                                                             same_position("$1")};
const Ending gone_positions_doubled{"gone_positions_doubled", R"(
    UPDATE positions
       SET ended = CASE WHEN $3 < began THEN began ELSE $3 END
     WHERE person_id = $1 AND ended IS NULL AND is_verified = 1)" +
                                                                  same_position("$2")};
const Passing positions_passed{"positions_passed",
                               "UPDATE positions SET person_id = $2 WHERE person_id = $1"};
const Passing position_deciders_passed{
    "position_deciders_passed", "UPDATE positions SET decided_by = $2 WHERE decided_by = $1"};

// Of two memberships in one network the fuller stands: a smaller category has more rights.
std::string same_membership(const std::string& whose, const std::string& compared) {
    return R"( AND EXISTS (SELECT 1 FROM memberships o
                   WHERE o.person_id = )" +
           whose + R"( AND coalesce(o.network_id, 0) = coalesce(memberships.network_id, 0)
                     AND o.ended IS NULL AND o.category )" +
           compared + " memberships.category)";
}
const std::string membership_ends = R"(
    UPDATE memberships
       SET ended = CASE WHEN $3 < began THEN began ELSE $3 END,
           why_ended = 'Two accounts of one person became one.'
     WHERE ended IS NULL)";
const Ending gone_members_doubled{
    "gone_members_doubled", membership_ends + " AND person_id = $1" + same_membership("$2", "<=")};
const Ending kept_members_doubled{
    "kept_members_doubled", membership_ends + " AND person_id = $2" + same_membership("$1", "<")};
const Passing members_passed{"members_passed",
                             "UPDATE memberships SET person_id = $2 WHERE person_id = $1"};

const Query<Nothing(PersonId, PersonId, base::Instant)> applications_doubled{"applications_doubled",
                                                                             R"(
    UPDATE applications
       SET state = 4, decided_at = $3, reason = ''
     WHERE person_id = $1 AND state IN (1, 5)
       AND EXISTS (SELECT 1 FROM applications o
                    WHERE o.person_id = $2 AND o.network_id = applications.network_id
                      AND o.state IN (1, 5)))"};
const Passing applications_passed{"applications_passed",
                                  "UPDATE applications SET person_id = $2 WHERE person_id = $1"};
const Passing application_deciders_passed{
    "application_deciders_passed", "UPDATE applications SET decided_by = $2 WHERE decided_by = $1"};

// One person vouches once, and not for themselves.
const Passing vouches_doubled{"vouches_doubled", R"(
    DELETE FROM vouches
     WHERE person_id = $1
       AND application_id IN (SELECT application_id FROM vouches WHERE person_id = $2))"};
const Passing vouches_passed{"vouches_passed",
                             "UPDATE vouches SET person_id = $2 WHERE person_id = $1"};
const Query<Nothing(PersonId)> own_vouches_dropped{"own_vouches_dropped", R"(
    DELETE FROM vouches
     WHERE person_id = $1
       AND application_id IN (SELECT id FROM applications WHERE person_id = $1))"};

const Passing views_passed{"views_passed", R"(
    INSERT INTO evidence_views (application_id, person_id, day)
    SELECT application_id, CAST($2 AS BIGINT), day
      FROM evidence_views
     WHERE person_id = $1
        ON CONFLICT DO NOTHING)"};
const Query<Nothing(PersonId)> views_left{"views_left",
                                          "DELETE FROM evidence_views WHERE person_id = $1"};
// The later day on which either said that all is right; who was asked under one account and
// answered under the other has answered.
const Passing confirmation_passed{"confirmation_passed", R"(
    INSERT INTO confirmations (person_id, confirmed)
    SELECT CAST($2 AS BIGINT), confirmed
      FROM confirmations
     WHERE person_id = $1 AND confirmed IS NOT NULL
        ON CONFLICT (person_id) DO UPDATE
       SET asked = CASE WHEN excluded.confirmed >= confirmations.asked THEN NULL
                        ELSE confirmations.asked END,
           token_digest = CASE WHEN excluded.confirmed >= confirmations.asked THEN NULL
                               ELSE confirmations.token_digest END,
           confirmed = CASE WHEN excluded.confirmed < confirmations.confirmed
                            THEN confirmations.confirmed ELSE excluded.confirmed END)"};
const Query<Nothing(PersonId)> confirmation_left{"confirmation_left",
                                                 "DELETE FROM confirmations WHERE person_id = $1"};

}  // namespace

Belongs belongs(sql::Tx& tx, PersonId person) {
    return {.to_a_network = tx.one(reading_memberships_counted, person) > 0,
            .to_a_sponsor = tx.one(sponsorships_counted, person) > 0};
}

void merge(sql::Tx& tx, const identity::Merger& merger, base::Day today, base::Instant now) {
    const auto [gone, kept] = merger;
    tx.run(gone_claims_doubled, gone, kept);
    tx.run(kept_claims_doubled, gone, kept);
    tx.run(gone_positions_doubled, gone, kept, today);
    tx.run(gone_members_doubled, gone, kept, today);
    tx.run(kept_members_doubled, gone, kept, today);
    tx.run(applications_doubled, gone, kept, now);
    for (const auto* passing :
         {&positions_passed, &position_deciders_passed, &members_passed, &applications_passed,
          &application_deciders_passed, &vouches_doubled, &vouches_passed, &views_passed,
          &confirmation_passed}) {
        tx.run(*passing, gone, kept);
    }
    tx.run(own_vouches_dropped, kept);
    tx.run(views_left, gone);
    tx.run(confirmation_left, gone);
}

}  // namespace membership::store
