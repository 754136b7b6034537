#include "features/sealing/store.h"

namespace sealing::store {

namespace {

using sql::Blob;
using sql::Nothing;
using sql::Query;

// ---- keys ----

// Who holds an office of the whole community, as the manifest grants it.
const std::string in_office = R"(EXISTS (SELECT 1 FROM roles_held r
                    WHERE r.person_id = k.holder_id AND r.audience_id IS NULL
                      AND r.role IN ('administrator', 'community_manager')))";
struct KeyRow {
    KeyId id;
    std::optional<PersonId> holder;
    std::string holder_name;
    bool is_deposit = false;
    base::Instant made;
    std::optional<base::Instant> retired;
    std::string retired_why;
    bool is_in_office = false;
    Blob public_key;
    std::optional<PersonId> maker;
};
const Query<KeyRow(int)> keys_all{"sealing_keys_all", R"(
    SELECT k.id, k.holder_id, coalesce(p.name, ''), k.is_deposit, k.made_at, k.retired_at,
           k.retired_why,
           CASE WHEN k.is_deposit = 1 OR )" + in_office +
                                                          R"( THEN 1 ELSE 0 END, k.public_key,
           k.deposited_by
      FROM sealing_keys k
      LEFT JOIN persons p ON p.id = k.holder_id
     ORDER BY CASE WHEN k.retired_at IS NULL THEN 0 ELSE 1 END, k.id
     LIMIT $1)"};
const Query<KeyId(PersonId, Blob, base::Instant)> key_added{"sealing_key_added", R"(
    INSERT INTO sealing_keys (holder_id, is_deposit, public_key, made_at)
    VALUES ($1, 0, $2, $3)
 RETURNING id)"};
const Query<KeyId(PersonId, Blob, base::Instant)> deposit_added{"sealing_deposit_added", R"(
    INSERT INTO sealing_keys (deposited_by, is_deposit, public_key, made_at)
    VALUES ($1, 1, $2, $3)
 RETURNING id)"};
const Query<Nothing(KeyId, std::string_view, base::Instant)> key_retired{"sealing_key_retired", R"(
    UPDATE sealing_keys
       SET retired_at = $3, retired_why = $2
     WHERE id = $1 AND retired_at IS NULL)"};
const Query<Recovery()> recovery_last{"recovery_last", R"(
    SELECT c.way, c.keeper, c.decided_at, coalesce(p.name, '')
      FROM recoveries c
      LEFT JOIN persons p ON p.id = c.decided_by
     ORDER BY c.id DESC
     LIMIT 1)"};
const Query<Nothing(Way, std::string_view, base::Instant, PersonId)> recovery_added{
    "recovery_added", R"(
    INSERT INTO recoveries (way, keeper, decided_at, decided_by)
    VALUES ($1, $2, $3, $4))"};
const Query<Reach()> reach_told{"sealed_names_reach", R"(
    SELECT count(*),
           coalesce(sum(CASE WHEN EXISTS
               (SELECT 1
                  FROM sealed_parts s
                 WHERE s.name_id = n.id
                   AND s.first_key IN (SELECT k.id FROM sealing_keys k
                                        WHERE k.retired_at IS NULL
                                          AND (k.is_deposit = 1 OR )" +
                                                          in_office + R"())
                   AND s.second_key IN (SELECT k.id FROM sealing_keys k
                                         WHERE k.retired_at IS NULL
                                           AND (k.is_deposit = 1 OR )" +
                                                          in_office + R"()))
               THEN 1 ELSE 0 END), 0)
      FROM sealed_names n)"};

// ---- names ----

const Query<NameId(Blob, std::string_view, std::string_view)> name_added{"sealed_name_added", R"(
    INSERT INTO sealed_names (binding, label, path)
    VALUES ($1, $2, $3)
 RETURNING id)"};
const Query<Nothing(NameId, KeyId, KeyId, Blob, Blob)> halves_added{"sealed_halves_added", R"(
    INSERT INTO sealed_parts (name_id, first_key, second_key, first_part, second_part)
    VALUES ($1, $2, $3, $4, $5))"};
const Query<NameRow(NameId)> name_by_id{
    "sealed_name_by_id", "SELECT id, label, path, binding FROM sealed_names WHERE id = $1"};
const Query<HalvesRow(NameId)> halves_by_name{"sealed_halves_by_name", R"(
    SELECT first_key, second_key, first_part, second_part
      FROM sealed_parts
     WHERE name_id = $1
     ORDER BY first_key, second_key
     LIMIT 100)"};

// ---- openings ----

const std::string opening_columns = R"(
    SELECT o.id, o.name_id, n.label, n.path, o.ground, o.words, o.state, o.asked_at, o.asked_by,
           coalesce(a.name, ''), o.asked_key, o.ended_at, o.ended_by, coalesce(e.name, ''),
           o.reason, o.found_id, coalesce(f.name, ''), coalesce(f.handle, ''), o.is_own
      FROM openings o
      JOIN sealed_names n ON n.id = o.name_id
      LEFT JOIN persons a ON a.id = o.asked_by
      LEFT JOIN persons e ON e.id = o.ended_by
      LEFT JOIN persons f ON f.id = o.found_id)";
const Query<Row(int)> openings_all{"openings_all", opening_columns + R"(
     ORDER BY CASE WHEN o.state = 1 THEN 0 ELSE 1 END, o.id DESC
     LIMIT $1)"};
const Query<Row(NameId, int)> openings_by_name{"openings_by_name", opening_columns + R"(
     WHERE o.name_id = $1
     ORDER BY o.id DESC
     LIMIT $2)"};
const Query<Row(PersonId, int)> openings_by_found{"openings_by_found", opening_columns + R"(
     WHERE o.found_id = $1
     ORDER BY o.id DESC
     LIMIT $2)"};
const Query<Row(OpeningId)> opening_by_id{"opening_by_id", opening_columns + " WHERE o.id = $1"};
const Query<OpeningId(NameId, Ground, std::string_view, base::Instant, PersonId, KeyId)>
    opening_added{"opening_added", R"(
    INSERT INTO openings (name_id, ground, words, asked_at, asked_by, asked_key)
    VALUES ($1, $2, $3, $4, $5, $6)
 RETURNING id)"};
const Query<Nothing(OpeningId, KeyId, Blob)> part_added{
    "opening_part_added",
    "INSERT INTO opening_parts (opening_id, key_id, part) VALUES ($1, $2, $3)"};
const Query<Blob(OpeningId, KeyId)> part_by_key{
    "opening_part_by_key", "SELECT part FROM opening_parts WHERE opening_id = $1 AND key_id = $2"};
const Query<Nothing(OpeningId, State, base::Instant, PersonId, std::optional<KeyId>,
                    std::string_view, std::optional<PersonId>, bool)>
    opening_ended{"opening_ended", R"(
    UPDATE openings
       SET state = $2, ended_at = $3, ended_by = $4, ended_key = $5, reason = $6, found_id = $7,
           is_own = $8
     WHERE id = $1 AND state = 1)"};
const Query<Nothing(OpeningId)> parts_dropped{"opening_parts_dropped",
                                              "DELETE FROM opening_parts WHERE opening_id = $1"};

const Query<Nothing(int, Ground, int, int, int, int, int)> tally_counted{"opening_counted", R"(
    INSERT INTO opening_tallies (year, ground, asked, opened, declined, lapsed, own)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (year, ground)
        DO UPDATE SET asked = opening_tallies.asked + excluded.asked,
                      opened = opening_tallies.opened + excluded.opened,
                      declined = opening_tallies.declined + excluded.declined,
                      lapsed = opening_tallies.lapsed + excluded.lapsed,
                      own = opening_tallies.own + excluded.own)"};
const Query<Tally(int)> tallies_all{"opening_tallies_all", R"(
    SELECT year, ground, asked, opened, declined, lapsed, own
      FROM opening_tallies
     ORDER BY year DESC, ground
     LIMIT $1)"};

struct Lapsing {
    OpeningId id;
    Ground ground;
    base::Instant asked;
};
const Query<Lapsing(base::Instant)> openings_lapsing{"openings_lapsing", R"(
    SELECT id, ground, asked_at
      FROM openings
     WHERE state = 1 AND asked_at < $1
     ORDER BY id
     LIMIT 100)"};
const Query<Nothing(OpeningId, base::Instant)> opening_lapsed{
    "opening_lapsed", "UPDATE openings SET state = 4, ended_at = $2 WHERE id = $1 AND state = 1"};
const Query<Nothing(base::Instant)> openings_purged{"openings_purged",
                                                    "DELETE FROM openings WHERE ended_at < $1"};

// ---- of a person ----

const Query<Nothing(PersonId, base::Instant)> keys_forgotten{"sealing_keys_forgotten", R"(
    UPDATE sealing_keys
       SET holder_id = NULL,
           retired_at = coalesce(retired_at, $2),
           retired_why = CASE WHEN retired_at IS NULL THEN 'Its holder is gone.'
                              ELSE retired_why END
     WHERE holder_id = $1)"};
const Query<Nothing(PersonId)> deposits_forgotten{
    "sealing_deposits_forgotten",
    "UPDATE sealing_keys SET deposited_by = NULL WHERE deposited_by = $1"};
const Query<Nothing(PersonId)> recoveries_forgotten{
    "recoveries_forgotten", "UPDATE recoveries SET decided_by = NULL WHERE decided_by = $1"};
const Query<Nothing(PersonId)> openings_forgotten{"openings_forgotten", R"(
    UPDATE openings
       SET asked_by = CASE WHEN asked_by = $1 THEN NULL ELSE asked_by END,
           ended_by = CASE WHEN ended_by = $1 THEN NULL ELSE ended_by END,
           found_id = CASE WHEN found_id = $1 THEN NULL ELSE found_id END
     WHERE asked_by = $1 OR ended_by = $1 OR found_id = $1)"};
const Query<std::int64_t(PersonId, PersonId)> openings_of_both{"openings_of_both", R"(
    SELECT count(*)
      FROM openings
     WHERE asked_by IN ($1, $2) AND ended_by IN ($1, $2))"};
const Query<Nothing(PersonId, PersonId, base::Instant)> second_key_retired{
    "sealing_second_key_retired", R"(
    UPDATE sealing_keys
       SET retired_at = $3, retired_why = 'Its holder has another.'
     WHERE holder_id = $1 AND retired_at IS NULL
       AND EXISTS (SELECT 1 FROM sealing_keys o WHERE o.holder_id = $2 AND o.retired_at IS NULL))"};
using Passing = Query<Nothing(PersonId, PersonId)>;
const Passing keys_passed{"sealing_keys_passed",
                          "UPDATE sealing_keys SET holder_id = $2 WHERE holder_id = $1"};
const Passing deposits_passed{"sealing_deposits_passed",
                              "UPDATE sealing_keys SET deposited_by = $2 WHERE deposited_by = $1"};
const Passing recoveries_passed{"recoveries_passed",
                                "UPDATE recoveries SET decided_by = $2 WHERE decided_by = $1"};
const Passing openings_passed{"openings_passed", R"(
    UPDATE openings
       SET asked_by = CASE WHEN asked_by = $1 THEN $2 ELSE asked_by END,
           ended_by = CASE WHEN ended_by = $1 THEN $2 ELSE ended_by END,
           found_id = CASE WHEN found_id = $1 THEN $2 ELSE found_id END,
           is_own = CASE WHEN state = 2
                          AND (CASE WHEN found_id = $1 THEN $2 ELSE found_id END)
                              IN (CASE WHEN asked_by = $1 THEN $2 ELSE asked_by END,
                                  CASE WHEN ended_by = $1 THEN $2 ELSE ended_by END)
                         THEN 1 ELSE is_own END
     WHERE asked_by = $1 OR ended_by = $1 OR found_id = $1)"};

const Query<std::string()> openings_broken{"openings_broken", R"(
    SELECT 'opening ' || id || ' was asked for and ended by the same officer'
      FROM openings
     WHERE asked_by = ended_by
     UNION ALL
    SELECT 'opening ' || o.id || ' has ended, and parts of the name are still kept'
      FROM openings o
     WHERE o.state <> 1 AND EXISTS (SELECT 1 FROM opening_parts p WHERE p.opening_id = o.id)
     UNION ALL
    SELECT 'sealed name ' || n.id || ' was sealed to no pair of keys'
      FROM sealed_names n
     WHERE NOT EXISTS (SELECT 1 FROM sealed_parts s WHERE s.name_id = n.id)
     LIMIT 100)"};

Blob blob(std::string_view bytes) {
    return {std::string(bytes)};
}

}  // namespace

std::vector<Key> keys(sql::Tx& tx) {
    std::vector<Key> all;
    for (auto& row : tx.all(keys_all, keys_told_max)) {
        all.push_back({row.id, row.holder, std::move(row.holder_name), row.is_deposit, row.made,
                       row.retired, std::move(row.retired_why), row.is_in_office,
                       std::move(row.public_key.bytes), row.maker});
    }
    return all;
}

KeyId add_key(sql::Tx& tx, PersonId holder, std::string_view public_key, base::Instant now) {
    return tx.one(key_added, holder, blob(public_key), now);
}

KeyId add_deposit(sql::Tx& tx, PersonId maker, std::string_view public_key, base::Instant now) {
    return tx.one(deposit_added, maker, blob(public_key), now);
}

void retire_key(sql::Tx& tx, KeyId id, std::string_view why, base::Instant now) {
    tx.run(key_retired, id, why, now);
}

std::optional<Recovery> find_recovery(sql::Tx& tx) {
    return tx.find(recovery_last);
}

void add_recovery(sql::Tx& tx, const Recovery& recovery, PersonId by) {
    tx.run(recovery_added, recovery.way, recovery.keeper, recovery.decided, by);
}

Reach reach(sql::Tx& tx) {
    return tx.one(reach_told);
}

NameId add_name(sql::Tx& tx, const Envelope& envelope) {
    const NameId id = tx.one(name_added, blob(envelope.binding), envelope.label.words,
                             envelope.label.path);
    for (const auto& pair : envelope.pairs) {
        tx.run(halves_added, id, pair.first_key, pair.second_key, blob(pair.first),
               blob(pair.second));
    }
    return id;
}

std::optional<NameRow> find_name(sql::Tx& tx, NameId id) {
    return tx.find(name_by_id, id);
}

std::vector<HalvesRow> halves_of(sql::Tx& tx, NameId id) {
    return tx.all(halves_by_name, id);
}

std::vector<Row> openings(sql::Tx& tx) {
    return tx.all(openings_all, openings_max);
}

std::vector<Row> openings_of(sql::Tx& tx, NameId name) {
    return tx.all(openings_by_name, name, openings_max);
}

std::vector<Row> openings_that_found(sql::Tx& tx, PersonId person) {
    return tx.all(openings_by_found, person, openings_max);
}

std::optional<Row> find_opening(sql::Tx& tx, OpeningId id) {
    return tx.find(opening_by_id, id);
}

OpeningId add_opening(sql::Tx& tx, const NewOpening& row) {
    return tx.one(opening_added, row.name, row.ground, row.words, row.now, row.asker, row.key);
}

void add_part(sql::Tx& tx, OpeningId id, KeyId key, std::string_view part) {
    tx.run(part_added, id, key, blob(part));
}

std::optional<Blob> part_for(sql::Tx& tx, OpeningId id, KeyId key) {
    return tx.find(part_by_key, id, key);
}

void end(sql::Tx& tx, OpeningId id, const Ending& ending) {
    tx.run(opening_ended, id, ending.state, ending.now, ending.by, ending.key, ending.reason,
           ending.found, ending.is_own);
    tx.run(parts_dropped, id);
}

void count(sql::Tx& tx, int year, Ground ground, Counted what) {
    const auto one_if = [&](Counted counted) { return counted == what ? 1 : 0; };
    tx.run(tally_counted, year, ground, one_if(Counted::asked), one_if(Counted::opened),
           one_if(Counted::declined), one_if(Counted::lapsed), one_if(Counted::own));
}

std::vector<Tally> tallies(sql::Tx& tx) {
    constexpr int rows_max = 400;  // of a hundred years
    return tx.all(tallies_all, rows_max);
}

std::int64_t lapse(sql::Tx& tx, base::Instant before) {
    const auto lapsing = tx.all(openings_lapsing, before);
    for (const auto& one : lapsing) {
        tx.run(opening_lapsed, one.id, one.asked + waits_for);
        tx.run(parts_dropped, one.id);
        const auto day = std::chrono::floor<base::days>(one.asked + waits_for);
        count(tx, int(std::chrono::year_month_day(day).year()), one.ground, Counted::lapsed);
    }
    return static_cast<std::int64_t>(lapsing.size());
}

std::int64_t purge(sql::Tx& tx, base::Instant before) {
    return tx.run(openings_purged, before);
}

void forget(sql::Tx& tx, PersonId person, base::Instant now) {
    tx.run(keys_forgotten, person, now);
    tx.run(deposits_forgotten, person);
    tx.run(recoveries_forgotten, person);
    tx.run(openings_forgotten, person);
}

bool met_in_an_opening(sql::Tx& tx, const identity::Merger& merger) {
    return tx.one(openings_of_both, merger.gone, merger.kept) > 0;
}

void merge(sql::Tx& tx, const identity::Merger& merger, base::Instant now) {
    tx.run(second_key_retired, merger.gone, merger.kept, now);
    tx.run(keys_passed, merger.gone, merger.kept);
    tx.run(deposits_passed, merger.gone, merger.kept);
    tx.run(recoveries_passed, merger.gone, merger.kept);
    tx.run(openings_passed, merger.gone, merger.kept);
}

std::vector<std::string> broken(sql::Tx& tx) {
    return tx.all(openings_broken);
}

}  // namespace sealing::store
