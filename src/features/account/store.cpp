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

struct KeyRow {
    PasskeyId id;
    PersonId person;
    Blob credential_id;
    std::int64_t algorithm;
    Blob public_key;
    std::int64_t sign_count;
    bool is_synced;
};
const Query<KeyRow(Blob)> passkey_by_credential{"passkey_by_credential", R"(
    SELECT id, person_id, credential_id, algorithm, public_key, sign_count, is_synced
      FROM passkeys
     WHERE credential_id = $1)"};
const Query<PasskeyLine(PersonId)> passkeys_by_person{"passkeys_by_person", R"(
    SELECT id, name, is_synced, created_at, used_at
      FROM passkeys
     WHERE person_id = $1
     ORDER BY id
     LIMIT 100)"};
const Query<Blob(PersonId)> credentials_by_person{"credentials_by_person", R"(
    SELECT credential_id
      FROM passkeys
     WHERE person_id = $1
     ORDER BY id
     LIMIT 100)"};
const Query<PasskeyId(PersonId, Blob, std::int64_t, Blob, std::int64_t, bool, std::string_view,
                      base::Instant)>
    passkey_added{"passkey_added", R"(
    INSERT INTO passkeys (person_id, credential_id, algorithm, public_key, sign_count, is_synced,
                          name, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
 RETURNING id)"};
const Query<Nothing(PasskeyId, std::int64_t, base::Instant)> passkey_used{"passkey_used", R"(
    UPDATE passkeys
       SET sign_count = $2, used_at = $3
     WHERE id = $1)"};
const Query<Nothing(PersonId, PasskeyId)> passkey_removed{
    "passkey_removed", "DELETE FROM passkeys WHERE person_id = $1 AND id = $2"};

const Query<AuthenticatorRow(PersonId)> authenticator_by_person{"authenticator_by_person", R"(
    SELECT sealed_secret, begun_at, confirmed_at, last_step
      FROM authenticators
     WHERE person_id = $1)"};
const Query<Nothing(PersonId, std::string_view, base::Instant)> authenticator_begun{
    "authenticator_begun", R"(
    INSERT INTO authenticators (person_id, sealed_secret, begun_at)
    VALUES ($1, $2, $3)
        ON CONFLICT (person_id)
        DO UPDATE SET sealed_secret = excluded.sealed_secret, begun_at = excluded.begun_at)"};
const Query<Nothing(PersonId, base::Instant)> authenticator_confirmed{
    "authenticator_confirmed", "UPDATE authenticators SET confirmed_at = $2 WHERE person_id = $1"};
const Query<Nothing(PersonId, std::int64_t)> step_used{"step_used", R"(
    UPDATE authenticators
       SET last_step = $2
     WHERE person_id = $1 AND last_step < $2)"};
const Query<Nothing(PersonId)> authenticator_removed{
    "authenticator_removed", "DELETE FROM authenticators WHERE person_id = $1"};

const Query<Nothing(PersonId, Blob)> recovery_code_added{"recovery_code_added", R"(
    INSERT INTO recovery_codes (person_id, code_digest)
    VALUES ($1, $2))"};
const Query<Nothing(PersonId, Blob, base::Instant)> recovery_code_used{"recovery_code_used", R"(
    UPDATE recovery_codes
       SET used_at = $3
     WHERE person_id = $1 AND code_digest = $2 AND used_at IS NULL)"};
const Query<std::int64_t(PersonId)> recovery_codes_counted{"recovery_codes_counted", R"(
    SELECT count(*)
      FROM recovery_codes
     WHERE person_id = $1 AND used_at IS NULL)"};
const Query<Nothing(PersonId)> recovery_codes_removed{
    "recovery_codes_removed", "DELETE FROM recovery_codes WHERE person_id = $1"};
const Query<Nothing(PersonId, std::string_view, base::Instant)> sheet_kept{"sheet_kept", R"(
    INSERT INTO recovery_sheets (person_id, sealed_codes, expires_at)
    VALUES ($1, $2, $3)
        ON CONFLICT (person_id)
        DO UPDATE SET sealed_codes = excluded.sealed_codes, expires_at = excluded.expires_at)"};
const Query<std::string(PersonId, base::Instant)> sheet_by_person{"sheet_by_person", R"(
    SELECT sealed_codes
      FROM recovery_sheets
     WHERE person_id = $1 AND expires_at > $2)"};
const Query<Nothing(PersonId)> sheet_removed{"sheet_removed",
                                             "DELETE FROM recovery_sheets WHERE person_id = $1"};

const Query<FailuresRow(PersonId)> failures_by_person{
    "failures_by_person", "SELECT count, not_before FROM code_failures WHERE person_id = $1"};
const Query<Nothing(PersonId, std::int64_t, base::Instant)> failures_kept{"failures_kept", R"(
    INSERT INTO code_failures (person_id, count, not_before)
    VALUES ($1, $2, $3)
        ON CONFLICT (person_id)
        DO UPDATE SET count = excluded.count, not_before = excluded.not_before)"};
const Query<Nothing(PersonId)> failures_removed{"failures_removed",
                                                "DELETE FROM code_failures WHERE person_id = $1"};

const Query<ProviderAccount(PersonId)> providers_by_person{"providers_by_person", R"(
    SELECT id, provider, shown, created_at
      FROM provider_accounts
     WHERE person_id = $1
     ORDER BY id
     LIMIT 100)"};
const Query<PersonId(std::string_view, std::string_view)> person_by_provider{"person_by_provider",
                                                                             R"(
    SELECT person_id
      FROM provider_accounts
     WHERE issuer = $1 AND subject = $2)"};
const Query<Nothing(std::string_view, std::string_view, base::Instant)> provider_used{
    "provider_used", R"(
    UPDATE provider_accounts
       SET used_at = $3
     WHERE issuer = $1 AND subject = $2)"};
const Query<Nothing(PersonId, std::string_view, std::string_view, std::string_view,
                    std::string_view, base::Instant)>
    provider_added{"provider_added", R"(
    INSERT INTO provider_accounts (person_id, provider, issuer, subject, shown, created_at)
    VALUES ($1, $2, $3, $4, $5, $6))"};
const Query<Nothing(PersonId, ProviderAccountId)> provider_removed{
    "provider_removed", "DELETE FROM provider_accounts WHERE person_id = $1 AND id = $2"};

const Query<Nothing(Blob, base::Instant)> challenge_spent{"challenge_spent", R"(
    INSERT INTO spent_challenges (digest, expires_at)
    VALUES ($1, $2)
        ON CONFLICT DO NOTHING)"};
const Query<Nothing(base::Instant)> challenges_purged{
    "challenges_purged", "DELETE FROM spent_challenges WHERE expires_at < $1"};
const Query<Nothing(base::Instant)> sheets_purged{
    "sheets_purged", "DELETE FROM recovery_sheets WHERE expires_at < $1"};
const Query<Nothing(base::Instant)> begun_purged{
    "begun_purged", "DELETE FROM authenticators WHERE confirmed_at IS NULL AND begun_at < $1"};

const Query<Nothing(PersonId)> passkeys_taken{"passkeys_taken",
                                              "DELETE FROM passkeys WHERE person_id = $1"};
const Query<Nothing(PersonId)> providers_taken{
    "providers_taken", "DELETE FROM provider_accounts WHERE person_id = $1"};

const Query<Nothing(PersonId, base::Instant)> passkeys_taken_since{
    "passkeys_taken_since", "DELETE FROM passkeys WHERE person_id = $1 AND created_at >= $2"};
const Query<Nothing(PersonId, base::Instant)> providers_taken_since{
    "providers_taken_since",
    "DELETE FROM provider_accounts WHERE person_id = $1 AND created_at >= $2"};

}  // namespace

std::optional<PasskeyRow> find_passkey(sql::Tx& tx, std::string_view credential_id) {
    auto row = tx.find(passkey_by_credential, blob(credential_id));
    if (!row) return std::nullopt;
    return PasskeyRow{row->id,
                      row->person,
                      {.credential_id = std::move(row->credential_id.bytes),
                       .algorithm = row->algorithm,
                       .public_key = std::move(row->public_key.bytes),
                       .sign_count = static_cast<std::uint32_t>(row->sign_count),
                       .is_synced = row->is_synced}};
}

std::vector<PasskeyLine> passkeys_of(sql::Tx& tx, PersonId person) {
    return tx.all(passkeys_by_person, person);
}

std::vector<std::string> credentials_of(sql::Tx& tx, PersonId person) {
    std::vector<std::string> all;
    for (auto& one : tx.all(credentials_by_person, person)) all.push_back(std::move(one.bytes));
    return all;
}

PasskeyId add_passkey(sql::Tx& tx, PersonId person, const crypto::Passkey& key,
                      std::string_view name, base::Instant now) {
    return tx.one(passkey_added, person, blob(key.credential_id), key.algorithm,
                  blob(key.public_key), std::int64_t{key.sign_count}, key.is_synced, name, now);
}

void use_passkey(sql::Tx& tx, PasskeyId passkey, std::int64_t sign_count, base::Instant now) {
    tx.run(passkey_used, passkey, sign_count, now);
}

bool remove_passkey(sql::Tx& tx, PersonId person, PasskeyId passkey) {
    return tx.run(passkey_removed, person, passkey) == 1;
}

std::optional<AuthenticatorRow> find_authenticator(sql::Tx& tx, PersonId person) {
    return tx.find(authenticator_by_person, person);
}

void begin_authenticator(sql::Tx& tx, PersonId person, std::string_view sealed_secret,
                         base::Instant now) {
    tx.run(authenticator_begun, person, sealed_secret, now);
}

void confirm_authenticator(sql::Tx& tx, PersonId person, base::Instant now) {
    tx.run(authenticator_confirmed, person, now);
}

bool use_step(sql::Tx& tx, PersonId person, std::int64_t step) {
    return tx.run(step_used, person, step) == 1;
}

bool remove_authenticator(sql::Tx& tx, PersonId person) {
    return tx.run(authenticator_removed, person) == 1;
}

void add_recovery_code(sql::Tx& tx, PersonId person, std::string_view digest) {
    tx.run(recovery_code_added, person, blob(digest));
}

bool use_recovery_code(sql::Tx& tx, PersonId person, std::string_view digest, base::Instant now) {
    return tx.run(recovery_code_used, person, blob(digest), now) == 1;
}

std::int64_t count_recovery_codes(sql::Tx& tx, PersonId person) {
    return tx.one(recovery_codes_counted, person);
}

void remove_recovery_codes(sql::Tx& tx, PersonId person) {
    tx.run(recovery_codes_removed, person);
}

void keep_sheet(sql::Tx& tx, PersonId person, std::string_view sealed_codes,
                base::Instant expires) {
    tx.run(sheet_kept, person, sealed_codes, expires);
}

std::optional<std::string> find_sheet(sql::Tx& tx, PersonId person, base::Instant now) {
    return tx.find(sheet_by_person, person, now);
}

void remove_sheet(sql::Tx& tx, PersonId person) {
    tx.run(sheet_removed, person);
}

FailuresRow failures_of(sql::Tx& tx, PersonId person) {
    return tx.find(failures_by_person, person).value_or(FailuresRow{});
}

void keep_failures(sql::Tx& tx, PersonId person, const FailuresRow& row) {
    tx.run(failures_kept, person, row.count, row.not_before);
}

void remove_failures(sql::Tx& tx, PersonId person) {
    tx.run(failures_removed, person);
}

std::vector<ProviderAccount> providers_of(sql::Tx& tx, PersonId person) {
    return tx.all(providers_by_person, person);
}

std::optional<PersonId> find_by_provider(sql::Tx& tx, std::string_view issuer,
                                         std::string_view subject) {
    return tx.find(person_by_provider, issuer, subject);
}

void use_provider(sql::Tx& tx, std::string_view issuer, std::string_view subject,
                  base::Instant now) {
    tx.run(provider_used, issuer, subject, now);
}

void add_provider(sql::Tx& tx, PersonId person, const Ways::Said& said, base::Instant now) {
    tx.run(provider_added, person, said.provider, said.issuer, said.subject, said.shown, now);
}

bool remove_provider(sql::Tx& tx, PersonId person, ProviderAccountId account) {
    return tx.run(provider_removed, person, account) == 1;
}

bool spend(sql::Tx& tx, std::string_view digest, base::Instant expires) {
    return tx.run(challenge_spent, blob(digest), expires) == 1;
}

std::int64_t purge(sql::Tx& tx, base::Instant before) {
    return tx.run(challenges_purged, before) + tx.run(sheets_purged, before) +
           tx.run(begun_purged, before - recovery_sheet_life);
}

void take_ways_since(sql::Tx& tx, PersonId person, base::Instant since) {
    tx.run(passkeys_taken_since, person, since);
    tx.run(providers_taken_since, person, since);
    const auto app = find_authenticator(tx, person);
    if (!app || app->begun < since) return;
    for (const auto* query : {&authenticator_removed, &recovery_codes_removed, &sheet_removed}) {
        tx.run(*query, person);
    }
}

void take_factors(sql::Tx& tx, PersonId person) {
    for (const auto* query : {&passkeys_taken, &authenticator_removed, &recovery_codes_removed,
                              &sheet_removed, &failures_removed}) {
        tx.run(*query, person);
    }
}

void merge(sql::Tx& tx, const identity::Merger& merger) {
    take_factors(tx, merger.gone);
    tx.run(providers_taken, merger.gone);
    merge_access(tx, merger);
}

void forget(sql::Tx& tx, PersonId person) {
    take_factors(tx, person);
    tx.run(providers_taken, person);
    forget_access(tx, person);
}

}  // namespace account::store
