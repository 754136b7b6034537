/* The statements of one reply, in bare C with 16 replies a commit: what ./bench/run replies holds
   Moothall against. One thread, all statements prepared once, no HTTP, no Markdown, no HTML.

   bare_replies DATABASE SECONDS < lines of "digest-hex person topic"
   prints: {"replies":n,"seconds":s,"processor_s":s}

   What Moothall runs for POST /forum/{topic}/replies, in this order (the request log's "statements"
   counts the numbered ones; the savepoint is a group commit's own):
        SAVEPOINT part                                      platform/sql/sqlite.cpp
     1  settings_all                                        platform/web/store.cpp
     2  session_by_token, 3 person_by_id,
     4  roles_by_person,  5 audiences_by_person             platform/identity/store.cpp
     6  receipt_taken                                       platform/web/store.cpp
     7  caught_up_at                                        features/forum/store_reading.cpp
     8  topic_by_id, 9 number_taken, 10 post_added          features/forum/store.cpp
    11  attention_set (a person's first reply to a topic),
    12  read_set or own_counted                             features/forum/store_reading.cpp
    13  fact_added                                          platform/record/store.cpp
    14  draft_dropped                                       features/forum/store_reading.cpp
    15  outcome_noted                                       platform/web/store.cpp
        RELEASE part
   Not here, because it is not the reply: what the listeners do afterwards in transactions of their
   own (search index, mail, cursors). Moothall's rate has to bear it; this does not. */
#include <sqlite3.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { a_commit = 16, sessions_max = 100000, audiences = 8 };

struct Session {
    unsigned char digest[32];
    long long person, topic;
    int replies;
};

static sqlite3* database;
static struct Session sessions[sessions_max];

static void must(int code, int wanted, const char* what) {
    if (code == wanted) return;
    fprintf(stderr, "bare_replies: %s: %s\n", what, sqlite3_errmsg(database));
    exit(1);
}

static void plain(const char* text) {
    must(sqlite3_exec(database, text, 0, 0, 0), SQLITE_OK, text);
}

static sqlite3_stmt* prepared(const char* text) {
    sqlite3_stmt* statement = 0;
    must(sqlite3_prepare_v3(database, text, -1, SQLITE_PREPARE_PERSISTENT, &statement, 0),
         SQLITE_OK, text);
    return statement;
}

/* Steps to the end; gives the first column of the first row. */
static long long run(sqlite3_stmt* statement) {
    long long first = 0;
    int rows = 0, code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        if (rows++ == 0) first = sqlite3_column_int64(statement, 0);
        for (int i = 0; i < sqlite3_column_count(statement); ++i) {
            if (sqlite3_column_type(statement, i) == SQLITE_TEXT) sqlite3_column_text(statement, i);
        }
    }
    must(code, SQLITE_DONE, sqlite3_sql(statement));
    sqlite3_reset(statement);
    return first;
}

static void number(sqlite3_stmt* statement, int place, long long value) {
    must(sqlite3_bind_int64(statement, place, value), SQLITE_OK, "bind");
}

static void text(sqlite3_stmt* statement, int place, const char* value) {
    must(sqlite3_bind_text(statement, place, value, -1, SQLITE_STATIC), SQLITE_OK, "bind");
}

static double seconds_of(clockid_t which) {
    struct timespec at;
    clock_gettime(which, &at);
    return (double)at.tv_sec + (double)at.tv_nsec / 1e9;
}

static long long now_us(void) {
    struct timespec at;
    clock_gettime(CLOCK_REALTIME, &at);
    return (long long)at.tv_sec * 1000000 + at.tv_nsec / 1000;
}

#include "bare_replies_text.h"

static struct {
    sqlite3_stmt *begin, *commit, *savepoint, *release, *settings, *session, *person, *roles,
        *audiences, *receipt, *caught_up, *topic, *taken, *post, *attention, *read_set, *own, *fact,
        *draft, *outcome;
} s;

static void prepare_all(void) {
    s.begin = prepared("BEGIN IMMEDIATE");
    s.commit = prepared("COMMIT");
    s.savepoint = prepared("SAVEPOINT part");
    s.release = prepared("RELEASE part");
    s.settings = prepared("SELECT name, value FROM settings");
    s.session = prepared("SELECT id, person_id, secret, seen_at, expires_at FROM sessions "
                         "WHERE token_digest = ?1");
    s.person = prepared("SELECT id, name, handle, role_line, email, password_hash, theme, joined_at "
                        "FROM persons WHERE id = ?1");
    s.roles = prepared("SELECT role, coalesce(audience_id, 0) FROM roles_held WHERE person_id = ?1 "
                       "ORDER BY id");
    s.audiences = prepared("SELECT audience_id FROM audience_members WHERE person_id = ?1 "
                           "ORDER BY audience_id");
    s.receipt = prepared("INSERT INTO form_receipts (form, at, location) VALUES (?1, ?2, '') "
                         "ON CONFLICT (form) DO NOTHING");
    s.caught_up = prepared("SELECT at FROM caught_up WHERE person_id = ?1");
    s.topic = prepared(
        "SELECT t.id, t.area_id, t.audience_id, t.title, t.author_id, au.name, au.role_line, "
        "t.started_at, t.last_number, t.last_post_at, t.version, t.closed_at, t.pinned_at, "
        "t.hidden_at, t.hidden_reason, CASE WHEN r.person_id IS NOT NULL THEN r.read_number "
        "WHEN t.started_at > ?3 THEN 0 ELSE (SELECT coalesce(max(b.number), 0) FROM posts b "
        "WHERE b.topic_id = t.id AND b.written_at <= ?3) END, coalesce(r.own_after, 0), "
        "coalesce(r.attention, 0), CASE WHEN r.person_id IS NULL THEN 0 ELSE 1 END "
        "FROM topics t JOIN persons au ON au.id = t.author_id "
        "LEFT JOIN reading r ON r.topic_id = t.id AND r.person_id = ?2 "
        "WHERE t.audience_id IN (?5,?6,?7,?8,?9,?10,?11,?12) "
        "AND (t.hidden_at IS NULL OR t.audience_id IN (?4)) AND t.id = ?1");
    s.taken = prepared("UPDATE topics SET last_number = last_number + 1, last_author_id = ?2, "
                       "last_post_at = ?3, version = version + 1 WHERE id = ?1 "
                       "RETURNING last_number");
    s.post = prepared("INSERT INTO posts (topic_id, number, author_id, written_at, markdown, html) "
                      "VALUES (?1, ?2, ?3, ?4, ?5, ?6) RETURNING id");
    s.attention = prepared("INSERT INTO reading (person_id, topic_id, attention, read_number) "
                           "VALUES (?1, ?2, ?3, ?4) ON CONFLICT (person_id, topic_id) DO UPDATE "
                           "SET attention = excluded.attention");
    s.read_set = prepared(
        "INSERT INTO reading (person_id, topic_id, read_number, own_after) VALUES (?1, ?2, ?3, 0) "
        "ON CONFLICT (person_id, topic_id) DO UPDATE SET read_number = excluded.read_number, "
        "own_after = (SELECT count(*) FROM posts p WHERE p.topic_id = ?2 AND p.author_id = ?1 AND "
        "p.number > ?3) WHERE reading.read_number < excluded.read_number");
    s.own = prepared("UPDATE reading SET own_after = own_after + 1 WHERE person_id = ?1 AND "
                     "topic_id = ?2");
    s.fact = prepared("INSERT INTO facts (transaction_number, at, actor_id, kind, subject_id, "
                      "details) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    s.draft = prepared("DELETE FROM drafts WHERE person_id = ?1 AND place = ?2");
    s.outcome = prepared("UPDATE form_receipts SET location = ?2 WHERE form = ?1");
}

static void reply(struct Session* session, long long serial) {
    char form[32], location[64], details[96], place[32];
    const long long at = now_us();
    snprintf(form, sizeof form, "bare-%017lld", serial);
    snprintf(place, sizeof place, "topic:%lld", session->topic);
    run(s.savepoint);
    run(s.settings);
    must(sqlite3_bind_blob(s.session, 1, session->digest, 32, SQLITE_STATIC), SQLITE_OK, "bind");
    run(s.session);
    number(s.person, 1, session->person), run(s.person);
    number(s.roles, 1, session->person), run(s.roles);
    long long held[audiences] = {0};
    int count = 0;
    number(s.audiences, 1, session->person);
    while (sqlite3_step(s.audiences) == SQLITE_ROW && count < audiences) {
        held[count++] = sqlite3_column_int64(s.audiences, 0);
    }
    sqlite3_reset(s.audiences);
    text(s.receipt, 1, form), number(s.receipt, 2, at), run(s.receipt);
    number(s.caught_up, 1, session->person);
    const long long caught_up = run(s.caught_up);
    number(s.topic, 1, session->topic), number(s.topic, 2, session->person);
    number(s.topic, 3, caught_up);
    must(sqlite3_bind_null(s.topic, 4), SQLITE_OK, "bind");
    for (int i = 0; i < audiences; ++i) number(s.topic, 5 + i, held[i < count ? i : count - 1]);
    if (run(s.topic) != session->topic) fputs("bare_replies: a topic is not seen\n", stderr), exit(1);
    number(s.taken, 1, session->topic), number(s.taken, 2, session->person);
    number(s.taken, 3, at);
    const long long last = run(s.taken);
    number(s.post, 1, session->topic), number(s.post, 2, last), number(s.post, 3, session->person);
    number(s.post, 4, at), text(s.post, 5, reply_markdown), text(s.post, 6, reply_html);
    const long long post = run(s.post);
    if (session->replies++ == 0) {
        number(s.attention, 1, session->person), number(s.attention, 2, session->topic);
        number(s.attention, 3, 1), number(s.attention, 4, 0), run(s.attention);
    }
    number(s.own, 1, session->person), number(s.own, 2, session->topic), run(s.own);
    snprintf(details, sizeof details, "{\"audience\":%lld,\"post\":%lld}", held[0], post);
    number(s.fact, 1, 0), number(s.fact, 2, at), number(s.fact, 3, session->person);
    text(s.fact, 4, "forum.replied"), number(s.fact, 5, session->topic), text(s.fact, 6, details);
    run(s.fact);
    number(s.draft, 1, session->person), text(s.draft, 2, place), run(s.draft);
    snprintf(location, sizeof location, "/forum/%lld-bench?from=1#p%lld", session->topic, last);
    text(s.outcome, 1, form), text(s.outcome, 2, location), run(s.outcome);
    run(s.release);
}

int main(int arguments, char** argument) {
    if (arguments != 3) return fputs("bare_replies DATABASE SECONDS < sessions\n", stderr), 2;
    must(sqlite3_open_v2(argument[1], &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, 0),
         SQLITE_OK, "open");
    plain("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
          "PRAGMA mmap_size=0; PRAGMA cache_size=-8192; PRAGMA trusted_schema=OFF;");
    char hex[65];
    int known = 0;
    for (struct Session* read = sessions; known < sessions_max; ++read, ++known) {
        if (scanf("%64s %lld %lld", hex, &read->person, &read->topic) != 3) break;
        for (int i = 0; i < 32; ++i) sscanf(hex + 2 * i, "%2hhx", &read->digest[i]);
    }
    if (known == 0) return fputs("bare_replies: no sessions\n", stderr), 2;
    prepare_all();
    const long long first = now_us();
    const double began = seconds_of(CLOCK_MONOTONIC), used = seconds_of(CLOCK_PROCESS_CPUTIME_ID);
    const double until = began + atof(argument[2]);
    long long done = 0;
    while (seconds_of(CLOCK_MONOTONIC) < until) {
        run(s.begin);
        for (int i = 0; i < a_commit; ++i, ++done) reply(&sessions[done % known], first + done);
        run(s.commit);
    }
    printf("{\"replies\":%lld,\"seconds\":%.4f,\"processor_s\":%.4f}\n", done,
           seconds_of(CLOCK_MONOTONIC) - began, seconds_of(CLOCK_PROCESS_CPUTIME_ID) - used);
    return 0;
}
