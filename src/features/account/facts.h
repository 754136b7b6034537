#pragma once
// What can happen to an account.

#include "features/account/account.h"

namespace account {

struct SignedIn {
    static constexpr std::string_view kind = "account.signed_in";
    identity::PersonId person;
    std::string way;  // "link" or "password"

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

struct Erased {
    static constexpr std::string_view kind = "account.erased";
    identity::PersonId person;

    std::int64_t subject() const { return person.value; }
    record::Details details() const { return {}; }
};

}  // namespace account
