#pragma once
// Listeners hear every fact, in order, at least once, in a transaction that also moves their
// cursor. The reader carries them out on a thread of its own and is nudged after each commit. A
// fact that a listener cannot follow is set aside, so that those behind it are heard.

#include "platform/base/time.h"
#include "platform/record/record.h"
#include "platform/sql/database.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace record {

namespace store {
struct SetAside;
}

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
    static constexpr int tries_max = 5;  // of one fact; then it is set aside

    Reader(sql::Database& database, const base::Clock& clock, std::vector<Listener> listeners,
           std::vector<Watcher> watchers);
    ~Reader();

    void nudge();     // something was committed; safe for concurrent use
    void catch_up();  // on the calling thread, until nothing is left to hear
    void start();
    void stop();

    // On the calling thread, what was set aside: each fact once more, by itself and later than in
    // its turn. What fails stays aside.
    struct Retried {
        int heard = 0;
        int failed = 0;
    };
    Retried retry();

private:
    // Where a listener fails, as often as it has. Not kept: a restart begins to count anew.
    struct Stumble {
        FactId fact;
        int tries = 0;
        std::string reason;
    };
    struct Heard {
        bool is_more = false;
        bool has_passed_stumble = false;
    };

    void run(const std::stop_token& stop);
    bool step(const Listener& listener);  // true: there may be more
    bool has_waiting(const Listener& listener);
    Heard hear_waiting(sql::Tx& tx, const Listener& listener, const Stumble& stumble, FactId& at);
    bool retry_one(const store::SetAside& aside);
    void hear_again(sql::Tx& tx, const store::SetAside& aside);
    void watch();

    sql::Database& database_;
    const base::Clock& clock_;
    const std::vector<Listener> listeners_;
    const std::vector<Watcher> watchers_;
    std::map<std::string, Stumble> stumbles_;  // by listener
    std::int64_t watched_transaction_ = -1;
    std::int64_t watched_id_ = 0;
    std::mutex mutex_;
    std::condition_variable_any news_;
    bool nudged_ = false;
    std::jthread thread_;
};

}  // namespace record
