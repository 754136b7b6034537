#include "features/offices/letters.h"

#include "features/offices/facts.h"
#include "features/offices/store.h"

namespace offices {

namespace {

constexpr auto news_for = base::days{7};  // then they know

std::string words_of_gift(Office office) {
    return "You were appointed. What it opens to those who hold it: " +
           std::string(face_of(office).opens) +
           " An office opens to two factors: sign in with a passkey, or with a code from an app "
           "besides.";
}

// The reason was written to the holder, and stands in nobody else's letter.
std::string words_of_end(const record::Floor& floor, const record::StoredFact& fact,
                         PersonId person) {
    const NetworkId id{fact.details.integer("network")};
    const auto network = id ? networks::Networks(floor).find(id) : std::nullopt;
    const auto why = store::why_ended(floor.tx, person, fact.details.text("office"),
                                      network ? network->audience : identity::AudienceId{},
                                      fact.at);
    return "Your office has ended. " + (why.empty() ? "" : "The reason given: “" + why + "” ") +
           "What you hold now stands on the page of your offices.";
}

}  // namespace

void tell_holder(const record::Floor& floor, const record::StoredFact& fact,
                 const Mailing& mailing) {
    const bool is_given = fact.kind == OfficeGiven::kind;
    if (!is_given && fact.kind != OfficeEnded::kind) return;
    if (floor.now - fact.at > news_for) return;
    const PersonId person{fact.subject};
    if (!store::find_person(floor.tx, person)) return;  // erased since
    const std::string title = told_title(fact.details);
    const auto office = office_of(fact.details.text("office")).value_or(Office::chair);
    kit::write(floor, person,
               {.subject_line = is_given ? "You are " + title + " now"
                                         : "You are " + title + " no more",
                .summary = is_given ? words_of_gift(office) : words_of_end(floor, fact, person),
                .why = is_given ? "You get this because it is your office."
                                : "You get this because it was your office.",
                .button = "See your offices",
                .path = "/offices",
                .from = {"offices.office", person.value, 0}},
               mailing);
}

}  // namespace offices
