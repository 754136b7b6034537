#pragma once
// Offices while the program runs: who holds which, of which network, since when and on whose word.
// Appointing gives a role and ending takes it; what a role opens, the features say that grant it.

#include "features/membership/membership.h"
#include "platform/base/result.h"
#include "platform/record/history.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace offices {

using OfficeId = base::Id<struct OfficeTag>;
using identity::PersonId;
using networks::Network;
using networks::NetworkId;

// Appoints those who lead a network; appoints to every office.
inline constexpr identity::Permission appoint_leaders{"appoint_leaders"};
inline constexpr identity::Permission appoint_officers{"appoint_officers"};
inline constexpr std::size_t reason_characters_max = 400;
inline constexpr int offices_max = 1'000;  // of one list
inline constexpr int found_max = 20;
inline constexpr int told_max = 50;

enum class Office {
    administrator = 1,
    community_manager,
    moderator,
    chair,
    vice_chair,
    panel_member
};
enum class Place { community, network, either };  // of what an office can be

struct OfficeFace {
    Office office;
    std::string_view role;   // "vice_chair", as it is stored
    std::string_view words;  // "Vice chair"
    std::string_view opens;  // a sentence
    Place place = Place::network;
};
std::span<const OfficeFace> offices();
const OfficeFace& face_of(Office office);
std::optional<Office> office_of(std::string_view role);
// "Chair of the CCIO network", "Administrator"
std::string title_of(Office office, std::string_view network);

// An office that somebody holds.
struct Held {
    OfficeId id;
    PersonId person;
    std::string person_name;
    Office office = Office::chair;
    std::optional<Network> network;  // none: of the community
    std::optional<base::Instant> since;
    std::string by_name;  // "": the set-up, or nobody who is known

    std::string title() const;
};

// One that has ended.
struct Past {
    Office office = Office::chair;
    std::string network;  // its short name; "": of the community
    std::optional<base::Instant> since;
    base::Instant ended;
    std::string why;
};

// Somebody who could be appointed.
struct Candidate {
    PersonId person;
    std::string name, role_line;
};

struct AppointmentDraft {
    std::string office;   // its role
    std::string network;  // a slug; "": of the community
};

struct EndingDraft {
    std::string reason;
};

// An appointment as it would be, for whoever is to confirm it.
struct Plan {
    Office office = Office::chair;
    std::optional<Network> network;

    std::string title() const;
};

class Offices {
public:
    explicit Offices(const record::Floor& floor) : floor_(floor) {}

    // NotFound to whoever appoints nobody, as all that follows but their own.
    std::vector<Held> held() const;
    Held held(OfficeId id) const;
    std::vector<Held> held_by(PersonId person) const;
    std::vector<Candidate> found_by(std::string_view words) const;  // in a name, or an address
    Candidate candidate(PersonId person) const;
    std::vector<Past> past_of(PersonId person) const;  // the latest first
    std::vector<record::ToldFact> history(PersonId person) const;
    bool ends(const Held& held) const;  // whether the actor may

    std::vector<Held> mine() const;     // those closed to this session too
    std::vector<Past> my_past() const;  // the latest first

    base::Result<Plan> plan(PersonId person, const AppointmentDraft& draft) const;
    base::Result<PersonId> appoint(PersonId person, const AppointmentDraft& draft);
    base::Result<PersonId> end(const Held& held, const EndingDraft& draft);

private:
    void require_appointer() const;

    record::Floor floor_;
};

// Ends what this person may not hold any more in a network that they left, or in which they are
// something else now.
void settle(const record::Floor& floor, PersonId person, NetworkId network);

}  // namespace offices
