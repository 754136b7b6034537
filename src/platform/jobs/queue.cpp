#include "platform/jobs/queue.h"

#include "platform/jobs/store.h"

#include <algorithm>

namespace jobs {

namespace {

void write_gauge(std::string& text, std::string_view name, std::string_view help,
                 std::int64_t value) {
    text.append("# HELP ").append(name).append(" ").append(help);
    text.append("\n# TYPE ").append(name).append(" gauge\n");
    text.append(name).append(" ").append(std::to_string(value)).append("\n");
}

}  // namespace

JobId enqueue(const record::Floor& floor, std::string_view kind, const record::Details& payload,
              base::Instant run_at) {
    return store::add(floor.tx, kind, payload.json(), run_at);
}

Counters counters(sql::Tx& tx, base::Instant now) {
    const store::Counted counted = store::count_waiting(tx);
    Counters counters;
    counters.waiting = counted.waiting;
    counters.dead = store::count_dead(tx);
    if (counted.waiting > 0) {
        const auto overdue = std::chrono::floor<base::seconds>(now - counted.oldest);
        counters.oldest_seconds = std::max<std::int64_t>(overdue.count(), 0);
    }
    return counters;
}

std::string metrics(sql::Database& database, const base::Clock& clock) {
    Counters counted;
    database.read([&](sql::Tx& tx) { counted = counters(tx, clock.now()); });
    std::string text;
    write_gauge(text, "moothall_jobs_waiting", "Jobs not done yet", counted.waiting);
    write_gauge(text, "moothall_jobs_dead", "Jobs given up", counted.dead);
    write_gauge(text, "moothall_jobs_oldest_seconds", "How long the first job has been overdue",
                counted.oldest_seconds);
    return text;
}

std::int64_t purge_done(sql::Tx& tx, base::Instant before) {
    return store::purge_done(tx, before);
}

std::int64_t purge_dead(sql::Tx& tx, base::Instant before) {
    return store::purge_dead(tx, before);
}

}  // namespace jobs
