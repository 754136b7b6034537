#include "features/people/listeners.h"

#include "features/people/facts.h"
#include "features/people/store.h"
#include "platform/mail/outbox.h"
#include "platform/web/community.h"

namespace people {

namespace {

// The present state of whoever a fact of the roll is about; replaying gives the same.
void list_anew(const record::Floor& floor, const record::StoredFact& fact) {
    if (!fact.kind.starts_with("membership.")) return;
    const PersonId person{fact.details.integer("person")};
    if (!person) return;
    const auto presence = membership::presence_of(floor, person);
    if (presence.is_listed) {
        store::list(floor.tx, person, presence.organisation, presence.region);
    } else {
        store::unlist(floor.tx, person);
    }
    store::move_version(floor.tx);
}

struct News {
    PersonId to;
    std::string subject_line, summary, button;
};

// Neither words nor addresses: those stand on the page.
News news_of(const Introduction& one, bool is_answer) {
    if (!is_answer) {
        return {one.asked, "Somebody would like to be introduced to you",
                one.asker_name +
                    " would like to talk with you. They do not see your address "
                    "unless you say yes.",
                "Read and answer"};
    }
    return {one.asker, "Your wish to be introduced was answered",
            one.asked_name + (one.is_yes ? " says yes: see how to reach them."
                                         : " would rather not at the moment."),
            "See the answer"};
}

void write(const record::Floor& floor, const record::StoredFact& fact, const Mailing& mailing) {
    const bool is_answer = fact.kind == IntroductionAnswered::kind;
    if (!is_answer && fact.kind != IntroductionAsked::kind) return;
    const auto one = store::find_introduction(floor.tx, IntroductionId{fact.subject});
    if (!one) return;
    const News news = news_of(*one, is_answer);
    const auto passed = mailing.gate.pass({.exit = leaving::Exit::mail,
                                           .from = {"people.introduction", one->id.value, 0},
                                           .audience = {},
                                           .subject_line = news.subject_line,
                                           .summary = news.summary});
    if (!passed) return;
    mail::queue_letter(
        floor, {.to = news.to,
                .sheet = {.news = *passed,
                          .community = web::community(floor.tx).name,
                          .footer = {.why = "You get this because you stand in the directory of "
                                            "members."},
                          .button = {news.button, mailing.base_url + "/people/introductions"}}});
}

}  // namespace

std::vector<record::Listener> listeners(const Mailing& mailing) {
    return {{"people.listings", &list_anew},
            {"people.mail", [mailing](const record::Floor& floor, const record::StoredFact& fact) {
                 write(floor, fact, mailing);
             }}};
}

}  // namespace people
