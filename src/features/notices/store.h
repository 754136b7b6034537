#pragma once
// All SQL of notices. Whatever a person reads is asked for with the audiences whose notices they
// read.

#include "features/notices/notices.h"
#include "platform/identity/holding.h"
#include "platform/identity/merger.h"

namespace notices::store {

using List = std::vector<std::int64_t>;

std::vector<Notice> sent(sql::Tx& tx, const List& audiences, const sql::After& after, int count);
std::optional<Notice> find(sql::Tx& tx, const List& audiences, NoticeId id);
std::vector<Notice> drafts(sql::Tx& tx, const List& audiences, PersonId author);
std::int64_t count_since(sql::Tx& tx, const List& audiences, base::Instant since);

struct NoticeRow {
    std::string_view subject, body, html;
    Office office = Office::chair;
    base::Instant now;
};
NoticeId add(sql::Tx& tx, const networks::Network& network, PersonId author, const NoticeRow& row);
// What has been sent stays as it is: false.
bool change(sql::Tx& tx, NoticeId id, const NoticeRow& row);
bool remove(sql::Tx& tx, NoticeId id);
bool let_go(sql::Tx& tx, NoticeId id, Office office, std::int64_t receivers, base::Instant now);

// ---- its letters ----

std::optional<Notice> find_going(sql::Tx& tx, NoticeId id);
struct Going {
    NoticeId id;
    PersonId last;
};
std::vector<Going> going_since(sql::Tx& tx, base::Instant before);  // at most 100
struct Receiver {
    NoticeId notice;
    NetworkId network;
    PersonId person;
    std::string_view token_digest;
    base::Instant now;
};
bool add_receiver(sql::Tx& tx, const Receiver& receiver);  // false: has a letter of it already
void move_on(sql::Tx& tx, NoticeId id, PersonId last, std::int64_t letters);
void finish(sql::Tx& tx, NoticeId id, std::int64_t letters);

struct LinkRow {
    PersonId person;
    NetworkId network;
};
std::optional<LinkRow> find_link(sql::Tx& tx, std::string_view token_digest);

// ---- who wants none ----

bool is_unsubscribed(sql::Tx& tx, NetworkId network, PersonId person);
List unsubscribed(sql::Tx& tx, NetworkId network, const List& persons);  // those among them
List unsubscribed(sql::Tx& tx, NetworkId network);                       // all
bool unsubscribe(sql::Tx& tx, NetworkId network, PersonId person, base::Instant now);
void unsubscribe_everywhere(sql::Tx& tx, PersonId person, base::Instant now);
bool subscribe(sql::Tx& tx, NetworkId network, PersonId person);

void forget(sql::Tx& tx, PersonId person);
void merge(sql::Tx& tx, const identity::Merger& merger);
std::int64_t purge(sql::Tx& tx, base::Instant queued_before);
std::vector<identity::Holding> held(sql::Tx& tx, PersonId person);
std::vector<std::string> miscounted(sql::Tx& tx);  // for `check`

}  // namespace notices::store
