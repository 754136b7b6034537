#pragma once
// The roll: who belongs to which network and as what, and who holds which role at which
// organisation, since when, and on whose word. A position is claimed by its person and verified, or
// refused with a reason, by those who lead its network; a membership follows from an application.

#include "features/networks/networks.h"
#include "features/organisations/organisations.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace membership {

using PositionId = base::Id<struct PositionTag>;
using MembershipId = base::Id<struct MembershipTag>;
using identity::PersonId;
using networks::NetworkId;
using organisations::OrganisationId;

// Decides on who belongs and who holds which role: everywhere, or in the network of a chair.
inline constexpr identity::Permission verify_positions{"verify_positions"};
inline constexpr std::size_t title_characters_max = 120;
inline constexpr std::size_t evidence_characters_max = 600;
inline constexpr std::size_t reason_characters_max = 400;
inline constexpr int positions_max = 200;  // of one list
inline constexpr int waiting_max = 10;     // of one person
inline constexpr int members_a_page = 50;

// ---- belonging ----

enum class Category {
    full = 1, deputy, wider, specialist, international, patient, alumni, sponsor
};

// What a category lets one do in its network.
struct CategoryRights {
    bool reads = false;  // and speaks
    bool votes = false;
    bool stands = false;   // for an office
    bool vouches = false;  // for who applies
    bool is_listed = false;  // in the directory of people
};

struct CategoryFace {
    Category category;
    std::string_view code, words, meaning;
    CategoryRights rights;
};
std::span<const CategoryFace> categories();
const CategoryFace& face_of(Category category);
std::optional<Category> category_of(std::string_view code);
std::string rights_words(const CategoryRights& rights);  // "Reads and speaks, votes, can stand."

// A membership of somebody.
struct Member {
    MembershipId id;
    PersonId person;
    std::string person_name, role_line;
    std::optional<NetworkId> network;  // none: of the community alone
    Category category = Category::full;
    base::Day began;
    std::optional<base::Day> expires;  // the first day on which it is over
    std::optional<base::Day> ended;
    std::string why_ended;
    std::optional<Category> lapsed_from;  // of alumni: what they were before they left
};

struct MemberDraft {
    std::string category;
    std::string expires;  // "2027-03-31": the last day; empty: it does not
};

struct InvitationDraft {
    std::string email, category;
};

// Who belongs, as one actor sees it: themselves, and whom they decide on.
class Roll {
public:
    explicit Roll(const record::Floor& floor) : floor_(floor) {}

    std::vector<Member> mine() const;  // what is over too; the latest first
    // Whether the actor belongs to anything that lets them read: what sponsors do not.
    bool is_member() const;
    // Whether the actor is a sponsor's contact, to whom no network is open.
    bool is_sponsor_contact() const;
    std::optional<Category> category_in(NetworkId network) const;  // of the actor
    bool keeps(const networks::Network& network) const;  // whether the actor decides there
    // The newest first. NotFound to whoever does not keep the network.
    sql::Slice<Member> members(const networks::Network& network, const sql::After& after) const;
    Member member(MembershipId id) const;  // NotFound to whoever does not keep its network

    // A person who is in the network already gets the category and the day.
    base::Result<MembershipId> enrol(PersonId person, const networks::Network& network,
                                     Category category,
                                     std::optional<base::Day> expires = std::nullopt);
    // Whoever has that address; for a network that is joined by invitation, or by those who know.
    base::Result<MembershipId> invite(const networks::Network& network,
                                      const InvitationDraft& draft);
    // A contact already gets the day. Never somebody who belongs to a network, or holds an office.
    base::Result<MembershipId> enrol_sponsor(PersonId person,
                                             std::optional<base::Day> expires = std::nullopt);
    // By night, and when they are back: the end that was set stays.
    base::Result<MembershipId> lapse(const Member& member, const networks::Network& network);
    base::Result<MembershipId> revive(const Member& member, const networks::Network& network);
    base::Result<MembershipId> change(const Member& member, const MemberDraft& draft);
    base::Result<MembershipId> end(const Member& member, std::string_view why);

private:
    MembershipId put(const Member& member);
    void follow(const Member& member, bool lasts);

    record::Floor floor_;
};

// Ends what has expired by this day; gives how many. For the nightly schedule.
std::int64_t end_expired(const record::Floor& floor, base::Day today);

inline constexpr auto grace = base::days{90};            // after the last position ended
inline constexpr auto confirm_every = base::days{365};
inline constexpr auto answer_within = base::days{60};    // then one counts as dormant
inline constexpr int asked_a_night = 200;                // letters at once

// Whether what the roll says of the actor is still so: asked once a year, answered with one press.
class Review {
public:
    explicit Review(const record::Floor& floor) : floor_(floor) {}

    std::optional<base::Day> asked() const;  // since when we wait for their answer
    bool is_dormant() const;                 // for too long: no vote, no vouching until then
    // The day after which the actor becomes an alumna or alumnus there, where they have left.
    std::optional<base::Day> leaves_on(NetworkId network) const;
    // Of everyone: whose answer we wait for too long, and whose letters come back. NotFound for
    // who does not run the community.
    std::vector<Member> dormant() const;
    std::vector<Member> unreachable() const;

    void confirm();
    base::Result<PersonId> confirm_by(std::string_view token);
    bool knows(std::string_view token) const;

private:
    record::Floor floor_;
};

// ---- joining and applying ----

using ApplicationId = base::Id<struct ApplicationTag>;

struct JoinDraft {
    std::string name, email;
    std::string network;  // a slug, or nothing
};

inline constexpr std::size_t words_characters_max = 1'200;
inline constexpr std::size_t link_characters_max = 300;
inline constexpr std::size_t vouch_characters_max = 600;
inline constexpr std::size_t document_bytes_max = 4 * 1024 * 1024;
inline constexpr std::size_t documents_max = 3;  // of one application
inline constexpr int vouches_needed = 2;
inline constexpr int applications_max = 100;  // of one list
inline constexpr int applications_a_month = 10;  // of one person, withdrawn ones too
inline constexpr auto decide_within = base::days{14};
inline constexpr auto evidence_kept = base::days{30};       // after the decision
inline constexpr auto views_kept = base::days{730};         // who looked at evidence, and when
inline constexpr auto unsuccessful_kept = base::days{183};  // half a year
inline constexpr auto requests_kept = base::days{7};        // to join, after their links ended

enum class State { waits = 1, admitted, refused, withdrawn, appealed, refused_for_good };

struct Application {
    ApplicationId id;
    PersonId person;
    std::string person_name;
    NetworkId network;
    Category category = Category::full;
    std::optional<OrganisationId> organisation;
    std::string title;
    std::optional<base::Day> began;
    std::string proof;  // "nhs.net": the domain of their address, where it shows employment
    std::string link, words;
    base::Instant asked;
    State state = State::waits;
    std::optional<base::Instant> decided;
    std::optional<PersonId> decided_by;
    std::string reason;  // why they were refused
    std::string appeal;
    std::optional<base::Instant> appealed;

    bool is_open() const { return state == State::waits || state == State::appealed; }
};

// An application with what its network and organisation are called.
struct Filed {
    Application application;
    networks::Network network;
    std::string organisation_name;  // as published; "" where there is none
};

struct AdmissionDraft {
    std::string category;
};

struct AppealDraft {
    std::string appeal;
};

struct VouchDraft {
    std::string answer;  // "yes", "no"
    std::string words;
};

struct ApplicationDraft {
    std::string network;   // its slug
    std::string category;  // its code
    std::string organisation;  // its code
    std::string title, began, link, words;
    std::string voucher_1, voucher_2;  // addresses
};

// Applies as the floor's actor; applications.h has the rest of it.
base::Result<ApplicationId> file_application(const record::Floor& floor,
                                             const ApplicationDraft& draft);
// Finds whose addresses an application named; gives those who may vouch there and were not asked
// before. Whose they are, nobody else is told.
std::vector<PersonId> ask_named(const record::Floor& floor, const Application& application);

// What a network asks of somebody who is this and works there (nowhere, for a patient).
base::Verdict fits(const networks::Network& network, Category category,
                   std::optional<organisations::Kind> kind);
// "nhs.net" for "ann@mail.nhs.net", where that domain is one of these; "" else.
std::string proof_of(std::string_view email, const std::vector<std::string>& domains);

// ---- positions ----

enum class Standing { role_holder = 1, deputy, other };
Standing standing_of(Category category);

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

// That somebody who decides has read what shows a position.
struct PositionView {
    PositionId position;
    std::string person_name;
    base::Instant at;
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
    std::vector<PositionView> views() const;  // of the actor's own, by others; the latest first
    void note_views(const std::vector<Position>& seen);  // of others
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

// To what an account belongs now. Never to both: a sponsor's contact does not read the forum.
struct Belongs {
    bool to_a_network = false, to_a_sponsor = false;
};
Belongs belongings_of(const record::Floor& floor, PersonId person);
// As what somebody belongs to a network now; nothing where they do not.
std::optional<Category> category_of(const record::Floor& floor, PersonId person,
                                    NetworkId network);

// What the roll has of somebody now, for the directory of people: whether they stand in it, and
// where they work as far as it was verified.
struct Presence {
    bool is_listed = false;
    std::string organisation, region, role;
};
Presence presence_of(const record::Floor& floor, PersonId person);

// Where somebody works today, as far as it was verified, successions followed.
struct Workplace {
    PersonId person;
    std::string organisation, region, role;
};
inline constexpr int workplaces_at_once = 500;
// Of those of these persons who have one, by person; with as many statements as for one.
std::vector<Workplace> workplaces(const record::Floor& floor,
                                  const std::vector<std::int64_t>& persons);

// Somebody whose name is not to come out of a network.
struct Participant {
    std::string name;
    std::string organisation, organisation_code, role, region;  // as far as they were verified
};
// Everybody who belongs to it, with where they work; then, by their names alone, who belonged to it
// once and whom every member finds in the directory of people. A few statements, none a person.
std::vector<Participant> participants(const record::Floor& floor, const networks::Network& network);

// Whom a letter to the network reaches, after this person and in the order of their ids: whose
// category reads there, who answered when asked, whose letters do not come back. Ids alone; who may
// write to them is for the room to say that does.
std::vector<PersonId> reached(const record::Floor& floor, NetworkId network, PersonId after,
                              int count);

}  // namespace membership
