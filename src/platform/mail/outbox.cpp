#include "platform/mail/outbox.h"

#include "platform/base/log.h"
#include "platform/base/text.h"
#include "platform/crypto/random.h"
#include "platform/crypto/token.h"
#include "platform/identity/store.h"
#include "platform/jobs/queue.h"
#include "platform/mail/smtp.h"
#include "platform/mail/store.h"

namespace mail {

namespace {

constexpr std::size_t why_characters_max = 200;
constexpr std::size_t message_id_bytes = 16;
constexpr std::string_view expired = "Expired before it left.";

Letter letter_of(const store::LetterRow& row, const Sender& sender) {
    Letter letter;
    letter.from_name = sender.name;
    letter.from_address = sender.address;
    letter.to_name = row.to_name;
    letter.to_address = row.to_address;
    letter.subject = row.subject;
    letter.text = row.text;
    letter.html = row.html;
    // The same at every try, so that a letter that arrives twice is known for one.
    const auto at = sender.address.rfind('@');
    if (at != sender.address.npos) letter.message_id = row.message_id + sender.address.substr(at);
    // No machine answers it: no "I am away" in return.
    letter.headers.push_back({"Auto-Submitted", "auto-generated"});
    if (!row.list_unsubscribe.empty()) {
        letter.headers.push_back({"List-Unsubscribe", "<" + row.list_unsubscribe + ">"});
        letter.headers.push_back({"List-Unsubscribe-Post", "List-Unsubscribe=One-Click"});
    }
    return letter;
}

// What the other side said, as a row keeps it: one line, not long.
std::string why_of(const Rejected& rejection) {
    const std::string_view what = rejection.what();
    if (!base::is_utf8(what) || what.empty()) return "Refused.";
    return base::excerpt(base::one_line(what), why_characters_max);
}

}  // namespace

LetterId queue_letter(const record::Floor& floor, const Outgoing& outgoing) {
    store::LetterRow row;
    if (outgoing.stranger) {
        row.to_address = outgoing.stranger->address;
        row.to_name = outgoing.stranger->name;
    } else {
        // News of an account that was merged meanwhile is for the one that it is in now.
        auto person = identity::store::find_person(floor.tx, outgoing.to);
        if (person && person->merged_into) {
            person = identity::store::find_person(floor.tx, *person->merged_into);
        }
        if (!person) throw base::NotFound();
        row.person = person->id;
        row.to_address = person->email;
        row.to_name = person->name;
    }
    Drawn drawn = draw(outgoing.sheet);
    row.subject = std::move(drawn.subject);
    row.text = std::move(drawn.text);
    row.html = std::move(drawn.html);
    row.list_unsubscribe = outgoing.list_unsubscribe;
    row.message_id = crypto::hex(crypto::random_bytes(message_id_bytes));
    row.created = floor.now;
    row.secret_until = outgoing.secret_until;
    const LetterId letter = store::add(floor.tx, row);
    jobs::enqueue(floor, send_job, {{"letter", letter.value}}, floor.now);
    return letter;
}

void Outbox::send(const record::Details& payload) {
    const LetterId id{payload.integer("letter")};
    std::optional<store::LetterRow> row;
    Sender sender;
    database_.read([&](sql::Tx& tx) {
        row = store::find(tx, id);
        sender = sender_(tx);
    });
    if (!row || row->sent || !row->refused.empty()) return;  // sent by a try that was cut off
    if (row->secret_until && *row->secret_until <= clock_.now()) {
        database_.write([&](sql::Tx& tx) { store::note_refused(tx, id, expired); });
        return;
    }
    try {
        mailer_.send(letter_of(*row, sender));
    } catch (const Rejected& rejection) {
        const std::string why = why_of(rejection);
        database_.write([&](sql::Tx& tx) { store::note_refused(tx, id, why); });
        base::log::warning("letter_refused", {{"letter", id.value}});
        return;
    }
    database_.write([&](sql::Tx& tx) { store::note_sent(tx, id, clock_.now()); });
}

void empty_expired(sql::Tx& tx, base::Instant now) {
    store::refuse_expired_secrets(tx, now, expired);
}

std::int64_t empty_unsent(sql::Tx& tx, base::Instant before) {
    return store::refuse_unsent(tx, before, "Could not be sent for a week.");
}

std::int64_t purge(sql::Tx& tx, base::Instant before) {
    return store::purge(tx, before);
}

void merge(sql::Tx& tx, const identity::Merger& merger) { store::pass(tx, merger); }

void forget(sql::Tx& tx, identity::PersonId person) { store::remove_of(tx, person); }

// Left out: the texts, which are gone once a letter was sent, and until then may hold a link that
// signs in whoever has it.
std::vector<identity::Holding> held(sql::Tx& tx, identity::PersonId person) {
    return {identity::with_rows(
        {.name = "letters",
         .title = "Letters to you",
         .why = "So that it can be seen whether mail reaches you. Once a letter is sent, its "
                "subject and its text are gone from here.",
         .tables = {"letters"},
         .columns = {"Made", "To", "Subject, until it was sent", "Sent",
                     "Why it could not be sent"}},
        store::letters_of(tx, person, identity::rows_held_max))};
}

std::vector<std::int64_t> returned(sql::Tx& tx) { return store::returned(tx, expired); }

Counters counters(sql::Tx& tx) { return store::counted(tx); }

}  // namespace mail
