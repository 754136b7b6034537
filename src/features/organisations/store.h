#pragma once
// All SQL of organisations. What is in the directory is public, so there is no condition of who may
// see it.

#include "features/organisations/organisations.h"
#include "platform/identity/holding.h"
#include "platform/identity/merger.h"

namespace organisations::store {

std::optional<Organisation> find(sql::Tx& tx, OrganisationId id);
std::optional<Organisation> find(sql::Tx& tx, std::string_view code);
std::vector<Organisation> some(sql::Tx& tx, const std::vector<std::int64_t>& ids);
std::vector<Organisation> after(sql::Tx& tx, std::string_view code, int count);
std::vector<Organisation> trusts(sql::Tx& tx);  // all that ever stood in the file
std::vector<Organisation> predecessors(sql::Tx& tx, OrganisationId id);
std::vector<Organisation> without_successor(sql::Tx& tx, base::Day today);
std::vector<TrustThen> open_trusts(sql::Tx& tx, base::Day day);
std::vector<Successions::Step> successions(sql::Tx& tx);  // by `from`
std::vector<State> states(sql::Tx& tx, OrganisationId id);

OrganisationId add(sql::Tx& tx, const Organisation& organisation);
void set_code(sql::Tx& tx, OrganisationId id, std::string_view code);
void change(sql::Tx& tx, const Organisation& organisation);  // all but kind, code and successor
void put_state(sql::Tx& tx, const Organisation& organisation, base::Day since);
void set_successor(sql::Tx& tx, OrganisationId id, OrganisationId successor, base::Day on);
void drop_successor(sql::Tx& tx, OrganisationId id);

std::int64_t version(sql::Tx& tx);
void move_version(sql::Tx& tx);

std::vector<identity::Holding> held(sql::Tx& tx, identity::PersonId person);
std::optional<Import> last_import(sql::Tx& tx);
std::optional<Import> find_import(sql::Tx& tx, ImportId id);
std::vector<Import> imports(sql::Tx& tx);
std::vector<Change> changes(sql::Tx& tx, ImportId id);
ImportId add_import(sql::Tx& tx, const Import& import, identity::PersonId person);
void add_change(sql::Tx& tx, ImportId import, std::int64_t place, const Change& change);
void forget(sql::Tx& tx, identity::PersonId person);
void merge(sql::Tx& tx, const identity::Merger& merger);

std::vector<std::string> broken_states(sql::Tx& tx);  // for `check`

}  // namespace organisations::store
