#include "platform/mail/store.h"

namespace mail::store {

namespace {

using sql::Nothing;
using sql::Query;

const Query<LetterId(std::optional<identity::PersonId>, std::string_view, std::string_view,
                     std::string_view, std::string_view, std::string_view, std::string_view,
                     std::string_view, base::Instant, std::optional<base::Instant>)>
    letter_added{"letter_added", R"(
    INSERT INTO letters (person_id, to_address, to_name, subject, text, html, list_unsubscribe,
                         message_id, created_at, secret_until)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
 RETURNING id)"};
const Query<LetterRow(LetterId)> letter_by_id{"letter_by_id", R"(
    SELECT person_id, to_address, to_name, subject, text, html, list_unsubscribe, message_id,
           created_at, secret_until, sent_at, refused
      FROM letters
     WHERE id = $1)"};

const std::string emptied = R"(
    UPDATE letters
       SET subject = '', text = '', html = '', list_unsubscribe = '', secret_until = NULL,
           to_address = CASE WHEN person_id IS NULL THEN '' ELSE to_address END,
           to_name = CASE WHEN person_id IS NULL THEN '' ELSE to_name END,)";
const std::string still_waiting = " AND sent_at IS NULL AND refused = ''";
const Query<Nothing(LetterId, base::Instant)> letter_sent{"letter_sent",
                                                          emptied + " sent_at = $2 WHERE id = $1"};
const Query<Nothing(LetterId, std::string_view)> letter_refused{
    "letter_refused", emptied + " refused = $2 WHERE id = $1" + still_waiting};
const Query<Nothing(base::Instant, std::string_view)> secrets_expired{
    "secrets_expired", emptied + " refused = $2 WHERE secret_until <= $1" + still_waiting};
const Query<Nothing(base::Instant, std::string_view)> letters_unsent{
    "letters_unsent", emptied + " refused = $2 WHERE created_at < $1" + still_waiting};
const Query<Nothing(base::Instant)> letters_purged{"letters_purged",
                                                   "DELETE FROM letters WHERE created_at < $1"};
const Query<Nothing(identity::PersonId, identity::PersonId)> letters_passed{
    "letters_passed", "UPDATE letters SET person_id = $2 WHERE person_id = $1"};
const Query<Nothing(identity::PersonId)> letters_removed{
    "letters_removed", "DELETE FROM letters WHERE person_id = $1"};

const Query<HeldLetter(identity::PersonId, int)> letters_by_person{"letters_by_person", R"(
    SELECT created_at, to_address, subject, sent_at, refused
      FROM letters
     WHERE person_id = $1
     ORDER BY id
     LIMIT $2)"};

const Query<std::int64_t(std::string_view)> letters_returned{"letters_returned", R"(
    SELECT DISTINCT l.person_id
      FROM letters l
     WHERE l.person_id IS NOT NULL AND l.refused <> '' AND l.refused <> $1
       AND NOT EXISTS (SELECT 1 FROM letters n
                        WHERE n.person_id = l.person_id AND n.id > l.id
                          AND n.sent_at IS NOT NULL)
     ORDER BY l.person_id
     LIMIT 500)"};

const Query<Counters()> letters_counted{"letters_counted", R"(
    SELECT count(*) FILTER (WHERE sent_at IS NULL AND refused = ''),
           count(*) FILTER (WHERE sent_at IS NOT NULL),
           count(*) FILTER (WHERE refused <> '')
      FROM letters)"};

}  // namespace

LetterId add(sql::Tx& tx, const LetterRow& letter) {
    return tx.one(letter_added, letter.person, letter.to_address, letter.to_name, letter.subject,
                  letter.text, letter.html, letter.list_unsubscribe, letter.message_id,
                  letter.created, letter.secret_until);
}

std::optional<LetterRow> find(sql::Tx& tx, LetterId letter) {
    return tx.find(letter_by_id, letter);
}

void note_sent(sql::Tx& tx, LetterId letter, base::Instant now) {
    tx.run(letter_sent, letter, now);
}

void note_refused(sql::Tx& tx, LetterId letter, std::string_view why) {
    tx.run(letter_refused, letter, why);
}

void refuse_expired_secrets(sql::Tx& tx, base::Instant now, std::string_view why) {
    tx.run(secrets_expired, now, why);
}

std::int64_t refuse_unsent(sql::Tx& tx, base::Instant created_before, std::string_view why) {
    return tx.run(letters_unsent, created_before, why);
}

std::int64_t purge(sql::Tx& tx, base::Instant created_before) {
    return tx.run(letters_purged, created_before);
}

std::vector<HeldLetter> letters_of(sql::Tx& tx, identity::PersonId person, int rows_max) {
    return tx.all(letters_by_person, person, rows_max);
}

void pass(sql::Tx& tx, const identity::Merger& merger) {
    tx.run(letters_passed, merger.gone, merger.kept);
}

void remove_of(sql::Tx& tx, identity::PersonId person) { tx.run(letters_removed, person); }

std::vector<std::int64_t> returned(sql::Tx& tx, std::string_view except_why) {
    return tx.all(letters_returned, except_why);
}

Counters counted(sql::Tx& tx) { return tx.one(letters_counted); }

}  // namespace mail::store
