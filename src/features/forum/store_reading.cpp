#include "features/forum/store.h"

#include "platform/base/text.h"
#include "platform/identity/store.h"

namespace forum::store {

namespace {

using sql::Nothing;
using sql::Query;

struct ReactionRow {
    PostId post;
    Reaction kind;
};

const Query<Nothing(PersonId, TopicId, PostId, Reaction)> reaction_added{"reaction_added", R"(
    INSERT INTO reactions (person_id, topic_id, post_id, kind)
    VALUES ($1, $2, $3, $4)
        ON CONFLICT DO NOTHING)"};
const Query<Nothing(PersonId, TopicId, PostId, Reaction)> reaction_dropped{"reaction_dropped", R"(
    DELETE FROM reactions
     WHERE person_id = $1 AND topic_id = $2 AND post_id = $3 AND kind = $4)"};
const Query<Nothing(PostId, int)> thanks_counted{
    "thanks_counted", "UPDATE posts SET thanks = thanks + $2 WHERE id = $1"};
const Query<Nothing(PostId, int)> useful_counted{
    "useful_counted", "UPDATE posts SET useful = useful + $2 WHERE id = $1"};
const Query<ReactionRow(PersonId, TopicId)> reactions_by_person{"reactions_by_person", R"(
    SELECT post_id, kind
      FROM reactions
     WHERE person_id = $1 AND topic_id = $2
     ORDER BY post_id, kind
     LIMIT 5000)"};

const Query<CaughtUpRow(PersonId)> caught_up_by_person{
    "caught_up_by_person",
    "SELECT at, settled_at, settled_eyes FROM caught_up WHERE person_id = $1"};
const Query<Nothing(PersonId, base::Instant, base::Instant, std::string_view)> settled_set{
    "settled_set", R"(
    INSERT INTO caught_up (person_id, at, settled_at, settled_eyes)
    VALUES ($1, $2, $3, $4)
        ON CONFLICT (person_id) DO UPDATE
       SET settled_at = excluded.settled_at, settled_eyes = excluded.settled_eyes)"};
const Query<Nothing(PersonId)> settled_dropped{
    "settled_dropped", "UPDATE caught_up SET settled_at = NULL WHERE person_id = $1"};
const Query<Nothing()> settled_dropped_for_all{
    "settled_dropped_for_all",
    "UPDATE caught_up SET settled_at = NULL WHERE settled_at IS NOT NULL"};
const Query<Nothing(PersonId, base::Instant)> caught_up_set{"caught_up_set", R"(
    INSERT INTO caught_up (person_id, at)
    VALUES ($1, $2)
        ON CONFLICT (person_id) DO UPDATE SET at = excluded.at)"};
const Query<Nothing(PersonId)> all_read{"all_read", R"(
    UPDATE reading
       SET read_number = (SELECT t.last_number FROM topics t WHERE t.id = topic_id), own_after = 0
     WHERE person_id = $1)"};
const Query<Nothing(PersonId, TopicId, int)> read_set{"read_set", R"(
    INSERT INTO reading (person_id, topic_id, read_number, own_after)
    VALUES ($1, $2, $3, 0)
        ON CONFLICT (person_id, topic_id) DO UPDATE
       SET read_number = excluded.read_number,
           own_after = (SELECT count(*) FROM posts p
                         WHERE p.topic_id = $2 AND p.author_id = $1 AND p.number > $3)
     WHERE reading.read_number < excluded.read_number)"};
const Query<Nothing(PersonId, TopicId)> own_counted{"own_counted", R"(
    UPDATE reading
       SET own_after = own_after + 1
     WHERE person_id = $1 AND topic_id = $2)"};
const Query<Nothing(PersonId, TopicId, Attention, int)> attention_set{"attention_set", R"(
    INSERT INTO reading (person_id, topic_id, attention, read_number)
    VALUES ($1, $2, $3, $4)
        ON CONFLICT (person_id, topic_id) DO UPDATE SET attention = excluded.attention)"};

// The topics with something unread, of those active after $5.
const std::string unread_topics = R"(
      FROM (SELECT t.audience_id, t.last_post_at, t.id,
                   t.last_number - coalesce(r.own_after, 0)
                   - CASE WHEN r.person_id IS NOT NULL THEN r.read_number
                          WHEN t.started_at > $4 THEN 0
                          ELSE coalesce((SELECT b.number FROM posts b
                                          WHERE b.topic_id = t.id AND b.written_at <= $4
                                          ORDER BY b.written_at DESC, b.number DESC
                                          LIMIT 1), 0)
                     END AS unread
              FROM topics t
              LEFT JOIN reading r ON r.topic_id = t.id AND r.person_id = $3
             WHERE +t.audience_id IN ($1)
               AND (t.hidden_at IS NULL OR t.audience_id IN ($2))
               AND t.last_post_at > $5 AND coalesce(r.attention, 0) <> 2) counted
     WHERE unread > 0)";
// Walks from the newest activity, as the lists do, and stops at the last that counts.
const Query<UnreadCount(List, List, PersonId, base::Instant, base::Instant, int)>
    unread_by_audience{"unread_by_audience", R"(
    SELECT audience_id, count(*), CAST(sum(unread) AS BIGINT)
      FROM (SELECT audience_id, unread)" + unread_topics +
                                                 R"(
             ORDER BY last_post_at DESC, id DESC
             LIMIT $6) newest
     GROUP BY audience_id)"};
const Query<base::Instant(List, List, PersonId, base::Instant, base::Instant)> unread_oldest{
    "unread_oldest", "SELECT last_post_at" + unread_topics + " ORDER BY last_post_at LIMIT 1"};
const Query<PersonId(TopicId)> followers_by_topic{"followers_by_topic", R"(
    SELECT person_id
      FROM reading
     WHERE topic_id = $1 AND attention = 1
     ORDER BY person_id
     LIMIT 20000)"};

const Query<Draft(PersonId, std::string_view)> draft_by_place{"draft_by_place", R"(
    SELECT title, body, saved_at
      FROM drafts
     WHERE person_id = $1 AND place = $2)"};
const Query<std::int64_t(PersonId, std::string_view)> drafts_elsewhere{"drafts_elsewhere", R"(
    SELECT count(*)
      FROM drafts
     WHERE person_id = $1 AND place <> $2)"};
const Query<Nothing(PersonId, std::string_view, std::string_view, std::string_view, base::Instant)>
    draft_kept{"draft_kept", R"(
    INSERT INTO drafts (person_id, place, title, body, saved_at)
    VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (person_id, place) DO UPDATE
       SET title = excluded.title, body = excluded.body, saved_at = excluded.saved_at)"};
const Query<Nothing(PersonId, std::string_view)> draft_dropped{
    "draft_dropped", "DELETE FROM drafts WHERE person_id = $1 AND place = $2"};

const Query<Person(std::string_view, AudienceId)> mentionable_by_handle{"mentionable_by_handle", R"(
    SELECT p.id, p.handle, p.name
      FROM persons p
      JOIN audience_members m ON m.person_id = p.id AND m.audience_id = $2
     WHERE p.handle = $1)"};
// By the beginning of any part of a handle, so of a surname too; of the whole one first.
const Query<Mentionable(AudienceId, std::string_view, std::string_view, std::string_view, PersonId)>
    mentionable_by_beginning{
        "mentionable_by_beginning",
        "SELECT p.handle, p.name, " + identity::store::role_line_to("p", "$5") + R"(
      FROM persons p
      JOIN audience_members m ON m.person_id = p.id AND m.audience_id = $1
     WHERE (p.handle >= $2 AND p.handle < $3) OR p.handle LIKE $4
     ORDER BY CASE WHEN p.handle >= $2 AND p.handle < $3 THEN 0 ELSE 1 END, p.handle
     LIMIT 8)"};
const Query<Nothing(PersonId, PostId)> mention_added{"mention_added", R"(
    INSERT INTO mentions (person_id, post_id)
    VALUES ($1, $2)
        ON CONFLICT DO NOTHING)"};
const Query<PersonId(PostId)> mentions_untold{"mentions_untold", R"(
    SELECT person_id
      FROM mentions
     WHERE post_id = $1 AND told_at IS NULL AND seen_at IS NULL
     ORDER BY person_id
     LIMIT 100)"};
const Query<Nothing(PersonId, PostId, base::Instant)> mention_told{
    "mention_told", "UPDATE mentions SET told_at = $3 WHERE person_id = $1 AND post_id = $2"};
const Query<Nothing(PersonId, TopicId, int, int, int, base::Instant)> mentions_seen{"mentions_seen",
                                                                                    R"(
    UPDATE mentions
       SET seen_at = $6
     WHERE person_id = $1 AND seen_at IS NULL
       AND post_id IN (SELECT id
                         FROM posts
                        WHERE topic_id = $2 AND (number BETWEEN $3 AND $4 OR number = $5)))"};
const Query<int(PersonId, TopicId)> mentions_unseen_in_topic{"mentions_unseen_in_topic", R"(
    SELECT p.number
      FROM mentions m
      JOIN posts p ON p.id = m.post_id
     WHERE m.person_id = $1 AND m.seen_at IS NULL AND p.topic_id = $2
     ORDER BY p.number
     LIMIT 1000)"};
const Query<MentionLine(List, List, PersonId, int)> mentions_unseen{"mentions_unseen", R"(
    SELECT p.id, p.topic_id, t.title, p.number, coalesce(v.name, a.name), p.written_at,
           p.markdown
      FROM mentions m
      JOIN posts p ON p.id = m.post_id
      JOIN topics t ON t.id = p.topic_id
      JOIN persons a ON a.id = p.author_id
      LEFT JOIN voices v ON v.id = p.voice_id
     WHERE m.person_id = $3 AND m.seen_at IS NULL AND p.hidden_at IS NULL
       AND t.audience_id IN ($1) AND (t.hidden_at IS NULL OR t.audience_id IN ($2))
     ORDER BY m.post_id DESC
     LIMIT $4)"};

const Query<Nothing(PersonId)> reactions_uncounted{"reactions_uncounted", R"(
    UPDATE posts
       SET thanks = thanks - (SELECT count(*) FROM reactions r
                               WHERE r.post_id = posts.id AND r.person_id = $1 AND r.kind = 1),
           useful = useful - (SELECT count(*) FROM reactions r
                               WHERE r.post_id = posts.id AND r.person_id = $1 AND r.kind = 2)
     WHERE id IN (SELECT post_id FROM reactions WHERE person_id = $1))"};
const Query<Nothing(PersonId)> reactions_forgotten{"reactions_forgotten",
                                                   "DELETE FROM reactions WHERE person_id = $1"};
const Query<Nothing(PersonId)> reading_forgotten{"reading_forgotten",
                                                 "DELETE FROM reading WHERE person_id = $1"};
const Query<Nothing(PersonId)> drafts_forgotten{"drafts_forgotten",
                                                "DELETE FROM drafts WHERE person_id = $1"};
const Query<Nothing(PersonId)> mentions_forgotten{"mentions_forgotten",
                                                  "DELETE FROM mentions WHERE person_id = $1"};
const Query<Nothing(PersonId)> caught_up_forgotten{"caught_up_forgotten",
                                                   "DELETE FROM caught_up WHERE person_id = $1"};

}  // namespace

bool add_reaction(sql::Tx& tx, PersonId person, const Post& post, Reaction reaction) {
    return tx.run(reaction_added, person, post.topic, post.id, reaction) == 1;
}

bool drop_reaction(sql::Tx& tx, PersonId person, const Post& post, Reaction reaction) {
    return tx.run(reaction_dropped, person, post.topic, post.id, reaction) == 1;
}

void count_reaction(sql::Tx& tx, PostId post, Reaction reaction, int change) {
    tx.run(reaction == Reaction::thanks ? thanks_counted : useful_counted, post, change);
}

std::vector<std::pair<PostId, Reaction>> reactions_of(sql::Tx& tx, PersonId person, TopicId topic) {
    std::vector<std::pair<PostId, Reaction>> reactions;
    tx.each(
        reactions_by_person,
        [&](const ReactionRow& row) { reactions.emplace_back(row.post, row.kind); }, person, topic);
    return reactions;
}

std::optional<CaughtUpRow> find_caught_up(sql::Tx& tx, PersonId person) {
    return tx.find(caught_up_by_person, person);
}

std::string name_of(const Eyes& eyes) {
    std::string name;
    for (const auto id : eyes.audiences) name += std::to_string(id) + ' ';
    name += '|';
    for (const auto id : eyes.moderated) name += ' ' + std::to_string(id);
    return name;
}

void settle(sql::Tx& tx, const Reader& reader, base::Instant moment) {
    tx.run(settled_set, reader.person, reader.caught_up, moment, name_of(reader.eyes));
}

void unsettle(sql::Tx& tx, PersonId person) {
    tx.run(settled_dropped, person);
}

void unsettle_all(sql::Tx& tx) {
    tx.run(settled_dropped_for_all);
}

std::optional<base::Instant> oldest_unread(sql::Tx& tx, const Reader& reader) {
    return tx.find(unread_oldest, reader.eyes.audiences, reader.eyes.moderated, reader.person,
                   reader.caught_up, reader.settled);
}

void set_caught_up(sql::Tx& tx, PersonId person, base::Instant now) {
    tx.run(caught_up_set, person, now);
    tx.run(all_read, person);
}

void set_read(sql::Tx& tx, PersonId person, TopicId topic, int number) {
    tx.run(read_set, person, topic, number);
}

void count_own(sql::Tx& tx, PersonId person, TopicId topic) {
    tx.run(own_counted, person, topic);
}

void set_attention(sql::Tx& tx, PersonId person, TopicId topic, Attention attention, int read) {
    tx.run(attention_set, person, topic, attention, read);
}

std::vector<UnreadCount> unread(sql::Tx& tx, const Reader& reader, int topics_max) {
    return tx.all(unread_by_audience, reader.eyes.audiences, reader.eyes.moderated, reader.person,
                  reader.caught_up, reader.settled, topics_max);
}

std::vector<PersonId> followers(sql::Tx& tx, TopicId topic) {
    return tx.all(followers_by_topic, topic);
}

std::optional<Draft> find_draft(sql::Tx& tx, PersonId person, std::string_view place) {
    return tx.find(draft_by_place, person, place);
}

std::int64_t count_drafts_elsewhere(sql::Tx& tx, PersonId person, std::string_view place) {
    return tx.one(drafts_elsewhere, person, place);
}

void keep_draft(sql::Tx& tx, PersonId person, std::string_view place, const Draft& draft) {
    tx.run(draft_kept, person, place, draft.title, draft.body, draft.saved);
}

void drop_draft(sql::Tx& tx, PersonId person, std::string_view place) {
    tx.run(draft_dropped, person, place);
}

std::optional<Person> find_mentionable(sql::Tx& tx, std::string_view handle, AudienceId audience) {
    return tx.find(mentionable_by_handle, handle, audience);
}

std::vector<Mentionable> mentionable(sql::Tx& tx, PersonId reader, AudienceId audience,
                                     std::string_view beginning) {
    const std::string from = base::slug(beginning);  // letters, digits and "-": nothing to escape
    return tx.all(mentionable_by_beginning, audience, from, from + "~", "%-" + from + "%", reader);
}

bool add_mention(sql::Tx& tx, PersonId person, PostId post) {
    return tx.run(mention_added, person, post) == 1;
}

std::vector<PersonId> mentioned_in(sql::Tx& tx, PostId post) {
    return tx.all(mentions_untold, post);
}

void note_told(sql::Tx& tx, PersonId person, PostId post, base::Instant now) {
    tx.run(mention_told, person, post, now);
}

void see_mentions(sql::Tx& tx, PersonId person, TopicId topic, const Shown& shown,
                  base::Instant now) {
    const int opening = shown.opening ? 1 : shown.first;
    tx.run(mentions_seen, person, topic, shown.first, shown.last, opening, now);
}

std::vector<MentionLine> unseen_mentions(sql::Tx& tx, const Eyes& eyes, PersonId person,
                                         int count) {
    return tx.all(mentions_unseen, eyes.audiences, eyes.moderated, person, count);
}

std::vector<int> unseen_mentions(sql::Tx& tx, TopicId topic, PersonId person) {
    return tx.all(mentions_unseen_in_topic, person, topic);
}

void forget(sql::Tx& tx, PersonId person) {
    tx.run(reactions_uncounted, person);
    tx.run(reactions_forgotten, person);
    tx.run(reading_forgotten, person);
    tx.run(drafts_forgotten, person);
    tx.run(mentions_forgotten, person);
    tx.run(caught_up_forgotten, person);
}

}  // namespace forum::store
