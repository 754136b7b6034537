#include "features/extracts/letters.h"

#include "features/extracts/facts.h"
#include "features/extracts/store.h"
#include "platform/identity/identity.h"
#include "platform/identity/store.h"
#include "platform/mail/outbox.h"
#include "platform/web/community.h"

#include <algorithm>
#include <set>

namespace extracts {

namespace {

constexpr auto news_for = base::days{7};  // then they know

struct News {
    std::string subject, summary, why, button, path;
};

void write(const record::Floor& floor, PersonId person, ExtractId id, const News& news,
           const Mailing& mailing) {
    const auto passed = mailing.gate.pass({.exit = leaving::Exit::mail,
                                           .from = {"extracts.extract", id.value, 0},
                                           .audience = {},
                                           .subject_line = news.subject,
                                           .summary = news.summary});
    if (!passed) return;
    mail::queue_letter(floor, {.to = person,
                               .sheet = {.news = *passed,
                                         .community = web::community(floor.tx).name,
                                         .footer = {.why = news.why},
                                         .button = {news.button, mailing.base_url + news.path}}});
}

void write_to_authors(const record::Floor& floor, ExtractId id, const Mailing& mailing) {
    const News news{"May your words be taken outside?",
                    "Somebody would like to use something that you wrote, without your name. What "
                    "it is, and how it would read, stands on a page that only you see. Nothing "
                    "goes out until you say yes.",
                    "You get this because you wrote it.", "Read and answer",
                    path_to(id) + "/consent"};
    for (const PersonId author : store::unanswered(floor.tx, id)) {
        write(floor, author, id, news, mailing);
    }
}

// Who moderates the network, or all: they are few, and know the Rule.
std::set<std::int64_t> moderators_of(const record::Floor& floor, AudienceId audience) {
    std::set<std::int64_t> all;
    for (const std::string_view role : {"chair", "moderator"}) {
        for (const PersonId person : identity::store::holders_of(floor.tx, role)) {
            const auto held = identity::store::roles_of(floor.tx, person);
            const bool is_there = std::ranges::any_of(held, [&](const identity::RoleHeld& one) {
                return one.role == role && (!one.audience || one.audience == audience);
            });
            if (is_there) all.insert(person.value);
        }
    }
    return all;
}

// Each is asked as the reader that they are: whoever wrote some of it, or took it, is no second
// person.
void write_to_seconds(const record::Floor& floor, ExtractId id, const Mailing& mailing,
                      Workshop& workshop) {
    const News news{"An extract waits for a second person",
                    "A member would like to take something outside that was said in your network. "
                    "Read it with fresh eyes: does anything in it still tell who spoke?",
                    "You get this because you moderate there.", "Read it", path_to(id)};
    const auto audience = store::audience_of(floor.tx, id);
    if (!audience) return;
    for (const auto person : moderators_of(floor, *audience)) {
        const auto actor = identity::actor_of(floor.tx, PersonId{person}, {},
                                              identity::Assurance::one_factor);
        const Extracts extracts({floor.tx, actor, floor.now}, workshop);
        const auto seen = extracts.find(id);
        if (!seen || seen->state != State::handed_on || !extracts.is_second(*seen)) continue;
        if (extracts.standing(*seen) != Standing::ready) return;
        write(floor, PersonId{person}, id, news, mailing);
    }
}

void write_to_taker(const record::Floor& floor, ExtractId id, const News& news,
                    const Mailing& mailing) {
    const auto taker = store::taker_of(floor.tx, id);
    if (taker) write(floor, *taker, id, news, mailing);
}

}  // namespace

void tell(const record::Floor& floor, const record::StoredFact& fact, const Mailing& mailing,
          Workshop& workshop) {
    if (floor.now - fact.at > news_for) return;
    const ExtractId id{fact.subject};
    constexpr const char* why = "You get this because you took the extract.";
    if (fact.kind == ExtractHandedOn::kind) {
        write_to_authors(floor, id, mailing);
        write_to_seconds(floor, id, mailing, workshop);
    } else if (fact.kind == AnswersComplete::kind) {
        write_to_seconds(floor, id, mailing, workshop);
    } else if (fact.kind == ExtractSentBack::kind) {
        write_to_taker(floor, id,
                       {"Your extract was sent back",
                        "The second person would like something changed. What, stands on its page.",
                        why, "Read why", path_to(id)},
                       mailing);
    } else if (fact.kind == ExtractPublished::kind) {
        write_to_taker(floor, id,
                       {"Your extract is published",
                        "A second person has read it and let it go out. Members of the network can "
                        "take copies now.",
                        why, "Take a copy", path_to(id)},
                       mailing);
    }
}

}  // namespace extracts
