#pragma once
// Work for later: a job is put down in the transaction of the deed that wants it, and carried out
// by a worker (worker.h) when that is durable. It names things by id and carries no texts.

#include "platform/record/record.h"
#include "platform/sql/database.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace jobs {

using JobId = base::Id<struct JobTag>;

// `kind` is "room.verb" and names the function that the worker calls: "mail.send".
JobId enqueue(const record::Floor& floor, std::string_view kind, const record::Details& payload,
              base::Instant run_at);

struct Counters {
    std::int64_t waiting = 0;         // not done yet, whether due or not
    std::int64_t dead = 0;            // given up, and kept to be looked at
    std::int64_t oldest_seconds = 0;  // since the one that is longest overdue was due
};
Counters counters(sql::Tx& tx, base::Instant now);

// For Site::Parts::metrics: moothall_jobs_waiting, _dead and _oldest_seconds as Prometheus reads.
std::string metrics(sql::Database& database, const base::Clock& clock);

inline constexpr auto done_kept = base::days(7);
inline constexpr auto dead_kept = base::days(90);
// Forget jobs that were done, or given up, before; give how many. By night.
std::int64_t purge_done(sql::Tx& tx, base::Instant before);
std::int64_t purge_dead(sql::Tx& tx, base::Instant before);

}  // namespace jobs
