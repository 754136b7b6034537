#include "platform/jobs/schedule.h"

#include "platform/base/log.h"
#include "platform/base/trouble.h"
#include "platform/jobs/store.h"

#include <algorithm>
#include <chrono>

namespace jobs {

namespace {

constexpr auto look_every = std::chrono::seconds(15);
constexpr auto pause_after_trouble = base::minutes(10);

}  // namespace

Schedule::Schedule(sql::Database& database, const base::Clock& clock, std::vector<Recurring> works)
    : database_(database), clock_(clock), works_(std::move(works)) {}

Schedule::~Schedule() { stop(); }

void Schedule::start() {
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

void Schedule::stop() {
    if (!thread_.joinable()) return;
    thread_.request_stop();
    thread_.join();
}

void Schedule::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        try {
            for (const Recurring& work : works_) {
                if (!stop.stop_requested()) run_one(work);
            }
        } catch (const std::exception& trouble) {
            base::log::error("schedule_stopped", {{"reason", base::log::ours(trouble.what())}});
        }
        std::unique_lock lock(mutex_);
        stopping_.wait_for(lock, stop, look_every, [] { return false; });
    }
}

int Schedule::run_due() {
    return static_cast<int>(
        std::ranges::count_if(works_, [this](const Recurring& work) { return run_one(work); }));
}

bool Schedule::run_one(const Recurring& work) {
    if (!claim(work)) return false;
    std::string error;
    try {
        work.run();
    } catch (const std::exception& trouble) {
        error = base::trouble_line(trouble);
        base::log::error("recurring_work_failed", {{"name", base::log::ours(work.name)},
                                                   {"reason", base::log::ours(error)}});
    }
    const auto pause = std::min<std::chrono::microseconds>(pause_after_trouble, work.every);
    database_.write([&](sql::Tx& tx) {
        if (error.empty()) store::note_outcome(tx, work.name, "");
        else store::try_again(tx, work.name, clock_.now() + pause, error);
    });
    return true;
}

// The row moves on before the work begins, so that no other node begins the same turn.
bool Schedule::claim(const Recurring& work) {
    bool is_due = false;
    bool is_known = false;
    const base::Instant now = clock_.now();
    database_.read([&](sql::Tx& tx) {
        is_due = store::is_schedule_due(tx, work.name, now, now - work.every);
        is_known = store::is_schedule_known(tx, work.name);
    });
    if (is_known && !is_due) return false;
    bool is_ours = false;
    database_.write([&](sql::Tx& tx) {
        store::know_schedule(tx, work.name, now);
        is_ours = store::claim_schedule(tx, work.name, now, now - work.every, now + work.every);
    });
    return is_ours;
}

}  // namespace jobs
