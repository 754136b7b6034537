// What the other samples do wrongly, done rightly: this one must compile.

#include "features/forum/forum.h"
#include "platform/exit/gate.h"
#include "platform/html/tags.h"
#include "platform/kit/feature.h"
#include "platform/web/call.h"
#include "platform/web/route.h"

struct NoteRow {
    std::string text;
};

const sql::Query<NoteRow(forum::PostId)> note_by_post{"note_by_post", "…"};

std::optional<NoteRow> find_note(sql::Tx& tx, forum::PostId post) {
    return tx.find(note_by_post, post);
}

http::Response show(web::Call& call) {
    const auto forum = call.open<forum::Forum>();
    const forum::Topic topic = forum.topic(call.id<forum::TopicId>("topic"));
    web::Page page;
    page.content = html::p(html::cls("meta"), topic.title, " ", topic.last_number);
    return call.page(std::move(page));
}

void routes(web::Routes& site) { site.get("/notes/{topic}", web::signed_in, show); }

kit::Feature feature() {
    return {.name = "notes",
            .routes = &routes,
            .forget = [](const record::Floor&, identity::PersonId) {
                return std::vector<std::string>{};
            },
            .merge = kit::nothing_to_merge,
            .hold = [](const record::Floor&) { return std::vector<identity::Holding>{}; },
            .check = [](sql::Tx&) { return std::vector<std::string>{}; }};
}

bool leaves(const leaving::Gate& gate) {
    return gate.pass({.exit = leaving::Exit::mail, .from = {}, .audience = {}, .subject_line = ""})
        .has_value();
}
