#include "features/membership/pages.h"

#include "platform/base/text.h"
#include "platform/html/tags.h"
#include "platform/web/download.h"

namespace membership {

namespace h = html;

namespace {

// Photographs of a telephone are larger than what we keep: these get a sentence.
constexpr std::uint64_t form_bytes_max = 4 * document_bytes_max;
const web::FieldFace document_face{.name = "document",
                                   .label = "Add a document",
                                   .hint = "A PDF, or a picture as PNG or JPEG, of at most 4 MB.",
                                   .required = "Choose a document"};

std::string documents_path(const Application& application) {
    return path_to(application.id) + "/documents";
}

std::string size_words(std::int64_t bytes) {
    return base::grouped((bytes + 1023) / 1024) + " kB";
}

h::Html adding_form(const web::Call& call, const Application& application) {
    auto face = document_face;
    if (call.is_drawn_again()) face.hint += " Choose it again: a browser does not keep a file.";
    const web::FieldNotes notes = web::field_notes(call, face);
    return h::form(
        h::cls("form mt4"), h::attr("method", "post"), h::action(documents_path(application)),
        h::attr("enctype", "multipart/form-data"), h::flag("novalidate"), call.form_fields(),
        web::error_summary(call),
        h::div(
            h::cls(notes.is_refused ? "field bad" : "field"),
            h::label(h::cls("label"), h::attr("for", "document"), document_face.label), notes.html,
            h::input(
                h::cls("input"), h::id("document"), h::attr("name", "document"),
                h::attr("type", "file"), h::attr("accept", "application/pdf,image/png,image/jpeg"),
                h::attr_if(!notes.described_by.empty(), "aria-describedby", notes.described_by))),
        h::p(web::submit_button("Add it", "Sending…")));
}

Filed shown(const web::Call& call) {
    return call.open<Applications>().application(call.id<ApplicationId>("application"));
}

Filed own(const web::Call& call) {
    auto filed = shown(call);
    if (filed.application.person != call.actor().id()) throw base::NotFound();
    return filed;
}

http::Response show_documents(web::Call& call) {
    const Filed filed = own(call);
    web::Page page;
    page.name = "application-documents";
    page.title = "Documents of your application";
    page.current = "/applications";
    page.content = h::all(
        web::crumbs({{"Your networks", "/applications"},
                     {"Your application", path_to(filed.application.id)}}),
        h::h1(page.title),
        h::p(h::cls("lede"),
             "Only those who decide see them; each view is noted, and they are "
             "deleted 30 days after the decision."),
        h::when(filed.application.is_open(), [&] { return adding_form(call, filed.application); }),
        h::div(h::cls("mt5"), documents_part(call, filed)));
    return call.page(std::move(page));
}

http::Response attach(web::Call& call) {
    const Filed filed = own(call);
    const auto* const upload = call.upload("document");
    if (!upload || upload->bytes.empty()) {
        return call.again(show_documents, base::Refusal{document_face.required, "document"});
    }
    const auto attached = call.open<Applications>().attach(filed, upload->filename, upload->bytes);
    if (!attached) return call.again(show_documents, attached.error());
    return call.redirect(documents_path(filed.application), "The document is added.");
}

Document document_of(const web::Call& call, const Filed& filed) {
    return call.open<Applications>().document(filed.application, call.id<DocumentId>("document"));
}

http::Response take_away(web::Call& call) {
    const Filed filed = own(call);
    const auto removed = call.open<Applications>().take_away(filed, document_of(call, filed));
    return call.redirect(documents_path(filed.application),
                         removed ? "The document is removed." : removed.error().sentence);
}

// Handed out to be kept, never shown within our pages: what is in it is a stranger's.
http::Response download(web::Call& call, const leaving::Gate& gate) {
    const Filed filed = shown(call);
    const Document document = document_of(call, filed);
    call.afterwards([one = filed.application, id = document.id](const record::Floor& floor) {
        Applications(floor).note_view(one, id);
    });
    auto passed = gate.pass({.exit = leaving::Exit::export_file,
                             .from = {"membership.document", filed.application.id.value,
                                      document.id.value},
                             .audience = {},
                             .subject_line = document.name,
                             .content = call.open<Applications>().bytes(document)});
    if (!passed) throw base::NotFound();
    return web::download(*std::move(passed), {document.name, document.media_type});
}

}  // namespace

h::Html documents_part(const web::Call& call, const Filed& filed) {
    const Application& one = filed.application;
    const auto documents = call.open<Applications>().documents(one);
    if (documents.empty()) return h::p(h::cls("meta"), "No documents.");
    const bool may_remove = one.person == call.actor().id() && one.is_open();
    return h::ul(
        h::cls("side-list"), h::each(documents, [&](const Document& document) {
            const std::string path = documents_path(one) + "/" + std::to_string(document.id.value);
            return h::li(web::icon("i-clip", "i s"),
                         h::div(h::p(h::a(h::href(path), document.name)),
                                h::p(h::cls("meta"), size_words(document.size_bytes)),
                                h::when(may_remove, [&] {
                                    return h::form(
                                        h::attr("method", "post"), h::action(path + "/removal"),
                                        call.token_field(),
                                        h::button(h::cls("link"), h::attr("type", "submit"),
                                                  "Remove", web::hidden_text(" " + document.name)));
                                })));
        }));
}

void document_routes(web::Routes& site, const Mailing& mailing) {
    using web::signed_in;
    site.get("/applications/{application}/documents", signed_in, show_documents);
    site.post("/applications/{application}/documents", signed_in, attach,
              {.rate = {20}, .body_bytes_max = form_bytes_max, .takes_files = true});
    site.get("/applications/{application}/documents/{document}", signed_in,
             [gate = mailing.gate](web::Call& call) { return download(call, gate); },
             {.lane = web::Lane::blocking, .rate = {60}});
    site.post("/applications/{application}/documents/{document}/removal", signed_in, take_away,
              {.rate = {30}});
}

}  // namespace membership
