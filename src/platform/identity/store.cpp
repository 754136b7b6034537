#include "platform/identity/store.h"

#include "platform/base/text.h"

namespace identity::store {

namespace {

using sql::Nothing;
using sql::Query;


const Query<PersonId(std::string, std::string, std::string, std::string, std::string,
                     base::Instant)>
    person_added{"person_added", R"(
    INSERT INTO persons (name, handle, role_line, email, email_folded, joined_at)
    VALUES ($1, $2, $3, $4, $5, $6)
 RETURNING id)"};

const std::string person_columns = R"(
    SELECT id, name, handle, role_line, email, password_hash, theme, joined_at, merged_into
      FROM persons)";
const Query<PersonRow(PersonId)> person_by_id{"person_by_id", person_columns + " WHERE id = $1"};
const Query<PersonRow(std::string)> person_by_email{"person_by_email",
                                                    person_columns + R"(
     WHERE email_folded = $1 AND merged_into IS NULL)"};

const Query<std::int64_t()> persons_counted{"persons_counted", "SELECT count(*) FROM persons"};
const Query<std::int64_t(std::string_view)> handle_taken{
    "handle_taken", "SELECT count(*) FROM persons WHERE handle = $1"};
const Query<Nothing(PersonId, std::string_view)> password_set{
    "password_set", "UPDATE persons SET password_hash = $2 WHERE id = $1"};
const Query<Nothing(PersonId)> password_taken{
    "password_taken", "UPDATE persons SET password_hash = NULL WHERE id = $1"};
const Query<Nothing(PersonId, std::string_view, std::string)> email_set{
    "email_set", "UPDATE persons SET email = $2, email_folded = $3 WHERE id = $1"};
const Query<Nothing(PersonId, std::string_view)> theme_set{
    "theme_set", "UPDATE persons SET theme = $2 WHERE id = $1"};
const Query<Nothing(PersonId, std::string_view, std::string_view)> person_renamed{
    "person_renamed", R"(
    UPDATE persons
       SET name = $2, role_line = CASE WHEN id = $1 THEN $3 ELSE '' END
     WHERE id = $1 OR merged_into = $1)"};

const Query<Nothing(std::vector<std::int64_t>, std::string, std::string)> role_lines_moved{
    "role_lines_moved", R"(
    UPDATE persons
       SET role_line = substr(role_line, 1, length(role_line) - length(CAST($2 AS TEXT)))
                       || CAST($3 AS TEXT)
     WHERE id IN ($1)
       AND substr(role_line, length(role_line) - length(CAST($2 AS TEXT)) + 1) = $2)"};

const Query<Nothing(PersonId, RoleSeen)> role_seen_set{
    "role_seen_set", "UPDATE persons SET role_seen = $2 WHERE id = $1"};

const Query<AudienceId(std::string_view)> audience_added{
    "audience_added", "INSERT INTO audiences (name) VALUES ($1) RETURNING id"};
const Query<Nothing(PersonId, AudienceId)> audience_joined{"audience_joined", R"(
    INSERT INTO audience_members (person_id, audience_id)
    VALUES ($1, $2)
        ON CONFLICT DO NOTHING)"};
const Query<Nothing(PersonId, AudienceId)> audience_left{"audience_left", R"(
    DELETE FROM audience_members
     WHERE person_id = $1 AND audience_id = $2)"};
const Query<std::int64_t(PersonId)> audiences_by_person{"audiences_by_person", R"(
    SELECT audience_id
      FROM audience_members
     WHERE person_id = $1
     ORDER BY audience_id)"};
// When a suspension is over and what is asked holds, the night says: then the database is another
// one, and what was remembered of it is made anew.
const Query<DoorRow(PersonId)> doors_by_person{"doors_by_person", R"(
    SELECT audience_id, door, all_from_day, from_day
      FROM audience_doors
     WHERE person_id = $1
     ORDER BY audience_id)"};
const Query<Nothing(AudienceId, std::int64_t)> terms_set{"terms_set", R"(
    INSERT INTO terms (audience_id, version)
    VALUES ($1, $2)
        ON CONFLICT (audience_id)
        DO UPDATE SET version = excluded.version, coming = NULL, coming_day = NULL)"};
const Query<Nothing(AudienceId, std::int64_t, base::Day)> terms_announced{"terms_announced", R"(
    INSERT INTO terms (audience_id, version, coming, coming_day)
    VALUES ($1, 0, $2, $3)
        ON CONFLICT (audience_id)
        DO UPDATE SET coming = excluded.coming, coming_day = excluded.coming_day)"};
const Query<Terms(AudienceId)> terms_by_audience{"terms_by_audience", R"(
    SELECT version, coming, coming_day
      FROM terms
     WHERE audience_id = $1)"};
const Query<Nothing(base::Day)> terms_begun{"terms_begun", R"(
    UPDATE terms
       SET version = coming, coming = NULL, coming_day = NULL
     WHERE coming_day <= $1)"};
const Query<Nothing(PersonId, AudienceId, std::int64_t)> terms_were_met{"terms_were_met", R"(
    INSERT INTO terms_met (person_id, audience_id, version)
    VALUES ($1, $2, $3)
        ON CONFLICT (person_id, audience_id)
        DO UPDATE SET version = CASE WHEN excluded.version > terms_met.version
                                     THEN excluded.version ELSE terms_met.version END)"};
const Query<Nothing(PersonId, AudienceId)> terms_unmet{
    "terms_unmet", "DELETE FROM terms_met WHERE person_id = $1 AND audience_id = $2"};
const Query<Nothing(PersonId)> terms_all_unmet{"terms_all_unmet",
                                               "DELETE FROM terms_met WHERE person_id = $1"};
const Query<Nothing(PersonId, AudienceId, base::Instant)> suspended{"suspended", R"(
    INSERT INTO suspensions (person_id, audience_id, until_at)
    VALUES ($1, $2, $3)
        ON CONFLICT (person_id, audience_id) DO UPDATE SET until_at = excluded.until_at)"};
const Query<Nothing(PersonId, AudienceId)> suspension_lifted{"suspension_lifted", R"(
    DELETE FROM suspensions
     WHERE person_id = $1 AND audience_id = $2)"};
const Query<Nothing(PersonId)> suspensions_taken{"suspensions_taken",
                                                 "DELETE FROM suspensions WHERE person_id = $1"};
const Query<Nothing(base::Instant)> suspensions_purged{
    "suspensions_purged", "DELETE FROM suspensions WHERE until_at <= $1"};
// Of two, the later end holds.
const Query<Nothing(PersonId, PersonId)> suspensions_passed{"suspensions_passed", R"(
    INSERT INTO suspensions (person_id, audience_id, until_at)
    SELECT CAST($2 AS BIGINT), audience_id, until_at
      FROM suspensions
     WHERE person_id = $1
        ON CONFLICT (person_id, audience_id)
        DO UPDATE SET until_at = CASE WHEN excluded.until_at > suspensions.until_at
                                      THEN excluded.until_at ELSE suspensions.until_at END)"};
const Query<Nothing(AudienceId, std::int64_t)> members_changed{
    "members_changed", "UPDATE audiences SET members = members + $2 WHERE id = $1"};
const Query<std::int64_t(AudienceId)> members_by_audience{
    "members_by_audience", "SELECT members FROM audiences WHERE id = $1"};
const Query<std::string()> unguarded_broken_members{"unguarded_broken_members", R"(
    SELECT 'audience ' || a.id || ' counts ' || a.members || ' members, but has '
           || count(m.person_id)
      FROM audiences a
      LEFT JOIN audience_members m ON m.audience_id = a.id
     GROUP BY a.id, a.members
    HAVING a.members <> count(m.person_id)
     LIMIT 100)"};

const Query<Nothing(PersonId, std::string_view, std::optional<AudienceId>)> role_given{
    "role_given", R"(
    INSERT INTO roles_held (person_id, role, audience_id)
    VALUES ($1, $2, $3)
        ON CONFLICT DO NOTHING)"};
const Query<RoleHeld(PersonId)> roles_by_person{"roles_by_person", R"(
    SELECT role, coalesce(audience_id, 0)
      FROM roles_held
     WHERE person_id = $1
     ORDER BY id)"};
const Query<PersonId(std::string_view)> persons_by_role{"persons_by_role", R"(
    SELECT person_id
      FROM roles_held
     WHERE role = $1 AND audience_id IS NULL
     ORDER BY person_id)"};

const Query<SessionId(sql::Blob, std::string_view, PersonId, std::string_view, base::Instant,
                      std::string_view, Assurance, base::Instant)>
    session_added{"session_added", R"(
    INSERT INTO sessions (token_digest, secret, person_id, device, created_at, seen_at, way,
                          assurance, expires_at)
    VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8)
 RETURNING id)"};
const Query<SessionRow(sql::Blob)> session_by_token{"session_by_token", R"(
    SELECT id, person_id, secret, seen_at, expires_at, assurance
      FROM sessions
     WHERE token_digest = $1)"};
const Query<SessionLine(PersonId)> sessions_by_person{"sessions_by_person", R"(
    SELECT id, device, way, assurance, created_at, seen_at
      FROM sessions
     WHERE person_id = $1
     ORDER BY seen_at DESC, id DESC
     LIMIT 100)"};
const Query<Nothing(SessionId, base::Instant)> session_seen{
    "session_seen", "UPDATE sessions SET seen_at = $2 WHERE id = $1"};
const Query<Nothing(PersonId, SessionId)> session_ended{
    "session_ended", "DELETE FROM sessions WHERE person_id = $1 AND id = $2"};
const Query<Nothing(PersonId, SessionId)> other_sessions_ended{
    "other_sessions_ended", "DELETE FROM sessions WHERE person_id = $1 AND id <> $2"};
const Query<Nothing(base::Instant)> sessions_purged{
    "sessions_purged", "DELETE FROM sessions WHERE expires_at < $1"};
const Query<Nothing(base::Instant)> links_purged{
    "links_purged", "DELETE FROM sign_in_links WHERE expires_at < $1"};

const Query<Nothing(sql::Blob, PersonId, base::Instant, Assurance)> link_added{"link_added", R"(
    INSERT INTO sign_in_links (token_digest, person_id, expires_at, assurance)
    VALUES ($1, $2, $3, $4))"};
const Query<LinkRow(sql::Blob)> link_by_token{"link_by_token", R"(
    SELECT person_id, expires_at, used_at, assurance
      FROM sign_in_links
     WHERE token_digest = $1)"};
const Query<std::int64_t(PersonId, base::Instant)> links_counted{"links_counted", R"(
    SELECT count(*)
      FROM sign_in_links
     WHERE person_id = $1 AND used_at IS NULL AND expires_at > $2)"};
const Query<Nothing(sql::Blob, base::Instant)> link_used{"link_used", R"(
    UPDATE sign_in_links
       SET used_at = $2
     WHERE token_digest = $1 AND used_at IS NULL AND expires_at > $2)"};

const Query<Nothing(PersonId)> person_anonymised{"person_anonymised", R"(
    UPDATE persons
       SET name = 'Former member', handle = 'former-' || id, role_line = '', role_seen = 3,
           email = 'former-' || id || '@erased.invalid',
           email_folded = 'former-' || id || '@erased.invalid', password_hash = NULL, theme = ''
     WHERE id = $1 OR merged_into = $1)"};
// The handle stays with the row: in what others wrote it goes on meaning this person.
const Query<Nothing(PersonId, PersonId)> person_merged{"person_merged", R"(
    UPDATE persons
       SET name = (SELECT k.name FROM persons k WHERE k.id = $2), role_line = '',
           email = 'merged-' || id || '@merged.invalid',
           email_folded = 'merged-' || id || '@merged.invalid', password_hash = NULL, theme = '',
           merged_into = $2
     WHERE id = $1)"};
const Query<Nothing(PersonId, PersonId)> earlier_mergers_passed{
    "earlier_mergers_passed", R"(
    UPDATE persons
       SET merged_into = $2, name = (SELECT k.name FROM persons k WHERE k.id = $2)
     WHERE merged_into = $1)"};
// And the narrower eye holds.
const Query<Nothing(PersonId, PersonId)> joined_earlier{"joined_earlier", R"(
    UPDATE persons
       SET joined_at = (SELECT min(e.joined_at) FROM persons e WHERE e.id IN ($1, $2)),
           role_seen = (SELECT min(e.role_seen) FROM persons e WHERE e.id IN ($1, $2))
     WHERE id = $2)"};
const Query<std::string()> unguarded_broken_mergers{"unguarded_broken_mergers", R"(
    SELECT 'person ' || p.id || ' was merged into another account and still has something'
      FROM persons p
     WHERE p.merged_into IS NOT NULL
       AND (EXISTS (SELECT 1 FROM sessions s WHERE s.person_id = p.id)
            OR EXISTS (SELECT 1 FROM sign_in_links l WHERE l.person_id = p.id)
            OR EXISTS (SELECT 1 FROM roles_held r WHERE r.person_id = p.id)
            OR EXISTS (SELECT 1 FROM audience_members m WHERE m.person_id = p.id)
            OR EXISTS (SELECT 1 FROM persons k
                        WHERE k.id = p.merged_into AND k.merged_into IS NOT NULL))
     LIMIT 100)"};
const Query<Nothing(PersonId)> roles_taken{"roles_taken",
                                           "DELETE FROM roles_held WHERE person_id = $1"};
const Query<Nothing(PersonId)> links_taken{"links_taken",
                                           "DELETE FROM sign_in_links WHERE person_id = $1"};

sql::Blob blob(std::string_view bytes) { return {std::string(bytes)}; }

}  // namespace

PersonId add_person(sql::Tx& tx, const NewPerson& person) {
    return tx.one(person_added, person.name, person.handle, person.role_line, person.email,
                  base::fold(person.email), person.joined);
}

std::optional<PersonRow> find_person(sql::Tx& tx, PersonId id) { return tx.find(person_by_id, id); }

std::optional<PersonRow> find_person_by_email(sql::Tx& tx, std::string_view email) {
    return tx.find(person_by_email, base::fold(base::trim(email)));
}

std::int64_t count_persons(sql::Tx& tx) { return tx.one(persons_counted); }

bool is_handle_taken(sql::Tx& tx, std::string_view handle) {
    return tx.one(handle_taken, handle) > 0;
}

void set_password(sql::Tx& tx, PersonId person, std::string_view hash) {
    tx.run(password_set, person, hash);
}

void take_password_and_links(sql::Tx& tx, PersonId person) {
    tx.run(password_taken, person);
    tx.run(links_taken, person);
}

void set_email(sql::Tx& tx, PersonId person, std::string_view email) {
    tx.run(email_set, person, email, base::fold(email));
}

void set_theme(sql::Tx& tx, PersonId person, std::string_view theme) {
    tx.run(theme_set, person, theme);
}

void rename_person(sql::Tx& tx, PersonId person, std::string_view name,
                   std::string_view role_line) {
    tx.run(person_renamed, person, name, role_line);
}

std::int64_t move_role_lines(sql::Tx& tx, const std::vector<std::int64_t>& persons,
                             std::string_view from, std::string_view to) {
    return tx.run(role_lines_moved, persons, ", " + std::string(from), ", " + std::string(to));
}

void show_role_line(sql::Tx& tx, PersonId person, RoleSeen seen) {
    tx.run(role_seen_set, person, seen);
}

std::string role_line_to(const std::string& person, const std::string& reader) {
    return "CASE WHEN " + person + ".role_seen = 3 OR " + person + ".id = " + reader + " OR (" +
           person + R"(.role_seen = 2 AND EXISTS
                (SELECT 1
                   FROM audience_members theirs
                   JOIN audience_doors mine ON mine.audience_id = theirs.audience_id
                  WHERE theirs.person_id = )" +
           person + ".id AND mine.person_id = " + reader + " AND mine.door = 0)) THEN " + person +
           ".role_line ELSE '' END";
}

std::string role_line_within(const std::string& person, const std::string& audience) {
    return "CASE WHEN " + person + ".role_seen = 3 OR (" + person + R"(.role_seen = 2 AND EXISTS
                (SELECT 1
                   FROM audience_members theirs
                  WHERE theirs.person_id = )" +
           person + ".id AND theirs.audience_id = " + audience + ")) THEN " + person +
           ".role_line ELSE '' END";
}

void anonymise(sql::Tx& tx, PersonId person) {
    tx.run(person_anonymised, person);
    tx.run(roles_taken, person);
    tx.run(links_taken, person);
    tx.run(suspensions_taken, person);
    tx.run(terms_all_unmet, person);
    end_other_sessions(tx, person, {});
}

void merge(sql::Tx& tx, const Merger& merger) {
    tx.run(roles_taken, merger.gone);
    tx.run(links_taken, merger.gone);
    tx.run(suspensions_passed, merger.gone, merger.kept);
    tx.run(suspensions_taken, merger.gone);
    tx.run(terms_all_unmet, merger.gone);  // whoever keeps what was accepted has passed it on
    tx.run(joined_earlier, merger.gone, merger.kept);
    tx.run(earlier_mergers_passed, merger.gone, merger.kept);
    tx.run(person_merged, merger.gone, merger.kept);
}

PersonId present_account(sql::Tx& tx, PersonId person) {
    const auto row = find_person(tx, person);
    return row && row->merged_into ? *row->merged_into : person;
}

std::vector<std::string> broken_mergers(sql::Tx& tx) {
    return tx.all(unguarded_broken_mergers);
}

AudienceId add_audience(sql::Tx& tx, std::string_view name) { return tx.one(audience_added, name); }

void join_audience(sql::Tx& tx, PersonId person, AudienceId audience) {
    tx.run(members_changed, audience, tx.run(audience_joined, person, audience));
}

void leave_audience(sql::Tx& tx, PersonId person, AudienceId audience) {
    tx.run(members_changed, audience, -tx.run(audience_left, person, audience));
}

std::vector<std::int64_t> audiences_of(sql::Tx& tx, PersonId person) {
    return tx.all(audiences_by_person, person);
}

std::vector<DoorRow> doors_of(sql::Tx& tx, PersonId person) {
    return tx.all(doors_by_person, person);
}

void ask(sql::Tx& tx, AudienceId audience, std::int64_t version, std::optional<base::Day> from) {
    if (from) tx.run(terms_announced, audience, version, *from);
    else tx.run(terms_set, audience, version);
}

Terms terms_of(sql::Tx& tx, AudienceId audience) {
    return tx.find(terms_by_audience, audience).value_or(Terms{});
}

std::int64_t let_terms_hold(sql::Tx& tx, base::Day today) {
    return tx.run(terms_begun, today);
}

void meet(sql::Tx& tx, PersonId person, AudienceId audience, std::int64_t version) {
    tx.run(terms_were_met, person, audience, version);
}

void unmeet(sql::Tx& tx, PersonId person, AudienceId audience) {
    tx.run(terms_unmet, person, audience);
}

void unmeet_all(sql::Tx& tx, PersonId person) { tx.run(terms_all_unmet, person); }

void suspend(sql::Tx& tx, PersonId person, AudienceId audience, base::Instant until) {
    tx.run(suspended, person, audience, until);
}

void lift_suspension(sql::Tx& tx, PersonId person, AudienceId audience) {
    tx.run(suspension_lifted, person, audience);
}

std::int64_t purge_suspensions(sql::Tx& tx, base::Instant now) {
    return tx.run(suspensions_purged, now);
}

std::int64_t count_members(sql::Tx& tx, AudienceId audience) {
    return tx.one(members_by_audience, audience);
}

std::vector<std::string> broken_member_counts(sql::Tx& tx) {
    return tx.all(unguarded_broken_members);
}

void give_role(sql::Tx& tx, PersonId person, std::string_view role, AudienceId audience) {
    tx.run(role_given, person, role, audience ? std::optional(audience) : std::nullopt);
}

std::vector<RoleHeld> roles_of(sql::Tx& tx, PersonId person) {
    return tx.all(roles_by_person, person);
}

std::vector<PersonId> holders_of(sql::Tx& tx, std::string_view role) {
    return tx.all(persons_by_role, role);
}

SessionId add_session(sql::Tx& tx, const NewSession& session) {
    return tx.one(session_added, blob(session.token_digest), session.secret, session.person,
                  session.device, session.now, session.way, session.assurance, session.expires);
}

std::optional<SessionRow> find_session(sql::Tx& tx, std::string_view token_digest) {
    return tx.find(session_by_token, blob(token_digest));
}

std::vector<SessionLine> sessions_of(sql::Tx& tx, PersonId person) {
    return tx.all(sessions_by_person, person);
}

void see_session(sql::Tx& tx, SessionId session, base::Instant now) {
    // To the hour: what the copy of a database tells of who was here is as coarse as that.
    tx.run(session_seen, session, std::chrono::floor<std::chrono::hours>(now));
}

bool end_session(sql::Tx& tx, PersonId person, SessionId session) {
    return tx.run(session_ended, person, session) == 1;
}

std::int64_t end_other_sessions(sql::Tx& tx, PersonId person, SessionId kept) {
    return tx.run(other_sessions_ended, person, kept);
}

std::int64_t purge_expired(sql::Tx& tx, base::Instant now) {
    return tx.run(sessions_purged, now) + tx.run(links_purged, now);
}

void add_link(sql::Tx& tx, const NewLink& link) {
    tx.run(link_added, blob(link.token_digest), link.person, link.expires, link.assurance);
}

std::int64_t count_links(sql::Tx& tx, PersonId person, base::Instant now) {
    return tx.one(links_counted, person, now);
}

std::optional<LinkRow> find_link(sql::Tx& tx, std::string_view token_digest) {
    return tx.find(link_by_token, blob(token_digest));
}

bool use_link(sql::Tx& tx, std::string_view token_digest, base::Instant now) {
    return tx.run(link_used, blob(token_digest), now) == 1;
}

}  // namespace identity::store
