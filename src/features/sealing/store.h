#pragma once
// All SQL of sealed names. It hands out what stands there; who may read what of it, the faces say.

#include "features/sealing/sealing.h"
#include "platform/identity/holding.h"
#include "platform/identity/merger.h"

namespace sealing::store {

// keys
std::vector<Key> keys(sql::Tx& tx);  // the present first
KeyId add_key(sql::Tx& tx, PersonId holder, std::string_view public_key, base::Instant now);
KeyId add_deposit(sql::Tx& tx, PersonId maker, std::string_view public_key, base::Instant now);
void retire_key(sql::Tx& tx, KeyId id, std::string_view why, base::Instant now);
std::optional<Recovery> find_recovery(sql::Tx& tx);
void add_recovery(sql::Tx& tx, const Recovery& recovery, PersonId by);
Reach reach(sql::Tx& tx);

// names
NameId add_name(sql::Tx& tx, const Envelope& envelope);
struct NameRow {
    NameId id;
    std::string words, path;
    sql::Blob binding;
};
std::optional<NameRow> find_name(sql::Tx& tx, NameId id);
struct HalvesRow {
    KeyId first_key, second_key;
    sql::Blob first, second;
};
std::vector<HalvesRow> halves_of(sql::Tx& tx, NameId id);

// openings
struct Row {
    OpeningId id;
    NameId name;
    std::string label, path;
    Ground ground = Ground::breach;
    std::string words;
    State state = State::waits;
    base::Instant asked;
    std::optional<PersonId> asker;
    std::string asker_name;
    KeyId asked_key;
    std::optional<base::Instant> ended;
    std::optional<PersonId> ender;
    std::string ender_name, reason;
    std::optional<PersonId> found;
    std::string found_name, found_handle;
    bool is_own = false;
};
std::vector<Row> openings(sql::Tx& tx);  // those that wait first
std::vector<Row> openings_of(sql::Tx& tx, NameId name);
std::vector<Row> openings_that_found(sql::Tx& tx, PersonId person);
std::optional<Row> find_opening(sql::Tx& tx, OpeningId id);
struct NewOpening {
    NameId name;
    Ground ground;
    std::string_view words;
    PersonId asker;
    KeyId key;
    base::Instant now;
};
OpeningId add_opening(sql::Tx& tx, const NewOpening& row);
void add_part(sql::Tx& tx, OpeningId id, KeyId key, std::string_view part);
std::optional<sql::Blob> part_for(sql::Tx& tx, OpeningId id, KeyId key);
struct Ending {
    State state;
    PersonId by;
    std::optional<KeyId> key;
    std::string reason;
    std::optional<PersonId> found;
    bool is_own = false;
    base::Instant now;
};
void end(sql::Tx& tx, OpeningId id, const Ending& ending);

enum class Counted { asked, opened, declined, lapsed, own };
void count(sql::Tx& tx, int year, Ground ground, Counted what);
std::vector<Tally> tallies(sql::Tx& tx);

std::int64_t lapse(sql::Tx& tx, base::Instant before);  // what waited for longer
std::int64_t purge(sql::Tx& tx, base::Instant before);
void forget(sql::Tx& tx, PersonId person, base::Instant now);
bool met_in_an_opening(sql::Tx& tx, const identity::Merger& merger);
void merge(sql::Tx& tx, const identity::Merger& merger, base::Instant now);
std::vector<identity::Holding> holdings(sql::Tx& tx, PersonId person);
std::vector<std::string> broken(sql::Tx& tx);  // for `check`

}  // namespace sealing::store
