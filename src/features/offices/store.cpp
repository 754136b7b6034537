#include "features/offices/store.h"

#include "platform/base/text.h"
#include "platform/identity/store.h"

namespace offices::store {

namespace {

using sql::Nothing;
using sql::Query;
using Audience = std::optional<identity::AudienceId>;

const std::string held_columns = R"(
    SELECT r.id, r.person_id, p.name, r.role, coalesce(r.audience_id, 0), a.appointed_at,
           coalesce(b.name, '')
      FROM roles_held r
      JOIN persons p ON p.id = r.person_id
      LEFT JOIN appointments a
             ON a.person_id = r.person_id AND a.role = r.role AND a.ended_at IS NULL
            AND coalesce(a.audience_id, 0) = coalesce(r.audience_id, 0)
      LEFT JOIN persons b ON b.id = a.appointed_by)";
const Query<Row(int)> offices_held{"offices_held", held_columns + R"(
     ORDER BY p.name, r.id
     LIMIT $1)"};
const Query<Row(PersonId)> offices_held_by{"offices_held_by", held_columns + R"(
     WHERE r.person_id = $1
     ORDER BY r.id
     LIMIT 500)"};
const Query<Row(OfficeId)> office_by_id{"office_by_id", held_columns + " WHERE r.id = $1"};
const Query<PastRow(PersonId)> offices_past{"offices_past", R"(
    SELECT role, coalesce(audience_id, 0), appointed_at, ended_at, why_ended
      FROM appointments
     WHERE person_id = $1 AND ended_at IS NOT NULL
     ORDER BY ended_at DESC, id DESC
     LIMIT 100)"};
const Query<std::string(PersonId, std::string_view, identity::AudienceId, base::Instant)>
    office_why_ended{"office_why_ended", R"(
    SELECT why_ended
      FROM appointments
     WHERE person_id = $1 AND role = $2 AND coalesce(audience_id, 0) = $3 AND ended_at = $4
     ORDER BY id DESC
     LIMIT 1)"};

const std::string candidate_columns = R"(
    SELECT id, name, role_line
      FROM persons)";
// Nobody who was erased, or whose account is another one now.
const Query<Candidate(std::string_view, std::string_view, int)> candidates_by_words{
    "candidates_by_words", candidate_columns + R"(
     WHERE (email_folded = $1 OR lower(name) LIKE $2)
       AND merged_into IS NULL AND email_folded NOT LIKE '%@erased.invalid'
     ORDER BY name, id
     LIMIT $3)"};
const Query<Candidate(PersonId)> candidate_by_id{"candidate_by_id", candidate_columns + R"(
     WHERE id = $1 AND merged_into IS NULL AND email_folded NOT LIKE '%@erased.invalid')"};

const Query<Nothing(PersonId, std::string_view, Audience, base::Instant, std::optional<PersonId>)>
    appointed{"appointed", R"(
    INSERT INTO appointments (person_id, role, audience_id, appointed_at, appointed_by)
    VALUES ($1, $2, $3, $4, $5))"};
const Query<Nothing(PersonId, std::string_view, std::int64_t, base::Instant,
                    std::optional<PersonId>, std::string_view)>
    appointment_ended{"appointment_ended", R"(
    UPDATE appointments
       SET ended_at = $4, ended_by = $5, why_ended = $6
     WHERE person_id = $1 AND role = $2 AND coalesce(audience_id, 0) = $3 AND ended_at IS NULL)"};
const Query<Nothing(PersonId, std::string_view, Audience, base::Instant, std::optional<PersonId>,
                    std::string_view)>
    unknown_appointment_ended{"unknown_appointment_ended", R"(
    INSERT INTO appointments (person_id, role, audience_id, ended_at, ended_by, why_ended)
    VALUES ($1, $2, $3, $4, $5, $6))"};
const Query<Nothing(OfficeId)> role_ended{"role_ended", "DELETE FROM roles_held WHERE id = $1"};

const Query<Nothing(PersonId)> appointments_forgotten{
    "appointments_forgotten", "DELETE FROM appointments WHERE person_id = $1"};
const Query<Nothing(PersonId)> appointers_forgotten{"appointers_forgotten", R"(
    UPDATE appointments
       SET appointed_by = CASE WHEN appointed_by = $1 THEN NULL ELSE appointed_by END,
           ended_by = CASE WHEN ended_by = $1 THEN NULL ELSE ended_by END
     WHERE appointed_by = $1 OR ended_by = $1)"};
// Who holds an office gives up no account, so all of the one that goes have ended.
const Query<Nothing(PersonId, PersonId)> appointments_passed{
    "appointments_passed", "UPDATE appointments SET person_id = $2 WHERE person_id = $1"};
const Query<Nothing(PersonId, PersonId)> appointers_passed{"appointers_passed", R"(
    UPDATE appointments
       SET appointed_by = CASE WHEN appointed_by = $1 THEN $2 ELSE appointed_by END,
           ended_by = CASE WHEN ended_by = $1 THEN $2 ELSE ended_by END
     WHERE appointed_by = $1 OR ended_by = $1)"};

struct OwnHeld {
    std::string role, where;
    std::optional<base::Instant> appointed, ended;
    std::string why;
};
const Query<OwnHeld(PersonId, int)> appointments_held{"appointments_held", R"(
    SELECT a.role, coalesce(d.name, 'everywhere'), a.appointed_at, a.ended_at, a.why_ended
      FROM appointments a
      LEFT JOIN audiences d ON d.id = a.audience_id
     WHERE a.person_id = $1
     ORDER BY a.id
     LIMIT $2)"};
struct GivenHeld {
    std::string role, where, deed;
    std::optional<base::Instant> at;
};
// Without whom: that is somebody else.
const Query<GivenHeld(PersonId, int)> appointments_given_held{"appointments_given_held", R"(
    SELECT a.role, coalesce(d.name, 'everywhere'), 'appointed', a.appointed_at
      FROM appointments a
      LEFT JOIN audiences d ON d.id = a.audience_id
     WHERE a.appointed_by = $1
     UNION ALL
    SELECT a.role, coalesce(d.name, 'everywhere'), 'ended', a.ended_at
      FROM appointments a
      LEFT JOIN audiences d ON d.id = a.audience_id
     WHERE a.ended_by = $1
     LIMIT $2)"};

const Query<std::string()> unguarded_unheld_offices{"unguarded_unheld_offices", R"(
    SELECT 'person ' || a.person_id || ' was appointed ' || a.role || ' and does not hold it'
      FROM appointments a
     WHERE a.ended_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM roles_held r
                        WHERE r.person_id = a.person_id AND r.role = a.role
                          AND coalesce(r.audience_id, 0) = coalesce(a.audience_id, 0))
     LIMIT 100)"};

Audience audience_of(const Step& step) {
    return step.audience ? Audience(step.audience) : std::nullopt;
}

// What LIKE takes for more than itself says nothing of a name.
std::string plain(std::string_view words) {
    std::string plain;
    for (const char c : words) {
        if (std::string_view("%_\\").find(c) == std::string_view::npos) plain += c;
    }
    return plain;
}

}  // namespace

std::vector<Row> held(sql::Tx& tx) {
    return tx.all(offices_held, offices_max);
}

std::vector<Row> held_by(sql::Tx& tx, PersonId person) {
    return tx.all(offices_held_by, person);
}

std::optional<Row> find_held(sql::Tx& tx, OfficeId id) {
    return tx.find(office_by_id, id);
}

std::vector<PastRow> past_of(sql::Tx& tx, PersonId person) {
    return tx.all(offices_past, person);
}

std::string why_ended(sql::Tx& tx, PersonId person, std::string_view role,
                      identity::AudienceId audience, base::Instant at) {
    return tx.find(office_why_ended, person, role, audience, at).value_or("");
}

std::vector<Candidate> people_by(sql::Tx& tx, std::string_view words) {
    const std::string folded = base::fold(words);
    const std::string like = plain(folded);
    if (like.empty()) return {};
    return tx.all(candidates_by_words, folded, "%" + like + "%", found_max);
}

std::optional<Candidate> find_person(sql::Tx& tx, PersonId person) {
    return tx.find(candidate_by_id, person);
}

void appoint(sql::Tx& tx, const Step& step) {
    identity::store::give_role(tx, step.person, step.role, step.audience);
    tx.run(appointed, step.person, step.role, audience_of(step), step.now, step.by);
}

void end(sql::Tx& tx, OfficeId id, const Step& step, std::string_view why) {
    tx.run(role_ended, id);
    const auto known = tx.run(appointment_ended, step.person, step.role, step.audience.value,
                              step.now, step.by, why);
    if (known > 0) return;
    tx.run(unknown_appointment_ended, step.person, step.role, audience_of(step), step.now, step.by,
           why);
}

void forget(sql::Tx& tx, PersonId person) {
    tx.run(appointments_forgotten, person);
    tx.run(appointers_forgotten, person);
}

void merge(sql::Tx& tx, const identity::Merger& merger) {
    tx.run(appointments_passed, merger.gone, merger.kept);
    tx.run(appointers_passed, merger.gone, merger.kept);
}

std::vector<identity::Holding> holdings(sql::Tx& tx, PersonId person) {
    return {
        identity::with_rows_of(tx,
                               {.name = "appointments",
                                .title = "Offices you were appointed to",
                                .why = "So that it can be answered for who held which office.",
                                .tables = {"appointments"},
                                .columns = {"Office", "Where", "Appointed", "Ended", "Why"}},
                               appointments_held, person),
        identity::with_rows_of(tx,
                               {.name = "appointments_given",
                                .title = "Appointments you made or ended",
                                .why = "So that it can be answered for on whose word it was.",
                                .tables = {"appointments"},
                                .columns = {"Office", "Where", "What you did", "When"}},
                               appointments_given_held, person),
    };
}

std::vector<std::string> broken(sql::Tx& tx) {
    return tx.all(unguarded_unheld_offices);
}

}  // namespace offices::store
