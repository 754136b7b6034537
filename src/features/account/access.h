#pragma once
// When somebody moves to another address, or has lost what they sign in with besides. Both
// addresses are told of a change, and the old one can undo it; nobody is let in past a lost factor
// but on the word of officers, two of them where an office would open.

#include "features/account/account.h"
#include "features/account/ways.h"

namespace account {

inline constexpr auto address_link_life = base::hours(24);
inline constexpr auto lost_factor_life = base::days{7};  // then it is to be asked anew
inline constexpr std::int64_t address_changes_a_day = 3;
inline constexpr auto access_kept = base::days{365};  // of what came of it
inline constexpr int lost_factors_max = 100;          // of one list
// The letters that a change needs; no token for the new address where it is somebody's already.
struct AddressLetters {
    std::string name, old_email, new_email;
    std::string confirm_token, undo_token;
};

class Addresses {
public:
    explicit Addresses(const record::Floor& floor) : floor_(floor) {}

    // Of the actor. The same answer whether the address is known here or not.
    base::Result<AddressLetters> ask(const AddressDraft& draft);
    // What a token stands for, while it is good.
    struct Change {
        std::string old_email, new_email;
        bool is_confirmed = false;
    };
    std::optional<Change> to_confirm(std::string_view token) const;
    std::optional<Change> to_undo(std::string_view token) const;
    base::Result<identity::PersonId> confirm(std::string_view token);
    // The address of before, and nobody is signed in any more.
    base::Result<identity::PersonId> undo(std::string_view token);

private:
    record::Floor floor_;
};

class LostAccess {
public:
    LostAccess(const record::Floor& floor, const Door& door) : floor_(floor), door_(door) {}

    // Of somebody who has shown one factor.
    base::Result<LostFactorId> ask(identity::PersonId person, const LostDraft& draft);
    // For officers; NotFound for everybody else.
    std::vector<LostFactor> open() const;
    LostFactor find(LostFactorId id) const;
    // The second word, or the only one where one is enough, takes the lost factors away.
    enum class Vouched { first, last };
    base::Result<Vouched> vouch(LostFactorId id);
    base::Result<identity::PersonId> refuse(LostFactorId id);

private:
    record::Floor floor_;
    const Door& door_;
};

// They have signed in with two factors: nothing is lost.
void found_again(const record::Floor& floor, identity::PersonId person);

}  // namespace account
