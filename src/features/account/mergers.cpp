#include "features/account/mergers.h"

#include "features/account/facts.h"
#include "features/account/policy.h"
#include "features/account/sealed.h"
#include "features/account/store.h"
#include "platform/base/text.h"
#include "platform/record/history.h"

#include <algorithm>

namespace account {

namespace {

// Bound to no browser: a letter may be opened in another one. Whoever holds it can take the account
// in, so it is made only for those who have shown that it is theirs.
constexpr std::string_view merger_purpose = "account that is given up";
constexpr std::string_view dead =
    "That link does not work any more. Begin again with the account "
    "that is to go.";

// When what decides who can sign in to an account was last touched, and the newest word of it: the
// stamp on a token.
struct Touched {
    std::optional<base::Instant> at;
    std::int64_t fact = 0;
};
Touched touched(sql::Tx& tx, identity::PersonId person,
                std::initializer_list<std::string_view> kinds) {
    Touched last;
    for (const auto kind : kinds) {
        const auto newest = record::history(tx, kind, person.value, 1);
        if (newest.empty() || newest.front().id.value < last.fact) continue;
        last = {newest.front().at, newest.front().id.value};
    }
    return last;
}

Touched ways_touched(sql::Tx& tx, identity::PersonId person) {
    return touched(
        tx, person,
        {WayChanged::kind, PasswordSet::kind, AddressStepped::kind, AccessStepped::kind});
}

std::string stamp_of(sql::Tx& tx, identity::PersonId person) {
    const auto sessions = touched(tx, person, {SessionsEnded::kind});
    return std::to_string(std::max(sessions.fact, ways_touched(tx, person).fact));
}

MergerState state_of(const record::Floor& floor, identity::PersonId person) {
    return {.person = person,
            .holds_office = !identity::store::roles_of(floor.tx, person).empty(),
            .changed = ways_touched(floor.tx, person).at,
            .moved = store::last_address_change(floor.tx, person)};
}

}  // namespace

base::Verdict Mergers::may_give_up() const {
    return may_be_given_up(state_of(floor_, floor_.actor.id()), floor_.now);
}

std::vector<Passing> Mergers::passing(const std::vector<kit::Hold>& holds) const {
    std::vector<Passing> all;
    for (const auto& hold : holds) {
        for (const auto& holding : hold(floor_)) {
            if (!holding.rows.empty()) all.push_back({holding.title, holding.rows.size()});
        }
    }
    return all;
}

std::string Mergers::give_up() const {
    const auto me = identity::store::find_person(floor_.tx, floor_.actor.id());
    return seal({door_, merger_purpose, {}},
                {{"person", std::to_string(me->id.value)},
                 {"email", me->email},
                 {"stamp", stamp_of(floor_.tx, me->id)}},
                floor_.now + merger_life);
}

void Mergers::leave(identity::SessionId session) {
    identity::store::end_session(floor_.tx, floor_.actor.id(), session);
}

std::optional<GivenUp> Mergers::find(std::string_view token) const {
    const auto parts = open({door_, merger_purpose, {}}, token, floor_.now);
    if (!parts) return std::nullopt;
    const identity::PersonId person{std::stoll(parts->at("person"))};
    const auto row = identity::store::find_person(floor_.tx, person);
    if (!row || row->merged_into || row->email != parts->at("email")) return std::nullopt;
    if (stamp_of(floor_.tx, person) != parts->at("stamp")) return std::nullopt;
    return GivenUp{row->id, row->name, row->email, row->joined};
}

base::Verdict Mergers::may_take_in(const GivenUp& gone) const {
    return account::may_take_in(state_of(floor_, gone.person), state_of(floor_, floor_.actor.id()),
                                floor_.now);
}

base::Result<GivenUp> Mergers::take_in(std::string_view token, std::string_view typed,
                                       const std::vector<kit::Merge>& merge) {
    const auto gone = find(token);
    if (!gone) return base::refuse(std::string(dead));
    if (floor_.actor.is_office_closed()) {
        return base::refuse(
            "Your office is closed until you sign in with two factors. Do that "
            "first, and come back.");
    }
    if (base::fold(base::trim(typed)) != base::fold(gone->email)) {
        return base::refuse("Enter the address of the account that goes, to show that you mean it",
                            "email");
    }
    if (auto refusal = may_take_in(*gone)) return std::unexpected(*refusal);
    const identity::Merger merger{.gone = gone->person, .kept = floor_.actor.id()};
    for (const auto& one : merge) {
        if (auto refusal = one(floor_, merger)) return std::unexpected(*refusal);
    }
    floor_.record().add(Merged{merger.kept, merger.gone});
    floor_.record().add(SessionsEnded{merger.gone, 1});  // whoever looks on is looked at anew
    return *gone;
}

}  // namespace account
