#pragma once
// The stronger ways of one person to show who they are: passkeys, an app that shows codes, recovery
// codes, accounts with identity providers. Whether an answer is right is decided here; what a
// person may do then is not.

#include "platform/base/result.h"
#include "platform/crypto/passkey.h"
#include "platform/identity/identity.h"
#include "platform/record/record.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace account {

using PasskeyId = base::Id<struct PasskeyTag>;
using ProviderAccountId = base::Id<struct ProviderAccountTag>;

inline constexpr auto challenge_life = base::minutes(10);
inline constexpr auto recovery_sheet_life = base::hours(1);
inline constexpr std::size_t recovery_codes_count = 10;
inline constexpr std::size_t passkeys_max = 20;
inline constexpr std::int64_t code_failures_free = 10;  // then the wait doubles with each

struct PasskeyLine {
    PasskeyId id;
    std::string name;
    bool is_synced;
    base::Instant created;
    std::optional<base::Instant> used;
};

struct ProviderAccount {
    ProviderAccountId id;
    std::string provider;  // its key in the configuration
    std::string shown;
    base::Instant created;
};

struct Standing {
    bool has_authenticator = false;
    std::int64_t recovery_codes_left = 0;
    std::vector<PasskeyLine> passkeys;
    std::vector<ProviderAccount> providers;

    bool has_second_factor() const { return has_authenticator || !passkeys.empty(); }
};

// What a browser hands on of an answer to a challenge, as it was sent: base64url.
struct PasskeyAnswer {
    std::string credential_id;
    std::string client_data;
    std::string authenticator_data;
    std::string signature;       // of one that signs in
    std::int64_t algorithm = 0;  // of a new one
};

// Where challenges come from and go to.
struct Door {
    std::string key;  // of the data folder: what it seals only this program opens
    crypto::RelyingParty party;
};

// A challenge that only this browser can answer, for challenge_life.
std::string new_challenge(const Door& door, std::string_view bound, base::Instant now);

class Ways {
public:
    Ways(const record::Floor& floor, const Door& door) : floor_(floor), door_(door) {}

    // What this person has; of the actor alone, or of whoever is being let in.
    Standing standing(identity::PersonId person) const;
    std::vector<std::string> credentials(identity::PersonId person) const;  // base64url

    // Whoever has a second factor must have used it to change any way of signing in.
    base::Verdict may_change() const;

    // Whose passkey answered: the challenge is used up, and it counts once.
    base::Result<identity::PersonId> answer_by_passkey(const PasskeyAnswer& answer,
                                                       std::string_view bound);
    base::Result<PasskeyId> add_passkey(const PasskeyAnswer& answer, std::string_view bound,
                                        std::string_view name);
    base::Verdict remove_passkey(PasskeyId passkey);

    // An app: its secret is made, shown until the first code from it is typed, then never again.
    base::Verdict begin_authenticator();
    std::optional<std::string> waiting_secret() const;  // raw
    base::Verdict confirm_authenticator(std::string_view code);
    base::Verdict remove_authenticator();
    base::Verdict renew_recovery_codes();
    std::vector<std::string> recovery_sheet() const;  // until it is put away
    void put_sheet_away();

    // A code from the app, or a recovery code, of somebody who has shown one factor.
    enum class CodeKind { authenticator, recovery };
    base::Result<CodeKind> answer_by_code(identity::PersonId person, std::string_view code);
    void note_code_failure(identity::PersonId person);

    // Nobody answers the same state twice.
    bool spend(std::string_view challenge);
    std::optional<identity::PersonId> find_by_provider(std::string_view issuer,
                                                       std::string_view subject) const;
    void note_provider_used(std::string_view issuer, std::string_view subject);
    struct Said {  // what a provider says of somebody, verified
        std::string provider, issuer, subject, shown;
    };
    base::Verdict connect_provider(const Said& said);
    base::Verdict disconnect_provider(ProviderAccountId account);

private:
    base::Result<std::string> answered_challenge(const PasskeyAnswer& answer,
                                                 crypto::Ceremony ceremony, std::string_view bound);
    void write_recovery_codes();

    record::Floor floor_;
    const Door& door_;
};

// What is over by then: challenges, sheets of codes, apps that were begun; gives how many rows.
std::int64_t purge(sql::Tx& tx, base::Instant before);

}  // namespace account
