#include "features/membership/store.h"

namespace membership::store {

namespace {

using sql::Nothing;
using sql::Query;

const std::string member_columns = R"(
    SELECT m.id, m.person_id, h.name, h.role_line, m.network_id, m.category, m.began, m.expires,
           m.ended, m.why_ended, m.lapsed_from
      FROM memberships m
      JOIN persons h ON h.id = m.person_id)";
const Query<Member(PersonId)> members_by_person{"members_by_person", member_columns + R"(
     WHERE m.person_id = $1
     ORDER BY m.id DESC
     LIMIT 500)"};
// By the unique index: without statistics SQLite would walk everybody of the network.
const Query<Member(PersonId, NetworkId)> member_lasting{"member_lasting", member_columns + R"(
     WHERE m.person_id = $1 AND coalesce(m.network_id, 0) = $2 AND m.ended IS NULL)"};
const Query<Member(MembershipId)> member_by_id{"member_by_id", member_columns + " WHERE m.id = $1"};
const Query<Member(PersonId)> sponsor_by_person{"sponsor_by_person", member_columns + R"(
     WHERE m.person_id = $1 AND m.ended IS NULL AND m.category = 8
     ORDER BY m.id
     LIMIT 1)"};
const Query<Member(int)> sponsors_lasting{"sponsors_lasting", member_columns + R"(
     WHERE m.ended IS NULL AND m.category = 8
     ORDER BY h.name, m.id
     LIMIT $1)"};
const Query<Member(NetworkId, std::int64_t, int)> members_by_network{"members_by_network",
                                                                     member_columns + R"(
     WHERE m.network_id = $1 AND m.ended IS NULL AND m.id < $2
     ORDER BY m.id DESC
     LIMIT $3)"};
// Not to whom the network is closed: what they may not read on its pages is not mailed to them.
const Query<PersonId(NetworkId, base::Day, base::Day, List, PersonId, int)> members_reached{
    "members_reached", R"(
    SELECT m.person_id
      FROM memberships m
      JOIN networks n ON n.id = m.network_id
      JOIN audience_doors d ON d.person_id = m.person_id AND d.audience_id = n.audience_id
                           AND d.door = 0
      LEFT JOIN confirmations c ON c.person_id = m.person_id
     WHERE m.network_id = $1 AND m.ended IS NULL AND m.category <> 8
       AND (m.expires IS NULL OR m.expires > $2)
       AND (c.asked IS NULL OR c.asked >= $3)
       AND m.person_id NOT IN ($4) AND m.person_id > $5
     ORDER BY m.person_id
     LIMIT $6)"};
const Query<PresentRow(identity::AudienceId, base::Day)> present_in_audience{
    "present_in_audience", R"(
    SELECT h.id, h.name, p.organisation_id, coalesce(p.title, '')
      FROM audience_members a
      JOIN persons h ON h.id = a.person_id
      LEFT JOIN positions p ON p.person_id = h.id AND p.is_verified = 1 AND p.began <= $2
                           AND (p.ended IS NULL OR p.ended >= $2)
     WHERE a.audience_id = $1
     ORDER BY h.id, p.began DESC, p.id DESC
     LIMIT 100000)"};
const Query<std::string(identity::AudienceId, NetworkId, List)> names_beside_audience{
    "names_beside_audience", R"(
    SELECT DISTINCT h.name
      FROM memberships m
      JOIN persons h ON h.id = m.person_id
     WHERE (m.network_id = $2 OR (m.ended IS NULL AND m.category IN ($3)))
       AND NOT EXISTS (SELECT 1 FROM audience_members a
                        WHERE a.audience_id = $1 AND a.person_id = h.id)
     ORDER BY h.name
     LIMIT 100000)"};
const Query<Member(base::Day)> members_expired{"members_expired", member_columns + R"(
     WHERE m.ended IS NULL AND m.expires <= $1
     ORDER BY m.expires
     LIMIT 1000)"};
const Query<MembershipId(PersonId, std::optional<NetworkId>, Category, base::Day,
                         std::optional<base::Day>)>
    member_added{"member_added", R"(
    INSERT INTO memberships (person_id, network_id, category, began, expires)
    VALUES ($1, $2, $3, $4, $5)
 RETURNING id)"};
const Query<Nothing(MembershipId, Category, std::optional<base::Day>, std::optional<Category>)>
    member_changed{"member_changed", R"(
    UPDATE memberships
       SET category = $2, expires = $3, lapsed_from = $4
     WHERE id = $1)"};
const Query<Nothing(MembershipId, base::Day, std::string_view)> member_ended{"member_ended", R"(
    UPDATE memberships
       SET ended = CASE WHEN $2 < began THEN began ELSE $2 END, why_ended = $3
     WHERE id = $1)"};

const Query<Nothing(MembershipId)> member_end_told{"member_end_told", R"(
    UPDATE memberships
       SET end_told = 1
     WHERE id = $1 AND ended IS NOT NULL AND end_told = 0)"};
const Query<Member(base::Day)> members_left{"members_left", member_columns + R"(
     WHERE m.ended IS NULL AND m.category IN (1, 2, 3, 4)
       AND EXISTS (SELECT 1 FROM positions p
                    WHERE p.person_id = m.person_id AND p.network_id = m.network_id
                      AND p.is_verified = 1)
       AND NOT EXISTS (SELECT 1 FROM positions p
                        WHERE p.person_id = m.person_id AND p.network_id = m.network_id
                          AND (p.decided_at IS NULL OR p.is_verified = 1)
                          AND (p.ended IS NULL OR p.ended >= $1))
     ORDER BY m.id
     LIMIT 500)"};
const Query<PersonId(base::Day)> positions_over{"positions_over", R"(
    SELECT DISTINCT person_id
      FROM positions
     WHERE ended = $1 AND is_verified = 1
     ORDER BY person_id
     LIMIT 10000)"};
// Nothing while a position lasts or waits; the last day of the last one else.
const Query<std::optional<base::Day>(PersonId, NetworkId)> position_last_day{"position_last_day",
                                                                             R"(
    SELECT CASE WHEN max(CASE WHEN ended IS NULL THEN 1 ELSE 0 END) = 1 THEN NULL
                ELSE max(ended) END
      FROM positions
     WHERE person_id = $1 AND network_id = $2 AND (decided_at IS NULL OR is_verified = 1))"};

const std::string confirmation_columns = "SELECT person_id, confirmed, asked FROM confirmations";
const Query<ConfirmationRow(PersonId)> confirmation_by_person{
    "confirmation_by_person", confirmation_columns + " WHERE person_id = $1"};
const Query<ConfirmationRow(sql::Blob)> confirmation_by_token{
    "confirmation_by_token", confirmation_columns + " WHERE token_digest = $1"};
const Query<Nothing(PersonId, base::Day)> confirmation_given{"confirmation_given", R"(
    INSERT INTO confirmations (person_id, confirmed)
    VALUES ($1, $2)
        ON CONFLICT (person_id) DO UPDATE
       SET confirmed = excluded.confirmed, asked = NULL, token_digest = NULL)"};
const Query<Nothing(PersonId, base::Day, sql::Blob)> confirmation_asked{"confirmation_asked", R"(
    INSERT INTO confirmations (person_id, asked, token_digest)
    VALUES ($1, $2, $3)
        ON CONFLICT (person_id) DO UPDATE
       SET asked = excluded.asked, token_digest = excluded.token_digest)"};
const Query<PersonId(base::Day, int)> persons_unconfirmed{"persons_unconfirmed", R"(
    SELECT m.person_id
      FROM memberships m
      LEFT JOIN confirmations c ON c.person_id = m.person_id
     WHERE m.ended IS NULL AND m.network_id IS NOT NULL AND c.asked IS NULL
     GROUP BY m.person_id, c.confirmed
    HAVING coalesce(c.confirmed, min(m.began)) <= $1
     ORDER BY m.person_id
     LIMIT $2)"};
const Query<Member(base::Day)> members_dormant{"members_dormant", member_columns + R"(
      JOIN confirmations c ON c.person_id = m.person_id
     WHERE m.ended IS NULL AND m.network_id IS NOT NULL AND c.asked < $1
     ORDER BY c.asked, m.person_id, m.id
     LIMIT 500)"};
const Query<Member(List)> members_of_persons{"members_of_persons", member_columns + R"(
     WHERE m.ended IS NULL AND m.network_id IS NOT NULL AND m.person_id IN ($1)
     ORDER BY m.person_id, m.id
     LIMIT 500)"};
const Query<Nothing(PersonId)> confirmation_forgotten{
    "confirmation_forgotten", "DELETE FROM confirmations WHERE person_id = $1"};

sql::Blob blob(std::string_view bytes) {
    return {std::string(bytes)};
}

// Both ways: whom a membership lets read and who is not in the audience, and the other way round.
const Query<std::string()> unguarded_missing_readers{"unguarded_missing_readers", R"(
    SELECT 'person ' || m.person_id || ' should read network ' || n.id || ' and does not'
      FROM memberships m
      JOIN networks n ON n.id = m.network_id
     WHERE m.ended IS NULL AND m.category <> 8
       AND NOT EXISTS (SELECT 1 FROM audience_members a
                        WHERE a.audience_id = n.audience_id AND a.person_id = m.person_id)
     LIMIT 100)"};
const Query<std::string()> unguarded_stray_readers{"unguarded_stray_readers", R"(
    SELECT 'person ' || a.person_id || ' reads network ' || n.id || ' without a membership'
      FROM audience_members a
      JOIN networks n ON n.audience_id = a.audience_id
     WHERE NOT EXISTS (SELECT 1 FROM memberships m
                        WHERE m.person_id = a.person_id AND coalesce(m.network_id, 0) = n.id
                          AND m.ended IS NULL AND m.category <> 8)
     LIMIT 100)"};

const Query<std::string()> unguarded_mixed_sponsors{"unguarded_mixed_sponsors", R"(
    SELECT DISTINCT 'person ' || s.person_id || ' is a sponsor contact and belongs to a network'
      FROM memberships s
      JOIN memberships m ON m.person_id = s.person_id
     WHERE s.category = 8 AND s.ended IS NULL AND m.category <> 8 AND m.ended IS NULL
     LIMIT 100)"};

const Query<Nothing(PersonId)> members_forgotten{"members_forgotten",
                                                 "DELETE FROM memberships WHERE person_id = $1"};
const Query<Nothing(PersonId)> views_forgotten{"views_of_evidence_forgotten", R"(
    DELETE FROM views_of_evidence
     WHERE person_id = $1
        OR application_id IN (SELECT id FROM applications WHERE person_id = $1))"};
const Query<Nothing(PersonId)> vouches_forgotten{"vouches_forgotten", R"(
    DELETE FROM vouches
     WHERE person_id = $1
        OR application_id IN (SELECT id FROM applications WHERE person_id = $1))"};
const Query<Nothing(PersonId)> documents_forgotten{"documents_forgotten", R"(
    DELETE FROM application_documents
     WHERE application_id IN (SELECT id FROM applications WHERE person_id = $1))"};
const Query<Nothing(PersonId)> applications_forgotten{
    "applications_forgotten", "DELETE FROM applications WHERE person_id = $1"};
const Query<Nothing(PersonId)> application_decider_forgotten{
    "application_decider_forgotten",
    "UPDATE applications SET decided_by = NULL WHERE decided_by = $1"};

}  // namespace

std::vector<PresentRow> present(sql::Tx& tx, identity::AudienceId audience, base::Day day) {
    return tx.all(present_in_audience, audience, day);
}

std::vector<std::string> names_beside(sql::Tx& tx, const networks::Network& network,
                                      const List& categories) {
    return tx.all(names_beside_audience, network.audience, network.id, categories);
}

std::vector<Member> members_of(sql::Tx& tx, PersonId person) {
    return tx.all(members_by_person, person);
}

std::optional<Member> find_member(sql::Tx& tx, PersonId person, NetworkId network) {
    return tx.find(member_lasting, person, network);
}

std::optional<Member> find_member(sql::Tx& tx, MembershipId id) {
    return tx.find(member_by_id, id);
}

std::optional<Member> find_sponsor(sql::Tx& tx, PersonId person) {
    return tx.find(sponsor_by_person, person);
}

std::vector<Member> sponsors(sql::Tx& tx, int count) {
    return tx.all(sponsors_lasting, count);
}

std::vector<Member> members_in(sql::Tx& tx, NetworkId network, std::int64_t before_id, int count) {
    return tx.all(members_by_network, network, before_id, count);
}

std::vector<PersonId> reached(sql::Tx& tx, NetworkId network, const Reach& reach, PersonId after,
                              int count) {
    return tx.all(members_reached, network, reach.today, reach.asked_before, reach.except, after,
                  count);
}

std::vector<Member> expired_members(sql::Tx& tx, base::Day today) {
    return tx.all(members_expired, today);
}

MembershipId add_member(sql::Tx& tx, const Member& member) {
    return tx.one(member_added, member.person, member.network, member.category, member.began,
                  member.expires);
}

void change_member(sql::Tx& tx, const Member& member) {
    tx.run(member_changed, member.id, member.category, member.expires, member.lapsed_from);
}

void end_member(sql::Tx& tx, MembershipId id, base::Day last, std::string_view why) {
    tx.run(member_ended, id, last, why);
}

bool note_end_told(sql::Tx& tx, MembershipId id) {
    return tx.run(member_end_told, id) > 0;
}

std::vector<Member> left_members(sql::Tx& tx, base::Day before) {
    return tx.all(members_left, before);
}

std::vector<PersonId> over_on(sql::Tx& tx, base::Day last) {
    return tx.all(positions_over, last);
}

std::optional<base::Day> last_day_in(sql::Tx& tx, PersonId person, NetworkId network) {
    return tx.one(position_last_day, person, network);
}

std::optional<ConfirmationRow> find_confirmation(sql::Tx& tx, PersonId person) {
    return tx.find(confirmation_by_person, person);
}

std::optional<ConfirmationRow> find_confirmation(sql::Tx& tx, std::string_view token_digest) {
    return tx.find(confirmation_by_token, blob(token_digest));
}

void confirm(sql::Tx& tx, PersonId person, base::Day day) {
    tx.run(confirmation_given, person, day);
}

void ask_to_confirm(sql::Tx& tx, PersonId person, base::Day day, std::string_view token_digest) {
    tx.run(confirmation_asked, person, day, blob(token_digest));
}

std::vector<PersonId> unconfirmed(sql::Tx& tx, base::Day since, int count) {
    return tx.all(persons_unconfirmed, since, count);
}

std::vector<Member> members_asked_before(sql::Tx& tx, base::Day day) {
    return tx.all(members_dormant, day);
}

std::vector<Member> members_of(sql::Tx& tx, const List& persons) {
    return tx.all(members_of_persons, persons);
}

std::vector<std::string> broken_memberships(sql::Tx& tx) {
    auto broken = tx.all(unguarded_missing_readers);
    for (auto& stray : tx.all(unguarded_stray_readers)) broken.push_back(std::move(stray));
    for (auto& mixed : tx.all(unguarded_mixed_sponsors)) broken.push_back(std::move(mixed));
    return broken;
}

void forget_belonging(sql::Tx& tx, PersonId person) {
    tx.run(views_forgotten, person);
    tx.run(vouches_forgotten, person);
    tx.run(documents_forgotten, person);
    tx.run(applications_forgotten, person);
    tx.run(application_decider_forgotten, person);
    tx.run(confirmation_forgotten, person);
    tx.run(members_forgotten, person);
}

}  // namespace membership::store
