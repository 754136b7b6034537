#include "app/publishing.h"

#include "platform/base/log.h"

#include <chrono>

namespace app {

namespace {

constexpr auto look_every = std::chrono::seconds(5);

}  // namespace

Publishing::Publishing(sql::Database& database, const base::Clock& clock, forum::Batch& batch,
                       std::function<void()> committed)
    : database_(database), clock_(clock), batch_(batch), committed_(std::move(committed)) {}

Publishing::~Publishing() {
    stop();
}

void Publishing::start() {
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

void Publishing::stop() {
    if (!thread_.joinable()) return;
    thread_.request_stop();
    thread_.join();
    thread_ = {};
    publish(batch_.take_all());
}

void Publishing::run_due() {
    publish(batch_.take(clock_.now()));
}

void Publishing::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        run_due();
        std::unique_lock lock(mutex_);
        stopping_.wait_for(lock, stop, look_every, [] { return false; });
    }
}

// One that fails is gone through deed by deed. What fails alone then is set aside for good; where
// nothing succeeds it is the database that fails, and all waits for the next look as before.
void Publishing::publish(std::vector<forum::Held> batch) {
    if (batch.empty()) return;
    const auto now = clock_.now();
    if (appears(batch, now)) return done(batch.size());
    std::vector<forum::Held> aside;
    std::size_t appeared = 0;
    for (std::size_t at = 0; at < batch.size(); ++at) {
        if (appears({batch[at]}, now)) {
            ++appeared;
            continue;
        }
        for (std::size_t later = at + 1; batch[at].fresh && later < batch.size(); ++later) {
            if (!batch[later].is_of(batch[at])) continue;
            batch[later].fresh = batch[at].fresh;  // the voice begins with its next words
            break;
        }
        aside.push_back(std::move(batch[at]));
    }
    if (appeared == 0) return batch_.put_back(std::move(aside));
    // Neither what it was nor whose: how many.
    base::log::error("deeds_set_aside", {{"deeds", static_cast<std::int64_t>(aside.size())}});
    done(appeared);
}

// All of it, or nothing.
bool Publishing::appears(const std::vector<forum::Held>& batch, base::Instant now) {
    try {
        const auto worker = identity::Actor::worker("voices");
        database_.write([&](sql::Tx& tx) { forum::publish({tx, worker, now}, batch); });
        return true;
    } catch (const std::exception& trouble) {
        // Of the database: it names a statement and no value.
        base::log::error("batch_not_published", {{"reason", base::log::ours(trouble.what())}});
        return false;
    }
}

void Publishing::done(std::size_t deeds) {
    base::log::info("batch_published", {{"deeds", static_cast<std::int64_t>(deeds)}});
    committed_();
}

}  // namespace app
