#pragma once
// The forum: topics, posts, and what each reader has read of them. `Forum` is the forum as one
// actor sees it; a topic or post can only be had through it, so what the actor may not see does
// not exist.

#include "features/rule/rule.h"
#include "features/sealing/sealing.h"
#include "platform/base/result.h"
#include "platform/record/record.h"
#include "platform/sql/slice.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace forum {

namespace store {
struct PostRow;

// For whom things are looked up: the audiences of the actor, and those whose hidden things show.
struct Eyes {
    std::vector<std::int64_t> audiences;
    std::vector<std::int64_t> moderated;
};

// The same with what has been read, where that counts.
struct Reader {
    identity::PersonId person;
    Eyes eyes;
    base::Instant caught_up;  // what was there before counts as read
    base::Instant since;      // what was quiet longer is not offered as unread
    base::Instant settled;    // the same or later: nothing quiet longer is unread
};
}  // namespace store

using TopicId = base::Id<struct TopicTag>;
using PostId = base::Id<struct PostTag>;
using LooseningId = base::Id<struct LooseningTag>;
using VoiceId = base::Id<struct VoiceTag>;
using identity::AudienceId;
using identity::PersonId;
using networks::AreaId;

inline constexpr identity::Permission moderate_forum{"moderate_forum"};  // hide, close, pin

inline constexpr std::size_t title_characters_max = 140;
inline constexpr std::size_t body_characters_max = 32'000;
inline constexpr int posts_a_page = 20;
inline constexpr int topics_a_page = 30;
inline constexpr int versions_a_page = 10;  // of one post
inline constexpr auto edit_window = base::hours(24);
// A topic in which nothing was said for so long is not offered as unread any more.
inline constexpr auto unread_window = base::hours(24 * 30);

enum class Attention { normal = 0, followed = 1, muted = 2 };
enum class Reaction { thanks = 1, useful = 2 };

// The posts that the actor has been shown: their mentions are seen; as read they count only where
// they go on from where reading had stopped, for what was jumped over stays new.
struct Shown {
    int first = 1;
    int last = 1;
    bool opening = false;  // and the first post, above the others
};

// A person as a post shows them.
struct Face {
    PersonId id;
    std::string name;
    std::string role_line;
};

// How far the actor has come in a topic.
struct Reading {
    int read_number = 0;
    int own_after = 0;  // own posts after read_number: never new to their author
    Attention attention = Attention::normal;
    bool was_opened = false;
};

struct Topic {
    TopicId id;
    AreaId area;
    AudienceId audience;
    std::string title;
    std::string path;  // "/forum/12-hazard-logs"
    Face author;
    base::Instant started;
    int last_number = 0;  // of posts; replies are one less
    base::Instant last_post_at;
    std::int64_t version = 0;  // of all that the topic shows
    rule::State state = rule::State::chatham_house;  // of what is said next
    std::optional<base::Instant> closed, pinned, hidden;
    std::string hidden_reason;
    Reading reading;
    bool is_quiet = false;  // for longer than the unread window, or since the actor caught up

    int replies() const { return last_number - 1; }
    int unread() const;  // posts by others that the actor has not seen

private:
    friend class Forum;
    friend struct Sample;  // of the policy's tests
    Topic() = default;
};

struct Post {
    PostId id;
    TopicId topic;
    AudienceId audience;
    int number = 0;
    Face author;  // of what was said unattributed: the voice's name, and nobody's number
    std::optional<VoiceId> voice;
    std::optional<sealing::NameId> sealed_name;
    base::Instant written;
    std::string html;  // the Markdown is Forum::source's
    int version = 1;
    rule::State state = rule::State::chatham_house;  // under which it was said
    bool is_named = false;                           // its author may be named with it
    std::optional<base::Instant> edited, hidden;
    std::string hidden_reason;
    int thanks = 0;
    int useful = 0;

private:
    friend class Forum;
    friend struct Sample;  // of the policy's tests
    Post() = default;
};

// One line of a list of topics.
struct TopicLine {
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
    Attention attention = Attention::normal;
    bool is_closed = false;
    bool is_pinned = false;
};

enum class View { latest, unread, followed };

// Which topics: all that the actor sees, or those of one network or of one area.
struct Everywhere {};
using Scope = std::variant<Everywhere, AudienceId, AreaId>;

struct UnreadCount {
    AudienceId audience;
    std::int64_t topics = 0;
    std::int64_t posts = 0;
};

// What the actor has not seen and not muted. Exact while the topics fit on one page of their list;
// of more, the newest so many count, and whoever shows a figure says that there is more.
struct Unread {
    std::vector<UnreadCount> by_audience;
    bool is_more = false;

    UnreadCount all() const;
    UnreadCount of(AudienceId audience) const;    // zeros where nothing is new; 0: of all
    std::string shown(std::int64_t count) const;  // "12", "1,204+"; nothing for 0
};
inline constexpr int unread_topics_max = topics_a_page;

struct MentionLine {
    PostId post;
    TopicId topic;
    std::string title;
    int number = 0;
    std::string author;
    base::Instant written;
    std::string markdown;
};

struct EarlierText {
    int version = 0;
    std::string editor;
    base::Instant replaced_at;
    std::string markdown;
};

struct TopicDraft {
    std::string title;
    std::string body;
    std::string state;      // a code of a state; "": as the area has it
    std::string seen = {};  // the code of the state that stood beside the area; "": of none
};

struct ReplyDraft {
    std::string body;
    std::string state;  // a code of the state that stood above the form; "": of none
};

struct EditDraft {
    std::string body;
    std::string version;  // the one that the editor began from
};

struct NewTopic {
    TopicId topic;
    std::string path;
};

// What a search found: one post of a topic that the actor sees.
struct Hit {
    TopicLine topic;
    PostId post;
    std::string text;  // plain, whole
    base::Instant at;
};

struct Hits {
    std::vector<Hit> rows;
    std::int64_t matches = 0;
    bool is_capped = false;  // there are more than were ranked
};

struct People {
    std::vector<Face> first;  // in the order of their first posts
    std::int64_t total = 0;
};

// A wish that posts may be used more freely than they were said.
struct Loosening {
    enum class Outcome { waits = 0, agreed, refused, withdrawn };

    LooseningId id;
    TopicId topic;
    AudienceId audience;
    int from = 0, to = 0;
    rule::State state = rule::State::on_record;
    PersonId asker;
    std::string asker_name, words;
    base::Instant asked;
    Outcome outcome = Outcome::waits;
    int authors = 0;  // who are asked
    // Of who looks at it: whether they are asked, and what they said.
    bool asks_me = false;
    std::optional<bool> my_answer;
};

class Forum {
public:
    explicit Forum(const record::Floor& floor);

    // Reads. NotFound for what is not there or not for this actor.
    Topic topic(TopicId id) const;
    Post post(PostId id) const;
    // One by one, without a copy of their texts: each is gone when the next is shown.
    void each_post(const Topic& topic, int from_number, int count,
                   const std::function<void(const Post&)>& visit) const;
    std::string source(const Post& post) const;  // its Markdown
    std::vector<std::pair<PostId, Reaction>> my_reactions(const Topic& topic) const;
    People people_in(const Topic& topic, std::size_t first) const;
    sql::Slice<TopicLine> topics(View view, const Scope& scope, const sql::After& after = {},
                                 int count = topics_a_page) const;
    std::vector<TopicLine> pinned(const Scope& scope) const;
    Unread unread() const;
    // The newest first, from this version down.
    std::vector<EarlierText> history(const Post& post, int from_version = INT32_MAX,
                                     int count = versions_a_page) const;
    std::vector<MentionLine> unseen_mentions(int count) const;  // the newest
    std::vector<int> unseen_mentions(const Topic& topic) const;  // the numbers of their posts
    Hits search(std::string_view words, bool newest_first) const;
    // Of these topics, those the actor may see: for search and mail. At most asked_max at once.
    static constexpr std::size_t asked_max = 200;
    std::vector<TopicLine> visible_of(std::span<const TopicId> topics) const;
    // The post's topic and author, if this actor may see it.
    struct PostLine {
        TopicLine topic;
        std::string author;
    };
    std::optional<PostLine> find_line(PostId post) const;

    // Verbs.
    base::Result<TopicId> start_topic(const networks::Area& area, const TopicDraft& draft);
    base::Result<PostId> reply(const Topic& topic, const ReplyDraft& draft);
    base::Result<PostId> edit(const Post& post, const EditDraft& draft);
    base::Result<bool> react(const Post& post, Reaction reaction);  // true: it is on now
    base::Result<TopicId> attend(const Topic& topic, Attention attention);
    void note_shown(const Topic& topic, const Shown& shown);
    void catch_up();  // all there is counts as read; mentions wait until they are shown

private:
    static Post post_of(store::PostRow& row);
    static void fill(Post& post, store::PostRow& row);
    struct Spot {
        TopicId topic;
        AudienceId audience;
        rule::State state;
    };
    PostId add_post(const Spot& spot, std::string_view body);
    void note_mentions(PostId post, const std::vector<PersonId>& mentioned);
    void note_own_post(const Topic& topic);
    void settle();

    const store::Reader& reader() const;  // found once for each opening

    record::Floor floor_;
    store::Eyes eyes_;
    mutable std::optional<store::Reader> reader_;
};

struct ReasonDraft {
    std::string reason;
};

// What moderators do to topics and posts. Each step is recorded, with its reason where it takes
// something from the members.
class Moderation {
public:
    explicit Moderation(const record::Floor& floor) : floor_(floor) {}

    base::Result<TopicId> close(const Topic& topic);
    base::Result<TopicId> reopen(const Topic& topic);
    base::Result<TopicId> pin(const Topic& topic);
    base::Result<TopicId> unpin(const Topic& topic);
    base::Result<TopicId> hide(const Topic& topic, const ReasonDraft& draft);
    base::Result<TopicId> show(const Topic& topic);
    base::Result<PostId> hide(const Post& post, const ReasonDraft& draft);
    base::Result<PostId> show(const Post& post);
    // Of a post that was said unattributed: that voice says nothing more.
    base::Result<VoiceId> silence(const Post& post, const ReasonDraft& draft);

private:
    struct Step;
    base::Result<TopicId> step(const Topic& topic, const Step& step,
                               const ReasonDraft* draft = nullptr);

    record::Floor floor_;
};

// ---- the Rule ----

// A topic has a state, which holds for what is said next, and each post the one under which it was
// said. Any may be made stricter at once; a post's is loosened only when every author concerned has
// agreed.

inline constexpr std::size_t loosening_words_max = 600;
inline constexpr int loosening_posts_max = 200;         // of one wish
inline constexpr auto loosening_rest = base::days{30};  // after a no, until the same is asked again
inline constexpr int loosenings_shown_max = 20;

struct StateDraft {
    std::string state;  // "record", "rule", "closed"
};

struct LooseningDraft {
    std::string state;
    std::string from, to;  // numbers of posts
    std::string words;     // why; the authors read it
};

struct OwnPost {
    int number = 0;
    std::string html;
};

// The Rule in the forum as one actor meets it.
class Ruling {
public:
    explicit Ruling(const record::Floor& floor) : floor_(floor) {}

    // From the next post on. NotFound for a state that there is not, here as below.
    base::Result<rule::State> set_next(const Topic& topic, const StateDraft& draft);
    // All that was said, and what is said next.
    base::Result<rule::State> tighten(const Topic& topic, const StateDraft& draft);
    base::Result<rule::State> tighten(const Post& post, const StateDraft& draft);
    base::Result<rule::State> set_area(const networks::Area& area, const StateDraft& draft);
    base::Result<bool> allow_naming(const Post& post, bool may_be_named);

    base::Result<LooseningId> ask(const Topic& topic, const LooseningDraft& draft);
    base::Result<LooseningId> withdraw(const Loosening& loosening);
    base::Result<Loosening::Outcome> answer(const Loosening& loosening, bool is_yes);
    // When its batch appears; nothing where the wish has ended by then.
    base::Result<Loosening::Outcome> answer_as(VoiceId voice, LooseningId id, bool is_yes);

    // For the authors who are asked, wherever they belong now, and for who may ask; NotFound else.
    Loosening loosening(LooseningId id) const;
    std::vector<OwnPost> own_posts(const Loosening& loosening) const;  // of the actor, concerned
    std::vector<Loosening> of(const Topic& topic) const;               // that wait
    std::vector<Loosening> asked_of_me() const;                        // and wait

private:
    base::Result<Loosening::Outcome> conclude(const Loosening& wish, bool is_yes);

    record::Floor floor_;
};

// What was written, as Markdown, for the room that prepares it to be taken outside.
struct PostText {
    PostId id;
    int number = 0;
    PersonId author;  // 0: nobody is known to have written it
    base::Instant written;
    int version = 1;
    rule::State state = rule::State::chatham_house;
    bool is_hidden = false;
    std::string markdown;  // "" of what is hidden, whoever asks
};

class Texts {
public:
    explicit Texts(const record::Floor& floor) : floor_(floor) {}

    // Of a topic that the actor sees, in order; nothing of another.
    std::vector<PostText> of(TopicId topic, int from_number, int to_number) const;

private:
    record::Floor floor_;
};

// ---- unattributed ----

// Somebody who speaks unattributed, to whoever has the phrase.
struct Voice {
    std::optional<VoiceId> id;  // none: it waits to appear
    TopicId topic;
    std::string name;
    std::string verifier;
    std::optional<base::Instant> silenced;
    std::string silenced_reason;
};

// A post of a voice, to whoever has its phrase.
struct OwnSaying {
    PostId id;
    int number = 0;
    int version = 0;
    base::Instant written;
    std::optional<base::Instant> hidden;
    std::string markdown;
};

std::string path_to(TopicId topic, std::string_view title);
std::string path_to(const Topic& topic);
// The page and anchor of a post.
std::string path_to(const Topic& topic, int post_number);
std::string path_to(const MentionLine& mention);
std::string path_to(PostId post);  // what its own pages begin with
std::string path_to(LooseningId id);
std::optional<rule::State> state_of(std::string_view code);
std::string_view code_of(rule::State state);

// Chairs and moderators, there or of all: they are few, and know the Rule.
std::vector<PersonId> moderators_of(const record::Floor& floor, AudienceId audience);
std::vector<Post> posts_of(const Forum& forum, const Topic& topic, int from_number, int count);

}  // namespace forum
