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

// What nobody does for themselves: to vouch for oneself, to admit oneself, to verify one's own
// role.
const Query<std::int64_t(PersonId, PersonId)> words_for_each_other{"words_for_each_other", R"(
    SELECT (SELECT count(*)
              FROM positions
             WHERE person_id IN ($1, $2) AND decided_by IN ($1, $2) AND is_verified = 1
               AND ended IS NULL)
           + (SELECT count(*)
                FROM applications
               WHERE person_id IN ($1, $2) AND decided_by IN ($1, $2) AND state = 2)
           + (SELECT count(*)
                FROM vouches v
                JOIN applications a ON a.id = v.application_id
               WHERE a.person_id IN ($1, $2) AND v.person_id IN ($1, $2) AND v.is_yes = 1
                 AND a.state IN (1, 2, 5)))"};

// Of two positions that cannot both stand the one of the stronger kind does, then the one that was
// verified, then that of the kept account. A claim that loses goes; what was verified ends today.
std::string weaker(const std::string& whose, const std::string& compared) {
    return R"(
       AND EXISTS (SELECT 1 FROM positions o
                    WHERE o.person_id = )" +
           whose + R"( AND o.organisation_id = positions.organisation_id
                      AND o.network_id = positions.network_id AND o.ended IS NULL
                      AND (o.decided_at IS NULL OR o.is_verified = 1)
                      AND o.kind * 2 - o.is_verified )" +
           compared + " positions.kind * 2 - positions.is_verified)";
}
const std::string claim_dropped = R"(
    DELETE FROM positions
     WHERE ended IS NULL AND decided_at IS NULL)";
const std::string position_over = R"(
    UPDATE positions
       SET ended = CASE WHEN $3 < began THEN began ELSE $3 END
     WHERE ended IS NULL AND is_verified = 1)";
const Passing gone_claims_dropped{"gone_claims_dropped",
                                  claim_dropped + " AND person_id = $1" + weaker("$2", "<=")};
const Passing kept_claims_dropped{"kept_claims_dropped",
                                  claim_dropped + " AND person_id = $2" + weaker("$1", "<")};
const Ending gone_positions_over{"gone_positions_over",
                                 position_over + " AND person_id = $1" + weaker("$2", "<=")};
const Ending kept_positions_over{"kept_positions_over",
                                 position_over + " AND person_id = $2" + weaker("$1", "<")};
const Passing positions_passed{"positions_passed",
                               "UPDATE positions SET person_id = $2 WHERE person_id = $1"};
const Passing position_deciders_passed{
    "position_deciders_passed", "UPDATE positions SET decided_by = $2 WHERE decided_by = $1"};
const Passing members_passed{"members_passed",
                             "UPDATE memberships SET person_id = $2 WHERE person_id = $1"};
const Passing applications_passed{"applications_passed",
                                  "UPDATE applications SET person_id = $2 WHERE person_id = $1"};
const Passing application_deciders_passed{
    "application_deciders_passed", "UPDATE applications SET decided_by = $2 WHERE decided_by = $1"};

// One person vouches once: what was answered stands before what was not.
const Passing gone_vouches_dropped{"gone_vouches_dropped", R"(
    DELETE FROM vouches
     WHERE person_id = $1
       AND application_id IN (SELECT application_id FROM vouches
                               WHERE person_id = $2 AND answered_at IS NOT NULL))"};
const Passing kept_vouches_dropped{"kept_vouches_dropped", R"(
    DELETE FROM vouches
     WHERE person_id = $2 AND answered_at IS NULL
       AND application_id IN (SELECT application_id FROM vouches WHERE person_id = $1))"};
const Passing vouches_passed{"vouches_passed",
                             "UPDATE vouches SET person_id = $2 WHERE person_id = $1"};
const Query<Nothing(PersonId)> own_vouches_dropped{"own_vouches_dropped", R"(
    DELETE FROM vouches
     WHERE person_id = $1
       AND application_id IN (SELECT id FROM applications WHERE person_id = $1))"};

const Passing views_passed{"views_passed",
                           "UPDATE views_of_evidence SET person_id = $2 WHERE person_id = $1"};
const Query<Nothing(PersonId)> confirmation_left{"confirmation_left",
                                                 "DELETE FROM confirmations WHERE person_id = $1"};
// Their link stays good where they are asked as before.
const Query<Nothing(PersonId, std::optional<base::Day>, std::optional<base::Day>)>
    confirmation_kept{"confirmation_kept", R"(
    INSERT INTO confirmations (person_id, confirmed, asked)
    VALUES ($1, $2, $3)
        ON CONFLICT (person_id) DO UPDATE
       SET token_digest = CASE WHEN confirmations.asked = excluded.asked
                               THEN confirmations.token_digest END,
           confirmed = excluded.confirmed, asked = excluded.asked)"};

}  // namespace

Belongs belongs(sql::Tx& tx, PersonId person) {
    return {.to_a_network = tx.one(reading_memberships_counted, person) > 0,
            .to_a_sponsor = tx.one(sponsorships_counted, person) > 0};
}

bool spoke_for_each_other(sql::Tx& tx, const identity::Merger& merger) {
    return tx.one(words_for_each_other, merger.gone, merger.kept) > 0;
}

void keep_confirmation(sql::Tx& tx, const ConfirmationRow& row) {
    tx.run(confirmation_kept, row.person, row.confirmed, row.asked);
}

void merge(sql::Tx& tx, const identity::Merger& merger, base::Day today) {
    const auto [gone, kept] = merger;
    tx.run(gone_claims_dropped, gone, kept);
    tx.run(gone_positions_over, gone, kept, today);
    tx.run(kept_claims_dropped, gone, kept);
    tx.run(kept_positions_over, gone, kept, today);
    for (const auto* passing :
         {&positions_passed, &position_deciders_passed, &members_passed, &applications_passed,
          &application_deciders_passed, &gone_vouches_dropped, &kept_vouches_dropped,
          &vouches_passed, &views_passed}) {
        tx.run(*passing, gone, kept);
    }
    tx.run(own_vouches_dropped, kept);
    tx.run(confirmation_left, gone);
}

}  // namespace membership::store
