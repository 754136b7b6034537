#pragma once
// What the forum's pages share: their routes, the small parts, and what they keep between requests.

#include "features/forum/desk.h"
#include "features/forum/voices.h"
#include "features/networks/feature.h"
#include "platform/html/builder.h"
#include "platform/kit/feature.h"
#include "platform/web/call.h"
#include "platform/web/form.h"
#include "platform/web/keep.h"
#include "platform/web/parts.h"

#include <memory>

namespace forum {

// Where a topic stands: for crumbs and rail.
struct Place {
    networks::Network network;
    networks::Area area;
    std::int64_t members = 0;
};

// Where a post stands among the drawn, and what is needed to draw it for those to whom it looks
// otherwise.
struct DrawnPost {
    PostId id;
    TopicId topic;
    PersonId author;
    base::Instant written;
    int number = 0;
    int thanks = 0;
    int useful = 0;
    bool is_hidden = false;
    std::optional<sealing::NameId> sealed_name;  // said unattributed
    bool says_who = false;  // on paper too: on the record, or its author agreed to be named
    html::Cut item;    // all of it, for whoever did nothing to it and may do no more
    html::Cut inside;  // face, who, when, the text
};
struct DrawnPosts {
    std::vector<DrawnPost> posts;
    html::Sheet sheet;
};

// A topic as one reader finds it, but for its posts and forms.
struct TopicView {
    Topic topic;
    std::shared_ptr<const Place> place;                  // shared with the shelf
    std::vector<std::pair<PostId, Reaction>> reactions;  // the reader's own
    std::vector<int> mentions;  // posts that name the reader, not yet shown to them
    std::optional<Draft> draft;
    html::Html crumbs, heading, follow_buttons, rail;
    html::Html writing;  // of the reply form; nothing where it is to be drawn
};

struct PeopleIn {
    html::Html faces;         // of the first few
    std::int64_t total = 0;
    std::int64_t others = 0;  // without a face
};

// In memory, bounded, exact: each key says what is shown. Shared by the handlers of one site.
struct Shelf {
    web::Kept<std::int64_t, Place> places{1'000};
    web::Kept<std::int64_t, Unread> unread{10'000};
    web::Kept<std::int64_t, std::vector<networks::Network>> networks{10'000};
    web::Kept<std::int64_t, std::vector<MentionLine>> mentions{10'000};
    web::Kept<std::int64_t, std::vector<Loosening>> loosenings{10'000};  // asked of a person
    web::Kept<std::pair<std::int64_t, std::int64_t>, TopicView> topics{5'000};  // person, topic
    // The version is the topic's own: it changes with all that its posts show.
    sql::Remembered<std::string, std::int64_t, DrawnPosts> posts{64 * 1024 * 1024};  // bytes
    sql::Remembered<std::int64_t, std::int64_t, PeopleIn> people{5'000};
};
using ShelfPtr = std::shared_ptr<Shelf>;  // shared: each handler keeps it, whichever lives longest

void topic_routes(web::Routes& site, const ShelfPtr& shelf);
void list_routes(web::Routes& site, const ShelfPtr& shelf);
void writing_routes(web::Routes& site, const ShelfPtr& shelf);
void search_routes(web::Routes& site, const ShelfPtr& shelf);
void moderation_routes(web::Routes& site, const ShelfPtr& shelf);
void ruling_routes(web::Routes& site);
void voice_routes(web::Routes& site, const std::shared_ptr<Batch>& batch);
std::vector<web::MenuEntry> menu(web::Call& call, Shelf& shelf);
std::vector<kit::TodayPart> today(web::Call& call, Shelf& shelf);
kit::TodayPart loosenings_asked(web::Call& call, Shelf& shelf);
web::BarNotes bar(web::Call& call, Shelf& shelf);
web::Signposts signposts();

// ---- parts ----

using web::crumbs;
using web::empty_state;
using web::how_long;
using web::separator;
using web::when;

std::shared_ptr<const Place> place_of(web::Call& call, Shelf& shelf, AreaId area);
std::shared_ptr<const Unread> unread_of(web::Call& call, Shelf& shelf);
// The newest unseen, up to so many: for the bell and for today.
inline constexpr std::size_t mentions_counted_max = 10;
std::shared_ptr<const std::vector<MentionLine>> mentions_of(web::Call& call, Shelf& shelf);
std::string how_many(const std::vector<MentionLine>& mentions);  // "2", "10 or more"
std::shared_ptr<const std::vector<networks::Network>> networks_of(web::Call& call, Shelf& shelf);

// A page for those who belong to some network; for sponsors and applicants it is not there.
using ShelfPage = http::Response (*)(web::Call&, Shelf&);
web::Handler for_members(const ShelfPtr& shelf, ShelfPage page);

html::Html topic_rows(const web::Call& call, const std::vector<TopicLine>& lines,
                      const std::vector<networks::Network>& networks);
html::Html no_network(const web::Call& call);  // for those to whom none is open
html::Html faces(const std::vector<Face>& people);

// The editor: toolbar, text, hint, draft state. `preview` is drawn above it if there is one.
struct Composer {
    std::string_view label;
    std::string body;
    std::string_view people_path;  // where @names are looked up; may be empty
    std::optional<base::Instant> saved;
    int rows = 5;
    html::Html preview = {};
    bool has_draft_place = true;
};
html::Html composer(const web::Call& call, const Composer& composer);

// What was typed and can no longer be sent from here, whole, to be copied; nothing of nothing.
html::Html kept_text(std::string_view what_to_do, std::string_view text);

const web::FieldFace& body_face();
extern const web::Form<ReplyDraft> reply_form;
// A new topic as its form sends it.
struct TopicFields {
    std::string area;  // with the rule that stood beside it
    std::string title;
    std::string body;
    std::string state;
};
std::vector<web::Choice> state_choices(std::string_view none);  // all three, after none
extern const web::Form<TopicFields> topic_form;
extern const web::Form<EditDraft> edit_form;
// Why something is hidden; the hints say who will read it.
extern const web::Form<ReasonDraft> topic_reason_form;
extern const web::Form<ReasonDraft> post_reason_form;

// The page of a topic; again() draws it with what was typed.
http::Response show_topic(web::Call& call, Shelf& shelf);

}  // namespace forum
