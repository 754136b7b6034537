#include "features/account/store.h"

namespace account::store {

namespace {

using identity::PersonId;
using sql::Blob;
using sql::Nothing;
using sql::Query;

Blob blob(std::string_view bytes) {
    return {std::string(bytes)};
}

const Query<Nothing(PersonId, std::string_view, std::string_view, Blob, Blob, base::Instant)>
    address_change_added{"address_change_added", R"(
    INSERT INTO address_changes (person_id, old_email, new_email, confirm_digest, undo_digest,
                                 asked_at)
    VALUES ($1, $2, $3, $4, $5, $6))"};
const std::string change_columns = R"(
    SELECT id, person_id, old_email, new_email, asked_at, confirmed_at, undone_at
      FROM address_changes)";
const Query<AddressChangeRow(Blob)> change_by_confirm{
    "change_by_confirm", change_columns + " WHERE confirm_digest = $1"};
const Query<AddressChangeRow(Blob)> change_by_undo{"change_by_undo",
                                                   change_columns + " WHERE undo_digest = $1"};
const Query<Nothing(std::int64_t, base::Instant)> change_confirmed{
    "change_confirmed", "UPDATE address_changes SET confirmed_at = $2 WHERE id = $1"};
const Query<Nothing(PersonId, std::int64_t, base::Instant)> changes_undone{"changes_undone", R"(
    UPDATE address_changes
       SET undone_at = $3
     WHERE person_id = $1 AND id >= $2 AND undone_at IS NULL)"};
const Query<std::int64_t(PersonId, base::Instant)> changes_counted{"changes_counted", R"(
    SELECT count(*)
      FROM address_changes
     WHERE person_id = $1 AND asked_at > $2)"};
const Query<Nothing(PersonId, std::int64_t, base::Instant)> changes_ended{"changes_ended", R"(
    UPDATE address_changes
       SET undone_at = $3
     WHERE person_id = $1 AND id <> $2 AND confirmed_at IS NULL AND undone_at IS NULL)"};

const Query<LostFactorId(PersonId, std::string_view, base::Instant)> lost_factor_added{
    "lost_factor_added", R"(
    INSERT INTO lost_factors (person_id, words, asked_at)
    VALUES ($1, $2, $3)
 RETURNING id)"};
const Query<LostFactorId(PersonId)> lost_factor_open{
    "lost_factor_open", "SELECT id FROM lost_factors WHERE person_id = $1 AND outcome = 1"};
const Query<LostFactor(base::Instant, int)> lost_factors_all_open{"lost_factors_all_open", R"(
    SELECT l.id, l.person_id, p.name, p.role_line, l.words, l.asked_at, l.vouched_by,
           CASE WHEN EXISTS (SELECT 1 FROM roles_held r WHERE r.person_id = l.person_id)
                THEN 1 ELSE 0 END
      FROM lost_factors l
      JOIN persons p ON p.id = l.person_id
     WHERE l.outcome = 1 AND l.asked_at > $1
     ORDER BY l.id
     LIMIT $2)"};
const Query<Nothing(LostFactorId, PersonId, base::Instant)> lost_factor_vouched{
    "lost_factor_vouched", R"(
    UPDATE lost_factors
       SET vouched_by = $2, vouched_at = $3
     WHERE id = $1 AND vouched_by IS NULL)"};
const Query<Nothing(LostFactorId, Outcome, PersonId, base::Instant)> lost_factor_ended{
    "lost_factor_ended", R"(
    UPDATE lost_factors
       SET outcome = $2, ended_by = $3, ended_at = $4, words = '-'
     WHERE id = $1)"};
const Query<Nothing(PersonId, base::Instant, base::Instant)> lost_factors_outlived{
    "lost_factors_outlived", R"(
    UPDATE lost_factors
       SET outcome = 3, ended_at = $3, words = '-'
     WHERE person_id = $1 AND outcome = 1 AND asked_at <= $2)"};
const Query<Nothing(base::Instant)> lost_words_purged{"lost_words_purged", R"(
    UPDATE lost_factors
       SET words = '-'
     WHERE words <> '-' AND asked_at < $1)"};
const Query<Nothing(base::Instant)> address_changes_purged{
    "address_changes_purged", "DELETE FROM address_changes WHERE asked_at < $1"};
const Query<Nothing(base::Instant)> lost_factors_purged{
    "lost_factors_purged", "DELETE FROM lost_factors WHERE asked_at < $1"};

const Query<Nothing(PersonId)> address_changes_taken{
    "address_changes_taken", "DELETE FROM address_changes WHERE person_id = $1"};
const Query<Nothing(PersonId)> lost_factors_taken{"lost_factors_taken",
                                                  "DELETE FROM lost_factors WHERE person_id = $1"};
const Query<Nothing(PersonId)> vouchers_taken{
    "vouchers_taken", "UPDATE lost_factors SET vouched_by = NULL WHERE vouched_by = $1"};
const Query<Nothing(PersonId)> enders_taken{
    "enders_taken", "UPDATE lost_factors SET ended_by = NULL WHERE ended_by = $1"};

const Query<std::optional<base::Instant>(PersonId)> last_change_confirmed{
    "last_change_confirmed", R"(
    SELECT max(confirmed_at)
      FROM address_changes
     WHERE person_id = $1 AND undone_at IS NULL)"};
// What is on its way under the account that goes ends with it.
const Query<Nothing(PersonId)> unconfirmed_changes_dropped{
    "unconfirmed_changes_dropped",
    "DELETE FROM address_changes WHERE person_id = $1 AND confirmed_at IS NULL"};
const Query<Nothing(PersonId)> open_lost_factor_dropped{
    "open_lost_factor_dropped", "DELETE FROM lost_factors WHERE person_id = $1 AND outcome = 1"};
using Passing = Query<Nothing(PersonId, PersonId)>;  // from the account that goes to the kept one
const Passing changes_passed{"address_changes_passed",
                             "UPDATE address_changes SET person_id = $2 WHERE person_id = $1"};
const Passing lost_factors_passed{"lost_factors_passed",
                                  "UPDATE lost_factors SET person_id = $2 WHERE person_id = $1"};
const Passing vouchers_passed{"lost_factor_vouchers_passed",
                              "UPDATE lost_factors SET vouched_by = $2 WHERE vouched_by = $1"};
const Passing enders_passed{"lost_factor_enders_passed",
                            "UPDATE lost_factors SET ended_by = $2 WHERE ended_by = $1"};

}  // namespace

void add_address_change(sql::Tx& tx, const NewAddressChange& change) {
    tx.run(address_change_added, change.person, change.old_email, change.new_email,
           blob(change.confirm_digest), blob(change.undo_digest), change.asked);
}

std::optional<AddressChangeRow> find_address_change(sql::Tx& tx, std::string_view confirm_digest) {
    return tx.find(change_by_confirm, blob(confirm_digest));
}

std::optional<AddressChangeRow> find_address_undo(sql::Tx& tx, std::string_view undo_digest) {
    return tx.find(change_by_undo, blob(undo_digest));
}

void note_address_confirmed(sql::Tx& tx, std::int64_t change, base::Instant now) {
    tx.run(change_confirmed, change, now);
}

void undo_address_changes(sql::Tx& tx, PersonId person, std::int64_t from, base::Instant now) {
    tx.run(changes_undone, person, from, now);
}

std::int64_t count_address_changes(sql::Tx& tx, PersonId person, base::Instant after) {
    return tx.one(changes_counted, person, after);
}

void end_address_changes(sql::Tx& tx, PersonId person, std::int64_t but, base::Instant now) {
    tx.run(changes_ended, person, but, now);
}

LostFactorId add_lost_factor(sql::Tx& tx, PersonId person, std::string_view words,
                             base::Instant now) {
    return tx.one(lost_factor_added, person, words, now);
}

std::optional<LostFactorId> find_open_lost_factor(sql::Tx& tx, PersonId person) {
    return tx.find(lost_factor_open, person);
}

std::vector<LostFactor> open_lost_factors(sql::Tx& tx, base::Instant asked_after) {
    return tx.all(lost_factors_all_open, asked_after, lost_factors_max);
}

void note_vouched(sql::Tx& tx, LostFactorId id, PersonId by, base::Instant now) {
    tx.run(lost_factor_vouched, id, by, now);
}

void end_lost_factor(sql::Tx& tx, LostFactorId id, Outcome outcome, PersonId by,
                     base::Instant now) {
    tx.run(lost_factor_ended, id, outcome, by, now);
}

void end_old_lost_factors(sql::Tx& tx, PersonId person, base::Instant asked_before,
                          base::Instant now) {
    tx.run(lost_factors_outlived, person, asked_before, now);
}

std::int64_t purge_lost_words(sql::Tx& tx, base::Instant asked_before) {
    return tx.run(lost_words_purged, asked_before);
}

std::int64_t purge_access(sql::Tx& tx, base::Instant asked_before) {
    return tx.run(address_changes_purged, asked_before) + tx.run(lost_factors_purged, asked_before);
}

std::optional<base::Instant> last_address_change(sql::Tx& tx, PersonId person) {
    return tx.one(last_change_confirmed, person);
}

void merge_access(sql::Tx& tx, const identity::Merger& merger) {
    tx.run(unconfirmed_changes_dropped, merger.gone);
    tx.run(open_lost_factor_dropped, merger.gone);
    for (const auto* passing :
         {&changes_passed, &lost_factors_passed, &vouchers_passed, &enders_passed}) {
        tx.run(*passing, merger.gone, merger.kept);
    }
}

void forget_access(sql::Tx& tx, PersonId person) {
    for (const auto* query :
         {&address_changes_taken, &lost_factors_taken, &vouchers_taken, &enders_taken}) {
        tx.run(*query, person);
    }
}

}  // namespace account::store
