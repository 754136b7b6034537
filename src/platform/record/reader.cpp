#include "platform/record/reader.h"

#include "platform/base/log.h"
#include "platform/record/store.h"

#include <chrono>

namespace record {

namespace {

// Another node may have committed without a nudge to this one.
constexpr auto look_every = std::chrono::milliseconds(1000);
constexpr auto pause_after_trouble = std::chrono::seconds(2);

StoredFact stored(store::FactRow row) {
    StoredFact fact;
    fact.id = row.id;
    fact.transaction = row.transaction;
    fact.at = row.at;
    fact.actor = row.actor.value_or(identity::PersonId{});
    fact.kind = std::move(row.kind);
    fact.subject = row.subject;
    fact.details = Details::parse(row.details);
    return fact;
}

// One that cannot go on does not hold up the others.
bool attempt(std::string_view name, const std::function<void()>& work) {
    try {
        work();
        return true;
    } catch (const std::exception& trouble) {
        base::log::error("listener_stopped", {{"listener", name},
                                              {"reason", std::string_view(trouble.what())}});
        return false;
    }
}

}  // namespace

Reader::Reader(sql::Database& database, const base::Clock& clock, std::vector<Listener> listeners,
               std::vector<Watcher> watchers)
    : database_(database),
      clock_(clock),
      listeners_(std::move(listeners)),
      watchers_(std::move(watchers)) {}

Reader::~Reader() { stop(); }

void Reader::nudge() {
    {
        const std::scoped_lock lock(mutex_);
        nudged_ = true;
    }
    news_.notify_one();
}

void Reader::catch_up() {
    for (const Listener& listener : listeners_) {
        while (step(listener)) {
        }
    }
}

void Reader::start() {
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

void Reader::stop() {
    if (!thread_.joinable()) return;
    thread_.request_stop();
    thread_.join();
}

void Reader::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        bool is_well = attempt("watchers", [this] { watch(); });
        for (const Listener& listener : listeners_) {
            is_well &= attempt(listener.name, [&] {
                while (step(listener)) {
                }
            });
        }
        if (!is_well) {
            std::unique_lock lock(mutex_);
            news_.wait_for(lock, stop, pause_after_trouble, [] { return false; });
        }
        std::unique_lock lock(mutex_);
        news_.wait_for(lock, stop, look_every, [this] { return nudged_; });
        nudged_ = false;
    }
}

bool Reader::step(const Listener& listener) {
    bool any = false;
    database_.read([&](sql::Tx& tx) {
        any = !store::facts_after(tx, store::cursor_of(tx, listener.name), 1).empty();
    });
    if (!any) return false;
    std::size_t heard = 0;
    database_.write([&](sql::Tx& tx) {
        const auto worker = identity::Actor::worker(listener.name);
        const Floor floor{tx, worker, clock_.now()};
        store::Cursor cursor = store::cursor_of(tx, listener.name);
        auto rows = store::facts_after(tx, cursor, facts_at_once_max);
        heard = rows.size();
        for (store::FactRow& row : rows) {
            cursor = {row.transaction, row.id.value};
            listener.hear(floor, stored(std::move(row)));
        }
        if (heard > 0) store::move_cursor(tx, listener.name, cursor);
    });
    return heard == facts_at_once_max;
}

void Reader::watch() {
    if (watchers_.empty()) return;
    std::vector<store::FactRow> rows;
    database_.read([&](sql::Tx& tx) {
        if (watched_transaction_ < 0) {
            const auto newest = store::newest(tx);
            watched_transaction_ = newest.transaction;
            watched_id_ = newest.id;
            return;
        }
        rows = store::facts_after(tx, {watched_transaction_, watched_id_}, facts_at_once_max);
    });
    for (store::FactRow& row : rows) {
        watched_transaction_ = row.transaction;
        watched_id_ = row.id.value;
        const StoredFact fact = stored(std::move(row));
        for (const Watcher& watcher : watchers_) watcher(fact);
    }
    if (rows.size() == facts_at_once_max) nudge();
}

}  // namespace record
