// What passes from one account of a person to their other one.

#include "features/forum/store.h"

#include <algorithm>

namespace forum::store {

namespace {

using sql::Nothing;
using sql::Query;

// Everywhere: $1 the account that goes, $2 the one that is kept.
using Passing = Query<Nothing(PersonId, PersonId)>;

// What was drawn with the other name is drawn anew.
const Passing topics_redrawn{"topics_redrawn", R"(
    UPDATE topics
       SET version = version + 1
     WHERE author_id IN ($1, $2) OR last_author_id IN ($1, $2)
        OR id IN (SELECT topic_id FROM posts WHERE author_id IN ($1, $2))
        OR id IN (SELECT topic_id FROM reactions WHERE person_id IN ($1, $2)))"};
const Passing topics_passed{"topics_passed",
                            "UPDATE topics SET author_id = $2 WHERE author_id = $1"};
const Passing last_author_passed{"last_author_passed",
                                 "UPDATE topics SET last_author_id = $2 WHERE last_author_id = $1"};
const Passing posts_passed{"posts_passed", "UPDATE posts SET author_id = $2 WHERE author_id = $1"};
const Passing earlier_texts_passed{"earlier_texts_passed",
                                   "UPDATE earlier_texts SET editor_id = $2 WHERE editor_id = $1"};

// One person thanks once, and never themselves. The counters are told around it.
std::string counters_changed(char sign) {
    return std::string(R"(
    UPDATE posts
       SET thanks = thanks )") +
           sign + R"( (SELECT count(*) FROM reactions r
                               WHERE r.post_id = posts.id AND r.person_id = $1 AND r.kind = 1),
           useful = useful )" +
           sign + R"( (SELECT count(*) FROM reactions r
                               WHERE r.post_id = posts.id AND r.person_id = $1 AND r.kind = 2)
     WHERE id IN (SELECT post_id FROM reactions WHERE person_id = $1))";
}
const Query<Nothing(PersonId)> merged_uncounted{"merged_uncounted", counters_changed('-')};
const Query<Nothing(PersonId)> merged_counted{"merged_counted", counters_changed('+')};
const Passing reactions_passed{"reactions_passed", R"(
    INSERT INTO reactions (person_id, topic_id, post_id, kind)
    SELECT CAST($2 AS BIGINT), topic_id, post_id, kind
      FROM reactions
     WHERE person_id = $1
        ON CONFLICT DO NOTHING)"};
const Query<Nothing(PersonId)> reactions_left{"reactions_left",
                                              "DELETE FROM reactions WHERE person_id = $1"};
const Query<Nothing(PersonId)> own_reactions_dropped{"own_reactions_dropped", R"(
    DELETE FROM reactions
     WHERE person_id = $1 AND post_id IN (SELECT id FROM posts WHERE author_id = $1))"};

// What either has read is read: up to an account's own mark; else up to what was there when it
// last caught up ($3 the one that goes, $4 the kept one); nothing that it does not see. From then
// on all counts as caught up at the earlier moment, $5, because topics that were quiet since are
// not looked at (Reader::since); a mark is written where it says more than that.
const Query<Nothing(PersonId, PersonId, base::Instant, base::Instant, base::Instant)>
    unguarded_reading_passed{"unguarded_reading_passed", R"(
    INSERT INTO reading (person_id, topic_id, read_number, attention)
    SELECT CAST($2 AS BIGINT), topic_id,
           CASE WHEN by_gone > by_kept THEN by_gone ELSE by_kept END,
           CASE WHEN kept_attention <> 0 THEN kept_attention ELSE gone_attention END
      FROM (SELECT t.id AS topic_id,
                   CASE WHEN g.person_id IS NOT NULL THEN g.read_number
                        WHEN t.audience_id IN (SELECT audience_id FROM audience_members
                                                WHERE person_id = $1)
                        THEN coalesce((SELECT b.number FROM posts b
                                        WHERE b.topic_id = t.id AND b.written_at <= $3
                                        ORDER BY b.written_at DESC, b.number DESC LIMIT 1), 0)
                        ELSE 0
                   END AS by_gone,
                   CASE WHEN k.person_id IS NOT NULL THEN k.read_number
                        WHEN t.audience_id IN (SELECT audience_id FROM audience_members
                                                WHERE person_id = $2)
                        THEN coalesce((SELECT b.number FROM posts b
                                        WHERE b.topic_id = t.id AND b.written_at <= $4
                                        ORDER BY b.written_at DESC, b.number DESC LIMIT 1), 0)
                        ELSE 0
                   END AS by_kept,
                   coalesce(k.read_number,
                            (SELECT b.number FROM posts b
                              WHERE b.topic_id = t.id AND b.written_at <= $5
                              ORDER BY b.written_at DESC, b.number DESC LIMIT 1), 0) AS untold,
                   coalesce(k.attention, 0) AS kept_attention,
                   coalesce(g.attention, 0) AS gone_attention
              FROM topics t
              LEFT JOIN reading k ON k.topic_id = t.id AND k.person_id = $2
              LEFT JOIN reading g ON g.topic_id = t.id AND g.person_id = $1
             WHERE g.person_id IS NOT NULL
                OR (t.last_post_at > $5
                    AND t.audience_id IN (SELECT audience_id FROM audience_members
                                           WHERE person_id IN ($1, $2)))) known
     WHERE gone_attention <> 0
        OR CASE WHEN by_gone > by_kept THEN by_gone ELSE by_kept END <> untold
        ON CONFLICT (person_id, topic_id) DO UPDATE
       SET read_number = excluded.read_number, attention = excluded.attention)"};
const Query<Nothing(PersonId)> own_counted_anew{"own_counted_anew", R"(
    UPDATE reading
       SET own_after = (SELECT count(*) FROM posts p
                         WHERE p.topic_id = reading.topic_id AND p.author_id = $1
                           AND p.number > reading.read_number)
     WHERE person_id = $1)"};
const Query<Nothing(PersonId)> reading_left{"reading_left",
                                            "DELETE FROM reading WHERE person_id = $1"};
const Query<Nothing(PersonId)> caught_up_left{"caught_up_left",
                                              "DELETE FROM caught_up WHERE person_id = $1"};
const Query<Nothing(PersonId, base::Instant)> caught_up_stated{"caught_up_stated", R"(
    INSERT INTO caught_up (person_id, at)
    VALUES ($1, $2)
        ON CONFLICT (person_id) DO UPDATE SET at = excluded.at, settled_at = NULL)"};

// Two drafts of one place become one: neither text is lost.
const Passing drafts_passed{"drafts_passed", R"(
    INSERT INTO drafts (person_id, place, title, body, saved_at)
    SELECT CAST($2 AS BIGINT), place, title, body, saved_at
      FROM drafts
     WHERE person_id = $1
        ON CONFLICT (person_id, place) DO UPDATE
       SET title = CASE WHEN drafts.title = '' THEN excluded.title ELSE drafts.title END,
           body = CASE WHEN drafts.body = '' THEN excluded.body
                       WHEN excluded.body = '' THEN drafts.body
                       ELSE drafts.body || '

' || excluded.body END,
           saved_at = CASE WHEN excluded.saved_at > drafts.saved_at THEN excluded.saved_at
                           ELSE drafts.saved_at END)"};
const Query<Nothing(PersonId)> drafts_left{"drafts_left",
                                           "DELETE FROM drafts WHERE person_id = $1"};
const Passing mentions_passed{"mentions_passed", R"(
    INSERT INTO mentions (person_id, post_id, seen_at, told_at)
    SELECT CAST($2 AS BIGINT), post_id, seen_at, told_at
      FROM mentions
     WHERE person_id = $1
        ON CONFLICT (person_id, post_id) DO UPDATE
       SET seen_at = coalesce(mentions.seen_at, excluded.seen_at),
           told_at = coalesce(mentions.told_at, excluded.told_at))"};
const Query<Nothing(PersonId)> mentions_left{"mentions_left",
                                             "DELETE FROM mentions WHERE person_id = $1"};
const Query<Nothing(PersonId)> own_mentions_dropped{"own_mentions_dropped", R"(
    DELETE FROM mentions
     WHERE person_id = $1 AND post_id IN (SELECT id FROM posts WHERE author_id = $1))"};

void pass_reactions(sql::Tx& tx, const identity::Merger& merger) {
    tx.run(merged_uncounted, merger.gone);
    tx.run(merged_uncounted, merger.kept);
    tx.run(reactions_passed, merger.gone, merger.kept);
    tx.run(reactions_left, merger.gone);
    tx.run(own_reactions_dropped, merger.kept);
    tx.run(merged_counted, merger.kept);
}

}  // namespace

void merge(sql::Tx& tx, const identity::Merger& merger, const CaughtUp& at) {
    tx.run(topics_redrawn, merger.gone, merger.kept);
    tx.run(topics_passed, merger.gone, merger.kept);
    tx.run(last_author_passed, merger.gone, merger.kept);
    tx.run(posts_passed, merger.gone, merger.kept);
    tx.run(earlier_texts_passed, merger.gone, merger.kept);
    pass_reactions(tx, merger);
    const auto earlier = std::min(at.gone, at.kept);
    tx.run(unguarded_reading_passed, merger.gone, merger.kept, at.gone, at.kept, earlier);
    tx.run(reading_left, merger.gone);
    tx.run(caught_up_left, merger.gone);
    tx.run(caught_up_stated, merger.kept, earlier);
    tx.run(own_counted_anew, merger.kept);
    tx.run(drafts_passed, merger.gone, merger.kept);
    tx.run(drafts_left, merger.gone);
    tx.run(mentions_passed, merger.gone, merger.kept);
    tx.run(mentions_left, merger.gone);
    tx.run(own_mentions_dropped, merger.kept);
}

}  // namespace forum::store
