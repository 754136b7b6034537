#include "features/extracts/store.h"

namespace extracts::store {

namespace {

using identity::Holding;
using identity::with_rows_of;
using sql::Nothing;
using sql::Query;

// ---- what is over its time ----

const std::string drafts_over = R"(
     WHERE extract_id IN (SELECT id
                            FROM extracts
                           WHERE state IN (1, 4) AND changed_at < $1))";
const Query<Nothing(base::Instant)> consents_of_drafts_purged{
    "consents_of_drafts_purged", "DELETE FROM extract_consents" + drafts_over};
const Query<Nothing(base::Instant)> keeps_of_drafts_purged{
    "keeps_of_drafts_purged", "DELETE FROM extract_keeps" + drafts_over};
const Query<Nothing(base::Instant)> passages_of_drafts_purged{
    "passages_of_drafts_purged", "DELETE FROM extract_passages" + drafts_over};
const Query<Nothing(base::Instant)> drafts_purged{"drafts_purged", R"(
    DELETE FROM extracts
     WHERE state IN (1, 4) AND changed_at < $1)"};
const std::string handed_on_over = R"(
     WHERE extract_id IN (SELECT id
                            FROM extracts
                           WHERE state = 2 AND handed_on_at < $1))";
const Query<Nothing(base::Instant)> consents_of_handed_on_purged{
    "consents_of_handed_on_purged", "DELETE FROM extract_consents" + handed_on_over};
const Query<Nothing(base::Instant)> keeps_of_handed_on_purged{
    "keeps_of_handed_on_purged", "DELETE FROM extract_keeps" + handed_on_over};
const Query<Nothing(base::Instant)> passages_of_handed_on_purged{
    "passages_of_handed_on_purged", "DELETE FROM extract_passages" + handed_on_over};
const Query<Nothing(base::Instant)> handed_on_purged{"handed_on_purged", R"(
    DELETE FROM extracts
     WHERE state = 2 AND handed_on_at < $1)"};
const Query<Nothing(base::Instant)> hand_ons_purged{"hand_ons_purged",
                                                    "DELETE FROM extract_hand_ons WHERE at < $1"};
const Query<Nothing(base::Instant)> answers_purged{"answers_purged", R"(
    DELETE FROM extract_consents
     WHERE extract_id IN (SELECT id
                            FROM extracts
                           WHERE state = 3 AND published_at < $1))"};
const Query<Nothing(base::Instant)> copies_purged{"copies_purged",
                                                  "DELETE FROM extract_copies WHERE taken_at < $1"};

// ---- whoever is erased ----

// What they had not published goes; what is published names nobody, and stays.
const std::string of_the_forgotten = R"(
     WHERE extract_id IN (SELECT id
                            FROM extracts
                           WHERE taker_id = $1 AND state <> 3))";
const Query<Nothing(PersonId)> consents_of_forgotten{
    "consents_of_forgotten", "DELETE FROM extract_consents" + of_the_forgotten};
const Query<Nothing(PersonId)> keeps_of_forgotten{"keeps_of_forgotten",
                                                  "DELETE FROM extract_keeps" + of_the_forgotten};
const Query<Nothing(PersonId)> passages_of_forgotten{
    "passages_of_forgotten", "DELETE FROM extract_passages" + of_the_forgotten};
const Query<Nothing(PersonId)> extracts_of_forgotten{"extracts_of_forgotten", R"(
    DELETE FROM extracts
     WHERE taker_id = $1 AND state <> 3)"};
const Query<Nothing(PersonId)> takers_forgotten{
    "takers_forgotten", "UPDATE extracts SET taker_id = NULL WHERE taker_id = $1"};
const Query<Nothing(PersonId)> seconds_forgotten{
    "seconds_forgotten", "UPDATE extracts SET second_id = NULL WHERE second_id = $1"};
const Query<Nothing(PersonId)> own_consents_forgotten{
    "own_consents_forgotten", "DELETE FROM extract_consents WHERE person_id = $1"};
const Query<Nothing(PersonId)> hand_ons_forgotten{
    "hand_ons_forgotten", "DELETE FROM extract_hand_ons WHERE person_id = $1"};
const Query<Nothing(PersonId)> copies_forgotten{
    "copies_forgotten", "UPDATE extract_copies SET person_id = NULL WHERE person_id = $1"};

// ---- two accounts of one person ----

const Query<std::int64_t(PersonId, PersonId)> extracts_of_both{"extracts_of_both", R"(
    SELECT count(*)
      FROM extracts e
     WHERE e.second_id IN ($1, $2)
       AND (e.taker_id IN ($1, $2)
            OR EXISTS (SELECT 1
                         FROM extract_passages x
                         JOIN posts p ON p.id = x.post_id
                        WHERE x.extract_id = e.id AND p.voice_id IS NULL
                          AND p.author_id IN ($1, $2))))"};
const Query<Nothing(PersonId, PersonId)> hand_ons_passed{
    "hand_ons_passed", "UPDATE extract_hand_ons SET person_id = $2 WHERE person_id = $1"};
// Whoever takes an extract agrees, and is not asked.
const Query<Nothing(PersonId)> consents_of_taker_forgotten{"consents_of_taker_forgotten", R"(
    DELETE FROM extract_consents
     WHERE person_id = $1
       AND extract_id IN (SELECT id
                            FROM extracts
                           WHERE taker_id = $1 AND state <> 3))"};
const Query<Nothing(PersonId, PersonId)> takers_passed{
    "takers_passed", "UPDATE extracts SET taker_id = $2 WHERE taker_id = $1"};
const Query<Nothing(PersonId, PersonId)> seconds_passed{
    "seconds_passed", "UPDATE extracts SET second_id = $2 WHERE second_id = $1"};
const Query<Nothing(PersonId, PersonId)> copies_passed{
    "copies_passed", "UPDATE extract_copies SET person_id = $2 WHERE person_id = $1"};
// Where both were asked they are asked again, for the passages of both.
const Query<Nothing(PersonId, PersonId)> consents_parted{"consents_parted", R"(
    UPDATE extract_consents
       SET is_yes = NULL, agreed = '', answered_at = NULL
     WHERE person_id = $2
       AND extract_id IN (SELECT c.extract_id
                            FROM extract_consents c
                            JOIN extracts e ON e.id = c.extract_id
                           WHERE c.person_id = $1 AND e.state = 2))"};
const Query<Nothing(PersonId, PersonId)> consents_passed{"consents_passed", R"(
    UPDATE extract_consents
       SET person_id = $2
     WHERE person_id = $1
       AND extract_id NOT IN (SELECT c.extract_id
                                FROM extract_consents c
                               WHERE c.person_id = $2))"};

// ---- what is held of somebody ----

struct ExtractHeld {
    ExtractId id;
    std::string title, part;
    base::Instant made;
    std::optional<base::Instant> published;
    std::string returned;
};
const Query<ExtractHeld(PersonId, int)> extracts_held{"extracts_held", R"(
    SELECT id, title, 'took it', made_at, published_at, returned
      FROM extracts
     WHERE taker_id = $1
     UNION ALL
    SELECT id, title, 'second person', made_at, published_at, ''
      FROM extracts
     WHERE second_id = $1
     LIMIT $2)"};
struct KeepHeld {
    ExtractId id;
    std::string why;
};
const Query<KeepHeld(PersonId, int)> keeps_held{"keeps_held", R"(
    SELECT k.extract_id, k.why
      FROM extract_keeps k
      JOIN extracts e ON e.id = k.extract_id
     WHERE e.taker_id = $1
     ORDER BY k.id
     LIMIT $2)"};
struct ConsentHeld {
    ExtractId id;
    base::Instant asked;
    std::optional<bool> is_yes;
    std::optional<base::Instant> answered;
};
const Query<ConsentHeld(PersonId, int)> consents_held{"extract_consents_held", R"(
    SELECT extract_id, asked_at, is_yes, answered_at
      FROM extract_consents
     WHERE person_id = $1
     ORDER BY extract_id
     LIMIT $2)"};
struct CopyHeld {
    ExtractId id;
    int form;
    base::Instant at;
};
const Query<CopyHeld(PersonId, int)> copies_held{"copies_held", R"(
    SELECT extract_id, form, taken_at
      FROM extract_copies
     WHERE person_id = $1
     ORDER BY id
     LIMIT $2)"};

struct HandOnHeld {
    base::Instant at;
};
const Query<HandOnHeld(PersonId, int)> hand_ons_held{"hand_ons_held", R"(
    SELECT at
      FROM extract_hand_ons
     WHERE person_id = $1
     ORDER BY id
     LIMIT $2)"};

const Query<std::string()> unguarded_broken_extracts{"unguarded_broken_extracts", R"(
    SELECT 'extract ' || id || ' was published by who took it'
      FROM extracts
     WHERE taker_id = second_id
     UNION ALL
    SELECT 'extract ' || e.id || ' was published by an author of it'
      FROM extracts e
     WHERE EXISTS (SELECT 1
                     FROM extract_passages x
                     JOIN posts p ON p.id = x.post_id
                    WHERE x.extract_id = e.id AND p.voice_id IS NULL
                      AND p.author_id = e.second_id)
     UNION ALL
    SELECT 'extract ' || id || ' has no passages'
      FROM extracts e
     WHERE NOT EXISTS (SELECT 1 FROM extract_passages x WHERE x.extract_id = e.id)
     UNION ALL
    SELECT 'extract ' || e.id || ' was published against the answer of an author'
      FROM extracts e
      JOIN extract_consents c ON c.extract_id = e.id
     WHERE e.state = 3 AND coalesce(c.is_yes, 0) = 0
     UNION ALL
    SELECT 'extract ' || e.id || ' is not published, and a copy of it was taken'
      FROM extracts e
      JOIN extract_copies c ON c.extract_id = e.id
     WHERE e.state <> 3
     LIMIT 100)"};

}  // namespace

std::int64_t purge_drafts(sql::Tx& tx, base::Instant before) {
    tx.run(consents_of_drafts_purged, before);
    tx.run(keeps_of_drafts_purged, before);
    tx.run(passages_of_drafts_purged, before);
    return tx.run(drafts_purged, before);
}

std::int64_t purge_handed_on(sql::Tx& tx, base::Instant before) {
    tx.run(consents_of_handed_on_purged, before);
    tx.run(keeps_of_handed_on_purged, before);
    tx.run(passages_of_handed_on_purged, before);
    return tx.run(handed_on_purged, before);
}

std::int64_t purge_hand_ons(sql::Tx& tx, base::Instant before) {
    return tx.run(hand_ons_purged, before);
}

std::int64_t purge_answers(sql::Tx& tx, base::Instant before) {
    return tx.run(answers_purged, before);
}

std::int64_t purge_copies(sql::Tx& tx, base::Instant before) {
    return tx.run(copies_purged, before);
}

void forget(sql::Tx& tx, PersonId person) {
    tx.run(consents_of_forgotten, person);
    tx.run(keeps_of_forgotten, person);
    tx.run(passages_of_forgotten, person);
    tx.run(extracts_of_forgotten, person);
    tx.run(takers_forgotten, person);
    tx.run(seconds_forgotten, person);
    tx.run(own_consents_forgotten, person);
    tx.run(copies_forgotten, person);
    tx.run(hand_ons_forgotten, person);
}

bool met(sql::Tx& tx, const identity::Merger& merger) {
    return tx.one(extracts_of_both, merger.gone, merger.kept) > 0;
}

void merge(sql::Tx& tx, const identity::Merger& merger) {
    tx.run(takers_passed, merger.gone, merger.kept);
    tx.run(seconds_passed, merger.gone, merger.kept);
    tx.run(copies_passed, merger.gone, merger.kept);
    tx.run(consents_parted, merger.gone, merger.kept);
    tx.run(consents_passed, merger.gone, merger.kept);
    tx.run(own_consents_forgotten, merger.gone);
    tx.run(consents_of_taker_forgotten, merger.kept);
    tx.run(hand_ons_passed, merger.gone, merger.kept);
}

// Left out: the texts, which are the words of others and leave when they are published, what was
// found in them, and what authors answered.
std::vector<Holding> holdings(sql::Tx& tx, PersonId person) {
    return {
        with_rows_of(tx,
                     {.name = "extracts",
                      .title = "Extracts that you took, or let go out as the second person",
                      .why = "So that it can be answered for what left the network.",
                      .tables = {"extracts"},
                      .columns = {"Extract", "Title", "Your part", "Taken", "Published",
                                  "Why it was sent back"}},
                     extracts_held, person),
        with_rows_of(tx,
                     {.name = "extract_keeps",
                      .title = "Why you left something in an extract that was found in it",
                      .why = "So that the second person can judge it.",
                      .tables = {"extract_keeps"},
                      .columns = {"Extract", "Why it stays"}},
                     keeps_held, person),
        with_rows_of(tx,
                     {.name = "extract_consents",
                      .title = "Whether your words may be taken outside",
                      .why = "So that nothing goes out without your yes.",
                      .tables = {"extract_consents"},
                      .columns = {"Extract", "Asked", "Your answer", "Answered"},
                      .rows = {},
                      .files = {},
                      .is_consent = true},
                     consents_held, person),
        with_rows_of(tx,
                     {.name = "extract_copies",
                      .title = "Copies of extracts that you took",
                      .why = "So that members know who took what.",
                      .tables = {"extract_copies"},
                      .columns = {"Extract", "Form", "Taken"}},
                     copies_held, person),
        with_rows_of(tx,
                     {.name = "extract_hand_ons",
                      .title = "When you handed extracts on",
                      .why = "So that whoever is asked has a rest.",
                      .tables = {"extract_hand_ons"},
                      .columns = {"Handed on"}},
                     hand_ons_held, person),
    };
}

std::vector<std::string> broken(sql::Tx& tx) {
    return tx.all(unguarded_broken_extracts);
}

}  // namespace extracts::store
