#include "features/breaches/letters.h"

#include "features/breaches/facts.h"
#include "features/breaches/store.h"
#include "platform/identity/identity.h"
#include "platform/mail/outbox.h"
#include "platform/web/community.h"

namespace breaches {

namespace {

constexpr auto news_for = base::days{7};  // then they know

struct News {
    std::string subject, summary, button;
};

std::optional<News> news_of(const record::StoredFact& fact) {
    if (fact.kind == WordAsked::kind) {
        return News{"You are asked for your word",
                    "Those who look after the Chatham House Rule ask for your word. What it is "
                    "about stands on a page that only you and they can read.",
                    "Read and answer"};
    }
    if (fact.kind == CaseDecided::kind) {
        return News{"A decision about the Chatham House Rule",
                    "Something that concerns you was decided. What, and why, stands on a page.",
                    "Read the decision"};
    }
    if (fact.kind == AppealSettled::kind) {
        return News{"An appeal was decided",
                    "Something that concerns you was decided on appeal. What, and why, stands on "
                    "a page.",
                    "Read the decision"};
    }
    return std::nullopt;
}

void write(const record::Floor& floor, PersonId person, CaseId id, const News& news,
           const Mailing& mailing) {
    const auto passed = mailing.gate.pass({.exit = leaving::Exit::mail,
                                           .from = {"breaches.case", id.value, 0},
                                           .audience = {},
                                           .subject_line = news.subject,
                                           .summary = news.summary});
    if (!passed) return;
    mail::queue_letter(floor, {.to = person,
                               .sheet = {.news = *passed,
                                         .community = web::community(floor.tx).name,
                                         .footer = {.why = "You get this because it concerns you."},
                                         .button = {news.button, mailing.base_url + path_to(id)}}});
}

// Written as its receiver: whoever may not know of the case is not told of it.
void write_to_concerned(const record::Floor& floor, std::optional<PersonId> person, CaseId id,
                        const News& news, const Mailing& mailing) {
    if (!person) return;
    const auto actor = identity::actor_of(floor.tx, *person, {}, identity::Assurance::one_factor);
    if (!Cases(record::Floor{floor.tx, actor, floor.now}).find(id)) return;
    write(floor, *person, id, news, mailing);
}

void write_to_keepers(const record::Floor& floor, const store::Concerned& concerned, CaseId id,
                      const Mailing& mailing) {
    const News news{"A case is handed to you",
                    "It was decided that somebody is to leave a network, which the community "
                    "managers carry out. Whom it is about stands on a page.",
                    "Read the case"};
    for (const PersonId keeper : identity::store::holders_of(floor.tx, "community_manager")) {
        if (keeper == concerned.reporter || keeper == concerned.reported) continue;
        write(floor, keeper, id, news, mailing);
    }
}

}  // namespace

void tell_concerned(const record::Floor& floor, const record::StoredFact& fact,
                    const Mailing& mailing) {
    const auto news = news_of(fact);
    if (!news || floor.now - fact.at > news_for) return;
    const CaseId id{fact.subject};
    const auto concerned = store::find_concerned(floor.tx, id);
    if (!concerned) return;
    const bool is_question = fact.kind == WordAsked::kind;
    write_to_concerned(floor, concerned->reported, id, *news, mailing);
    if (is_question) return;
    write_to_concerned(floor, concerned->reporter, id, *news, mailing);
    const bool is_handed = fact.details.text("outcome") == face_of(Outcome::excluded).code;
    if (is_handed) write_to_keepers(floor, *concerned, id, mailing);
}

}  // namespace breaches
