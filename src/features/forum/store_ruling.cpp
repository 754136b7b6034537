// The Rule of topics and posts, and the wishes to loosen it.

#include "features/forum/store.h"

namespace forum::store {

namespace {

using rule::State;
using sql::Nothing;
using sql::Query;

const Query<Nothing(TopicId, State)> topic_state_set{
    "topic_state_set", "UPDATE topics SET state = $2, version = version + 1 WHERE id = $1"};
// What may not be used at all is not used with a name either.
const Query<Nothing(TopicId, int, int, State)> posts_tightened{"posts_tightened", R"(
    UPDATE posts
       SET state = $4, is_named = CASE WHEN $4 = 2 THEN 0 ELSE is_named END
     WHERE topic_id = $1 AND number BETWEEN $2 AND $3 AND state < $4)"};
const Query<Nothing(TopicId, int, int, State)> posts_loosened{"posts_loosened", R"(
    UPDATE posts
       SET state = $4
     WHERE topic_id = $1 AND number BETWEEN $2 AND $3 AND state > $4)"};
const Query<Nothing(AreaId, State)> area_posts_tightened{"area_posts_tightened", R"(
    UPDATE posts
       SET state = $2, is_named = CASE WHEN $2 = 2 THEN 0 ELSE is_named END
     WHERE topic_id IN (SELECT id FROM topics WHERE area_id = $1) AND state < $2)"};
const Query<Nothing(AreaId, State)> area_topics_tightened{"area_topics_tightened", R"(
    UPDATE topics
       SET state = CASE WHEN state < $2 THEN $2 ELSE state END, version = version + 1
     WHERE area_id = $1)"};
const Query<Nothing(PostId, bool)> post_named_set{"post_named_set",
                                                  "UPDATE posts SET is_named = $2 WHERE id = $1"};

const Query<State(TopicId, List)> strictest_by_numbers{
    "strictest_by_numbers",
    "SELECT coalesce(max(state), 0) FROM posts WHERE topic_id = $1 AND number IN ($2)"};
const Query<ConcernedRow(TopicId, int, int, State)> authors_concerned{"authors_concerned", R"(
    SELECT a.id, CASE WHEN a.email_folded LIKE '%@erased.invalid' THEN 1 ELSE 0 END
      FROM persons a
     WHERE a.id IN (SELECT p.author_id
                      FROM posts p
                     WHERE p.topic_id = $1 AND p.number BETWEEN $2 AND $3 AND p.state > $4
                       AND p.voice_id IS NULL)
     ORDER BY a.id
     LIMIT 200)"};

const Query<LooseningId(TopicId, int, int, State, PersonId, std::string_view, base::Instant)>
    loosening_added{"loosening_added", R"(
    INSERT INTO loosenings (topic_id, from_number, to_number, state, asker_id, words, asked_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
 RETURNING id)"};
const Query<Nothing(LooseningId, PersonId)> author_asked{
    "loosening_author_asked",
    "INSERT INTO loosening_answers (loosening_id, person_id) VALUES ($1, $2)"};

// $1 the reader.
const std::string loosening_columns = R"(
    SELECT w.id, w.topic_id, t.audience_id, w.from_number, w.to_number, w.state, w.asker_id, a.name,
           w.words, w.asked_at, w.outcome,
           (SELECT count(*) FROM loosening_answers y WHERE y.loosening_id = w.id)
               + (SELECT count(*) FROM voice_answers y WHERE y.loosening_id = w.id),
           (SELECT count(*) FROM loosening_answers y WHERE y.loosening_id = w.id AND y.is_yes = 1)
               + (SELECT count(*) FROM voice_answers y
                   WHERE y.loosening_id = w.id AND y.is_yes = 1),
           CASE WHEN m.person_id IS NULL THEN 0 ELSE 1 END, m.is_yes
      FROM loosenings w
      JOIN topics t ON t.id = w.topic_id
      JOIN persons a ON a.id = w.asker_id
      LEFT JOIN loosening_answers m ON m.loosening_id = w.id AND m.person_id = $1)";
const Query<LooseningRow(PersonId, LooseningId)> loosening_by_id{
    "loosening_by_id", loosening_columns + " WHERE w.id = $2"};
const Query<LooseningRow(PersonId, TopicId)> loosenings_by_topic{
    "loosenings_by_topic",
    loosening_columns + " WHERE w.topic_id = $2 AND w.outcome = 0 ORDER BY w.id LIMIT 20"};
const Query<LooseningRow(PersonId)> loosenings_by_author{"loosenings_by_author",
                                                         loosening_columns + R"(
     WHERE w.outcome = 0 AND m.person_id = $1 AND m.is_yes IS NULL
     ORDER BY w.id
     LIMIT 20)"};
const Query<std::int64_t(TopicId, int, int, base::Instant)> loosenings_refused{"loosenings_refused",
                                                                               R"(
    SELECT count(*)
      FROM loosenings
     WHERE topic_id = $1 AND outcome = 2 AND ended_at > $4
       AND from_number <= $3 AND to_number >= $2)"};
const Query<std::int64_t(TopicId, int, int)> loosenings_waiting{"loosenings_waiting", R"(
    SELECT count(*)
      FROM loosenings
     WHERE topic_id = $1 AND outcome = 0 AND from_number <= $3 AND to_number >= $2)"};
const Query<Nothing(LooseningId)> loosening_answers_cleared{"loosening_answers_cleared", R"(
    UPDATE loosening_answers
       SET is_yes = NULL, answered_at = NULL
     WHERE loosening_id = $1)"};
const Query<Nothing(LooseningId)> voice_answers_cleared{
    "voice_answers_cleared", "UPDATE voice_answers SET is_yes = NULL WHERE loosening_id = $1"};
const Query<Nothing(LooseningId, PersonId, bool, base::Instant)> loosening_answered{
    "loosening_answered", R"(
    UPDATE loosening_answers
       SET is_yes = $3, answered_at = $4
     WHERE loosening_id = $1 AND person_id = $2)"};
const Query<PersonId(LooseningId)> loosening_unanswered{"loosening_unanswered", R"(
    SELECT m.person_id
      FROM loosening_answers m
      JOIN loosenings w ON w.id = m.loosening_id
     WHERE m.loosening_id = $1 AND m.is_yes IS NULL AND w.outcome = 0
     ORDER BY m.person_id
     LIMIT 200)"};
const Query<Nothing(LooseningId, Loosening::Outcome, base::Instant)> loosening_ended{
    "loosening_ended", R"(
    UPDATE loosenings
       SET outcome = $2, ended_at = $3
     WHERE id = $1 AND outcome = 0)"};
const Query<LooseningId(TopicId, int, int)> loosenings_overtaken{"loosenings_overtaken", R"(
    SELECT id
      FROM loosenings
     WHERE topic_id = $1 AND outcome = 0 AND from_number <= $3 AND to_number >= $2
     ORDER BY id
     LIMIT 10000)"};
const Query<LooseningId(AreaId)> loosenings_overtaken_in{"loosenings_overtaken_in", R"(
    SELECT w.id
      FROM loosenings w
      JOIN topics t ON t.id = w.topic_id
     WHERE w.outcome = 0 AND t.area_id = $1
     ORDER BY w.id
     LIMIT 10000)"};
const Query<OwnPost(PersonId, TopicId, int, int)> posts_concerned{"posts_concerned", R"(
    SELECT p.number, p.html
      FROM posts p
     WHERE p.author_id = $1 AND p.topic_id = $2 AND p.number BETWEEN $3 AND $4
     ORDER BY p.number
     LIMIT 200)"};

// Whoever is asked and goes cannot agree any more.
const Query<Nothing(PersonId, base::Instant)> loosenings_of_gone_ended{"loosenings_of_gone_ended",
                                                                       R"(
    UPDATE loosenings
       SET outcome = 2, ended_at = $2
     WHERE outcome = 0
       AND (asker_id = $1 OR id IN (SELECT loosening_id FROM loosening_answers
                                     WHERE person_id = $1)))"};
const Query<Nothing(PersonId)> loosening_words_forgotten{
    "loosening_words_forgotten", "UPDATE loosenings SET words = '' WHERE asker_id = $1"};
const Query<Nothing(PersonId)> loosening_answers_forgotten{
    "loosening_answers_forgotten", "DELETE FROM loosening_answers WHERE person_id = $1"};

// Of two answers to one wish only what both said stands; the kept account is asked again else.
using Passing = Query<Nothing(PersonId, PersonId)>;
const Passing answers_parted{"loosening_answers_parted", R"(
    UPDATE loosening_answers
       SET is_yes = NULL, answered_at = NULL
     WHERE person_id = $2
       AND EXISTS (SELECT 1 FROM loosening_answers g
                    WHERE g.person_id = $1 AND g.loosening_id = loosening_answers.loosening_id
                      AND (g.is_yes IS NULL OR g.is_yes <> coalesce(loosening_answers.is_yes, 2)))
       AND EXISTS (SELECT 1 FROM loosenings w
                    WHERE w.id = loosening_answers.loosening_id AND w.outcome = 0))"};
const Passing answers_passed{"loosening_answers_passed", R"(
    INSERT INTO loosening_answers (loosening_id, person_id, is_yes, answered_at)
    SELECT loosening_id, CAST($2 AS BIGINT), is_yes, answered_at
      FROM loosening_answers
     WHERE person_id = $1
        ON CONFLICT DO NOTHING)"};
const Passing askers_passed{"loosening_askers_passed",
                            "UPDATE loosenings SET asker_id = $2 WHERE asker_id = $1"};

}  // namespace

void set_state(sql::Tx& tx, TopicId topic, State state) {
    tx.run(topic_state_set, topic, state);
}

void tighten(sql::Tx& tx, const Tightening& to) {
    tx.run(posts_tightened, to.topic, to.from, to.to, to.state);
    for (const auto wish : tx.all(loosenings_overtaken, to.topic, to.from, to.to)) {
        end(tx, wish, Loosening::Outcome::withdrawn, to.now);
    }
}

void loosen(sql::Tx& tx, const Loosening& wish) {
    tx.run(posts_loosened, wish.topic, wish.from, wish.to, wish.state);
}

void tighten_area(sql::Tx& tx, AreaId area, State state, base::Instant now) {
    tx.run(area_posts_tightened, area, state);
    tx.run(area_topics_tightened, area, state);
    for (const auto wish : tx.all(loosenings_overtaken_in, area)) {
        end(tx, wish, Loosening::Outcome::withdrawn, now);
    }
}

void set_named(sql::Tx& tx, PostId post, bool is_named) {
    tx.run(post_named_set, post, is_named);
}

State strictest_of(sql::Tx& tx, TopicId topic, const List& numbers) {
    return numbers.empty() ? State::on_record : tx.one(strictest_by_numbers, topic, numbers);
}

std::vector<ConcernedRow> concerned(sql::Tx& tx, const Loosening& wish) {
    return tx.all(authors_concerned, wish.topic, wish.from, wish.to, wish.state);
}

LooseningId add_loosening(sql::Tx& tx, const Loosening& wish) {
    return tx.one(loosening_added, wish.topic, wish.from, wish.to, wish.state, wish.asker,
                  wish.words, wish.asked);
}

void ask_author(sql::Tx& tx, LooseningId id, PersonId author) {
    tx.run(author_asked, id, author);
}

std::optional<LooseningRow> find_loosening(sql::Tx& tx, PersonId reader, LooseningId id) {
    return tx.find(loosening_by_id, reader, id);
}

std::vector<LooseningRow> loosenings_of(sql::Tx& tx, PersonId reader, TopicId topic) {
    return tx.all(loosenings_by_topic, reader, topic);
}

std::vector<LooseningRow> asked_of(sql::Tx& tx, PersonId author) {
    return tx.all(loosenings_by_author, author);
}

bool was_refused_since(sql::Tx& tx, const Loosening& wish, base::Instant since) {
    return tx.one(loosenings_refused, wish.topic, wish.from, wish.to, since) > 0;
}

std::vector<PersonId> unanswered_in(sql::Tx& tx, LooseningId id) {
    return tx.all(loosening_unanswered, id);
}

bool is_asked(sql::Tx& tx, const Loosening& wish) {
    return tx.one(loosenings_waiting, wish.topic, wish.from, wish.to) > 0;
}

void answer(sql::Tx& tx, LooseningId id, PersonId author, bool is_yes, base::Instant now) {
    tx.run(loosening_answered, id, author, is_yes, now);
}

void end(sql::Tx& tx, LooseningId id, Loosening::Outcome outcome, base::Instant now) {
    tx.run(loosening_ended, id, outcome, now);
    tx.run(loosening_answers_cleared, id);
    tx.run(voice_answers_cleared, id);
}

std::vector<OwnPost> own_posts(sql::Tx& tx, PersonId author, const Loosening& wish) {
    return tx.all(posts_concerned, author, wish.topic, wish.from, wish.to);
}

void forget_rule(sql::Tx& tx, PersonId person, base::Instant now) {
    tx.run(loosenings_of_gone_ended, person, now);
    tx.run(loosening_words_forgotten, person);
    tx.run(loosening_answers_forgotten, person);
}

void merge_rule(sql::Tx& tx, const identity::Merger& merger) {
    tx.run(answers_parted, merger.gone, merger.kept);
    tx.run(answers_passed, merger.gone, merger.kept);
    tx.run(loosening_answers_forgotten, merger.gone);
    tx.run(askers_passed, merger.gone, merger.kept);
}

}  // namespace forum::store
