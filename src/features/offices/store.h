#pragma once
// All SQL of offices: the roles that are held, with what is known of each appointment. What a
// network is called, the networks are asked.

#include "features/offices/offices.h"
#include "platform/identity/holding.h"
#include "platform/identity/merger.h"

namespace offices::store {

struct Row {
    OfficeId id;
    PersonId person;
    std::string person_name, role;
    identity::AudienceId audience;  // 0: of the community
    std::optional<base::Instant> since;
    std::string by_name;
};
std::vector<Row> held(sql::Tx& tx);
std::vector<Row> held_by(sql::Tx& tx, PersonId person);
std::optional<Row> find_held(sql::Tx& tx, OfficeId id);

struct PastRow {
    std::string role;
    identity::AudienceId audience;
    std::optional<base::Instant> since;
    base::Instant ended;
    std::string why;
};
std::vector<PastRow> past_of(sql::Tx& tx, PersonId person);
// Why an office of this role and audience ended at that moment; "" where none did.
std::string why_ended(sql::Tx& tx, PersonId person, std::string_view role,
                      identity::AudienceId audience, base::Instant at);

std::vector<Candidate> people_by(sql::Tx& tx, std::string_view words);
std::optional<Candidate> find_person(sql::Tx& tx, PersonId person);

struct Step {
    PersonId person;
    std::string_view role;
    identity::AudienceId audience;
    std::optional<PersonId> by;
    base::Instant now;
};
void appoint(sql::Tx& tx, const Step& step);
void end(sql::Tx& tx, OfficeId id, const Step& step, std::string_view why);

void forget(sql::Tx& tx, PersonId person);
void merge(sql::Tx& tx, const identity::Merger& merger);
std::vector<identity::Holding> holdings(sql::Tx& tx, PersonId person);
std::vector<std::string> broken(sql::Tx& tx);  // for `check`

}  // namespace offices::store
