#pragma once
// How a visitor becomes somebody: they say who they are, show with a link that the address is
// theirs, and have an account from which to apply. Neither the answer nor its time tells whether an
// address is known.

#include "features/membership/membership.h"
#include "features/rule/rule.h"
#include "platform/identity/identity.h"

namespace membership {

inline constexpr auto request_life = base::hours(24);
inline constexpr int requests_a_day = 3;  // for one address

// What is to be written to an address: one of the two.
struct JoinLetter {
    std::string name, email;
    std::string token;               // of the request: for who has no account
    std::optional<PersonId> person;  // who has one
    std::string sign_in_token;       // of a link, for them
};

enum class RequestState { good, used, expired, unknown };

struct Request {
    std::string name, network;
    RequestState state = RequestState::unknown;
};

std::string free_handle(sql::Tx& tx, std::string_view name);  // nobody else's: "ann-lee-2"

base::Verdict may_ask_to_join(const JoinDraft& draft);

class Joining {
public:
    explicit Joining(const record::Floor& floor) : floor_(floor) {}

    // Nothing where this address was written to often enough today.
    std::optional<JoinLetter> ask(const JoinDraft& draft);
    Request request(std::string_view token) const;
    // Uses the request up: an account, and a session in it. With the same press they accept the
    // text of the Rule that was on the page.
    struct Begun {
        identity::NewSession session;
        std::string network;
    };
    base::Result<Begun> begin(std::string_view token, std::string_view device,
                              const rule::Shown& shown);

private:
    record::Floor floor_;
};

}  // namespace membership
