#include "platform/jobs/worker.h"

#include "platform/base/log.h"
#include "platform/base/trouble.h"
#include "platform/crypto/random.h"
#include "platform/jobs/store.h"

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <utility>

namespace jobs {

namespace {

// Another node may have put a job down without a nudge to this one, and retries become due.
constexpr auto look_every = std::chrono::milliseconds(2000);
constexpr auto pause_after_trouble = std::chrono::seconds(5);
// Many commits make one look: so long the first of them waits.
constexpr auto gather_for = std::chrono::milliseconds(10);

double random_chance() {
    const std::string bytes = crypto::random_bytes(2);
    const unsigned number = static_cast<unsigned char>(bytes[0]) * 256U +
                            static_cast<unsigned char>(bytes[1]);
    return number / 65535.0;
}

std::int64_t milliseconds_since(std::chrono::steady_clock::time_point began) {
    const auto passed = std::chrono::steady_clock::now() - began;
    return std::chrono::duration_cast<std::chrono::milliseconds>(passed).count();
}

}  // namespace

std::chrono::microseconds pause_after(int tries, double chance) {
    const int doublings = std::clamp(tries - 1, 0, 16);
    const std::chrono::microseconds whole =
        std::min<std::chrono::microseconds>(pause_min * (1 << doublings), pause_max);
    const auto more = static_cast<double>(whole.count()) / 4 * std::clamp(chance, 0.0, 1.0);
    return whole + std::chrono::microseconds(static_cast<std::int64_t>(more));
}

Worker::Worker(sql::Database& database, const base::Clock& clock,
               std::map<std::string, Kind> kinds, int threads)
    : database_(database), clock_(clock), kinds_(std::move(kinds)), thread_count_(threads) {}

Worker::~Worker() { stop(); }

void Worker::start() {
    for (int i = 0; i < thread_count_; ++i) {
        threads_.emplace_back([this](const std::stop_token& stop) { run(stop); });
    }
}

void Worker::stop() {
    for (std::jthread& thread : threads_) thread.request_stop();
    threads_.clear();
}

void Worker::nudge() {
    {
        const std::scoped_lock lock(mutex_);
        if (std::exchange(nudged_, true)) return;  // one was told, and gathers
    }
    news_.notify_one();
}

int Worker::run_due() {
    int ran = 0;
    while (run_next()) ++ran;
    return ran;
}

void Worker::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        try {
            while (!stop.stop_requested() && run_next()) {
            }
        } catch (const std::exception& trouble) {
            base::log::error("jobs_stopped", {{"reason", base::log::ours(trouble.what())}});
            std::unique_lock lock(mutex_);
            news_.wait_for(lock, stop, pause_after_trouble, [] { return false; });
        }
        std::unique_lock lock(mutex_);
        if (news_.wait_for(lock, stop, look_every, [this] { return nudged_; })) {
            news_.wait_for(lock, stop, gather_for, [] { return false; });
        }
        nudged_ = false;
    }
}

bool Worker::run_next() {
    // Looking costs no write; most nudges are for commits that left no job.
    bool any = false;
    database_.read([&](sql::Tx& tx) { any = store::is_any_due(tx, clock_.now()); });
    if (!any) return false;
    std::optional<store::JobRow> row;
    database_.write([&](sql::Tx& tx) {
        const base::Instant now = clock_.now();
        row = store::claim(tx, now, now + lease);
    });
    if (!row) return false;  // another was quicker; should there be more, the next look finds it
    nudge();                 // there may be more: wake a second thread
    carry_out(*row);
    return true;
}

void Worker::carry_out(const store::JobRow& job) {
    const auto began = std::chrono::steady_clock::now();
    std::string error;
    try {
        // A job that takes the whole program down is counted too, and is not tried for ever.
        if (job.attempts > tries_max) throw std::runtime_error("It never came to its end.");
        const auto kind = kinds_.find(job.kind);
        if (kind == kinds_.end()) throw std::runtime_error("No such kind of job on this node.");
        kind->second(record::Details::parse(job.payload));
    } catch (const std::exception& trouble) {
        error = base::trouble_line(trouble);
    }
    const bool is_dead = !error.empty() && job.attempts >= tries_max;
    const auto pause = pause_after(job.attempts, random_chance());
    database_.write([&](sql::Tx& tx) {
        const base::Instant now = clock_.now();
        if (error.empty()) store::finish(tx, job, now);
        else if (is_dead) store::bury(tx, job, now, error);
        else store::put_off(tx, job, now + pause, error);
    });
    // What it said may name a person; it stands in the row, not in the log.
    const auto outcome = is_dead         ? base::log::Words("dead")
                         : error.empty() ? base::log::Words("done")
                                         : base::log::Words("put off");
    const auto level = is_dead          ? base::log::Level::error
                       : error.empty() ? base::log::Level::info
                                        : base::log::Level::warning;
    base::log::write(level, "job",
                     {{"kind", base::log::ours(job.kind)},
                      {"id", job.id.value},
                      {"try", std::int64_t{job.attempts}},
                      {"outcome", outcome},
                      {"ms", milliseconds_since(began)}});
}

}  // namespace jobs
