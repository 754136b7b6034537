#include "features/account/store.h"

namespace account::store {

namespace {

using identity::Holding;
using identity::PersonId;
using sql::Query;

struct PasskeyHeld {
    std::string name;
    bool is_synced = false;
    std::int64_t sign_count = 0;
    base::Instant created;
    std::optional<base::Instant> used;
};
const Query<PasskeyHeld(PersonId, int)> passkeys_held{"passkeys_held", R"(
    SELECT name, is_synced, sign_count, created_at, used_at
      FROM passkeys
     WHERE person_id = $1
     ORDER BY id
     LIMIT $2)"};

struct AppHeld {
    base::Instant begun;
    std::optional<base::Instant> confirmed;
};
const Query<AppHeld(PersonId, int)> apps_held{"apps_held", R"(
    SELECT begun_at, confirmed_at
      FROM authenticators
     WHERE person_id = $1
     LIMIT $2)"};

struct CodeHeld {
    std::optional<base::Instant> used;
};
const Query<CodeHeld(PersonId, int)> codes_held{"recovery_codes_held", R"(
    SELECT used_at
      FROM recovery_codes
     WHERE person_id = $1
     ORDER BY used_at
     LIMIT $2)"};

struct SheetHeld {
    base::Instant expires;
};
const Query<SheetHeld(PersonId, int)> sheets_held{"recovery_sheets_held", R"(
    SELECT expires_at
      FROM recovery_sheets
     WHERE person_id = $1
     LIMIT $2)"};

struct FailuresHeld {
    std::int64_t count = 0;
    base::Instant not_before;
};
const Query<FailuresHeld(PersonId, int)> failures_held{"code_failures_held", R"(
    SELECT count, not_before
      FROM code_failures
     WHERE person_id = $1
     LIMIT $2)"};

struct ProviderHeld {
    std::string provider, issuer, subject, shown;
    base::Instant created;
    std::optional<base::Instant> used;
};
const Query<ProviderHeld(PersonId, int)> providers_held{"provider_accounts_held", R"(
    SELECT provider, issuer, subject, shown, created_at, used_at
      FROM provider_accounts
     WHERE person_id = $1
     ORDER BY id
     LIMIT $2)"};

}  // namespace

// Left out: keys, secrets of apps and recovery codes, for who had them could try them. That they
// are there is said.
std::vector<Holding> held(sql::Tx& tx, PersonId person) {
    using identity::with_rows_of;
    const std::string why = "So that you can sign in, and nobody else as you.";
    return {
        with_rows_of(
            tx,
            {.name = "passkeys",
             .title = "Passkeys",
             .why = why,
             .tables = {"passkeys"},
             .columns = {"Device", "On other devices too", "Times used", "Added", "Last used"}},
            passkeys_held, person),
        with_rows_of(tx,
                     {.name = "authenticators",
                      .title = "The app that shows your codes",
                      .why = why,
                      .tables = {"authenticators"},
                      .columns = {"Begun", "Confirmed"}},
                     apps_held, person),
        with_rows_of(tx,
                     {.name = "recovery_codes",
                      .title = "Recovery codes",
                      .why = why,
                      .tables = {"recovery_codes"},
                      .columns = {"Used"}},
                     codes_held, person),
        with_rows_of(tx,
                     {.name = "recovery_sheets",
                      .title = "Recovery codes still shown to you",
                      .why = "So that you can write them down.",
                      .tables = {"recovery_sheets"},
                      .columns = {"Until"}},
                     sheets_held, person),
        with_rows_of(tx,
                     {.name = "code_failures",
                      .title = "Wrong codes since the last right one",
                      .why = "So that nobody guesses them.",
                      .tables = {"code_failures"},
                      .columns = {"How many", "Next try from"}},
                     failures_held, person),
        with_rows_of(
            tx,
            {.name = "provider_accounts",
             .title = "Accounts held elsewhere",
             .why = why,
             .tables = {"provider_accounts"},
             .columns = {"Provider", "Issuer", "Subject", "Known as", "Connected", "Last used"}},
            providers_held, person),
    };
}

}  // namespace account::store
