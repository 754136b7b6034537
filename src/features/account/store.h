#pragma once
// All SQL of the ways to sign in. Knows rows, decides nothing.

#include "features/account/access.h"
#include "features/account/ways.h"
#include "platform/identity/holding.h"
#include "platform/identity/merger.h"
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

// ---- another address, a lost factor ----

struct NewAddressChange {
    identity::PersonId person;
    std::string old_email, new_email, confirm_digest, undo_digest;
    base::Instant asked;
};
struct AddressChangeRow {
    std::int64_t id = 0;
    identity::PersonId person;
    std::string old_email, new_email;
    base::Instant asked;
    std::optional<base::Instant> confirmed, undone;
};
void add_address_change(sql::Tx& tx, const NewAddressChange& change);
std::optional<AddressChangeRow> find_address_change(sql::Tx& tx, std::string_view confirm_digest);
std::optional<AddressChangeRow> find_address_undo(sql::Tx& tx, std::string_view undo_digest);
void note_address_confirmed(sql::Tx& tx, std::int64_t change, base::Instant now);
// This one and all that were asked for after it.
void undo_address_changes(sql::Tx& tx, identity::PersonId person, std::int64_t from,
                          base::Instant now);
std::int64_t count_address_changes(sql::Tx& tx, identity::PersonId person, base::Instant after);
// Those on their way, but for one: they cannot be confirmed any more.
void end_address_changes(sql::Tx& tx, identity::PersonId person, std::int64_t but,
                         base::Instant now);

enum class Outcome : std::int64_t { open = 1, let_in, refused, found_again };
LostFactorId add_lost_factor(sql::Tx& tx, identity::PersonId person, std::string_view words,
                             base::Instant now);
std::optional<LostFactorId> find_open_lost_factor(sql::Tx& tx, identity::PersonId person);
std::vector<LostFactor> open_lost_factors(sql::Tx& tx, base::Instant asked_after);
void note_vouched(sql::Tx& tx, LostFactorId id, identity::PersonId by, base::Instant now);
void end_lost_factor(sql::Tx& tx, LostFactorId id, Outcome outcome, identity::PersonId by,
                     base::Instant now);
void end_old_lost_factors(sql::Tx& tx, identity::PersonId person, base::Instant asked_before,
                          base::Instant now);
// Passkeys, app, codes and what was guessed: the ways that are lost.
void take_factors(sql::Tx& tx, identity::PersonId person);
// Passkeys, an app, accounts held elsewhere that were added from that moment on.
void take_ways_since(sql::Tx& tx, identity::PersonId person, base::Instant since);
std::int64_t purge_lost_words(sql::Tx& tx, base::Instant asked_before);
std::int64_t purge_access(sql::Tx& tx, base::Instant asked_before);
void forget_access(sql::Tx& tx, identity::PersonId person);
std::optional<base::Instant> last_address_change(sql::Tx& tx, identity::PersonId person);
void merge_access(sql::Tx& tx, const identity::Merger& merger);
// Nobody signs in any more with the ways of the account that goes.
void merge(sql::Tx& tx, const identity::Merger& merger);

bool spend(sql::Tx& tx, std::string_view digest, base::Instant expires);  // false: was spent
std::int64_t purge(sql::Tx& tx, base::Instant before);
std::vector<identity::Holding> held(sql::Tx& tx, identity::PersonId person);
void forget(sql::Tx& tx, identity::PersonId person);

}  // namespace account::store
