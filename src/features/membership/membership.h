#pragma once
// The roll: who holds which role at which organisation, since when, and on whose word. A position
// is claimed by its person and verified, or refused with a reason, by those who lead its network.

#include "features/networks/networks.h"
#include "features/organisations/organisations.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace membership {

using PositionId = base::Id<struct PositionTag>;
using identity::PersonId;
using networks::NetworkId;
using organisations::OrganisationId;

inline constexpr identity::Permission verify_positions{"verify_positions"};
inline constexpr std::size_t title_characters_max = 120;
inline constexpr std::size_t evidence_characters_max = 600;
inline constexpr std::size_t reason_characters_max = 400;
inline constexpr int positions_max = 200;  // of one list
inline constexpr int waiting_max = 10;     // of one person

struct Position {
    PositionId id;
    PersonId person;
    std::string person_name;
    OrganisationId organisation;      // as it was said
    OrganisationId organisation_now;  // the same, or who has succeeded it while it was held
    std::string organisation_name;    // of that one, as published
    NetworkId network;
    identity::AudienceId audience;  // its network's
    std::string network_name;       // "CCIO"
    std::string title;
    std::string evidence;  // what shows it, in the claimant's words; for those who decide
    base::Day began;
    std::optional<base::Day> ended;  // the last day
    base::Instant claimed;
    std::optional<base::Instant> decided;
    bool is_verified = false;
    std::string reason;  // why it was refused

    bool waits() const { return !decided; }
    bool is_open() const { return !ended && (waits() || is_verified); }
};

struct PositionDraft {
    std::string organisation;  // its code
    std::string network;       // its slug
    std::string title, began, evidence;
};

struct EndingDraft {
    std::string on;  // the last day
};

struct RefusalDraft {
    std::string reason;
};

// The roll as one actor sees it: their own positions, and those that they may decide on.
class Membership {
public:
    explicit Membership(const record::Floor& floor) : floor_(floor) {}

    std::vector<Position> mine() const;      // the latest first
    std::vector<Position> waiting() const;   // for this actor to decide, the oldest first
    Position position(PositionId id) const;  // NotFound, unless it is in one of the two
    // Where a verified role holder of the network was in post on that day, successions followed:
    // for everyone, and without a word of who.
    std::vector<OrganisationId> covered(NetworkId network, base::Day day) const;

    base::Result<PositionId> claim(const PositionDraft& draft);
    base::Result<PositionId> verify(const Position& position);
    base::Result<PositionId> refuse(const Position& position, const RefusalDraft& draft);
    base::Result<PositionId> end(const Position& position, const EndingDraft& draft);

private:
    record::Floor floor_;
};

}  // namespace membership
