#include "features/people/listeners.h"

#include "features/people/facts.h"
#include "features/people/store.h"
#include "platform/identity/store.h"

#include <map>

namespace people {

namespace {

// What changes for all who are found at one organisation, and stand in this place from now on.
struct Move {
    std::string from;
    store::Place to;
    friend auto operator<=>(const Move&, const Move&) = default;
};
using Moves = std::map<Move, store::List>;

void note_moves(const record::Floor& floor, const std::vector<store::Listing>& listings,
                Moves& moves) {
    store::List persons;
    for (const auto& one : listings) persons.push_back(one.person.value);
    auto places = membership::workplaces(floor, persons);
    auto place = places.begin();
    for (const auto& one : listings) {
        store::Listing now{.person = one.person, .place = {}};
        if (place != places.end() && place->person == one.person) {
            now.place = {place->organisation, place->region, place->role};
            ++place;
        }
        if (now.place == one.place) continue;
        moves[{one.place.organisation, now.place}].push_back(one.person.value);
    }
}

// A statement for each place that changed, and a few for every five hundred people: none a person.
void list_all_anew(const record::Floor& floor) {
    Moves moves;
    constexpr int at_once = membership::workplaces_at_once;
    for (PersonId last;;) {
        const auto some = store::unguarded_listings(floor.tx, last, at_once);
        note_moves(floor, some, moves);
        if (some.size() < at_once) break;
        last = some.back().person;
    }
    if (moves.empty()) return;
    std::int64_t lines_moved = 0;
    for (const auto& [move, persons] : moves) {
        store::move(floor.tx, persons, move.to);
        const auto& to = move.to.organisation;
        if (move.from == to || move.from.empty() || to.empty()) continue;
        lines_moved += identity::store::move_role_lines(floor.tx, persons,
                                                        organisations::display_name(move.from),
                                                        organisations::display_name(to));
    }
    if (lines_moved > 0) floor.record().add(RoleLinesMoved{});
}

bool moves_places(std::string_view kind) {
    return kind.starts_with("organisations.") || kind == "membership.places_moved";
}

// The present state of whoever a fact of the roll is about, or of all where it is about a place;
// replaying gives the same.
void list_anew(const record::Floor& floor, const record::StoredFact& fact) {
    if (moves_places(fact.kind)) return list_all_anew(floor);
    if (!fact.kind.starts_with("membership.")) return;
    const PersonId person{fact.details.integer("person")};
    if (!person) return;
    const auto presence = membership::presence_of(floor, person);
    if (presence.is_listed) {
        store::list(floor.tx, person, {presence.organisation, presence.region, presence.role});
    } else {
        store::unlist(floor.tx, person);
    }
}

// Neither words nor addresses: those stand on the page.
kit::News news_of(const Introduction& one, bool is_answer) {
    kit::News news{.why = "You get this because you stand in the directory of members.",
                   .path = "/people/introductions",
                   .from = {"people.introduction", one.id.value, 0}};
    if (is_answer) {
        news.subject_line = "Your wish to be introduced was answered";
        news.summary = one.asked_name + (one.is_yes ? " says yes: see how to reach them."
                                                    : " would rather not at the moment.");
        news.button = "See the answer";
    } else {
        news.subject_line = "Somebody would like to be introduced to you";
        news.summary = one.asker_name +
                       " would like to talk with you. They do not see your address unless you say "
                       "yes.";
        news.button = "Read and answer";
    }
    return news;
}

void write(const record::Floor& floor, const record::StoredFact& fact, const Mailing& mailing) {
    const bool is_answer = fact.kind == IntroductionAnswered::kind;
    if (!is_answer && fact.kind != IntroductionAsked::kind) return;
    const auto one = store::find_introduction(floor.tx, IntroductionId{fact.subject});
    if (!one) return;
    kit::write(floor, is_answer ? one->asker : one->asked, news_of(*one, is_answer), mailing);
}

}  // namespace

std::vector<record::Listener> listeners(const Mailing& mailing) {
    return {{"people.listings", &list_anew},
            {"people.mail", [mailing](const record::Floor& floor, const record::StoredFact& fact) {
                 write(floor, fact, mailing);
             }}};
}

}  // namespace people
