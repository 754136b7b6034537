#include "features/forum/forum.h"

#include "features/forum/facts.h"
#include "features/forum/policy.h"
#include "features/forum/quotes.h"
#include "features/forum/render.h"
#include "features/forum/store.h"
#include "platform/base/text.h"
#include "platform/search/query.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>

namespace forum {

namespace {

constexpr auto settle_every = base::hours(1);
// A reply that is on its way to its commit, or that another node's clock dated, is younger.
constexpr auto settle_slack = base::minutes(2);

using base::refuse;
using base::Result;

Face face(PersonId id, std::string& name, std::string& role_line) {
    return {id, std::move(name), std::move(role_line)};
}

TopicLine line(store::LineRow& row) {
    TopicLine line;
    line.id = row.id;
    line.area = row.area;
    line.audience = row.audience;
    line.title = std::move(row.title);
    line.author = std::move(row.author);
    line.last_author = std::move(row.last_author);
    line.last_author_id = row.last_author_id;
    line.last_post_at = row.last_post_at;
    line.last_number = row.last_number;
    line.unread = std::max(row.unread, 0);
    line.was_opened = row.was_opened;
    line.attention = static_cast<Attention>(row.attention);
    line.is_closed = row.is_closed;
    line.is_pinned = row.is_pinned;
    return line;
}

std::vector<TopicLine> lines(std::vector<store::LineRow> rows) {
    std::vector<TopicLine> lines;
    lines.reserve(rows.size());
    for (auto& row : rows) lines.push_back(line(row));
    return lines;
}

}  // namespace

int Topic::unread() const {
    if (is_quiet || reading.attention == Attention::muted) return 0;
    return std::max(0, last_number - reading.read_number - reading.own_after);
}

UnreadCount Unread::all() const {
    return of({});
}

UnreadCount Unread::of(AudienceId audience) const {
    UnreadCount sum{audience};
    for (const UnreadCount& count : by_audience) {
        if (audience && count.audience != audience) continue;
        sum.topics += count.topics;
        sum.posts += count.posts;
    }
    return sum;
}

std::string Unread::shown(std::int64_t count) const {
    if (count == 0) return {};
    return base::grouped(count) + (is_more ? "+" : "");
}

namespace {

store::Eyes eyes_of(const identity::Actor& actor) {
    store::Eyes eyes{.audiences = actor.audiences(), .moderated = {}};
    for (const auto audience : eyes.audiences) {
        if (may_see_hidden(actor, AudienceId{audience})) eyes.moderated.push_back(audience);
    }
    return eyes;
}

}  // namespace

Forum::Forum(const record::Floor& floor) : floor_(floor), eyes_(eyes_of(floor.actor)) {}

std::vector<PostText> Texts::of(TopicId topic, int from_number, int to_number) const {
    return store::texts(floor_.tx, eyes_of(floor_.actor), topic, from_number, to_number);
}

// ---- reads ----

Topic Forum::topic(TopicId id) const {
    auto row = store::find_topic(floor_.tx, reader(), id);
    if (!row) throw base::NotFound();
    Topic topic;
    topic.id = row->id;
    topic.area = row->area;
    topic.audience = row->audience;
    topic.title = std::move(row->title);
    topic.path = path_to(id, topic.title);
    topic.author = face(row->author_id, row->author, row->author_line);
    topic.started = row->started;
    topic.last_number = row->last_number;
    topic.last_post_at = row->last_post_at;
    topic.version = row->version;
    topic.state = row->state;
    topic.closed = row->closed;
    topic.pinned = row->pinned;
    topic.hidden = row->hidden;
    topic.hidden_reason = std::move(row->hidden_reason);
    topic.reading = {row->read_number, row->own_after, static_cast<Attention>(row->attention),
                     row->was_opened};
    topic.is_quiet = row->last_post_at <= reader().since;
    return topic;
}

Post Forum::post(PostId id) const {
    auto row = store::find_post(floor_.tx, eyes_, id);
    if (!row) throw base::NotFound();
    return post_of(*row);
}

void Forum::each_post(const Topic& topic, int from_number, int count,
                      const std::function<void(const Post&)>& visit) const {
    Post post;
    store::each_post(floor_.tx, eyes_, topic.id, from_number, count, [&](store::PostRow& row) {
        fill(post, row);
        visit(post);
    });
}

std::string Forum::source(const Post& post) const {
    return store::source(floor_.tx, eyes_, post.id);
}

std::vector<std::pair<PostId, Reaction>> Forum::my_reactions(const Topic& topic) const {
    return store::reactions_of(floor_.tx, floor_.actor.id(), topic.id);
}

People Forum::people_in(const Topic& topic, std::size_t first) const {
    return store::people_in(floor_.tx, topic.id, first);
}

sql::Slice<TopicLine> Forum::topics(View view, const Scope& scope, const sql::After& after,
                                    int count) const {
    auto rows = store::topics(floor_.tx, reader(), view, scope, after, count + 1);
    sql::Slice<TopicLine> slice;
    if (rows.size() > static_cast<std::size_t>(count)) {
        rows.pop_back();
        const auto& last = rows.back();
        slice.next = sql::After{last.last_post_at.time_since_epoch().count(), last.id.value};
    }
    slice.rows = lines(std::move(rows));
    return slice;
}

std::vector<TopicLine> Forum::pinned(const Scope& scope) const {
    return lines(store::pinned(floor_.tx, reader(), scope));
}

Unread Forum::unread() const {
    Unread unread{store::unread(floor_.tx, reader(), unread_topics_max + 1)};
    unread.is_more = unread.all().topics > unread_topics_max;
    return unread;
}

std::vector<EarlierText> Forum::history(const Post& post, int from_version, int count) const {
    if (post.hidden && !may_see_hidden(floor_.actor, post.audience)) throw base::NotFound();
    return store::earlier_texts(floor_.tx, post.id, from_version, count);
}

std::vector<MentionLine> Forum::unseen_mentions(int count) const {
    return store::unseen_mentions(floor_.tx, eyes_, floor_.actor.id(), count);
}

std::vector<int> Forum::unseen_mentions(const Topic& topic) const {
    return store::unseen_mentions(floor_.tx, topic.id, floor_.actor.id());
}

// The index answers by audience; what the forum itself would not show is left out all the same.
Hits Forum::search(std::string_view words, bool newest_first) const {
    constexpr int rows_max = 50;
    const auto order = newest_first ? search::Order::newest : search::Order::best;
    auto results = search::search(floor_.tx, words, floor_.actor.audiences(), order, rows_max);
    Hits hits{{}, results.matches, results.is_capped};
    if (results.found.empty()) return hits;
    std::vector<TopicId> topics;
    std::vector<std::int64_t> posts;
    for (const auto& found : results.found) {
        topics.push_back(TopicId{found.subject});
        posts.push_back(found.part);
    }
    const auto lines = visible_of(topics);
    const auto shown = store::shown_of(floor_.tx, eyes_, posts);
    for (auto& found : results.found) {
        const auto line = std::ranges::find(lines, TopicId{found.subject}, &TopicLine::id);
        if (line == lines.end() || !std::ranges::binary_search(shown, found.part)) continue;
        hits.rows.push_back({*line, PostId{found.part}, std::move(found.text), found.at});
    }
    return hits;
}

std::vector<TopicLine> Forum::visible_of(std::span<const TopicId> topics) const {
    assert(topics.size() <= asked_max);
    std::vector<std::int64_t> ids;
    for (const TopicId topic : topics) ids.push_back(topic.value);
    return lines(store::visible_of(floor_.tx, reader(), ids));
}

std::optional<Forum::PostLine> Forum::find_line(PostId id) const {
    auto row = store::find_post(floor_.tx, eyes_, id);
    if (!row || row->hidden) return std::nullopt;
    auto lines = visible_of(std::array{row->topic});
    if (lines.empty()) return std::nullopt;
    return PostLine{std::move(lines.front()), std::move(row->author)};
}

// ---- verbs ----

Result<TopicId> Forum::start_topic(const networks::Area& area, const TopicDraft& draft) {
    const AudienceId audience = area.audience;
    if (auto refusal = may_start_topic(floor_.actor, audience)) return std::unexpected(*refusal);
    const auto of_area = rule::Rule(floor_).state_of(area.id);
    const auto state = state_of(draft.state).value_or(of_area);
    if (auto refusal = may_say_under(floor_.actor, audience, {.state = state, .least = of_area})) {
        return std::unexpected(*refusal);
    }
    if (auto refusal = still_stands(state, state_of(draft.seen))) {
        return std::unexpected(*refusal);
    }
    if (draft.title.empty()) return refuse("Enter a title for your topic", "title");
    if (auto refusal = may_be_body(draft.body)) return std::unexpected(*refusal);
    const auto me = floor_.actor.id();
    const TopicId topic = store::add_topic(floor_.tx,
                                           {area.id, audience, draft.title, me, floor_.now, state});
    const PostId post = add_post({topic, audience, state}, draft.body);
    store::set_attention(floor_.tx, me, topic, Attention::followed, 1);
    floor_.record().add(TopicStarted{topic, post, audience});
    return topic;
}

Result<PostId> Forum::reply(const Topic& topic, const ReplyDraft& draft) {
    if (auto refusal = may_reply(floor_.actor, topic)) return std::unexpected(*refusal);
    if (auto refusal = may_be_body(draft.body)) return std::unexpected(*refusal);
    if (auto refusal = still_stands(topic.state, state_of(draft.state))) {
        return std::unexpected(*refusal);
    }
    const auto quoted = store::strictest_of(floor_.tx, topic.id, quoted_in(draft.body));
    if (auto refusal = may_quote(quoted, topic.state)) return std::unexpected(*refusal);
    const PostId post = add_post({topic.id, topic.audience, topic.state}, draft.body);
    note_own_post(topic);
    floor_.record().add(Replied{topic.id, post, topic.audience});
    return post;
}

Result<PostId> Forum::edit(const Post& post, const EditDraft& draft) {
    if (auto refusal = may_edit(floor_.actor, post, floor_.now)) return std::unexpected(*refusal);
    if (auto refusal = may_be_body(draft.body)) return std::unexpected(*refusal);
    if (draft.version != std::to_string(post.version)) {
        return refuse(
            "This post was changed after you began. The text as it is now stands below yours: "
            "put the two together, then save again.",
            "body");
    }
    const std::string before = source(post);
    if (draft.body == before) return post.id;
    const auto quoted = store::strictest_of(floor_.tx, post.topic, quoted_in(draft.body));
    if (auto refusal = may_quote(quoted, post.state)) return std::unexpected(*refusal);
    store::keep_earlier_text(floor_.tx, post, before, floor_.actor.id(), floor_.now);
    const Written written = render(floor_, draft.body, post.topic, post.audience);
    store::change_text(floor_.tx, post.id, draft.body, written.html, floor_.now);
    note_mentions(post.id, written.mentioned);
    store::bump(floor_.tx, post.topic);
    floor_.record().add(PostEdited{post.topic, post.id, post.audience, post.version + 1});
    return post.id;
}

Result<bool> Forum::react(const Post& post, Reaction reaction) {
    if (auto refusal = may_react(floor_.actor, post)) return std::unexpected(*refusal);
    const auto me = floor_.actor.id();
    const bool is_on = store::add_reaction(floor_.tx, me, post, reaction);
    if (!is_on) store::drop_reaction(floor_.tx, me, post, reaction);
    store::count_reaction(floor_.tx, post.id, reaction, is_on ? 1 : -1);
    store::bump(floor_.tx, post.topic);
    return is_on;
}

Result<TopicId> Forum::attend(const Topic& topic, Attention attention) {
    store::set_attention(floor_.tx, floor_.actor.id(), topic.id, attention,
                         topic.reading.read_number);
    // What was muted may have been unread, and quiet for days.
    if (topic.reading.attention == Attention::muted) {
        store::unsettle(floor_.tx, floor_.actor.id());
    }
    return topic.id;
}

void Forum::note_shown(const Topic& topic, const Shown& shown) {
    const auto me = floor_.actor.id();
    const Reading& reading = topic.reading;
    store::see_mentions(floor_.tx, me, topic.id, shown, floor_.now);
    const bool goes_on = shown.first <= reading.read_number + 1;
    const int read = goes_on ? std::max(shown.last, reading.read_number) : reading.read_number;
    if (reading.was_opened && read == reading.read_number) return;
    store::set_read(floor_.tx, me, topic.id, read);
    settle();
}

// Notes up to where nothing is unread, once in a while, so that counting need not walk a month of
// topics that were all read.
void Forum::settle() {
    if (reader().settled > floor_.now - settle_every) return;
    auto moment = floor_.now - settle_slack;
    if (const auto oldest = store::oldest_unread(floor_.tx, reader())) {
        moment = std::min(moment, *oldest - std::chrono::microseconds(1));
    }
    if (moment <= reader().settled) return;
    store::settle(floor_.tx, reader(), moment);
    reader_.reset();
}

void Forum::catch_up() {
    store::set_caught_up(floor_.tx, floor_.actor.id(), floor_.now);
    reader_.reset();
}

// ---- within ----

const store::Reader& Forum::reader() const {
    if (reader_) return *reader_;
    store::Reader& reader = reader_.emplace();
    reader.person = floor_.actor.id();
    reader.eyes = eyes_;
    const auto row = store::find_caught_up(floor_.tx, reader.person);
    reader.caught_up = row ? row->at : floor_.actor.joined();
    reader.since = std::max(reader.caught_up, floor_.now - unread_window);
    reader.settled = reader.since;
    if (row && row->settled && row->settled_eyes == store::name_of(eyes_)) {
        reader.settled = std::max(reader.since, *row->settled);
    }
    return reader;
}

Post Forum::post_of(store::PostRow& row) {
    Post post;
    fill(post, row);
    return post;
}

// The texts change places, so that from row to row both keep their memory.
void Forum::fill(Post& post, store::PostRow& row) {
    post.id = row.id;
    post.topic = row.topic;
    post.audience = row.audience;
    post.number = row.number;
    post.author.id = row.author_id;
    post.author.name.swap(row.author);
    post.author.role_line.swap(row.author_line);
    post.voice = row.voice;
    post.sealed_name = row.sealed_name;
    post.written = row.written;
    post.html.swap(row.html);
    post.version = row.version;
    post.state = row.state;
    post.is_named = row.is_named;
    post.edited = row.edited;
    post.hidden = row.hidden;
    post.hidden_reason.swap(row.hidden_reason);
    post.thanks = row.thanks;
    post.useful = row.useful;
}

PostId Forum::add_post(const Spot& spot, std::string_view body) {
    const auto me = floor_.actor.id();
    const Written written = render(floor_, body, spot.topic, spot.audience);
    const int number = store::take_number(floor_.tx, spot.topic, me, floor_.now);
    const PostId post = store::add_post(
        floor_.tx, {spot.topic, number, me, floor_.now, body, written.html, spot.state});
    note_mentions(post, written.mentioned);
    return post;
}

void Forum::note_mentions(PostId post, const std::vector<PersonId>& mentioned) {
    for (const PersonId person : mentioned) {
        if (person != floor_.actor.id()) store::add_mention(floor_.tx, person, post);
    }
}

// Own posts are never new to their author. Who replies follows the topic, unless they muted it.
void Forum::note_own_post(const Topic& topic) {
    const auto me = floor_.actor.id();
    const Reading& reading = topic.reading;
    const bool was_up_to_date = reading.read_number + reading.own_after >= topic.last_number;
    const auto attention = reading.attention == Attention::muted ? Attention::muted
                                                                 : Attention::followed;
    if (!reading.was_opened || attention != reading.attention) {
        store::set_attention(floor_.tx, me, topic.id, attention, reading.read_number);
    }
    if (was_up_to_date)
        store::set_read(floor_.tx, me, topic.id, topic.last_number + 1);
    else
        store::count_own(floor_.tx, me, topic.id);
}

std::string path_to(TopicId topic, std::string_view title) {
    return "/forum/" + std::to_string(topic.value) + "-" + base::slug(title);
}

std::string path_to(const Topic& topic) {
    return topic.path;
}

namespace {

std::string path_to_number(std::string topic, int post_number) {
    const int page_begins = (post_number - 1) / posts_a_page * posts_a_page + 1;
    return std::move(topic) + "?from=" + std::to_string(page_begins) + "#p" +
           std::to_string(post_number);
}

}  // namespace

std::string path_to(const Topic& topic, int post_number) {
    return path_to_number(path_to(topic), post_number);
}

std::string path_to(const MentionLine& mention) {
    return path_to_number(path_to(mention.topic, mention.title), mention.number);
}

std::string path_to(PostId post) {
    return "/forum/posts/" + std::to_string(post.value);
}

std::vector<Post> posts_of(const Forum& forum, const Topic& topic, int from_number, int count) {
    std::vector<Post> posts;
    forum.each_post(topic, from_number, count, [&](const Post& post) { posts.push_back(post); });
    return posts;
}

}  // namespace forum
