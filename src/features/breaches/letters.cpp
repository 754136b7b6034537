#include "features/breaches/letters.h"

#include "features/breaches/facts.h"
#include "features/breaches/store.h"
#include "platform/identity/identity.h"

namespace breaches {

namespace {

constexpr auto news_for = base::days{7};  // then they know

constexpr const char* why = "You get this because it concerns you.";

std::optional<kit::News> news_of(const record::StoredFact& fact, CaseId id) {
    const leaving::Provenance from{"breaches.case", id.value, 0};
    if (fact.kind == WordAsked::kind) {
        return kit::News{"You are asked for your word",
                         "Those who look after the Chatham House Rule ask for your word. What it "
                         "is about stands on a page that only you and they can read.",
                         why, "Read and answer", path_to(id), from};
    }
    if (fact.kind == CaseDecided::kind) {
        return kit::News{"A decision about the Chatham House Rule",
                         "Something that concerns you was decided. What, and why, stands on a "
                         "page.",
                         why, "Read the decision", path_to(id), from};
    }
    if (fact.kind == AppealSettled::kind) {
        return kit::News{"An appeal was decided",
                         "Something that concerns you was decided on appeal. What, and why, "
                         "stands on a page.",
                         why, "Read the decision", path_to(id), from};
    }
    return std::nullopt;
}

// Written as its receiver: whoever may not know of the case is not told of it.
void write_to_concerned(const record::Floor& floor, std::optional<PersonId> person, CaseId id,
                        const kit::News& news, const Mailing& mailing) {
    if (!person) return;
    const auto actor = identity::actor_of(floor.tx, *person, {}, identity::Assurance::one_factor);
    if (!Cases(record::Floor{floor.tx, actor, floor.now}).find(id)) return;
    kit::write(floor, *person, news, mailing);
}

// To those who moderate there, but for whom the case concerns and who decided it before.
void write_to_officers(const record::Floor& floor, const store::Concerned& concerned,
                       const kit::News& news, const Mailing& mailing) {
    for (const PersonId person : forum::moderators_of(floor, concerned.audience)) {
        const bool is_apart = person != concerned.reporter && person != concerned.reported &&
                              person != concerned.decider;
        if (is_apart) kit::write(floor, person, news, mailing);
    }
}

// What waits for an officer; nothing where nothing does.
std::optional<kit::News> news_for_officers(const record::StoredFact& fact, CaseId id) {
    const bool is_report = fact.kind == CaseReported::kind;
    if (!is_report && fact.kind != AppealMade::kind) return std::nullopt;
    return kit::News{is_report ? "A case waits for an officer" : "An appeal waits for an officer",
                     is_report ? "A breach of the Chatham House Rule was reported. What it is "
                                 "about stands on a page that only those who handle it can read."
                               : "What was decided is to be looked at by another officer. It "
                                 "stands on the page of the case.",
                     "You get this because you moderate there.",
                     "Read the case",
                     path_to(id),
                     {"breaches.case", id.value, 0}};
}

void write_to_keepers(const record::Floor& floor, const store::Concerned& concerned, CaseId id,
                      const Mailing& mailing) {
    const kit::News news{"A case is handed to you",
                         "It was decided that somebody is to leave a network, which the community "
                         "managers carry out. Whom it is about stands on a page.",
                         why, "Read the case", path_to(id), {"breaches.case", id.value, 0}};
    for (const PersonId keeper : identity::store::holders_of(floor.tx, "community_manager")) {
        if (keeper == concerned.reporter || keeper == concerned.reported) continue;
        kit::write(floor, keeper, news, mailing);
    }
}

}  // namespace

void tell_concerned(const record::Floor& floor, const record::StoredFact& fact,
                    const Mailing& mailing) {
    const CaseId id{fact.subject};
    if (floor.now - fact.at > news_for) return;
    const auto concerned = store::find_concerned(floor.tx, id);
    if (!concerned) return;
    if (const auto waits = news_for_officers(fact, id)) {
        write_to_officers(floor, *concerned, *waits, mailing);
    }
    const auto news = news_of(fact, id);
    if (!news) return;
    const bool is_question = fact.kind == WordAsked::kind;
    write_to_concerned(floor, concerned->reported, id, *news, mailing);
    if (is_question) return;
    write_to_concerned(floor, concerned->reporter, id, *news, mailing);
    const bool is_handed = fact.details.text("outcome") == face_of(Outcome::excluded).code;
    if (is_handed) write_to_keepers(floor, *concerned, id, mailing);
}

}  // namespace breaches
