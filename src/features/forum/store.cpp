#include "features/forum/store.h"

#include "platform/identity/store.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace forum::store {

namespace {

using sql::Nothing;
using sql::Query;

// $1 the actor's audiences, $2 the audiences whose hidden topics the actor may see, $3 the actor,
// $4 the moment before which all counts as read. The one rule: every read of topics ends in it.
const std::string visible_topics = R"(
      FROM topics t
      JOIN persons au ON au.id = t.author_id
      LEFT JOIN reading r ON r.topic_id = t.id AND r.person_id = $3
     WHERE t.audience_id IN ($1) AND (t.hidden_at IS NULL OR t.audience_id IN ($2)))";

// How many posts of the topic this reader has seen, where no row says so: those before $4.
const std::string read_so_far = R"(
           CASE WHEN r.person_id IS NOT NULL THEN r.read_number
                WHEN t.started_at > $4 THEN 0
                ELSE coalesce((SELECT b.number FROM posts b
                                WHERE b.topic_id = t.id AND b.written_at <= $4
                                ORDER BY b.written_at DESC, b.number DESC LIMIT 1), 0) END)";

const std::string topic_columns = R"(
    SELECT t.id, t.area_id, t.audience_id, t.title, t.author_id, au.name, )" +
                                  identity::store::role_line_within("au", "t.audience_id") + R"(,
           t.started_at, t.last_number, t.last_post_at, t.version, t.state, t.closed_at,
           t.pinned_at, t.hidden_at, t.hidden_reason,)" +
                                  read_so_far + R"(,
           coalesce(r.own_after, 0), coalesce(r.attention, 0),
           CASE WHEN r.person_id IS NULL THEN 0 ELSE 1 END)";
const Query<TopicRow(List, List, PersonId, base::Instant, TopicId)> topic_by_id{
    "topic_by_id", topic_columns + visible_topics + " AND t.id = $5"};

const std::string line_columns = R"(
    SELECT t.id, t.area_id, t.audience_id, t.title, au.name, la.name, t.last_author_id,
           t.last_post_at, t.last_number,
           CASE WHEN t.last_post_at <= $5 OR coalesce(r.attention, 0) = 2 THEN 0
                ELSE t.last_number - coalesce(r.own_after, 0) -)" +
                                 read_so_far + R"(
           END AS unread,
           CASE WHEN r.person_id IS NULL THEN 0 ELSE 1 END, coalesce(r.attention, 0),
           CASE WHEN t.closed_at IS NULL THEN 0 ELSE 1 END,
           CASE WHEN t.pinned_at IS NULL THEN 0 ELSE 1 END)";
// The plus keeps the engines from gathering all topics of all audiences and sorting them: a list
// walks the index of its order, the newest first, and stops when it is full.
const std::string visible_lines = R"(
      FROM topics t
      JOIN persons au ON au.id = t.author_id
      JOIN persons la ON la.id = t.last_author_id
      LEFT JOIN reading r ON r.topic_id = t.id AND r.person_id = $3
     WHERE +t.audience_id IN ($1) AND (t.hidden_at IS NULL OR t.audience_id IN ($2)))";
const std::string in_order = R"(
     ORDER BY t.last_post_at DESC, t.id DESC
     LIMIT $8)";
const std::string after_key = " AND (t.last_post_at, t.id) < ($6, $7)";

using LineQuery = Query<LineRow(List, List, PersonId, base::Instant, base::Instant, std::int64_t,
                                std::int64_t, int)>;
using ScopedQuery = Query<LineRow(List, List, PersonId, base::Instant, base::Instant, std::int64_t,
                                  std::int64_t, int, std::int64_t)>;

const LineQuery lines_latest{"lines_latest", line_columns + visible_lines + after_key + in_order};
const ScopedQuery lines_by_audience{
    "lines_by_audience",
    line_columns + visible_lines + after_key + " AND t.audience_id = $9" + in_order};
const ScopedQuery lines_by_area{
    "lines_by_area", line_columns + visible_lines + after_key + " AND t.area_id = $9" + in_order};

// Unread is reckoned once, in the inner statement.
const std::string unread_only =
    ") lines WHERE unread > 0 ORDER BY last_post_at DESC, id DESC LIMIT $8";
const std::string unread_inner = "SELECT * FROM (" + line_columns + visible_lines + after_key +
                                 " AND t.last_post_at > $5 AND coalesce(r.attention, 0) <> 2";
const LineQuery lines_unread{"lines_unread", unread_inner + unread_only};
const ScopedQuery lines_unread_by_audience{
    "lines_unread_by_audience", unread_inner + " AND t.audience_id = $9" + unread_only};
const ScopedQuery lines_unread_by_area{"lines_unread_by_area",
                                       unread_inner + " AND t.area_id = $9" + unread_only};

// The other way round: what a person follows is little, so it is gathered and sorted, and only
// then the first of it looked up whole.
const std::string followed = line_columns + R"(
      FROM (SELECT t.id
              FROM reading f
              JOIN topics t ON t.id = f.topic_id
             WHERE f.person_id = $3 AND f.attention = 1
               AND +t.audience_id IN ($1) AND (t.hidden_at IS NULL OR t.audience_id IN ($2))
               AND (t.last_post_at + 0, t.id) < ($6, $7))";
const std::string followed_in_order = R"(
             ORDER BY t.last_post_at + 0 DESC, t.id DESC
             LIMIT $8) f
      JOIN topics t ON t.id = f.id
      JOIN persons au ON au.id = t.author_id
      JOIN persons la ON la.id = t.last_author_id
      LEFT JOIN reading r ON r.topic_id = t.id AND r.person_id = $3
     ORDER BY t.last_post_at + 0 DESC, t.id DESC)";
const LineQuery lines_followed{"lines_followed", followed + followed_in_order};
const ScopedQuery lines_followed_by_audience{
    "lines_followed_by_audience", followed + " AND t.audience_id = $9" + followed_in_order};
const ScopedQuery lines_followed_by_area{
    "lines_followed_by_area", followed + " AND t.area_id = $9" + followed_in_order};

const Query<LineRow(List, List, PersonId, base::Instant, base::Instant, std::int64_t)>
    lines_pinned_by_audience{"lines_pinned_by_audience", line_columns + visible_lines + R"(
       AND t.pinned_at IS NOT NULL AND t.audience_id = $6
     ORDER BY t.pinned_at DESC
     LIMIT 10)"};
const Query<LineRow(List, List, PersonId, base::Instant, base::Instant, std::int64_t)>
    lines_pinned_by_area{"lines_pinned_by_area", line_columns + visible_lines + R"(
       AND t.pinned_at IS NOT NULL AND t.area_id = $6
     ORDER BY t.pinned_at DESC
     LIMIT 10)"};
const Query<LineRow(List, List, PersonId, base::Instant, base::Instant, List)> lines_of{
    "lines_of", line_columns + visible_lines + " AND t.id IN ($6) LIMIT 200"};

// A hidden post stands in its topic, but its text is there for those alone who moderate it. Posts
// are drawn once for all who read the topic: a role line is there where all of them may see it.
const std::string visible_posts = R"(
    SELECT p.id, p.topic_id, t.audience_id, p.number, p.author_id, coalesce(v.name, a.name),
           CASE WHEN p.voice_id IS NOT NULL THEN 'Unattributed' ELSE )" +
                                  identity::store::role_line_within("a", "t.audience_id") + R"(
           END, p.written_at,
           CASE WHEN p.hidden_at IS NULL OR t.audience_id IN ($2) THEN p.html ELSE '' END,
           p.version, p.state, p.is_named, p.edited_at, p.hidden_at, p.hidden_reason, p.thanks,
           p.useful, p.voice_id, v.sealed_name_id
      FROM posts p
      JOIN topics t ON t.id = p.topic_id
      JOIN persons a ON a.id = p.author_id
      LEFT JOIN voices v ON v.id = p.voice_id
     WHERE t.audience_id IN ($1) AND (t.hidden_at IS NULL OR t.audience_id IN ($2)))";
const Query<PostRow(List, List, PostId)> post_by_id{"post_by_id",
                                                    visible_posts + " AND p.id = $3"};
const Query<PostRow(List, List, TopicId, int, int)> posts_by_topic{
    "posts_by_topic",
    visible_posts + " AND p.topic_id = $3 AND p.number >= $4 ORDER BY p.number LIMIT $5"};

const Query<std::string(List, List, PostId)> source_by_post{"source_by_post", R"(
    SELECT p.markdown
      FROM posts p
      JOIN topics t ON t.id = p.topic_id
     WHERE t.audience_id IN ($1) AND (t.hidden_at IS NULL OR t.audience_id IN ($2))
       AND (p.hidden_at IS NULL OR t.audience_id IN ($2)) AND p.id = $3)"};
const Query<std::int64_t(List, List, List)> posts_shown{"posts_shown", R"(
    SELECT p.id
      FROM posts p
      JOIN topics t ON t.id = p.topic_id
     WHERE t.audience_id IN ($1) AND (t.hidden_at IS NULL OR t.audience_id IN ($2))
       AND p.hidden_at IS NULL AND p.id IN ($3)
     ORDER BY p.id
     LIMIT 200)"};

const Query<TopicId(AreaId, AudienceId, std::string_view, PersonId, base::Instant, rule::State)>
    topic_added{"topic_added", R"(
    INSERT INTO topics (area_id, audience_id, title, author_id, started_at, last_author_id,
                        last_post_at, state)
    VALUES ($1, $2, $3, $4, $5, $4, $5, $6)
 RETURNING id)"};
const Query<PostId(TopicId, int, PersonId, base::Instant, std::string_view, std::string_view,
                   rule::State, std::optional<VoiceId>)>
    post_added{"post_added", R"(
    INSERT INTO posts (topic_id, number, author_id, written_at, markdown, html, state, voice_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
 RETURNING id)"};
const Query<int(TopicId, PersonId, base::Instant)> number_taken{"number_taken", R"(
    UPDATE topics
       SET last_number = last_number + 1, last_author_id = $2, last_post_at = $3,
           version = version + 1
     WHERE id = $1
 RETURNING last_number)"};
const Query<Nothing(PostId, std::string_view, std::string_view, base::Instant)> text_changed{
    "text_changed", R"(
    UPDATE posts
       SET markdown = $2, html = $3, edited_at = $4, version = version + 1
     WHERE id = $1)"};
const Query<Nothing(PostId, int, PersonId, base::Instant, std::string_view)> earlier_text_kept{
    "earlier_text_kept", R"(
    INSERT INTO earlier_texts (post_id, version, editor_id, replaced_at, markdown)
    VALUES ($1, $2, $3, $4, $5))"};
const Query<EarlierText(PostId, int, int)> earlier_texts_by_post{"earlier_texts_by_post", R"(
    SELECT e.version, coalesce(v.name, p.name), e.replaced_at, e.markdown
      FROM earlier_texts e
      JOIN persons p ON p.id = e.editor_id
      JOIN posts o ON o.id = e.post_id
      LEFT JOIN voices v ON v.id = o.voice_id
     WHERE e.post_id = $1 AND e.version <= $2
     ORDER BY e.version DESC
     LIMIT $3)"};

const Query<Nothing(TopicId, std::optional<base::Instant>)> closed_set{
    "closed_set", "UPDATE topics SET closed_at = $2, version = version + 1 WHERE id = $1"};
const Query<Nothing(TopicId, std::optional<base::Instant>)> pinned_set{
    "pinned_set", "UPDATE topics SET pinned_at = $2, version = version + 1 WHERE id = $1"};
// Whoever moderates reads what is hidden, but nobody takes it further.
const Query<PostText(List, List, TopicId, int, int)> texts_by_number{"texts_by_number", R"(
    SELECT p.id, p.number, CASE WHEN p.voice_id IS NULL THEN coalesce(p.author_id, 0) ELSE 0 END,
           p.written_at, p.version, p.state,
           CASE WHEN p.hidden_at IS NULL THEN 0 ELSE 1 END,
           CASE WHEN p.hidden_at IS NULL THEN p.markdown ELSE '' END
      FROM posts p
      JOIN topics t ON t.id = p.topic_id
     WHERE t.audience_id IN ($1) AND (t.hidden_at IS NULL OR t.audience_id IN ($2))
       AND t.hidden_at IS NULL AND p.topic_id = $3 AND p.number BETWEEN $4 AND $5
     ORDER BY p.number
     LIMIT 5000)"};
const Query<Nothing(TopicId, std::optional<base::Instant>, std::string_view)> hidden_set{
    "hidden_set", R"(
    UPDATE topics
       SET hidden_at = $2, hidden_reason = $3, version = version + 1
     WHERE id = $1)"};
const Query<Nothing(PostId, std::optional<base::Instant>, std::string_view)> post_hidden_set{
    "post_hidden_set", "UPDATE posts SET hidden_at = $2, hidden_reason = $3 WHERE id = $1"};
const Query<Nothing(TopicId)> topic_bumped{
    "topic_bumped", "UPDATE topics SET version = version + 1 WHERE id = $1"};
const Query<Nothing(PersonId)> topics_of_author_bumped{"topics_of_author_bumped", R"(
    UPDATE topics
       SET version = version + 1
     WHERE id IN (SELECT topic_id FROM posts WHERE author_id = $1))"};

const Query<Nothing()> topics_bumped{"topics_bumped", "UPDATE topics SET version = version + 1"};

const Query<std::int64_t(TopicId)> authors_in_topic{"authors_in_topic", R"(
    SELECT author_id
      FROM posts
     WHERE topic_id = $1 AND hidden_at IS NULL
     ORDER BY written_at, number
     LIMIT 20000)"};
const Query<Face(List, TopicId)> faces_by_id{
    "faces_by_id", "SELECT p.id, p.name, " +
                       identity::store::role_line_within(
                           "p", "(SELECT t.audience_id FROM topics t WHERE t.id = $2)") +
                       " FROM persons p WHERE p.id IN ($1)"};
const Query<std::string(TopicId, int)> author_by_number{"author_by_number", R"(
    SELECT coalesce(v.name, a.name)
      FROM posts p
      JOIN persons a ON a.id = p.author_id
      LEFT JOIN voices v ON v.id = p.voice_id
     WHERE p.topic_id = $1 AND p.number = $2)"};
const Query<std::int64_t(TopicId)> voices_counted{"voices_counted", R"(
    SELECT count(DISTINCT voice_id)
      FROM posts
     WHERE topic_id = $1 AND voice_id IS NOT NULL AND hidden_at IS NULL)"};

const Query<IndexRow(PostId)> unguarded_for_index{"unguarded_for_index", R"(
    SELECT p.topic_id, t.audience_id, t.title, p.markdown, p.written_at,
           CASE WHEN p.hidden_at IS NULL AND t.hidden_at IS NULL THEN 0 ELSE 1 END
      FROM posts p
      JOIN topics t ON t.id = p.topic_id
     WHERE p.id = $1)"};
const Query<PostId(TopicId)> posts_of_topic{"posts_of_topic", R"(
    SELECT id
      FROM posts
     WHERE topic_id = $1
     ORDER BY number
     LIMIT 20000)"};

const Query<std::string()> unguarded_broken_counts{"unguarded_broken_counts", R"(
    SELECT 'topic ' || t.id || ' counts ' || t.last_number || ' posts, but has ' || count(p.id)
      FROM topics t
      LEFT JOIN posts p ON p.topic_id = t.id
     GROUP BY t.id, t.last_number
    HAVING t.last_number <> count(p.id) OR t.last_number <> coalesce(max(p.number), 0)
     LIMIT 100)"};
const Query<std::string()> unguarded_broken_reactions{"unguarded_broken_reactions", R"(
    SELECT 'post ' || p.id || ' counts other reactions than it has'
      FROM posts p
      LEFT JOIN (SELECT post_id, sum(CASE WHEN kind = 1 THEN 1 ELSE 0 END) AS thanks,
                        sum(CASE WHEN kind = 2 THEN 1 ELSE 0 END) AS useful
                   FROM reactions GROUP BY post_id) r ON r.post_id = p.id
     WHERE p.thanks <> coalesce(r.thanks, 0) OR p.useful <> coalesce(r.useful, 0)
     LIMIT 100)"};

}  // namespace

std::optional<TopicRow> find_topic(sql::Tx& tx, const Reader& reader, TopicId id) {
    return tx.find(topic_by_id, reader.eyes.audiences, reader.eyes.moderated, reader.person,
                   reader.caught_up, id);
}

std::optional<PostRow> find_post(sql::Tx& tx, const Eyes& eyes, PostId id) {
    return tx.find(post_by_id, eyes.audiences, eyes.moderated, id);
}

void each_post(sql::Tx& tx, const Eyes& eyes, TopicId topic, int from, int count,
               const std::function<void(PostRow&)>& visit) {
    tx.each(posts_by_topic, visit, eyes.audiences, eyes.moderated, topic, from, count);
}

std::vector<LineRow> topics(sql::Tx& tx, const Reader& reader, View view, const Scope& scope,
                            const sql::After& after, int count) {
    const auto since = view == View::unread ? reader.settled : reader.since;
    const auto run = [&](const LineQuery& query) {
        return tx.all(query, reader.eyes.audiences, reader.eyes.moderated, reader.person,
                      reader.caught_up, since, after.number, after.id, count);
    };
    const auto run_within = [&](const ScopedQuery& query, std::int64_t within) {
        return tx.all(query, reader.eyes.audiences, reader.eyes.moderated, reader.person,
                      reader.caught_up, since, after.number, after.id, count, within);
    };
    const auto at = static_cast<std::size_t>(view);
    if (const auto* audience = std::get_if<AudienceId>(&scope)) {
        static constexpr std::array queries = {&lines_by_audience, &lines_unread_by_audience,
                                               &lines_followed_by_audience};
        return run_within(*queries[at], audience->value);
    }
    if (const auto* area = std::get_if<AreaId>(&scope)) {
        static constexpr std::array queries = {&lines_by_area, &lines_unread_by_area,
                                               &lines_followed_by_area};
        return run_within(*queries[at], area->value);
    }
    static constexpr std::array queries = {&lines_latest, &lines_unread, &lines_followed};
    return run(*queries[at]);
}

std::vector<LineRow> pinned(sql::Tx& tx, const Reader& reader, const Scope& scope) {
    const auto run = [&](const auto& query, std::int64_t within) {
        return tx.all(query, reader.eyes.audiences, reader.eyes.moderated, reader.person,
                      reader.caught_up, reader.since, within);
    };
    if (const auto* audience = std::get_if<AudienceId>(&scope)) {
        return run(lines_pinned_by_audience, audience->value);
    }
    if (const auto* area = std::get_if<AreaId>(&scope)) {
        return run(lines_pinned_by_area, area->value);
    }
    return {};  // pinned is what stands above one list
}

std::vector<LineRow> visible_of(sql::Tx& tx, const Reader& reader, const List& topics) {
    return tx.all(lines_of, reader.eyes.audiences, reader.eyes.moderated, reader.person,
                  reader.caught_up, reader.since, topics);
}

std::string source(sql::Tx& tx, const Eyes& eyes, PostId id) {
    return tx.one(source_by_post, eyes.audiences, eyes.moderated, id);
}

std::vector<PostText> texts(sql::Tx& tx, const Eyes& eyes, TopicId topic, int from, int to) {
    return tx.all(texts_by_number, eyes.audiences, eyes.moderated, topic, from, to);
}

List shown_of(sql::Tx& tx, const Eyes& eyes, const List& posts) {
    return tx.all(posts_shown, eyes.audiences, eyes.moderated, posts);
}

TopicId add_topic(sql::Tx& tx, const NewTopicRow& row) {
    return tx.one(topic_added, row.area, row.audience, row.title, row.author, row.now, row.state);
}

PostId add_post(sql::Tx& tx, const NewPostRow& row) {
    return tx.one(post_added, row.topic, row.number, row.author, row.now, row.markdown, row.html,
                  row.state, row.voice);
}

int take_number(sql::Tx& tx, TopicId topic, PersonId author, base::Instant now) {
    return tx.one(number_taken, topic, author, now);
}

void change_text(sql::Tx& tx, PostId post, std::string_view markdown, std::string_view html,
                 base::Instant now) {
    tx.run(text_changed, post, markdown, html, now);
}

void keep_earlier_text(sql::Tx& tx, const Post& post, std::string_view markdown, PersonId editor,
                       base::Instant now) {
    tx.run(earlier_text_kept, post.id, post.version, editor, now, markdown);
}

std::vector<EarlierText> earlier_texts(sql::Tx& tx, PostId post, int from_version, int count) {
    return tx.all(earlier_texts_by_post, post, from_version, count);
}

void set_mark(sql::Tx& tx, TopicId topic, Mark mark, std::optional<base::Instant> at,
              std::string_view reason) {
    switch (mark) {
        case Mark::closed: tx.run(closed_set, topic, at); break;
        case Mark::pinned: tx.run(pinned_set, topic, at); break;
        case Mark::hidden:
            tx.run(hidden_set, topic, at, reason);
            if (!at) unsettle_all(tx);  // it comes back with its old activity
            break;
    }
}

void set_post_hidden(sql::Tx& tx, PostId post, std::optional<base::Instant> at,
                     std::string_view reason) {
    tx.run(post_hidden_set, post, at, reason);
}

void bump(sql::Tx& tx, TopicId topic) { tx.run(topic_bumped, topic); }

void bump_topics_of(sql::Tx& tx, PersonId author) { tx.run(topics_of_author_bumped, author); }

void bump_all(sql::Tx& tx) {
    tx.run(topics_bumped);
}

// Who spoke first comes first. Engines would sort twice for this; here it is a walk of one index.
// Voices are counted, and have no face.
People people_in(sql::Tx& tx, TopicId topic, std::size_t first) {
    People people;
    List firsts;
    std::unordered_set<std::int64_t> all;
    const auto voices = find_unattributed(tx);
    tx.each(
        authors_in_topic,
        [&](std::int64_t author) {
            if (voices && author == voices->value) return;
            if (all.insert(author).second && firsts.size() < first) firsts.push_back(author);
        },
        topic);
    people.total = static_cast<std::int64_t>(all.size()) + tx.one(voices_counted, topic);
    people.first = tx.all(faces_by_id, firsts, topic);
    std::ranges::sort(people.first, {}, [&](const Face& face) {
        return std::ranges::find(firsts, face.id.value) - firsts.begin();
    });
    return people;
}

std::optional<std::string> author_of(sql::Tx& tx, TopicId topic, int number) {
    return tx.find(author_by_number, topic, number);
}

std::optional<IndexRow> find_for_index(sql::Tx& tx, PostId post) {
    return tx.find(unguarded_for_index, post);
}

std::vector<PostId> posts_for_index(sql::Tx& tx, TopicId topic) {
    return tx.all(posts_of_topic, topic);
}

std::vector<std::string> broken_counts(sql::Tx& tx) {
    auto broken = tx.all(unguarded_broken_counts);
    for (auto& sentence : tx.all(unguarded_broken_reactions)) broken.push_back(std::move(sentence));
    return broken;
}

}  // namespace forum::store
