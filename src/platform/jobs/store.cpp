#include "platform/jobs/store.h"

namespace jobs::store {

namespace {

using sql::Nothing;
using sql::Query;

const Query<JobId(std::string_view, std::string_view, base::Instant)> job_added{"job_added", R"(
    INSERT INTO jobs (kind, payload, run_at)
    VALUES ($1, $2, $3)
 RETURNING id)"};

const std::string waiting_jobs = R"(
      FROM jobs
     WHERE done_at IS NULL AND dead_at IS NULL)";
const std::string due_jobs = waiting_jobs + " AND run_at <= $1 AND claimed_until <= $1";
const Query<std::int64_t(base::Instant)> job_due{"job_due",
                                                 "SELECT id" + due_jobs + " LIMIT 1"};
// The conditions stand twice, so that of two who choose the same job only one can take it.
const Query<JobRow(base::Instant, base::Instant)> job_claimed{"job_claimed", R"(
    UPDATE jobs
       SET claimed_until = $2, attempts = attempts + 1
     WHERE id = (SELECT id)" + due_jobs + R"(
     ORDER BY run_at, id
     LIMIT 1)
       AND done_at IS NULL AND dead_at IS NULL AND claimed_until <= $1
 RETURNING id, kind, payload, attempts)"};

const std::string same_claim = R"(
     WHERE id = $1 AND attempts = $2 AND done_at IS NULL AND dead_at IS NULL)";
const Query<Nothing(JobId, int, base::Instant)> job_done{
    "job_done", "UPDATE jobs SET done_at = $3, claimed_until = 0, last_error = ''" + same_claim};
const Query<Nothing(JobId, int, base::Instant, std::string_view)> job_put_off{
    "job_put_off",
    "UPDATE jobs SET run_at = $3, claimed_until = 0, last_error = $4" + same_claim};
const Query<Nothing(JobId, int, base::Instant, std::string_view)> job_buried{
    "job_buried", "UPDATE jobs SET dead_at = $3, claimed_until = 0, last_error = $4" + same_claim};

const Query<Counted()> waiting_counted{"waiting_counted",
                                       "SELECT count(*), coalesce(min(run_at), 0)" + waiting_jobs};
const Query<std::int64_t()> dead_counted{"dead_counted",
                                         "SELECT count(*) FROM jobs WHERE dead_at IS NOT NULL"};
const Query<Nothing(base::Instant)> done_purged{"done_purged",
                                                "DELETE FROM jobs WHERE done_at < $1"};
const Query<Nothing(base::Instant)> dead_purged{"dead_purged",
                                                "DELETE FROM jobs WHERE dead_at < $1"};

const Query<Nothing(std::string_view, base::Instant)> schedule_known{"schedule_known", R"(
    INSERT INTO schedules (name, next_at)
    VALUES ($1, $2)
        ON CONFLICT (name) DO NOTHING)"};
const Query<std::int64_t(std::string_view)> schedule_by_name{
    "schedule_by_name", "SELECT next_at FROM schedules WHERE name = $1"};
// $3: so that a turn that was made shorter is heard of before the old one has passed.
const std::string due_schedule = R"(
     WHERE name = $1 AND (next_at <= $2 OR (last_run_at > 0 AND last_run_at <= $3)))";
const Query<std::int64_t(std::string_view, base::Instant, base::Instant)> schedule_due{
    "schedule_due", "SELECT next_at FROM schedules" + due_schedule};
const Query<Nothing(std::string_view, base::Instant, base::Instant, base::Instant)>
    schedule_claimed{"schedule_claimed",
                     "UPDATE schedules SET last_run_at = $2, next_at = $4" + due_schedule};
const Query<Nothing(std::string_view, std::string_view)> outcome_noted{
    "outcome_noted", "UPDATE schedules SET last_error = $2 WHERE name = $1"};
const Query<Nothing(std::string_view, base::Instant, std::string_view)> schedule_put_off{
    "schedule_put_off", "UPDATE schedules SET next_at = $2, last_error = $3 WHERE name = $1"};

}  // namespace

JobId add(sql::Tx& tx, std::string_view kind, std::string_view payload, base::Instant run_at) {
    return tx.one(job_added, kind, payload, run_at);
}

bool is_any_due(sql::Tx& tx, base::Instant now) { return tx.find(job_due, now).has_value(); }

std::optional<JobRow> claim(sql::Tx& tx, base::Instant now, base::Instant until) {
    return tx.find(job_claimed, now, until);
}

void finish(sql::Tx& tx, const JobRow& job, base::Instant now) {
    tx.run(job_done, job.id, job.attempts, now);
}

void put_off(sql::Tx& tx, const JobRow& job, base::Instant run_at, std::string_view error) {
    tx.run(job_put_off, job.id, job.attempts, run_at, error);
}

void bury(sql::Tx& tx, const JobRow& job, base::Instant now, std::string_view error) {
    tx.run(job_buried, job.id, job.attempts, now, error);
}

Counted count_waiting(sql::Tx& tx) { return tx.one(waiting_counted); }

std::int64_t count_dead(sql::Tx& tx) { return tx.one(dead_counted); }

std::int64_t purge_done(sql::Tx& tx, base::Instant before) {
    return tx.run(done_purged, before);
}

std::int64_t purge_dead(sql::Tx& tx, base::Instant before) {
    return tx.run(dead_purged, before);
}

void know_schedule(sql::Tx& tx, std::string_view name, base::Instant first_at) {
    tx.run(schedule_known, name, first_at);
}

bool is_schedule_known(sql::Tx& tx, std::string_view name) {
    return tx.find(schedule_by_name, name).has_value();
}

bool is_schedule_due(sql::Tx& tx, std::string_view name, base::Instant now,
                     base::Instant last_run_before) {
    return tx.find(schedule_due, name, now, last_run_before).has_value();
}

bool claim_schedule(sql::Tx& tx, std::string_view name, base::Instant now,
                    base::Instant last_run_before, base::Instant next_at) {
    return tx.run(schedule_claimed, name, now, last_run_before, next_at) == 1;
}

void note_outcome(sql::Tx& tx, std::string_view name, std::string_view error) {
    tx.run(outcome_noted, name, error);
}

void try_again(sql::Tx& tx, std::string_view name, base::Instant next_at, std::string_view error) {
    tx.run(schedule_put_off, name, next_at, error);
}

}  // namespace jobs::store
