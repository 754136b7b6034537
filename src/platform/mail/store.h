#pragma once
// All SQL of letters. Knows rows, decides nothing.

#include "platform/mail/outbox.h"
#include "platform/sql/tx.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mail::store {

struct LetterRow {
    std::optional<identity::PersonId> person;  // nobody: a stranger
    std::string to_address;
    std::string to_name;
    std::string subject;
    std::string text;
    std::string html;
    std::string list_unsubscribe;
    std::string message_id;
    base::Instant created;
    std::optional<base::Instant> secret_until;
    std::optional<base::Instant> sent;
    std::string refused;
};

LetterId add(sql::Tx& tx, const LetterRow& letter);
std::optional<LetterRow> find(sql::Tx& tx, LetterId letter);

// Each empties the letter: subject, texts and stop address are gone.
void note_sent(sql::Tx& tx, LetterId letter, base::Instant now);
void note_refused(sql::Tx& tx, LetterId letter, std::string_view why);
void refuse_expired_secrets(sql::Tx& tx, base::Instant now, std::string_view why);
std::int64_t refuse_unsent(sql::Tx& tx, base::Instant created_before, std::string_view why);

std::int64_t purge(sql::Tx& tx, base::Instant created_before);
struct HeldLetter {
    base::Instant created;
    std::string to_address, subject;
    std::optional<base::Instant> sent;
    std::string refused;
};
std::vector<HeldLetter> letters_of(sql::Tx& tx, identity::PersonId person, int rows_max);
void remove_of(sql::Tx& tx, identity::PersonId person);
void pass(sql::Tx& tx, const identity::Merger& merger);
std::vector<std::int64_t> returned(sql::Tx& tx, std::string_view except_why);
Counters counted(sql::Tx& tx);

}  // namespace mail::store
