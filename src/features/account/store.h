#pragma once
// All SQL of the ways to sign in. Knows rows, decides nothing.

#include "features/account/ways.h"
#include "platform/identity/holding.h"
#include "platform/sql/tx.h"

namespace account::store {

struct PasskeyRow {
    PasskeyId id;
    identity::PersonId person;
    crypto::Passkey key;
};
std::optional<PasskeyRow> find_passkey(sql::Tx& tx, std::string_view credential_id);
std::vector<PasskeyLine> passkeys_of(sql::Tx& tx, identity::PersonId person);
std::vector<std::string> credentials_of(sql::Tx& tx, identity::PersonId person);  // raw
PasskeyId add_passkey(sql::Tx& tx, identity::PersonId person, const crypto::Passkey& key,
                      std::string_view name, base::Instant now);
void use_passkey(sql::Tx& tx, PasskeyId passkey, std::int64_t sign_count, base::Instant now);
bool remove_passkey(sql::Tx& tx, identity::PersonId person, PasskeyId passkey);

struct AuthenticatorRow {
    std::string sealed_secret;
    base::Instant begun;
    std::optional<base::Instant> confirmed;
    std::int64_t last_step;
};
std::optional<AuthenticatorRow> find_authenticator(sql::Tx& tx, identity::PersonId person);
void begin_authenticator(sql::Tx& tx, identity::PersonId person, std::string_view sealed_secret,
                         base::Instant now);
void confirm_authenticator(sql::Tx& tx, identity::PersonId person, base::Instant now);
bool use_step(sql::Tx& tx, identity::PersonId person, std::int64_t step);  // later than the last
bool remove_authenticator(sql::Tx& tx, identity::PersonId person);

void add_recovery_code(sql::Tx& tx, identity::PersonId person, std::string_view digest);
bool use_recovery_code(sql::Tx& tx, identity::PersonId person, std::string_view digest,
                       base::Instant now);
std::int64_t count_recovery_codes(sql::Tx& tx, identity::PersonId person);
void remove_recovery_codes(sql::Tx& tx, identity::PersonId person);
void keep_sheet(sql::Tx& tx, identity::PersonId person, std::string_view sealed_codes,
                base::Instant expires);
std::optional<std::string> find_sheet(sql::Tx& tx, identity::PersonId person, base::Instant now);
void remove_sheet(sql::Tx& tx, identity::PersonId person);

struct FailuresRow {
    std::int64_t count = 0;
    base::Instant not_before;
};
FailuresRow failures_of(sql::Tx& tx, identity::PersonId person);
void keep_failures(sql::Tx& tx, identity::PersonId person, const FailuresRow& row);
void remove_failures(sql::Tx& tx, identity::PersonId person);

std::vector<ProviderAccount> providers_of(sql::Tx& tx, identity::PersonId person);
std::optional<identity::PersonId> find_by_provider(sql::Tx& tx, std::string_view issuer,
                                                   std::string_view subject);
void use_provider(sql::Tx& tx, std::string_view issuer, std::string_view subject,
                  base::Instant now);
void add_provider(sql::Tx& tx, identity::PersonId person, const Ways::Said& said,
                  base::Instant now);
bool remove_provider(sql::Tx& tx, identity::PersonId person, ProviderAccountId account);

bool spend(sql::Tx& tx, std::string_view digest, base::Instant expires);  // false: was spent
std::int64_t purge(sql::Tx& tx, base::Instant before);
std::vector<identity::Holding> held(sql::Tx& tx, identity::PersonId person);
void forget(sql::Tx& tx, identity::PersonId person);

}  // namespace account::store
