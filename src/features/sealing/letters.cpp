#include "features/sealing/letters.h"

#include "features/sealing/facts.h"
#include "features/sealing/store.h"
#include "platform/mail/outbox.h"
#include "platform/web/community.h"

namespace sealing {

namespace {

constexpr auto news_for = base::days{7};  // then they know

struct News {
    std::string subject, summary, why, button;
};

void write(const record::Floor& floor, PersonId person, OpeningId id, const News& news,
           const Mailing& mailing) {
    const auto passed = mailing.gate.pass({.exit = leaving::Exit::mail,
                                           .from = {"sealing.opening", id.value, 0},
                                           .audience = {},
                                           .subject_line = news.subject,
                                           .summary = news.summary});
    if (!passed) return;
    mail::queue_letter(floor, {.to = person,
                               .sheet = {.news = *passed,
                                         .community = web::community(floor.tx).name,
                                         .footer = {.why = news.why},
                                         .button = {news.button, mailing.base_url + path_to(id)}}});
}

// To all who hold a key now, but for these.
void write_to_officers(const record::Floor& floor, const store::Row& opening, const News& news,
                       const Mailing& mailing) {
    for (const Key& key : store::keys(floor.tx)) {
        if (!key.is_present() || !key.holder) continue;
        if (key.holder == opening.asker || key.holder == opening.ender) continue;
        write(floor, *key.holder, opening.id, news, mailing);
    }
}

}  // namespace

void tell_concerned(const record::Floor& floor, const record::StoredFact& fact,
                    const Mailing& mailing) {
    const bool is_asked = fact.kind == OpeningAsked::kind;
    if ((!is_asked && fact.kind != NameOpened::kind) || floor.now - fact.at > news_for) return;
    const auto opening = store::find_opening(floor.tx, OpeningId{fact.subject});
    if (!opening) return;
    const std::string of_key = "You get this because you hold a key to sealed names.";
    if (is_asked) {
        if (opening->state != State::waits) return;
        write_to_officers(floor, *opening,
                          {"A second officer is needed",
                           "Another officer asks to open a sealed name. The ground stands on a "
                           "page: agree to it or decline.",
                           of_key, "Read the ground"},
                          mailing);
        return;
    }
    if (opening->found) {
        write(floor, *opening->found, opening->id,
              {"Something that concerns you was decided",
               "Two officers have acted in something that concerns you. What, and why, stands on "
               "a page.",
               "You get this because it concerns you.", "Read what was decided"},
              mailing);
    }
    if (!opening->is_own) return;
    write_to_officers(floor, *opening,
                      {"An officer opened their own name",
                       "A sealed name that two officers opened was that of one of them. It is "
                       "counted in the public table.",
                       of_key, "See the opening"},
                      mailing);
}

}  // namespace sealing
