#include "features/organisations/store.h"

namespace organisations::store {

namespace {

using identity::PersonId;
using sql::Nothing;
using sql::Query;
using Ids = std::vector<std::int64_t>;
using MaybeDay = std::optional<base::Day>;

const std::string columns = R"(
    SELECT id, code, kind, name, nation, region, board, address, town, postcode, opened, closed,
           is_listed, coalesce(successor_id, 0), succeeded
      FROM organisations)";
const Query<Organisation(OrganisationId)> organisation_by_id{"organisation_by_id",
                                                             columns + " WHERE id = $1"};
const Query<Organisation(std::string_view)> organisation_by_code{"organisation_by_code",
                                                                 columns + " WHERE code = $1"};
const Query<Organisation(Ids)> organisations_some{"organisations_some",
                                                  columns + " WHERE id IN ($1) LIMIT 1000"};
const Query<Organisation(std::string_view, int)> organisations_after{
    "organisations_after", columns + " WHERE code > $1 ORDER BY code LIMIT $2"};
const Query<Organisation()> organisations_trusts{
    "organisations_trusts", columns + " WHERE kind = 1 ORDER BY code LIMIT 100000"};
const Query<Organisation(OrganisationId)> organisation_predecessors{
    "organisation_predecessors",
    columns + " WHERE successor_id = $1 ORDER BY succeeded, code LIMIT 200"};
const Query<Organisation(base::Day)> organisations_without_successor{
    "organisations_without_successor", columns + R"(
     WHERE successor_id IS NULL AND (is_listed = 0 OR closed < $1)
     ORDER BY coalesce(closed, 0) DESC, code
     LIMIT 1000)"};

const Query<Successions::Step()> organisation_successions{"organisation_successions", R"(
    SELECT id, successor_id, succeeded
      FROM organisations
     WHERE successor_id IS NOT NULL
     ORDER BY id
     LIMIT 100000)"};

// The state of a day is the latest that had begun, or the first there is.
const Query<TrustThen(base::Day)> trusts_open{"trusts_open", R"(
    SELECT o.id, o.code, s.name, s.nation, s.region, s.board
      FROM organisations o
      JOIN organisation_states s ON s.organisation_id = o.id
       AND s.since = coalesce((SELECT max(b.since) FROM organisation_states b
                                WHERE b.organisation_id = o.id AND b.since <= $1),
                              (SELECT min(b.since) FROM organisation_states b
                                WHERE b.organisation_id = o.id))
     WHERE o.kind = 1 AND s.is_listed = 1
       AND (o.opened IS NULL OR o.opened <= $1) AND (o.closed IS NULL OR o.closed >= $1)
     ORDER BY o.code
     LIMIT 100000)"};
const Query<State(OrganisationId)> states_by_organisation{"organisation_states", R"(
    SELECT since, name, nation, region, board, is_listed
      FROM organisation_states
     WHERE organisation_id = $1
     ORDER BY since
     LIMIT 500)"};

const Query<OrganisationId(std::string_view, Kind, std::string_view, std::string_view,
                           std::string_view, std::string_view, std::string_view, std::string_view,
                           std::string_view, MaybeDay, MaybeDay)>
    organisation_added{"organisation_added", R"(
    INSERT INTO organisations (code, kind, name, nation, region, board, address, town, postcode,
                               opened, closed, is_listed)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1)
 RETURNING id)"};
const Query<Nothing(OrganisationId, std::string_view)> organisation_code_set{
    "organisation_code_set", "UPDATE organisations SET code = $2 WHERE id = $1"};
const Query<Nothing(OrganisationId, std::string_view, std::string_view, std::string_view,
                    std::string_view, std::string_view, std::string_view, std::string_view,
                    MaybeDay, MaybeDay, bool)>
    organisation_changed{"organisation_changed", R"(
    UPDATE organisations
       SET name = $2, nation = $3, region = $4, board = $5, address = $6, town = $7,
           postcode = $8, opened = $9, closed = $10, is_listed = $11
     WHERE id = $1)"};
const Query<Nothing(OrganisationId, base::Day, std::string_view, std::string_view, std::string_view,
                    std::string_view, bool)>
    state_put{"organisation_state_put", R"(
    INSERT INTO organisation_states (organisation_id, since, name, nation, region, board, is_listed)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (organisation_id, since) DO UPDATE
       SET name = excluded.name, nation = excluded.nation, region = excluded.region,
           board = excluded.board, is_listed = excluded.is_listed)"};
const Query<Nothing(OrganisationId, OrganisationId, base::Day)> successor_set{
    "organisation_successor_set",
    "UPDATE organisations SET successor_id = $2, succeeded = $3 WHERE id = $1"};
const Query<Nothing(OrganisationId)> successor_dropped{
    "organisation_successor_dropped",
    "UPDATE organisations SET successor_id = NULL, succeeded = NULL WHERE id = $1"};

const Query<std::int64_t()> directory_version{
    "organisation_directory_version", "SELECT version FROM organisation_directory WHERE id = 1"};
const Query<Nothing()> directory_moved{"organisation_directory_moved", R"(
    INSERT INTO organisation_directory (id, version)
    VALUES (1, 1)
        ON CONFLICT (id) DO UPDATE SET version = organisation_directory.version + 1)"};

const std::string import_columns = R"(
    SELECT id, as_of, imported_at, total, unchanged
      FROM organisation_imports)";
const Query<Import(int)> imports_latest{"organisation_imports",
                                        import_columns + " ORDER BY as_of DESC, id DESC LIMIT $1"};
const Query<Import(ImportId)> import_by_id{"organisation_import_by_id",
                                           import_columns + " WHERE id = $1"};
const Query<Change(ImportId)> changes_by_import{"organisation_import_changes", R"(
    SELECT kind, code, name, line, words
      FROM organisation_import_lines
     WHERE import_id = $1
     ORDER BY place
     LIMIT 200000)"};
const Query<ImportId(base::Day, base::Instant, std::optional<PersonId>, std::int64_t, std::int64_t)>
    import_added{"organisation_import_added", R"(
    INSERT INTO organisation_imports (as_of, imported_at, person_id, total, unchanged)
    VALUES ($1, $2, $3, $4, $5)
 RETURNING id)"};
const Query<Nothing(ImportId, std::int64_t, Change::Kind, std::string_view, std::string_view, int,
                    std::string_view)>
    change_added{"organisation_import_change_added", R"(
    INSERT INTO organisation_import_lines (import_id, place, kind, code, name, line, words)
    VALUES ($1, $2, $3, $4, $5, $6, $7))"};
const Query<Nothing(PersonId, PersonId)> importer_passed{
    "importer_passed", "UPDATE organisation_imports SET person_id = $2 WHERE person_id = $1"};
const Query<Nothing(PersonId)> importer_forgotten{
    "organisation_importer_forgotten",
    "UPDATE organisation_imports SET person_id = NULL WHERE person_id = $1"};

const Query<std::string()> states_broken{"organisation_states_broken", R"(
    SELECT o.code
      FROM organisations o
      LEFT JOIN organisation_states s ON s.organisation_id = o.id
       AND s.since = (SELECT max(b.since) FROM organisation_states b
                       WHERE b.organisation_id = o.id)
     WHERE s.organisation_id IS NULL OR s.name <> o.name OR s.nation <> o.nation
        OR s.region <> o.region OR s.board <> o.board OR s.is_listed <> o.is_listed
     ORDER BY o.code
     LIMIT 20)"};

}  // namespace

std::optional<Organisation> find(sql::Tx& tx, OrganisationId id) {
    return tx.find(organisation_by_id, id);
}

std::optional<Organisation> find(sql::Tx& tx, std::string_view code) {
    return tx.find(organisation_by_code, code);
}

std::vector<Organisation> some(sql::Tx& tx, const Ids& ids) {
    return tx.all(organisations_some, ids);
}

std::vector<Organisation> after(sql::Tx& tx, std::string_view code, int count) {
    return tx.all(organisations_after, code, count);
}

std::vector<Organisation> trusts(sql::Tx& tx) {
    return tx.all(organisations_trusts);
}

std::vector<Organisation> predecessors(sql::Tx& tx, OrganisationId id) {
    return tx.all(organisation_predecessors, id);
}

std::vector<Organisation> without_successor(sql::Tx& tx, base::Day today) {
    return tx.all(organisations_without_successor, today);
}

std::vector<TrustThen> open_trusts(sql::Tx& tx, base::Day day) {
    return tx.all(trusts_open, day);
}

std::vector<Successions::Step> successions(sql::Tx& tx) {
    return tx.all(organisation_successions);
}

std::vector<State> states(sql::Tx& tx, OrganisationId id) {
    return tx.all(states_by_organisation, id);
}

OrganisationId add(sql::Tx& tx, const Organisation& o) {
    return tx.one(organisation_added, o.code, o.kind, o.name, o.nation, o.region, o.board,
                  o.address, o.town, o.postcode, o.opened, o.closed);
}

void set_code(sql::Tx& tx, OrganisationId id, std::string_view code) {
    tx.run(organisation_code_set, id, code);
}

void change(sql::Tx& tx, const Organisation& o) {
    tx.run(organisation_changed, o.id, o.name, o.nation, o.region, o.board, o.address, o.town,
           o.postcode, o.opened, o.closed, o.is_listed);
}

void put_state(sql::Tx& tx, const Organisation& o, base::Day since) {
    tx.run(state_put, o.id, since, o.name, o.nation, o.region, o.board, o.is_listed);
}

void set_successor(sql::Tx& tx, OrganisationId id, OrganisationId successor, base::Day on) {
    tx.run(successor_set, id, successor, on);
}

void drop_successor(sql::Tx& tx, OrganisationId id) {
    tx.run(successor_dropped, id);
}

std::int64_t version(sql::Tx& tx) {
    return tx.find(directory_version).value_or(0);
}

void move_version(sql::Tx& tx) {
    tx.run(directory_moved);
}

std::optional<Import> last_import(sql::Tx& tx) {
    return tx.find(imports_latest, 1);
}

std::optional<Import> find_import(sql::Tx& tx, ImportId id) {
    return tx.find(import_by_id, id);
}

std::vector<Import> imports(sql::Tx& tx) {
    return tx.all(imports_latest, imports_a_page);
}

std::vector<Change> changes(sql::Tx& tx, ImportId id) {
    return tx.all(changes_by_import, id);
}

ImportId add_import(sql::Tx& tx, const Import& import, PersonId person) {
    const auto by = person ? std::optional(person) : std::nullopt;
    return tx.one(import_added, import.as_of, import.at, by, import.total, import.unchanged);
}

void add_change(sql::Tx& tx, ImportId import, std::int64_t place, const Change& change) {
    tx.run(change_added, import, place, change.kind, change.code, change.name, change.line,
           change.words);
}

void merge(sql::Tx& tx, const identity::Merger& merger) {
    tx.run(importer_passed, merger.gone, merger.kept);
}

void forget(sql::Tx& tx, PersonId person) {
    tx.run(importer_forgotten, person);
}

std::vector<std::string> broken_states(sql::Tx& tx) {
    std::vector<std::string> sentences;
    for (const auto& code : tx.all(states_broken)) {
        sentences.push_back("the last state of organisation " + code + " is not what it is");
    }
    return sentences;
}

}  // namespace organisations::store
