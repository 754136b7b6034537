#pragma once
// All SQL of jobs and schedules. Knows rows, decides nothing.

#include "platform/jobs/queue.h"
#include "platform/sql/tx.h"

#include <optional>
#include <string>
#include <string_view>

namespace jobs::store {

struct JobRow {
    JobId id;
    std::string kind;
    std::string payload;
    int attempts = 0;  // this one included; names the claim
};

JobId add(sql::Tx& tx, std::string_view kind, std::string_view payload, base::Instant run_at);
bool is_any_due(sql::Tx& tx, base::Instant now);
// The job that is longest due and not claimed by another node, claimed until then.
std::optional<JobRow> claim(sql::Tx& tx, base::Instant now, base::Instant until);

// Nothing happens where the claim was lost to another node.
void finish(sql::Tx& tx, const JobRow& job, base::Instant now);
void put_off(sql::Tx& tx, const JobRow& job, base::Instant run_at, std::string_view error);
void bury(sql::Tx& tx, const JobRow& job, base::Instant now, std::string_view error);

struct Counted {
    std::int64_t waiting = 0;
    base::Instant oldest;  // the earliest run_at; the epoch if none waits
};
Counted count_waiting(sql::Tx& tx);
std::int64_t count_dead(sql::Tx& tx);
std::int64_t purge_done(sql::Tx& tx, base::Instant before);
std::int64_t purge_dead(sql::Tx& tx, base::Instant before);

void know_schedule(sql::Tx& tx, std::string_view name, base::Instant first_at);
bool is_schedule_known(sql::Tx& tx, std::string_view name);
bool is_schedule_due(sql::Tx& tx, std::string_view name, base::Instant now,
                     base::Instant last_run_before);
// True for one node a turn.
bool claim_schedule(sql::Tx& tx, std::string_view name, base::Instant now,
                    base::Instant last_run_before, base::Instant next_at);
void note_outcome(sql::Tx& tx, std::string_view name, std::string_view error);
void try_again(sql::Tx& tx, std::string_view name, base::Instant next_at, std::string_view error);

}  // namespace jobs::store
