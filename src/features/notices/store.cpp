#include "features/notices/store.h"

namespace notices::store {

namespace {

using identity::AudienceId;
using sql::Nothing;
using sql::Query;

const std::string notice_columns = R"(
    SELECT n.id, n.network_id, n.audience_id, n.author_id, p.name, n.office, n.subject, n.body,
           n.html, n.state, n.written_at, n.sent_at, n.receivers, n.letters, n.last_receiver_id
      FROM notices n
      JOIN persons p ON p.id = n.author_id)";
const Query<Notice(List, std::int64_t, std::int64_t, int)> notices_sent{"notices_sent",
                                                                        notice_columns + R"(
     WHERE n.audience_id IN ($1) AND n.state <> 1
       AND (n.sent_at < $2 OR (n.sent_at = $2 AND n.id < $3))
     ORDER BY n.sent_at DESC, n.id DESC
     LIMIT $4)"};
const Query<Notice(List, NoticeId)> notice_by_id{"notice_by_id", notice_columns + R"(
     WHERE n.audience_id IN ($1) AND n.id = $2)"};
const Query<Notice(List, PersonId, int)> notice_drafts{"notice_drafts", notice_columns + R"(
     WHERE n.audience_id IN ($1) AND n.author_id = $2 AND n.state = 1
     ORDER BY n.id DESC
     LIMIT $3)"};
const Query<std::int64_t(List, base::Instant)> notices_counted{"notices_counted", R"(
    SELECT count(*)
      FROM notices
     WHERE audience_id IN ($1) AND sent_at > $2)"};
const Query<Notice(NoticeId)> unguarded_notice_going{"unguarded_notice_going", notice_columns + R"(
     WHERE n.id = $1 AND n.state = 2)"};

const Query<Going(base::Instant)> unguarded_notices_stuck{"unguarded_notices_stuck", R"(
    SELECT id, last_receiver_id
      FROM notices
     WHERE state = 2 AND sent_at < $1
     ORDER BY id
     LIMIT 100)"};

const Query<NoticeId(NetworkId, AudienceId, PersonId, Office, std::string_view, std::string_view,
                     std::string_view, base::Instant)>
    notice_added{"notice_added", R"(
    INSERT INTO notices (network_id, audience_id, author_id, office, subject, body, html,
                         written_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
 RETURNING id)"};
const Query<Nothing(NoticeId, Office, std::string_view, std::string_view, std::string_view,
                    base::Instant)>
    notice_changed{"notice_changed", R"(
    UPDATE notices
       SET office = $2, subject = $3, body = $4, html = $5, written_at = $6
     WHERE id = $1 AND state = 1)"};
const Query<Nothing(NoticeId)> notice_removed{"notice_removed",
                                              "DELETE FROM notices WHERE id = $1 AND state = 1"};
const Query<Nothing(NoticeId, Office, std::int64_t, base::Instant)> notice_let_go{"notice_let_go",
                                                                                  R"(
    UPDATE notices
       SET state = 2, office = $2, receivers = $3, sent_at = $4
     WHERE id = $1 AND state = 1)"};
const Query<Nothing(NoticeId, PersonId, std::int64_t)> notice_moved_on{"notice_moved_on", R"(
    UPDATE notices
       SET last_receiver_id = $2, letters = letters + $3
     WHERE id = $1)"};
const Query<Nothing(NoticeId, std::int64_t)> notice_finished{"notice_finished", R"(
    UPDATE notices
       SET state = 3, letters = letters + $2
     WHERE id = $1)"};

const Query<Nothing(NoticeId, PersonId, NetworkId, sql::Blob, base::Instant)> notice_receiver_added{
    "notice_receiver_added", R"(
    INSERT INTO notice_receivers (notice_id, person_id, network_id, token_digest, queued_at)
    VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (notice_id, person_id) DO NOTHING)"};
const Query<LinkRow(sql::Blob)> notice_link{"notice_link", R"(
    SELECT person_id, network_id
      FROM notice_receivers
     WHERE token_digest = $1)"};

const Query<std::int64_t(NetworkId, PersonId)> unsubscription_counted{"unsubscription_counted", R"(
    SELECT count(*)
      FROM notice_unsubscriptions
     WHERE network_id = $1 AND person_id = $2)"};
const Query<std::int64_t(NetworkId, List)> unsubscribed_among{"unsubscribed_among", R"(
    SELECT person_id
      FROM notice_unsubscriptions
     WHERE network_id = $1 AND person_id IN ($2)
     ORDER BY person_id
     LIMIT 1000)"};
const Query<std::int64_t(NetworkId, int)> unsubscribed_all{"unsubscribed_all", R"(
    SELECT person_id
      FROM notice_unsubscriptions
     WHERE network_id = $1
     ORDER BY person_id
     LIMIT $2)"};
const Query<Nothing(NetworkId, PersonId, base::Instant)> unsubscription_added{
    "unsubscription_added", R"(
    INSERT INTO notice_unsubscriptions (network_id, person_id, since_at)
    VALUES ($1, $2, $3)
        ON CONFLICT (network_id, person_id) DO NOTHING)"};
const Query<Nothing(PersonId, base::Instant)> unsubscribed_everywhere{
    "unsubscribed_everywhere", R"(
    INSERT INTO notice_unsubscriptions (network_id, person_id, since_at)
    SELECT network_id, person_id, $2
      FROM memberships
     WHERE person_id = $1 AND ended IS NULL AND network_id IS NOT NULL
        ON CONFLICT DO NOTHING)"};
const Query<Nothing(NetworkId, PersonId)> unsubscription_removed{"unsubscription_removed", R"(
    DELETE FROM notice_unsubscriptions
     WHERE network_id = $1 AND person_id = $2)"};

const Query<Nothing(PersonId)> notice_drafts_forgotten{
    "notice_drafts_forgotten", "DELETE FROM notices WHERE author_id = $1 AND state = 1"};
const Query<Nothing(PersonId)> notice_receivers_forgotten{
    "notice_receivers_forgotten", "DELETE FROM notice_receivers WHERE person_id = $1"};
const Query<Nothing(PersonId)> unsubscriptions_forgotten{
    "unsubscriptions_forgotten", "DELETE FROM notice_unsubscriptions WHERE person_id = $1"};
using Passing = Query<Nothing(PersonId, PersonId)>;  // from the account that goes to the kept one
const Passing notices_passed{"notices_passed",
                             "UPDATE notices SET author_id = $2 WHERE author_id = $1"};
const Passing notice_receivers_doubled{"notice_receivers_doubled", R"(
    DELETE FROM notice_receivers
     WHERE person_id = $1
       AND notice_id IN (SELECT notice_id FROM notice_receivers WHERE person_id = $2))"};
const Passing notice_receivers_passed{
    "notice_receivers_passed", "UPDATE notice_receivers SET person_id = $2 WHERE person_id = $1"};
// Who wanted none under either account gets none.
const Passing unsubscriptions_passed{"unsubscriptions_passed", R"(
    INSERT INTO notice_unsubscriptions (network_id, person_id, since_at)
    SELECT network_id, CAST($2 AS BIGINT), since_at
      FROM notice_unsubscriptions
     WHERE person_id = $1
        ON CONFLICT DO NOTHING)"};
const Query<Nothing(base::Instant)> notice_receivers_purged{
    "notice_receivers_purged", "DELETE FROM notice_receivers WHERE queued_at < $1"};
const Query<std::string()> unguarded_miscounted_notices{"unguarded_miscounted_notices", R"(
    SELECT 'notice ' || n.id || ' counts ' || n.letters || ' letters and has more receivers'
      FROM notices n
     WHERE n.letters < (SELECT count(*) FROM notice_receivers r WHERE r.notice_id = n.id)
     ORDER BY n.id
     LIMIT 100)"};

sql::Blob blob(std::string_view bytes) {
    return {std::string(bytes)};
}

}  // namespace

std::vector<Notice> sent(sql::Tx& tx, const List& audiences, const sql::After& after, int count) {
    return tx.all(notices_sent, audiences, after.number, after.id, count);
}

std::optional<Notice> find(sql::Tx& tx, const List& audiences, NoticeId id) {
    return tx.find(notice_by_id, audiences, id);
}

std::vector<Notice> drafts(sql::Tx& tx, const List& audiences, PersonId author) {
    return tx.all(notice_drafts, audiences, author, drafts_max);
}

std::int64_t count_since(sql::Tx& tx, const List& audiences, base::Instant since) {
    return tx.one(notices_counted, audiences, since);
}

NoticeId add(sql::Tx& tx, const networks::Network& network, PersonId author, const NoticeRow& row) {
    return tx.one(notice_added, network.id, network.audience, author, row.office, row.subject,
                  row.body, row.html, row.now);
}

bool change(sql::Tx& tx, NoticeId id, const NoticeRow& row) {
    return tx.run(notice_changed, id, row.office, row.subject, row.body, row.html, row.now) == 1;
}

bool remove(sql::Tx& tx, NoticeId id) {
    return tx.run(notice_removed, id) == 1;
}

bool let_go(sql::Tx& tx, NoticeId id, Office office, std::int64_t receivers, base::Instant now) {
    return tx.run(notice_let_go, id, office, receivers, now) == 1;
}

std::optional<Notice> find_going(sql::Tx& tx, NoticeId id) {
    return tx.find(unguarded_notice_going, id);
}

std::vector<Going> going_since(sql::Tx& tx, base::Instant before) {
    return tx.all(unguarded_notices_stuck, before);
}

bool add_receiver(sql::Tx& tx, const Receiver& receiver) {
    return tx.run(notice_receiver_added, receiver.notice, receiver.person, receiver.network,
                  blob(receiver.token_digest), receiver.now) == 1;
}

void move_on(sql::Tx& tx, NoticeId id, PersonId last, std::int64_t letters) {
    tx.run(notice_moved_on, id, last, letters);
}

void finish(sql::Tx& tx, NoticeId id, std::int64_t letters) {
    tx.run(notice_finished, id, letters);
}

std::optional<LinkRow> find_link(sql::Tx& tx, std::string_view token_digest) {
    return tx.find(notice_link, blob(token_digest));
}

bool is_unsubscribed(sql::Tx& tx, NetworkId network, PersonId person) {
    return tx.one(unsubscription_counted, network, person) > 0;
}

List unsubscribed(sql::Tx& tx, NetworkId network, const List& persons) {
    return tx.all(unsubscribed_among, network, persons);
}

List unsubscribed(sql::Tx& tx, NetworkId network) {
    return tx.all(unsubscribed_all, network, receivers_max);
}

bool unsubscribe(sql::Tx& tx, NetworkId network, PersonId person, base::Instant now) {
    return tx.run(unsubscription_added, network, person, now) == 1;
}

void unsubscribe_everywhere(sql::Tx& tx, PersonId person, base::Instant now) {
    tx.run(unsubscribed_everywhere, person, now);
}

bool subscribe(sql::Tx& tx, NetworkId network, PersonId person) {
    return tx.run(unsubscription_removed, network, person) == 1;
}

void forget(sql::Tx& tx, PersonId person) {
    tx.run(notice_drafts_forgotten, person);
    tx.run(notice_receivers_forgotten, person);
    tx.run(unsubscriptions_forgotten, person);
}

void merge(sql::Tx& tx, const identity::Merger& merger) {
    for (const auto* passing : {&notices_passed, &notice_receivers_doubled,
                                &notice_receivers_passed, &unsubscriptions_passed}) {
        tx.run(*passing, merger.gone, merger.kept);
    }
    tx.run(unsubscriptions_forgotten, merger.gone);
}

std::int64_t purge(sql::Tx& tx, base::Instant queued_before) {
    return tx.run(notice_receivers_purged, queued_before);
}

std::vector<std::string> miscounted(sql::Tx& tx) {
    return tx.all(unguarded_miscounted_notices);
}

}  // namespace notices::store
