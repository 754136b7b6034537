#include "features/forum/letters.h"

#include "features/forum/facts.h"
#include "features/forum/store.h"
#include "platform/identity/identity.h"

namespace forum {

namespace {

// What happened longer ago than this is no news by mail: a listener that was stopped for a week
// does not fill inboxes when it starts again.
constexpr auto news_life = base::hours(24);

void write_to(const record::Floor& floor, PersonId person, PostId post_id,
              const Mailing& mailing) {
    const auto receiver = identity::actor_of(floor.tx, person, {}, identity::Assurance::one_factor);
    const Forum forum(record::Floor{floor.tx, receiver, floor.now});
    const auto line = forum.find_line(post_id);
    if (!line) return;
    kit::write(floor, person,
               {"You were mentioned in a topic",
                "A post in “" + line->topic.title + "” names you. Who wrote it, the topic says.",
                "You get this because a post names you.", "Read and reply", path_to(post_id),
                {"forum.post", line->topic.id.value, post_id.value}, line->topic.audience},
               mailing);
}

struct Words {
    const char *subject_line, *summary, *why, *button;
};

void queue(const record::Floor& floor, PersonId to, LooseningId loosening, const Words& words,
           const Mailing& mailing) {
    kit::write(floor, to,
               {words.subject_line, words.summary, words.why, words.button, path_to(loosening),
                {"forum.loosening", loosening.value, 0}},
               mailing);
}

constexpr Words asked{"May what you said be used more freely?",
                     "Somebody asks the authors of some posts, you among them, for a looser rule. "
                     "Nothing changes unless all of them agree.",
                     "You get this because you wrote one of the posts.", "Read and answer"};
constexpr Words agreed{"The authors agreed to a looser rule",
                      "All authors of the posts that you asked about agreed. The rule is looser "
                      "now.",
                      "You get this because you asked.", "See it"};
constexpr Words refused{"A looser rule was not agreed",
                       "The authors of the posts that you asked about did not all agree. Nothing "
                       "changed.",
                       "You get this because you asked.", "See it"};

}  // namespace

void write_about_loosening(const record::Floor& floor, const record::StoredFact& fact,
                           const Mailing& mailing) {
    const bool is_asked = fact.kind == LooseningAsked::kind;
    if ((!is_asked && fact.kind != LooseningEnded::kind) || floor.now - fact.at > news_life) return;
    const LooseningId id{fact.details.integer("loosening")};
    if (is_asked) {
        for (const PersonId author : store::unanswered_in(floor.tx, id)) {
            queue(floor, author, id, asked, mailing);
        }
        return;
    }
    const auto wish = store::find_loosening(floor.tx, {}, id);
    const auto outcome = fact.details.text("outcome");
    if (!wish || outcome == "withdrawn") return;
    queue(floor, wish->asker, id, outcome == "agreed" ? agreed : refused, mailing);
}

void write_to_mentioned(const record::Floor& floor, const record::StoredFact& fact,
                        const Mailing& mailing) {
    if (floor.now - fact.at > news_life) return;
    const PostId post{fact.details.integer("post")};
    for (const PersonId person : store::mentioned_in(floor.tx, post)) {
        write_to(floor, person, post, mailing);
        store::note_told(floor.tx, person, post, floor.now);
    }
}

}  // namespace forum
