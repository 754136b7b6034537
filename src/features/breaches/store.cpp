#include "features/breaches/store.h"

namespace breaches::store {

namespace {

using sql::Nothing;
using sql::Query;

// $1: the audiences whose cases the actor handles; $2: the actor; $3: carries exclusions out. Whom
// a case concerns never handles it; the person reported knows of it once they were asked, or it was
// decided.
const std::string visible_cases = R"(
    SELECT c.id, c.audience_id, c.topic_id, c.post_id, c.kind, c.state,
           c.reporter_id, coalesce(r.name, ''), c.names_reporter, c.reported_id,
           coalesce(p.name, ''), c.words, c.came_out, c.reported_at,
           c.question, c.asked_at, c.word, c.answered_at,
           c.outcome, c.reason, c.until_day, c.decided_at, c.decided_by, coalesce(d.name, ''),
           c.appeal, c.appealed_at, c.appeal_outcome, c.appeal_reason, c.appeal_until_day,
           c.settled_at, c.settled_by, coalesce(s.name, '')
      FROM breach_cases c
      LEFT JOIN persons r ON r.id = c.reporter_id
      LEFT JOIN persons p ON p.id = c.reported_id
      LEFT JOIN persons d ON d.id = c.decided_by
      LEFT JOIN persons s ON s.id = c.settled_by
     WHERE (c.reporter_id = $2
            OR (c.reported_id = $2 AND (c.asked_at IS NOT NULL OR c.decided_at IS NOT NULL))
            OR (coalesce(c.reporter_id, 0) <> $2 AND coalesce(c.reported_id, 0) <> $2
                AND (c.audience_id IN ($1)
                     OR (CAST($3 AS BIGINT) = 1
                         AND coalesce(c.appeal_outcome, c.outcome) = 6)))))";
const Query<Row(List, PersonId, bool, CaseId)> case_by_id{"case_by_id",
                                                          visible_cases + " AND c.id = $4"};
const Query<Row(List, PersonId, bool, int)> cases_handled{"cases_handled", visible_cases + R"(
       AND coalesce(c.reporter_id, 0) <> $2 AND coalesce(c.reported_id, 0) <> $2
     ORDER BY CASE WHEN c.state IN (1, 3) THEN 0 ELSE 1 END, c.reported_at DESC, c.id DESC
     LIMIT $4)"};
const Query<Row(List, PersonId, bool, int)> cases_concerning{"cases_concerning", visible_cases + R"(
       AND (c.reporter_id = $2 OR c.reported_id = $2)
     ORDER BY c.reported_at DESC, c.id DESC
     LIMIT $4)"};
const Query<Note(CaseId, int)> notes_by_case{"notes_by_case", R"(
    SELECT coalesce(p.name, 'Former member'), n.written_at, n.text
      FROM breach_notes n
      LEFT JOIN persons p ON p.id = n.author_id
     WHERE n.case_id = $1
     ORDER BY n.id
     LIMIT $2)"};

const Query<CaseId(AudienceId, forum::TopicId, std::optional<forum::PostId>, Kind, PersonId, bool,
                   std::optional<PersonId>, std::string_view, std::string_view, base::Instant)>
    case_added{"case_added", R"(
    INSERT INTO breach_cases (audience_id, topic_id, post_id, kind, reporter_id, names_reporter,
                              reported_id, words, came_out, reported_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    RETURNING id)"};
const Query<std::int64_t(PersonId, base::Instant)> reports_counted{"reports_counted", R"(
    SELECT count(*)
      FROM breach_cases
     WHERE reporter_id = $1 AND reported_at > $2)"};
const Query<PersonId(AudienceId, std::string_view)> member_by_handle{"member_by_handle", R"(
    SELECT p.id
      FROM persons p
      JOIN audience_members m ON m.person_id = p.id
     WHERE m.audience_id = $1 AND p.handle = $2 AND p.merged_into IS NULL)"};
const Query<Nothing(CaseId, PersonId, std::string_view, base::Instant)> note_added{"note_added", R"(
    INSERT INTO breach_notes (case_id, author_id, text, written_at)
    VALUES ($1, $2, $3, $4))"};
const Query<Nothing(CaseId, PersonId)> reported_set{
    "reported_set", "UPDATE breach_cases SET reported_id = $2 WHERE id = $1"};
const Query<Nothing(CaseId, std::string_view, base::Instant)> question_set{
    "question_set", "UPDATE breach_cases SET question = $2, asked_at = $3 WHERE id = $1"};
const Query<Nothing(CaseId, std::string_view, base::Instant)> word_set{
    "word_set", "UPDATE breach_cases SET word = $2, answered_at = $3 WHERE id = $1"};
const Query<Nothing(CaseId, Outcome, std::string_view, std::optional<base::Day>, base::Instant,
                    std::optional<PersonId>)>
    ruling_set{"ruling_set", R"(
    UPDATE breach_cases
       SET state = 2, outcome = $2, reason = $3, until_day = $4, decided_at = $5, decided_by = $6
     WHERE id = $1 AND state = 1)"};
const Query<Nothing(CaseId, std::string_view, base::Instant)> appeal_set{"appeal_set", R"(
    UPDATE breach_cases
       SET state = 3, appeal = $2, appealed_at = $3
     WHERE id = $1 AND state = 2)"};
const Query<Nothing(CaseId, Outcome, std::string_view, std::optional<base::Day>, base::Instant,
                    std::optional<PersonId>)>
    ruling_on_appeal_set{"ruling_on_appeal_set", R"(
    UPDATE breach_cases
       SET state = 4, appeal_outcome = $2, appeal_reason = $3, appeal_until_day = $4,
           settled_at = $5, settled_by = $6
     WHERE id = $1 AND state = 3)"};
const Query<std::optional<base::Day>(PersonId, AudienceId)> suspension_by_cases{
    "suspension_by_cases", R"(
    SELECT max(CASE WHEN appeal_outcome IS NULL THEN until_day ELSE appeal_until_day END)
      FROM breach_cases
     WHERE reported_id = $1 AND audience_id = $2)"};

const Query<Nothing(int, Outcome, int)> tally_counted{"tally_counted", R"(
    INSERT INTO breach_tallies (year, outcome, cases)
    VALUES ($1, $2, 1)
        ON CONFLICT (year, outcome) DO UPDATE SET cases = breach_tallies.cases + $3)"};
const Query<TallyRow(int)> tallies_all{"tallies_all", R"(
    SELECT year, outcome, cases
      FROM breach_tallies
     ORDER BY year DESC, outcome
     LIMIT $1)"};
const Query<Concerned(CaseId)> concerned_by_case{"concerned_by_case", R"(
    SELECT audience_id, reporter_id, reported_id, decided_by
      FROM breach_cases
     WHERE id = $1)"};

const Query<Nothing(base::Instant)> notes_purged{"notes_purged", R"(
    DELETE FROM breach_notes
     WHERE case_id IN (SELECT id
                         FROM breach_cases
                        WHERE state IN (2, 4) AND coalesce(settled_at, decided_at) < $1))"};
const Query<Nothing(base::Instant)> cases_purged{"cases_purged", R"(
    DELETE FROM breach_cases
     WHERE state IN (2, 4) AND coalesce(settled_at, decided_at) < $1)"};
// The texts that the person wrote of themselves go; those about somebody else's case stay.
const Query<Nothing(PersonId)> reported_forgotten{"reported_forgotten", R"(
    UPDATE breach_cases
       SET reported_id = NULL, word = '', appeal = ''
     WHERE reported_id = $1)"};
const Query<Nothing(PersonId)> others_forgotten{"others_forgotten", R"(
    UPDATE breach_cases
       SET reporter_id = CASE WHEN reporter_id = $1 THEN NULL ELSE reporter_id END,
           decided_by = CASE WHEN decided_by = $1 THEN NULL ELSE decided_by END,
           settled_by = CASE WHEN settled_by = $1 THEN NULL ELSE settled_by END
     WHERE reporter_id = $1 OR decided_by = $1 OR settled_by = $1)"};
const Query<Nothing(PersonId)> authors_forgotten{
    "authors_forgotten", "UPDATE breach_notes SET author_id = NULL WHERE author_id = $1"};

// The reporter and the person reported, who decided and whom it was about, or both who decided.
const Query<std::int64_t(PersonId, PersonId)> cases_of_both{"cases_of_both", R"(
    SELECT count(*)
      FROM breach_cases c
     WHERE (CASE WHEN c.reporter_id IN ($1, $2) THEN 1 ELSE 0 END)
         + (CASE WHEN c.reported_id IN ($1, $2) THEN 1 ELSE 0 END)
         + (CASE WHEN c.decided_by IN ($1, $2)
                   OR EXISTS (SELECT 1 FROM breach_notes n
                               WHERE n.case_id = c.id AND n.author_id IN ($1, $2))
                 THEN 1 ELSE 0 END)
         + (CASE WHEN c.settled_by IN ($1, $2) THEN 1 ELSE 0 END) > 1)"};
const Query<Nothing(PersonId, PersonId)> cases_passed{"cases_passed", R"(
    UPDATE breach_cases
       SET reporter_id = CASE WHEN reporter_id = $1 THEN $2 ELSE reporter_id END,
           reported_id = CASE WHEN reported_id = $1 THEN $2 ELSE reported_id END,
           decided_by = CASE WHEN decided_by = $1 THEN $2 ELSE decided_by END,
           settled_by = CASE WHEN settled_by = $1 THEN $2 ELSE settled_by END
     WHERE reporter_id = $1 OR reported_id = $1 OR decided_by = $1 OR settled_by = $1)"};
const Query<Nothing(PersonId, PersonId)> notes_passed{
    "notes_passed", "UPDATE breach_notes SET author_id = $2 WHERE author_id = $1"};

const Query<std::string()> unguarded_broken_cases{"unguarded_broken_cases", R"(
    SELECT 'case ' || id || ' was decided, and on appeal, by the same officer'
      FROM breach_cases
     WHERE decided_by = settled_by
     UNION ALL
    SELECT 'case ' || id || ' was decided by somebody whom it concerns'
      FROM breach_cases
     WHERE decided_by IN (reporter_id, reported_id) OR settled_by IN (reporter_id, reported_id)
     LIMIT 100)"};

// An empty list would not be one for every engine.
List some(const List& audiences) {
    return audiences.empty() ? List{0} : audiences;
}

}  // namespace

std::optional<Row> find(sql::Tx& tx, const Eyes& eyes, CaseId id) {
    return tx.find(case_by_id, some(eyes.audiences), eyes.person, eyes.carries_out, id);
}

std::vector<Row> handled(sql::Tx& tx, const Eyes& eyes) {
    return tx.all(cases_handled, some(eyes.audiences), eyes.person, eyes.carries_out, cases_max);
}

std::vector<Row> concerning(sql::Tx& tx, const Eyes& eyes) {
    return tx.all(cases_concerning, some(eyes.audiences), eyes.person, eyes.carries_out, cases_max);
}

std::vector<Note> notes(sql::Tx& tx, CaseId id) {
    return tx.all(notes_by_case, id, static_cast<int>(notes_max));
}

CaseId add(sql::Tx& tx, const NewCase& row) {
    return tx.one(case_added, row.audience, row.topic, row.post, row.kind, row.reporter,
                  row.names_reporter, row.reported, row.words, row.came_out, row.now);
}

std::int64_t count_reports(sql::Tx& tx, PersonId reporter, base::Instant since) {
    return tx.one(reports_counted, reporter, since);
}

std::optional<PersonId> find_member(sql::Tx& tx, AudienceId audience, std::string_view handle) {
    return tx.find(member_by_handle, audience, handle);
}

void add_note(sql::Tx& tx, CaseId id, PersonId author, std::string_view text, base::Instant now) {
    tx.run(note_added, id, author, text, now);
}

void set_reported(sql::Tx& tx, CaseId id, PersonId person) {
    tx.run(reported_set, id, person);
}

void set_question(sql::Tx& tx, CaseId id, std::string_view question, base::Instant now) {
    tx.run(question_set, id, question, now);
}

void set_word(sql::Tx& tx, CaseId id, std::string_view word, base::Instant now) {
    tx.run(word_set, id, word, now);
}

void set_ruling(sql::Tx& tx, CaseId id, const Ruling& ruling) {
    tx.run(ruling_set, id, ruling.outcome, ruling.reason, ruling.until, ruling.at, ruling.by);
}

void set_appeal(sql::Tx& tx, CaseId id, std::string_view appeal, base::Instant now) {
    tx.run(appeal_set, id, appeal, now);
}

void set_ruling_on_appeal(sql::Tx& tx, CaseId id, const Ruling& ruling) {
    tx.run(ruling_on_appeal_set, id, ruling.outcome, ruling.reason, ruling.until, ruling.at,
           ruling.by);
}

std::optional<base::Day> suspended_until(sql::Tx& tx, PersonId person, AudienceId audience) {
    return tx.one(suspension_by_cases, person, audience);
}

void count(sql::Tx& tx, int year, Outcome outcome, int change) {
    tx.run(tally_counted, year, outcome, change);
}

std::vector<TallyRow> tallies(sql::Tx& tx) {
    constexpr int rows_max = 600;  // of a hundred years
    return tx.all(tallies_all, rows_max);
}

std::optional<Concerned> find_concerned(sql::Tx& tx, CaseId id) {
    return tx.find(concerned_by_case, id);
}

std::int64_t purge(sql::Tx& tx, base::Instant before) {
    tx.run(notes_purged, before);
    return tx.run(cases_purged, before);
}

void forget(sql::Tx& tx, PersonId person) {
    tx.run(reported_forgotten, person);
    tx.run(others_forgotten, person);
    tx.run(authors_forgotten, person);
}

bool met_in_a_case(sql::Tx& tx, const identity::Merger& merger) {
    return tx.one(cases_of_both, merger.gone, merger.kept) > 0;
}

void merge(sql::Tx& tx, const identity::Merger& merger) {
    tx.run(cases_passed, merger.gone, merger.kept);
    tx.run(notes_passed, merger.gone, merger.kept);
}

std::vector<std::string> broken(sql::Tx& tx) {
    return tx.all(unguarded_broken_cases);
}

}  // namespace breaches::store
