#pragma once
// Two accounts of one person: the one is given up by whoever is signed in to it, and taken in by
// whoever is signed in to the other. Both have to be shown; nobody else can do it for them.

#include "features/account/account.h"
#include "features/account/ways.h"
#include "platform/kit/feature.h"

namespace account {

inline constexpr auto merger_life = base::hours(1);  // between the two

// What passes, in the words of those who hold it.
struct Passing {
    std::string title;
    std::size_t count = 0;
};

// An account that waits to be taken in.
struct GivenUp {
    identity::PersonId person;
    std::string name, email;
    base::Instant joined;
};

class Mergers {
public:
    Mergers(const record::Floor& floor, const Door& door) : floor_(floor), door_(door) {}

    // Of the actor's own account.
    base::Verdict may_give_up() const;
    std::vector<Passing> passing(const std::vector<kit::Hold>& holds) const;
    // A token for the other account, for merger_life; whatever its owner does about their sessions
    // or ways to sign in ends it.
    std::string give_up() const;

    // Ends this session of the account that goes, so that its owner signs in with the other. Not
    // told as what ends a token: it is a step of the same thing.
    void leave(identity::SessionId session);

    // What a token stands for, while it is good and that account is as it was.
    std::optional<GivenUp> find(std::string_view token) const;
    base::Verdict may_take_in(const GivenUp& gone) const;
    // All that is held of it is the actor's from then on; gives what it was. `typed`: the address
    // of the account that goes, as a sign that they mean it.
    base::Result<GivenUp> take_in(std::string_view token, std::string_view typed,
                                  const std::vector<kit::Merge>& merge);

private:
    record::Floor floor_;
    const Door& door_;
};

}  // namespace account
