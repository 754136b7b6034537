#include "features/extracts/letters.h"

#include "features/extracts/facts.h"
#include "features/extracts/store.h"
#include "platform/identity/identity.h"

namespace extracts {

namespace {

constexpr auto news_for = base::days{7};  // then they know

leaving::Provenance from(ExtractId id) {
    return {"extracts.extract", id.value, 0};
}

void write_to_authors(const record::Floor& floor, ExtractId id, const Mailing& mailing) {
    const kit::News news{"May your words be taken outside?",
                    "Somebody would like to use something that you wrote, without your name. What "
                    "it is, and how it would read, stands on a page that only you see. Nothing "
                    "goes out until you say yes.",
                    "You get this because you wrote it.", "Read and answer",
                    path_to(id) + "/consent", from(id)};
    for (const PersonId author : store::unanswered(floor.tx, id)) {
        kit::write(floor, author, news, mailing);
    }
}

// Each is asked as the reader that they are: whoever wrote some of it, or took it, is no second
// person.
void write_to_seconds(const record::Floor& floor, ExtractId id, const Mailing& mailing,
                      Workshop& workshop) {
    const kit::News news{"An extract waits for a second person",
                    "A member would like to take something outside that was said in your network. "
                    "Read it with fresh eyes: does anything in it still tell who spoke?",
                    "You get this because you moderate there.", "Read it", path_to(id), from(id)};
    const auto audience = store::audience_of(floor.tx, id);
    if (!audience) return;
    for (const PersonId person : forum::moderators_of(floor, *audience)) {
        const auto actor = identity::actor_of(floor.tx, person, {},
                                              identity::Assurance::one_factor);
        const Extracts extracts({floor.tx, actor, floor.now}, workshop);
        const auto seen = extracts.find(id);
        if (!seen || seen->state != State::handed_on || !extracts.is_second(*seen)) continue;
        if (extracts.standing(*seen) != Standing::ready) return;
        kit::write(floor, person, news, mailing);
    }
}

void write_to_taker(const record::Floor& floor, ExtractId id, const kit::News& news,
                    const Mailing& mailing) {
    const auto taker = store::taker_of(floor.tx, id);
    if (taker) kit::write(floor, *taker, news, mailing);
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
                        why, "Read why", path_to(id), from(id)},
                       mailing);
    } else if (fact.kind == ExtractPublished::kind) {
        write_to_taker(floor, id,
                       {"Your extract is published",
                        "A second person has read it and let it go out. Members of the network can "
                        "take copies now.",
                        why, "Take a copy", path_to(id), from(id)},
                       mailing);
    }
}

}  // namespace extracts
