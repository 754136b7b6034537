#include "features/forum/pages.h"

#include "platform/base/text.h"
#include "platform/html/tags.h"

#include <algorithm>

namespace forum {

namespace h = html;

namespace {

h::Html meta_of(const web::Call& call, const TopicLine& line, const networks::Network* network) {
    const bool is_new = line.last_number == 1;
    const std::string who = line.last_author + (is_new ? " started this" : " replied");
    return h::p(h::cls("meta"),
                h::when(network != nullptr,
                        [&] {
                            return h::all(sign_of(*network), network->short_name,
                                          h::span(h::cls("nw"), " network"), separator());
                        }),
                who, separator(), how_long(line.last_post_at, call.now(), call.zone()));
}

h::Html news_of(const TopicLine& line) {
    if (line.unread == 0) return {};
    const bool is_new_topic = !line.was_opened && line.unread == line.last_number;
    return h::span(h::cls("pill new"), is_new_topic
                                           ? "New topic"
                                           : base::grouped(line.unread) + " new");
}

h::Html mark_of(const TopicLine& line) {
    if (line.unread > 0) return h::span(h::cls("mark"), h::span(h::cls("dot")));
    if (line.is_pinned) return h::span(h::cls("mark"), web::icon("i-pin", "i s"));
    if (line.is_closed) return h::span(h::cls("mark"), web::icon("i-lock", "i s"));
    return h::span(h::cls("mark"), "");
}

std::string state_words(const TopicLine& line) {
    std::string words = line.unread > 0 ? "Unread: " : "";
    if (line.is_pinned) words += "Pinned: ";
    if (line.is_closed) words += "Closed: ";
    return words;
}

// Three levels: followed or new and unread is bold with words, other unread has the dot alone.
std::string row_classes(const TopicLine& line) {
    const bool stands_out =
        line.unread > 0 && (line.attention == Attention::followed || !line.was_opened);
    std::string classes = "row";
    if (stands_out) classes += " unread";
    if (line.attention == Attention::muted) classes += " muted";
    return classes;
}

h::Html tool(std::string_view kind, std::string_view symbol, std::string_view words) {
    return h::button(h::cls("icon-btn sm"), h::attr("type", "button"), h::attr("data-md", kind),
                     web::icon(symbol), web::hidden_text(words));
}

const h::Html& tools() {
    static const h::Html drawn = h::div(
        h::cls("tools"), h::attr("role", "group"), h::attr("aria-label", "Formatting"),
        tool("bold", "i-bold", "Bold"), tool("italic", "i-italic", "Italic"),
        tool("link", "i-link", "Link"), h::span(h::cls("vr")), tool("quote", "i-quote", "Quote"),
        tool("list", "i-list", "List"), tool("at", "i-at", "Mention someone"),
        h::button(h::cls("btn quiet small preview"), h::attr("type", "submit"),
                  h::attr("name", "do"), h::attr("value", "preview"), h::flag("formnovalidate"),
                  "Preview"));
    return drawn;
}

}  // namespace

std::shared_ptr<const Place> place_of(web::Call& call, Shelf& shelf, AreaId id) {
    return web::keep(call, shelf.places, id.value, [&] {
        const auto networks = call.open<networks::Networks>();
        const auto area = networks.area(id);
        const auto network = networks.network_of(area);
        return Place{network, area, networks.members(network)};
    });
}

std::shared_ptr<const Unread> unread_of(web::Call& call, Shelf& shelf) {
    return web::keep(call, shelf.unread, call.actor().id().value,
                     [&] { return call.open<Forum>().unread(); });
}

std::shared_ptr<const std::vector<MentionLine>> mentions_of(web::Call& call, Shelf& shelf) {
    return web::keep(call, shelf.mentions, call.actor().id().value,
                     [&] { return call.open<Forum>().unseen_mentions(mentions_counted_max); });
}

std::string how_many(const std::vector<MentionLine>& mentions) {
    const auto count = base::grouped(static_cast<long long>(mentions.size()));
    return mentions.size() < mentions_counted_max ? count : count + " or more";
}

std::shared_ptr<const std::vector<networks::Network>> networks_of(web::Call& call, Shelf& shelf) {
    return web::keep(call, shelf.networks, call.actor().id().value,
                     [&] { return call.open<networks::Networks>().mine(); });
}

web::Handler for_members(const ShelfPtr& shelf, ShelfPage page) {
    return [shelf, page](web::Call& call) {
        if (networks_of(call, *shelf)->empty()) throw base::NotFound();
        return page(call, *shelf);
    };
}

h::Html faces(const std::vector<Face>& people) {
    return h::span(h::cls("faces"), h::attr("aria-hidden", "true"),
                   h::each(people, [](const Face& face) {
                       return web::avatar(face.name, face.id.value, "sm");
                   }));
}

h::Html topic_rows(const web::Call& call, const std::vector<TopicLine>& lines,
                   const std::vector<networks::Network>& networks) {
    return h::div(
        h::cls("panel"),
        h::ol(h::cls("rows"), h::each(lines, [&](const TopicLine& line) {
                  const auto network = std::ranges::find(networks, line.audience,
                                                         &networks::Network::audience);
                  const int replies = line.last_number - 1;
                  return h::li(
                      h::cls(row_classes(line)), mark_of(line),
                      h::div(h::h3(h::a(h::href(path_to(line.id, line.title)),
                                        web::hidden_text(state_words(line)), line.title)),
                             meta_of(call, line,
                                     network == networks.end() ? nullptr : &*network)),
                      h::div(h::cls("end"), news_of(line),
                             h::span(h::cls("faces"), h::attr("aria-hidden", "true"),
                                     web::avatar(line.last_author, line.last_author_id.value,
                                                 "sm")),
                             h::span(h::cls("stat"),
                                     h::span(h::cls("num"), base::grouped(replies)), h::br(),
                                     h::span(replies == 1 ? "reply" : "replies"))));
              })));
}

h::Html no_network(const web::Call& call) {
    if (!call.actor().asked().empty()) {
        return empty_state("Your networks wait for you",
                           "You belong to them. Accept the Rule, and come in.",
                           h::a(h::cls("btn small"), h::href("/rule/acceptance"), "Read the Rule"));
    }
    return empty_state("You belong to no network yet",
                       "Members meet in networks. See which there are, and apply to one.",
                       h::a(h::cls("btn second small"), h::href("/networks"),
                            "See all networks"));
}

h::Html composer(const web::Call& call, const Composer& composer) {
    const web::FieldNotes notes = web::field_notes(call, body_face());
    const std::string described = "body-note " + notes.described_by;
    const std::string saved =
        composer.saved ? "Draft saved at " +
                             base::clock_text(call.zone().local(*composer.saved)) + "."
                       : "";
    return h::all(
        composer.preview,
        h::div(h::cls("composer mt3"), tools(),
               h::label(h::cls("vh"), h::attr("for", "body"), composer.label),
               notes.html,
               h::textarea(h::cls("area"), h::id("body"), h::attr("name", "body"),
                           h::attr("rows", std::to_string(composer.rows)),
                           h::attr("aria-describedby", base::trim(described)),
                           h::attr_if(notes.is_refused, "aria-invalid", "true"),
                           h::attr_if(composer.has_draft_place, "data-draft", "/forum/drafts"),
                           h::attr_if(!composer.people_path.empty(), "data-people",
                                      composer.people_path),
                           h::attr("data-max", std::to_string(body_characters_max)),
                           "\n", composer.body)),
        h::p(h::cls("hint mt2"), h::id("body-note"),
             "Markdown works, up to " + base::grouped(body_characters_max) +
                 " characters. Do not include anything that could identify a patient. ",
             h::span(h::flag("data-draft-status"), saved), " ",
             h::span(h::cls("left"), h::flag("data-left"))));
}

h::Html kept_text(std::string_view what_to_do, std::string_view text) {
    if (text.empty()) return {};
    return h::section(
        h::cls("form mt5"), h::attr("aria-labelledby", "kept-h"),
        h::h2(h::id("kept-h"), "Your text is still here"), h::p(what_to_do),
        h::div(h::cls("field"),
               h::label(h::cls("label"), h::attr("for", "kept"), "Your text"),
               h::textarea(h::cls("area"), h::id("kept"), h::attr("rows", "10"),
                           h::flag("readonly"), "\n", text)));
}

const web::FieldFace& body_face() {
    static const web::FieldFace face{.name = "body",
                                     .label = "The text",
                                     .kind = web::FieldFace::Kind::text,
                                     .required = "Write something first.",
                                     .characters_max = body_characters_max};
    return face;
}

const web::Form<ReplyDraft> reply_form({
    {body_face(), &ReplyDraft::body},
    {{.name = "state", .label = "Rule", .kind = web::FieldFace::Kind::hidden}, &ReplyDraft::state},
});

std::vector<web::Choice> state_choices(std::string_view none) {
    std::vector<web::Choice> all = {{"", std::string(none)}};
    for (const auto state :
         {rule::State::on_record, rule::State::chatham_house, rule::State::closed}) {
        all.push_back({std::string(code_of(state)), std::string(rule::meaning_of(state))});
    }
    return all;
}

const web::Form<TopicFields> topic_form({
    {{.name = "area",
      .label = "Area",
      .kind = web::FieldFace::Kind::choice,
      .required = "Choose an area"},
     &TopicFields::area},
    {{.name = "title",
      .label = "Title",
      .hint = "Say what you want to know, in one line.",
      .required = "Enter a title for your topic",
      .characters_max = title_characters_max},
     &TopicFields::title},
    {body_face(), &TopicFields::body},
    {{.name = "state",
      .label = "Rule",
      .kind = web::FieldFace::Kind::choice,
      .hint = "It holds for all that is said in the topic, and can be made stricter later."},
     &TopicFields::state},
});

const web::Form<EditDraft> edit_form({
    {body_face(), &EditDraft::body},
    {{.name = "version", .label = "Version", .kind = web::FieldFace::Kind::hidden,
      .required = "Open the post again, then edit it."},
     &EditDraft::version},
});

namespace {

web::Form<ReasonDraft> reason_form_with(std::string hint) {
    return web::Form<ReasonDraft>({{{.name = "reason",
                                     .label = "Why",
                                     .hint = std::move(hint),
                                     .required = "Say why, in a sentence.",
                                     .characters_max = 300},
                                    &ReasonDraft::reason}});
}

}  // namespace

const web::Form<ReasonDraft> topic_reason_form =
    reason_form_with("Only those who moderate here will read this.");
const web::Form<ReasonDraft> post_reason_form = reason_form_with(
    "It stands in the place of the post, where everyone reads it. Name nobody.");

}  // namespace forum
