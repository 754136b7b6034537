#pragma once
// Carries out jobs, each outside any transaction (it may wait for the network), at least once:
// several nodes never run one at the same time, but one that was cut off runs again.

#include "platform/base/time.h"
#include "platform/jobs/queue.h"
#include "platform/sql/database.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace jobs {

namespace store {
struct JobRow;
}

inline constexpr auto lease = base::minutes(2);  // a job must end before its lease does
inline constexpr int tries_max = 12;             // then it is dead
inline constexpr auto pause_min = base::minutes(1);
inline constexpr auto pause_max = base::hours(6);

// Throws: the job is tried again later.
using Kind = std::function<void(const record::Details& payload)>;

// Safe for concurrent use.
class Worker {
public:
    Worker(sql::Database& database, const base::Clock& clock, std::map<std::string, Kind> kinds,
           int threads = 2);
    ~Worker();

    void start();
    void stop();   // waits for the jobs under way
    void nudge();  // something was committed: look whether a job is due

    // Carries out what is due, on the calling thread, until nothing is; gives how many it ran.
    int run_due();

private:
    void run(const std::stop_token& stop);
    bool run_next();  // false: nothing is due
    void carry_out(const store::JobRow& job);

    sql::Database& database_;
    const base::Clock& clock_;
    const std::map<std::string, Kind> kinds_;
    const int thread_count_;
    std::mutex mutex_;
    std::condition_variable_any news_;
    bool nudged_ = false;
    std::vector<std::jthread> threads_;
};

// How long to wait after so many tries: doubling, and up to a quarter more by `chance` (0 to 1), so
// that what failed together is not tried together.
std::chrono::microseconds pause_after(int tries, double chance);

}  // namespace jobs
