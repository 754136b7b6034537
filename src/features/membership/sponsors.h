#pragma once
// The contacts of sponsors: people with an account who belong to no network and read nothing of
// what members say. Those who run the community name them, until a day where there is one.

#include "features/membership/membership.h"

namespace membership {

inline constexpr int sponsors_max = 500;  // of one list

struct SponsorDraft {
    std::string email;
    std::string expires;  // "2027-03-31": the last day; empty: it does not
};

// NotFound, for whoever does not run the community.
class Sponsors {
public:
    explicit Sponsors(const record::Floor& floor) : floor_(floor) {}

    std::vector<Member> contacts() const;  // now, by name
    Member contact(MembershipId id) const;

    base::Result<MembershipId> add(const SponsorDraft& draft);  // whoever has that address
    base::Result<MembershipId> change(const Member& contact, std::string_view expires);
    base::Result<MembershipId> end(const Member& contact, std::string_view why);

private:
    void require_keeper() const;

    record::Floor floor_;
};

}  // namespace membership
