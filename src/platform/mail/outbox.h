#pragma once
// Letters on their way out: queued in the transaction of the deed, sent by a job, and then emptied,
// so that nothing remains but that one was sent, and to whom.

#include "platform/base/time.h"
#include "platform/identity/holding.h"
#include "platform/identity/merger.h"
#include "platform/mail/layout.h"
#include "platform/record/record.h"
#include "platform/sql/database.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mail {

class Mailer;

using LetterId = base::Id<struct LetterTag>;

// Somebody who has no account: whoever asks to join.
struct Stranger {
    std::string name, address;
};

struct Outgoing {
    identity::PersonId to;  // the address is the one that the account has now
    Sheet sheet;
    std::string list_unsubscribe = {};  // https address where a POST stops these (RFC 8058)
    // Set for a letter with a secret in it (a sign-in link): it is not sent after this moment, and
    // its texts are gone then even if it never could be.
    std::optional<base::Instant> secret_until = {};
    std::optional<Stranger> stranger = {};  // instead of `to`
};

// NotFound if there is no such person.
LetterId queue_letter(const record::Floor& floor, const Outgoing& letter);

inline constexpr std::string_view send_job = "mail.send";  // of jobs::Worker's kinds

// Whom letters are from: the community, as it is set up at that moment.
struct Sender {
    std::string name;
    std::string address;
};
using SenderOf = std::function<Sender(sql::Tx&)>;

// Carries out the job of one letter. Safe for concurrent use.
class Outbox {
public:
    Outbox(sql::Database& database, const base::Clock& clock, Mailer& mailer, SenderOf sender)
        : database_(database), clock_(clock), mailer_(mailer), sender_(std::move(sender)) {}

    // Sends, then empties the letter. What the other side rejects for good is noted and emptied;
    // what is deferred throws, and the job comes again.
    void send(const record::Details& payload);

private:
    sql::Database& database_;
    const base::Clock& clock_;
    Mailer& mailer_;
    const SenderOf sender_;
};

inline constexpr auto letters_kept = base::days(90);
inline constexpr auto unsent_kept = base::days(7);  // their texts

// Empties secrets that have expired. For the schedule, every few minutes.
void empty_expired(sql::Tx& tx, base::Instant now);
// Empties letters that nobody could send since then; gives how many. By night.
std::int64_t empty_unsent(sql::Tx& tx, base::Instant before);
// Forgets letters that were made before; gives how many. By night.
std::int64_t purge(sql::Tx& tx, base::Instant before);

// Removes what is held of a person's letters; for Feature::forget.
void forget(sql::Tx& tx, identity::PersonId person);
// Passes the letters of one account to the other of the same person; for Feature::merge.
void merge(sql::Tx& tx, const identity::Merger& merger);

// What is held of a person's letters; for Feature::hold.
std::vector<identity::Holding> held(sql::Tx& tx, identity::PersonId person);

// The persons whose last letter the other side refused for good; at most 500.
std::vector<std::int64_t> returned(sql::Tx& tx);

struct Counters {
    std::int64_t waiting = 0;  // not sent, not refused
    std::int64_t sent = 0;     // of those still kept
    std::int64_t refused = 0;
};
Counters counters(sql::Tx& tx);

}  // namespace mail
