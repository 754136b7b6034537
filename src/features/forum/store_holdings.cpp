#include "features/forum/store.h"

namespace forum::store {

namespace {

using identity::Holding;
using identity::with_rows_of;
using sql::Query;

struct TopicHeld {
    TopicId id;
    base::Instant started;
    std::string title;
    std::optional<base::Instant> closed, hidden;
};
const Query<TopicHeld(PersonId, int)> topics_held{"topics_held", R"(
    SELECT id, started_at, title, closed_at, hidden_at
      FROM topics
     WHERE author_id = $1
     ORDER BY id
     LIMIT $2)"};

struct PostHeld {
    PostId id;
    TopicId topic;
    int number = 0;
    base::Instant written;
    std::string markdown;
    std::optional<base::Instant> edited, hidden;
    std::string hidden_reason;
    int thanks = 0, useful = 0;
    std::string rule;
    bool is_named = false;
};
const Query<PostHeld(PersonId, int)> posts_held{"posts_held", R"(
    SELECT id, topic_id, number, written_at, markdown, edited_at, hidden_at, hidden_reason, thanks,
           useful, CASE state WHEN 0 THEN 'on the record' WHEN 1 THEN 'Chatham House Rule'
                              ELSE 'closed' END, is_named
      FROM posts
     WHERE author_id = $1
     ORDER BY id
     LIMIT $2)"};

struct EarlierHeld {
    PostId post;
    int version = 0;
    base::Instant replaced;
    bool is_own_post = false, was_own_hand = false;
    std::string markdown;
};
const Query<EarlierHeld(PersonId, int)> earlier_texts_held{"earlier_texts_held", R"(
    SELECT e.post_id, e.version, e.replaced_at,
           CASE WHEN p.author_id = $1 THEN 1 ELSE 0 END,
           CASE WHEN e.editor_id = $1 THEN 1 ELSE 0 END,
           CASE WHEN p.author_id = $1 THEN e.markdown ELSE '' END
      FROM earlier_texts e
      JOIN posts p ON p.id = e.post_id
     WHERE p.author_id = $1 OR e.editor_id = $1
     ORDER BY e.post_id, e.version
     LIMIT $2)"};

struct ReactionHeld {
    TopicId topic;
    PostId post;
    std::string kind;
};
const Query<ReactionHeld(PersonId, int)> reactions_held{"reactions_held", R"(
    SELECT topic_id, post_id, CASE kind WHEN 1 THEN 'thanks' ELSE 'useful' END
      FROM reactions
     WHERE person_id = $1
     ORDER BY topic_id, post_id
     LIMIT $2)"};

struct ReadingHeld {
    TopicId topic;
    int read_number = 0;
    std::string attention;
};
const Query<ReadingHeld(PersonId, int)> reading_held{"reading_held", R"(
    SELECT topic_id, read_number,
           CASE attention WHEN 1 THEN 'followed' WHEN 2 THEN 'muted' ELSE '' END
      FROM reading
     WHERE person_id = $1
     ORDER BY topic_id
     LIMIT $2)"};

struct CaughtUpHeld {
    base::Instant at;
    std::optional<base::Instant> settled;
};
const Query<CaughtUpHeld(PersonId, int)> caught_up_held{"caught_up_held", R"(
    SELECT at, settled_at
      FROM caught_up
     WHERE person_id = $1
     LIMIT $2)"};

struct DraftHeld {
    base::Instant saved;
    std::string place, title, body;
};
const Query<DraftHeld(PersonId, int)> drafts_held{"drafts_held", R"(
    SELECT saved_at, place, title, body
      FROM drafts
     WHERE person_id = $1
     ORDER BY saved_at
     LIMIT $2)"};

struct MentionHeld {
    PostId post;
    std::optional<base::Instant> seen, told;
};
const Query<MentionHeld(PersonId, int)> mentions_held{"mentions_held", R"(
    SELECT post_id, seen_at, told_at
      FROM mentions
     WHERE person_id = $1
     ORDER BY post_id
     LIMIT $2)"};

struct WishHeld {
    LooseningId id;
    TopicId topic;
    int from = 0, to = 0;
    base::Instant asked;
    std::string words, outcome;
};
const std::string wish_outcome = R"(CASE w.outcome WHEN 0 THEN 'waits' WHEN 1 THEN 'agreed'
                            WHEN 2 THEN 'not agreed' ELSE 'withdrawn' END)";
const Query<WishHeld(PersonId, int)> loosenings_held{"loosenings_held", R"(
    SELECT w.id, w.topic_id, w.from_number, w.to_number, w.asked_at, w.words, )" + wish_outcome +
                                                                            R"(
      FROM loosenings w
     WHERE w.asker_id = $1
     ORDER BY w.id
     LIMIT $2)"};
struct AnswerHeld {
    LooseningId wish;
    std::string answer;
    std::optional<base::Instant> answered;
    std::string outcome;
};
const Query<AnswerHeld(PersonId, int)> loosening_answers_held{"loosening_answers_held", R"(
    SELECT m.loosening_id,
           CASE m.is_yes WHEN 1 THEN 'agreed' WHEN 0 THEN 'not agreed' ELSE '' END,
           m.answered_at, )" +
                                                                  wish_outcome + R"(
      FROM loosening_answers m
      JOIN loosenings w ON w.id = m.loosening_id
     WHERE m.person_id = $1
     ORDER BY m.loosening_id
     LIMIT $2)"};

std::vector<Holding> of_the_rule(sql::Tx& tx, PersonId person) {
    return {
        with_rows_of(tx,
                     {.name = "loosenings",
                      .title = "Wishes of yours to use posts more freely",
                      .why = "Their authors answer them.",
                      .tables = {"loosenings"},
                      .columns = {"Wish", "Topic", "From post", "To post", "Asked", "What for",
                                  "Outcome"}},
                     loosenings_held, person),
        with_rows_of(tx,
                     {.name = "loosening_answers",
                      .title = "Wishes that asked you, and your answers",
                      .why = "What you said is used more freely only if you agree.",
                      .tables = {"loosening_answers"},
                      .columns = {"Wish", "Your answer", "Answered", "Outcome"}},
                     loosening_answers_held, person),
    };
}

std::vector<Holding> written(sql::Tx& tx, PersonId person) {
    return {
        with_rows_of(tx,
                     {.name = "topics",
                      .title = "Topics you started",
                      .why = "Others answer them.",
                      .tables = {"topics"},
                      .columns = {"Topic", "Started", "Title", "Closed", "Hidden"}},
                     topics_held, person),
        with_rows_of(tx,
                     {.name = "posts",
                      .title = "Posts you wrote",
                      .why = "Others read and answer them.",
                      .tables = {"posts"},
                      .columns = {"Post", "Topic", "Number in it", "Written", "Text", "Edited",
                                  "Hidden", "Why it is hidden", "Thanks", "Useful", "Rule",
                                  "May be named"}},
                     posts_held, person),
        with_rows_of(tx,
                     {.name = "earlier_texts",
                      .title = "Earlier texts of your posts, and edits you made",
                      .why = "So that nobody's answer hangs in the air when a post changes.",
                      .tables = {"earlier_texts"},
                      .columns = {"Post", "Version", "Replaced", "Your post", "Edited by you",
                                  "Text before"}},
                     earlier_texts_held, person),
        with_rows_of(tx,
                     {.name = "drafts",
                      .title = "Drafts",
                      .why = "So that what you typed is not lost before you send it.",
                      .tables = {"drafts"},
                      .columns = {"Saved", "Where", "Title", "Text"}},
                     drafts_held, person),
    };
}

std::vector<Holding> read(sql::Tx& tx, PersonId person) {
    return {
        with_rows_of(tx,
                     {.name = "reactions",
                      .title = "Your reactions",
                      .why = "So that each counts once and can be taken back.",
                      .tables = {"reactions"},
                      .columns = {"Topic", "Post", "Reaction"}},
                     reactions_held, person),
        with_rows_of(tx,
                     {.name = "reading",
                      .title = "Topics you read, follow or mute",
                      .why = "So that you see what is new to you.",
                      .tables = {"reading"},
                      .columns = {"Topic", "Read up to number", "Attention"}},
                     reading_held, person),
        with_rows_of(tx,
                     {.name = "caught_up",
                      .title = "When you last caught up",
                      .why = "What is older counts as read.",
                      .tables = {"caught_up"},
                      .columns = {"Caught up", "All read before"}},
                     caught_up_held, person),
        with_rows_of(tx,
                     {.name = "mentions",
                      .title = "Posts that mention you",
                      .why = "So that you are told once.",
                      .tables = {"mentions"},
                      .columns = {"Post", "Seen", "Told by mail"}},
                     mentions_held, person),
    };
}

}  // namespace

// Left out, because it is others': the titles of topics that others began and the texts of posts
// that others wrote (a topic may be hidden since, or be of a network that the person has left), who
// reacted to the person's posts, who mentioned them, who hid or edited a post of theirs. Of these
// there are numbers only. Where a moderator edited somebody else's post, the text is that author's.
std::vector<Holding> held(sql::Tx& tx, PersonId person) {
    auto all = written(tx, person);
    for (Holding& holding : read(tx, person)) all.push_back(std::move(holding));
    for (Holding& holding : of_the_rule(tx, person)) all.push_back(std::move(holding));
    all.push_back({.name = "unattributed",
                   .title = "What you said unattributed",
                   .why = "It is not in this file: nothing in the database says that it is yours.",
                   .tables = {},
                   .columns = {"Post"}});
    return all;
}

}  // namespace forum::store
