#pragma once
// All SQL of persons, roles, sessions and sign-in links. Knows rows, decides nothing.

#include "platform/identity/actor.h"
#include "platform/identity/holding.h"
#include "platform/identity/merger.h"
#include "platform/sql/tx.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace identity::store {

struct NewPerson {
    std::string name;
    std::string handle;
    std::string role_line;  // "CCIO, Calder Vale Mental Health"
    std::string email;
    base::Instant joined;
};

struct PersonRow {
    PersonId id;
    std::string name;
    std::string handle;
    std::string role_line;
    std::string email;
    std::optional<std::string> password_hash;
    std::string theme;
    base::Instant joined;
    std::optional<PersonId> merged_into;  // set: nothing is here any more
};

struct SessionRow {
    SessionId id;
    PersonId person;
    std::string secret;
    base::Instant seen;
    base::Instant expires;
    Assurance assurance;
};

struct SessionLine {
    SessionId id;
    std::string device;
    std::string way;
    Assurance assurance;
    base::Instant created;
    base::Instant seen;
};

struct LinkRow {
    PersonId person;
    base::Instant expires;
    std::optional<base::Instant> used;
    Assurance assurance;
};

PersonId add_person(sql::Tx& tx, const NewPerson& person);
std::optional<PersonRow> find_person(sql::Tx& tx, PersonId id);
std::optional<PersonRow> find_person_by_email(sql::Tx& tx, std::string_view email);
std::int64_t count_persons(sql::Tx& tx);
bool is_handle_taken(sql::Tx& tx, std::string_view handle);
void set_password(sql::Tx& tx, PersonId person, std::string_view hash);
// Nobody signs in with these any more; what is mailed anew does.
void take_password_and_links(sql::Tx& tx, PersonId person);
void set_email(sql::Tx& tx, PersonId person, std::string_view email);
void set_theme(sql::Tx& tx, PersonId person, std::string_view theme);
void rename_person(sql::Tx& tx, PersonId person, std::string_view name, std::string_view role_line);
// Of those whose role line ends in `, <from>`, which from now on is called `to`; gives how many.
std::int64_t move_role_lines(sql::Tx& tx, const std::vector<std::int64_t>& persons,
                             std::string_view from, std::string_view to);

// Who sees a role line: nobody else, to whom one of their audiences is open, all members.
enum class RoleSeen { me = 1, audiences, members };
void show_role_line(sql::Tx& tx, PersonId person, RoleSeen seen);
// The column of a statement that hands out the role line of `person`, a row of persons: "" where
// that one does not show it. To one reader; or to all who are in an audience at once.
std::string role_line_to(const std::string& person, const std::string& reader);
std::string role_line_within(const std::string& person, const std::string& audience);

// Takes away name, handle, address, password, roles, sessions and links, from the accounts merged
// into theirs too; the row stays, so that what the person did keeps its thread.
void anonymise(sql::Tx& tx, PersonId person);

// The row of the account that goes is emptied; the kept one joined when the earlier of them did.
void merge(sql::Tx& tx, const Merger& merger);

// The account in which this one is now: itself, unless it was merged.
PersonId present_account(sql::Tx& tx, PersonId person);
std::vector<std::string> broken_mergers(sql::Tx& tx);  // for `check`

// What is held of them here, for Feature::hold.
std::vector<Holding> held(sql::Tx& tx, PersonId person);

AudienceId add_audience(sql::Tx& tx, std::string_view name);
void join_audience(sql::Tx& tx, PersonId person, AudienceId audience);
void leave_audience(sql::Tx& tx, PersonId person, AudienceId audience);
std::vector<std::int64_t> audiences_of(sql::Tx& tx, PersonId person);
// How the doors of their audiences stand, ascending: what every actor is made with. Whom a door is
// closed to goes on belonging to the audience.
enum class Door : std::int64_t { open = 0, asked, suspended };
struct DoorRow {
    std::int64_t audience = 0;
    Door door = Door::open;
    std::optional<base::Day> all_from, from;  // the day on which more is asked: of all, of this one
};
std::vector<DoorRow> doors_of(sql::Tx& tx, PersonId person);
// Until the first night after that moment.
void suspend(sql::Tx& tx, PersonId person, AudienceId audience, base::Instant until);
void lift_suspension(sql::Tx& tx, PersonId person, AudienceId audience);
std::int64_t purge_suspensions(sql::Tx& tx, base::Instant now);  // those over; gives how many

// What is asked of whoever enters an audience, or, of the audience 0, any: that they have met this
// version. With a day it is asked from the first night after it has begun.
void ask(sql::Tx& tx, AudienceId audience, std::int64_t version, std::optional<base::Day> from);
struct Terms {
    std::int64_t version = 0;
    std::optional<std::int64_t> coming;
    std::optional<base::Day> coming_day;
};
Terms terms_of(sql::Tx& tx, AudienceId audience);
std::int64_t let_terms_hold(sql::Tx& tx, base::Day today);  // whose day has come; gives how many
// Whoever met a version has met those before it.
void meet(sql::Tx& tx, PersonId person, AudienceId audience, std::int64_t version);
void unmeet(sql::Tx& tx, PersonId person, AudienceId audience);
void unmeet_all(sql::Tx& tx, PersonId person);
std::int64_t count_members(sql::Tx& tx, AudienceId audience);
std::vector<std::string> broken_member_counts(sql::Tx& tx);  // for `check`

void give_role(sql::Tx& tx, PersonId person, std::string_view role, AudienceId audience);
std::vector<RoleHeld> roles_of(sql::Tx& tx, PersonId person);
std::vector<PersonId> holders_of(sql::Tx& tx, std::string_view role);

struct NewSession {
    std::string_view token_digest;
    std::string_view secret;
    PersonId person;
    std::string_view device;
    std::string_view way;
    Assurance assurance;
    base::Instant now;
    base::Instant expires;
};
SessionId add_session(sql::Tx& tx, const NewSession& session);
std::optional<SessionRow> find_session(sql::Tx& tx, std::string_view token_digest);
std::vector<SessionLine> sessions_of(sql::Tx& tx, PersonId person);
void see_session(sql::Tx& tx, SessionId session, base::Instant now);
bool end_session(sql::Tx& tx, PersonId person, SessionId session);
std::int64_t end_other_sessions(sql::Tx& tx, PersonId person, SessionId kept);
std::int64_t purge_expired(sql::Tx& tx, base::Instant now);

struct NewLink {
    std::string_view token_digest;
    PersonId person;
    base::Instant expires;
    Assurance assurance;
};
void add_link(sql::Tx& tx, const NewLink& link);
std::int64_t count_links(sql::Tx& tx, PersonId person, base::Instant now);  // still good
std::optional<LinkRow> find_link(sql::Tx& tx, std::string_view token_digest);
bool use_link(sql::Tx& tx, std::string_view token_digest, base::Instant now);

}  // namespace identity::store
