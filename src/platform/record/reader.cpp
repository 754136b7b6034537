#include "platform/record/reader.h"

#include "platform/base/log.h"
#include "platform/base/trouble.h"
#include "platform/record/store.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace record {

namespace {

// Another node may have committed without a nudge to this one.
constexpr auto look_every = std::chrono::milliseconds(1000);
constexpr auto pause_after_trouble = std::chrono::seconds(2);
// Facts that come together are heard together, in one transaction: so long the first of them waits.
constexpr auto gather_for = std::chrono::milliseconds(10);

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
        base::log::error("listener_stopped", {{"listener", base::log::ours(name)},
                                              {"reason", base::log::ours(trouble.what())}});
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
        if (std::exchange(nudged_, true)) return;  // it was told, and gathers
    }
    news_.notify_one();
}

void Reader::catch_up() {
    for (const Listener& listener : listeners_) {
        while (step(listener)) {
        }
    }
    watch();
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
        if (news_.wait_for(lock, stop, look_every, [this] { return nudged_; })) {
            news_.wait_for(lock, stop, gather_for, [] { return false; });
        }
        nudged_ = false;
    }
}

bool Reader::step(const Listener& listener) {
    Stumble& stumble = stumbles_[listener.name];
    if (!has_waiting(listener)) {
        stumble = {};  // another node has passed it
        return false;
    }
    Heard heard;
    FactId at;  // what is being heard
    try {
        database_.write([&](sql::Tx& tx) { heard = hear_waiting(tx, listener, stumble, at); });
    } catch (const base::Unavailable&) {
        throw;  // that says nothing of the fact
    } catch (const std::exception& trouble) {
        const int tries = at == stumble.fact ? stumble.tries + 1 : 1;
        if (at) stumble = {at, tries, base::trouble_line(trouble)};
        throw;
    }
    if (!heard.has_passed_stumble) return heard.is_more;
    if (stumble.tries >= tries_max) {
        base::log::error("fact_set_aside", {{"listener", base::log::ours(listener.name)},
                                            {"fact", stumble.fact.value}});
    }
    stumble = {};
    return true;
}

bool Reader::has_waiting(const Listener& listener) {
    bool any = false;
    database_.read([&](sql::Tx& tx) {
        any = !store::facts_after(tx, store::cursor_of(tx, listener.name), 1).empty();
    });
    return any;
}

// A fact that was stumbled over is heard by itself: it does not take back what came before it.
Reader::Heard Reader::hear_waiting(sql::Tx& tx, const Listener& listener, const Stumble& stumble,
                                   FactId& at) {
    at = {};  // the work may run a second time
    const auto worker = identity::Actor::worker(listener.name);
    const Floor floor{tx, worker, clock_.now()};
    auto rows = store::facts_after(tx, store::cursor_of(tx, listener.name), facts_at_once_max);
    Heard heard{.is_more = rows.size() == facts_at_once_max};
    const auto stone = std::ranges::find(rows, stumble.fact, &store::FactRow::id);
    if (stone != rows.end()) {
        heard = {.is_more = true, .has_passed_stumble = stone == rows.begin()};
        rows.erase(stone + (heard.has_passed_stumble ? 1 : 0), rows.end());
    }
    if (rows.empty()) return {};
    const store::Cursor last{rows.back().transaction, rows.back().id.value};
    for (store::FactRow& row : rows) {
        at = row.id;
        if (at == stumble.fact && stumble.tries >= tries_max) {
            store::set_aside(tx, {listener.name, at, floor.now, stumble.reason});
        } else {
            listener.hear(floor, stored(std::move(row)));
        }
    }
    at = {};
    store::move_cursor(tx, listener.name, last);
    return heard;
}

Reader::Retried Reader::retry() {
    Retried retried;
    std::vector<store::SetAside> waiting;
    store::SetAside last;
    do {
        database_.read([&](sql::Tx& tx) {
            waiting = store::set_aside_after(tx, last.listener, last.fact, facts_at_once_max);
        });
        for (const auto& aside : waiting) ++(retry_one(aside) ? retried.heard : retried.failed);
        if (!waiting.empty()) last = waiting.back();
    } while (!waiting.empty());
    return retried;
}

bool Reader::retry_one(const store::SetAside& aside) {
    try {
        database_.write([&](sql::Tx& tx) { hear_again(tx, aside); });
        return true;
    } catch (const base::Unavailable&) {
        throw;  // the others would fail as well
    } catch (const std::exception& trouble) {
        base::log::error("fact_still_aside", {{"listener", base::log::ours(aside.listener)},
                                              {"fact", aside.fact.value},
                                              {"reason", base::log::ours(trouble.what())}});
        return false;
    }
}

// One whose listener is no more is waited for by nobody.
void Reader::hear_again(sql::Tx& tx, const store::SetAside& aside) {
    const bool is_there = store::take_back(tx, aside.listener, aside.fact);
    const auto listener = std::ranges::find(listeners_, aside.listener, &Listener::name);
    auto row = store::find_fact(tx, aside.fact);
    if (!is_there || listener == listeners_.end() || !row) return;
    const auto worker = identity::Actor::worker(listener->name);
    listener->hear(Floor{tx, worker, clock_.now()}, stored(*std::move(row)));
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
