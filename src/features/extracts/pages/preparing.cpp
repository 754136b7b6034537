#include "features/extracts/pages.h"

#include "features/extracts/policy.h"
#include "platform/base/text.h"
#include "platform/html/tags.h"
#include "platform/web/form.h"
#include "platform/web/parts.h"

#include <algorithm>
#include <map>
#include <set>

namespace extracts {

namespace h = html;

namespace {

const web::FieldFace title_face{.name = "title",
                                .label = "Title",
                                .hint = "It goes out too: nothing in it may tell who spoke.",
                                .required = "Enter a title",
                                .characters_max = title_characters_max};

h::Html do_button(std::string_view what, std::string_view key, std::string_view classes,
                  const h::Html& label) {
    return h::button(h::cls(classes), h::attr("type", "submit"), h::attr("name", "do"),
                     h::attr("value", std::string(what) + ":" + std::string(key)), label);
}

std::string reason_of(const Mark& mark) {
    if (!mark.k) return mark.reason;
    return mark.reason + " (k = " + std::to_string(*mark.k) + ", of your network)";
}

// How it can be resolved: written otherwise, or kept with a reason.
h::Html ways(const web::Call& call, const Mark& mark) {
    const std::string shown = base::excerpt(base::one_line(mark.text), 60);
    if (!mark.is_open()) {
        return h::all(h::p(h::cls("meta"), "It stays, and the second person reads why: ", mark.why),
                      do_button("anew", mark.key, "link",
                                h::all("Decide anew", web::hidden_text(" on " + shown))));
    }
    h::Html all;
    if (!mark.instead.empty()) {
        all.add(do_button(
            "replace", mark.key, "btn small second",
            h::all("Write “" + mark.instead + "”", web::hidden_text(" instead of " + shown))));
    } else if (mark.is_hidden) {
        all.add(h::p(h::cls("meta"),
                     "It is read so once it is set: signs between the letters hide it below. Write "
                     "it otherwise there."));
    } else {
        all.add(h::p(h::cls("meta"), "Say less below: leave one of these traits out."));
    }
    if (!mark.may_stay) return all;
    const std::string name = "why-" + mark.key;
    const web::FieldFace face{.name = name,
                              .label = "Why it tells of nobody",
                              .required = "Say why it tells of nobody",
                              .characters_max = reason_characters_max};
    const bool is_refused = std::ranges::any_of(
        call.refused(), [&](const base::Refusal& one) { return one.field == name; });
    all.add(
        h::details(h::cls("mt2"), h::flag("open", is_refused),
                   h::summary("It tells of nobody", web::hidden_text(": " + shown)),
                   h::div(h::cls("mt2"), web::field(call, face, call.typed(name, "")),
                          h::p(h::cls("mt2"), do_button("keep", mark.key, "btn small second",
                                                        h::all("Keep it, with this reason",
                                                               web::hidden_text(": " + shown)))))));
    return all;
}

// The findings of one text that were not listed above it already, each once.
class FindingLists {
public:
    FindingLists(const web::Call& call, const std::vector<Mark>& marks)
        : call_(call), marks_(marks) {
        for (const Mark& mark : marks_) ++counts_[mark.key];
    }

    h::Html of(std::optional<std::size_t> passage) {
        h::Html list;
        std::size_t more = 0;
        for (const Mark& mark : marks_) {
            if (mark.passage != passage || listed_.contains(mark.key)) continue;
            if (listed_.size() >= findings_shown_max) {
                ++more;
                continue;
            }
            listed_.insert(mark.key);
            list.add(item(mark));
        }
        if (more > 0) {
            list.add(
                h::li(h::p("And " + std::to_string(more) + " more: resolve those above first.")));
        }
        if (list.empty()) return {};
        return h::ul(h::cls("findings mt3"), list);
    }

private:
    h::Html item(const Mark& mark) {
        const bool is_next = mark.is_open() && !std::exchange(has_next_, true);
        const int count = counts_.at(mark.key);
        return h::li(is_next ? h::id("next") : h::attr_if(false, "id", ""),
                     h::cls(mark.is_open() ? "" : "kept"),
                     h::p(h::strong("“" + base::excerpt(base::one_line(mark.text), 120) + "”"),
                          count > 1 ? " " + std::to_string(count) + " times" : ""),
                     h::p(h::cls("meta"), reason_of(mark)), ways(call_, mark));
    }

    const web::Call& call_;
    const std::vector<Mark>& marks_;
    std::map<std::string, int> counts_;
    std::set<std::string> listed_;
    bool has_next_ = false;
};

h::Html passage_editor(const web::Call& call, const Extract& seen, const Passage& passage,
                       std::size_t index, const std::vector<Mark>& marks, FindingLists& lists) {
    const std::string number = std::to_string(index + 1), name = field_of(passage.id);
    const web::FieldFace face{.name = name,
                              .label = "Text of passage " + number,
                              .kind = web::FieldFace::Kind::text,
                              .required = "Write the passage, or take it out",
                              .characters_max = passage_characters_max};
    return h::section(
        h::cls("passage mt5"), h::id("passage-" + number),
        h::attr("aria-labelledby", "passage-h-" + number),
        h::div(h::cls("sec-h"), h::h2(h::id("passage-h-" + number), "Passage " + number),
               h::a(h::cls("more"),
                    h::href("/forum/" + std::to_string(seen.topic.value) +
                            "?from=" + std::to_string(passage.post_number)),
                    "From post " + std::to_string(passage.post_number))),
        h::div(
            h::cls("grid2"),
            h::div(h::div(h::cls("panel pad marked"), marked(passage.text, marks, index)),
                   lists.of(index)),
            h::div(web::field(call, face, call.typed(name, passage.text)),
                   h::p(h::cls("mt2"), do_button("drop", std::to_string(passage.id.value), "link",
                                                 h::all("Take passage " + number + " out"))))));
}

h::Html gone_editor(std::size_t index) {
    const std::string number = std::to_string(index + 1);
    return h::section(h::cls("passage mt5"), h::id("passage-" + number),
                      h::attr("aria-labelledby", "passage-h-" + number),
                      h::h2(h::id("passage-h-" + number), "Passage " + number), gone_words());
}

h::Html notices(const web::Call& call, const Extract& seen, const std::vector<Origin>& origins) {
    h::Html all;
    if (!seen.returned.empty()) {
        all.add(h::div(
            h::cls("notice warn mt4"), web::icon("i-reply"),
            h::div(h::p(h::strong("The second person sent it back.")), h::p(seen.returned))));
    }
    const auto changed = std::ranges::count_if(
        origins, [](const Origin& one) { return one.source != Source::same; });
    if (changed > 0) {
        all.add(h::div(
            h::cls("notice warn mt4"), web::icon("i-warn"),
            h::div(h::p(h::strong(base::counted(changed, "post that it was taken from has",
                                                "posts that it was taken from have"),
                                  " changed since, or may not be used any more.")),
                   h::p("Take them anew: what you wrote otherwise in the others stays."),
                   h::div(h::cls("mt3"), one_button(call, path_to(seen.id) + "/renewal",
                                                    "Take what changed anew", "btn small")))));
    }
    return all;
}

std::string open_words(std::size_t open) {
    if (open == 0)
        return "Nothing is marked any more. Read it once more yourself: what the linter "
               "does not know may tell too.";
    return base::counted(static_cast<long long>(open), "finding is", "findings are") + " open.";
}

}  // namespace

h::Html draft_part(const web::Call& call, const Door& door, const Extract& seen) {
    const auto extracts = opened(call, door);
    const auto passages = extracts.passages(seen);
    const auto marks = extracts.marks(seen, passages);
    const auto open = static_cast<std::size_t>(std::ranges::count_if(marks, &Mark::is_open));
    const bool has_instead = std::ranges::any_of(
        marks, [](const Mark& mark) { return mark.is_open() && !mark.instead.empty(); });
    const auto origins = extracts.origins(seen, passages);
    FindingLists lists(call, marks);
    h::Html editors;
    const h::Html of_title = lists.of(std::nullopt);
    for (std::size_t i = 0; i < passages.size(); ++i) {
        editors.add(origins[i].source == Source::gone
                        ? gone_editor(i)
                        : passage_editor(call, seen, passages[i], i, marks, lists));
    }
    return h::all(
        notices(call, seen, origins),
        h::form(h::cls("mt5"), h::attr("method", "post"), h::action(path_to(seen.id) + "/text"),
                h::flag("novalidate"), call.form_fields(), web::error_summary(call),
                web::enter_button("Save and look again"),
                web::field(call, title_face, call.typed("title", seen.title)), of_title,
                h::div(h::cls("notice mt4"), web::icon(open == 0 ? "i-check" : "i-eye"),
                       h::div(h::p(h::strong(open_words(open))),
                              h::p("Below each text stands what in it could tell who spoke, and "
                                   "why. Write it otherwise, or say why it tells of nobody."),
                              h::when(has_instead,
                                      [] {
                                          return h::p(
                                              h::cls("mt2"),
                                              do_button("replace", "", "btn small",
                                                        h::all("Write all otherwise that can be")));
                                      }))),
                editors,
                h::div(h::cls("flex mt5"), h::id("hand-on"),
                       do_button("save", "", "btn second", h::all("Save and look again")),
                       do_button("hand-on", "", "btn", h::all("Save and hand it on"))),
                h::p(h::cls("hint mt3"),
                     "Handed on, a second person of the network reads it. Where few spoke, each "
                     "author is asked first.")),
        section("end", "Not needed any more",
                h::div(h::cls("mt3"), one_button(call, path_to(seen.id) + "/end",
                                                 "Give the extract up", "btn second small"))));
}

namespace {

// "keep:12ab" is {"keep", "12ab"}.
std::pair<std::string, std::string> deed_in(const web::Call& call) {
    const std::string value(call.form().get("do"));
    const auto colon = std::min(value.find(':'), value.size());
    return {value.substr(0, colon), value.substr(std::min(colon + 1, value.size()))};
}

Changes changes_in(const web::Call& call, const std::vector<Passage>& passages,
                   const std::pair<std::string, std::string>& deed) {
    Changes changes{.title = std::string(call.form().get("title")),
                    .texts = texts_in(call, passages)};
    if (deed.first != "drop") return changes;
    for (auto& [id, text] : changes.texts) {
        if (std::to_string(id.value) == deed.second) text.clear();
    }
    return changes;
}

// What is typed is saved first, whatever was pressed.
base::Result<ExtractId> carry_out(web::Call& call, const Door& door, const Extract& seen) {
    auto extracts = opened(call, door);
    const auto deed = deed_in(call);
    const auto& [what, key] = deed;
    auto done = extracts.change(seen, changes_in(call, extracts.passages(seen), deed));
    if (!done) return done;
    if (what == "replace") return extracts.write_otherwise(seen, key);
    if (what == "keep") {
        return extracts.keep(seen, key, {base::trim(call.form().get("why-" + key))});
    }
    if (what == "anew") return extracts.judge_anew(seen, key);
    if (what == "hand-on") return extracts.hand_on(seen);
    return done;
}

http::Response change_text(web::Call& call, const Door& door) {
    const Extract seen = extract_in(call, door);
    const auto done = carry_out(call, door, seen);
    if (!done) return call.again(at(door, show_extract), done.error());
    const auto deed = deed_in(call);
    if (deed.first == "hand-on") {
        return call.redirect(path_to(seen.id), "It is handed on.");
    }
    const auto extracts = opened(call, door);
    const Extract now = extracts.one(seen.id);
    const auto marks = extracts.marks(now, extracts.passages(now));
    const auto open = std::ranges::count_if(marks, &Mark::is_open);
    return call.redirect(path_to(seen.id) + (open > 0 ? "#next" : "#hand-on"),
                         open > 0 ? "Saved. " + open_words(static_cast<std::size_t>(open))
                                  : "Saved. Nothing is marked any more.");
}

using Verb = base::Result<ExtractId> (Extracts::*)(const Extract&);

http::Response step(web::Call& call, const Door& door, Verb verb, std::string_view path,
                    std::string_view flash) {
    const Extract seen = extract_in(call, door);
    auto extracts = opened(call, door);
    const auto done = (extracts.*verb)(seen);
    if (!done) return call.again(at(door, show_extract), done.error());
    return call.redirect(path.empty() ? path_to(seen.id) : std::string(path), flash);
}

http::Response take_anew(web::Call& call, const Door& door) {
    return step(call, door, &Extracts::take_anew, "",
                "What changed is taken anew. Look at it again.");
}

http::Response take_back(web::Call& call, const Door& door) {
    return step(call, door, &Extracts::take_back, "", "You have it back, to change it.");
}

http::Response give_up(web::Call& call, const Door& door) {
    return step(call, door, &Extracts::give_up, list_path, "The extract is given up.");
}

}  // namespace

void preparing_routes(web::Routes& site, const Door& door) {
    using web::signed_in;
    constexpr std::uint64_t texts_bytes_max = 8 * 1024 * 1024;
    const web::RouteOptions steps{.lane = web::Lane::blocking, .rate = {20}};
    site.get("/extracts/{extract}", signed_in, at(door, show_extract),
             {.lane = web::Lane::blocking, .rate = {60}});
    site.post("/extracts/{extract}/text", signed_in, at(door, change_text),
              {.lane = web::Lane::blocking, .rate = {60}, .body_bytes_max = texts_bytes_max});
    site.post("/extracts/{extract}/renewal", signed_in, at(door, take_anew), steps);
    site.post("/extracts/{extract}/draft", signed_in, at(door, take_back), steps);
    site.post("/extracts/{extract}/end", signed_in, at(door, give_up), steps);
}

}  // namespace extracts
