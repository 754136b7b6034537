#pragma once
// Bringing a roll that was kept elsewhere: who has an account here is added to their networks at
// once, everyone else is invited by mail, and is in as soon as they press the letter's button.

#include "features/membership/letters.h"
#include "features/membership/membership.h"
#include "features/membership/roll_file.h"
#include "features/organisations/feature.h"

#include <map>
#include <set>
#include <span>

namespace membership {

inline constexpr auto invitation_life = base::days{60};  // after the letter
inline constexpr int invitations_a_batch = 100;          // letters at once, every few minutes

struct Brought {
    std::int64_t matched = 0;    // lines whose organisation is in the directory
    std::int64_t invited = 0;    // addresses that a letter goes to
    std::int64_t enrolled = 0;   // lines of people with an account: in their networks now
    std::int64_t unchanged = 0;  // lines that say what is known
    std::vector<RefusedRow> rejected;
};

// One file, in parts: what was told of an earlier part counts for the later ones.
class Bringing {
public:
    explicit Bringing(organisations::Directory& directory) : directory_(&directory) {}

    // Carries it out within the floor's transaction; to try it, roll that back.
    void bring(const record::Floor& floor, std::span<const RollRow> rows);
    const Brought& brought() const { return brought_; }

private:
    using Place = base::Result<organisations::Organisation>;
    const Place& place(const record::Floor& floor, const std::string& words);

    organisations::Directory* directory_;  // never null; a pointer so that parts can be tried
    std::map<std::string, Place, std::less<>> places_;  // by what was written
    std::set<std::string, std::less<>> invited_;        // addresses, folded
    Brought brought_;
};

// An invitation, as its token shows it.
struct Invitation {
    std::string name, email;
    std::vector<std::string> networks;  // their names
};

struct InvitationCounts {
    std::int64_t waiting = 0, sent = 0;  // addresses
};

class Invitations {
public:
    explicit Invitations(const record::Floor& floor) : floor_(floor) {}

    std::optional<Invitation> find(std::string_view token) const;
    // An account with all that the roll said, and a session in it; none where there was an account
    // with this address by then: its owner signs in as ever, and is asked to accept the Rule there.
    base::Result<std::optional<identity::NewSession>> accept(std::string_view token,
                                                             std::string_view device,
                                                             const rule::Shown& shown);
    // Nothing is kept but that this address is not to be written to again.
    base::Result<bool> decline(std::string_view token);
    InvitationCounts counts() const;  // NotFound for who does not run the community

private:
    record::Floor floor_;
};

// The letters of the next batch; gives how many. For the schedule.
std::int64_t send_invitations(const record::Floor& floor, const Mailing& mailing);

}  // namespace membership
