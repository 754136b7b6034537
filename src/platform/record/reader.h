#pragma once
// Listeners hear every fact, in order, at least once, in a transaction that also moves their
// cursor. The reader carries them out on a thread of its own and is nudged after each commit.

#include "platform/base/time.h"
#include "platform/record/record.h"
#include "platform/sql/database.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace record {

struct Listener {
    std::string name;  // "forum.search"; the name of its cursor
    // Looks at the present state, not only at the fact: it may hear the same fact again.
    std::function<void(const Floor&, const StoredFact&)> hear;
};

// Hears without a cursor in the database, from now on, on every node: for live hints.
using Watcher = std::function<void(const StoredFact&)>;

class Reader {
public:
    static constexpr int facts_at_once_max = 200;

    Reader(sql::Database& database, const base::Clock& clock, std::vector<Listener> listeners,
           std::vector<Watcher> watchers);
    ~Reader();

    void nudge();     // something was committed; safe for concurrent use
    void catch_up();  // on the calling thread, until nothing is left to hear
    void start();
    void stop();

private:
    void run(const std::stop_token& stop);
    bool step(const Listener& listener);  // true: there may be more
    void watch();

    sql::Database& database_;
    const base::Clock& clock_;
    const std::vector<Listener> listeners_;
    const std::vector<Watcher> watchers_;
    std::int64_t watched_transaction_ = -1;
    std::int64_t watched_id_ = 0;
    std::mutex mutex_;
    std::condition_variable_any news_;
    bool nudged_ = false;
    std::jthread thread_;
};

}  // namespace record
