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

// One that fails is tried again with the next look: until then it waits as before.
void Publishing::publish(std::vector<forum::Held> batch) {
    if (batch.empty()) return;
    try {
        const auto worker = identity::Actor::worker("voices");
        const auto now = clock_.now();
        database_.write([&](sql::Tx& tx) { forum::publish({tx, worker, now}, batch); });
        base::log::info("batch_published", {{"deeds", static_cast<std::int64_t>(batch.size())}});
        committed_();
    } catch (const std::exception& trouble) {
        base::log::error("batch_not_published", {{"reason", std::string_view(trouble.what())}});
        batch_.put_back(std::move(batch));
    }
}

}  // namespace app
