#pragma once
// All SQL of the rule.

#include "features/rule/rule.h"
#include "platform/identity/holding.h"
#include "platform/identity/merger.h"

namespace rule::store {

struct AreaState {
    networks::AreaId area;
    State state = State::chatham_house;
};
std::vector<AreaState> states(sql::Tx& tx);  // of all areas that have a stated rule
std::optional<State> find_state(sql::Tx& tx, networks::AreaId area);
void keep_state(sql::Tx& tx, networks::AreaId area, State state);

// ---- the text ----

std::optional<Text> last(sql::Tx& tx, AudienceId audience);
std::optional<Text> find(sql::Tx& tx, AudienceId audience, std::int64_t version);
std::vector<Text> versions(sql::Tx& tx, AudienceId audience);
struct NewText {
    AudienceId audience;
    int version = 0;
    std::string_view words;
    base::Instant now;
    PersonId by;
    bool asks = false;
    std::optional<base::Day> from;
};
void add(sql::Tx& tx, const NewText& text);
std::int64_t count_members(sql::Tx& tx);  // of any network
// Who is to be written to of a version, after this person, in order; 0: of any network.
std::vector<PersonId> not_accepted(sql::Tx& tx, AudienceId audience, std::int64_t version,
                                   PersonId after, int count);

// ---- its acceptance ----

struct NewAcceptance {
    PersonId person;
    AudienceId audience;
    int version = 0;
    std::string_view how;
    base::Instant now;
};
void add(sql::Tx& tx, const NewAcceptance& acceptance);
std::optional<Accepted> standing(sql::Tx& tx, PersonId person, AudienceId audience);
void withdraw(sql::Tx& tx, PersonId person, AudienceId audience, base::Instant now);

void forget(sql::Tx& tx, PersonId person, base::Instant now);
void merge(sql::Tx& tx, const identity::Merger& merger, base::Instant now);
std::vector<identity::Holding> holdings(sql::Tx& tx, PersonId person);
std::vector<std::string> broken(sql::Tx& tx);  // for `check`

}  // namespace rule::store
