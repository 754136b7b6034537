#include "features/forum/pages.h"

#include "features/forum/policy.h"
#include "platform/base/text.h"
#include "platform/html/diff.h"
#include "platform/html/tags.h"

#include <algorithm>
#include <charconv>

namespace forum {

namespace h = html;

namespace {

// ---- a new topic ----

// "12-rule": an area, and the rule that stands beside it where it is chosen.
struct AreaSent {
    networks::AreaId area;
    std::string seen;
};

AreaSent area_sent(std::string_view sent) {
    AreaSent read;
    const auto* end = sent.data() + sent.size();
    const auto* rest = std::from_chars(sent.data(), end, read.area.value).ptr;
    if (rest != end && *rest == '-') read.seen.assign(rest + 1, end);
    return read;
}

h::Html area_choice(web::Call& call, Shelf& shelf, std::string_view chosen) {
    const web::FieldFace face{.name = "area", .label = "Area", .required = "Choose an area"};
    const auto notes = web::field_notes(call, face);
    const auto networks = networks_of(call, shelf);
    const auto areas = call.open<networks::Networks>().my_areas();
    const auto states = call.open<rule::Rule>().states_of(areas);
    const auto chosen_area = area_sent(chosen).area;
    const auto group = [&](const networks::Network& network) {
        return h::Element{"optgroup"}(
            h::attr("label", network.short_name + " network"),
            h::each(areas, [&](const networks::Area& area) {
                if (area.network != network.id) return h::Html();
                const auto state = states[static_cast<std::size_t>(&area - areas.data())];
                return h::option(h::attr("value", std::to_string(area.id.value) + "-" +
                                                      std::string(code_of(state))),
                                 h::flag("selected", area.id == chosen_area),
                                 area.name + ": " + std::string(rule::name_of(state)));
            }));
    };
    return h::div(
        h::cls(notes.is_refused ? "field bad" : "field"),
        h::label(h::cls("label"), h::attr("for", "area"), face.label), notes.html,
        h::select(h::cls("select w-m"), h::id("area"), h::attr("name", "area"),
                  h::attr_if(notes.is_refused, "aria-invalid", "true"),
                  h::attr_if(notes.is_refused, "aria-describedby", notes.described_by),
                  h::option(h::attr("value", ""), "Choose an area"), h::each(*networks, group)));
}

h::Html preview_pane(std::string_view drawn) {
    return h::section(h::cls("panel pad preview-pane mt3"), h::id("preview"),
                      h::attr("tabindex", "-1"), h::flag("autofocus"),
                      h::attr("aria-labelledby", "preview-h"),
                      h::h2(h::id("preview-h"), "Preview"),
                      h::div(h::cls("body"), h::rendered_before(drawn)));
}

h::Html preview_of(web::Call& call, const std::optional<Draft>& draft) {
    if (!draft || call.query().get("preview") != "1") return {};
    return preview_pane(call.open<Desk>().preview_new(draft->body));
}

// For who belonged to a network when the writing began.
h::Html text_without_network(const web::Call& call, std::string_view title,
                             const std::string& body) {
    const std::string typed_title = call.typed("title", title);
    return kept_text("It is not posted, because you belong to no network now. Copy it from here.",
                     typed_title.empty() ? body : typed_title + "\n\n" + body);
}

http::Response show_new(web::Call& call, Shelf& shelf) {
    const auto draft = call.open<Desk>().draft(new_topic_place);
    const auto chosen = call.typed("area", call.query().get("area"));
    Composer fields{.label = "First post. Markdown works.", .rows = 8};
    fields.body = call.typed("body", draft ? draft->body : "");
    fields.preview = preview_of(call, draft);
    if (draft) fields.saved = draft->saved;
    TopicFields begun;
    begun.title = draft ? draft->title : "";
    begun.state = std::string(call.query().get("state"));
    web::Page page;
    page.name = "new-topic";
    page.title = "Start a topic";
    page.current = "/forum";
    if (networks_of(call, shelf)->empty()) {
        // Not there for who belongs nowhere, but for a text that they began before.
        if (begun.title.empty() && fields.body.empty()) throw base::NotFound();
        page.content = h::all(crumbs({{"Topics", "/forum"}}), h::h1("Start a topic"),
                              h::h2(h::cls("vh"), "Networks"), no_network(call),
                              text_without_network(call, begun.title, fields.body));
        return call.page(std::move(page));
    }
    page.content = h::all(
        crumbs({{"Topics", "/forum"}}), h::h1("Start a topic"),
        h::div(
            h::cls("cols mt5"),
            h::div(h::form(
                h::cls("form"), h::id("new-topic"), h::attr("method", "post"),
                h::action("/forum/new"), h::flag("novalidate"),
                h::attr("data-swap", "new-topic"), call.form_fields(),
                h::input(h::attr("type", "hidden"), h::attr("name", "place"),
                         h::attr("value", new_topic_place)),
                web::error_summary(call), topic_form.draw(call, "title", begun),
                area_choice(call, shelf, chosen),
                h::div(h::cls("field"), h::p(h::cls("label"), "First post"),
                       composer(call, fields)),
                topic_form.draw(call, "state", begun, state_choices("As the area has it")),
                h::p(h::cls("flex mt5"), web::submit_button("Post topic", "Posting…"),
                     h::button(h::cls("btn quiet"), h::attr("type", "submit"),
                               h::attr("name", "do"), h::attr("value", "save"), "Save draft"),
                     h::when(draft.has_value(), [] {
                         return h::button(h::cls("btn quiet"), h::attr("type", "submit"),
                                          h::attr("name", "do"), h::attr("value", "discard"),
                                          "Discard draft");
                     })))),
            h::aside(h::cls("stack rail"), h::attr("aria-label", "Before you post"),
                     h::p("The rule of the area holds, unless you choose another. It stands above "
                          "the topic, for all who read and answer it. ",
                          h::a(h::href("/help/rule"), "What the rules mean")))));
    return call.page(std::move(page));
}

http::Response start(web::Call& call, const ShelfPtr& shelf) {
    auto forum = call.open<Forum>();
    auto desk = call.open<Desk>();
    const auto wish = call.form().get("do");
    if (wish == "preview" || wish == "save") {
        const auto kept =
            desk.keep_draft(new_topic_place, call.form().get("title"), call.form().get("body"));
        if (!kept) {
            return call.again([shelf](web::Call& again) { return show_new(again, *shelf); },
                              kept.error());
        }
        const auto area = area_sent(call.form().get("area")).area;
        const auto state = state_of(call.form().get("state"));
        const std::string to = "/forum/new?area=" + (area ? std::to_string(area.value) : "") +
                               (state ? "&state=" + std::string(code_of(*state)) : "");
        return wish == "save" ? call.redirect(to, "Draft saved.")
                              : call.redirect(to + "&preview=1#preview");
    }
    if (wish == "discard") {
        desk.drop_draft(new_topic_place);
        return call.redirect("/forum", "Draft discarded.");
    }
    const auto topic = topic_form.submit(
        call, [&](const TopicFields& sent) -> base::Result<std::string> {
            const auto chosen = area_sent(sent.area);
            const auto area = call.open<networks::Networks>().find_area(chosen.area);
            if (!area) return base::refuse("Choose an area of a network you belong to.", "area");
            const auto started =
                forum.start_topic(*area, {sent.title, sent.body, sent.state, chosen.seen});
            if (!started) return std::unexpected(started.error());
            return path_to(*started, sent.title);
        });
    if (!topic) {
        return call.again([shelf](web::Call& again) { return show_new(again, *shelf); },
                          topic.error());
    }
    desk.drop_draft(new_topic_place);
    return call.redirect(*topic, "Your topic is posted.");
}

// ---- editing ----

// The day of editing is over, say. What was typed when it ended is there to be copied.
h::Html instead_of_edit(const web::Call& call, const base::Refusal& refusal,
                        std::string_view typed) {
    const h::Html why = h::div(h::cls("notice warn mt4"), web::icon("i-warn"),
                               h::div(h::p(refusal.sentence)));
    if (!call.is_drawn_again()) return why;
    return h::all(call.refused().empty() ? why : web::error_summary(call),
                  kept_text("The post is as it was. Copy your text from here.", typed));
}

http::Response show_edit(web::Call& call, Shelf& shelf) {
    const auto forum = call.open<Forum>();
    const Post post = forum.post(call.id<PostId>("post"));
    const Topic topic = forum.topic(post.topic);
    const auto place = place_of(call, shelf, topic.area);
    const std::string path = path_to(post.id);
    const auto refusal = may_edit(call.actor(), post, call.now());
    Composer fields{.label = "The text. Markdown works.", .rows = 10, .has_draft_place = false};
    const std::string source = refusal ? std::string() : forum.source(post);
    fields.body = call.typed("body", source);
    // Drawn again without anything refused: the preview was pressed.
    if (call.is_drawn_again() && call.refused().empty()) {
        fields.preview = preview_pane(call.open<Desk>().preview(fields.body, topic));
    }
    // Somebody else saved first: both texts stand on the page, and the next save counts.
    const bool has_moved_on = call.is_drawn_again() &&
                              call.typed("version", "") != std::to_string(post.version);
    web::Page page;
    page.name = "edit";
    page.title = "Edit post " + std::to_string(post.number);
    if (call.is_drawn_again() && refusal) page.status = 422;  // too late, for a preview too
    page.current = networks::path_to(place->network);
    page.content = h::all(
        crumbs({{"Topics", "/forum"}, {topic.title, path_to(topic)}}),
        h::h1("Edit post " + std::to_string(post.number)),
        refusal ? instead_of_edit(call, *refusal, fields.body)
                : h::form(
                      h::cls("form mt5"), h::id("edit"), h::attr("method", "post"),
                      h::action(path + "/text"), call.form_fields(),
                      h::input(h::attr("type", "hidden"), h::attr("name", "version"),
                               h::attr("value", std::to_string(post.version))),
                      web::error_summary(call), composer(call, fields),
                      h::when(has_moved_on,
                              [&] {
                                  return h::div(
                                      h::cls("field"),
                                      h::label(h::cls("label"), h::attr("for", "theirs"),
                                               "The text as it is now"),
                                      h::textarea(h::cls("area"), h::id("theirs"),
                                                  h::attr("rows", "8"), h::flag("readonly"), "\n",
                                                  source));
                              }),
                      h::p(h::cls("flex mt5"), web::submit_button("Save changes", "Saving…"),
                           h::a(h::cls("btn quiet"), h::href(path_to(topic, post.number)),
                                "Cancel"))));
    return call.page(std::move(page));
}

http::Response save_edit(web::Call& call, const ShelfPtr& shelf) {
    auto forum = call.open<Forum>();
    const Post post = forum.post(call.id<PostId>("post"));
    const Topic topic = forum.topic(post.topic);
    if (call.form().get("do") == "preview") {
        return call.again([shelf](web::Call& again) { return show_edit(again, *shelf); },
                          web::Refused{});
    }
    const auto saved =
        edit_form.submit(call, [&](const EditDraft& draft) { return forum.edit(post, draft); });
    if (!saved) {
        return call.again([shelf](web::Call& again) { return show_edit(again, *shelf); },
                          saved.error());
    }
    return call.redirect(path_to(topic, post.number), "Your changes are saved.");
}

// ---- history ----

h::Html version_of(web::Call& call, std::string_view title, const h::Html& body,
                   std::string_view editor, base::Instant at) {
    return h::article(h::cls("revision"),
                      h::header(h::h2(title), h::p(h::cls("meta"),
                                                   when(at, call.now(), call.zone()), separator(),
                                                   " ", editor)),
                      h::div(h::cls("body diff"), body));
}

int asked_version(const web::Call& call, const Post& post) {
    const auto asked = call.query().get("from");
    int version = post.version;
    std::from_chars(asked.data(), asked.data() + asked.size(), version);
    return std::clamp(version, 1, post.version);
}

// The newest first, from this version down: those of one page, and one more to compare with.
std::vector<EarlierText> texts_of(const Forum& forum, const Post& post, int from) {
    std::vector<EarlierText> texts;
    if (from == post.version) texts.push_back({.version = from, .markdown = forum.source(post)});
    const int more = versions_a_page + 1 - static_cast<int>(texts.size());
    for (auto& text : forum.history(post, from, more)) texts.push_back(std::move(text));
    return texts;
}

h::Html versions_of(web::Call& call, const Post& post, const std::vector<EarlierText>& texts) {
    h::Differences differences;
    h::Html versions;
    for (std::size_t i = 0; i < std::min<std::size_t>(texts.size(), versions_a_page); ++i) {
        const EarlierText& text = texts[i];
        if (i + 1 == texts.size()) {
            versions.add(version_of(call, "First version", h::p(text.markdown), post.author.name,
                                    post.written));
            break;
        }
        const EarlierText& before = texts[i + 1];
        versions.add(version_of(call, "Version " + std::to_string(text.version),
                                differences.show(before.markdown, text.markdown), before.editor,
                                before.replaced_at));
    }
    return versions;
}

h::Html older_versions(const Post& post, const std::vector<EarlierText>& texts) {
    if (texts.size() <= versions_a_page) return {};
    const std::string to =
        path_to(post.id) + "/history?from=" + std::to_string(texts.back().version);
    return h::nav(h::cls("pager"), h::attr("aria-label", "Pages of versions"),
                  h::a(h::cls("btn second small next"), h::href(to), "Older versions",
                       web::icon("i-right", "i s")));
}

http::Response show_history(web::Call& call, Shelf& shelf) {
    const auto forum = call.open<Forum>();
    const Post post = forum.post(call.id<PostId>("post"));
    const Topic topic = forum.topic(post.topic);
    const auto place = place_of(call, shelf, topic.area);
    if (post.hidden && !may_see_hidden(call.actor(), post.audience)) throw base::NotFound();
    const auto texts = texts_of(forum, post, asked_version(call, post));
    web::Page page;
    page.name = "history";
    page.title = "Changes to post " + std::to_string(post.number);
    page.current = networks::path_to(place->network);
    page.content = h::all(
        crumbs({{"Topics", "/forum"}, {topic.title, path_to(topic)}}),
        h::h1("Changes to post " + std::to_string(post.number)),
        h::p(h::cls("lede by-line"),
             "By " + post.author.name + ". Members of this network can see each version."),
        h::div(h::cls("panel mt5"), versions_of(call, post, texts)), older_versions(post, texts),
        h::p(h::cls("mt4"), h::a(h::cls("btn second"), h::href(path_to(topic, post.number)),
                                 web::icon("i-left", "i s"), "Back to the topic")));
    return call.page(std::move(page));
}

// ---- drafts, saved while writing ----

http::Response save_draft(web::Call& call) {
    auto desk = call.open<Desk>();
    const auto place = desk.find_place(call.form().get("place"));
    http::Response response;
    response.status =
        place && desk.keep_draft(*place, call.form().get("title"), call.form().get("body")) ? 204
                                                                                            : 422;
    return response;
}

}  // namespace

void writing_routes(web::Routes& site, const ShelfPtr& shelf) {
    using web::signed_in;
    const web::RouteOptions writing{.rate = {20}};
    const auto with = [&shelf](auto page) {
        return [shelf, page](web::Call& call) { return page(call, *shelf); };
    };
    site.get("/forum/new", signed_in, with(show_new));
    site.post("/forum/new", signed_in, [shelf](web::Call& call) { return start(call, shelf); },
              writing);
    site.post("/forum/drafts", signed_in, save_draft, {.rate = {60}});
    site.get("/forum/posts/{post}/edit", signed_in, with(show_edit));
    site.post("/forum/posts/{post}/text", signed_in,
              [shelf](web::Call& call) { return save_edit(call, shelf); }, writing);
    site.get("/forum/posts/{post}/history", signed_in, with(show_history),
             {.lane = web::Lane::blocking, .rate = {30}});
}

}  // namespace forum
