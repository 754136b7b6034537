#pragma once
// All SQL of the forum: topics and posts here, what readers keep of them in store_reading.cpp.
// Every read of topics begins with the one condition of who sees them.

#include "features/forum/desk.h"
#include "platform/identity/holding.h"
#include "platform/identity/merger.h"

#include <functional>

namespace forum::store {

using List = std::vector<std::int64_t>;

struct TopicRow {
    TopicId id;
    AreaId area;
    AudienceId audience;
    std::string title;
    PersonId author_id;
    std::string author;
    std::string author_line;
    base::Instant started;
    int last_number = 0;
    base::Instant last_post_at;
    std::int64_t version = 0;
    rule::State state = rule::State::chatham_house;
    std::optional<base::Instant> closed, pinned, hidden;
    std::string hidden_reason;
    int read_number = 0;
    int own_after = 0;
    int attention = 0;
    bool was_opened = false;
};

struct PostRow {
    PostId id;
    TopicId topic;
    AudienceId audience;
    int number = 0;
    PersonId author_id;
    std::string author;
    std::string author_line;
    base::Instant written;
    std::string html;
    int version = 1;
    rule::State state = rule::State::chatham_house;
    bool is_named = false;
    std::optional<base::Instant> edited, hidden;
    std::string hidden_reason;
    int thanks = 0;
    int useful = 0;
    std::optional<VoiceId> voice;
    std::optional<sealing::NameId> sealed_name;
};

struct LineRow {
    TopicId id;
    AreaId area;
    AudienceId audience;
    std::string title;
    std::string author;
    std::string last_author;
    PersonId last_author_id;
    base::Instant last_post_at;
    int last_number = 0;
    int unread = 0;
    bool was_opened = false;
    int attention = 0;
    bool is_closed = false;
    bool is_pinned = false;
};

struct NewTopicRow {
    AreaId area;
    AudienceId audience;
    std::string_view title;
    PersonId author;
    base::Instant now;
    rule::State state;
};

struct NewPostRow {
    TopicId topic;
    int number;
    PersonId author;
    base::Instant now;
    std::string_view markdown;
    std::string_view html;
    rule::State state;
    std::optional<VoiceId> voice = {};
};

struct Person {
    PersonId id;
    std::string handle;
    std::string name;
};

// topics and posts
std::optional<TopicRow> find_topic(sql::Tx& tx, const Reader& reader, TopicId id);
std::optional<PostRow> find_post(sql::Tx& tx, const Eyes& eyes, PostId id);
void each_post(sql::Tx& tx, const Eyes& eyes, TopicId topic, int from, int count,
               const std::function<void(PostRow&)>& visit);
std::string source(sql::Tx& tx, const Eyes& eyes, PostId id);  // the Markdown of a found post
std::vector<PostText> texts(sql::Tx& tx, const Eyes& eyes, TopicId topic, int from, int to);
std::vector<LineRow> topics(sql::Tx& tx, const Reader& reader, View view, const Scope& scope,
                            const sql::After& after, int count);
std::vector<LineRow> pinned(sql::Tx& tx, const Reader& reader, const Scope& scope);
std::vector<LineRow> visible_of(sql::Tx& tx, const Reader& reader, const List& topics);
List shown_of(sql::Tx& tx, const Eyes& eyes, const List& posts);  // visible and not hidden
TopicId add_topic(sql::Tx& tx, const NewTopicRow& row);
PostId add_post(sql::Tx& tx, const NewPostRow& row);
int take_number(sql::Tx& tx, TopicId topic, PersonId author, base::Instant now);  // the next post's
void change_text(sql::Tx& tx, PostId post, std::string_view markdown, std::string_view html,
                 base::Instant now);
void keep_earlier_text(sql::Tx& tx, const Post& post, std::string_view markdown, PersonId editor,
                       base::Instant now);
std::vector<EarlierText> earlier_texts(sql::Tx& tx, PostId post, int from_version, int count);
enum class Mark { closed, pinned, hidden };
void set_mark(sql::Tx& tx, TopicId topic, Mark mark, std::optional<base::Instant> at,
              std::string_view reason);
void set_post_hidden(sql::Tx& tx, PostId post, std::optional<base::Instant> at,
                     std::string_view reason);
void bump(sql::Tx& tx, TopicId topic);  // what the topic shows has changed
void bump_topics_of(sql::Tx& tx, PersonId author);
void bump_all(sql::Tx& tx);
People people_in(sql::Tx& tx, TopicId topic, std::size_t first);
std::optional<std::string> author_of(sql::Tx& tx, TopicId topic, int number);
void forget(sql::Tx& tx, PersonId person);  // drafts, marks, reactions; posts stay
struct CaughtUp {
    base::Instant gone, kept;
};
void merge(sql::Tx& tx, const identity::Merger& merger, const CaughtUp& at);
std::vector<identity::Holding> held(sql::Tx& tx, PersonId person);
std::vector<std::string> broken_counts(sql::Tx& tx);  // for `check`

// the Rule: of topics and posts, and wishes to loosen it
void set_state(sql::Tx& tx, TopicId topic, rule::State state);
// Posts of these numbers that are less strict; wishes to loosen them are overtaken.
struct Tightening {
    TopicId topic;
    int from = 0, to = 0;
    rule::State state;
    base::Instant now;
};
void tighten(sql::Tx& tx, const Tightening& tightening);
void tighten_area(sql::Tx& tx, AreaId area, rule::State state, base::Instant now);
void loosen(sql::Tx& tx, const Loosening& wish);
void set_named(sql::Tx& tx, PostId post, bool is_named);
// Of the posts of these numbers; the loosest of all where there are none.
rule::State strictest_of(sql::Tx& tx, TopicId topic, const List& numbers);
struct ConcernedRow {
    PersonId author;
    bool is_gone = false;  // erased: cannot be asked
};
std::vector<ConcernedRow> concerned(sql::Tx& tx, const Loosening& wish);
struct LooseningRow {
    LooseningId id;
    TopicId topic;
    AudienceId audience;
    int from = 0, to = 0;
    rule::State state = rule::State::on_record;
    PersonId asker;
    std::string asker_name, words;
    base::Instant asked;
    Loosening::Outcome outcome = Loosening::Outcome::waits;
    int authors = 0;
    int yeses = 0;
    bool asks_me = false;
    std::optional<bool> my_answer;
};
LooseningId add_loosening(sql::Tx& tx, const Loosening& wish);  // but for its id
void ask_author(sql::Tx& tx, LooseningId id, PersonId author);
std::optional<LooseningRow> find_loosening(sql::Tx& tx, PersonId reader, LooseningId id);
std::vector<LooseningRow> loosenings_of(sql::Tx& tx, PersonId reader, TopicId topic);
std::vector<LooseningRow> asked_of(sql::Tx& tx, PersonId author);
bool was_refused_since(sql::Tx& tx, const Loosening& wish, base::Instant since);
std::vector<PersonId> unanswered_in(sql::Tx& tx, LooseningId id);  // that still waits
bool is_asked(sql::Tx& tx, const Loosening& wish);  // some of these posts, and it waits
void answer(sql::Tx& tx, LooseningId id, PersonId author, bool is_yes, base::Instant now);
// What each said is forgotten with it.
void end(sql::Tx& tx, LooseningId id, Loosening::Outcome outcome, base::Instant now);
std::vector<OwnPost> own_posts(sql::Tx& tx, PersonId author, const Loosening& wish);
void forget_rule(sql::Tx& tx, PersonId person, base::Instant now);
void merge_rule(sql::Tx& tx, const identity::Merger& merger);

// Who speaks unattributed (store_voices.cpp).
std::optional<PersonId> find_unattributed(sql::Tx& tx);  // stands for all of them
PersonId unattributed(sql::Tx& tx);                      // made at the first
std::optional<Voice> find_voice(sql::Tx& tx, TopicId topic, std::string_view verifier);
struct NewVoice {
    TopicId topic;
    std::string_view name, verifier;
    sealing::NameId sealed_name;
};
VoiceId add_voice(sql::Tx& tx, const NewVoice& row);
std::vector<std::string> voices_in(sql::Tx& tx, TopicId topic);  // their names
void silence_voice(sql::Tx& tx, VoiceId voice, std::string_view reason, base::Instant now);
void let_voice_go(sql::Tx& tx, VoiceId voice, std::string_view verifier);
std::vector<OwnSaying> said_by(sql::Tx& tx, VoiceId voice);  // the newest
struct QuotingRow {
    int number = 0;
    std::string author, markdown;
};
std::vector<QuotingRow> said_after(sql::Tx& tx, TopicId topic, int number);
struct VoiceConcernedRow {
    VoiceId voice;
    bool is_gone = false;
};
std::vector<VoiceConcernedRow> voices_concerned(sql::Tx& tx, const Loosening& wish);
void ask_voice(sql::Tx& tx, LooseningId id, VoiceId voice);
std::vector<LooseningId> asked_of_voice(sql::Tx& tx, VoiceId voice);  // and wait
void answer_as_voice(sql::Tx& tx, LooseningId id, VoiceId voice, bool is_yes);
void keep_text_of_voice(sql::Tx& tx, const OwnSaying& said, PersonId editor, base::Instant now);
// A topic as it is, for what was held while it could be seen.
struct PlaceRow {
    AudienceId audience;
    rule::State state = rule::State::chatham_house;
    bool is_open = false;  // neither closed nor hidden
};
std::optional<PlaceRow> find_place(sql::Tx& tx, TopicId topic);
std::vector<std::string> draft_texts(sql::Tx& tx, PersonId person);

// For the index, which serves all audiences: what is asked of it is asked again of `visible`.
struct IndexRow {
    TopicId topic;
    AudienceId audience;
    std::string title;
    std::string markdown;
    base::Instant written;
    bool is_hidden = false;
};
std::optional<IndexRow> find_for_index(sql::Tx& tx, PostId post);
std::vector<PostId> posts_for_index(sql::Tx& tx, TopicId topic);

// reactions
bool add_reaction(sql::Tx& tx, PersonId person, const Post& post, Reaction reaction);
bool drop_reaction(sql::Tx& tx, PersonId person, const Post& post, Reaction reaction);
void count_reaction(sql::Tx& tx, PostId post, Reaction reaction, int change);
std::vector<std::pair<PostId, Reaction>> reactions_of(sql::Tx& tx, PersonId person, TopicId topic);

// reading
struct CaughtUpRow {
    base::Instant at;
    std::optional<base::Instant> settled;
    std::string settled_eyes;
};
std::optional<CaughtUpRow> find_caught_up(sql::Tx& tx, PersonId person);
std::string name_of(const Eyes& eyes);  // the same for those who see the same
// Everything before this moment is settled; eyes are the reader's.
void settle(sql::Tx& tx, const Reader& reader, base::Instant moment);
void unsettle(sql::Tx& tx, PersonId person);
void unsettle_all(sql::Tx& tx);
std::optional<base::Instant> oldest_unread(sql::Tx& tx, const Reader& reader);  // of its topics
void set_caught_up(sql::Tx& tx, PersonId person, base::Instant now);
void set_read(sql::Tx& tx, PersonId person, TopicId topic, int number);
void count_own(sql::Tx& tx, PersonId person, TopicId topic);
void set_attention(sql::Tx& tx, PersonId person, TopicId topic, Attention attention, int read);
std::vector<UnreadCount> unread(sql::Tx& tx, const Reader& reader, int topics_max);  // the newest
std::vector<PersonId> followers(sql::Tx& tx, TopicId topic);

// drafts
std::optional<Draft> find_draft(sql::Tx& tx, PersonId person, std::string_view place);
std::int64_t count_drafts_elsewhere(sql::Tx& tx, PersonId person, std::string_view place);
void keep_draft(sql::Tx& tx, PersonId person, std::string_view place, const Draft& draft);
void drop_draft(sql::Tx& tx, PersonId person, std::string_view place);

// mentions
std::optional<Person> find_mentionable(sql::Tx& tx, std::string_view handle, AudienceId audience);
std::vector<Mentionable> mentionable(sql::Tx& tx, PersonId reader, AudienceId audience,
                                     std::string_view beginning);
bool add_mention(sql::Tx& tx, PersonId person, PostId post);
std::vector<PersonId> mentioned_in(sql::Tx& tx, PostId post);  // and not told yet
void note_told(sql::Tx& tx, PersonId person, PostId post, base::Instant now);
void see_mentions(sql::Tx& tx, PersonId person, TopicId topic, const Shown& shown,
                  base::Instant now);
std::vector<MentionLine> unseen_mentions(sql::Tx& tx, const Eyes& eyes, PersonId person,
                                         int count);  // the newest
std::vector<int> unseen_mentions(sql::Tx& tx, TopicId topic, PersonId person);

// Posts of one audience that this reader sees and that are not hidden.
std::int64_t count_posts(sql::Tx& tx, const List& audiences, AudienceId audience,
                         base::Instant since);

}  // namespace forum::store
