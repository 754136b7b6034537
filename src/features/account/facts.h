#pragma once
// What can happen to an account.

#include "features/account/account.h"

namespace account {

struct SignedIn {
    static constexpr std::string_view kind = "account.signed_in";
    identity::PersonId person;
    std::string way;  // "link", "password and code", "passkey", …

    std::int64_t subject() const { return person.value; }
    record::Details details() const { return {{"way", way}}; }
};

struct SessionsEnded {
    static constexpr std::string_view kind = "account.sessions_ended";
    identity::PersonId person;
    std::int64_t count;

    std::int64_t subject() const { return person.value; }
    record::Details details() const { return {{"count", count}}; }
};

struct PasswordSet {
    static constexpr std::string_view kind = "account.password_set";
    identity::PersonId person;

    std::int64_t subject() const { return person.value; }
    record::Details details() const { return {}; }
};

// A way to sign in came, went or was used up: its owner is told by mail.
struct WayChanged {
    static constexpr std::string_view kind = "account.way_changed";
    identity::PersonId person;
    std::string what;  // "passkey_added", "authenticator_removed", "recovery_code_used", …

    std::int64_t subject() const { return person.value; }
    record::Details details() const { return {{"what", what}}; }
};

// Another address: "asked", "confirmed" or "undone".
struct AddressStepped {
    static constexpr std::string_view kind = "account.address_stepped";
    identity::PersonId person;
    std::string step;

    std::int64_t subject() const { return person.value; }
    record::Details details() const { return {{"step", step}}; }
};

// A lost second factor: "asked", "vouched", "restored", "refused" or "found_again"; by the actor.
struct AccessStepped {
    static constexpr std::string_view kind = "account.access_stepped";
    identity::PersonId person;
    std::string step;

    std::int64_t subject() const { return person.value; }
    record::Details details() const { return {{"step", step}}; }
};

// The actor's account took the other in, whose number stands in what was recorded before.
struct Merged {
    static constexpr std::string_view kind = "account.merged";
    identity::PersonId person, gone;

    std::int64_t subject() const { return person.value; }
    record::Details details() const { return {{"gone", gone.value}}; }
};

struct Erased {
    static constexpr std::string_view kind = "account.erased";
    identity::PersonId person;

    std::int64_t subject() const { return person.value; }
    record::Details details() const { return {}; }
};

}  // namespace account
