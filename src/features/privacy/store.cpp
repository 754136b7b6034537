#include "features/privacy/store.h"

namespace privacy::store {

namespace {

using sql::Nothing;
using sql::Query;

const Query<Nothing(std::string_view, int, std::string_view, std::string_view, base::Day)>
    text_kept{"consent_text_kept", R"(
    INSERT INTO consent_texts (text_key, version, title, words, since)
    VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT DO NOTHING)"};
const std::string text_columns = R"(
    SELECT text_key, version, title, words, since
      FROM consent_texts)";
const Query<StoredText(std::string_view, std::int64_t)> text_by_version{
    "consent_text_by_version", text_columns + " WHERE text_key = $1 AND version = $2"};
const Query<StoredText()> texts_all{"consent_texts_all",
                                    text_columns + " ORDER BY text_key, version LIMIT 1000"};

const std::string consent_columns = R"(
    SELECT c.id, c.text_key, c.version, t.title, c.given_at, c.withdrawn_at, c.how
      FROM consents c
      JOIN consent_texts t ON t.text_key = c.text_key AND t.version = c.version
     WHERE c.person_id = $1)";
const Query<Consent(PersonId, int)> consents_by_person{
    "consents_by_person", consent_columns + " ORDER BY c.id DESC LIMIT $2"};
const Query<Consent(PersonId)> consents_standing{
    "consents_standing",
    consent_columns + " AND c.withdrawn_at IS NULL ORDER BY c.id DESC LIMIT 1000"};
const Query<ConsentId(PersonId, std::string_view, int, base::Instant, std::string_view)>
    consent_added{"consent_added", R"(
    INSERT INTO consents (person_id, text_key, version, given_at, how)
    VALUES ($1, $2, $3, $4, $5)
 RETURNING id)"};
const Query<Nothing(PersonId, std::string_view, base::Instant)> consent_withdrawn{
    "consent_withdrawn", R"(
    UPDATE consents
       SET withdrawn_at = $3
     WHERE person_id = $1 AND text_key = $2 AND withdrawn_at IS NULL)"};
const Query<Nothing(PersonId, base::Instant)> consents_withdrawn{"consents_withdrawn", R"(
    UPDATE consents
       SET withdrawn_at = $2
     WHERE person_id = $1 AND withdrawn_at IS NULL)"};

// $1 the account that goes, $2 the one that is kept. What was withdrawn under one of them after it
// was given under the other is withdrawn; of two that stand for one text, one does.
using Passing = Query<Nothing(PersonId, PersonId, base::Instant)>;
const Query<std::string(PersonId, PersonId, base::Instant)> consents_outlived{
    "consents_outlived", R"(
    UPDATE consents
       SET withdrawn_at = $3
     WHERE person_id IN ($1, $2) AND withdrawn_at IS NULL
       AND EXISTS (SELECT 1 FROM consents o
                    WHERE o.person_id IN ($1, $2) AND o.person_id <> consents.person_id
                      AND o.text_key = consents.text_key AND o.withdrawn_at > consents.given_at
                      AND NOT EXISTS (SELECT 1 FROM consents s
                                       WHERE s.person_id = o.person_id
                                         AND s.text_key = o.text_key
                                         AND s.withdrawn_at IS NULL))
 RETURNING text_key)"};
const Passing consents_doubled{"consents_doubled", R"(
    UPDATE consents
       SET withdrawn_at = $3
     WHERE person_id = $1 AND withdrawn_at IS NULL
       AND EXISTS (SELECT 1 FROM consents o
                    WHERE o.person_id = $2 AND o.text_key = consents.text_key
                      AND o.version = consents.version AND o.withdrawn_at IS NULL))"};
const Query<Nothing(PersonId, PersonId)> consents_passed{
    "consents_passed", "UPDATE consents SET person_id = $2 WHERE person_id = $1"};

const Query<PurgeRunId(base::Instant)> run_added{
    "purge_run_added", "INSERT INTO purge_runs (at) VALUES ($1) RETURNING id"};
const Query<Nothing(PurgeRunId, std::string_view, std::int64_t)> count_added{"purge_count_added",
                                                                             R"(
    INSERT INTO purge_counts (run_id, name, removed)
    VALUES ($1, $2, $3))"};
struct RunRow {
    PurgeRunId id;
    base::Instant at;
};
const Query<RunRow()> run_last{"purge_run_last", R"(
    SELECT id, at
      FROM purge_runs
     ORDER BY at DESC, id DESC
     LIMIT 1)"};
const Query<PurgeCount(PurgeRunId)> counts_by_run{"purge_counts_by_run", R"(
    SELECT name, removed
      FROM purge_counts
     WHERE run_id = $1
     ORDER BY name
     LIMIT 1000)"};
const Query<Nothing(base::Instant)> counts_purged{
    "purge_counts_purged",
    "DELETE FROM purge_counts WHERE run_id IN (SELECT id FROM purge_runs WHERE at < $1)"};
const Query<Nothing(base::Instant)> runs_purged{"purge_runs_purged",
                                                "DELETE FROM purge_runs WHERE at < $1"};

struct HeldConsent {
    std::string title, key;
    int version = 1;
    base::Instant given;
    std::optional<base::Instant> withdrawn;
    std::string how;
};

}  // namespace

void keep_text(sql::Tx& tx, const Text& text) {
    tx.run(text_kept, text.key, text.version, text.title, text.words, text.since);
}

std::optional<StoredText> find_text(sql::Tx& tx, std::string_view key, std::int64_t version) {
    return tx.find(text_by_version, key, version);
}

std::vector<StoredText> texts(sql::Tx& tx) {
    return tx.all(texts_all);
}

std::vector<Consent> consents_of(sql::Tx& tx, PersonId person) {
    return tx.all(consents_by_person, person, identity::rows_held_max);
}

std::vector<Consent> standing_of(sql::Tx& tx, PersonId person) {
    return tx.all(consents_standing, person);
}

ConsentId add_consent(sql::Tx& tx, PersonId person, const Text& text, std::string_view how,
                      base::Instant now) {
    return tx.one(consent_added, person, text.key, text.version, now, how);
}

void withdraw(sql::Tx& tx, PersonId person, std::string_view key, base::Instant now) {
    tx.run(consent_withdrawn, person, key, now);
}

void withdraw_all(sql::Tx& tx, PersonId person, base::Instant now) {
    tx.run(consents_withdrawn, person, now);
}

std::vector<identity::Holding> held(sql::Tx& tx, PersonId person) {
    std::vector<HeldConsent> rows;
    for (auto& one : consents_of(tx, person)) {
        rows.push_back({one.title, one.key, one.version, one.given, one.withdrawn, one.how});
    }
    return {
        identity::with_rows({.name = "consents",
                             .title = "What you consented to",
                             .why = "So that we can show that you did, and to which words.",
                             .tables = {"consents"},
                             .columns = {"Text", "Key", "Version", "Given", "Withdrawn", "How"}},
                            rows)};
}

std::vector<std::string> merge(sql::Tx& tx, const identity::Merger& merger, base::Instant now) {
    auto withdrawn = tx.all(consents_outlived, merger.gone, merger.kept, now);
    tx.run(consents_doubled, merger.gone, merger.kept, now);
    tx.run(consents_passed, merger.gone, merger.kept);
    return withdrawn;
}

PurgeRunId add_run(sql::Tx& tx, base::Instant now) {
    return tx.one(run_added, now);
}

void add_count(sql::Tx& tx, PurgeRunId run, const PurgeCount& count) {
    tx.run(count_added, run, count.name, count.removed);
}

std::optional<PurgeRun> last_run(sql::Tx& tx) {
    const auto row = tx.find(run_last);
    if (!row) return std::nullopt;
    return PurgeRun{row->id, row->at, tx.all(counts_by_run, row->id)};
}

std::int64_t purge_runs(sql::Tx& tx, base::Instant before) {
    tx.run(counts_purged, before);
    return tx.run(runs_purged, before);
}

}  // namespace privacy::store
