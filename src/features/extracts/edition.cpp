#include "features/extracts/edition.h"

#include "features/extracts/sheet.h"
#include "features/extracts/store.h"
#include "platform/html/builder.h"
#include "platform/html/markdown.h"
#include "platform/html/tags.h"
#include "platform/pdf/document.h"

#include <algorithm>
#include <iterator>

namespace extracts {

namespace h = html;
using namespace html::literals;

namespace {

constexpr std::string_view the_rule =
    "When a meeting, or part thereof, is held under the Chatham House Rule, participants are free "
    "to use the information received, but neither the identity nor the affiliation of the "
    "speaker(s), nor that of any other participant, may be revealed.";

std::string when_said(const Edition& edition) {
    return "Said in " + months_in_words(edition.said_from, edition.said_to) +
           ", under the Chatham House Rule:";
}

std::string markdown_of(const Edition& edition) {
    std::string all = "# " + as_markdown(edition.title) + "\n\n" + when_said(edition) + "\n\n> " +
                      std::string(the_rule) + "\n";
    for (const auto& passage : edition.passages) {
        all += "\n* * *\n\n" + as_markdown(blocks_of(passage)) + "\n";
    }
    return all;
}

constexpr std::string_view sheet =
    "body{max-width:40rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff;"
    "font:1.0625rem/1.55 Georgia,serif;overflow-wrap:anywhere}"
    "h1{font-size:1.75rem;line-height:1.2}.rule{color:#444;font-style:italic}"
    "blockquote{margin:1rem 0;padding-left:1rem;border-left:3px solid #767676}"
    "hr{margin:1.75rem auto;width:30%;border:0;border-top:1px solid #767676}"
    "pre{overflow:auto}table{border-collapse:collapse}td,th{border:1px solid #767676;"
    "padding:.25rem .5rem}"
    "@media print{body{margin:0;max-width:none}h1,h2,h3{break-after:avoid}}";

// Of what we rendered ourselves. A link leads to the open web, or is its words.
std::string without_ways_back(std::string_view rendered) {
    std::string out;
    bool is_kept = false;  // links do not nest
    while (!rendered.empty()) {
        const bool is_tag = rendered.front() == '<';
        const auto next = is_tag ? rendered.find('>') : rendered.find('<', 1);
        const auto end = next == rendered.npos ? rendered.size() : next + (is_tag ? 1 : 0);
        const auto part = rendered.substr(0, end);
        rendered.remove_prefix(end);
        const auto tag = is_tag ? part.substr(1) : std::string_view();
        if (tag.starts_with("a ")) {
            is_kept = tag.starts_with("a href=\"https://") || tag.starts_with("a href=\"http://");
            if (is_kept) out += part;
        } else if (tag != "/a>" || is_kept) {
            out += part;
        }
    }
    return out;
}

// Whole in itself: nothing is loaded, nothing runs.
std::string html_of(const Edition& edition) {
    constexpr h::Element style{"style"}, root{"html"};
    h::Html body = h::all(h::h1(edition.title), h::p(when_said(edition)),
                          h::blockquote(h::cls("rule"), h::p(the_rule)));
    for (const auto& passage : edition.passages) {
        body.add(h::hr());
        body.add(h::rendered_before(without_ways_back(h::render_markdown(passage).html)));
    }
    h::Builder out;
    out << "<!doctype html>\n"_h
        << root(h::attr("lang", "en-GB"),
                h::head(h::meta(h::attr("charset", "utf-8")),
                        h::meta(h::attr("name", "viewport"),
                                h::attr("content", "width=device-width, initial-scale=1")),
                        h::meta(h::attr("name", "robots"), h::attr("content", "noindex")),
                        h::title(edition.title), style(sheet)),
                h::body(h::main(body)))
        << "\n"_h;
    return std::move(out).done().text();
}

std::string pdf_of(const Edition& edition) {
    pdf::Document document{
        .title = edition.title,
        .blocks = {{.role = pdf::Role::heading, .level = 1, .runs = {{edition.title}}},
                   {.runs = {{when_said(edition)}}},
                   {.role = pdf::Role::quotation, .runs = {{std::string(the_rule)}}}}};
    for (const auto& passage : edition.passages) {
        auto blocks = blocks_of(passage);
        if (blocks.empty()) continue;
        blocks.front().begins_part = true;
        std::ranges::move(blocks, std::back_inserter(document.blocks));
    }
    return pdf::written(document);
}

bool leaves_the_members(leaving::Exit exit) {
    using leaving::Exit;
    return exit == Exit::export_file || exit == Exit::print || exit == Exit::feed ||
           exit == Exit::api || exit == Exit::page_for_outsiders;
}

struct Prepared {
    Edition edition;
    Form form = Form::markdown;
};

// Of a copy that this actor has noted just now, of an extract that is published and theirs to see.
std::optional<Prepared> prepared(const record::Floor& floor, const leaving::Provenance& from) {
    const auto& actor = floor.actor;
    const auto copy = store::find_copy(floor.tx, actor.id(), CopyId{from.part});
    if (!copy || copy->extract != ExtractId{from.subject}) return std::nullopt;
    if (floor.now - copy->at > copy_good_for) return std::nullopt;
    const auto row = store::find(floor.tx, actor.audiences(), actor.id(), copy->extract);
    if (!row || row->state != State::published) return std::nullopt;
    Prepared ready{{row->title, row->said_from, row->said_to, {}}, copy->form};
    auto passages = store::passages(floor.tx, row->id);
    const auto origins = origins_of(floor, row->topic, passages);
    if (is_any_gone(origins)) return std::nullopt;
    for (auto& passage : passages) {
        ready.edition.passages.push_back(std::move(passage.text));
    }
    return ready;
}

}  // namespace

std::string bytes_of(const Edition& edition, Form form) {
    switch (form) {
        case Form::markdown: return markdown_of(edition);
        case Form::html: return html_of(edition);
        case Form::pdf: return pdf_of(edition);
    }
    return {};
}

leaving::Policy extracts_alone() {
    return [](leaving::Draft& draft, const record::Floor* floor) {
        using leaving::Ruling;
        if (draft.from.kind == copy_kind) {
            if (floor == nullptr || draft.exit != leaving::Exit::export_file) return Ruling::refuse;
            const auto ready = prepared(*floor, draft.from);
            if (!ready) return Ruling::refuse;
            draft.subject_line = ready->edition.title;
            draft.summary.clear();
            draft.content = bytes_of(ready->edition, ready->form);
            return Ruling::pass;
        }
        const bool is_said = draft.from.kind.starts_with("forum.");
        return is_said && leaves_the_members(draft.exit) ? Ruling::refuse : Ruling::pass;
    };
}

}  // namespace extracts
