#include "features/forum/letters.h"

#include "features/forum/forum.h"
#include "features/forum/store.h"
#include "platform/identity/identity.h"
#include "platform/mail/outbox.h"
#include "platform/web/community.h"

namespace forum {

namespace {

// What happened longer ago than this is no news by mail: a listener that was stopped for a week
// does not fill inboxes when it starts again.
constexpr auto news_life = base::hours(24);

void write_to(const record::Floor& floor, PersonId person, PostId post_id,
              const leaving::Gate& gate, const Mailing& mailing) {
    const auto receiver = identity::actor_of(floor.tx, person, {}, identity::Assurance::one_factor);
    const Forum forum(record::Floor{floor.tx, receiver, floor.now});
    const auto line = forum.find_line(post_id);
    if (!line) return;
    const auto passed = gate.pass({.exit = leaving::Exit::mail,
                                   .from = {"forum.post", line->topic.id.value, post_id.value},
                                   .audience = line->topic.audience,
                                   .subject_line = "You were mentioned in a topic",
                                   .summary = line->author + " mentioned you in “" +
                                              line->topic.title + "”."});
    if (!passed) return;
    mail::queue_letter(
        floor, {.to = person,
                .sheet = {.news = *passed,
                          .community = web::community(floor.tx).name,
                          .footer = {.why = "You get this because a post names you."},
                          .button = {"Read and reply", mailing.base_url + path_to(post_id)}}});
}

}  // namespace

void write_to_mentioned(const record::Floor& floor, const record::StoredFact& fact,
                        const leaving::Gate& gate, const Mailing& mailing) {
    if (floor.now - fact.at > news_life) return;
    const PostId post{fact.details.integer("post")};
    for (const PersonId person : store::mentioned_in(floor.tx, post)) {
        write_to(floor, person, post, gate, mailing);
        store::note_told(floor.tx, person, post, floor.now);
    }
}

}  // namespace forum
