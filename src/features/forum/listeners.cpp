#include "features/forum/listeners.h"

#include "features/forum/facts.h"
#include "features/forum/letters.h"
#include "features/forum/store.h"
#include "platform/search/index.h"

namespace forum {

namespace {

constexpr std::string_view entry_kind = "forum.post";

bool changes_a_post(const record::StoredFact& fact) {
    return fact.kind == TopicStarted::kind || fact.kind == Replied::kind ||
           fact.kind == PostEdited::kind || fact.kind == PostShown::kind;
}

// Re-reads the post: replaying all facts gives the same index.
void index_post(const record::Floor& floor, PostId post, const leaving::Gate& gate) {
    const auto row = store::find_for_index(floor.tx, post);
    if (!row || row->is_hidden) return search::remove(floor.tx, entry_kind, post.value);
    const auto passed = gate.pass(
        {.exit = leaving::Exit::search,
         .from = {std::string(entry_kind), row->topic.value, post.value},
         .audience = row->audience,
         .subject_line = row->title,
         .content = row->markdown});
    if (passed) search::put(floor.tx, *passed, row->written);
    else search::remove(floor.tx, entry_kind, post.value);
}

void index(const record::Floor& floor, const record::StoredFact& fact, const leaving::Gate& gate) {
    if (changes_a_post(fact)) {
        return index_post(floor, PostId{fact.details.integer("post")}, gate);
    }
    if (fact.kind == PostHidden::kind) {
        return search::remove(floor.tx, entry_kind, fact.details.integer("post"));
    }
    if (fact.kind != TopicStepped::kind) return;
    const auto step = fact.details.text("step");
    if (step == "hidden") return search::remove_all_of(floor.tx, entry_kind, fact.subject);
    if (step != "shown") return;
    for (const PostId post : store::posts_for_index(floor.tx, TopicId{fact.subject})) {
        index_post(floor, post, gate);
    }
}

// What a topic shows of its authors changed elsewhere; of whom, this feature need not know.
void draw_anew(const record::Floor& floor, const record::StoredFact& fact) {
    if (fact.kind == "people.role_lines_moved") return store::bump_all(floor.tx);
    PersonId author;
    if (fact.kind == "people.profile_saved") author.value = fact.subject;
    if (fact.kind.starts_with("membership.member_")) {
        author.value = fact.details.integer("person");
    }
    if (author) store::bump_topics_of(floor.tx, author);
}

}  // namespace

std::vector<record::Listener> listeners(const Mailing& mailing) {
    return {
        {"forum.search",
         [gate = mailing.gate](const record::Floor& floor, const record::StoredFact& fact) {
             index(floor, fact, gate);
         }},
        {"forum.bylines", &draw_anew},
        {"forum.mail",
         [mailing](const record::Floor& floor, const record::StoredFact& fact) {
             if (changes_a_post(fact)) write_to_mentioned(floor, fact, mailing);
             write_about_loosening(floor, fact, mailing);
         }},
    };
}

record::Watcher watcher(Hint hint) {
    return [hint = std::move(hint)](const record::StoredFact& fact) {
        if (fact.kind != Replied::kind && fact.kind != TopicStarted::kind) return;
        const identity::AudienceId audience{fact.details.integer("audience")};
        hint(audience, "topic:" + std::to_string(fact.subject));
        hint(audience, "unread");
    };
}

}  // namespace forum
