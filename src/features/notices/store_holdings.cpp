#include "features/notices/store.h"

namespace notices::store {

namespace {

using identity::Holding;
using identity::with_rows_of;
using sql::Query;

struct NoticeHeld {
    NoticeId id;
    NetworkId network;
    std::string subject, body;
    base::Instant written;
    std::optional<base::Instant> sent;
};
const Query<NoticeHeld(PersonId, int)> notices_held{"notices_held", R"(
    SELECT id, network_id, subject, body, written_at, sent_at
      FROM notices
     WHERE author_id = $1
     ORDER BY id
     LIMIT $2)"};

struct LetterHeld {
    NoticeId notice;
    NetworkId network;
    base::Instant queued;
};
const Query<LetterHeld(PersonId, int)> notice_receivers_held{"notice_receivers_held", R"(
    SELECT notice_id, network_id, queued_at
      FROM notice_receivers
     WHERE person_id = $1
     ORDER BY notice_id
     LIMIT $2)"};

struct UnsubscriptionHeld {
    NetworkId network;
    base::Instant since;
};
const Query<UnsubscriptionHeld(PersonId, int)> unsubscriptions_held{"unsubscriptions_held", R"(
    SELECT network_id, since_at
      FROM notice_unsubscriptions
     WHERE person_id = $1
     ORDER BY network_id
     LIMIT $2)"};

}  // namespace

// Left out: the marks of the links in their letters, which are good for nothing but to be compared.
std::vector<Holding> held(sql::Tx& tx, PersonId person) {
    return {
        with_rows_of(tx,
                     {.name = "notices",
                      .title = "Notices that you wrote",
                      .why = "So that the members of the network read them.",
                      .tables = {"notices"},
                      .columns = {"Notice", "Network", "Subject", "Text", "Written", "Sent"}},
                     notices_held, person),
        with_rows_of(tx,
                     {.name = "notice_letters",
                      .title = "Notices that were mailed to you",
                      .why = "So that you get none twice, and the link in each works.",
                      .tables = {"notice_receivers"},
                      .columns = {"Notice", "Network", "Mailed"}},
                     notice_receivers_held, person),
        with_rows_of(tx,
                     {.name = "notice_unsubscriptions",
                      .title = "Networks whose notices you want not by email",
                      .why = "So that you get none.",
                      .tables = {"notice_unsubscriptions"},
                      .columns = {"Network", "Since"}},
                     unsubscriptions_held, person),
    };
}

}  // namespace notices::store
